//! Meetings.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Level, Moment, Result};
use networks::Body;
use people::Person;

use super::met;
use crate::{Meeting, MeetingState, NewMeeting, Verdict};

/// The columns of a meeting under the alias `m`; [`meeting`] reads them.
pub const MEETING: &str = "m.id, m.network_id, m.body_id, m.level, m.title, m.note, m.starts_at, m.minutes, m.place, m.online, m.place_for, m.answer_until, m.proposals_until, m.state, m.reason, m.uid, m.sequence, \
     m.invited_at, m.notice_holds, m.notice_de, m.notice_en, m.split_from_id, m.reminded_at, m.made_by, m.version, m.frozen_at";

/// Reads a meeting from the columns of [`MEETING`].
pub fn meeting(r: &Row<'_>) -> Result<Meeting> {
    let notice = match (r.get::<Option<bool>>(18)?, r.get(19)?, r.get(20)?) {
        (Some(holds), Some(de), Some(en)) => Some(Verdict { holds, de, en }),
        _ => None,
    };
    Ok(Meeting {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: Level::from_number(r.get(3)?),
        title: r.get(4)?,
        note: r.get(5)?,
        starts_at: r.get(6)?,
        minutes: r.get(7)?,
        place: r.get(8)?,
        online: r.get(9)?,
        place_for: r.get(10)?,
        answer_until: r.get(11)?,
        proposals_until: r.get(12)?,
        state: r.get(13)?,
        reason: r.get(14)?,
        uid: r.get(15)?,
        sequence: r.get(16)?,
        invited_at: r.get(17)?,
        notice,
        split_from: r.get(21)?,
        reminded_at: r.get(22)?,
        made_by: r.get(23)?,
        version: r.get(24)?,
        frozen_at: r.get(25)?,
    })
}

/// A meeting the reader may see.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_meeting(conn: &Conn, actor: &Actor, id: Id<Meeting>) -> Result<Meeting> {
    conn.one(
        &format!("SELECT {MEETING} FROM meeting m WHERE m.id = :id AND {{visible:m}}"),
        met(actor, args! { id: id }),
        meeting,
    )
}

/// A meeting, for the program itself and for whoever holds the link of a letter about it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_any_meeting(conn: &Conn, id: Id<Meeting>) -> Result<Meeting> {
    conn.one(&format!("SELECT {MEETING} FROM meeting m WHERE m.id = :id"), args! { id: id }, meeting)
}

/// Those of the given meetings the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Meeting>> {
    conn.all(
        &format!("SELECT {MEETING} FROM meeting m WHERE m.id IN (:ids*) AND {{visible:m}}"),
        met(actor, args! { ids: ids }),
        meeting,
    )
}

/// The meetings of some bodies between two moments the reader may see, by their beginning.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_bodies(
    conn: &Conn,
    actor: &Actor,
    bodies: &[Id<Body>],
    span: (Moment, Moment),
    limit: i64,
) -> Result<Vec<Meeting>> {
    conn.all(
        &format!(
            "SELECT {MEETING} FROM meeting m WHERE m.body_id IN (:bodies*) AND m.starts_at >= :from AND m.starts_at < :until AND {{visible:m}} ORDER BY m.starts_at, m.id LIMIT :limit"
        ),
        met(actor, args! { bodies: bodies, from: span.0, until: span.1, limit: limit }),
        meeting,
    )
}

/// Meetings of a body that are over or called off, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_past_of(conn: &Conn, actor: &Actor, body: Id<Body>, before: Moment, limit: i64) -> Result<Vec<Meeting>> {
    conn.all(
        &format!("SELECT {MEETING} FROM meeting m WHERE m.body_id = :body AND m.starts_at < :before AND {{visible:m}} ORDER BY m.starts_at DESC, m.id DESC LIMIT :limit"),
        met(actor, args! { body: body, before: before, limit: limit }),
        meeting,
    )
}

