//! The agenda: items and their order, topics others ask for.

mod items;
mod papers;
mod proposals;

pub(super) use items::insert;
pub use items::{add_item, change_item, copy_last, drop_item, move_item, place_item, take_task};
pub use papers::{PAPER, add_papers, list_papers, may_change, remove_paper};
pub use proposals::{accept_proposal, decline_proposal, may_propose, propose, propose_by_letter, withdraw_proposal};
