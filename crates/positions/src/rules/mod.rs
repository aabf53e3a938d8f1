//! What holds for positions. Pure.

mod amend;
mod draft;
mod publish;
mod reply;
mod track;
mod who;

pub use amend::{Merge, Merged, Standing, carried_over, merge, needs_vote, rewritten, standing, steps_between};
pub use draft::{TEXT_MOST, checked, template, title_of};
pub use publish::{levels, may_publish, signed};
pub use reply::remarks;
pub use track::{Track, reminder_due, state_after, track, weeks_without_answer};
pub use who::{contributes, drafts, inside, leads, steers, writes};