/// Public meetings between two moments, by their beginning.
///
/// # Errors
/// When the database cannot be read.
pub fn list_public(conn: &Conn, span: (Moment, Moment), limit: i64) -> Result<Vec<Meeting>> {
    conn.all(
        &format!(
            "SELECT {MEETING} FROM meeting m WHERE m.level = 0 AND m.starts_at >= :from AND m.starts_at < :until AND m.state <> 'planned' ORDER BY m.starts_at, m.id LIMIT :limit"
        ),
        args! { from: span.0, until: span.1, limit: limit },
        meeting,
    )
}

/// The meetings of some networks between two moments the reader may see, by their beginning.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_networks(
    conn: &Conn,
    actor: &Actor,
    networks: &[Id<Body>],
    span: (Moment, Moment),
) -> Result<Vec<Meeting>> {
    conn.all(
        &format!(
            "SELECT {MEETING} FROM meeting m WHERE m.network_id IN (:networks*) AND m.starts_at >= :from AND m.starts_at < :until AND {{visible:m}} ORDER BY m.starts_at, m.id LIMIT 500"
        ),
        met(actor, args! { networks: networks, from: span.0, until: span.1 }),
        meeting,
    )
}

/// How many of some persons are invited to each of some meetings.
///
/// # Errors
/// When the database cannot be read.
pub fn count_among(conn: &Conn, meetings: &[Id<Meeting>], persons: &[Id<Person>]) -> Result<Vec<(Id<Meeting>, usize)>> {
    if meetings.is_empty() || persons.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT i.meeting_id, COUNT(DISTINCT i.person_id) FROM meeting_invitation i WHERE i.meeting_id IN (:meetings*) AND i.person_id IN (:persons*) AND i.ended_at IS NULL GROUP BY i.meeting_id",
        args! { meetings: meetings, persons: persons },
        |r| Ok((r.get(0)?, usize::try_from(r.get::<i64>(1)?).unwrap_or(0))),
    )
}

/// Public meetings of one network between two moments, by their beginning.
///
/// # Errors
/// When the database cannot be read.
pub fn list_public_of(conn: &Conn, network: Id<Body>, span: (Moment, Moment), limit: i64) -> Result<Vec<Meeting>> {
    conn.all(
        &format!(
            "SELECT {MEETING} FROM meeting m WHERE m.network_id = :network AND m.level = 0 AND m.starts_at >= :from AND m.starts_at < :until AND m.state <> 'planned' ORDER BY m.starts_at, m.id LIMIT :limit"
        ),
        args! { network: network, from: span.0, until: span.1, limit: limit },
        meeting,
    )
}

/// Meetings to which somebody is invited between two moments, with what she answered.
///
/// # Errors
/// When the database cannot be read.
pub fn list_invited(
    conn: &Conn,
    actor: &Actor,
    person: Id<Person>,
    span: (Moment, Moment),
) -> Result<Vec<(Meeting, crate::Answer)>> {
    conn.all(
        &format!(
            "SELECT {MEETING}, i.answer FROM meeting_invitation i JOIN meeting m ON m.id = i.meeting_id \
             WHERE i.person_id = :person AND i.ended_at IS NULL AND i.capacity <> 'guest' AND m.starts_at >= :from AND m.starts_at < :until AND {{visible:m}} ORDER BY m.starts_at, m.id"
        ),
        met(actor, args! { person: person, from: span.0, until: span.1 }),
        |r| Ok((meeting(r)?, r.get(26)?)),
    )
}

/// Meetings in a state that begin between two moments, for the daily jobs.
///
/// # Errors
/// When the database cannot be read.
pub fn list_in_state(conn: &Conn, state: MeetingState, span: (Moment, Moment)) -> Result<Vec<Meeting>> {
    conn.all(
        &format!("SELECT {MEETING} FROM meeting m WHERE m.state = :state AND m.starts_at >= :from AND m.starts_at < :until ORDER BY m.starts_at, m.id"),
        args! { state: state, from: span.0, until: span.1 },
        meeting,
    )
}

/// Every number, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM meeting ORDER BY id", args! {}, |r| r.get(0))
}

