//! What was raised, its steps and who follows it.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Result};
use networks::{Body, Seat};
use people::Person;

use super::mine;
use crate::{Delegation, NewRaised, Outcome, Raised, Step};

const RAISED: &str = "p.id, p.network_id, p.body_id, p.seat_id, p.level, p.receiver_id, p.session_id, p.title, p.text, p.state, p.next_day, p.made_by, p.made_at, p.version";

fn raised(r: &Row<'_>) -> Result<Raised> {
    Ok(Raised {
        id: r.get(0)?,
        network: r.get(1)?,
        sender: r.get(2)?,
        seat: r.get(3)?,
        level: r.get(4)?,
        receiver: r.get(5)?,
        session: r.get(6)?,
        title: r.get(7)?,
        text: r.get(8)?,
        state: r.get(9)?,
        next: r.get(10)?,
        made_by: r.get(11)?,
        made_at: r.get(12)?,
        version: r.get(13)?,
    })
}

/// Something raised, if the reader may see it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_raised(conn: &Conn, actor: &Actor, id: Id<Raised>) -> Result<Raised> {
    conn.one(
        &format!("SELECT {RAISED} FROM raised p WHERE p.id = :id AND {{visible:p}}"),
        mine(actor, args! { id: id }),
        raised,
    )
}

/// What was raised in a body, the latest first, as far as the reader may see it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_into(conn: &Conn, actor: &Actor, receiver: Id<Body>) -> Result<Vec<Raised>> {
    conn.all(
        &format!("SELECT {RAISED} FROM raised p WHERE p.receiver_id = :receiver AND {{visible:p}} ORDER BY p.made_at DESC, p.id DESC"),
        mine(actor, args! { receiver: receiver }),
        raised,
    )
}

/// What some bodies raised elsewhere, the latest first, as far as the reader may see it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_from(conn: &Conn, actor: &Actor, senders: &[Id<Body>]) -> Result<Vec<Raised>> {
    conn.all(
        &format!("SELECT {RAISED} FROM raised p WHERE p.body_id IN (:senders*) AND {{visible:p}} ORDER BY p.made_at DESC, p.id DESC"),
        mine(actor, args! { senders: senders }),
        raised,
    )
}

/// The bodies of a network on whose side something was raised: numbers, which are read under the condition next.
///
/// # Errors
/// When the database cannot be read.
pub fn list_senders(conn: &Conn, body: Id<Body>) -> Result<Vec<Id<Body>>> {
    conn.all("SELECT DISTINCT p.body_id FROM raised p WHERE p.network_id = :body", args! { body: body }, |r| r.get(0))
}

/// Those of the given numbers the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Raised>> {
    conn.all(
        &format!("SELECT {RAISED} FROM raised p WHERE p.id IN (:ids*) AND {{visible:p}}"),
        mine(actor, args! { ids: ids }),
        raised,
    )
}

/// What search indexes of one: its scope stands beside its words.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_words(conn: &Conn, id: i64) -> Result<Raised> {
    conn.one(&format!("SELECT {RAISED} FROM raised p WHERE p.id = :id"), args! { id: id }, raised)
}

/// Every number, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM raised ORDER BY id", args! {}, |r| r.get(0))
}

/// What somebody looks after next up to a day and nobody was told of, for the daily job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_next(conn: &Conn, day: Day) -> Result<Vec<Raised>> {
    conn.all(
        &format!(
            "SELECT {RAISED} FROM raised p WHERE p.next_day <= :day AND p.next_told = FALSE ORDER BY p.next_day, p.id"
        ),
        args! { day: day },
        raised,
    )
}

