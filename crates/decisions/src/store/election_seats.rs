//! Which seats an election fills, and who sat on them before.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Office, Result};
use networks::{Body, EndReason, Occupancy, Seat};
use people::{Organisation, Person};

use crate::{Vote, VoteSeat};

/// The seats of an election, in the order of their places.
///
/// # Errors
/// When the database cannot be read.
pub fn list_vote_seats(conn: &Conn, vote: Id<Vote>) -> Result<Vec<VoteSeat>> {
    conn.all(
        "SELECT x.seat_id, x.place, s.number, s.label, s.office, s.body_id, s.kind, s.source_territory_id, t.ags, s.term_months \
         FROM vote_seat x JOIN seat s ON s.id = x.seat_id LEFT JOIN territory t ON t.id = s.source_territory_id \
         WHERE x.vote_id = :vote ORDER BY x.place, x.seat_id",
        args! { vote: vote },
        |r| {
            Ok(VoteSeat {
                seat: r.get(0)?,
                place: r.get(1)?,
                number: r.get(2)?,
                label: r.get(3)?,
                office: r.get::<Option<String>>(4)?.as_deref().and_then(Office::from_word),
                body: r.get(5)?,
                kind: r.get(6)?,
                territory: r.get(7)?,
                ags: r.get(8)?,
                term_months: r.get(9)?,
            })
        },
    )
}

pub fn insert_vote_seat(tx: &Tx<'_>, vote: Id<Vote>, seat: Id<Seat>, place: i64) -> Result<()> {
    tx.exec(
        "INSERT INTO vote_seat (vote_id, seat_id, place) VALUES (:vote, :seat, :place)",
        args! { vote: vote, seat: seat, place: place },
    )
    .map(drop)
}

/// Somebody who sits or sat on a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The occupancy.
    pub id: Id<Occupancy>,
    /// The seat.
    pub seat: Id<Seat>,
    /// Who, where a person holds it as herself.
    pub person: Option<Id<Person>>,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// Elected until.
    pub term_end: Option<Day>,
    /// Why it ended.
    pub end: Option<EndReason>,
}

/// Who held some seats, by seat, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_held(conn: &Conn, seats: &[Id<Seat>]) -> Result<Vec<Held>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT o.id, o.seat_id, o.person_id, o.from_day, o.until_day, o.term_end_day, o.end_reason FROM occupancy o \
         WHERE o.seat_id IN (:seats*) AND o.status IN ('confirmed', 'suspended') ORDER BY o.seat_id, o.from_day DESC",
        args! { seats: seats },
        |r| {
            Ok(Held {
                id: r.get(0)?,
                seat: r.get(1)?,
                person: r.get(2)?,
                from: r.get(3)?,
                until: r.get(4)?,
                term_end: r.get(5)?,
                end: r.word(6, EndReason::maybe)?,
            })
        },
    )
}

/// The elected terms of a person on seats of a body with the same office, the latest first: first and last days.
///
/// # Errors
/// When the database cannot be read.
pub fn list_terms(conn: &Conn, person: Id<Person>, body: Id<Body>, office: Option<Office>) -> Result<Vec<(Day, Day)>> {
    let office = office.map(Office::word);
    let all: Vec<(Day, Day, Option<String>)> = conn.all(
        "SELECT o.from_day, o.until_day, s.office FROM occupancy o JOIN seat s ON s.id = o.seat_id \
         WHERE o.person_id = :person AND s.body_id = :body AND o.basis = 'election' AND o.status IN ('confirmed', 'suspended') ORDER BY o.from_day DESC",
        args! { person: person, body: body },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )?;
    Ok(all.into_iter().filter(|(.., of)| of.as_deref() == office).map(|(from, until, _)| (from, until)).collect())
}

/// The official key of the territory of an organisation.
///
/// # Errors
/// When the database cannot be read.
pub fn ags_of(conn: &Conn, organisation: Id<Organisation>) -> Result<Option<String>> {
    let found: Option<Option<String>> = conn.find(
        "SELECT t.ags FROM organisation g JOIN territory t ON t.id = g.territory_id WHERE g.id = :id",
        args! { id: organisation },
        |r| r.get(0),
    )?;
    Ok(found.flatten())
}

/// Which of these seats an election fills that is not over.
///
/// # Errors
/// When the database cannot be read.
pub fn list_being_filled(conn: &Conn, seats: &[Id<Seat>]) -> Result<Vec<Id<Seat>>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT x.seat_id FROM vote_seat x JOIN vote v ON v.id = x.vote_id WHERE x.seat_id IN (:seats*) AND v.state IN ('draft', 'announced', 'open', 'closed')",
        args! { seats: seats },
        |r| r.get(0),
    )
}

/// To which of these seats somebody is elected who can still say whether she accepts.
///
/// # Errors
/// When the database cannot be read.
pub fn list_promised(conn: &Conn, seats: &[Id<Seat>]) -> Result<Vec<Id<Seat>>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT x.seat_id FROM vote_seat x JOIN vote v ON v.id = x.vote_id JOIN candidate c ON c.vote_id = v.id AND c.seat_id = x.seat_id \
         WHERE x.seat_id IN (:seats*) AND v.state = 'decided' AND c.state = 'elected' AND (v.accept_until IS NULL OR v.accept_until > :now)",
        args! { seats: seats, now: conn.now() },
        |r| r.get(0),
    )
}
