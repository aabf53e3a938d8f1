//! Who sat where through the years.

use db::{Conn, Row, args};
use kernel::{Actor, Id, Result, Term};
use people::{Organisation, Person, Post, PostTitles};

use super::{roster::HeldRow, rosters, term};
use crate::{Body, Capacity, EndReason, Seat};

/// One occupancy with one of those who sat there.
pub struct PeriodRow {
    /// The seat.
    pub seat: Id<Seat>,
    /// Its number in the body.
    pub number: i64,
    /// How it was held.
    pub held: HeldRow,
    /// Why that ended.
    pub end_reason: Option<EndReason>,
    /// The post: whose seat it was, or through which a person was eligible.
    pub post: Option<(Id<Post>, PostTitles)>,
    /// The organisation: whose seat it was, or whose post.
    pub organisation: Option<(Id<Organisation>, String)>,
    /// Who sat there.
    pub person: Option<Id<Person>>,
    /// In which capacity.
    pub capacity: Capacity,
    /// The days she did, empty where two of the periods do not meet.
    pub sat: Option<Term>,
}

/// The columns and joins; what follows is `AND`. Post and organisation bear the name they had when the period ended.
const HISTORY: &str = "SELECT s.id, s.number, o.id, o.by_seat_id, CASE WHEN o.person_id IS NULL AND x.person_id IS NULL THEN 0 ELSE 1 END, o.basis, o.status, o.grain, o.from_day, COALESCE((SELECT lv.was_until FROM leaving lv WHERE lv.occupancy_id = o.id AND lv.quiet AND lv.until_day > :today), o.until_day), o.term_end_day, \
     CASE WHEN EXISTS (SELECT 1 FROM leaving lv WHERE lv.occupancy_id = o.id AND lv.quiet AND lv.until_day > :today) THEN NULL ELSE o.end_reason END, po.id, COALESCE(pn.name, po.title), CASE WHEN pn.id IS NULL THEN po.title_female END, CASE WHEN pn.id IS NULL THEN po.title_male END, g.id, COALESCE(gn.name, g.name), COALESCE(t.person_id, o.person_id, x.person_id, r.person_id, u.person_id), \
     CASE WHEN t.id IS NOT NULL THEN t.mode WHEN r.id IS NOT NULL THEN 'representative' ELSE 'self' END, \
     x.from_day, x.until_day, t.from_day, t.until_day, r.from_day, r.until_day, u.from_day, u.until_day \
     FROM body b JOIN seat s ON s.body_id = b.id JOIN occupancy o ON o.seat_id = s.id AND o.status IN ('confirmed', 'suspended') \
     LEFT JOIN occupancy x ON x.seat_id = o.by_seat_id AND x.status IN ('confirmed', 'suspended') AND x.from_day < o.until_day AND x.until_day > o.from_day \
     LEFT JOIN post po ON po.id = COALESCE(o.post_id, x.post_id, o.eligible_post_id, x.eligible_post_id) \
     LEFT JOIN tenure t ON t.post_id = COALESCE(o.post_id, x.post_id) AND t.mode <> 'deputy' AND t.from_day < o.until_day AND t.until_day > o.from_day \
     LEFT JOIN representative r ON r.occupancy_id = CASE WHEN x.id IS NULL THEN o.id ELSE x.id END AND r.from_day < o.until_day AND r.until_day > o.from_day \
     LEFT JOIN tenure u ON u.post_id = r.post_id AND u.mode <> 'deputy' AND u.from_day < o.until_day AND u.until_day > o.from_day \
     LEFT JOIN post_home ph ON ph.post_id = po.id AND ph.from_day < CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END AND ph.until_day >= CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END \
     LEFT JOIN organisation g ON g.id = COALESCE(o.organisation_id, x.organisation_id, ph.organisation_id, po.organisation_id, o.eligible_organisation_id, x.eligible_organisation_id) \
     LEFT JOIN former_name pn ON pn.post_id = po.id AND pn.from_day < CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END AND pn.until_day >= CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END \
     LEFT JOIN former_name gn ON gn.organisation_id = g.id AND gn.from_day < CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END AND gn.until_day >= CASE WHEN t.until_day < o.until_day THEN t.until_day ELSE o.until_day END \
     WHERE {visible:b}";

fn period(r: &Row<'_>) -> Result<PeriodRow> {
    let held = HeldRow {
        occupancy: r.get(2)?,
        by_seat: r.get(3)?,
        personal: r.get::<i64>(4)? == 1,
        basis: r.get(5)?,
        status: r.get(6)?,
        grain: r.get(7)?,
        term: term(r, 8)?,
        term_end: r.get(10)?,
    };
    let mut sat = Some(held.term);
    for n in [20, 22, 24, 26] {
        if let (Some(from), Some(until)) = (r.get(n)?, r.get(n + 1)?) {
            sat = sat.and_then(|s| s.meet(&Term { from, until }));
        }
    }
    let post = match r.get::<Option<Id<Post>>>(12)? {
        Some(id) => Some((id, PostTitles { neutral: r.get(13)?, female: r.get(14)?, male: r.get(15)? })),
        None => None,
    };
    let organisation = match r.get::<Option<Id<Organisation>>>(16)? {
        Some(id) => Some((id, r.get(17)?)),
        None => None,
    };
    Ok(PeriodRow {
        seat: r.get(0)?,
        number: r.get(1)?,
        held,
        end_reason: r.word(11, EndReason::maybe)?,
        post,
        organisation,
        person: r.get(18)?,
        capacity: r.get(19)?,
        sat,
    })
}

/// Everybody who sat on a seat.
///
/// # Errors
/// When the database cannot be read.
pub fn list_periods_of_seat(conn: &Conn, actor: &Actor, seat: Id<Seat>) -> Result<Vec<PeriodRow>> {
    conn.all(&format!("{HISTORY} AND s.id = :seat"), rosters(actor, args! { seat: seat, today: conn.today() }), period)
}

/// Everybody who sat in a body for an organisation: on its own seat, on its post's, or as a person who came through
/// one of them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_periods_of_organisation(
    conn: &Conn,
    actor: &Actor,
    body: Id<Body>,
    organisation: Id<Organisation>,
) -> Result<Vec<PeriodRow>> {
    conn.all(
        &format!("{HISTORY} AND b.id = :body AND g.id = :organisation"),
        rosters(actor, args! { body: body, organisation: organisation, today: conn.today() }),
        period,
    )
}
