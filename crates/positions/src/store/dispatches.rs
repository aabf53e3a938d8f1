//! Letters to addressees, answers, and what became of it.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Moment, Result};

use super::{
    positions::{POSITION, position},
    seen,
};
use crate::{Addressee, Dispatch, NewDispatch, Outcome, Position, Reminder, Reply, Way};

const DISPATCH: &str = "d.id, d.position_id, d.addressee_id, d.name, d.letter, d.way, d.address, d.file_mark, d.sent_day, d.left_at, d.failed, d.due_day, d.remind_weeks, d.outcome, d.evidence, d.judged_day, d.version";
/// How many columns a position has.
const OF_POSITION: usize = 29;

fn dispatch(r: &Row<'_>) -> Result<Dispatch> {
    dispatch_from(r, 0)
}

fn dispatch_from(r: &Row<'_>, n: usize) -> Result<Dispatch> {
    Ok(Dispatch {
        id: r.get(n)?,
        position: r.get(n + 1)?,
        addressee: r.get(n + 2)?,
        name: r.get(n + 3)?,
        letter: r.get(n + 4)?,
        way: r.word(n + 5, Way::maybe)?,
        address: r.get(n + 6)?,
        file_mark: r.get(n + 7)?,
        sent: r.get(n + 8)?,
        left: r.get::<Option<Moment>>(n + 9)?.is_some(),
        failed: r.get(n + 10)?,
        due: r.get(n + 11)?,
        remind_weeks: r.get(n + 12)?,
        outcome: r.word(n + 13, Outcome::maybe)?,
        evidence: r.get(n + 14)?,
        judged: r.get(n + 15)?,
        version: r.get(n + 16)?,
    })
}

/// The letters of a position, planned ones last.
///
/// # Errors
/// When the database cannot be read.
pub fn list_dispatches(conn: &Conn, position: Id<Position>) -> Result<Vec<Dispatch>> {
    conn.all(
        &format!("SELECT {DISPATCH} FROM position_dispatch d WHERE d.position_id = :position ORDER BY COALESCE(d.sent_day, '9999-12-31'), d.id"),
        args! { position: position },
        dispatch,
    )
}

/// A letter; its caller finds the position under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_dispatch(conn: &Conn, id: Id<Dispatch>) -> Result<Dispatch> {
    conn.one(&format!("SELECT {DISPATCH} FROM position_dispatch d WHERE d.id = :id"), args! { id: id }, dispatch)
}

/// Every letter to some addressees with its position, as far as the reader sees that and it was sent, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_to(conn: &Conn, actor: &Actor, addressees: &[Id<Addressee>]) -> Result<Vec<(Position, Dispatch)>> {
    conn.all(
        &format!(
            "SELECT {POSITION}, {DISPATCH} FROM position_dispatch d JOIN position p ON p.id = d.position_id WHERE d.addressee_id IN (:ids*) AND d.sent_day IS NOT NULL AND p.published_at IS NOT NULL AND {{visible:p}} ORDER BY d.sent_day DESC, d.id DESC"
        ),
        seen(actor, args! { ids: addressees }),
        |r| Ok((position(r)?, dispatch_from(r, OF_POSITION)?)),
    )
}

/// Letters whose answer is overdue, for the daily job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_overdue(conn: &Conn, today: Day) -> Result<Vec<Dispatch>> {
    conn.all(
        &format!("SELECT {DISPATCH} FROM position_dispatch d WHERE d.due_day < :today AND d.outcome IS NULL AND d.sent_day IS NOT NULL ORDER BY d.id"),
        args! { today: today },
        dispatch,
    )
}

/// Plans a letter.
pub fn insert_dispatch(
    tx: &Tx<'_>,
    id: Id<Dispatch>,
    position: Id<Position>,
    name: &str,
    new: &NewDispatch,
) -> Result<()> {
    tx.exec(
        "INSERT INTO position_dispatch (id, position_id, addressee_id, name, letter, file_mark, due_day, remind_weeks, made_at) VALUES (:id, :position, :addressee, :name, :letter, :mark, :due, :weeks, :now)",
        args! { id: id, position: position, addressee: new.addressee, name: name, letter: &new.letter, mark: &new.file_mark, due: new.due, weeks: new.remind_weeks, now: tx.now() },
    )
    .map(drop)
}

/// Takes a planned letter away.
///
/// # Errors
/// [`kernel::Error::Stale`] when it was sent.
pub fn delete_planned(tx: &Tx<'_>, id: Id<Dispatch>) -> Result<()> {
    tx.exec_one("DELETE FROM position_dispatch WHERE id = :id AND sent_day IS NULL", args! { id: id })
}

