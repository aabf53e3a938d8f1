//! Date polls. A poll is read with the reader's condition; what hangs on it by its number, after the poll was found.

mod asked;

pub use asked::{
    delete_answers, delete_letters, delete_voters, find_own_voter, find_voter_by_token, forget_letters, forget_voters,
    insert_letter, insert_voter, list_own_picks, list_picks, list_polled, list_voters, save_address, save_contested,
    save_ended, save_picks,
};

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Level, Moment, Result};
use networks::Body;
use people::Person;

use super::met;
use crate::{Meeting, NewPoll, Poll, PollDate, PollState};

/// The columns of a poll under the alias `p`; [`poll`] reads them.
pub const POLL: &str = "p.id, p.network_id, p.body_id, p.level, p.title, p.note, p.minutes, p.place, p.online, p.answer_until, p.state, p.meeting_id, p.sent_at, p.reminded_at, p.version";

/// Reads a poll from the columns of [`POLL`].
pub fn poll(r: &Row<'_>) -> Result<Poll> {
    Ok(Poll {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: Level::from_number(r.get(3)?),
        title: r.get(4)?,
        note: r.get(5)?,
        minutes: r.get(6)?,
        place: r.get(7)?,
        online: r.get(8)?,
        answer_until: r.get(9)?,
        state: r.get(10)?,
        meeting: r.get(11)?,
        sent_at: r.get(12)?,
        reminded_at: r.get(13)?,
        version: r.get(14)?,
    })
}

/// A poll the reader may see.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_poll(conn: &Conn, actor: &Actor, id: Id<Poll>) -> Result<Poll> {
    conn.one(
        &format!("SELECT {POLL} FROM poll p WHERE p.id = :id AND {{visible:p}}"),
        met(actor, args! { id: id }),
        poll,
    )
}

/// A poll, for the program itself and for whoever holds the link of a letter about it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_any_poll(conn: &Conn, id: Id<Poll>) -> Result<Poll> {
    conn.one(&format!("SELECT {POLL} FROM poll p WHERE p.id = :id"), args! { id: id }, poll)
}

/// Polls of these numbers the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Poll>> {
    conn.all(
        &format!("SELECT {POLL} FROM poll p WHERE p.id IN (:ids*) AND {{visible:p}}"),
        met(actor, args! { ids: ids }),
        poll,
    )
}

/// The polls of a body that still wait for a day, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting_of(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<Poll>> {
    conn.all(
        &format!("SELECT {POLL} FROM poll p WHERE p.body_id = :body AND p.state IN ('draft', 'open') AND {{visible:p}} ORDER BY p.id DESC LIMIT 20"),
        met(actor, args! { body: body }),
        poll,
    )
}

/// The open polls in which a person is asked, with when she answered.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asking(conn: &Conn, actor: &Actor, person: Id<Person>) -> Result<Vec<(Poll, Option<Moment>)>> {
    conn.all(
        &format!(
            "SELECT {POLL}, v.answered_at FROM poll_voter v JOIN poll p ON p.id = v.poll_id WHERE v.person_id = :person AND v.ended_at IS NULL AND p.state = 'open' AND {{visible:p}} ORDER BY p.answer_until, p.id"
        ),
        met(actor, args! { person: person }),
        |r| Ok((poll(r)?, r.get(15)?)),
    )
}

/// Every open poll, for the daily jobs.
///
/// # Errors
/// When the database cannot be read.
pub fn list_open(conn: &Conn) -> Result<Vec<Poll>> {
    conn.all(&format!("SELECT {POLL} FROM poll p WHERE p.state = 'open' ORDER BY p.answer_until, p.id"), args! {}, poll)
}

