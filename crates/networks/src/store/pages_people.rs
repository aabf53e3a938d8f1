//! Reads only the pages of persons, seats and organisations need, and what search and links ask of things by number.
//! Reads without a reader's condition are for callers that decided before, or write a scope beside what they read.

use db::{Conn, Row, args};
use kernel::{Actor, Day, Id, Level, Office, Result};
use people::{Organisation, OrganisationKind, Person, Post};

use super::rosters;
use crate::{Body, Seat};

/// The seats of a network and its bodies that exist on a day, as far as the reader may see who sits there; bodies of
/// others left out.
///
/// # Errors
/// When the database cannot be read.
pub fn list_seats_of_network(conn: &Conn, actor: &Actor, network: Id<Body>, day: Day) -> Result<Vec<Id<Seat>>> {
    conn.all(
        "SELECT s.id FROM body b JOIN seat s ON s.body_id = b.id WHERE b.network_id = :network AND b.kind <> 'outside' AND {visible:b} \
         AND b.from_day <= :day AND b.until_day > :day AND s.from_day <= :day AND s.until_day > :day",
        rosters(actor, args! { network: network, day: day }),
        |r| r.get(0),
    )
}

/// What surrounds an organisation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Surroundings {
    /// The name of its territory.
    pub territory: Option<String>,
    /// What that territory lies in.
    pub district: Option<String>,
    /// The organisation it is a part of.
    pub parent: Option<(Id<Organisation>, String)>,
    /// What it was merged into.
    pub merged: Option<(Id<Organisation>, String)>,
}

/// The territory of an organisation and what it is, or became, a part of; the caller decided that it may be seen.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn surroundings(conn: &Conn, id: Id<Organisation>, day: Day) -> Result<Surroundings> {
    conn.one(
        "SELECT COALESCE(n.name, t.name), u.name, h.id, h.name, m.id, m.name FROM organisation g LEFT JOIN territory t ON t.id = g.territory_id LEFT JOIN territory_name n ON n.territory_id = t.id AND n.from_day <= :day AND n.until_day > :day LEFT JOIN territory u ON u.id = t.parent_id \
         LEFT JOIN organisation h ON h.id = g.parent_id LEFT JOIN organisation m ON m.id = g.merged_into_id WHERE g.id = :id",
        args! { id: id, day: day },
        |r| Ok(Surroundings { territory: r.get(0)?, district: r.get(1)?, parent: pair(r, 2)?, merged: pair(r, 4)? }),
    )
}

fn pair(r: &Row<'_>, at: usize) -> Result<Option<(Id<Organisation>, String)>> {
    Ok(r.get::<Option<Id<Organisation>>>(at)?.zip(r.get::<Option<String>>(at + 1)?))
}

/// The numbers of the parts of an organisation that exist on the day, by name; the caller decides which may be seen.
///
/// # Errors
/// When the database cannot be read.
pub fn units_of(conn: &Conn, parent: Id<Organisation>, day: Day) -> Result<Vec<Id<Organisation>>> {
    conn.all(
        "SELECT id FROM organisation WHERE parent_id = :parent AND from_day <= :day AND until_day > :day ORDER BY sort_name, id",
        args! { parent: parent, day: day },
        |r| r.get(0),
    )
}

/// The name a territory had on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn territory_name(conn: &Conn, id: Id<people::Territory>, day: Day) -> Result<Option<String>> {
    conn.find(
        "SELECT COALESCE((SELECT n.name FROM territory_name n WHERE n.territory_id = t.id AND n.from_day <= :day AND n.until_day > :day), t.name) FROM territory t WHERE t.id = :id",
        args! { id: id, day: day },
        |r| r.get(0),
    )
}

/// Who may see the seats of one body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RosterScope {
    /// The network.
    pub network: Id<Body>,
    /// The body.
    pub body: Id<Body>,
    /// Whether who belongs is kept within.
    pub sensitive: bool,
    /// How far its roster may be seen.
    pub level: Level,
}

fn scope(r: &Row<'_>) -> Result<RosterScope> {
    Ok(RosterScope { network: r.get(0)?, body: r.get(1)?, sensitive: r.get(2)?, level: r.get(3)? })
}

/// Every body an organisation has a seat in on the day or later; whoever reads them writes the scope beside.
///
/// # Errors
/// When the database cannot be read.
pub fn scopes_of_organisation(conn: &Conn, organisation: Id<Organisation>, day: Day) -> Result<Vec<RosterScope>> {
    let arm = |from: &str| {
        format!(
            "SELECT b.network_id, b.id, b.sensitive, b.roster_level FROM {from} JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.until_day > :day AND o.status IN ('confirmed', 'suspended')"
        )
    };
    let sql = [
        format!("{} AND o.organisation_id = :organisation", arm("occupancy o")),
        format!("{} AND po.organisation_id = :organisation", arm("post po JOIN occupancy o ON o.post_id = po.id")),
    ]
    .join(" UNION ");
    conn.all(&sql, args! { organisation: organisation, day: day }, scope)
}

/// Every body a person sits in on the day or will sit in; whoever reads them writes the scope beside.
///
/// # Errors
/// When the database cannot be read.
pub fn scopes_of_person(conn: &Conn, person: Id<Person>, day: Day) -> Result<Vec<RosterScope>> {
    conn.all(
        "SELECT DISTINCT b.network_id, b.id, b.sensitive, b.roster_level FROM sits v JOIN body b ON b.id = v.body_id \
         WHERE v.person_id = :person AND v.voice <> 'guest' AND v.until_day > :day AND v.from_day < v.until_day",
        args! { person: person, day: day },
        scope,
    )
}

