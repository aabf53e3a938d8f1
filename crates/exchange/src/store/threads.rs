//! Threads, and the ways they took.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Id, Level, Moment, Result};
use networks::Body;
use people::Person;

use super::read;
use crate::{Forward, Hidden, NewThread, Outcome, Thread, ThreadEdit};

/// The columns of a thread under the alias `t`; [`thread`] reads them.
pub const THREAD: &str = "t.id, t.network_id, t.body_id, t.level, t.kind, t.confidential, t.title, t.words, t.topic_id, t.answer_until, t.person_id, t.made_at, t.edited_at, t.last_at, t.replies, \
     t.outcome, t.outcome_by, t.outcome_at, t.hidden_at, t.hidden_by, t.hidden_reason, t.version, t.relayed, t.capacity";

/// How many columns those are.
pub const WIDTH: usize = 24;

/// Reads a thread from the columns of [`THREAD`].
pub fn thread(r: &Row<'_>) -> Result<Thread> {
    let outcome = match (r.get(15)?, r.get::<Option<Moment>>(17)?) {
        (Some(words), Some(at)) => Some(Outcome { words, by: r.get(16)?, at }),
        _ => None,
    };
    Ok(Thread {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: Level::from_number(r.get(3)?),
        kind: r.get(4)?,
        confidential: r.get(5)?,
        title: r.get(6)?,
        words: r.get(7)?,
        topic: r.get(8)?,
        answer_until: r.get(9)?,
        author: r.get(10)?,
        made_at: r.get(11)?,
        edited_at: r.get(12)?,
        last_at: r.get(13)?,
        replies: r.get(14)?,
        outcome,
        hidden: hidden(r, 18)?,
        version: r.get(21)?,
        relayed: r.get(22)?,
        capacity: r.get(23)?,
    })
}

/// Reads whether something is out of sight, from three columns.
pub fn hidden(r: &Row<'_>, at: usize) -> Result<Option<Hidden>> {
    let since: Option<Moment> = r.get(at)?;
    let reason: Option<String> = r.get(at + 2)?;
    let by = r.get(at + 1)?;
    Ok(since.map(|since| Hidden { at: since, by, reason: reason.unwrap_or_default() }))
}

/// A thread the reader may see: at home, or where it was forwarded to.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_thread(conn: &Conn, actor: &Actor, id: Id<Thread>) -> Result<Thread> {
    conn.one(
        &format!("SELECT {THREAD} FROM thread t WHERE t.id = :id AND ({{visible:t}} OR EXISTS (SELECT 1 FROM thread_forward f WHERE f.thread_id = t.id AND f.network_id IN (:mine*)))"),
        read(actor, args! { id: id, mine: actor.networks() }),
        thread,
    )
}

/// Those of the given threads the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Thread>> {
    conn.all(
        &format!("SELECT {THREAD} FROM thread t WHERE t.id IN (:ids*) AND ({{visible:t}} OR EXISTS (SELECT 1 FROM thread_forward f WHERE f.thread_id = t.id AND f.network_id IN (:mine*)))"),
        read(actor, args! { ids: ids, mine: actor.networks() }),
        thread,
    )
}

/// Threads since a moment in which a person is asked and has not answered, as far as she may see them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked_of(conn: &Conn, actor: &Actor, person: i64, since: Moment) -> Result<Vec<Thread>> {
    conn.all(
        &format!(
            "SELECT {THREAD} FROM thread_asked a JOIN thread t ON t.id = a.thread_id WHERE a.person_id = :person AND t.made_at > :since AND t.hidden_at IS NULL AND t.outcome IS NULL \
             AND NOT EXISTS (SELECT 1 FROM reply y WHERE y.thread_id = t.id AND y.person_id = :person) \
             AND ({{visible:t}} OR EXISTS (SELECT 1 FROM thread_forward f WHERE f.thread_id = t.id AND f.network_id IN (:mine*))) ORDER BY t.answer_until, t.made_at"
        ),
        read(actor, args! { person: person, since: since, mine: actor.networks() }),
        thread,
    )
}

