//! Sittings while they run. Read by the number of a meeting its caller found before.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};

use crate::{Item, Meeting, Run, Sitting, Speech};

const SITTING: &str = "s.meeting_id, s.check_in, s.number, s.opened_at, s.ended_at";

fn sitting(r: &Row<'_>) -> Result<Sitting> {
    Ok(Sitting {
        meeting: r.get(0)?,
        check_in: r.get(1)?,
        number: r.get(2)?,
        opened_at: r.get(3)?,
        ended_at: r.get(4)?,
    })
}

/// The sitting of a meeting; `None` where it is led elsewhere, or has not been opened.
///
/// # Errors
/// When the database cannot be read.
pub fn find_sitting(conn: &Conn, meeting: Id<Meeting>) -> Result<Option<Sitting>> {
    conn.find(
        &format!("SELECT {SITTING} FROM live_sitting s WHERE s.meeting_id = :meeting"),
        args! { meeting: meeting },
        sitting,
    )
}

/// The sitting in whose room that number is shown.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_number(conn: &Conn, number: &str) -> Result<Option<Sitting>> {
    conn.find(
        &format!("SELECT {SITTING} FROM live_sitting s WHERE s.number = :number"),
        args! { number: number },
        sitting,
    )
}

/// Opens a sitting.
pub fn insert_sitting(tx: &Tx<'_>, meeting: Id<Meeting>, number: Option<&str>, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO live_sitting (meeting_id, check_in, number, opened_by, opened_at) VALUES (:meeting, :check_in, :number, :by, :now)",
        args! { meeting: meeting, check_in: number.is_some(), number: number, by: by, now: tx.now() },
    )
    .map(drop)
}

/// Ends a sitting: its number opens nothing any more.
pub fn save_ended(tx: &Tx<'_>, meeting: Id<Meeting>, at: Moment) -> Result<()> {
    tx.exec_one(
        "UPDATE live_sitting SET ended_at = :at, number = NULL WHERE meeting_id = :meeting AND ended_at IS NULL",
        args! { at: at, meeting: meeting },
    )
}

/// Sittings that nobody ended, opened before a moment.
///
/// # Errors
/// When the database cannot be read.
pub fn list_left_open(conn: &Conn, before: Moment) -> Result<Vec<Id<Meeting>>> {
    conn.all(
        "SELECT s.meeting_id FROM live_sitting s WHERE s.ended_at IS NULL AND s.opened_at < :before ORDER BY s.opened_at",
        args! { before: before },
        |r| r.get(0),
    )
}

/// When which item was on, in that order.
///
/// # Errors
/// When the database cannot be read.
pub fn list_runs(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<Run>> {
    conn.all(
        "SELECT r.id, r.item_id, r.from_at, r.until_at FROM item_run r WHERE r.meeting_id = :meeting ORDER BY r.from_at, r.id",
        args! { meeting: meeting },
        |r| Ok(Run { id: r.get(0)?, item: r.get(1)?, from: r.get(2)?, until: r.get(3)? }),
    )
}

/// An item is on from now on.
pub fn insert_run(tx: &Tx<'_>, meeting: Id<Meeting>, item: Id<Item>) -> Result<Id<Run>> {
    let id = tx.id();
    tx.exec(
        "INSERT INTO item_run (id, meeting_id, item_id, from_at) VALUES (:id, :meeting, :item, :now)",
        args! { id: id, meeting: meeting, item: item, now: tx.now() },
    )?;
    Ok(id)
}

/// What is on ends.
pub fn save_run_ended(tx: &Tx<'_>, meeting: Id<Meeting>, at: Moment) -> Result<u64> {
    tx.exec(
        "UPDATE item_run SET until_at = CASE WHEN from_at > :at THEN from_at ELSE :at END WHERE meeting_id = :meeting AND until_at IS NULL",
        args! { at: at, meeting: meeting },
    )
}

/// Who wants to speak, whoever asked first first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_speeches(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<Speech>> {
    conn.all(
        "SELECT p.id, p.line, p.called_at FROM speech p WHERE p.meeting_id = :meeting ORDER BY p.id",
        args! { meeting: meeting },
        |r| Ok(Speech { id: r.get(0)?, line: r.get(1)?, called_at: r.get(2)? }),
    )
}

/// Somebody wants to speak; `false` where she is on the list already.
pub fn insert_speech(tx: &Tx<'_>, meeting: Id<Meeting>, line: &str) -> Result<bool> {
    let id: Id<Speech> = tx.id();
    let done = tx.exec(
        "INSERT INTO speech (id, meeting_id, line) VALUES (:id, :meeting, :line) ON CONFLICT (meeting_id, line) DO NOTHING",
        args! { id: id, meeting: meeting, line: line },
    )?;
    Ok(done == 1)
}

/// Somebody has the floor.
///
/// # Errors
/// [`kernel::Error::Stale`] when she is no longer on the list.
pub fn save_called(tx: &Tx<'_>, id: Id<Speech>) -> Result<()> {
    tx.exec_one(
        "UPDATE speech SET called_at = :now WHERE id = :id AND called_at IS NULL",
        args! { now: tx.now(), id: id },
    )
}

/// Somebody has spoken, or does not want to any more.
pub fn delete_speech(tx: &Tx<'_>, id: Id<Speech>) -> Result<u64> {
    tx.exec("DELETE FROM speech WHERE id = :id", args! { id: id })
}

/// A line's wish to speak goes.
pub fn delete_speech_of(tx: &Tx<'_>, meeting: Id<Meeting>, line: &str) -> Result<u64> {
    tx.exec("DELETE FROM speech WHERE meeting_id = :meeting AND line = :line", args! { meeting: meeting, line: line })
}

/// The list ends with its item.
pub fn delete_speeches(tx: &Tx<'_>, meeting: Id<Meeting>) -> Result<u64> {
    tx.exec("DELETE FROM speech WHERE meeting_id = :meeting", args! { meeting: meeting })
}
