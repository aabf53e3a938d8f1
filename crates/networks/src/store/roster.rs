//! Who sits in a body on a day: seats with everybody who sits on them, in one statement without unions.

use db::{Args, Conn, Row, args};
use kernel::{Actor, Day, Id, Office, Result, Term, Voice};
use people::{Grain, Organisation, OrganisationKind, Person, Post, PostTitles};

use super::{rosters, term};
use crate::{Basis, Body, Capacity, Occupancy, Seat, SeatKind, Status};

/// One seat with one of those who sit on it, or nobody.
pub struct SittingRow {
    /// The body and its network.
    pub body: Id<Body>,
    /// The network.
    pub network: Id<Body>,
    /// Whether who belongs is kept within.
    pub sensitive: bool,
    /// The seat.
    pub seat: Id<Seat>,
    /// Its number in the body.
    pub number: i64,
    /// Its label.
    pub label: Option<String>,
    /// Its kind.
    pub kind: SeatKind,
    /// Its voice.
    pub voice: Voice,
    /// Its votes.
    pub votes: i64,
    /// Its office.
    pub office: Option<Office>,
    /// Who sends.
    pub source_body: Option<Id<Body>>,
    /// The occupancy, if there is one on that day.
    pub held: Option<HeldRow>,
    /// The post: whose seat it is, or through which a person is eligible.
    pub post: Option<PostRow>,
    /// The organisation: whose seat it is, or whose post.
    pub organisation: Option<OrganisationRow>,
    /// Who sits there.
    pub sitter: Option<SitterRow>,
}

/// How a seat is held.
#[derive(Clone, Debug)]
pub struct HeldRow {
    /// The occupancy.
    pub occupancy: Id<Occupancy>,
    /// The seat it hangs on.
    pub by_seat: Option<Id<Seat>>,
    /// Whether a person holds it as herself.
    pub personal: bool,
    /// Why.
    pub basis: Basis,
    /// Where it stands.
    pub status: Status,
    /// How exact the days are.
    pub grain: Grain,
    /// Really from when to when.
    pub term: Term,
    /// Elected until.
    pub term_end: Option<Day>,
}

