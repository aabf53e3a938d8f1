//! Where a person sits: her hats.

use db::{Args, Conn, Row, args};
use kernel::{Actor, Day, Id, Result, Term};
use people::{Grain, Organisation, Person, Post, PostTitles};

use super::{
    bodies::{BODY, BODY_WIDTH, body},
    her_own, rosters,
    seats::{SEAT, seat},
    term,
};
use crate::{Basis, Body, Capacity, EndReason, Seat, Status};

/// One seat of a person.
#[derive(Clone)]
pub struct HatRow {
    /// The body.
    pub body: Body,
    /// The seat.
    pub seat: Seat,
    /// In which capacity she sits there.
    pub capacity: Capacity,
    /// From when to when.
    pub term: Term,
    /// Elected until.
    pub term_end: Option<Day>,
    /// How exact the days are.
    pub grain: Grain,
    /// Why, where it is an occupancy and not standing in.
    pub basis: Option<Basis>,
    /// Where it stands.
    pub status: Status,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// The post through which she sits or is eligible.
    pub post: Option<(Id<Post>, PostTitles)>,
    /// The organisation she speaks for, or whose post it is.
    pub organisation: Option<(Id<Organisation>, String)>,
    /// The network's name, English name, short name, address and colour.
    pub network: NetworkMark,
}

/// How a network is marked beside a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NetworkMark {
    /// Its number.
    pub id: Id<Body>,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Its short name.
    pub short_name: Option<String>,
    /// Its part of an address.
    pub slug: String,
    /// Its colour.
    pub hue: i64,
}

const TAIL: &str = "o.term_end_day, COALESCE(o.grain, 'day'), o.basis, COALESCE(o.status, 'confirmed'), o.end_reason, po.id, po.title, po.title_female, po.title_male, g.id, g.name, \
     n.id, n.name, n.name_en, n.short_name, n.slug, n.hue";

fn hat(r: &Row<'_>) -> Result<HatRow> {
    let at = BODY_WIDTH + 15;
    let post = match r.get::<Option<Id<Post>>>(at + 8)? {
        Some(id) => Some((id, PostTitles { neutral: r.get(at + 9)?, female: r.get(at + 10)?, male: r.get(at + 11)? })),
        None => None,
    };
    let organisation = match r.get::<Option<Id<Organisation>>>(at + 12)? {
        Some(id) => Some((id, r.get(at + 13)?)),
        None => None,
    };
    Ok(HatRow {
        body: body(r, 0)?,
        seat: seat(r, BODY_WIDTH)?,
        capacity: r.get(at)?,
        term: term(r, at + 1)?,
        term_end: r.get(at + 3)?,
        grain: r.get(at + 4)?,
        basis: r.word(at + 5, Basis::maybe)?,
        status: r.get(at + 6)?,
        end_reason: r.word(at + 7, EndReason::maybe)?,
        post,
        organisation,
        network: NetworkMark {
            id: r.get(at + 14)?,
            name: r.get(at + 15)?,
            name_en: r.get(at + 16)?,
            short_name: r.get(at + 17)?,
            slug: r.get(at + 18)?,
            hue: r.get(at + 19)?,
        },
    })
}

fn read_by(actor: &Actor, person: Id<Person>, args: Args) -> Args {
    if actor.person == Some(person.raw()) { her_own(args) } else { rosters(actor, args) }
}

pub(super) fn hats_sql(on_a_day: bool) -> String {
    let on_day = if on_a_day {
        "AND v.from_day <= :day AND v.until_day > :day AND s.from_day <= :day AND s.until_day > :day"
    } else {
        "AND v.from_day < v.until_day"
    };
    format!(
        "SELECT {BODY}, {SEAT}, v.capacity, v.from_day, v.until_day, {TAIL} FROM sits v JOIN seat s ON s.id = v.seat_id JOIN body b ON b.id = v.body_id JOIN body n ON n.id = b.network_id \
         LEFT JOIN occupancy o ON o.id = v.occupancy_id LEFT JOIN post po ON po.id = COALESCE(v.post_id, o.eligible_post_id) \
         LEFT JOIN organisation g ON g.id = COALESCE(o.organisation_id, po.organisation_id, o.eligible_organisation_id) \
         WHERE v.person_id = :person AND {{visible:b}} {on_day} ORDER BY n.sort_name, b.sort_name, s.number, v.from_day"
    )
}

/// The seats a person has on a day, or ever, in rosters the reader may see; her own without condition. Seats held
/// through another seat are [`list_following`].
///
/// # Errors
/// When the database cannot be read.
pub fn list_hats(conn: &Conn, actor: &Actor, person: Id<Person>, day: Option<Day>) -> Result<Vec<HatRow>> {
    let args = args! { person: person };
    let args = if let Some(day) = day { args.with("day", day) } else { args };
    conn.all(&hats_sql(day.is_some()), read_by(actor, person, args), hat)
}

/// The seats that hang on these seats on a day, as hats of a person.
///
/// # Errors
/// When the database cannot be read.
pub fn list_following(
    conn: &Conn,
    actor: &Actor,
    person: Id<Person>,
    seats: &[Id<Seat>],
    day: Day,
) -> Result<Vec<HatRow>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {BODY}, {SEAT}, 'self', o.from_day, o.until_day, {TAIL} FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id JOIN body n ON n.id = b.network_id \
         LEFT JOIN post po ON po.id = o.eligible_post_id LEFT JOIN organisation g ON g.id = po.organisation_id \
         WHERE o.by_seat_id IN (:seats*) AND {{visible:b}} AND o.status = 'confirmed' AND o.from_day <= :day AND o.until_day > :day AND s.from_day <= :day AND s.until_day > :day \
         ORDER BY n.sort_name, b.sort_name, s.number"
    );
    conn.all(&sql, read_by(actor, person, args! { seats: seats, day: day }), hat)
}

/// What waits for a person to answer: seats she was invited to, put forward or elected for.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked(conn: &Conn, actor: &Actor, person: Id<Person>) -> Result<Vec<HatRow>> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, 'self', o.from_day, o.until_day, {TAIL} FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id JOIN body n ON n.id = b.network_id \
         LEFT JOIN post po ON po.id = o.eligible_post_id LEFT JOIN organisation g ON g.id = COALESCE(po.organisation_id, o.eligible_organisation_id) \
         WHERE o.person_id = :person AND o.status IN ('invited', 'nominated') AND {{visible:b}} ORDER BY o.from_day, o.id"
    );
    conn.all(&sql, read_by(actor, person, args! { person: person }), hat)
}

/// Who is with which post on a day, of some persons whose names may be shown.
pub fn list_tenures_on(conn: &Conn, persons: &[Id<Person>], day: Day) -> Result<Vec<people::Tenure>> {
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    people::list_tenures_of_persons(conn, persons, day)
}
