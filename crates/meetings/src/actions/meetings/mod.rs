//! Setting meetings down, changing, calling off and splitting them.

mod change;
mod convene;
mod first;
mod split;

pub use change::{begin, call_off, change_meeting, end};
pub(super) use convene::insert;
pub use convene::plan_meeting;
pub use first::meet_first;
pub use split::split_meeting;