/// A post beside a seat.
#[derive(Clone, Debug)]
pub struct PostRow {
    /// Its number.
    pub id: Id<Post>,
    /// Its titles.
    pub titles: PostTitles,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// An organisation beside a seat.
#[derive(Clone, Debug)]
pub struct OrganisationRow {
    /// Its number.
    pub id: Id<Organisation>,
    /// What sort it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// The official key of its, or its post's, territory.
    pub ags: Option<String>,
}

/// Somebody who sits on a seat.
#[derive(Clone, Debug)]
pub struct SitterRow {
    /// Who.
    pub person: Id<Person>,
    /// In which capacity.
    pub capacity: Capacity,
    /// Order among several.
    pub rank: i64,
    /// From when to when she is with the post or speaks for the organisation.
    pub term: Term,
    /// Her own official address.
    pub mail: Option<String>,
    /// Her own official telephone.
    pub phone: Option<String>,
    /// Whether she is noted as away.
    pub absent: bool,
}

/// The columns and joins; what follows is `WHERE`. Whoever leaves quietly is shown as if she stayed, as long as she sits there.
const SITTING: &str = "SELECT b.id, b.network_id, b.sensitive, s.id, s.number, s.label, s.kind, s.voice, s.votes, s.office, s.source_body_id, \
     o.id, o.by_seat_id, CASE WHEN o.person_id IS NULL AND x.person_id IS NULL THEN 0 ELSE 1 END, o.basis, o.status, o.grain, o.from_day, COALESCE((SELECT lv.was_until FROM leaving lv WHERE lv.occupancy_id = o.id AND lv.quiet), o.until_day), o.term_end_day, \
     po.id, COALESCE(pn.name, po.title), CASE WHEN pn.id IS NULL THEN po.title_female END, CASE WHEN pn.id IS NULL THEN po.title_male END, po.mail, po.phone, \
     g.id, g.kind, COALESCE(gn.name, g.name), g.mail, tr.ags, \
     COALESCE(t.person_id, o.person_id, x.person_id, r.person_id, rt.person_id) AS who, \
     CASE WHEN t.id IS NOT NULL THEN t.mode WHEN r.id IS NOT NULL THEN 'representative' ELSE 'self' END, \
     CASE WHEN t.mode = 'deputy' THEN 2 + t.rank WHEN t.mode = 'acting' THEN 2 WHEN r.id IS NOT NULL THEN r.rank ELSE 1 END AS standing, \
     COALESCE(t.from_day, r.from_day, x.from_day, o.from_day), COALESCE(t.until_day, r.until_day, x.until_day, (SELECT lv.was_until FROM leaving lv WHERE lv.occupancy_id = o.id AND lv.quiet), o.until_day), COALESCE(t.mail, rt.mail), COALESCE(t.phone, rt.phone), \
     CASE WHEN EXISTS (SELECT 1 FROM absence a WHERE a.person_id = COALESCE(t.person_id, o.person_id, x.person_id, r.person_id, rt.person_id) AND a.from_day <= :day AND a.until_day > :day) THEN 1 ELSE 0 END \
     FROM body b JOIN seat s ON s.body_id = b.id \
     LEFT JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') \
     LEFT JOIN occupancy x ON x.seat_id = o.by_seat_id AND x.from_day <= :day AND x.until_day > :day AND x.status = 'confirmed' \
     LEFT JOIN post po ON po.id = COALESCE(o.post_id, x.post_id, o.eligible_post_id, x.eligible_post_id) \
     LEFT JOIN post_home ph ON ph.post_id = po.id AND ph.from_day <= :day AND ph.until_day > :day \
     LEFT JOIN tenure t ON t.post_id = COALESCE(o.post_id, x.post_id) AND t.from_day <= :day AND t.until_day > :day \
     LEFT JOIN representative r ON r.occupancy_id = CASE WHEN x.id IS NULL THEN o.id ELSE x.id END AND r.from_day <= :day AND r.until_day > :day \
     LEFT JOIN tenure rt ON rt.post_id = r.post_id AND rt.mode <> 'deputy' AND rt.from_day <= :day AND rt.until_day > :day \
     LEFT JOIN organisation g ON g.id = COALESCE(o.organisation_id, x.organisation_id, ph.organisation_id, po.organisation_id, o.eligible_organisation_id, x.eligible_organisation_id) \
     LEFT JOIN territory tr ON tr.id = COALESCE(po.territory_id, g.territory_id) \
     LEFT JOIN former_name pn ON pn.post_id = po.id AND pn.from_day <= :day AND pn.until_day > :day \
     LEFT JOIN former_name gn ON gn.organisation_id = g.id AND gn.from_day <= :day AND gn.until_day > :day \
     WHERE {visible:b} AND s.from_day <= :day AND s.until_day > :day";

pub(super) fn sitting_sql() -> String {
    format!("{SITTING} AND b.id = :body ORDER BY s.number, standing, who")
}
pub(super) fn members_sql() -> String {
    format!(
        "{SITTING} AND b.id = :body AND s.voice IN ('voting', 'advisory', 'observer') AND o.id IS NOT NULL ORDER BY s.number, standing, who"
    )
}
pub(super) fn sitting_on_sql() -> String {
    format!("{SITTING} AND s.id IN (:seats*) ORDER BY b.id, s.number, standing, who")
}

fn sitting(r: &Row<'_>) -> Result<SittingRow> {
    let held = match r.get::<Option<Id<Occupancy>>>(11)? {
        Some(occupancy) => Some(HeldRow {
            occupancy,
            by_seat: r.get(12)?,
            personal: r.get::<i64>(13)? == 1,
            basis: r.get(14)?,
            status: r.get(15)?,
            grain: r.get(16)?,
            term: term(r, 17)?,
            term_end: r.get(19)?,
        }),
        None => None,
    };
    let post = match r.get::<Option<Id<Post>>>(20)? {
        Some(id) => Some(PostRow {
            id,
            titles: PostTitles { neutral: r.get(21)?, female: r.get(22)?, male: r.get(23)? },
            mail: r.get(24)?,
            phone: r.get(25)?,
        }),
        None => None,
    };
    let organisation = match r.get::<Option<Id<Organisation>>>(26)? {
        Some(id) => Some(OrganisationRow { id, kind: r.get(27)?, name: r.get(28)?, mail: r.get(29)?, ags: r.get(30)? }),
        None => None,
    };
    Ok(SittingRow {
        body: r.get(0)?,
        network: r.get(1)?,
        sensitive: r.get(2)?,
        seat: r.get(3)?,
        number: r.get(4)?,
        label: r.get(5)?,
        kind: r.get(6)?,
        voice: r.get(7)?,
        votes: r.get(8)?,
        office: r.get(9)?,
        source_body: r.get(10)?,
        held,
        post,
        organisation,
        sitter: sitter(r, 31)?,
    })
}

fn sitter(r: &Row<'_>, n: usize) -> Result<Option<SitterRow>> {
    let Some(person) = r.get::<Option<Id<Person>>>(n)? else { return Ok(None) };
    Ok(Some(SitterRow {
        person,
        capacity: r.get(n + 1)?,
        rank: r.get(n + 2)?,
        term: term(r, n + 3)?,
        mail: r.get(n + 5)?,
        phone: r.get(n + 6)?,
        absent: r.get(n + 7)?,
    }))
}

/// Every seat of a body on a day with everybody who sits there, in the order of seats and rank.
///
/// # Errors
/// When the database cannot be read.
pub fn list_sitting(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day) -> Result<Vec<SittingRow>> {
    conn.all(&sitting_sql(), rosters(actor, args! { body: body, day: day }), sitting)
}

/// The seats of members of a network on a day: offices and guests left out, unoccupied ones too.
///
/// # Errors
/// When the database cannot be read.
pub fn list_members(conn: &Conn, actor: &Actor, network: Id<Body>, day: Day) -> Result<Vec<SittingRow>> {
    conn.all(&members_sql(), rosters(actor, args! { body: network, day: day }), sitting)
}

/// Seats by their numbers, wherever they are, with everybody who sits there.
///
/// # Errors
/// When the database cannot be read.
pub fn list_sitting_on(conn: &Conn, actor: &Actor, seats: &[Id<Seat>], day: Day) -> Result<Vec<SittingRow>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&sitting_on_sql(), rosters(actor, args! { seats: seats, day: day }), sitting)
}