/// What search knows of a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BodyWords {
    /// Names, purpose and place.
    pub words: Vec<String>,
    /// Its names alone.
    pub names: Vec<String>,
    /// Who may see its page.
    pub level: Level,
    /// Who may see its seats.
    pub roster_level: Level,
    /// The network it belongs to.
    pub network: Id<Body>,
}

/// A body's words and levels; whoever reads them writes the scope beside.
///
/// # Errors
/// When the database cannot be read.
pub fn body_words(conn: &Conn, id: Id<Body>) -> Result<Option<BodyWords>> {
    conn.find(
        "SELECT b.name, b.name_en, b.short_name, b.purpose, b.purpose_en, t.name, b.level, b.roster_level, b.network_id FROM body b LEFT JOIN territory t ON t.id = b.territory_id WHERE b.id = :id",
        args! { id: id },
        |r| {
            let mut words = Vec::new();
            for place in 0..6 {
                words.extend(r.get::<Option<String>>(place)?);
            }
            let names = [r.get::<Option<String>>(0)?, r.get(1)?, r.get(2)?].into_iter().flatten().collect();
            Ok(BodyWords { words, names, level: r.get(6)?, roster_level: r.get(7)?, network: r.get(8)? })
        },
    )
}

/// Former names and topics of a body; whoever reads them writes the scope beside.
///
/// # Errors
/// When the database cannot be read.
pub fn more_words_of_body(conn: &Conn, id: Id<Body>) -> Result<Vec<String>> {
    conn.all(
        "SELECT f.name FROM former_name f WHERE f.body_id = :id UNION ALL SELECT t.name FROM body_topic x JOIN topic t ON t.id = x.topic_id WHERE x.body_id = :id \
         UNION ALL SELECT t.name_en FROM body_topic x JOIN topic t ON t.id = x.topic_id WHERE x.body_id = :id",
        args! { id: id },
        |r| r.get(0),
    )
}

/// What search knows of a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeatWords {
    /// Its label.
    pub label: Option<String>,
    /// Its office.
    pub office: Option<Office>,
    /// Its body.
    pub body: Id<Body>,
}

/// A seat's label and office, and its body; whoever reads them writes the scope beside.
///
/// # Errors
/// When the database cannot be read.
pub fn seat_words(conn: &Conn, seat: Id<Seat>) -> Result<Option<SeatWords>> {
    let sql = "SELECT label, office, body_id FROM seat WHERE id = :seat";
    conn.find(sql, args! { seat: seat }, |r| Ok(SeatWords { label: r.get(0)?, office: r.get(1)?, body: r.get(2)? }))
}

/// Posts a person is with on the day or later; the caller decides whether her name may be found.
///
/// # Errors
/// When the database cannot be read.
pub fn posts_of_person(conn: &Conn, person: Id<Person>, day: Day) -> Result<Vec<Id<Post>>> {
    conn.all(
        "SELECT post_id FROM tenure WHERE person_id = :person AND until_day > :day",
        args! { person: person, day: day },
        |r| r.get(0),
    )
}

/// Everything an organisation and its territory are and were called; the caller decides who finds it by that.
///
/// # Errors
/// When the database cannot be read.
pub fn words_of_organisation(conn: &Conn, organisation: Id<Organisation>) -> Result<Vec<String>> {
    conn.all(
        "SELECT g.name FROM organisation g WHERE g.id = :id UNION ALL SELECT f.name FROM former_name f WHERE f.organisation_id = :id \
         UNION ALL SELECT t.name FROM organisation g JOIN territory t ON t.id = g.territory_id WHERE g.id = :id \
         UNION ALL SELECT u.name FROM organisation g JOIN territory t ON t.id = g.territory_id JOIN territory u ON u.id = t.parent_id WHERE g.id = :id",
        args! { id: organisation },
        |r| r.get(0),
    )
}

/// What sort an organisation is, if there is one.
///
/// # Errors
/// When the database cannot be read.
pub fn kind_of_organisation(conn: &Conn, organisation: Id<Organisation>) -> Result<Option<OrganisationKind>> {
    conn.find("SELECT kind FROM organisation WHERE id = :id", args! { id: organisation }, |r| r.get(0))
}

/// What [`every`] lists.
#[derive(Clone, Copy, Debug)]
pub enum Every {
    /// Networks and bodies.
    Body,
    /// Persons.
    Person,
    /// Posts.
    Post,
    /// Organisations.
    Organisation,
    /// Seats.
    Seat,
}

/// Every number of a kind of thing; the caller decides of each whether it is shown.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn, what: Every) -> Result<Vec<i64>> {
    let sql = match what {
        Every::Body => "SELECT id FROM body ORDER BY id",
        Every::Person => "SELECT id FROM person ORDER BY id",
        Every::Post => "SELECT id FROM post ORDER BY id",
        Every::Organisation => "SELECT id FROM organisation ORDER BY id",
        Every::Seat => "SELECT id FROM seat ORDER BY id",
    };
    conn.all(sql, args! {}, |r| r.get(0))
}
