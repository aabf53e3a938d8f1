//! The agenda: items and their order, topics others ask for.

mod items;
mod proposals;

pub(super) use items::insert;
pub use items::{add_item, change_item, copy_last, drop_item, move_item, take_task};
pub use proposals::{accept_proposal, decline_proposal, may_propose, propose, propose_by_letter, withdraw_proposal};
