//! Letters that came in: what was written by them, what waits, and other addresses of persons.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use networks::Body;
use people::Person;

use crate::{HeldLetter, Reply, Thread};

/// Whether a letter of that name is in a thread, or waits for a body, already.
///
/// # Errors
/// When the database cannot be read.
pub fn is_known(conn: &Conn, hash: &str, thread: Option<Id<Thread>>, body: Id<Body>) -> Result<bool> {
    let posted = match thread {
        Some(thread) => conn.count(
            "SELECT COUNT(*) FROM letter_post p WHERE p.name_hash = :hash AND p.thread_id = :thread",
            args! { hash: hash, thread: thread },
        )?,
        None => conn.count(
            "SELECT COUNT(*) FROM letter_post p JOIN thread t ON t.id = p.thread_id WHERE p.name_hash = :hash AND t.body_id = :body",
            args! { hash: hash, body: body },
        )?,
    };
    let held = "SELECT COUNT(*) FROM letter_held h WHERE h.name_hash = :hash AND h.body_id = :body";
    Ok(posted > 0 || conn.count(held, args! { hash: hash, body: body })? > 0)
}

/// The threads a letter from outside became, the oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_outside(conn: &Conn, hash: &str) -> Result<Vec<Id<Thread>>> {
    conn.all(
        "SELECT p.thread_id FROM letter_post p WHERE p.name_hash = :hash AND p.outside ORDER BY p.id",
        args! { hash: hash },
        |r| r.get(0),
    )
}

/// Notes that something was written by letter.
pub fn insert_post(
    tx: &Tx<'_>,
    (thread, reply): (Id<Thread>, Option<Id<Reply>>),
    person: Option<Id<Person>>,
    (hash, outside): (&str, bool),
) -> Result<()> {
    let id: Id<()> = tx.id();
    tx.exec(
        "INSERT INTO letter_post (id, thread_id, reply_id, person_id, name_hash, outside, came_at) VALUES (:id, :thread, :reply, :person, :hash, :outside, :now) ON CONFLICT (name_hash, thread_id) DO NOTHING",
        args! { id: id, thread: thread, reply: reply, person: person, hash: hash, outside: outside, now: tx.now() },
    )
    .map(drop)
}

/// Who wrote in some threads by letter.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_mail(conn: &Conn, threads: &[Id<Thread>]) -> Result<Vec<(i64, i64)>> {
    conn.all(
        "SELECT DISTINCT p.thread_id, p.person_id FROM letter_post p WHERE p.thread_id IN (:threads*) AND p.person_id IS NOT NULL ORDER BY p.thread_id, p.person_id",
        args! { threads: threads },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

const HELD: &str = "h.id, h.network_id, h.body_id, h.thread_id, h.person_id, h.why, h.address, h.subject, h.words, h.own, h.name_hash, h.outside_hash, h.came_at";

fn held(r: &Row<'_>) -> Result<HeldLetter> {
    Ok(HeldLetter {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        thread: r.get(3)?,
        person: r.get(4)?,
        why: r.get(5)?,
        address: r.get(6)?,
        subject: r.get(7)?,
        words: r.get(8)?,
        own: r.get(9)?,
        name_hash: r.get(10)?,
        outside_hash: r.get(11)?,
        at: r.get(12)?,
    })
}

/// Keeps a letter until somebody says whose it is.
pub fn insert_held(tx: &Tx<'_>, of: &HeldLetter, token_hash: Option<&str>) -> Result<()> {
    tx.exec(
        "INSERT INTO letter_held (id, network_id, body_id, level, thread_id, person_id, why, address, subject, words, own, name_hash, outside_hash, token_hash, came_at) \
         VALUES (:id, :network, :body, 3, :thread, :person, :why, :address, :subject, :words, :own, :hash, :outside, :token, :now)",
        args! {
            id: of.id, network: of.network, body: of.body, thread: of.thread, person: of.person, why: of.why, address: &of.address, subject: &of.subject,
            words: &of.words, own: &of.own, hash: &of.name_hash, outside: of.outside_hash.clone(), token: token_hash, now: of.at,
        },
    )
    .map(drop)
}

/// The letter a link leads to.
///
/// # Errors
/// When the database cannot be read.
pub fn find_held_by_token(conn: &Conn, hash: &str) -> Result<Option<HeldLetter>> {
    conn.find(&format!("SELECT {HELD} FROM letter_held h WHERE h.token_hash = :hash"), args! { hash: hash }, held)
}

/// A letter that waits, for those who lead its body.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_held(conn: &Conn, id: Id<HeldLetter>) -> Result<HeldLetter> {
    conn.one(&format!("SELECT {HELD} FROM letter_held h WHERE h.id = :id"), args! { id: id }, held)
}

