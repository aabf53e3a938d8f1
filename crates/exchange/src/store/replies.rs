//! Answers, and what stood there before.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};

use super::threads::hidden;
use crate::{Earlier, Reply, Thread, Way};

const REPLY: &str = "y.id, y.thread_id, y.person_id, y.words, y.way, y.made_at, y.edited_at, y.helped_at, y.hidden_at, y.hidden_by, y.hidden_reason, y.version, y.capacity";

fn reply(r: &Row<'_>) -> Result<Reply> {
    Ok(Reply {
        id: r.get(0)?,
        thread: r.get(1)?,
        author: r.get(2)?,
        words: r.get(3)?,
        way: r.get(4)?,
        made_at: r.get(5)?,
        edited_at: r.get(6)?,
        helped_at: r.get(7)?,
        hidden: hidden(r, 8)?,
        version: r.get(11)?,
        capacity: r.get(12)?,
    })
}

/// The answers of a thread, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_replies(conn: &Conn, thread: Id<Thread>) -> Result<Vec<Reply>> {
    conn.all(
        &format!("SELECT {REPLY} FROM reply y WHERE y.thread_id = :thread ORDER BY y.made_at, y.id"),
        args! { thread: thread },
        reply,
    )
}

/// An answer, whoever asks; its thread is found under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_reply(conn: &Conn, id: Id<Reply>) -> Result<Reply> {
    conn.one(&format!("SELECT {REPLY} FROM reply y WHERE y.id = :id"), args! { id: id }, reply)
}

/// Writes an answer down.
pub fn insert_reply(
    tx: &Tx<'_>,
    id: Id<Reply>,
    thread: Id<Thread>,
    (words, way): (&str, Way),
    (by, capacity): (Option<i64>, &str),
) -> Result<()> {
    tx.exec(
        "INSERT INTO reply (id, thread_id, person_id, capacity, words, way, made_at) VALUES (:id, :thread, :by, :capacity, :words, :way, :now)",
        args! { id: id, thread: thread, by: by, capacity: capacity, words: words, way: way, now: tx.now() },
    )
    .map(drop)
}

/// Writes changed words.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_reply(tx: &Tx<'_>, id: Id<Reply>, version: i64, words: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE reply SET words = :words, edited_at = :now, version = version + 1 WHERE id = :id AND version = :version",
        args! { words: words, now: tx.now(), id: id, version: version },
    )
}

/// Marks an answer as helpful, or no longer.
pub fn save_helped(tx: &Tx<'_>, id: Id<Reply>, at: Option<Moment>) -> Result<()> {
    tx.exec("UPDATE reply SET helped_at = :at WHERE id = :id", args! { at: at, id: id }).map(drop)
}

/// Takes an answer out of sight, or shows it again.
pub fn save_hidden(tx: &Tx<'_>, id: Id<Reply>, by: Option<i64>, reason: Option<&str>) -> Result<()> {
    let at = reason.map(|_| tx.now());
    let by = by.filter(|_| reason.is_some());
    tx.exec(
        "UPDATE reply SET hidden_at = :at, hidden_by = :by, hidden_reason = :reason WHERE id = :id",
        args! { at: at, by: by, reason: reason, id: id },
    )
    .map(drop)
}

/// Keeps what stood there before a change.
pub fn insert_earlier(tx: &Tx<'_>, thread: Id<Thread>, of: &Earlier) -> Result<()> {
    let id: Id<Earlier> = tx.id();
    tx.exec(
        "INSERT INTO earlier (id, thread_id, reply_id, title, words, until_at) VALUES (:id, :thread, :reply, :title, :words, :until)",
        args! { id: id, thread: thread, reply: of.reply, title: &of.title, words: &of.words, until: of.until },
    )
    .map(drop)
}

/// What stood there before, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_earlier(conn: &Conn, thread: Id<Thread>) -> Result<Vec<Earlier>> {
    conn.all(
        "SELECT e.reply_id, e.title, e.words, e.until_at FROM earlier e WHERE e.thread_id = :thread ORDER BY e.until_at DESC, e.id DESC",
        args! { thread: thread },
        |r| Ok(Earlier { reply: r.get(0)?, title: r.get(1)?, words: r.get(2)?, until: r.get(3)? }),
    )
}
