//! Who may do what: one table of rules, read by two interpreters.
//!
//! [`allows`] answers for one thing in memory, [`condition`] writes the same answer into a statement for lists.
//! Both are exhaustive matches over [`Who`], fed by the same [`Actor`], which [`load`] derives from the one view
//! `sits`. What is not written in [`RULES`] is refused.

mod actor;
mod rules;
mod sql;

pub use actor::load;
pub use rules::{Action, Kind, RULES, Who, allows, require, sees};
pub use sql::condition;
