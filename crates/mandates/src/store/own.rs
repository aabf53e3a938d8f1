//! What is held about a person, and what goes when she has herself erased.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Moment, Result};
use people::Person;

/// What she wrote: the reports of a person with day and sitting, and what she wrote of them before they were put right.
///
/// # Errors
/// When the database cannot be read.
pub fn list_reports(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, Moment, [String; 5])>> {
    conn.all(
        "SELECT x.title, x.starts_at, m.subject, m.decided, m.contributed, m.effects, m.confidential FROM mandate_report m JOIN outside_session x ON x.id = m.session_id WHERE m.person_id = :person \
         UNION ALL SELECT x.title, x.starts_at, f.subject, f.decided, f.contributed, f.effects, f.confidential FROM report_former f JOIN mandate_report m ON m.id = f.report_id JOIN outside_session x ON x.id = m.session_id WHERE f.person_id = :person ORDER BY 2, 1",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, [r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?, r.get(6)?])),
    )
}

/// What she gave along.
///
/// # Errors
/// When the database cannot be read.
pub fn list_notes(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, Moment)>> {
    conn.all(
        "SELECT n.text, n.made_at FROM session_note n WHERE n.person_id = :person ORDER BY n.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// What she raised, and what she follows.
///
/// # Errors
/// When the database cannot be read.
pub fn list_raised(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, bool)>> {
    conn.all(
        "SELECT p.title, 1, p.id FROM raised p WHERE p.made_by = :person UNION SELECT p.title, 0, p.id FROM raised_follower w JOIN raised p ON p.id = w.raised_id WHERE w.person_id = :person ORDER BY 3, 2",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get::<i64>(1)? == 1)),
    )
}

/// Her reports lose her name.
pub fn forget_reports(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE mandate_report SET person_id = NULL WHERE person_id = :person", args! { person: person }).map(drop)
}

/// What she wrote of them before they were put right loses her name as well.
pub fn forget_former(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE report_former SET person_id = NULL WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Her notes go.
pub fn delete_notes(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM session_note WHERE person_id = :person", args! { person: person }).map(drop)
}

/// What she raised loses her name.
pub fn forget_raised(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE raised SET made_by = NULL WHERE made_by = :person", args! { person: person }).map(drop)
}

/// Steps she noted lose her name.
pub fn forget_steps(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE raised_step SET person_id = NULL WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Sittings she noted lose her name.
pub fn forget_sessions(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE outside_session SET made_by = NULL WHERE made_by = :person", args! { person: person }).map(drop)
}

/// She follows nothing any more.
pub fn delete_follows(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM raised_follower WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Notes that were given along for sittings before a moment.
pub fn delete_old_notes(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM session_note WHERE session_id IN (SELECT x.id FROM outside_session x WHERE x.starts_at < :before)",
        args! { before: before },
    )
    .map(drop)
}

/// Drafts nobody handed in, of sittings before a day.
pub fn delete_old_drafts(tx: &Tx<'_>, before: Day) -> Result<()> {
    tx.exec(
        "DELETE FROM mandate_report WHERE state IN ('open', 'draft') AND due_day < :before",
        args! { before: before },
    )
    .map(drop)
}
