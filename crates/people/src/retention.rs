//! What goes when its time is over: see `migrations/columns.tsv` for how long each is kept.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Result, Scope, Subject};
use rights::{Action, Kind};

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

/// Erases a person at her own wish (Art. 17 GDPR): names and all that is private. Posts she holds become vacant today;
/// that somebody held them from when to when stays (Art. 17 (3) b). The slices above have taken away theirs before.
///
/// # Errors
/// [`Error::NotFound`] for everybody but herself.
pub fn erase_self(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    let today = tx.today();
    let held: Vec<_> =
        store::list_tenures_of_person(tx, person)?.into_iter().filter(|t| t.term.until > today).collect();
    store::delete_absences_of(tx, person)?;
    store::delete_tenures_to_come(tx, person, today)?;
    store::end_tenures_of(tx, person, today)?;
    store::clear_tenures_until(tx, today)?;
    store::save_erased(tx, person)?;
    for tenure in held {
        let event = Event::new("post.left", Subject::new("post", tenure.post.raw())).by(by.person);
        tx.emit(event.touching(Subject::new("person", person.raw())));
    }
    tx.emit(Event::new("person.erased", Subject::new("person", person.raw())).by(by.person));
    Ok(())
}
