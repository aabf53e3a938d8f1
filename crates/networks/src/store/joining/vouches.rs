//! Who vouches, and who objects.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::{Body, JoinRequest, Objection, Vouch};

fn vouch(r: &Row<'_>) -> Result<Vouch> {
    let answer = r.get::<Option<String>>(3)?.map(|word| word == "yes");
    Ok(Vouch { id: r.get(0)?, place: r.get(1)?, person: r.get(2)?, answer })
}

/// Everybody who was asked to vouch.
///
/// # Errors
/// When the database cannot be read.
pub fn list_vouches(conn: &Conn, request: Id<JoinRequest>) -> Result<Vec<Vouch>> {
    conn.all(
        "SELECT w.id, w.place, w.person_id, w.answer FROM vouch w WHERE w.request_id = :request AND w.person_id IS NOT NULL ORDER BY w.place, w.id",
        args! { request: request },
        vouch,
    )
}

/// The addresses an unconfirmed request names.
///
/// # Errors
/// When the database cannot be read.
pub fn list_named(conn: &Conn, request: Id<JoinRequest>) -> Result<Vec<(i64, String)>> {
    conn.all(
        "SELECT w.place, w.mail FROM vouch w WHERE w.request_id = :request AND w.mail IS NOT NULL ORDER BY w.place",
        args! { request: request },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Remembers an address until the request is confirmed.
pub fn insert_named(tx: &Tx<'_>, request: Id<JoinRequest>, place: i64, mail: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO vouch (id, request_id, place, mail) VALUES (:id, :request, :place, :mail)",
        args! { id: tx.id::<Vouch>(), request: request, place: place, mail: mail },
    )
    .map(drop)
}

/// Forgets the addresses.
pub fn delete_named(tx: &Tx<'_>, request: Id<JoinRequest>) -> Result<()> {
    tx.exec("DELETE FROM vouch WHERE request_id = :request AND mail IS NOT NULL", args! { request: request }).map(drop)
}

/// Asks a person.
pub fn insert_vouch(tx: &Tx<'_>, request: Id<JoinRequest>, place: i64, person: Id<Person>) -> Result<()> {
    tx.exec(
        "INSERT INTO vouch (id, request_id, place, person_id) VALUES (:id, :request, :place, :person)",
        args! { id: tx.id::<Vouch>(), request: request, place: place, person: person },
    )
    .map(drop)
}

/// Her answer, under every address that led to her.
pub fn save_answer(tx: &Tx<'_>, request: Id<JoinRequest>, person: Id<Person>, yes: bool) -> Result<u64> {
    tx.exec(
        "UPDATE vouch SET answer = :answer, answered_at = :now WHERE request_id = :request AND person_id = :person",
        args! { request: request, person: person, answer: if yes { "yes" } else { "no" }, now: tx.now() },
    )
}

/// What members have against it, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_objections(conn: &Conn, request: Id<JoinRequest>) -> Result<Vec<Objection>> {
    conn.all(
        "SELECT x.id, x.person_id, x.reason, x.at FROM objection x WHERE x.request_id = :request ORDER BY x.at, x.id",
        args! { request: request },
        |r| Ok(Objection { id: r.get(0)?, person: r.get(1)?, reason: r.get(2)?, at: r.get(3)? }),
    )
}

/// Writes an objection down; a second one of the same person replaces the first.
pub fn save_objection(tx: &Tx<'_>, request: Id<JoinRequest>, person: Id<Person>, reason: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO objection (id, request_id, person_id, reason, at) VALUES (:id, :request, :person, :reason, :now) ON CONFLICT (request_id, person_id) DO UPDATE SET reason = :reason, at = :now",
        args! { id: tx.id::<Objection>(), request: request, person: person, reason: reason, now: tx.now() },
    )
    .map(drop)
}

/// Remembers what the link of a letter to a member stands for.
pub fn insert_letter(tx: &Tx<'_>, request: Id<JoinRequest>, person: Id<Person>, token_hash: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO join_letter (id, request_id, person_id, token_hash) VALUES (:id, :request, :person, :hash)",
        args! { id: tx.id::<Body>(), request: request, person: person, hash: token_hash },
    )
    .map(drop)
}

/// What the link of a letter stands for.
///
/// # Errors
/// When the database cannot be read.
pub fn find_letter(conn: &Conn, token_hash: &str) -> Result<Option<(Id<JoinRequest>, Id<Person>)>> {
    conn.find(
        "SELECT l.request_id, l.person_id FROM join_letter l WHERE l.token_hash = :hash",
        args! { hash: token_hash },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Deletes everything that was said about a request, and what its letters open.
pub fn delete_of(tx: &Tx<'_>, request: Id<JoinRequest>) -> Result<()> {
    tx.exec("DELETE FROM objection WHERE request_id = :request", args! { request: request })?;
    tx.exec("DELETE FROM vouch WHERE request_id = :request", args! { request: request })?;
    tx.exec("DELETE FROM join_letter WHERE request_id = :request", args! { request: request }).map(drop)
}

/// Deletes what a person said about others' requests, and what her letters open.
pub fn delete_by(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM objection WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM vouch WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM join_letter WHERE person_id = :person", args! { person: person }).map(drop)
}

/// What a person said about requests of others: the body's names, whether she vouches or why she objects, and when.
pub struct Said {
    /// The name of the body, and in English where it has one.
    pub body: (String, Option<String>),
    /// Whether she vouches; `None` for an objection.
    pub vouches: Option<bool>,
    /// Why she objects.
    pub reason: String,
    /// When.
    pub at: Option<Moment>,
}

/// Everything a person said about requests of others, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_said(conn: &Conn, person: Id<Person>) -> Result<Vec<Said>> {
    conn.all(
        "SELECT b.name, b.name_en, w.answer, '', w.answered_at, w.id FROM vouch w JOIN join_request q ON q.id = w.request_id JOIN body b ON b.id = q.body_id WHERE w.person_id = :person AND w.answer IS NOT NULL \
         UNION ALL SELECT b.name, b.name_en, NULL, x.reason, x.at, x.id FROM objection x JOIN join_request q ON q.id = x.request_id JOIN body b ON b.id = q.body_id WHERE x.person_id = :person ORDER BY 5, 6",
        args! { person: person },
        |r| {
            let vouches = r.get::<Option<String>>(2)?.map(|word| word == "yes");
            Ok(Said { body: (r.get(0)?, r.get(1)?), vouches, reason: r.get(3)?, at: r.get(4)? })
        },
    )
}
