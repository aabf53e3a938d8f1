//! SQL of hearings: one function, one statement.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Result};
use networks::{Body, Seat};
use people::Person;

use super::model::{Ask, AskState, Hearing, HearingState, NewHearing, Voice};
use crate::{
    Position,
    store::{insert_numbered, seen},
};

const HEARING: &str = "h.id, h.network_id, h.body_id, h.level, h.addressee_id, h.office, h.title, h.about, h.file_mark, h.topic_id, h.received_day, h.due_day, h.drafter_id, h.state, h.reason, h.asked_until, h.members_asked, h.position_id, h.round, h.earlier_id, h.version";

fn hearing(r: &Row<'_>) -> Result<Hearing> {
    Ok(Hearing {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: r.get(3)?,
        addressee: r.get(4)?,
        office: r.get(5)?,
        title: r.get(6)?,
        about: r.get(7)?,
        file_mark: r.get(8)?,
        topic: r.get(9)?,
        received: r.get(10)?,
        due: r.get(11)?,
        drafter: r.get(12)?,
        state: r.get(13)?,
        reason: r.get(14)?,
        asked_until: r.get(15)?,
        members_asked: r.get(16)?,
        position: r.get(17)?,
        round: r.get(18)?,
        earlier: r.get(19)?,
        version: r.get(20)?,
    })
}

/// A hearing the reader may see, by its own level or because her network is asked.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_hearing(conn: &Conn, actor: &Actor, id: Id<Hearing>) -> Result<Hearing> {
    conn.one(
        &format!(
            "SELECT {HEARING} FROM hearing h WHERE h.id = :id AND ({{visible:h}} OR EXISTS (SELECT 1 FROM hearing_network x WHERE x.hearing_id = h.id AND {{visible:x}}))"
        ),
        seen(actor, args! { id: id }),
        hearing,
    )
}

/// A hearing, for the program itself.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_any_hearing(conn: &Conn, id: Id<Hearing>) -> Result<Hearing> {
    conn.one(&format!("SELECT {HEARING} FROM hearing h WHERE h.id = :id"), args! { id: id }, hearing)
}

/// Those of some networks, as far as the reader sees them, the latest deadline first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_hearings(conn: &Conn, actor: &Actor, networks: &[i64], limit: i64) -> Result<Vec<Hearing>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!(
            "SELECT {HEARING} FROM hearing h WHERE h.network_id IN (:networks*) AND {{visible:h}} ORDER BY h.due_day DESC, h.id DESC LIMIT :limit"
        ),
        seen(actor, args! { networks: networks, limit: limit }),
        hearing,
    )
}

/// Those that other networks ask the reader's about, and that still wait for an answer.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked(conn: &Conn, actor: &Actor) -> Result<Vec<Hearing>> {
    let bodies = actor.networks();
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!(
            "SELECT {HEARING} FROM hearing_network x JOIN hearing h ON h.id = x.hearing_id WHERE x.body_id IN (:bodies*) AND x.state = 'asked' AND {{visible:x}} ORDER BY h.due_day, h.id"
        ),
        seen(actor, args! { bodies: bodies }),
        hearing,
    )
}

/// Those of the given numbers the reader may see by their own level, for cards.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Hearing>> {
    conn.all(
        &format!("SELECT {HEARING} FROM hearing h WHERE h.id IN (:ids*) AND {{visible:h}}"),
        seen(actor, args! { ids: ids }),
        hearing,
    )
}

/// Enters a hearing.
pub fn insert_hearing(
    tx: &Tx<'_>,
    id: Id<Hearing>,
    body: &Body,
    (new, office): (&NewHearing, &str),
    (round, earlier, by): (i64, Option<Id<Hearing>>, Option<i64>),
) -> Result<()> {
    tx.exec(
        "INSERT INTO hearing (id, network_id, body_id, level, addressee_id, office, title, about, file_mark, topic_id, received_day, due_day, drafter_id, state, round, earlier_id, made_by, made_at) \
         VALUES (:id, :network, :body, 2, :addressee, :office, :title, :about, :mark, :topic, :received, :due, :drafter, 'open', :round, :earlier, :by, :now)",
        args! {
            id: id, network: body.network, body: body.id, addressee: new.addressee, office: office, title: &new.title, about: &new.about, mark: &new.file_mark, topic: new.topic,
            received: new.received, due: new.due, drafter: new.drafter, round: round, earlier: earlier, by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// Changes what it says.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_hearing(tx: &Tx<'_>, was: &Hearing, new: &NewHearing, office: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE hearing SET addressee_id = :addressee, office = :office, title = :title, about = :about, file_mark = :mark, topic_id = :topic, received_day = :received, due_day = :due, drafter_id = :drafter, version = version + 1 \
         WHERE id = :id AND version = :version",
        args! {
            addressee: new.addressee, office: office, title: &new.title, about: &new.about, mark: &new.file_mark, topic: new.topic, received: new.received, due: new.due,
            drafter: new.drafter, id: was.id, version: was.version,
        },
    )
}

/// Contributions are asked for until a day, of the members, too, or not.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_asked(tx: &Tx<'_>, was: &Hearing, members: bool, until: Day) -> Result<()> {
    tx.exec_one(
        "UPDATE hearing SET members_asked = :members, asked_until = :until, version = version + 1 WHERE id = :id AND version = :version",
        args! { members: members, until: until, id: was.id, version: was.version },
    )
}

