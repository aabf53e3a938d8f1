//! Circulars, and to whom they went.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Moment, Office, Result};
use networks::{Body, Seat, Topic};
use people::{Person, Territory};
use web::Window;

use super::read;
use crate::{Beyond, BeyondState, Circular, CircularState, NewCircular, Recipient, RecipientState};

const CIRCULAR: &str = "c.id, c.network_id, c.body_id, c.subject, c.words, c.audience, c.territory_id, c.topic_id, c.duty, c.state, c.person_id, c.made_at, c.leaves_at, c.sent_at, c.version";

fn circular(r: &Row<'_>) -> Result<Circular> {
    Ok(Circular {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        subject: r.get(3)?,
        words: r.get(4)?,
        audience: r.get(5)?,
        territory: r.get(6)?,
        topic: r.get(7)?,
        duty: r.get(8)?,
        state: r.get(9)?,
        author: r.get(10)?,
        made_at: r.get(11)?,
        leaves_at: r.get(12)?,
        sent_at: r.get(13)?,
        version: r.get(14)?,
    })
}

/// A circular, for the program itself, and for verbs that ask next what the actor is to it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_any_circular(conn: &Conn, id: Id<Circular>) -> Result<Circular> {
    conn.one(&format!("SELECT {CIRCULAR} FROM circular c WHERE c.id = :id"), args! { id: id }, circular)
}

/// The circulars of a body, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_body(conn: &Conn, actor: &Actor, body: Id<Body>, most: i64) -> Result<Vec<Circular>> {
    conn.all(
        &format!("SELECT {CIRCULAR} FROM circular c WHERE c.body_id = :body AND {{visible:c}} ORDER BY c.made_at DESC, c.id DESC LIMIT :most"),
        read(actor, args! { body: body, most: most }),
        circular,
    )
}

/// Circulars that wait for some networks to let them in, oldest first: for those who keep these networks.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asking(conn: &Conn, networks: &[i64]) -> Result<Vec<Circular>> {
    conn.all(
        &format!("SELECT {CIRCULAR} FROM circular c WHERE c.id IN (SELECT x.circular_id FROM circular_beyond x WHERE x.network_id IN (:networks*) AND x.state = 'asked') AND c.state = 'confirming' ORDER BY c.made_at, c.id"),
        args! { networks: networks },
        circular,
    )
}

/// Circulars whose hour has come, for the job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_due(conn: &Conn) -> Result<Vec<Circular>> {
    conn.all(
        &format!("SELECT {CIRCULAR} FROM circular c WHERE c.state = 'waiting' AND c.leaves_at <= :now ORDER BY c.leaves_at, c.id"),
        args! { now: conn.now() },
        circular,
    )
}

