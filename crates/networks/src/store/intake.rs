//! What is known of those a list names: for whoever keeps the membership, who was asked for that right before.

use db::{Conn, Tx, args};
use kernel::{Actor, Day, Id, Office, Result};
use people::{Organisation, Person, Post};

use super::rosters;
use crate::{Body, EndReason, Occupancy, Representative, Seat, SeatKind};

/// A seat of the network's own body that is held, by whom.
pub struct SeatedRow {
    /// The occupancy.
    pub occupancy: Id<Occupancy>,
    /// The kind of seat.
    pub kind: SeatKind,
    /// The office it carries.
    pub office: Option<Office>,
    /// The post that has it.
    pub post: Option<Id<Post>>,
    /// The organisation that has it.
    pub organisation: Option<Id<Organisation>>,
    /// The person who has it.
    pub person: Option<Id<Person>>,
    /// The post or organisation through which she came: the organisation.
    pub of: Option<Id<Organisation>>,
    /// First day after.
    pub until: Day,
}

/// Who has, had or will have seats in a body, whatever the day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_seated(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<SeatedRow>> {
    conn.all(
        "SELECT o.id, s.kind, s.office, o.post_id, o.organisation_id, o.person_id, COALESCE(o.eligible_organisation_id, ep.organisation_id), o.until_day \
         FROM seat s JOIN body b ON b.id = s.body_id JOIN occupancy o ON o.seat_id = s.id LEFT JOIN post ep ON ep.id = o.eligible_post_id \
         WHERE s.body_id = :body AND {visible:b} AND o.status <> 'refused' ORDER BY o.from_day, o.id",
        rosters(actor, args! { body: body }),
        |r| {
            Ok(SeatedRow {
                occupancy: r.get(0)?,
                kind: r.get(1)?,
                office: r.word(2, |w| Ok(w.and_then(Office::from_word)))?,
                post: r.get(3)?,
                organisation: r.get(4)?,
                person: r.get(5)?,
                of: r.get(6)?,
                until: r.get(7)?,
            })
        },
    )
}

/// How many seats of each kind the body has that are no offices and no guests.
///
/// # Errors
/// When the database cannot be read.
pub fn count_kinds(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day) -> Result<Vec<(SeatKind, i64)>> {
    conn.all(
        "SELECT s.kind, COUNT(*) FROM seat s JOIN body b ON b.id = s.body_id WHERE s.body_id = :body AND {visible:b} AND s.voice NOT IN ('office', 'guest') \
         AND s.from_day <= :day AND s.until_day > :day GROUP BY s.kind ORDER BY COUNT(*) DESC, s.kind",
        rosters(actor, args! { body: body, day: day }),
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Who speaks where: occupancy, rank, person, first day after.
pub type SpokenRow = (Id<Occupancy>, i64, Option<Id<Person>>, Day);

/// Who speaks for the organisations that have seats in a body: occupancy, rank, person, first day after.
///
/// # Errors
/// When the database cannot be read.
pub fn list_spoken_in(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<SpokenRow>> {
    conn.all(
        "SELECT r.occupancy_id, r.rank, r.person_id, r.until_day FROM seat s JOIN body b ON b.id = s.body_id JOIN occupancy o ON o.seat_id = s.id \
         JOIN representative r ON r.occupancy_id = o.id WHERE s.body_id = :body AND {visible:b} ORDER BY r.rank, r.id",
        rosters(actor, args! { body: body }),
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)),
    )
}

/// Persons of these sort names who sit in rosters the reader sees.
///
/// # Errors
/// When the database cannot be read.
pub fn list_persons_called(conn: &Conn, actor: &Actor, names: Vec<String>, day: Day) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT DISTINCT p.id FROM person p JOIN sits v ON v.person_id = p.id JOIN body b ON b.id = v.body_id \
         WHERE p.sort_name IN (:names*) AND p.erased_at IS NULL AND {visible:b} AND v.from_day <= :day AND v.until_day > :day ORDER BY p.id",
        rosters(actor, args! { names: names, day: day }),
        |r| r.get(0),
    )
}

/// Takes away an occupancy that an import made and nobody used.
pub fn delete_occupancy(tx: &Tx<'_>, id: Id<Occupancy>) -> Result<()> {
    tx.exec_one("DELETE FROM occupancy WHERE id = :id", args! { id: id })
}

pub fn delete_seat(tx: &Tx<'_>, id: Id<Seat>) -> Result<()> {
    tx.exec_one("DELETE FROM seat WHERE id = :id", args! { id: id })
}

pub fn delete_representative(tx: &Tx<'_>, id: Id<Representative>) -> Result<()> {
    tx.exec_one("DELETE FROM representative WHERE id = :id", args! { id: id })
}

/// Whether an occupancy still is as it was made: confirmed, and ended by nobody.
pub fn is_as_made(tx: &Tx<'_>, id: Id<Occupancy>) -> Result<bool> {
    let plain = tx.count(
        "SELECT COUNT(*) FROM occupancy o WHERE o.id = :id AND o.status = 'confirmed' AND (o.end_reason IS NULL OR o.end_reason = :term)",
        args! { id: id, term: EndReason::Term },
    )?;
    Ok(plain == 1)
}