/// Its reply has begun.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has one.
pub fn save_reply(tx: &Tx<'_>, id: Id<Hearing>, position: Id<Position>) -> Result<()> {
    tx.exec_one(
        "UPDATE hearing SET position_id = :position, version = version + 1 WHERE id = :id AND position_id IS NULL",
        args! { position: position, id: id },
    )
}

/// How far it has come.
///
/// # Errors
/// [`kernel::Error::Stale`] when it was further already.
pub fn save_state(tx: &Tx<'_>, was: &Hearing, state: HearingState, reason: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE hearing SET state = :state, reason = :reason, version = version + 1 WHERE id = :id AND state = :was",
        args! { state: state, reason: reason, id: was.id, was: was.state },
    )
}

/// What is asked, point by point.
///
/// # Errors
/// When the database cannot be read.
pub fn list_points(conn: &Conn, id: Id<Hearing>) -> Result<Vec<(i64, String)>> {
    conn.all(
        "SELECT q.number, q.text FROM hearing_point q WHERE q.hearing_id = :id ORDER BY q.number",
        args! { id: id },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Writes the points anew.
pub fn save_points(tx: &Tx<'_>, id: Id<Hearing>, points: &[String]) -> Result<()> {
    tx.exec("DELETE FROM hearing_point WHERE hearing_id = :id", args! { id: id })?;
    let rows: Vec<(i64, &str)> = (1..).zip(points.iter().map(String::as_str)).collect();
    insert_numbered(tx, "hearing_point (hearing_id, number, text)", id.raw(), &rows)
}

/// The networks that are asked.
///
/// # Errors
/// When the database cannot be read.
pub fn list_networks(conn: &Conn, id: Id<Hearing>) -> Result<Vec<Ask>> {
    conn.all(
        "SELECT x.body_id, x.state FROM hearing_network x WHERE x.hearing_id = :id ORDER BY x.asked_at, x.body_id",
        args! { id: id },
        |r| Ok(Ask { network: r.get(0)?, state: r.get(1)? }),
    )
}

/// Asks a network.
pub fn insert_network(tx: &Tx<'_>, id: Id<Hearing>, network: Id<Body>, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO hearing_network (hearing_id, level, network_id, body_id, state, asked_at, asked_by) VALUES (:id, 2, :network, :network, 'asked', :now, :by)",
        args! { id: id, network: network, now: tx.now(), by: by },
    )
    .map(drop)
}

/// What it says.
pub fn save_network(tx: &Tx<'_>, id: Id<Hearing>, network: Id<Body>, state: AskState) -> Result<()> {
    tx.exec(
        "UPDATE hearing_network SET state = :state WHERE hearing_id = :id AND body_id = :network",
        args! { state: state, id: id, network: network },
    )
    .map(drop)
}

/// What was contributed, by point.
///
/// # Errors
/// When the database cannot be read.
pub fn list_voices(conn: &Conn, id: Id<Hearing>) -> Result<Vec<Voice>> {
    conn.all(
        "SELECT y.body_id, y.capacity, y.named, w.number, w.text FROM hearing_voice y JOIN hearing_word w ON w.voice_id = y.id WHERE y.hearing_id = :id ORDER BY w.number, y.said_at, y.id",
        args! { id: id },
        |r| Ok(Voice { network: r.get(0)?, capacity: r.get(1)?, named: r.get(2)?, point: r.get(3)?, text: r.get(4)? }),
    )
}

/// Whose contribution it is.
#[derive(Clone, Copy)]
pub enum Whose {
    /// A network's.
    Network(Id<Body>),
    /// A person's, for her office.
    Person(Id<Person>),
}

/// What a network or a person contributed: whether it is named, and the words by point.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own(conn: &Conn, id: Id<Hearing>, whose: Whose) -> Result<Vec<Voice>> {
    let (column, own) = column(whose);
    conn.all(
        &format!("SELECT y.body_id, y.capacity, y.named, w.number, w.text FROM hearing_voice y JOIN hearing_word w ON w.voice_id = y.id WHERE y.hearing_id = :id AND y.{column} = :own ORDER BY w.number"),
        args! { id: id, own: own },
        |r| Ok(Voice { network: r.get(0)?, capacity: r.get(1)?, named: r.get(2)?, point: r.get(3)?, text: r.get(4)? }),
    )
}

