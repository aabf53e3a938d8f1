//! Whom letters go to, and how far a report rises. Nobody reads these lists.

use db::{Conn, args};
use kernel::{Day, Id, Result};
use networks::{Body, Seat};
use people::Person;

use crate::{Reach, Sent};

/// Those who sit on some seats on a day, and those who stand in there.
///
/// # Errors
/// When the database cannot be read.
pub fn list_sent(conn: &Conn, seats: &[Id<Seat>], day: Day) -> Result<Vec<Sent>> {
    conn.all(
        "SELECT DISTINCT v.seat_id, v.person_id, CASE WHEN v.capacity IN ('self', 'holder', 'acting', 'representative') THEN 0 ELSE 1 END FROM sits v \
         WHERE v.seat_id IN (:seats*) AND v.capacity <> 'deputy' AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY 1, 3, 2",
        args! { seats: seats, day: day },
        |r| Ok(Sent { seat: r.get(0)?, person: r.get(1)?, stands_in: r.get::<i64>(2)? == 1 }),
    )
}

/// The seats somebody is sent to and sits on as her own on a day, by whatever way; which of them a reader knows of is decided
/// next.
///
/// # Errors
/// When the database cannot be read.
pub fn list_seats_of(conn: &Conn, person: Id<Person>, day: Day) -> Result<Vec<Id<Seat>>> {
    conn.all(
        "SELECT DISTINCT v.seat_id FROM sits v JOIN seat s ON s.id = v.seat_id WHERE v.person_id = :person AND s.kind = 'delegated' AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.seat_id",
        args! { person: person, day: day },
        |r| r.get(0),
    )
}

/// The offices whose holders lead a body, as [`rights::RULES`] has them.
const LEADING: &str = "'chair', 'speaker', 'secretary', 'secretariat', 'network_admin'";

/// Those who lead one of these bodies on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_leaders(conn: &Conn, bodies: &[Id<Body>], day: Day) -> Result<Vec<(Id<Body>, Id<Person>)>> {
    conn.all(
        &format!(
            "SELECT DISTINCT v.body_id, v.person_id FROM sits v WHERE v.body_id IN (:bodies*) AND v.office IN ({LEADING}) AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
             AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.body_id, v.person_id"
        ),
        args! { bodies: bodies, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// What rises one step: from some bodies to the network they belong to, and to whoever sends into them. From a sensitive
/// network nothing rises to another one.
///
/// # Errors
/// When the database cannot be read.
pub fn list_above(conn: &Conn, bodies: &[Id<Body>], day: Day) -> Result<Vec<(Id<Body>, Id<Body>)>> {
    conn.all(
        "SELECT n.id, n.network_id FROM body b JOIN body n ON n.id = b.network_id WHERE b.id IN (:bodies*) AND b.id <> b.network_id AND b.kind <> 'outside' \
         UNION SELECT f.id, f.network_id FROM seat s JOIN body b ON b.id = s.body_id JOIN body n ON n.id = b.network_id JOIN body f ON f.id = s.source_body_id JOIN occupancy o ON o.seat_id = s.id \
         WHERE s.body_id IN (:bodies*) AND (f.network_id = b.network_id OR (NOT b.sensitive AND NOT n.sensitive)) AND s.kind = 'delegated' AND s.from_day <= :day AND s.until_day > :day AND o.status = 'confirmed' AND o.from_day <= :day AND o.until_day > :day \
           AND f.until_day > :day ORDER BY 1",
        args! { bodies: bodies, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// As [`Reach`] of a hop.
#[must_use]
pub const fn reach((body, network): (Id<Body>, Id<Body>), hop: i64) -> Reach {
    Reach { body, network, hop }
}
