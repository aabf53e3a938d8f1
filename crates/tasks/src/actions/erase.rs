//! What becomes of tasks when a person has herself erased.

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope};
use rights::{Action, Kind};

use crate::store::own;

/// What she has not done falls to those who lead the body. That she gave or did something stays, without her name.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    own::save_left(tx, Id::new(person)).map(drop)
}
