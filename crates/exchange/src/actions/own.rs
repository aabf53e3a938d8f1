//! What becomes of exchange when a person has herself erased.

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope};
use rights::{Action, Kind};

use crate::store::{brought, incoming, own, supports};

/// Takes one of her other addresses away: letters from there are asked about again.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in, and for an address that is none of hers.
pub fn forget_alias(tx: &Tx<'_>, by: &Actor, address: &str) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("from where somebody writes is nobody's news");
    match incoming::delete_alias(tx, Id::new(person), address)? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// What she wrote stays without her name, as of a former member; what she followed, read and was asked goes.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    let person = Id::new(person);
    own::forget_threads(tx, person)?;
    own::forget_replies(tx, person)?;
    own::forget_asked(tx, person)?;
    own::forget_mentions(tx, person)?;
    own::forget_reading(tx, person)?;
    supports::forget_author(tx, person)?;
    supports::forget_partner(tx, person)?;
    brought::forget_files(tx, person)?;
    brought::forget_left(tx, person)?;
    incoming::forget_letters(tx, person)?;
    incoming::forget_aliases(tx, person)?;
    own::forget_received(tx, person)
}