/// The seats organisations have a part in on a day: by themselves, by a post of theirs, or ex officio through such a
/// seat; with `personal` also by a person who came through one of their posts, which says who she is. As far as the
/// reader may see the roster.
///
/// # Errors
/// When the database cannot be read.
pub fn seats_of_organisations(
    conn: &Conn,
    actor: &Actor,
    organisations: &[Id<Organisation>],
    day: Day,
    personal: bool,
) -> Result<Vec<(Id<Organisation>, Id<Seat>)>> {
    conn.all(
        &seats_of_organisations_sql(personal),
        rosters(actor, args! { organisations: organisations, day: day }),
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

pub(super) fn seats_of_organisations_sql(personal: bool) -> String {
    let arm = |organisation: &str, from: &str| {
        format!(
            "SELECT {organisation} AS organisation_id, s.id FROM {from} JOIN seat s ON s.id = o.seat_id AND s.from_day <= :day AND s.until_day > :day JOIN body b ON b.id = s.body_id \
             WHERE {organisation} IN (:organisations*) AND {{visible:b}} AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended')"
        )
    };
    let mut arms = vec![
        arm("o.organisation_id", "occupancy o"),
        arm("po.organisation_id", "post po JOIN occupancy o ON o.post_id = po.id"),
        // Where a post was before it was moved; who asks leaves out what is elsewhere on the day.
        arm(
            "ph.organisation_id",
            "post_home ph JOIN occupancy o ON o.post_id = ph.post_id AND ph.from_day <= :day AND ph.until_day > :day",
        ),
        arm(
            "po.organisation_id",
            "post po JOIN occupancy p ON p.post_id = po.id AND p.status = 'confirmed' AND p.from_day <= :day AND p.until_day > :day JOIN occupancy o ON o.by_seat_id = p.seat_id",
        ),
    ];
    if personal {
        arms.push(arm("po.organisation_id", "post po JOIN occupancy o ON o.eligible_post_id = po.id"));
        arms.push(arm("po.organisation_id", "post po JOIN occupancy p ON p.eligible_post_id = po.id AND p.status = 'confirmed' AND p.from_day <= :day AND p.until_day > :day JOIN occupancy o ON o.by_seat_id = p.seat_id"));
    }
    arms.join(" UNION ")
}

/// One who stands in, or moves up.
pub struct SubstituteRow {
    /// The seat; none for the pool.
    pub seat: Option<Id<Seat>>,
    /// Only moves up.
    pub moves_up: bool,
    /// Who; nobody while the post is vacant.
    pub sitter: Option<SitterRow>,
}

/// Substitutes of bodies on a day, by rank.
///
/// # Errors
/// When the database cannot be read.
pub fn list_substitutes(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], day: Day) -> Result<Vec<SubstituteRow>> {
    let args: Args = rosters(actor, args! { bodies: bodies, day: day });
    conn.all(
        "SELECT u.seat_id, u.moves_up, COALESCE(u.person_id, t.person_id) AS who, 'substitute', u.rank, u.from_day, u.until_day, t.mail, t.phone, \
         CASE WHEN EXISTS (SELECT 1 FROM absence a WHERE a.person_id = COALESCE(u.person_id, t.person_id) AND a.from_day <= :day AND a.until_day > :day) THEN 1 ELSE 0 END \
         FROM body b JOIN substitute u ON u.body_id = b.id AND u.from_day <= :day AND u.until_day > :day \
         LEFT JOIN tenure t ON t.post_id = u.post_id AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day \
         WHERE {visible:b} AND b.id IN (:bodies*) ORDER BY u.rank, u.id, who",
        args,
        |r| Ok(SubstituteRow { seat: r.get(0)?, moves_up: r.get(1)?, sitter: sitter(r, 2)? }),
    )
}

/// The addresses persons have through posts they hold on a day, that of the first post first: for letters to themselves.
///
/// # Errors
/// When the database cannot be read.
pub fn list_office_addresses(conn: &Conn, persons: &[Id<Person>], day: Day) -> Result<Vec<(Id<Person>, String)>> {
    conn.all(
        "SELECT t.person_id, t.mail FROM tenure t WHERE t.person_id IN (:persons*) AND t.mail IS NOT NULL AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day ORDER BY t.person_id, t.rank, t.id",
        args! { persons: persons, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Whose office has this address on a day, in small letters.
///
/// # Errors
/// When the database cannot be read.
pub fn list_at_office(conn: &Conn, address: &str, day: Day) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT t.person_id FROM tenure t WHERE LOWER(t.mail) = :address AND t.mail IS NOT NULL AND t.from_day <= :day AND t.until_day > :day ORDER BY t.person_id",
        args! { address: address, day: day },
        |r| r.get(0),
    )
}
