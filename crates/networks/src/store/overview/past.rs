//! What was and what happened: stretches of time on seats, years with data, the log of a network.

use db::{Conn, args};
use kernel::{Actor, Day, Id, Moment, Result};
use people::Person;
use rights::{Action, Kind};

use super::super::rosters;
use crate::{Body, Seat};

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
    /// Whether the mandate rests.
    pub rests: bool,
}

/// Everybody who had, has or will have a seat of a body, oldest first: persons, holders of posts, organisations.
pub fn list_stretches(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<Stretch>> {
    conn.all(&stretches_sql(), rosters(actor, args! { body: body, today: conn.today() }), |r| {
        Ok(Stretch {
            seat: r.get(0)?,
            person: r.get(1)?,
            organisation: r.get(2)?,
            acting: r.get::<i64>(3)? > 0,
            from: r.get(4)?,
            until: r.get(5)?,
            term_end: r.get(6)?,
            rests: r.get::<i64>(7)? > 0,
        })
    })
}

/// The seats come first, by the order of the join: SQLite would else read all tenures there are.
pub(in crate::store) fn stretches_sql() -> String {
    "WITH had AS (SELECT o.seat_id, o.id, o.post_id, o.organisation_id, o.person_id, o.by_seat_id, o.from_day, COALESCE((SELECT lv.was_until FROM leaving lv WHERE lv.occupancy_id = o.id AND lv.quiet AND lv.until_day > :today), o.until_day) AS until_day, o.term_end_day, CASE WHEN o.status = 'suspended' THEN 1 ELSE 0 END AS rests FROM seat s JOIN body b ON b.id = s.body_id \
           JOIN occupancy o ON o.seat_id = s.id AND o.status IN ('confirmed', 'suspended') WHERE s.body_id = :body AND {visible:b}), \
         followed AS (SELECT h.seat_id, h.post_id, h.organisation_id, h.person_id, h.from_day, h.until_day, h.term_end_day, h.rests FROM had h WHERE h.by_seat_id IS NULL \
           UNION ALL SELECT h.seat_id, x.post_id, x.organisation_id, x.person_id, CASE WHEN x.from_day > h.from_day THEN x.from_day ELSE h.from_day END, \
             CASE WHEN x.until_day < h.until_day THEN x.until_day ELSE h.until_day END, x.term_end_day, CASE WHEN h.rests = 1 OR x.status = 'suspended' THEN 1 ELSE 0 END FROM had h JOIN occupancy x ON x.seat_id = h.by_seat_id AND x.status IN ('confirmed', 'suspended')), \
         sat AS (SELECT f.seat_id, f.person_id, f.organisation_id, 0 AS acting, f.from_day, f.until_day, f.term_end_day, f.rests FROM followed f WHERE f.post_id IS NULL \
           UNION ALL SELECT f.seat_id, t.person_id, NULL, CASE WHEN t.mode = 'acting' THEN 1 ELSE 0 END, CASE WHEN t.from_day > f.from_day THEN t.from_day ELSE f.from_day END, \
             CASE WHEN t.until_day < f.until_day THEN t.until_day ELSE f.until_day END, f.term_end_day, f.rests FROM followed f CROSS JOIN tenure t WHERE t.post_id = f.post_id AND t.mode <> 'deputy') \
         SELECT y.seat_id, y.person_id, g.name, y.acting, y.from_day, y.until_day, y.term_end_day, y.rests FROM sat y \
         LEFT JOIN organisation g ON g.id = y.organisation_id WHERE y.from_day < y.until_day ORDER BY y.seat_id, y.from_day, y.person_id"
        .to_owned()
}

/// The years in which something began or ended in a network that the reader may see, before a day.
pub fn list_years(conn: &Conn, actor: &Actor, network: Id<Body>, before: Day) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT substr(x.day, 1, 4) AS year FROM (SELECT o.from_day AS day FROM body b JOIN seat s ON s.body_id = b.id JOIN occupancy o ON o.seat_id = s.id \
           WHERE b.network_id = :network AND o.status IN ('confirmed', 'suspended') AND {visible:b} \
         UNION SELECT o.until_day FROM body b JOIN seat s ON s.body_id = b.id JOIN occupancy o ON o.seat_id = s.id WHERE b.network_id = :network AND o.status IN ('confirmed', 'suspended') AND {visible:b} \
         UNION SELECT b.from_day FROM body b WHERE b.network_id = :network AND {visible:b}) x WHERE x.day < :before ORDER BY year DESC";
    conn.all(sql, rosters(actor, args! { network: network, before: before }), |r| r.get(0))
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
    conn.all(
        sql,
        args! { network: network, verbs: verbs, limit: limit }.visible(rights::condition(
            actor,
            Kind::Log,
            Action::Read,
        )),
        |r| Ok(Happened { at: r.get(0)?, verb: r.get(1)?, subject: (r.get(2)?, r.get(3)?), body: r.get(4)? }),
    )
}
