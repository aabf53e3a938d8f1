//! Who was there. Read by the number of a meeting its caller found before.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::{Line, Meeting, SheetHead, Span};

const LINE: &str = "a.line, a.seat_id, a.person_id, a.name, a.capacity, a.state, a.by_name, a.from_at, a.until_at, a.checked, a.contested, a.id";

fn line(r: &Row<'_>) -> Result<Line> {
    Ok(Line {
        key: r.get(0)?,
        seat: r.get(1)?,
        person: r.get(2)?,
        name: r.get(3)?,
        capacity: r.get(4)?,
        presence: r.get(5)?,
        by_name: r.get(6)?,
        from: r.get(7)?,
        until: r.get(8)?,
        earlier: Vec::new(),
        checked: r.get(9)?,
        contested: r.get(10)?,
        row: Some(r.get(11)?),
        authorised: false,
    })
}

/// The lines kept of a meeting, in the order in which they were, without the times before the last one.
///
/// # Errors
/// When the database cannot be read.
pub fn list_lines(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<Line>> {
    conn.all(
        &format!("SELECT {LINE} FROM attendance a WHERE a.meeting_id = :meeting ORDER BY a.id"),
        args! { meeting: meeting },
        line,
    )
}

/// The times before the last one, each with its line, the first first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_spans(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<(String, Span)>> {
    conn.all(
        "SELECT s.line, s.state, s.by_name, s.from_at, s.until_at FROM attendance_span s WHERE s.meeting_id = :meeting ORDER BY s.line, s.until_at",
        args! { meeting: meeting },
        |r| Ok((r.get(0)?, Span { presence: r.get(1)?, by_name: r.get(2)?, from: r.get(3)?, until: r.get(4)? })),
    )
}

/// Some of them by their keys, as [`list_lines`].
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_key(conn: &Conn, meeting: Id<Meeting>, keys: Vec<String>) -> Result<Vec<Line>> {
    conn.all(
        &format!("SELECT {LINE} FROM attendance a WHERE a.meeting_id = :meeting AND a.line IN (:keys*)"),
        args! { meeting: meeting, keys: keys },
        line,
    )
}

/// Those of a person, as [`list_lines`].
///
/// # Errors
/// When the database cannot be read.
pub fn list_own(conn: &Conn, meeting: Id<Meeting>, person: Id<Person>) -> Result<Vec<Line>> {
    conn.all(
        &format!(
            "SELECT {LINE} FROM attendance a WHERE a.person_id = :person AND a.meeting_id = :meeting ORDER BY a.id"
        ),
        args! { person: person, meeting: meeting },
        line,
    )
}

/// How many lines are kept of a meeting.
///
/// # Errors
/// When the database cannot be read.
pub fn count_lines(conn: &Conn, meeting: Id<Meeting>) -> Result<i64> {
    conn.count("SELECT COUNT(*) FROM attendance a WHERE a.meeting_id = :meeting", args! { meeting: meeting })
}

/// What holds for all of the list; `None` before anybody kept it.
///
/// # Errors
/// When the database cannot be read.
pub fn find_head(conn: &Conn, meeting: Id<Meeting>) -> Result<Option<SheetHead>> {
    conn.find(
        "SELECT s.doubted, s.second_summons, s.version, s.checked FROM meeting_sheet s WHERE s.meeting_id = :meeting",
        args! { meeting: meeting },
        |r| Ok(SheetHead { doubted: r.get(0)?, second_summons: r.get(1)?, version: r.get(2)?, checked: r.get(3)? }),
    )
}

/// Begins the list of a meeting, in which some may have entered themselves.
///
/// # Errors
/// [`kernel::Error::Stale`] when somebody kept it meanwhile.
pub fn insert_head(tx: &Tx<'_>, meeting: Id<Meeting>, head: &SheetHead, by: Option<i64>) -> Result<()> {
    tx.exec_one(
        "INSERT INTO meeting_sheet (meeting_id, doubted, second_summons, kept_by, kept_at) VALUES (:meeting, :doubted, :second, :by, :now) \
         ON CONFLICT (meeting_id) DO UPDATE SET doubted = excluded.doubted, second_summons = excluded.second_summons, kept_by = excluded.kept_by, kept_at = excluded.kept_at, version = 1 \
         WHERE meeting_sheet.version = 0",
        args! { meeting: meeting, doubted: head.doubted, second: head.second_summons, by: by, now: tx.now() },
    )
}

/// Counts one more who enters herself, and gives her number.
pub fn count_check(tx: &Tx<'_>, meeting: Id<Meeting>) -> Result<i64> {
    tx.exec(
        "INSERT INTO meeting_sheet (meeting_id, kept_at, version, checked) VALUES (:meeting, :now, 0, 1) \
         ON CONFLICT (meeting_id) DO UPDATE SET checked = meeting_sheet.checked + 1",
        args! { meeting: meeting, now: tx.now() },
    )?;
    tx.count("SELECT s.checked FROM meeting_sheet s WHERE s.meeting_id = :meeting", args! { meeting: meeting })
}

