//! SQL behind the overview pages: what a network and its bodies look like on a day. One function, one statement.
//!
//! Everything is asked for a reader: `{visible:b}` leaves out what she may not see, so counts made from the rows leave
//! no trace of it. Persons come as numbers: their names are asked of [`crate::Names`].

use db::{Args, Conn, Row, args};
use i18n::Lang;
use kernel::{Actor, Day, Id, Level, Moment, Office, Result, Scope, Voice};
use people::{Grain, Organisation, OrganisationKind, Person, Post, PostTitles};
use rights::{Action, Kind};

use crate::{Body, BodyKind, Capacity, EdgeKind, Seat, SeatKind, Status};

/// Somebody really is there: herself, an organisation, a post that is held, or whoever sits in the seat it follows.
const OCCUPIED: &str = "(o.person_id IS NOT NULL OR o.organisation_id IS NOT NULL \
 OR EXISTS (SELECT 1 FROM tenure t WHERE t.post_id = o.post_id AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day) \
 OR EXISTS (SELECT 1 FROM occupancy x WHERE x.seat_id = o.by_seat_id AND x.status = 'confirmed' AND x.from_day <= :day AND x.until_day > :day \
 AND (x.person_id IS NOT NULL OR x.organisation_id IS NOT NULL \
 OR EXISTS (SELECT 1 FROM tenure y WHERE y.post_id = x.post_id AND y.mode <> 'deputy' AND y.from_day <= :day AND y.until_day > :day))))";

fn readable(actor: &Actor, kind: Kind, args: Args) -> Args {
    args.visible(rights::condition(actor, kind, Action::Read))
}

/// How many members each of these networks has on a day, as far as the reader may know. Offices and guests do not count.
pub fn count_members(conn: &Conn, actor: &Actor, networks: &[Id<Body>], day: Day) -> Result<Vec<(Id<Body>, i64)>> {
    let sql = format!(
        "SELECT s.body_id, COUNT(*) FROM seat s JOIN body b ON b.id = s.body_id \
         JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') \
         WHERE s.body_id IN (:networks*) AND s.voice NOT IN ('office', 'guest') AND s.from_day <= :day AND s.until_day > :day AND {OCCUPIED} AND {{visible:b}} GROUP BY s.body_id"
    );
    conn.all(&sql, readable(actor, Kind::Roster, args! { networks: networks, day: day }), |r| {
        Ok((r.get(0)?, r.get(1)?))
    })
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

const HELD: &str = "SELECT s.id, s.body_id, s.number, s.label, s.kind, s.voice, s.office, s.source_body_id, s.term_months, \
 st.ags, st.name, o.status, o.post_id, o.organisation_id, o.from_day, o.until_day, o.term_end_day, o.grain, \
 po.id, po.title, po.title_female, po.title_male, g.id, COALESCE(fn.name, g.name), g.kind, tr.ags, tr.name";

const HELD_FROM: &str = " FROM seat s JOIN body b ON b.id = s.body_id \
 LEFT JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') \
 LEFT JOIN post po ON po.id = COALESCE(o.post_id, o.eligible_post_id) \
 LEFT JOIN organisation g ON g.id = COALESCE(o.organisation_id, o.eligible_organisation_id, po.organisation_id) \
 LEFT JOIN former_name fn ON fn.organisation_id = g.id AND fn.from_day <= :day AND fn.until_day > :day \
 LEFT JOIN territory tr ON tr.id = COALESCE(po.territory_id, g.territory_id) LEFT JOIN territory st ON st.id = s.source_territory_id \
 WHERE s.from_day <= :day AND s.until_day > :day";

fn held_seat(r: &Row<'_>) -> Result<HeldSeat> {
    let held = match Status::maybe(r.get(11)?)? {
        None => None,
        Some(status) => Some(Held {
            status,
            by_post: r.get::<Option<i64>>(12)?.is_some(),
            by_organisation: r.get::<Option<i64>>(13)?.is_some(),
            from: r.get(14)?,
            until: r.get(15)?,
            term_end: r.get(16)?,
            grain: r.get(17)?,
            post: match r.get::<Option<Id<Post>>>(18)? {
                Some(post) => Some((post, PostTitles { neutral: r.get(19)?, female: r.get(20)?, male: r.get(21)? })),
                None => None,
            },
            organisation: match r.get::<Option<Id<Organisation>>>(22)? {
                Some(organisation) => Some((organisation, r.get(23)?, r.get(24)?)),
                None => None,
            },
            territory: territory(r, 25)?,
        }),
    };
    Ok(HeldSeat {
        id: r.get(0)?,
        body: r.get(1)?,
        number: r.get(2)?,
        label: r.get(3)?,
        kind: r.get(4)?,
        voice: Voice::from_word(&r.get::<String>(5)?),
        office: r.get::<Option<String>>(6)?.and_then(|o| Office::from_word(&o)),
        source: r.get(7)?,
        term_months: r.get(8)?,
        stands_for: territory(r, 9)?,
        held,
        occupied: r.get::<i64>(27)? > 0,
    })
}

fn territory(r: &Row<'_>, at: usize) -> Result<Option<(Option<String>, String)>> {
    Ok(match r.get::<Option<String>>(at + 1)? {
        Some(name) => Some((r.get(at)?, name)),
        None => None,
    })
}

/// The seats of these bodies on a day with who occupies them, for whoever may see them.
pub fn list_held(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], day: Day) -> Result<Vec<HeldSeat>> {
    let sql = format!(
        "{HELD}, CASE WHEN {OCCUPIED} THEN 1 ELSE 0 END{HELD_FROM} AND s.body_id IN (:bodies*) AND {{visible:b}} ORDER BY s.body_id, s.number"
    );
    conn.all(&sql, readable(actor, Kind::Roster, args! { bodies: bodies, day: day }), held_seat)
}