/// Writes a meeting down. `uid` names it for calendars.
pub fn insert_meeting(
    tx: &Tx<'_>,
    id: Id<Meeting>,
    body: &Body,
    new: &NewMeeting,
    (uid, by, split_from): (&str, Option<i64>, Option<Id<Meeting>>),
) -> Result<()> {
    tx.exec(
        "INSERT INTO meeting (id, network_id, body_id, level, title, note, starts_at, minutes, place, online, place_for, answer_until, proposals_until, state, uid, split_from_id, made_by, made_at) \
         VALUES (:id, :network, :body, :level, :title, :note, :starts, :minutes, :place, :online, :place_for, :answer, :proposals, 'planned', :uid, :split, :by, :now)",
        args! {
            id: id, network: body.network, body: body.id, level: new.level, title: &new.title, note: &new.note, starts: new.starts_at, minutes: new.minutes,
            place: &new.place, online: &new.online, place_for: new.place_for, answer: new.answer_until, proposals: new.proposals_until, uid: uid, split: split_from, by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// Writes a changed meeting; `told`: calendars are told, so their number grows.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_meeting(tx: &Tx<'_>, id: Id<Meeting>, version: i64, new: &NewMeeting, told: bool) -> Result<()> {
    tx.exec_one(
        "UPDATE meeting SET level = :level, title = :title, note = :note, starts_at = :starts, minutes = :minutes, place = :place, online = :online, place_for = :place_for, \
         answer_until = :answer, proposals_until = :proposals, sequence = sequence + :more, reminded_at = CASE WHEN :more = 1 THEN NULL ELSE reminded_at END, version = version + 1 WHERE id = :id AND version = :version",
        args! {
            level: new.level, title: &new.title, note: &new.note, starts: new.starts_at, minutes: new.minutes, place: &new.place, online: &new.online, place_for: new.place_for,
            answer: new.answer_until, proposals: new.proposals_until, more: i64::from(told), id: id, version: version,
        },
    )
}

/// Notes that the invitations left, and what the rules said of it.
///
/// # Errors
/// [`kernel::Error::Stale`] when they left already.
pub fn save_invited(
    tx: &Tx<'_>,
    id: Id<Meeting>,
    (by, frozen): (Option<i64>, bool),
    notice: Option<&Verdict>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE meeting SET state = 'invited', invited_at = :now, frozen_at = :frozen, invited_by = :by, notice_holds = :holds, notice_de = :de, notice_en = :en, version = version + 1 WHERE id = :id AND state = 'planned'",
        args! { now: tx.now(), frozen: frozen.then(|| tx.now()), by: by, holds: notice.map(|n| n.holds), de: notice.map(|n| n.de.clone()), en: notice.map(|n| n.en.clone()), id: id },
    )
}

/// The agenda stands from now on.
///
/// # Errors
/// [`kernel::Error::Stale`] when it stood already.
pub fn save_frozen(tx: &Tx<'_>, id: Id<Meeting>) -> Result<()> {
    tx.exec_one(
        "UPDATE meeting SET frozen_at = :now, version = version + 1 WHERE id = :id AND frozen_at IS NULL",
        args! { now: tx.now(), id: id },
    )
}

/// What the rules say of the invitation after the day became another one.
pub fn save_notice(tx: &Tx<'_>, id: Id<Meeting>, notice: Option<&Verdict>) -> Result<()> {
    tx.exec(
        "UPDATE meeting SET notice_holds = :holds, notice_de = :de, notice_en = :en WHERE id = :id",
        args! { holds: notice.map(|n| n.holds), de: notice.map(|n| n.de.clone()), en: notice.map(|n| n.en.clone()), id: id },
    )
    .map(drop)
}

/// Calls a meeting off; calendars are told.
///
/// # Errors
/// [`kernel::Error::Stale`].
pub fn save_cancelled(tx: &Tx<'_>, id: Id<Meeting>, reason: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE meeting SET state = 'cancelled', reason = :reason, sequence = sequence + 1, version = version + 1 WHERE id = :id AND state IN ('planned', 'invited')",
        args! { reason: reason, id: id },
    )
}

