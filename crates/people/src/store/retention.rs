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