/// The seats into which a body sends, wherever they are, for whoever may see them.
pub fn list_sent(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day) -> Result<Vec<HeldSeat>> {
    let sql = format!(
        "{HELD}, CASE WHEN {OCCUPIED} THEN 1 ELSE 0 END{HELD_FROM} AND s.source_body_id = :body AND s.body_id <> :body AND {{visible:b}} ORDER BY s.body_id, s.number"
    );
    conn.all(&sql, readable(actor, Kind::Roster, args! { body: body, day: day }), held_seat)
}

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

/// Who sits on the seats of these bodies on a day, those of rank first; `offices` leaves all other seats out.
pub fn list_sitters(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], offices: bool, day: Day) -> Result<Vec<Sitter>> {
    let sql = "WITH held AS (SELECT s.id AS seat_id, o.id AS occupancy_id, o.post_id, o.organisation_id, o.person_id, o.by_seat_id \
         FROM seat s JOIN body b ON b.id = s.body_id JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') \
         WHERE s.body_id IN (:bodies*) AND s.from_day <= :day AND s.until_day > :day AND (NOT :offices OR s.office IS NOT NULL) AND {visible:b}), \
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
         UNION ALL SELECT u.seat_id, u.person_id, 'substitute', 300 + u.rank FROM substitute u JOIN body b ON b.id = u.body_id JOIN seat s ON s.id = u.seat_id \
           WHERE u.body_id IN (:bodies*) AND u.person_id IS NOT NULL AND NOT u.moves_up AND u.from_day <= :day AND u.until_day > :day AND (NOT :offices OR s.office IS NOT NULL) AND {visible:b}) \
       SELECT g.seat_id, g.person_id, g.capacity, CASE WHEN EXISTS (SELECT 1 FROM absence a WHERE a.person_id = g.person_id AND a.from_day <= :day AND a.until_day > :day) THEN 1 ELSE 0 END \
       FROM sitting g ORDER BY g.seat_id, g.place, g.person_id";
    conn.all(sql, readable(actor, Kind::Roster, args! { bodies: bodies, day: day, offices: offices }), |r| {
        Ok(Sitter { seat: r.get(0)?, person: r.get(1)?, capacity: r.get(2)?, absent: r.get::<i64>(3)? > 0 })
    })
}

/// A body as others name it.
#[derive(Clone, Debug)]
pub struct BodyRef {
    /// The body.
    pub id: Id<Body>,
    /// Its network.
    pub network: Id<Body>,
    /// Its part of an address.
    pub slug: String,
    /// Its network's part of an address.
    pub network_slug: String,
    /// What sort it is.
    pub kind: BodyKind,
    /// Its name on that day.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Whether who belongs is kept within.
    pub sensitive: bool,
    /// Who may see its seats.
    pub roster_level: Level,
}

impl BodyRef {
    /// Its name in a language.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.name,
            Lang::En => self.name_en.as_deref().unwrap_or(&self.name),
        }
    }
    /// Whether it is a network.
    #[must_use]
    pub fn is_network(&self) -> bool {
        self.kind == BodyKind::Network
    }
    /// The scope of its seats.
    #[must_use]
    pub const fn roster_scope(&self) -> Scope {
        Scope::body(self.roster_level, self.network.raw(), self.id.raw())
    }
}

