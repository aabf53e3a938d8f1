//! Mandates: who is sent into bodies of others, what they take along, what they bring back, what came of it.
//!
//! Who sits there is a seat like any other, so that a successor follows of itself. This slice puts on file what a seat does
//! not say: the decision, the line to follow, the receiver's word. Everything here belongs to the side that sends;
//! instructions, notes and reports are for the sender's body, whoever is sent and whoever stands in, and only the parts
//! marked for it rise to the bodies above.

mod actions;
mod export;
mod kinds;
mod letters;
mod model;
pub mod oparl;
mod own;
mod pages;
mod passages;
pub mod paths;
mod reads;
pub mod rules;
mod slice;
mod store;
mod told;
mod words;

pub use actions::{
    add_contact, add_files, away, change_contact, change_session, choose_source, confirm, correct_report, daily,
    drop_contact, drop_note, end, follow, give_along, mark, nominate, note_session, oparl::JOB as OPARL_JOB,
    put_on_file, raise, read_pages, read_sittings, rest, save_report, step_on, take_back, take_sittings, unfollow,
    withdraw_report,
};
pub use model::{
    Contact, Delegation, Detail, Former, Item, NewContact, NewDelegation, NewRaised, NewSession, NewStep, Note,
    OparlSource, OparlTrouble, Outcome, Part, Passed, Raised, Reach, Report, ReportState, ReportText, Sent, Session,
    SourceState, Step, TakenBack, Waiting,
};
pub use reads::{Due, Stance, due, mine, stance};
pub use slice::slice;
pub use store::{
    delegations::{find_delegation, list_into},
    sessions::{list_items, list_sessions},
};
