//! What is told of meetings: read for the program, which asks for each reader's rights itself.

use db::{Conn, args};
use kernel::{Id, Moment, Result};
use web::Window;

use super::{
    meetings::{MEETING, meeting},
    polls::{POLL, poll},
};
use crate::{Meeting, MinutesState, Poll};

/// Some meetings.
///
/// # Errors
/// When the database cannot be read.
pub fn list_meetings(conn: &Conn, ids: &[i64]) -> Result<Vec<Meeting>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&format!("SELECT {MEETING} FROM meeting m WHERE m.id IN (:ids*)"), args! { ids: ids }, meeting)
}

/// Who is invited to a meeting.
pub struct Asked {
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// Through which seat.
    pub seat: Option<i64>,
    /// The person who was written to.
    pub person: Option<i64>,
    /// Whether she answered.
    pub answered: bool,
}

/// Those invited to some meetings whose invitations stand, but guests.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked(conn: &Conn, meetings: &[i64]) -> Result<Vec<Asked>> {
    if meetings.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT i.meeting_id, CASE WHEN i.capacity = 'member' THEN i.seat_id ELSE NULL END, i.person_id, CASE WHEN i.answer = 'none' THEN 0 ELSE 1 END FROM meeting_invitation i \
         WHERE i.meeting_id IN (:meetings*) AND i.ended_at IS NULL AND i.capacity <> 'guest'",
        args! { meetings: meetings },
        |r| Ok(Asked { meeting: r.get(0)?, seat: r.get(1)?, person: r.get(2)?, answered: r.get::<i64>(3)? == 1 }),
    )
}

/// Open polls whose letters were written within a window.
///
/// # Errors
/// When the database cannot be read.
pub fn list_polls(conn: &Conn, window: &Window) -> Result<Vec<Poll>> {
    let (hers, given) = window.within("p.network_id", args! { since: window.since, until: window.until });
    let sql = format!(
        "SELECT {POLL} FROM poll p WHERE p.state = 'open' AND p.sent_at > :since AND p.sent_at <= :until{hers} ORDER BY p.sent_at, p.id"
    );
    conn.all(&sql, given, poll)
}

/// Who is asked in some polls, and whether she answered.
///
/// # Errors
/// When the database cannot be read.
pub fn list_polled(conn: &Conn, polls: &[i64]) -> Result<Vec<(Id<Poll>, i64, bool)>> {
    if polls.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT v.poll_id, v.person_id, CASE WHEN v.answered_at IS NULL THEN 0 ELSE 1 END FROM poll_voter v WHERE v.poll_id IN (:polls*) AND v.ended_at IS NULL AND v.person_id IS NOT NULL",
        args! { polls: polls },
        |r| Ok((r.get(0)?, r.get(1)?, r.get::<i64>(2)? == 1)),
    )
}

/// Minutes.
pub struct Sent {
    /// Their number.
    pub id: i64,
    /// Of which meeting.
    pub meeting: Id<Meeting>,
    /// How they stand.
    pub state: MinutesState,
    /// From when on an objection is too late.
    pub closes_at: Option<Moment>,
}

/// Some minutes.
///
/// # Errors
/// When the database cannot be read.
pub fn list_minutes(conn: &Conn, ids: &[i64]) -> Result<Vec<Sent>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT p.id, p.meeting_id, p.state, p.closes_at FROM minutes p WHERE p.id IN (:ids*)",
        args! { ids: ids },
        |r| Ok(Sent { id: r.get(0)?, meeting: r.get(1)?, state: r.get(2)?, closes_at: r.get(3)? }),
    )
}

/// What is on the agendas of some meetings for everybody who sees them: meeting and title.
///
/// # Errors
/// When the database cannot be read.
pub fn list_open_items(conn: &Conn, meetings: &[Id<Meeting>]) -> Result<Vec<(Id<Meeting>, String)>> {
    if meetings.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT a.meeting_id, a.title FROM agenda_item a WHERE a.meeting_id IN (:meetings*) AND a.openness = 'public' ORDER BY a.meeting_id, a.place",
        args! { meetings: meetings },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
