//! The letters of this slice. A sensitive network is named in none of them.

mod asking;
mod checks;
mod handover;
mod joining;

pub use asking::{asked_for_seat, seat_answer, seat_page};
pub use checks::{check, check_address};
pub use handover::{
    asks_for_successor, handed_over, handover_off, invited_to, post_words, to_leaver, to_leaver_by_mail,
    to_leaver_named, to_successor,
};
pub use joining::{Way, admitted, answer_of, confirm, page_of, refused, to_keeper, to_member, to_voucher};

use crate::Body;

/// What letters call a body before their subject; nothing where its name must not stand in a mail.
fn named(body: &Body) -> Option<&str> {
    (!body.sensitive).then(|| body.short())
}
