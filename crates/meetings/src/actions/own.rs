//! What becomes of meetings when a person has herself erased.

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope};
use rights::{Action, Kind};

use crate::store::{feeds, own, polls};

/// Her calendar goes; her invitations and proposals lose her name and address; that somebody was invited and came stays.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    feeds::delete_feed(tx, Id::new(person))?;
    polls::forget_letters(tx, Id::new(person))?;
    polls::forget_voters(tx, Id::new(person))?;
    own::forget_letters(tx, Id::new(person))?;
    own::forget_invitations(tx, Id::new(person))?;
    own::forget_proposals(tx, Id::new(person))
}