/// Writes what holds for all of it.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_head(tx: &Tx<'_>, meeting: Id<Meeting>, head: &SheetHead, by: Option<i64>) -> Result<()> {
    tx.exec_one(
        "UPDATE meeting_sheet SET doubted = :doubted, second_summons = :second, kept_by = :by, kept_at = :now, version = version + 1 WHERE meeting_id = :meeting AND version = :version",
        args! { doubted: head.doubted, second: head.second_summons, by: by, now: tx.now(), meeting: meeting, version: head.version },
    )
}

/// Writes a line, new or changed.
pub fn save_line(tx: &Tx<'_>, meeting: Id<Meeting>, it: &Line) -> Result<()> {
    let id: Id<Line> = tx.id();
    tx.exec(
        "INSERT INTO attendance (id, meeting_id, line, seat_id, person_id, name, capacity, state, by_name, from_at, until_at, checked, contested) \
         VALUES (:id, :meeting, :line, :seat, :person, :name, :capacity, :state, :by_name, :from, :until, :checked, :contested) \
         ON CONFLICT (meeting_id, line) DO UPDATE SET name = excluded.name, state = excluded.state, by_name = excluded.by_name, from_at = excluded.from_at, until_at = excluded.until_at, checked = excluded.checked, contested = excluded.contested",
        args! {
            id: id, meeting: meeting, line: &it.key, seat: it.seat, person: it.person, name: &it.name, capacity: it.capacity, state: it.presence,
            by_name: &it.by_name, from: it.from, until: it.until, checked: it.checked, contested: it.contested,
        },
    )
    .map(drop)
}

/// The row of a line.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_row(conn: &Conn, meeting: Id<Meeting>, line: &str) -> Result<Id<Line>> {
    conn.one(
        "SELECT a.id FROM attendance a WHERE a.meeting_id = :meeting AND a.line = :line",
        args! { meeting: meeting, line: line },
        |r| r.get(0),
    )
}

/// The rows of a meeting on which a file hangs. `thing`: what it hangs on.
///
/// # Errors
/// When the database cannot be read.
pub fn list_filed(conn: &Conn, thing: &str, meeting: Id<Meeting>) -> Result<Vec<Id<Line>>> {
    conn.all(
        "SELECT DISTINCT a.id FROM attendance a JOIN attachment t ON t.thing = :thing AND t.thing_id = a.id WHERE a.meeting_id = :meeting",
        args! { thing: thing, meeting: meeting },
        |r| r.get(0),
    )
}

/// Writes a time before the last one.
pub fn insert_span(tx: &Tx<'_>, meeting: Id<Meeting>, line: &str, it: &Span) -> Result<()> {
    tx.exec(
        "INSERT INTO attendance_span (id, meeting_id, line, state, by_name, from_at, until_at) VALUES (:id, :meeting, :line, :state, :by_name, :from, :until)",
        args! { id: tx.id::<Span>(), meeting: meeting, line: line, state: it.presence, by_name: &it.by_name, from: it.from, until: it.until },
    )
    .map(drop)
}

/// Takes the times before the last one away.
pub fn delete_spans(tx: &Tx<'_>, meeting: Id<Meeting>, line: &str) -> Result<()> {
    tx.exec(
        "DELETE FROM attendance_span WHERE meeting_id = :meeting AND line = :line",
        args! { meeting: meeting, line: line },
    )
    .map(drop)
}

/// The meetings of sensitive bodies, of a committee that alone is sensitive, too.
const SENSITIVE: &str = "(SELECT m.id FROM body b JOIN body n ON n.id = b.network_id JOIN meeting m ON m.body_id = b.id WHERE (b.sensitive OR n.sensitive) AND m.starts_at < :before)";

/// In sensitive bodies when somebody was there goes, before [`delete_sensitive`].
pub fn delete_sensitive_spans(tx: &Tx<'_>, before: Moment) -> Result<()> {
    let sql = format!("DELETE FROM attendance_span WHERE meeting_id IN {SENSITIVE}");
    tx.exec(&sql, args! { before: before }).map(drop)
}

/// The rows of those lists on which a file hangs, before [`delete_sensitive`]. `thing`: what it hangs on.
///
/// # Errors
/// When the database cannot be read.
pub fn list_sensitive_authorised(conn: &Conn, thing: &str, before: Moment) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT DISTINCT a.id FROM attendance a JOIN attachment t ON t.thing = :thing AND t.thing_id = a.id WHERE a.meeting_id IN {SENSITIVE}"
    );
    conn.all(&sql, args! { thing: thing, before: before }, |r| r.get(0))
}

/// In sensitive bodies who was there goes: numbers stay in the minutes.
pub fn delete_sensitive(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM attendance WHERE meeting_id IN {SENSITIVE}"), args! { before: before }).map(drop)
}