/// Writes down what was raised.
pub fn insert_raised(tx: &Tx<'_>, id: Id<Raised>, of: &Delegation, new: &NewRaised, by: Option<i64>) -> Result<()> {
    tx.exec_one(
        "INSERT INTO raised (id, network_id, body_id, seat_id, level, receiver_id, session_id, title, text, state, next_day, made_by, made_at) \
         VALUES (:id, :network, :body, :seat, :level, :receiver, :session, :title, :text, 'raised', :next, :by, :now)",
        args! {
            id: id, network: of.network, body: of.sender, seat: of.seat, level: new.level, receiver: of.receiver, session: new.session, title: &new.title, text: &new.text,
            next: new.next, by: by, now: tx.now(),
        },
    )
}

/// Notes how it stands.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_state(tx: &Tx<'_>, id: Id<Raised>, version: i64, (state, next): (Outcome, Option<Day>)) -> Result<()> {
    tx.exec_one(
        "UPDATE raised SET state = :state, next_day = :next, next_told = FALSE, version = version + 1 WHERE id = :id AND version = :version",
        args! { state: state, next: next, id: id, version: version },
    )
}

/// Notes that those who follow were told to look after it.
pub fn save_next_told(tx: &Tx<'_>, id: Id<Raised>) -> Result<()> {
    tx.exec("UPDATE raised SET next_told = TRUE WHERE id = :id", args! { id: id }).map(drop)
}

/// The steps of its way, oldest first; its callers found it before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_steps(conn: &Conn, id: Id<Raised>) -> Result<Vec<Step>> {
    conn.all(
        "SELECT q.state, q.day, q.note, q.evidence FROM raised_step q WHERE q.raised_id = :id ORDER BY q.made_at, q.id",
        args! { id: id },
        |r| Ok(Step { state: r.get(0)?, day: r.get(1)?, note: r.get(2)?, evidence: r.get(3)? }),
    )
}

/// The steps of several, each with what it belongs to, oldest first; its callers found those before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_steps_of(conn: &Conn, ids: &[Id<Raised>]) -> Result<Vec<(Id<Raised>, Step)>> {
    conn.all(
        "SELECT q.raised_id, q.state, q.day, q.note, q.evidence FROM raised_step q WHERE q.raised_id IN (:ids*) ORDER BY q.made_at, q.id",
        args! { ids: ids },
        |r| Ok((r.get(0)?, Step { state: r.get(1)?, day: r.get(2)?, note: r.get(3)?, evidence: r.get(4)? })),
    )
}

/// Writes a step down.
pub fn insert_step(tx: &Tx<'_>, id: Id<Step>, of: Id<Raised>, step: &Step, by: Option<i64>) -> Result<()> {
    tx.exec_one(
        "INSERT INTO raised_step (id, raised_id, state, day, note, evidence, person_id, made_at) VALUES (:id, :of, :state, :day, :note, :evidence, :by, :now)",
        args! { id: id, of: of, state: step.state, day: step.day, note: &step.note, evidence: &step.evidence, by: by, now: tx.now() },
    )
}

/// Who follows it; its callers found it before, or write to them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_followers(conn: &Conn, id: Id<Raised>) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT w.person_id FROM raised_follower w WHERE w.raised_id = :id ORDER BY w.person_id",
        args! { id: id },
        |r| r.get(0),
    )
}

/// She follows it.
pub fn insert_follower(tx: &Tx<'_>, id: Id<Raised>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "INSERT INTO raised_follower (raised_id, person_id) VALUES (:id, :person) ON CONFLICT DO NOTHING",
        args! { id: id, person: person },
    )
    .map(drop)
}

/// She no longer does.
pub fn delete_follower(tx: &Tx<'_>, id: Id<Raised>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "DELETE FROM raised_follower WHERE raised_id = :id AND person_id = :person",
        args! { id: id, person: person },
    )
    .map(drop)
}

/// Whether anything was raised through a seat, for those who see it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_seat(conn: &Conn, actor: &Actor, seat: Id<Seat>) -> Result<Vec<Raised>> {
    conn.all(
        &format!(
            "SELECT {RAISED} FROM raised p WHERE p.seat_id = :seat AND {{visible:p}} ORDER BY p.made_at DESC, p.id DESC"
        ),
        mine(actor, args! { seat: seat }),
        raised,
    )
}
