//! What persons chose about threads, what they have read, and who was asked in person.

use db::{Conn, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::{Chose, Reply, Stood, Thread};

/// What a person chose and read of some threads.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own(conn: &Conn, person: Id<Person>, threads: &[Id<Thread>]) -> Result<Vec<Stood>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT s.thread_id, s.person_id, s.chose, s.read_at FROM thread_reader s WHERE s.thread_id IN (:threads*) AND s.person_id = :person",
        args! { threads: threads, person: person },
        |r| Ok(Stood { thread: r.get(0)?, person: r.get(1)?, chose: Chose::maybe(r.get::<Option<String>>(2)?.as_deref())?, read_at: r.get(3)? }),
    )
}

/// What everybody chose and read of some threads: for letters, which the program writes.
///
/// # Errors
/// When the database cannot be read.
pub fn list_all(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<Stood>> {
    conn.all(
        "SELECT s.thread_id, s.person_id, s.chose, s.read_at FROM thread_reader s WHERE s.thread_id IN (:threads*)",
        args! { threads: threads },
        |r| {
            Ok(Stood {
                thread: r.get(0)?,
                person: r.get(1)?,
                chose: Chose::maybe(r.get::<Option<String>>(2)?.as_deref())?,
                read_at: r.get(3)?,
            })
        },
    )
}

/// Notes that somebody has read a thread until now.
pub fn save_read(tx: &Tx<'_>, thread: Id<Thread>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "INSERT INTO thread_reader (thread_id, person_id, read_at) VALUES (:thread, :person, :now) ON CONFLICT (thread_id, person_id) DO UPDATE SET read_at = :now",
        args! { thread: thread, person: person, now: tx.now() },
    )
    .map(drop)
}

/// Writes down what somebody chose about a thread.
pub fn save_chose(tx: &Tx<'_>, thread: Id<Thread>, person: Id<Person>, chose: Option<Chose>) -> Result<()> {
    let word = chose.map(Chose::word);
    tx.exec(
        "INSERT INTO thread_reader (thread_id, person_id, chose) VALUES (:thread, :person, :chose) ON CONFLICT (thread_id, person_id) DO UPDATE SET chose = :chose",
        args! { thread: thread, person: person, chose: word },
    )
    .map(drop)
}

/// Writes down that somebody is asked in person.
pub fn insert_asked(tx: &Tx<'_>, thread: Id<Thread>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "INSERT INTO thread_asked (thread_id, person_id) VALUES (:thread, :person) ON CONFLICT DO NOTHING",
        args! { thread: thread, person: person },
    )
    .map(drop)
}

/// Who was asked in person: thread, person, whether a letter told her.
pub type Asked = (Id<Thread>, Id<Person>, bool);

/// Who was asked in person in some threads.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<Asked>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT a.thread_id, a.person_id, a.told_at FROM thread_asked a WHERE a.thread_id IN (:threads*) ORDER BY a.thread_id, a.person_id",
        args! { threads: threads },
        |r| Ok((r.get(0)?, r.get(1)?, r.get::<Option<Moment>>(2)?.is_some())),
    )
}

/// Notes that a letter told her.
pub fn save_asked_told(tx: &Tx<'_>, thread: Id<Thread>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE thread_asked SET told_at = :now WHERE thread_id = :thread AND person_id = :person",
        args! { now: tx.now(), thread: thread, person: person },
    )
    .map(drop)
}

/// Writes down that somebody is named in an answer.
pub fn insert_mention(tx: &Tx<'_>, reply: Id<Reply>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "INSERT INTO reply_mention (reply_id, person_id) VALUES (:reply, :person) ON CONFLICT DO NOTHING",
        args! { reply: reply, person: person },
    )
    .map(drop)
}

/// Who is named in an answer, and whether a letter told her.
///
/// # Errors
/// When the database cannot be read.
pub fn list_mentioned(conn: &Conn, reply: Id<Reply>) -> Result<Vec<(Id<Person>, bool)>> {
    conn.all(
        "SELECT m.person_id, m.told_at FROM reply_mention m WHERE m.reply_id = :reply ORDER BY m.person_id",
        args! { reply: reply },
        |r| Ok((r.get(0)?, r.get::<Option<Moment>>(1)?.is_some())),
    )
}

/// Notes that a letter told whoever is named.
pub fn save_mention_told(tx: &Tx<'_>, reply: Id<Reply>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE reply_mention SET told_at = :now WHERE reply_id = :reply AND person_id = :person",
        args! { now: tx.now(), reply: reply, person: person },
    )
    .map(drop)
}

/// Who was named in threads that have been silent for long.
pub fn delete_mentions(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        &format!("DELETE FROM reply_mention WHERE reply_id IN (SELECT y.id FROM reply y WHERE y.thread_id IN ({LONG_SILENT}))"),
        args! { before: before },
    )
    .map(drop)
}

const LONG_SILENT: &str = "SELECT t.id FROM thread t WHERE t.last_at < :before";

/// What somebody chose about threads that have been silent for long.
pub fn delete_readers(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM thread_reader WHERE thread_id IN ({LONG_SILENT})"), args! { before: before })
        .map(drop)
}

/// Who was asked in threads that have been silent for long.
pub fn delete_asked(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM thread_asked WHERE thread_id IN ({LONG_SILENT})"), args! { before: before }).map(drop)
}