const fn column(whose: Whose) -> (&'static str, i64) {
    match whose {
        Whose::Network(id) => ("body_id", id.raw()),
        Whose::Person(id) => ("person_id", id.raw()),
    }
}

/// A contribution takes the place of what the same one said before.
pub fn save_voice(
    tx: &Tx<'_>,
    id: Id<Hearing>,
    whose: Whose,
    (capacity, named): (&str, bool),
    words: &[(i64, String)],
) -> Result<()> {
    let (column, own) = column(whose);
    tx.exec(
        &format!("DELETE FROM hearing_word WHERE voice_id IN (SELECT y.id FROM hearing_voice y WHERE y.hearing_id = :id AND y.{column} = :own)"),
        args! { id: id, own: own },
    )?;
    tx.exec(
        &format!("DELETE FROM hearing_voice WHERE hearing_id = :id AND {column} = :own"),
        args! { id: id, own: own },
    )?;
    let voice = tx.id::<Voice>();
    tx.exec(
        &format!("INSERT INTO hearing_voice (id, hearing_id, {column}, capacity, named, said_at) VALUES (:voice, :id, :own, :capacity, :named, :now)"),
        args! { voice: voice, id: id, own: own, capacity: capacity, named: named, now: tx.now() },
    )?;
    let rows: Vec<(i64, &str)> = words.iter().map(|(number, text)| (*number, text.as_str())).collect();
    insert_numbered(tx, "hearing_word (voice_id, number, text)", voice.raw(), &rows)
}

/// How many contributed: offices, and all.
///
/// # Errors
/// When the database cannot be read.
pub fn count_voices(conn: &Conn, id: Id<Hearing>) -> Result<i64> {
    conn.count("SELECT COUNT(*) FROM hearing_voice y WHERE y.hearing_id = :id AND y.body_id IS NULL", args! { id: id })
}

/// Number of the text, who, when.
pub type Released = (i64, Option<Id<Person>>, kernel::Moment);

/// The texts somebody released.
///
/// # Errors
/// When the database cannot be read.
pub fn list_releases(conn: &Conn, id: Id<Hearing>) -> Result<Vec<Released>> {
    conn.all(
        "SELECT z.text_version, z.person_id, z.released_at FROM hearing_release z WHERE z.hearing_id = :id ORDER BY z.released_at, z.id",
        args! { id: id },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// Somebody releases a text.
pub fn insert_release(tx: &Tx<'_>, id: Id<Hearing>, text: i64, person: i64) -> Result<()> {
    tx.exec(
        "INSERT INTO hearing_release (id, hearing_id, text_version, person_id, released_at) VALUES (:new, :id, :text, :person, :now)",
        args! { new: tx.id::<()>(), id: id, text: text, person: person, now: tx.now() },
    )
    .map(drop)
}

/// Keeps the hash of a letter's link.
pub fn insert_letter(tx: &Tx<'_>, id: Id<Hearing>, (person, seat): (Id<Person>, Id<Seat>), hash: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO hearing_letter (id, hearing_id, person_id, seat_id, token_hash, written_at) VALUES (:new, :id, :person, :seat, :hash, :now)",
        args! { new: tx.id::<()>(), id: id, person: person, seat: seat, hash: hash, now: tx.now() },
    )
    .map(drop)
}

/// Whom a link was sent to, and about what.
///
/// # Errors
/// When the database cannot be read.
pub fn find_letter(conn: &Conn, hash: &str) -> Result<Option<(Id<Hearing>, Id<Person>)>> {
    conn.find(
        "SELECT l.hearing_id, l.person_id FROM hearing_letter l WHERE l.token_hash = :hash",
        args! { hash: hash },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The links of its letters end.
pub fn delete_letters(tx: &Tx<'_>, id: Id<Hearing>) -> Result<()> {
    tx.exec("DELETE FROM hearing_letter WHERE hearing_id = :id", args! { id: id }).map(drop)
}

/// Links whose time is over go, for the daily job.
pub fn delete_over(tx: &Tx<'_>, today: Day) -> Result<()> {
    tx.exec(
        "DELETE FROM hearing_letter WHERE hearing_id IN (SELECT h.id FROM hearing h WHERE h.asked_until < :today)",
        args! { today: today },
    )
    .map(drop)
}
