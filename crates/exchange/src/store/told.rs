//! What happened between two moments, for letters: the program asks for each reader's rights when it writes one.

use db::{Conn, args};
use kernel::{Id, Moment, Result};
use people::Person;

use super::threads::{THREAD, thread};
use crate::{Forward, Thread};

/// Threads in which something happened since a moment; those out of sight are told to nobody.
///
/// # Errors
/// When the database cannot be read.
pub fn list_lively(conn: &Conn, since: Moment) -> Result<Vec<Thread>> {
    conn.all(
        &format!("SELECT {THREAD} FROM thread t WHERE t.hidden_at IS NULL AND (t.last_at > :since OR t.id IN (SELECT f.thread_id FROM thread_forward f WHERE f.made_at > :since)) ORDER BY t.id"),
        args! { since: since },
        thread,
    )
}

/// An answer: thread, who wrote, when.
pub type Answered = (Id<Thread>, Option<Id<Person>>, Moment);

/// Answers between two moments. Those out of sight are told to nobody.
///
/// # Errors
/// When the database cannot be read.
pub fn list_replies(conn: &Conn, since: Moment, until: Moment) -> Result<Vec<Answered>> {
    conn.all(
        "SELECT y.thread_id, y.person_id, y.made_at FROM reply y WHERE y.made_at > :since AND y.made_at <= :until AND y.hidden_at IS NULL ORDER BY y.made_at, y.id",
        args! { since: since, until: until },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// Who takes part in some threads by answers of hers.
///
/// # Errors
/// When the database cannot be read.
pub fn list_writers(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<(Id<Thread>, Id<Person>)>> {
    conn.all(
        "SELECT DISTINCT y.thread_id, y.person_id FROM reply y WHERE y.thread_id IN (:threads*) AND y.person_id IS NOT NULL",
        args! { threads: threads },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The ways some threads took.
///
/// # Errors
/// When the database cannot be read.
pub fn list_forwards(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<Forward>> {
    super::threads::list_forwards(conn, threads)
}
