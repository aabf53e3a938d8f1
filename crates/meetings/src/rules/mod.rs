//! What holds for meetings. Pure.

mod agenda;
mod answer;
pub mod attendance;
mod meeting;
pub mod minutes;

pub use agenda::{Hearing, Times, hears, later_items, moved, times};
pub use answer::{Outcome, QUIET_SECONDS, is_late, settle};
pub use meeting::{MINUTES_MOST, Part, checked, ends_up_moved, leads, levels, sees_place, split, still_ahead};
