//! Written authorisations shown at check-in: somebody comes and votes for an organisation in place of whoever is registered.

use db::{Conn, Tx};
use files::{Attachment, On, Upload};
use kernel::{Actor, Error, Id, Result};

use super::{
    attendance::{attendance_of, open},
    event, led,
};
use crate::{Meeting, store::attendance};

/// What authorisations hang on: a line of the list of who is there.
pub const AUTHORISATION: &str = "attendance";

/// Puts authorisations to a line of the list. Gives how many are new.
///
/// # Errors
/// [`Error::NotFound`], also for a line the list has not; [`Error::Denied`] but for those who convene; [`Error::Rule`] before the
/// day and once the minutes went out; [`Error::Form`] when there are too many.
pub fn add_authorisations(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, line: &str, uploads: &[Upload]) -> Result<usize> {
    let (meeting, body) = led(tx, by, id)?;
    open(tx, &meeting)?;
    let row = match attendance::find_row(tx, id, line)? {
        Some(row) => row,
        // Expected so far: from now on it is kept.
        None => {
            let list = attendance_of(tx, &meeting, &body)?;
            let line = list.lines.iter().find(|one| one.key == line).ok_or(Error::NotFound)?;
            attendance::save_line(tx, id, line)?;
            attendance::find_row(tx, id, &line.key)?.ok_or(Error::NotFound)?
        }
    };
    let made = files::attach(tx, On::new(AUTHORISATION, row), uploads, by.person)?;
    tx.emit(event("attendance.authorised", &meeting, by.person));
    Ok(made.len())
}

/// Takes one away.
///
/// # Errors
/// As [`add_authorisations`].
pub fn remove_authorisation(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, line: &str, paper: Id<Attachment>) -> Result<()> {
    let (meeting, _) = led(tx, by, id)?;
    open(tx, &meeting)?;
    let row = attendance::find_row(tx, id, line)?.ok_or(Error::NotFound)?;
    files::remove(tx, On::new(AUTHORISATION, row), paper)?;
    tx.emit(event("attendance.authorised", &meeting, by.person));
    Ok(())
}

/// Those of a line, oldest first. Whether the reader convenes the meeting is asked before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_authorisations(conn: &Conn, id: Id<Meeting>, line: &str) -> Result<Vec<Attachment>> {
    match attendance::find_row(conn, id, line)? {
        Some(row) => files::list(conn, AUTHORISATION, &[row]),
        None => Ok(Vec::new()),
    }
}
