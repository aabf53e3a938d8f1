//! What holds for mandates. Pure.

mod briefing;
mod delegation;
mod raised;
mod report;

pub use briefing::{ITEMS_MOST, agenda, notes_open};
pub use delegation::{checked_contact, checked_detail, may_end};
pub use raised::{checked_raised, checked_step, may_follow_on};
pub use report::{BACK_DAYS, Reminder, checked_text, due_day, may_file, may_open, reminder};
