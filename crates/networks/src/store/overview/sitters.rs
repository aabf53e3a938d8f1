//! Persons on seats, and those who stand in for them.

use db::{Conn, args};
use kernel::{Actor, Day, Id, Result};
use people::Person;

use super::super::rosters;
use crate::{Body, Capacity, Seat};

/// A person on a seat.
#[derive(Clone, Debug)]
pub struct Sitter {
    /// The seat.
    pub seat: Id<Seat>,
    /// Who.
    pub person: Id<Person>,
    /// In which capacity.
    pub capacity: Capacity,
    /// Whether she is away on that day.
    pub absent: bool,
}

/// Whose sitters are asked for.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// Those of every seat of these bodies.
    Bodies(&'a [Id<Body>]),
    /// Those of these seats.
    Seats(&'a [Id<Seat>]),
}

/// Who sits on these seats on a day, those of rank first.
pub fn list_sitters(conn: &Conn, actor: &Actor, wanted: Wanted<'_>, day: Day) -> Result<Vec<Sitter>> {
    let (sql, args) = match wanted {
        Wanted::Bodies(bodies) => (sitters_sql("s.body_id IN (:bodies*)"), args! { bodies: bodies, day: day }),
        Wanted::Seats(seats) => (sitters_sql("s.id IN (:seats*)"), args! { seats: seats, day: day }),
    };
    conn.all(&sql, rosters(actor, args), |r| {
        Ok(Sitter { seat: r.get(0)?, person: r.get(1)?, capacity: r.get(2)?, absent: r.get::<i64>(3)? > 0 })
    })
}

pub(in crate::store) fn sitters_sql(wanted: &str) -> String {
    format!(
        "WITH held AS (SELECT s.id AS seat_id, o.id AS occupancy_id, o.post_id, o.organisation_id, o.person_id, o.by_seat_id \
         FROM seat s JOIN body b ON b.id = s.body_id JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') \
         WHERE {wanted} AND s.from_day <= :day AND s.until_day > :day AND {{visible:b}}), \
       followed AS (SELECT h.seat_id, h.occupancy_id, h.post_id, h.organisation_id, h.person_id FROM held h WHERE h.by_seat_id IS NULL \
         UNION ALL SELECT h.seat_id, x.id, x.post_id, x.organisation_id, x.person_id FROM held h \
         JOIN occupancy x ON x.seat_id = h.by_seat_id AND x.from_day <= :day AND x.until_day > :day AND x.status = 'confirmed'), \
       sitting AS (SELECT f.seat_id, f.person_id, 'self' AS capacity, 1 AS place FROM followed f WHERE f.person_id IS NOT NULL \
         UNION ALL SELECT f.seat_id, t.person_id, t.mode, CASE t.mode WHEN 'holder' THEN t.rank WHEN 'acting' THEN 100 + t.rank ELSE 200 + t.rank END FROM followed f JOIN tenure t ON t.post_id = f.post_id AND t.from_day <= :day AND t.until_day > :day \
         UNION ALL SELECT f.seat_id, r.person_id, 'representative', r.rank FROM followed f \
           JOIN representative r ON r.occupancy_id = f.occupancy_id AND r.from_day <= :day AND r.until_day > :day WHERE f.organisation_id IS NOT NULL AND r.person_id IS NOT NULL \
         UNION ALL SELECT f.seat_id, t.person_id, 'representative', r.rank FROM followed f \
           JOIN representative r ON r.occupancy_id = f.occupancy_id AND r.from_day <= :day AND r.until_day > :day \
           JOIN tenure t ON t.post_id = r.post_id AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day WHERE f.organisation_id IS NOT NULL \
         UNION ALL SELECT u.seat_id, u.person_id, 'substitute', 300 + u.rank FROM seat s JOIN body b ON b.id = s.body_id JOIN substitute u ON u.body_id = s.body_id AND u.seat_id = s.id \
           WHERE {wanted} AND u.person_id IS NOT NULL AND NOT u.moves_up AND u.from_day <= :day AND u.until_day > :day AND {{visible:b}}) \
       SELECT g.seat_id, g.person_id, g.capacity, CASE WHEN EXISTS (SELECT 1 FROM absence a WHERE a.person_id = g.person_id AND a.from_day <= :day AND a.until_day > :day) THEN 1 ELSE 0 END \
       FROM sitting g ORDER BY g.seat_id, g.place, g.person_id"
    )
}

/// Somebody named to stand in or to move up.
#[derive(Clone, Debug)]
pub struct Stand {
    /// For which seat; none for any of the body.
    pub seat: Option<Id<Seat>>,
    /// The person, or whoever holds the post.
    pub person: Option<Id<Person>>,
    /// The title of the post, where a post was named.
    pub post: Option<String>,
    /// Only moves up into a freed seat.
    pub moves_up: bool,
}

/// The substitutes of a body on a day.
pub fn list_stands(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day) -> Result<Vec<Stand>> {
    let sql = "SELECT u.seat_id, u.person_id, po.title, u.moves_up FROM substitute u JOIN body b ON b.id = u.body_id \
         LEFT JOIN post po ON po.id = u.post_id WHERE u.body_id = :body AND u.from_day <= :day AND u.until_day > :day AND {visible:b} ORDER BY u.moves_up, u.rank, u.id";
    conn.all(sql, rosters(actor, args! { body: body, day: day }), |r| {
        Ok(Stand { seat: r.get(0)?, person: r.get(1)?, post: r.get(2)?, moves_up: r.get(3)? })
    })
}