/// The letters that wait for a body, oldest first: for those who lead it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_held(conn: &Conn, body: Id<Body>, most: i64) -> Result<Vec<HeldLetter>> {
    conn.all(
        &format!("SELECT {HELD} FROM letter_held h WHERE h.body_id = :body ORDER BY h.came_at, h.id LIMIT :most"),
        args! { body: body, most: most },
        held,
    )
}

/// The letters from one address that wait for one person, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_held_of(conn: &Conn, person: Id<Person>, address: &str) -> Result<Vec<HeldLetter>> {
    conn.all(
        &format!("SELECT {HELD} FROM letter_held h WHERE h.person_id = :person AND h.address = :address ORDER BY h.came_at, h.id"),
        args! { person: person, address: address },
        held,
    )
}

/// How many letters wait for a body.
///
/// # Errors
/// When the database cannot be read.
pub fn count_held(conn: &Conn, body: Id<Body>) -> Result<i64> {
    conn.count("SELECT COUNT(*) FROM letter_held h WHERE h.body_id = :body", args! { body: body })
}

/// A letter waits no more.
///
/// # Errors
/// [`kernel::Error::Stale`] when somebody decided it meanwhile.
pub fn delete_held(tx: &Tx<'_>, id: Id<HeldLetter>) -> Result<()> {
    tx.exec_one("DELETE FROM letter_held WHERE id = :id", args! { id: id })
}

/// Letters nobody claimed go after their time.
pub fn delete_old_held(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec("DELETE FROM letter_held WHERE came_at <= :before", args! { before: before }).map(drop)
}

/// What letters were called goes after its time.
pub fn delete_old_posts(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec("DELETE FROM letter_post WHERE came_at <= :before", args! { before: before }).map(drop)
}

/// Whose other address this is.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_alias(conn: &Conn, address: &str) -> Result<Option<Id<Person>>> {
    conn.find("SELECT x.person_id FROM mail_alias x WHERE x.address = :address", args! { address: address }, |r| {
        r.get(0)
    })
}

/// Notes another address of somebody; whoever had it before has it no more.
pub fn save_alias(tx: &Tx<'_>, person: Id<Person>, address: &str) -> Result<()> {
    let id: Id<()> = tx.id();
    tx.exec(
        "INSERT INTO mail_alias (id, person_id, address, made_at) VALUES (:id, :person, :address, :now) ON CONFLICT (address) DO UPDATE SET person_id = EXCLUDED.person_id, made_at = EXCLUDED.made_at",
        args! { id: id, person: person, address: address, now: tx.now() },
    )
    .map(drop)
}

/// Her other addresses.
///
/// # Errors
/// When the database cannot be read.
pub fn list_aliases(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, Moment)>> {
    conn.all(
        "SELECT x.address, x.made_at FROM mail_alias x WHERE x.person_id = :person ORDER BY x.address",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// One of her other addresses goes.
pub fn delete_alias(tx: &Tx<'_>, person: Id<Person>, address: &str) -> Result<u64> {
    tx.exec(
        "DELETE FROM mail_alias WHERE person_id = :person AND address = :address",
        args! { person: person, address: address },
    )
}

/// Her other addresses go.
pub fn forget_aliases(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM mail_alias WHERE person_id = :person", args! { person: person }).map(drop)
}

/// That she wrote by letter goes, and what waits for her.
pub fn forget_letters(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE letter_post SET person_id = NULL WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM letter_held WHERE person_id = :person", args! { person: person }).map(drop)
}

/// A letter of a circular came back.
pub fn save_came_back(tx: &Tx<'_>, mail: i64) -> Result<()> {
    tx.exec(
        "UPDATE circular_recipient SET state = 'failed' WHERE mail_id = :mail AND state IN ('written', 'left')",
        args! { mail: mail },
    )
    .map(drop)
}
