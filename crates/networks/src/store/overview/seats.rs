//! Seats as they are filled on a day.

use db::{Conn, Row, args};
use kernel::{Actor, Day, Id, Office, Result, Voice};
use people::{Grain, Organisation, OrganisationKind, Post, PostTitles};

use super::super::rosters;
use crate::{Body, Seat, SeatKind, Status};

/// Somebody really is there: herself, an organisation, a post that is held, or whoever sits in the seat it follows.
const OCCUPIED: &str = "(o.person_id IS NOT NULL OR o.organisation_id IS NOT NULL \
 OR EXISTS (SELECT 1 FROM tenure t WHERE t.post_id = o.post_id AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day) \
 OR EXISTS (SELECT 1 FROM occupancy x WHERE x.seat_id = o.by_seat_id AND x.status = 'confirmed' AND x.from_day <= :day AND x.until_day > :day \
 AND (x.person_id IS NOT NULL OR x.organisation_id IS NOT NULL \
 OR EXISTS (SELECT 1 FROM tenure y WHERE y.post_id = x.post_id AND y.mode <> 'deputy' AND y.from_day <= :day AND y.until_day > :day))))";

/// How many members each of these networks has on a day, as far as the reader may know. Offices and guests do not count.
pub fn count_members(conn: &Conn, actor: &Actor, networks: &[Id<Body>], day: Day) -> Result<Vec<(Id<Body>, i64)>> {
    let sql = format!(
        "SELECT s.body_id, COUNT(*) FROM seat s JOIN body b ON b.id = s.body_id \
         JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') \
         WHERE s.body_id IN (:networks*) AND s.voice NOT IN ('office', 'guest') AND s.from_day <= :day AND s.until_day > :day AND {OCCUPIED} AND {{visible:b}} GROUP BY s.body_id"
    );
    conn.all(&sql, rosters(actor, args! { networks: networks, day: day }), |r| Ok((r.get(0)?, r.get(1)?)))
}

/// A seat as it is filled on a day.
#[derive(Clone, Debug)]
pub struct HeldSeat {
    /// The seat.
    pub id: Id<Seat>,
    /// The body it is in.
    pub body: Id<Body>,
    /// Its number there.
    pub number: i64,
    /// What it is called.
    pub label: Option<String>,
    /// To what it belongs.
    pub kind: SeatKind,
    /// What it lets its holder do.
    pub voice: Voice,
    /// The office it carries.
    pub office: Option<Office>,
    /// Who sends or elects.
    pub source: Option<Id<Body>>,
    /// Length of a term.
    pub term_months: Option<i64>,
    /// Who occupies it.
    pub held: Option<Held>,
    /// Key and name of the territory it stands for by its own definition.
    pub stands_for: Option<(Option<String>, String)>,
    /// Somebody is there; an organisation counts whoever speaks for it.
    pub occupied: bool,
}

/// The occupancy of that day.
#[derive(Clone, Debug)]
pub struct Held {
    /// Confirmed or suspended.
    pub status: Status,
    /// The post, held or the way to it.
    pub post: Option<(Id<Post>, PostTitles)>,
    /// Whether the post itself occupies the seat.
    pub by_post: bool,
    /// The organisation, its name on that day and sort.
    pub organisation: Option<(Id<Organisation>, String, OrganisationKind)>,
    /// Whether the organisation itself occupies the seat.
    pub by_organisation: bool,
    /// Key and name of the territory of post or organisation.
    pub territory: Option<(Option<String>, String)>,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// Elected until, the first day after.
    pub term_end: Option<Day>,
    /// How exact the days are.
    pub grain: Grain,
}

impl Held {
    /// Whether a person has it as herself.
    #[must_use]
    pub const fn is_personal(&self) -> bool {
        !self.by_post && !self.by_organisation
    }
}

impl HeldSeat {
    /// Whether who sits here belongs to the body: neither guest nor an office beside another seat.
    #[must_use]
    pub const fn is_member_seat(&self) -> bool {
        !matches!(self.voice, Voice::Office | Voice::Guest)
    }
    /// Whether a person has it as herself.
    #[must_use]
    pub fn is_personal(&self) -> bool {
        self.held.as_ref().is_some_and(Held::is_personal)
    }
    /// The sort of organisation that holds it or whose post does.
    #[must_use]
    pub fn organisation_kind(&self) -> Option<OrganisationKind> {
        self.held.as_ref().and_then(|h| h.organisation.as_ref()).map(|(_, _, kind)| *kind)
    }
    /// The territory it counts for: its own, or that of post or organisation.
    #[must_use]
    pub fn territory(&self) -> Option<&(Option<String>, String)> {
        self.stands_for.as_ref().or_else(|| self.held.as_ref().and_then(|h| h.territory.as_ref()))
    }
}

/// What every list of seats reads: after it comes whether somebody is there, then [`HELD`].
const SEAT: &str = "s.id, s.body_id, s.number, s.label, s.kind, s.voice, s.office, s.source_body_id, s.term_months";
const HELD: &str = "o.status, o.post_id, o.organisation_id, o.from_day, COALESCE((SELECT lv.was_until FROM leaving lv WHERE lv.occupancy_id = o.id AND lv.quiet), o.until_day), o.term_end_day, o.grain, g.id, COALESCE(fn.name, g.name), g.kind";
/// What whole seats have besides: the titles of the post and the territories.
const PLACES: &str = "po.id, po.title, po.title_female, po.title_male, tr.ags, tr.name, st.ags, st.name";

const HELD_FROM: &str = "FROM body b JOIN seat s ON s.body_id = b.id \
 LEFT JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended')";
