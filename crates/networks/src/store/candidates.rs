//! Who could sit somewhere: posts, organisations, persons and offices found by a piece of their name.

use db::{Conn, args};
use kernel::{Actor, Day, Id, Office, Result};
use people::{Organisation, Person};

use super::rosters;
use crate::{Occupancy, Seat};

/// The most rows of one sort: whoever finds so many writes a word more.
const MOST: i64 = 60;

/// Organisations with this in their name that exist on a day, by name, and whether one sits nowhere yet: neither
/// itself nor with a post. The caller decides which the reader may know of.
///
/// # Errors
/// When the database cannot be read.
pub fn list_organisations_named(conn: &Conn, piece: &str, day: Day) -> Result<Vec<(Id<Organisation>, bool)>> {
    conn.all(
        "SELECT g.id, CASE WHEN EXISTS (SELECT 1 FROM occupancy o WHERE o.organisation_id = g.id) \
           OR EXISTS (SELECT 1 FROM post po JOIN occupancy o ON o.post_id = po.id WHERE po.organisation_id = g.id) THEN 0 ELSE 1 END \
         FROM organisation g WHERE g.sort_name LIKE :piece AND g.from_day <= :day AND g.until_day > :day ORDER BY g.sort_name, g.id LIMIT :most",
        args! { piece: format!("%{piece}%"), day: day, most: MOST },
        |r| Ok((r.get(0)?, r.get::<i64>(1)? == 1)),
    )
}

/// Persons with this in their name who sit in a roster the reader sees, by name; whose name she may see is asked
/// afterwards. Names are read through once; the seats only of those who match.
///
/// # Errors
/// When the database cannot be read.
pub fn list_persons_named(conn: &Conn, actor: &Actor, piece: &str, day: Day) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT p.id FROM person p WHERE p.sort_name LIKE :piece AND p.erased_at IS NULL \
         AND EXISTS (SELECT 1 FROM sits v JOIN body b ON b.id = v.body_id WHERE v.person_id = p.id AND {visible:b} AND v.from_day <= :day AND v.until_day > :day) \
         ORDER BY p.sort_name, p.id LIMIT :most",
        rosters(actor, args! { piece: format!("%{piece}%"), day: day, most: MOST }),
        |r| r.get(0),
    )
}

/// A person, and an organisation she speaks for with its name.
pub type SpokenFor = (Id<Person>, Id<Organisation>, String);

/// Which of these persons speak for which organisations on a day, in rosters the reader sees.
///
/// # Errors
/// When the database cannot be read.
pub fn list_spoken_for(conn: &Conn, actor: &Actor, persons: &[Id<Person>], day: Day) -> Result<Vec<SpokenFor>> {
    conn.all(
        "SELECT DISTINCT r.person_id, g.id, g.name FROM representative r JOIN occupancy o ON o.id = r.occupancy_id JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         JOIN organisation g ON g.id = o.organisation_id \
         WHERE r.person_id IN (:persons*) AND {visible:b} AND r.from_day <= :day AND r.until_day > :day AND o.from_day <= :day AND o.until_day > :day ORDER BY g.name, g.id",
        rosters(actor, args! { persons: persons, day: day }),
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// A seat with an office: its number, label, office and the names of its body.
pub type OfficeRow = (Id<Seat>, Option<String>, Option<Office>, String, Option<String>);

/// Seats with an office in bodies with this in their name, as far as the reader sees who sits there.
///
/// # Errors
/// When the database cannot be read.
pub fn list_offices_of(conn: &Conn, actor: &Actor, piece: &str, day: Day) -> Result<Vec<OfficeRow>> {
    conn.all(
        "SELECT s.id, s.label, s.office, b.name, b.name_en FROM body b JOIN seat s ON s.body_id = b.id WHERE b.sort_name LIKE :piece AND {visible:b} AND s.office IS NOT NULL \
         AND s.from_day <= :day AND s.until_day > :day AND b.until_day > :day ORDER BY b.sort_name, s.number LIMIT :most",
        rosters(actor, args! { piece: format!("%{piece}%"), day: day, most: MOST }),
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)),
    )
}

/// A seat an organisation holds itself: the occupancy, the seat's number, label and office, and the name of its body.
pub type OwnSeat = (Id<Occupancy>, i64, Option<String>, Option<Office>, String);

/// The seats an organisation holds itself on a day, in bodies whose membership the actor keeps.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own_seats_of(conn: &Conn, actor: &Actor, id: Id<Organisation>, day: Day) -> Result<Vec<OwnSeat>> {
    conn.all(
        "SELECT o.id, s.number, s.label, s.office, b.name FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.organisation_id = :organisation AND o.status IN ('confirmed', 'suspended') AND o.from_day <= :day AND o.until_day > :day AND {visible:b} ORDER BY b.sort_name, s.number",
        args! { organisation: id, day: day }.visible(rights::condition(actor, rights::Kind::Roster, rights::Action::Edit)),
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)),
    )
}