fn body_ref(r: &Row<'_>, at: usize) -> Result<BodyRef> {
    Ok(BodyRef {
        id: r.get(at)?,
        network: r.get(at + 1)?,
        slug: r.get(at + 2)?,
        network_slug: r.get(at + 3)?,
        kind: r.get(at + 4)?,
        name: r.get(at + 5)?,
        name_en: r.get(at + 6)?,
        sensitive: r.get(at + 7)?,
        roster_level: r.get(at + 8)?,
    })
}

/// An edge with both ends.
#[derive(Clone, Debug)]
pub struct Joint {
    /// How they hang together.
    pub kind: EdgeKind,
    /// What it is called here.
    pub label: Option<String>,
    /// The same in English.
    pub label_en: Option<String>,
    /// The first body.
    pub from: BodyRef,
    /// The second body.
    pub to: BodyRef,
}

impl Joint {
    /// The label in a language.
    #[must_use]
    pub fn label_in(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::De => self.label.as_deref(),
            Lang::En => self.label_en.as_deref().or(self.label.as_deref()),
        }
    }
}

/// The edges that begin or end at one of these bodies on a day, as far as the reader may see both ends. What a
/// sensitive network is connected to is seen by those who see its roster only.
pub fn list_joints(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], day: Day) -> Result<Vec<Joint>> {
    let sql = "SELECT e.kind, e.label, e.label_en, f.id, f.network_id, f.slug, fnet.slug, f.kind, COALESCE(ff.name, f.name), CASE WHEN ff.id IS NULL THEN f.name_en END, f.sensitive, f.roster_level, \
         t.id, t.network_id, t.slug, tnet.slug, t.kind, COALESCE(tf.name, t.name), CASE WHEN tf.id IS NULL THEN t.name_en END, t.sensitive, t.roster_level \
         FROM edge e JOIN body f ON f.id = e.from_body_id JOIN body fnet ON fnet.id = f.network_id JOIN body t ON t.id = e.to_body_id JOIN body tnet ON tnet.id = t.network_id \
         LEFT JOIN former_name ff ON ff.body_id = f.id AND ff.from_day <= :day AND ff.until_day > :day LEFT JOIN former_name tf ON tf.body_id = t.id AND tf.from_day <= :day AND tf.until_day > :day \
         WHERE e.id IN (SELECT x.id FROM edge x WHERE x.from_body_id IN (:bodies*) UNION SELECT y.id FROM edge y WHERE y.to_body_id IN (:bodies*)) \
         AND e.from_day <= :day AND e.until_day > :day AND f.from_day <= :day AND f.until_day > :day AND t.from_day <= :day AND t.until_day > :day \
         AND {visible:f} AND {visible:t} AND {visible:fnet} AND {visible:tnet} ORDER BY f.sort_name, t.sort_name, e.id";
    let all = conn.all(sql, readable(actor, Kind::Body, args! { bodies: bodies, day: day }), |r| {
        Ok(Joint {
            kind: r.get(0)?,
            label: r.get(1)?,
            label_en: r.get(2)?,
            from: body_ref(r, 3)?,
            to: body_ref(r, 12)?,
        })
    })?;
    let open = |b: &BodyRef| !b.sensitive || rights::allows(actor, Kind::Roster, Action::Read, &b.roster_scope());
    Ok(all.into_iter().filter(|j| open(&j.from) && open(&j.to)).collect())
}

/// One stretch in which somebody had a seat.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// The seat.
    pub seat: Id<Seat>,
    /// The person, where one is known.
    pub person: Option<Id<Person>>,
    /// The organisation, where it holds the seat.
    pub organisation: Option<String>,
    /// Whether she held the post provisionally.
    pub acting: bool,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// Elected until, the first day after.
    pub term_end: Option<Day>,
}

