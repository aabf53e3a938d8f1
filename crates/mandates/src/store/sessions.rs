//! Sittings of bodies of others, their items and what colleagues give along.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Id, Moment, Result};
use networks::{Body, Seat};
use people::Person;

use super::{known, mine};
use crate::{Delegation, Item, NewSession, Note, Session};

/// The columns of a sitting under the alias `x`; [`session`] reads them.
pub const SESSION: &str =
    "x.id, x.receiver_id, x.network_id, x.title, x.starts_at, x.place, x.called_off, x.briefed_at, x.version";
/// How many they are.
pub const WIDTH: usize = 9;

/// Reads a sitting from the columns of [`SESSION`] that begin at a place.
pub fn session(r: &Row<'_>, n: usize) -> Result<Session> {
    Ok(Session {
        id: r.get(n)?,
        receiver: r.get(n + 1)?,
        network: r.get(n + 2)?,
        title: r.get(n + 3)?,
        starts_at: r.get(n + 4)?,
        place: r.get(n + 5)?,
        called_off: r.get(n + 6)?,
        briefed_at: r.get(n + 7)?,
        version: r.get(n + 8)?,
    })
}

/// A sitting; its callers decide next whether the reader knows of it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_session(conn: &Conn, id: Id<Session>) -> Result<Session> {
    conn.one(&format!("SELECT {SESSION} FROM outside_session x WHERE x.id = :id"), args! { id: id }, |r| session(r, 0))
}

/// Sittings of some bodies between two moments the reader may see, by their beginning.
///
/// # Errors
/// When the database cannot be read.
pub fn list_sessions(
    conn: &Conn,
    actor: &Actor,
    receivers: &[Id<Body>],
    span: (Moment, Moment),
) -> Result<Vec<Session>> {
    conn.all(
        &format!(
            "SELECT {SESSION} FROM outside_session x WHERE x.receiver_id IN (:receivers*) AND x.starts_at >= :from AND x.starts_at < :until AND {{visible:x}} ORDER BY x.starts_at, x.id"
        ),
        known(actor, args! { receivers: receivers, from: span.0, until: span.1 }),
        |r| session(r, 0),
    )
}

/// The sittings of somebody's own seats between two moments: noted on the side of a delegation.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_side(
    conn: &Conn,
    receivers: &[Id<Body>],
    networks: &[Id<Body>],
    span: (Moment, Moment),
) -> Result<Vec<Session>> {
    conn.all(
        &format!(
            "SELECT {SESSION} FROM outside_session x WHERE x.receiver_id IN (:receivers*) AND x.network_id IN (:networks*) AND x.starts_at >= :from AND x.starts_at < :until ORDER BY x.starts_at, x.id"
        ),
        args! { receivers: receivers, networks: networks, from: span.0, until: span.1 },
        |r| session(r, 0),
    )
}

/// Those of the given numbers the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Session>> {
    conn.all(
        &format!("SELECT {SESSION} FROM outside_session x WHERE x.id IN (:ids*) AND {{visible:x}}"),
        known(actor, args! { ids: ids }),
        |r| session(r, 0),
    )
}

/// Those that begin between two moments and take place, for the daily jobs.
///
/// # Errors
/// When the database cannot be read.
pub fn list_between(conn: &Conn, span: (Moment, Moment)) -> Result<Vec<Session>> {
    conn.all(
        &format!("SELECT {SESSION} FROM outside_session x WHERE x.starts_at >= :from AND x.starts_at < :until AND NOT x.called_off ORDER BY x.starts_at, x.id"),
        args! { from: span.0, until: span.1 },
        |r| session(r, 0),
    )
}

/// Every number, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM outside_session ORDER BY id", args! {}, |r| r.get(0))
}

/// Writes a sitting down, for a network.
pub fn insert_session(
    tx: &Tx<'_>,
    id: Id<Session>,
    (receiver, network): (Id<Body>, Id<Body>),
    new: &NewSession,
    by: Option<i64>,
) -> Result<()> {
    tx.exec_one(
        "INSERT INTO outside_session (id, receiver_id, network_id, body_id, title, starts_at, place, made_by, made_at) VALUES (:id, :receiver, :network, :network, :title, :starts, :place, :by, :now)",
        args! { id: id, receiver: receiver, network: network, title: &new.title, starts: new.starts_at, place: &new.place, by: by, now: tx.now() },
    )
}

