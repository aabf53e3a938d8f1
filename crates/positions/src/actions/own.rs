//! What becomes of positions when a person has herself erased.

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope};
use rights::{Action, Kind};

use crate::store::own;

/// Her drafts, amendments and remarks lose her name; what they say belongs to the position and stays.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    own::forget(tx, Id::new(person))
}
