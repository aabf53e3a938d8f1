//! SQL behind the overview pages: what a network and its bodies look like on a day. One function, one statement.
//!
//! Everything is asked for a reader: `{visible:b}` leaves out what she may not see, so counts made from the rows leave
//! no trace of it. Persons come as numbers: their names are asked of [`crate::Names`].

mod joints;
mod past;
mod seats;
mod sitters;

pub use joints::{BodyRef, Joint, list_joints};
pub use past::{Happened, Stretch, list_news, list_stretches, list_years};
pub use seats::{Held, HeldSeat, count_members, list_held, list_held_among, list_lean, list_sent};
pub use sitters::{Sitter, Wanted, list_sitters, list_stands};

#[cfg(test)]
pub(super) use {
    past::stretches_sql,
    seats::{held_sql, lean_sql, sent_sql},
    sitters::sitters_sql,
};
