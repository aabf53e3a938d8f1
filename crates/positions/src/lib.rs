//! Positions: what a network demands, from the first draft to what came of it.
//!
//! A position belongs to a body. Its text has numbered paragraphs; amendments are changes of one paragraph, carried from
//! version to version by `lib/text`. Others may move and sign it, each by a decision of its own. Published it has a number
//! for ever, and its page tells to whom it went, who answered and what is done.

mod actions;
pub mod book;
pub mod hearing;
mod kinds;
mod letters;
mod model;
mod own;
mod pages;
mod passages;
pub mod paths;
pub mod questions;
mod relevant;
pub mod rules;
mod slice;
mod store;
mod told;
mod waiting;
mod words;

pub use actions::{
    Invited, Signing, add_addressee, add_minority, adopt, advise, agree, allow_signers, answer_invitation,
    answer_mover, ask_mover, ask_signature, begin, by_invitation, change_addressee, change_facts, clear, close_input,
    comment, decide_amendment, decline_signature, drop_letter, drop_position, drop_waiting, end_position, file_reply,
    file_reply_with, invite_association, judge, merge_accepted, not_adopted, open_input, plan_letter, plan_publication,
    propose, publish, remind, report_effect, restate, rewrite, rewrite_paragraph, save_slots, say_contradiction,
    send_letter, show_effect, sign, sign_self, succeed, supersede, take_back, withdraw_self, withdraw_signature,
};
pub use model::{
    Addressee, AddresseeKind, Advice, Amendment, AmendmentState, Comment, Consent, Dispatch, Effect, FitState, Kind,
    Minority, Mover, MoverState, NewAddressee, NewAmendment, NewDispatch, NewPosition, Outcome, Position, Reminder,
    Reply, Said, Sending, Signature, SignatureState, Signer, SignerSort, SignerState, SigningRules, Slots, Sort, State,
    Version, WHOLE, Way,
};
pub use slice::slice;
pub use told::SIGNATURE;
pub use waiting::{Needed, waiting};

/// The position a letter belongs to, for those who see it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn position_of_letter(
    conn: &db::Conn,
    actor: &kernel::Actor,
    letter: kernel::Id<Dispatch>,
) -> kernel::Result<kernel::Id<Position>> {
    let found = store::dispatches::find_dispatch(conn, letter)?;
    store::positions::find_position(conn, actor, found.position).map(|p| p.id)
}

pub use store::{
    amendments::list_amendments,
    dispatches::list_dispatches,
    effects::list_effects,
    positions::find_position,
    register::{Wanted, list_published},
    signatures::list_signatures,
    versions::list_paragraphs,
};