/// A thread, for the program itself.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_any_thread(conn: &Conn, id: Id<Thread>) -> Result<Thread> {
    conn.one(&format!("SELECT {THREAD} FROM thread t WHERE t.id = :id"), args! { id: id }, thread)
}

/// The threads of some bodies the reader may see, the liveliest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_bodies(conn: &Conn, actor: &Actor, bodies: &[i64], most: i64) -> Result<Vec<Thread>> {
    conn.all(
        &format!("SELECT {THREAD} FROM thread t WHERE t.body_id IN (:bodies*) AND {{visible:t}} ORDER BY t.last_at DESC, t.id DESC LIMIT :most"),
        read(actor, args! { bodies: bodies, most: most }),
        thread,
    )
}

/// The threads that were forwarded to networks the reader is in, the liveliest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_forwarded(conn: &Conn, actor: &Actor, networks: &[i64], most: i64) -> Result<Vec<Thread>> {
    let mine: Vec<i64> = networks.iter().copied().filter(|n| actor.is_member_of(*n)).collect();
    conn.all(
        &format!("SELECT {THREAD} FROM thread t WHERE t.id IN (SELECT f.thread_id FROM thread_forward f WHERE f.network_id IN (:mine*)) ORDER BY t.last_at DESC, t.id DESC LIMIT :most"),
        args! { mine: mine, most: most },
        thread,
    )
}

/// Threads written for all networks, the liveliest first; for members of any.
///
/// # Errors
/// When the database cannot be read.
pub fn list_open(conn: &Conn, actor: &Actor, most: i64) -> Result<Vec<Thread>> {
    conn.all(
        &format!("SELECT {THREAD} FROM thread t WHERE t.level = 1 AND {{visible:t}} ORDER BY t.last_at DESC, t.id DESC LIMIT :most"),
        read(actor, args! { most: most }),
        thread,
    )
}

