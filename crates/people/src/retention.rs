//! What goes when its time is over: see `migrations/columns.tsv` for how long each is kept.

use db::Tx;
use kernel::{Event, Id, Result, Subject};

use crate::{Person, store};

/// Takes away what has had its time: absences a year after their end, and how to reach a former holder, with the share
/// and the file reference of the appointment, once it is over. That she held the post stays.
///
/// # Errors
/// When the database refuses.
pub fn forget_past(tx: &Tx<'_>) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    store::delete_absences_until(tx, tx.today().plus_months(-12))?;
    store::clear_tenures_until(tx, tx.today())
}

/// Takes away a person **without asking for a right**: the caller knows that nothing refers to her any more, neither seat
/// nor post nor account.
///
/// # Errors
/// When something still refers to her.
pub fn forget_person(tx: &Tx<'_>, id: Id<Person>) -> Result<()> {
    store::delete_person(tx, id)?;
    tx.emit(Event::new("person.forgotten", Subject::new("person", id.raw())));
    Ok(())
}