/// Writes a poll down as a draft.
pub fn insert_poll(
    tx: &Tx<'_>,
    id: Id<Poll>,
    body: &Body,
    (level, by): (Level, Option<i64>),
    new: &NewPoll,
) -> Result<()> {
    tx.exec(
        "INSERT INTO poll (id, network_id, body_id, level, title, note, minutes, place, online, answer_until, state, made_by, made_at) \
         VALUES (:id, :network, :body, :level, :title, :note, :minutes, :place, :online, :until, 'draft', :by, :now)",
        args! {
            id: id, network: body.network, body: body.id, level: level, title: &new.title, note: &new.note, minutes: new.minutes,
            place: &new.place, online: &new.online, until: new.answer_until, by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// Writes a changed draft.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version, or was sent.
pub fn save_poll(tx: &Tx<'_>, id: Id<Poll>, version: i64, new: &NewPoll) -> Result<()> {
    tx.exec_one(
        "UPDATE poll SET title = :title, note = :note, minutes = :minutes, place = :place, online = :online, answer_until = :until, version = version + 1 WHERE id = :id AND version = :version AND state = 'draft'",
        args! {
            title: &new.title, note: &new.note, minutes: new.minutes, place: &new.place, online: &new.online, until: new.answer_until,
            id: id, version: version,
        },
    )
}

/// Notes that those asked were written to.
///
/// # Errors
/// [`kernel::Error::Stale`] when they were already.
pub fn save_sent(tx: &Tx<'_>, id: Id<Poll>) -> Result<()> {
    tx.exec_one(
        "UPDATE poll SET state = 'open', sent_at = :now, version = version + 1 WHERE id = :id AND state = 'draft'",
        args! { now: tx.now(), id: id },
    )
}

/// Notes that those who had not answered were reminded.
pub fn save_reminded(tx: &Tx<'_>, id: Id<Poll>) -> Result<()> {
    tx.exec("UPDATE poll SET reminded_at = :now WHERE id = :id", args! { now: tx.now(), id: id }).map(drop)
}

/// A meeting came of it, or it was given up.
///
/// # Errors
/// [`kernel::Error::Stale`] when it no longer waits.
pub fn save_closed(tx: &Tx<'_>, id: Id<Poll>, state: PollState, meeting: Option<Id<Meeting>>) -> Result<()> {
    tx.exec_one(
        "UPDATE poll SET state = :state, meeting_id = :meeting, closed_at = :now, version = version + 1 WHERE id = :id AND state IN ('draft', 'open')",
        args! { state: state, meeting: meeting, now: tx.now(), id: id },
    )
}

/// The days of a poll, earliest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_dates(conn: &Conn, poll: Id<Poll>) -> Result<Vec<PollDate>> {
    conn.all(
        "SELECT d.id, d.starts_at FROM poll_date d WHERE d.poll_id = :poll ORDER BY d.starts_at",
        args! { poll: poll },
        |r| Ok(PollDate { id: r.get(0)?, starts_at: r.get(1)? }),
    )
}

/// Adds a day.
pub fn insert_date(tx: &Tx<'_>, poll: Id<Poll>, starts_at: Moment) -> Result<()> {
    let id: Id<PollDate> = tx.id();
    tx.exec(
        "INSERT INTO poll_date (id, poll_id, starts_at) VALUES (:id, :poll, :starts)",
        args! { id: id, poll: poll, starts: starts_at },
    )
    .map(drop)
}

/// Takes a day away.
pub fn delete_date(tx: &Tx<'_>, poll: Id<Poll>, date: Id<PollDate>) -> Result<()> {
    tx.exec("DELETE FROM poll_date WHERE id = :id AND poll_id = :poll", args! { id: date, poll: poll }).map(drop)
}

/// Polls that ended before a moment, and those that were forgotten: nobody chose a day long after answers were due.
const OVER: &str = "SELECT p.id FROM poll p WHERE p.state IN ('settled', 'dropped') AND p.closed_at < :before \
     UNION ALL SELECT p.id FROM poll p WHERE p.state IN ('draft', 'open') AND p.answer_until < :day";

/// The days of polls long over, after their answers went.
pub fn delete_dates(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM poll_date WHERE poll_id IN ({OVER})"), over(before)).map(drop)
}

/// Polls long over, last of all.
pub fn delete_polls(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM poll WHERE id IN ({OVER})"), over(before)).map(drop)
}

fn over(before: Moment) -> db::Args {
    let day: Day = before.day();
    args! { before: before, day: day }
}