const PLACES_FROM: &str = "LEFT JOIN post po ON po.id = COALESCE(o.post_id, o.eligible_post_id) \
 LEFT JOIN organisation g ON g.id = COALESCE(o.organisation_id, o.eligible_organisation_id, po.organisation_id) \
 LEFT JOIN former_name fn ON fn.organisation_id = g.id AND fn.from_day <= :day AND fn.until_day > :day \
 LEFT JOIN territory tr ON tr.id = COALESCE(po.territory_id, g.territory_id) LEFT JOIN territory st ON st.id = s.source_territory_id";
/// Post and organisation are looked up for offices alone.
const OFFICES_FROM: &str = "LEFT JOIN post po ON s.office IS NOT NULL AND po.id = COALESCE(o.post_id, o.eligible_post_id) \
 LEFT JOIN organisation g ON s.office IS NOT NULL AND g.id = COALESCE(o.organisation_id, o.eligible_organisation_id, po.organisation_id) \
 LEFT JOIN former_name fn ON fn.organisation_id = g.id AND fn.from_day <= :day AND fn.until_day > :day";

fn whole_seat(r: &Row<'_>) -> Result<HeldSeat> {
    let mut seat = lean_seat(r)?;
    if let Some(held) = seat.held.as_mut() {
        held.post = match r.get::<Option<Id<Post>>>(20)? {
            Some(post) => Some((post, PostTitles { neutral: r.get(21)?, female: r.get(22)?, male: r.get(23)? })),
            None => None,
        };
        held.territory = territory(r, 24)?;
    }
    seat.stands_for = territory(r, 26)?;
    Ok(seat)
}

fn lean_seat(r: &Row<'_>) -> Result<HeldSeat> {
    let held = match r.word(10, Status::maybe)? {
        None => None,
        Some(status) => Some(Held {
            status,
            post: None,
            by_post: r.get::<Option<i64>>(11)?.is_some(),
            by_organisation: r.get::<Option<i64>>(12)?.is_some(),
            from: r.get(13)?,
            until: r.get(14)?,
            term_end: r.get(15)?,
            grain: r.get(16)?,
            organisation: match r.get::<Option<Id<Organisation>>>(17)? {
                Some(organisation) => Some((organisation, r.get(18)?, r.get(19)?)),
                None => None,
            },
            territory: None,
        }),
    };
    Ok(HeldSeat {
        id: r.get(0)?,
        body: r.get(1)?,
        number: r.get(2)?,
        label: r.get(3)?,
        kind: r.get(4)?,
        voice: r.get(5)?,
        office: r.get(6)?,
        source: r.get(7)?,
        term_months: r.get(8)?,
        stands_for: None,
        held,
        occupied: r.get::<i64>(9)? > 0,
    })
}

fn territory(r: &Row<'_>, at: usize) -> Result<Option<(Option<String>, String)>> {
    Ok(match r.get::<Option<String>>(at + 1)? {
        Some(name) => Some((r.get(at)?, name)),
        None => None,
    })
}

/// The seats of a body on a day with who occupies them, for whoever may see them.
pub fn list_held(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day) -> Result<Vec<HeldSeat>> {
    conn.all(&held_sql(), rosters(actor, args! { body: body, day: day }), whole_seat)
}

pub(in crate::store) fn held_sql() -> String {
    format!(
        "SELECT {SEAT}, CASE WHEN {OCCUPIED} THEN 1 ELSE 0 END, {HELD}, {PLACES} {HELD_FROM} {PLACES_FROM} WHERE b.id = :body AND s.from_day <= :day AND s.until_day > :day AND {{visible:b}} ORDER BY s.number"
    )
}

/// The seats of several bodies on a day, for pages that count them: post, titles and territories are left out, the
/// organisation is there for offices only.
pub fn list_lean(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], day: Day) -> Result<Vec<HeldSeat>> {
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&lean_sql(), rosters(actor, args! { bodies: bodies, day: day }), lean_seat)
}

pub(in crate::store) fn lean_sql() -> String {
    format!(
        "SELECT {SEAT}, CASE WHEN {OCCUPIED} THEN 1 ELSE 0 END, {HELD} {HELD_FROM} {OFFICES_FROM} WHERE b.id IN (:bodies*) AND s.from_day <= :day AND s.until_day > :day AND {{visible:b}} ORDER BY s.body_id, s.number"
    )
}

/// Seats by their numbers, whole.
pub fn list_held_among(conn: &Conn, actor: &Actor, seats: &[Id<Seat>], day: Day) -> Result<Vec<HeldSeat>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {SEAT}, CASE WHEN {OCCUPIED} THEN 1 ELSE 0 END, {HELD}, {PLACES} {HELD_FROM} {PLACES_FROM} WHERE s.id IN (:seats*) AND s.from_day <= :day AND s.until_day > :day AND {{visible:b}}"
    );
    conn.all(&sql, rosters(actor, args! { seats: seats, day: day }), whole_seat)
}

/// The seats into which a body sends, wherever they are, for whoever may see them.
pub fn list_sent(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day) -> Result<Vec<HeldSeat>> {
    conn.all(&sent_sql(), rosters(actor, args! { body: body, day: day }), whole_seat)
}

pub(in crate::store) fn sent_sql() -> String {
    format!(
        "SELECT {SEAT}, CASE WHEN {OCCUPIED} THEN 1 ELSE 0 END, {HELD}, {PLACES} {HELD_FROM} {PLACES_FROM} WHERE s.source_body_id = :body AND s.body_id <> :body AND s.from_day <= :day AND s.until_day > :day AND {{visible:b}} ORDER BY s.body_id, s.number"
    )
}
