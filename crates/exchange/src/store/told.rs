//! What happened between two moments, for letters: the program asks for each reader's rights when it writes one.

use db::{Conn, args};
use kernel::{Id, Moment, Result};
use people::Person;
use web::Window;

use super::threads::{THREAD, thread};
use crate::{Forward, Reply, Thread};

/// Threads in which something happened within a window; those out of sight are told to nobody.
///
/// # Errors
/// When the database cannot be read.
pub fn list_lively(conn: &Conn, window: &Window) -> Result<Vec<Thread>> {
    let Some(networks) = &window.networks else {
        return conn.all(
            &format!("SELECT {THREAD} FROM thread t WHERE t.hidden_at IS NULL AND (t.last_at > :since OR t.id IN (SELECT f.thread_id FROM thread_forward f WHERE f.made_at > :since)) ORDER BY t.id"),
            args! { since: window.since },
            thread,
        );
    };
    conn.all(
        &format!(
            "SELECT {THREAD} FROM thread t WHERE t.hidden_at IS NULL AND t.id IN (SELECT h.id FROM thread h WHERE h.network_id IN (:networks*) AND h.last_at > :since \
             UNION SELECT f.thread_id FROM thread_forward f JOIN thread l ON l.id = f.thread_id WHERE f.network_id IN (:networks*) AND (f.made_at > :since OR l.last_at > :since)) ORDER BY t.id"
        ),
        args! { networks: networks.as_slice(), since: window.since },
        thread,
    )
}

/// An answer: thread, its number, who wrote, when.
pub type Answered = (Id<Thread>, Id<Reply>, Option<Id<Person>>, Moment);

/// Answers within a window, of these threads where it is that of some networks. Those out of sight are told to nobody.
///
/// # Errors
/// When the database cannot be read.
pub fn list_replies(conn: &Conn, window: &Window, threads: &[Id<Thread>]) -> Result<Vec<Answered>> {
    let mut given = args! { since: window.since, until: window.until };
    let within = if window.networks.is_some() {
        given = given.with("threads", threads);
        " AND y.thread_id IN (:threads*)"
    } else {
        ""
    };
    conn.all(
        &format!("SELECT y.thread_id, y.id, y.person_id, y.made_at FROM reply y WHERE y.made_at > :since AND y.made_at <= :until{within} AND y.hidden_at IS NULL ORDER BY y.made_at, y.id"),
        given,
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)),
    )
}

/// Who is named in the answers to some threads.
///
/// # Errors
/// When the database cannot be read.
pub fn list_mentions(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<(Id<Reply>, i64)>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT m.reply_id, m.person_id FROM reply y JOIN reply_mention m ON m.reply_id = y.id WHERE y.thread_id IN (:threads*) AND y.hidden_at IS NULL",
        args! { threads: threads },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The words of the answers to some threads that are in sight, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_words(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<(Id<Thread>, String)>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT y.thread_id, y.words FROM reply y WHERE y.thread_id IN (:threads*) AND y.hidden_at IS NULL ORDER BY y.made_at, y.id",
        args! { threads: threads },
        |r| Ok((r.get(0)?, r.get(1)?)),
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