/// Whether a body's list says anything to the reader: a thread of it, or a number that was released.
///
/// # Errors
/// When the database cannot be read.
pub fn says_anything(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<bool> {
    let found = conn.find(
        "SELECT t.id FROM thread t WHERE t.body_id = :body AND {visible:t} UNION ALL SELECT c.id FROM released_count c WHERE c.body_id = :body AND {visible:c} LIMIT 1",
        read(actor, args! { body: body }),
        |r| r.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// Whether the reader may see any thread of a body.
///
/// # Errors
/// When the database cannot be read.
pub fn has_any(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<bool> {
    let found = conn.find(
        "SELECT t.id FROM thread t WHERE t.body_id = :body AND {visible:t} LIMIT 1",
        read(actor, args! { body: body }),
        |r| r.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// Every number, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM thread ORDER BY id", args! {}, |r| r.get(0))
}

/// Writes a thread down; without a person one that came through those who lead.
pub fn insert_thread(
    tx: &Tx<'_>,
    id: Id<Thread>,
    body: &Body,
    new: &NewThread,
    (by, capacity): (Option<i64>, &str),
) -> Result<()> {
    tx.exec(
        "INSERT INTO thread (id, network_id, body_id, level, kind, confidential, relayed, title, words, topic_id, answer_until, person_id, capacity, made_at, last_at) \
         VALUES (:id, :network, :body, :level, :kind, :confidential, :relayed, :title, :words, :topic, :until, :by, :capacity, :now, :now)",
        args! {
            id: id, network: body.network, body: body.id, level: new.level, kind: new.kind, confidential: new.confidential, relayed: by.is_none(), title: &new.title, words: &new.words,
            topic: new.topic, until: new.answer_until, by: by, capacity: capacity, now: tx.now(),
        },
    )
    .map(drop)
}

/// Writes changed words.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_thread(tx: &Tx<'_>, id: Id<Thread>, version: i64, edit: &ThreadEdit, edited: bool) -> Result<()> {
    tx.exec_one(
        "UPDATE thread SET title = :title, words = :words, topic_id = :topic, edited_at = CASE WHEN :edited = 1 THEN :now ELSE edited_at END, version = version + 1 WHERE id = :id AND version = :version",
        args! { title: &edit.title, words: &edit.words, topic: edit.topic, edited: i64::from(edited), now: tx.now(), id: id, version: version },
    )
}

/// Moves a thread to another body of its network.
pub fn save_body(tx: &Tx<'_>, id: Id<Thread>, body: Id<Body>, level: Level) -> Result<()> {
    tx.exec(
        "UPDATE thread SET body_id = :body, level = :level, version = version + 1 WHERE id = :id",
        args! { body: body, level: level, id: id },
    )
    .map(drop)
}

/// Somebody wrote in it: one answer more.
pub fn save_answered(tx: &Tx<'_>, id: Id<Thread>) -> Result<()> {
    tx.exec("UPDATE thread SET replies = replies + 1, last_at = :now WHERE id = :id", args! { now: tx.now(), id: id })
        .map(drop)
}

/// Notes what came of it.
pub fn save_outcome(tx: &Tx<'_>, id: Id<Thread>, words: &str, by: Option<i64>) -> Result<()> {
    tx.exec(
        "UPDATE thread SET outcome = :words, outcome_by = :by, outcome_at = :now, last_at = :now, version = version + 1 WHERE id = :id",
        args! { words: words, by: by, now: tx.now(), id: id },
    )
    .map(drop)
}

/// Takes a thread out of sight, or shows it again.
pub fn save_hidden(tx: &Tx<'_>, id: Id<Thread>, by: Option<i64>, reason: Option<&str>) -> Result<()> {
    let at = reason.map(|_| tx.now());
    let by = by.filter(|_| reason.is_some());
    tx.exec(
        "UPDATE thread SET hidden_at = :at, hidden_by = :by, hidden_reason = :reason, version = version + 1 WHERE id = :id",
        args! { at: at, by: by, reason: reason, id: id },
    )
    .map(drop)
}

/// Notes that whoever asked was reminded of the outcome.
pub fn save_reminded(tx: &Tx<'_>, ids: &[Id<Thread>]) -> Result<()> {
    tx.exec("UPDATE thread SET reminded_at = :now WHERE id IN (:ids*)", args! { now: tx.now(), ids: ids }).map(drop)
}

/// Questions and requests that were answered, rest since a moment and have no outcome, of which nobody was reminded: for the
/// daily job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_unfinished(conn: &Conn, (since, before): (Moment, Moment)) -> Result<Vec<Thread>> {
    conn.all(
        &format!("SELECT {THREAD} FROM thread t WHERE t.last_at >= :since AND t.last_at < :before AND t.replies > 0 AND t.kind <> 'information' AND t.outcome IS NULL AND t.hidden_at IS NULL AND t.reminded_at IS NULL AND t.person_id IS NOT NULL"),
        args! { since: since, before: before },
        thread,
    )
}

/// Writes down that a thread came into another network.
pub fn insert_forward(tx: &Tx<'_>, of: &Forward) -> Result<()> {
    let id: Id<Forward> = tx.id();
    tx.exec(
        "INSERT INTO thread_forward (id, thread_id, network_id, person_id, note, made_at) VALUES (:id, :thread, :network, :by, :note, :at)",
        args! { id: id, thread: of.thread, network: of.network, by: of.by, note: &of.note, at: of.at },
    )
    .map(drop)
}

/// The ways of some threads, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_forwards(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<Forward>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT f.thread_id, f.network_id, f.person_id, f.note, f.made_at FROM thread_forward f WHERE f.thread_id IN (:threads*) ORDER BY f.made_at, f.id",
        args! { threads: threads },
        |r| Ok(Forward { thread: r.get(0)?, network: r.get(1)?, by: r.get(2)?, note: r.get(3)?, at: r.get(4)? }),
    )
}

/// Which of these persons have a seat today in a body or its network: who left is shown so.
///
/// # Errors
/// When the database cannot be read.
pub fn list_present(conn: &Conn, persons: &[Id<Person>], bodies: &[Id<Body>]) -> Result<Vec<Id<Person>>> {
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT v.person_id FROM sits v WHERE v.body_id IN (:bodies*) AND v.person_id IN (:persons*) AND v.from_day <= :day AND v.until_day > :day",
        args! { bodies: bodies, persons: persons, day: conn.today() },
        |r| r.get(0),
    )
}
