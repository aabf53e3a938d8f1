//! Positions: what a network demands, from the first draft to what came of it.
//!
//! A position belongs to a body. Its text has numbered paragraphs; amendments are changes of one paragraph, carried from
//! version to version by `lib/text`. Others may move and sign it, each by a decision of its own. Published it has a number
//! for ever, and its page tells to whom it went, who answered and what is done.

mod actions;
mod kinds;
mod letters;
mod model;
mod own;
mod pages;
mod passages;
pub mod paths;
pub mod rules;
mod slice;
mod store;
mod told;
mod words;

pub use actions::{
    Signing, add_addressee, add_minority, adopt, advise, agree, answer_mover, ask_mover, ask_signature, begin,
    change_addressee, change_facts, close_input, comment, decide_amendment, decline_signature, drop_letter,
    drop_position, end_position, file_reply, file_reply_with, judge, merge_accepted, not_adopted, open_input,
    plan_letter, plan_publication, propose, publish, remind, restate, rewrite, rewrite_paragraph, save_slots,
    send_letter, sign, succeed, supersede, take_back, withdraw_signature,
};
pub use model::{
    Addressee, AddresseeKind, Advice, Amendment, AmendmentState, Comment, Consent, Dispatch, FitState, Kind, Minority,
    Mover, MoverState, NewAddressee, NewAmendment, NewDispatch, NewPosition, Outcome, Position, Reminder, Reply, Said,
    Sending, Signature, SignatureState, Slots, Sort, State, Version, Way,
};
pub use slice::slice;
pub use store::{
    amendments::list_amendments,
    dispatches::list_dispatches,
    positions::find_position,
    register::{Wanted, list_published},
    signatures::list_signatures,
    versions::list_paragraphs,
};
