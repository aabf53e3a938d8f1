//! What a person asks about herself, and what she takes along when she has herself erased. Each statement asks for her own
//! number and is for nobody's eyes but hers.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Moment, Office, Result, Voice};
use people::Person;

use super::{
    bodies::{BODY, BODY_WIDTH, body},
    her_own,
    occupancies::{OCCUPANCY, SEAT_WIDTH, occupancy},
    seats::{SEAT, seat},
    term,
};
use crate::{Audience, Body, Capacity, Field, Occupancy, Seat, SeatKind};

/// A seat she had, has or will have.
pub struct OwnSeat {
    /// The name of the body, and in English where it has one.
    pub body: (String, Option<String>),
    /// Sort of seat.
    pub kind: SeatKind,
    /// What it lets her do.
    pub voice: Voice,
    /// The office it carries.
    pub office: Option<Office>,
    /// In which way she sits there.
    pub capacity: Capacity,
    /// From when to when.
    pub term: kernel::Term,
}

/// Her seats of all times, the oldest first.
pub fn list_own_seats(conn: &Conn, person: Id<Person>) -> Result<Vec<OwnSeat>> {
    conn.all(
        "SELECT b.name, b.name_en, v.kind, v.voice, v.office, v.capacity, v.from_day, v.until_day FROM sits v JOIN body b ON b.id = v.body_id \
         WHERE v.person_id = :person AND {visible:b} AND v.from_day < v.until_day ORDER BY v.from_day, b.sort_name, v.seat_id",
        her_own(args! { person: person }),
        |r| {
            Ok(OwnSeat {
                body: (r.get(0)?, r.get(1)?),
                kind: r.get(2)?,
                voice: r.get(3)?,
                office: r.get(4)?,
                capacity: r.get(5)?,
                term: term(r, 6)?,
            })
        },
    )
}

/// A consent she gave.
pub struct OwnConsent {
    /// What may be seen.
    pub field: Field,
    /// By whom.
    pub audience: Audience,
    /// The network it is for.
    pub body: Option<String>,
    /// When she gave it.
    pub given: Moment,
    /// When she took it back.
    pub withdrawn: Option<Moment>,
}

/// Her consents, those taken back among them.
pub fn list_all_consents(conn: &Conn, person: Id<Person>) -> Result<Vec<OwnConsent>> {
    conn.all(
        "SELECT c.field, c.audience, b.name, c.given_at, c.withdrawn_at FROM consent c LEFT JOIN body b ON b.id = c.body_id WHERE c.person_id = :person ORDER BY c.given_at, c.id",
        args! { person: person },
        |r| Ok(OwnConsent { field: r.get(0)?, audience: r.get(1)?, body: r.get(2)?, given: r.get(3)?, withdrawn: r.get(4)? }),
    )
}

/// Seats she has in person today or later, and those she was asked for.
pub fn list_running(conn: &Conn, person: Id<Person>, day: Day) -> Result<Vec<(Occupancy, Seat, Body)>> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, {OCCUPANCY} FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.person_id = :person AND {{visible:b}} AND o.until_day > :day ORDER BY o.id"
    );
    conn.all(&sql, her_own(args! { person: person, day: day }), |r| {
        Ok((occupancy(r, BODY_WIDTH + SEAT_WIDTH)?, seat(r, BODY_WIDTH)?, body(r, 0)?))
    })
}

/// Who else keeps the membership of a network on a day.
pub fn count_keepers_but(conn: &Conn, network: Id<Body>, person: Id<Person>, day: Day) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM sits v WHERE v.body_id = :network AND v.office IN ('network_admin', 'secretariat') AND v.person_id <> :person AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day",
        args! { network: network, person: person, day: day },
    )
}

/// Ends the seats she has in person with a day.
pub fn end_own_seats(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE occupancy SET until_day = :day, end_reason = 'resignation' WHERE person_id = :person AND from_day < :day AND until_day > :day AND status IN ('confirmed', 'suspended')",
        args! { person: person, day: day },
    )
    .map(drop)
}

/// Takes away what never came to be: seats that begin with a day or later, and those she was only asked for.
pub fn delete_seats_to_come(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec(
        "DELETE FROM occupancy WHERE person_id = :person AND (from_day >= :day OR status NOT IN ('confirmed', 'suspended'))",
        args! { person: person, day: day },
    )
    .map(drop)
}

pub fn end_own_representatives(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE representative SET until_day = :day WHERE person_id = :person AND from_day < :day AND until_day > :day",
        args! { person: person, day: day },
    )
    .map(drop)
}

pub fn delete_representatives_to_come(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec(
        "DELETE FROM representative WHERE person_id = :person AND from_day >= :day",
        args! { person: person, day: day },
    )
    .map(drop)
}

pub fn end_own_substitutes(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE substitute SET until_day = :day WHERE person_id = :person AND from_day < :day AND until_day > :day",
        args! { person: person, day: day },
    )
    .map(drop)
}

pub fn delete_substitutes_to_come(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec("DELETE FROM substitute WHERE person_id = :person AND from_day >= :day", args! { person: person, day: day })
        .map(drop)
}

/// Takes every consent back that stands.
pub fn save_all_withdrawn(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE consent SET withdrawn_at = :now WHERE person_id = :person AND withdrawn_at IS NULL",
        args! { person: person, now: tx.now() },
    )
    .map(drop)
}