/// Writes a circular down as a draft.
pub fn insert_circular(tx: &Tx<'_>, id: Id<Circular>, body: &Body, new: &NewCircular, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO circular (id, network_id, body_id, level, subject, words, audience, territory_id, topic_id, duty, state, person_id, made_at) \
         VALUES (:id, :network, :body, 3, :subject, :words, :audience, :territory, :topic, :duty, 'draft', :by, :now)",
        args! {
            id: id, network: body.network, body: body.id, subject: &new.subject, words: &new.words, audience: new.audience, territory: new.territory, topic: new.topic,
            duty: new.duty, by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// Writes another network down that is asked to let it in.
pub fn insert_beyond(tx: &Tx<'_>, circular: Id<Circular>, network: Id<Body>) -> Result<()> {
    tx.exec(
        "INSERT INTO circular_beyond (circular_id, network_id, state) VALUES (:circular, :network, 'asked')",
        args! { circular: circular, network: network },
    )
    .map(drop)
}

/// The other networks of a circular.
///
/// # Errors
/// When the database cannot be read.
pub fn list_beyond(conn: &Conn, circular: Id<Circular>) -> Result<Vec<Beyond>> {
    conn.all(
        "SELECT x.circular_id, x.network_id, x.state, x.person_id FROM circular_beyond x WHERE x.circular_id = :circular ORDER BY x.network_id",
        args! { circular: circular },
        |r| Ok(Beyond { circular: r.get(0)?, network: r.get(1)?, state: r.get(2)?, by: r.get(3)? }),
    )
}

/// Notes what another network decided.
///
/// # Errors
/// [`kernel::Error::Stale`] when it decided before.
pub fn save_beyond(
    tx: &Tx<'_>,
    circular: Id<Circular>,
    network: Id<Body>,
    state: BeyondState,
    by: Option<i64>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE circular_beyond SET state = :state, person_id = :by, decided_at = :now WHERE circular_id = :circular AND network_id = :network AND state = 'asked'",
        args! { state: state, by: by, now: tx.now(), circular: circular, network: network },
    )
}

/// Notes how a circular stands and when it leaves.
///
/// # Errors
/// [`kernel::Error::Stale`] when it stood otherwise meanwhile.
pub fn save_state(
    tx: &Tx<'_>,
    id: Id<Circular>,
    (was, now): (CircularState, CircularState),
    leaves: Option<Moment>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE circular SET state = :state, leaves_at = :leaves, sent_at = CASE WHEN :state = 'sent' THEN :now ELSE sent_at END, version = version + 1 WHERE id = :id AND state = :was",
        args! { state: now, leaves: leaves, now: tx.now(), id: id, was: was },
    )
}

/// Writes down to whom it went.
pub fn insert_recipient(tx: &Tx<'_>, circular: Id<Circular>, to: &Recipient, mail: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO circular_recipient (id, circular_id, network_id, person_id, post_id, address, state, mail_id, made_at) VALUES (:id, :circular, :network, :person, :post, :address, :state, :mail, :now)",
        args! {
            id: to.id, circular: circular, network: to.network, person: to.person, post: to.post, address: &to.address, state: to.state, mail: mail, now: tx.now(),
        },
    )
    .map(drop)
}

/// To whom it went.
///
/// # Errors
/// When the database cannot be read.
pub fn list_recipients(conn: &Conn, circular: Id<Circular>) -> Result<Vec<Recipient>> {
    conn.all(
        "SELECT p.id, p.network_id, p.person_id, p.post_id, p.address, p.state FROM circular_recipient p WHERE p.circular_id = :circular ORDER BY p.id",
        args! { circular: circular },
        |r| Ok(Recipient { id: r.get(0)?, network: r.get(1)?, person: r.get(2)?, post: r.get(3)?, address: r.get(4)?, state: r.get(5)? }),
    )
}

/// Recipients of whom it is not known whether their letter left, with its place in the outbox.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn) -> Result<Vec<(i64, i64)>> {
    conn.all(
        "SELECT p.id, p.mail_id FROM circular_recipient p WHERE p.state = 'written' AND p.mail_id IS NOT NULL ORDER BY p.mail_id LIMIT 5000",
        args! {},
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The circulars of some letters, by their place in the outbox.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_mails(conn: &Conn, mails: &[i64]) -> Result<Vec<Circular>> {
    if mails.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!("SELECT {CIRCULAR} FROM circular c WHERE c.id IN (SELECT p.circular_id FROM circular_recipient p WHERE p.mail_id IN (:mails*) AND p.mail_id IS NOT NULL) ORDER BY c.id"),
        args! { mails: mails },
        circular,
    )
}

/// Circulars that left within a window, whoever they went to.
///
/// # Errors
/// When the database cannot be read.
pub fn list_left(conn: &Conn, (since, until): (Moment, Moment)) -> Result<Vec<Circular>> {
    conn.all(
        &format!("SELECT {CIRCULAR} FROM circular c WHERE c.state = 'sent' AND c.leaves_at > :since AND c.leaves_at <= :until ORDER BY c.leaves_at, c.id"),
        args! { since: since, until: until },
        circular,
    )
}

