//! SQL of what goes by the calendar.

use db::{Tx, args};
use kernel::{Day, Id, Result};

use crate::Person;

pub fn delete_absences_until(tx: &Tx<'_>, day: Day) -> Result<()> {
    tx.exec("DELETE FROM absence WHERE until_day <= :day", args! { day: day }).map(drop)
}

/// The share of an appointment cannot be empty; a whole one says nothing.
pub fn clear_tenures_until(tx: &Tx<'_>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE tenure SET share_percent = 100, file_reference = NULL, mail = NULL, phone = NULL WHERE until_day <= :day \
         AND (share_percent <> 100 OR file_reference IS NOT NULL OR mail IS NOT NULL OR phone IS NOT NULL)",
        args! { day: day },
    )
    .map(drop)
}

pub fn delete_person(tx: &Tx<'_>, id: Id<Person>) -> Result<()> {
    tx.exec_one("DELETE FROM person WHERE id = :id", args! { id: id })
}

pub fn delete_absences_of(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM absence WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Appointments that begin with a day or later never came to be.
pub fn delete_tenures_to_come(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec("DELETE FROM tenure WHERE person_id = :person AND from_day >= :day", args! { person: person, day: day })
        .map(drop)
}

pub fn end_tenures_of(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE tenure SET until_day = :day WHERE person_id = :person AND from_day < :day AND until_day > :day",
        args! { person: person, day: day },
    )
    .map(drop)
}

/// Replaces the name by one that nobody has, and takes away the rest.
pub fn save_erased(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    let (given, family) = ("Gelöschte", "Person");
    tx.exec_one(
        "UPDATE person SET given = :given, family = :family, sort_name = :sort, title = NULL, pronouns = NULL, title_form = 'neutral', private_mail = NULL, private_phone = NULL, \
         version = version + 1, erased_at = :now WHERE id = :person AND erased_at IS NULL",
        args! { person: person, given: given, family: family, sort: crate::rules::person_sort_name(given, family), now: tx.now() },
    )
}