/// Writes a changed sitting.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_session(tx: &Tx<'_>, id: Id<Session>, version: i64, new: &NewSession, called_off: bool) -> Result<()> {
    tx.exec_one(
        "UPDATE outside_session SET title = :title, starts_at = :starts, place = :place, called_off = :off, version = version + 1 WHERE id = :id AND version = :version",
        args! { title: &new.title, starts: new.starts_at, place: &new.place, off: called_off, id: id, version: version },
    )
}

/// Notes that those who are sent have the pack.
pub fn save_briefed(tx: &Tx<'_>, id: Id<Session>) -> Result<()> {
    tx.exec("UPDATE outside_session SET briefed_at = :now WHERE id = :id", args! { now: tx.now(), id: id }).map(drop)
}

/// The items of a sitting in their order; its callers found the sitting before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_items(conn: &Conn, session: Id<Session>) -> Result<Vec<Item>> {
    conn.all(
        "SELECT i.id, i.place, i.title, i.relevant FROM session_item i WHERE i.session_id = :session ORDER BY i.place, i.id",
        args! { session: session },
        |r| Ok(Item { id: r.get(0)?, place: r.get(1)?, title: r.get(2)?, relevant: r.get(3)? }),
    )
}

/// Writes an item down.
pub fn insert_item(
    tx: &Tx<'_>,
    id: Id<Item>,
    session: Id<Session>,
    (place, title, relevant): (i64, &str, bool),
) -> Result<()> {
    tx.exec_one(
        "INSERT INTO session_item (id, session_id, place, title, relevant) VALUES (:id, :session, :place, :title, :relevant)",
        args! { id: id, session: session, place: place, title: title, relevant: relevant },
    )
}

/// Takes all items of a sitting away: another agenda comes.
pub fn delete_items(tx: &Tx<'_>, session: Id<Session>) -> Result<()> {
    tx.exec("DELETE FROM session_item WHERE session_id = :session", args! { session: session }).map(drop)
}

/// Says which items of a sitting matter to those who send.
pub fn save_relevant(tx: &Tx<'_>, session: Id<Session>, ids: &[Id<Item>]) -> Result<()> {
    tx.exec(
        "UPDATE session_item SET relevant = CASE WHEN id IN (:ids*) THEN TRUE ELSE FALSE END WHERE session_id = :session",
        args! { session: session, ids: ids },
    )
    .map(drop)
}

const NOTE: &str = "n.id, n.session_id, n.seat_id, n.person_id, n.text, n.made_at";

fn note(r: &Row<'_>) -> Result<Note> {
    Ok(Note {
        id: r.get(0)?,
        session: r.get(1)?,
        seat: r.get(2)?,
        person: r.get(3)?,
        text: r.get(4)?,
        made_at: r.get(5)?,
    })
}

/// What colleagues gave along for a seat, oldest first, as far as the reader may see it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_notes(conn: &Conn, actor: &Actor, session: Id<Session>, seat: Id<Seat>) -> Result<Vec<Note>> {
    conn.all(
        &format!("SELECT {NOTE} FROM session_note n WHERE n.session_id = :session AND n.seat_id = :seat AND {{visible:n}} ORDER BY n.made_at, n.id"),
        mine(actor, args! { session: session, seat: seat }),
        note,
    )
}

/// Writes a note down.
pub fn insert_note(
    tx: &Tx<'_>,
    id: Id<Note>,
    session: Id<Session>,
    of: &Delegation,
    (person, text): (Id<Person>, &str),
) -> Result<()> {
    tx.exec_one(
        "INSERT INTO session_note (id, session_id, network_id, body_id, seat_id, person_id, text, made_at) VALUES (:id, :session, :network, :body, :seat, :person, :text, :now)",
        args! { id: id, session: session, network: of.network, body: of.sender, seat: of.seat, person: person, text: text, now: tx.now() },
    )
}

/// A note the reader may see.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_note(conn: &Conn, actor: &Actor, id: Id<Note>) -> Result<Note> {
    conn.one(
        &format!("SELECT {NOTE} FROM session_note n WHERE n.id = :id AND {{visible:n}}"),
        mine(actor, args! { id: id }),
        note,
    )
}

/// Takes a note away.
pub fn delete_note(tx: &Tx<'_>, id: Id<Note>) -> Result<()> {
    tx.exec("DELETE FROM session_note WHERE id = :id", args! { id: id }).map(drop)
}
