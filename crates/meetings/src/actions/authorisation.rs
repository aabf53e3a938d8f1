//! Authorisations handed in at check-in: kept with the line of whoever was represented, as long as the list is open.

use std::collections::HashSet;

use db::{Conn, Tx};
use files::{Attachment, On, Upload};
use kernel::{Actor, Error, Id, Result};
use networks::Body;

use super::{
    attendance::{attendance_of, open},
    event, led, rule,
};
use crate::{Attendance, Line, Meeting, rules::authorisation, store::attendance};

/// What an authorisation hangs on.
pub const AUTHORISATION: &str = "attendance";

/// The authorisations of a line, oldest first. Whether the reader convenes is asked before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_authorisations(conn: &Conn, line: &Line) -> Result<Vec<Attachment>> {
    let row: Vec<i64> = line.row.iter().map(|row| row.raw()).collect();
    files::list(conn, AUTHORISATION, &row)
}

/// The lines of a list on which one hangs, whoever they are represented by now.
///
/// # Errors
/// When the database cannot be read.
pub fn list_filed(conn: &Conn, list: &Attendance) -> Result<HashSet<Id<Line>>> {
    if list.lines.iter().all(|line| line.row.is_none()) {
        return Ok(HashSet::new());
    }
    Ok(attendance::list_filed(conn, AUTHORISATION, list.meeting)?.into_iter().collect())
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_authorisation(conn: &Conn, line: &Line, id: Id<Attachment>) -> Result<Attachment> {
    let row = line.row.ok_or(Error::NotFound)?;
    files::find(conn, On::new(AUTHORISATION, row.raw()), id)
}

/// The line of that key, in a meeting the actor convenes whose list is open.
fn found(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, key: &str) -> Result<(Meeting, Body, Line)> {
    let (meeting, body) = led(tx, by, id)?;
    let list = attendance_of(tx, &meeting, &body)?;
    let line = list.lines.into_iter().find(|line| line.key == key).ok_or(Error::NotFound)?;
    open(tx, &meeting)?;
    Ok((meeting, body, line))
}

/// Hangs files on the line of somebody who is represented or voted for. Gives how many are new.
///
/// # Errors
/// [`Error::NotFound`], also for a line that is none; [`Error::Denied`] but for those who convene; [`Error::Rule`] where nobody
/// acts for her, before the day, and once the minutes went out; [`Error::Form`] when there are too many.
pub fn add_authorisation(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, key: &str, uploads: &[Upload]) -> Result<usize> {
    let (meeting, body, line) = found(tx, by, id, key)?;
    let rules = decisions::rules_of(tx, &body, meeting.day())?;
    let voters = networks::voters(tx, &body, meeting.day())?;
    let voter = voters.iter().find(|voter| Some(voter.seat) == line.seat);
    if rules.as_ref().and_then(|found| authorisation(&found.rules, &line, voter)).is_none() {
        return rule(
            "Eine Vollmacht gehört zu jemandem, der vertreten ist. Tragen Sie das zuerst ein.",
            "An authorisation belongs to somebody who is represented. Please enter that first.",
        );
    }
    let row = match line.row {
        Some(row) => row,
        // Until now only expected: what hangs on it makes it a line of the list.
        None => {
            attendance::save_line(tx, id, &line)?;
            attendance::find_row(tx, id, key)?
        }
    };
    let made = files::attach(tx, On::new(AUTHORISATION, row.raw()), uploads, by.person)?;
    tx.emit(event("attendance.authorised", &meeting, by.person));
    Ok(made.len())
}

/// Takes one away that was handed in by mistake, also where the line was put right since and nobody acts for her.
///
/// # Errors
/// As [`add_authorisation`], but for what concerns new files.
pub fn remove_authorisation(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Meeting>,
    key: &str,
    authorisation: Id<Attachment>,
) -> Result<()> {
    let (meeting, _, line) = found(tx, by, id, key)?;
    let row = line.row.ok_or(Error::NotFound)?;
    files::remove(tx, On::new(AUTHORISATION, row.raw()), authorisation)?;
    tx.emit(event("attendance.authorisation_removed", &meeting, by.person));
    Ok(())
}

/// In sensitive networks they go with the lists, before these do.
///
/// # Errors
/// When the database refuses.
pub fn forget(tx: &Tx<'_>, before: kernel::Moment) -> Result<()> {
    let rows = attendance::list_sensitive_authorised(tx, AUTHORISATION, before)?;
    files::drop_all(tx, AUTHORISATION, &rows)
}