/// Circulars by number, for what is told of them; rights are asked for each reader.
///
/// # Errors
/// When the database cannot be read.
pub fn list_some(conn: &Conn, ids: &[i64]) -> Result<Vec<Circular>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&format!("SELECT {CIRCULAR} FROM circular c WHERE c.id IN (:ids*)"), args! { ids: ids }, circular)
}

/// Whom a circular reached: the circular, the network through which it came, the person.
pub type Reached = (Id<Circular>, Id<Body>, i64);

/// The persons some circulars went to; within a window's networks.
///
/// # Errors
/// When the database cannot be read.
pub fn list_reached(conn: &Conn, ids: &[i64], window: &Window) -> Result<Vec<Reached>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (hers, given) = window.within("p.network_id", args! { ids: ids });
    let sql = format!(
        "SELECT p.circular_id, p.network_id, p.person_id FROM circular_recipient p WHERE p.circular_id IN (:ids*) AND p.person_id IS NOT NULL AND p.state <> 'declined'{hers}"
    );
    conn.all(&sql, given, |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
}

/// Circulars that went to a person through networks she is in.
///
/// # Errors
/// When the database cannot be read.
pub fn list_got(conn: &Conn, person: Id<Person>, networks: &[i64], ids: &[i64]) -> Result<Vec<Circular>> {
    conn.all(
        &format!("SELECT {CIRCULAR} FROM circular c WHERE c.id IN (:ids*) AND c.state = 'sent' AND EXISTS (SELECT 1 FROM circular_recipient p WHERE p.circular_id = c.id AND p.person_id = :person AND p.network_id IN (:networks*))"),
        args! { ids: ids, person: person, networks: networks },
        circular,
    )
}

/// Notes how some letters fared.
pub fn save_fared(tx: &Tx<'_>, ids: &[i64], state: RecipientState) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    tx.exec("UPDATE circular_recipient SET state = :state WHERE id IN (:ids*)", args! { state: state, ids: ids })
        .map(drop)
}

/// To whom circulars went, after its time.
pub fn delete_recipients(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM circular_recipient WHERE circular_id IN (SELECT c.id FROM circular c WHERE c.state = 'sent' AND c.sent_at <= :before)",
        args! { before: before },
    )
    .map(drop)
}

/// What is known of somebody's seat in a body, for choosing among those who sit there.
pub struct Trait {
    /// The seat.
    pub seat: Id<Seat>,
    /// Who sits on it; `None` where nobody does.
    pub person: Option<Id<Person>>,
    /// The office it carries.
    pub office: Option<Office>,
    /// The territory of the post or organisation that has it.
    pub territory: Option<Id<Territory>>,
}

/// The seats of a body on a day, each with those who sit there: for the letters of those who lead it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_traits(conn: &Conn, body: Id<Body>, day: Day) -> Result<Vec<Trait>> {
    conn.all(
        "SELECT s.id, v.person_id, s.office, g.territory_id FROM seat s LEFT JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status = 'confirmed' \
         LEFT JOIN post p ON p.id = o.post_id LEFT JOIN organisation g ON g.id = COALESCE(p.organisation_id, o.organisation_id) \
         LEFT JOIN sits v ON v.seat_id = COALESCE(o.by_seat_id, s.id) AND v.from_day <= :day AND v.until_day > :day WHERE s.body_id = :body AND s.from_day <= :day AND s.until_day > :day",
        args! { body: body, day: day },
        |r| Ok(Trait { seat: r.get(0)?, person: r.get(1)?, office: r.get(2)?, territory: r.get(3)? }),
    )
}

/// Those of some persons who can be asked about a topic: for the letters of those who lead their body.
///
/// # Errors
/// When the database cannot be read.
pub fn list_about(conn: &Conn, persons: &[Id<Person>], topic: Id<Topic>) -> Result<Vec<Id<Person>>> {
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT x.person_id FROM person_topic x WHERE x.person_id IN (:persons*) AND x.topic_id = :topic",
        args! { persons: persons, topic: topic },
        |r| r.get(0),
    )
}
