//! What becomes of meetings when a person has herself erased.

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope};
use rights::{Action, Kind};

use crate::store::{codes, feeds, minutes, others, own, polls};

/// Her calendar goes; her invitations and proposals lose her name and address; that somebody was invited and came stays.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    let id = Id::new(person);
    minutes::forget_attendance(tx, id)?;
    minutes::forget_sheets(tx, id)?;
    minutes::forget_chair(tx, id)?;
    minutes::forget_keeper(tx, id)?;
    minutes::forget_circulated_by(tx, id)?;
    minutes::forget_approved_by(tx, id)?;
    minutes::forget_objections(tx, id)?;
    minutes::forget_decided_by(tx, id)?;
    minutes::forget_addenda(tx, id)?;
    minutes::forget_todos(tx, id)?;
    minutes::forget_letters(tx, id)?;
    feeds::delete_feed(tx, id)?;
    others::forget_person(tx, id)?;
    polls::forget_letters(tx, id)?;
    polls::forget_voters(tx, id)?;
    codes::delete_of_person(tx, id)?;
    own::forget_letters(tx, id)?;
    own::forget_invitations(tx, id)?;
    own::forget_proposals(tx, id)
}