/// Everybody who had, has or will have a seat of a body, oldest first: persons, holders of posts, organisations.
pub fn list_stretches(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<Stretch>> {
    let sql = "WITH had AS (SELECT o.seat_id, o.id, o.post_id, o.organisation_id, o.person_id, o.by_seat_id, o.from_day, o.until_day, o.term_end_day FROM seat s JOIN body b ON b.id = s.body_id \
           JOIN occupancy o ON o.seat_id = s.id AND o.status IN ('confirmed', 'suspended') WHERE s.body_id = :body AND {visible:b}), \
         followed AS (SELECT h.seat_id, h.post_id, h.organisation_id, h.person_id, h.from_day, h.until_day, h.term_end_day FROM had h WHERE h.by_seat_id IS NULL \
           UNION ALL SELECT h.seat_id, x.post_id, x.organisation_id, x.person_id, CASE WHEN x.from_day > h.from_day THEN x.from_day ELSE h.from_day END, \
             CASE WHEN x.until_day < h.until_day THEN x.until_day ELSE h.until_day END, x.term_end_day FROM had h JOIN occupancy x ON x.seat_id = h.by_seat_id AND x.status IN ('confirmed', 'suspended')), \
         sat AS (SELECT f.seat_id, f.person_id, f.organisation_id, 0 AS acting, f.from_day, f.until_day, f.term_end_day FROM followed f WHERE f.post_id IS NULL \
           UNION ALL SELECT f.seat_id, t.person_id, NULL, CASE WHEN t.mode = 'acting' THEN 1 ELSE 0 END, CASE WHEN t.from_day > f.from_day THEN t.from_day ELSE f.from_day END, \
             CASE WHEN t.until_day < f.until_day THEN t.until_day ELSE f.until_day END, f.term_end_day FROM followed f JOIN tenure t ON t.post_id = f.post_id AND t.mode <> 'deputy') \
         SELECT y.seat_id, y.person_id, g.name, y.acting, y.from_day, y.until_day, y.term_end_day FROM sat y \
         LEFT JOIN organisation g ON g.id = y.organisation_id WHERE y.from_day < y.until_day ORDER BY y.seat_id, y.from_day, y.person_id";
    conn.all(sql, readable(actor, Kind::Roster, args! { body: body }), |r| {
        Ok(Stretch {
            seat: r.get(0)?,
            person: r.get(1)?,
            organisation: r.get(2)?,
            acting: r.get::<i64>(3)? > 0,
            from: r.get(4)?,
            until: r.get(5)?,
            term_end: r.get(6)?,
        })
    })
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
    conn.all(sql, readable(actor, Kind::Roster, args! { body: body, day: day }), |r| {
        Ok(Stand { seat: r.get(0)?, person: r.get(1)?, post: r.get(2)?, moves_up: r.get(3)? })
    })
}

/// The years in which something began or ended in a network that the reader may see, before a day.
pub fn list_years(conn: &Conn, actor: &Actor, network: Id<Body>, before: Day) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT substr(x.day, 1, 4) AS year FROM (SELECT o.from_day AS day FROM body b JOIN seat s ON s.body_id = b.id JOIN occupancy o ON o.seat_id = s.id \
           WHERE b.network_id = :network AND o.status IN ('confirmed', 'suspended') AND {visible:b} \
         UNION SELECT o.until_day FROM body b JOIN seat s ON s.body_id = b.id JOIN occupancy o ON o.seat_id = s.id WHERE b.network_id = :network AND o.status IN ('confirmed', 'suspended') AND {visible:b} \
         UNION SELECT b.from_day FROM body b WHERE b.network_id = :network AND {visible:b}) x WHERE x.day < :before ORDER BY year DESC";
    conn.all(sql, readable(actor, Kind::Roster, args! { network: network, before: before }), |r| r.get(0))
}

/// Something that happened in a network.
#[derive(Clone, Debug)]
pub struct Happened {
    /// When.
    pub at: Moment,
    /// The verb, `seat.filled`.
    pub verb: String,
    /// What it happened to: kind and number.
    pub subject: (String, i64),
    /// The body it belongs to.
    pub body: Option<Id<Body>>,
}

/// What happened last in a network, newest first, as far as the reader may see it; only these verbs.
pub fn list_news(conn: &Conn, actor: &Actor, network: Id<Body>, verbs: &[&str], limit: i64) -> Result<Vec<Happened>> {
    let verbs: Vec<String> = verbs.iter().map(|v| (*v).to_owned()).collect();
    let sql = "SELECT e.at, e.verb, e.kind, e.subject_id, e.body_id FROM event e WHERE e.network_id = :network AND e.verb IN (:verbs*) AND {visible:e} ORDER BY e.seq DESC LIMIT :limit";
    conn.all(sql, readable(actor, Kind::Log, args! { network: network, verbs: verbs, limit: limit }), |r| {
        Ok(Happened { at: r.get(0)?, verb: r.get(1)?, subject: (r.get(2)?, r.get(3)?), body: r.get(4)? })
    })
}