/// Notes how a meeting stands.
///
/// # Errors
/// [`kernel::Error::Stale`] when it stood otherwise.
pub fn save_state(tx: &Tx<'_>, id: Id<Meeting>, was: MeetingState, state: MeetingState) -> Result<()> {
    tx.exec_one(
        "UPDATE meeting SET state = :state, version = version + 1 WHERE id = :id AND state = :was",
        args! { state: state, id: id, was: was },
    )
}

/// Meetings that lie behind are over.
pub fn end_past(tx: &Tx<'_>, before: Moment) -> Result<u64> {
    tx.exec(
        "UPDATE meeting SET state = 'ended', version = version + 1 WHERE state IN ('planned', 'invited', 'running') AND starts_at < :before AND starts_at + minutes * 60000000 < :before",
        args! { before: before },
    )
}

/// Notes that those who had not answered were reminded.
pub fn save_reminded(tx: &Tx<'_>, id: Id<Meeting>) -> Result<()> {
    tx.exec("UPDATE meeting SET reminded_at = :now WHERE id = :id", args! { now: tx.now(), id: id }).map(drop)
}

/// The latest meeting of a body before a moment that has an agenda: what a new one may be copied from.
///
/// # Errors
/// When the database cannot be read.
pub fn find_last_with_agenda(conn: &Conn, actor: &Actor, body: Id<Body>, before: Moment) -> Result<Option<Meeting>> {
    conn.find(
        &format!(
            "SELECT {MEETING} FROM meeting m WHERE m.body_id = :body AND m.starts_at < :before AND m.state <> 'cancelled' AND EXISTS (SELECT 1 FROM agenda_item a WHERE a.meeting_id = m.id) AND {{visible:m}} ORDER BY m.starts_at DESC, m.id DESC LIMIT 1"
        ),
        met(actor, args! { body: body, before: before }),
        meeting,
    )
}

/// The next meeting of a body between two moments whose agenda is still open, for what others pass on to it.
///
/// # Errors
/// When the database cannot be read.
pub fn find_next_open(conn: &Conn, body: Id<Body>, from: Moment, until: Moment) -> Result<Option<Meeting>> {
    conn.find(
        &format!("SELECT {MEETING} FROM meeting m WHERE m.body_id = :body AND m.starts_at >= :from AND m.starts_at < :until AND m.state IN ('planned', 'invited') AND m.frozen_at IS NULL ORDER BY m.starts_at, m.id LIMIT 1"),
        args! { body: body, from: from, until: until },
        meeting,
    )
}

/// Meetings of a body that have begun since a moment and were not called off, the latest first: those that can approve.
///
/// # Errors
/// When the database cannot be read.
pub fn list_begun_since(
    conn: &Conn,
    actor: &Actor,
    body: Id<Body>,
    (since, now): (Moment, Moment),
) -> Result<Vec<Meeting>> {
    conn.all(
        &format!("SELECT {MEETING} FROM meeting m WHERE m.body_id = :body AND m.starts_at > :since AND m.starts_at <= :now AND m.state <> 'cancelled' AND {{visible:m}} ORDER BY m.starts_at DESC, m.id DESC LIMIT 40"),
        met(actor, args! { body: body, since: since, now: now }),
        meeting,
    )
}

/// Whether the reader sees any meeting of a body.
///
/// # Errors
/// When the database cannot be read.
pub fn has_any(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<bool> {
    let found = conn.find(
        "SELECT m.starts_at FROM meeting m WHERE m.body_id = :body AND {visible:m} ORDER BY m.starts_at LIMIT 1",
        met(actor, args! { body: body }),
        |r| r.get::<Moment>(0),
    )?;
    Ok(found.is_some())
}

/// From the beginning of a day to the beginning of another.
#[must_use]
pub fn span(from: Day, until: Day) -> (Moment, Moment) {
    (from.at(0, 0), until.at(0, 0))
}