/// The letter went: the proof.
///
/// # Errors
/// [`kernel::Error::Stale`] when it went before.
pub fn save_sent(
    tx: &Tx<'_>,
    id: Id<Dispatch>,
    (way, day, by): (Way, Day, Option<i64>),
    (name, address, mail): (&str, &str, Option<i64>),
) -> Result<()> {
    tx.exec_one(
        "UPDATE position_dispatch SET way = :way, sent_day = :day, sent_by = :by, name = :name, address = :address, mail_id = :mail, version = version + 1 WHERE id = :id AND sent_day IS NULL",
        args! { way: way, day: day, by: by, name: name, address: address, mail: mail, id: id },
    )
}

/// What became of it.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_judged(
    tx: &Tx<'_>,
    d: &Dispatch,
    (outcome, evidence, day): (Outcome, &str, Day),
    by: Option<i64>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE position_dispatch SET outcome = :outcome, evidence = :evidence, judged_day = :day, judged_by = :by, version = version + 1 WHERE id = :id AND version = :version",
        args! { outcome: outcome, evidence: evidence, day: day, by: by, id: d.id, version: d.version },
    )
}

/// The answers to the letters of a position, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_replies(conn: &Conn, dispatches: &[Id<Dispatch>]) -> Result<Vec<Reply>> {
    if dispatches.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT w.dispatch_id, w.day, w.text, w.file_mark, w.open, w.id FROM position_answer w WHERE w.dispatch_id IN (:ids*) ORDER BY w.day, w.id",
        args! { ids: dispatches },
        reply,
    )
}

fn reply(r: &Row<'_>) -> Result<Reply> {
    Ok(Reply {
        id: r.get(5)?,
        dispatch: r.get(0)?,
        day: r.get(1)?,
        text: r.get(2)?,
        file_mark: r.get(3)?,
        open: r.get(4)?,
    })
}

/// An answer; its caller finds the position of its letter under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_reply(conn: &Conn, id: Id<Reply>) -> Result<Reply> {
    conn.one(
        "SELECT w.dispatch_id, w.day, w.text, w.file_mark, w.open, w.id FROM position_answer w WHERE w.id = :id",
        args! { id: id },
        reply,
    )
}

/// Files an answer.
pub fn insert_reply(tx: &Tx<'_>, new: &Reply, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO position_answer (id, dispatch_id, day, text, file_mark, open, entered_by, made_at) VALUES (:id, :dispatch, :day, :text, :mark, :open, :by, :now)",
        args! { id: new.id, dispatch: new.dispatch, day: new.day, text: &new.text, mark: &new.file_mark, open: new.open, by: by, now: tx.now() },
    )
    .map(drop)
}

/// The reminders of some letters, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_reminders(conn: &Conn, dispatches: &[Id<Dispatch>]) -> Result<Vec<Reminder>> {
    if dispatches.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT m.dispatch_id, m.day, m.way, m.failed FROM position_reminder m WHERE m.dispatch_id IN (:ids*) ORDER BY m.day, m.id",
        args! { ids: dispatches },
        |r| Ok(Reminder { dispatch: r.get(0)?, day: r.get(1)?, way: r.get(2)?, failed: r.get(3)? }),
    )
}

/// Somebody was asked again: the proof.
pub fn insert_reminder(
    tx: &Tx<'_>,
    id: Id<Dispatch>,
    (way, day, letter): (Way, Day, &str),
    (mail, by): (Option<i64>, Option<i64>),
) -> Result<()> {
    tx.exec(
        "INSERT INTO position_reminder (id, dispatch_id, day, way, letter, mail_id, sent_by) VALUES (:new, :id, :day, :way, :letter, :mail, :by)",
        args! { new: tx.id::<Reminder>(), id: id, day: day, way: way, letter: letter, mail: mail, by: by },
    )
    .map(drop)
}

/// Letters of which the outbox has not said how they fared.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn) -> Result<Vec<i64>> {
    conn.all(
        "SELECT mail_id FROM position_dispatch WHERE mail_id IS NOT NULL AND left_at IS NULL AND failed = FALSE UNION ALL SELECT mail_id FROM position_reminder WHERE mail_id IS NOT NULL AND left_at IS NULL AND failed = FALSE",
        args! {},
        |r| r.get(0),
    )
}

/// How a letter fared.
pub fn save_left(tx: &Tx<'_>, mail: i64, left_at: Option<Moment>) -> Result<()> {
    let given = || args! { left: left_at, failed: left_at.is_none(), mail: mail };
    tx.exec(
        "UPDATE position_dispatch SET left_at = :left, failed = :failed WHERE mail_id = :mail AND left_at IS NULL AND failed = FALSE",
        given(),
    )?;
    tx.exec(
        "UPDATE position_reminder SET left_at = :left, failed = :failed WHERE mail_id = :mail AND left_at IS NULL AND failed = FALSE",
        given(),
    )
    .map(drop)
}
