//! Across bodies: vacancies, ends, counts, delegations and their chains.

use db::{Conn, args};
use kernel::{Actor, Day, Id, Result};

use super::rosters;
use crate::{Body, Link, Seat};

/// Joins from a body `b` to what holds each seat on a day; a filter follows.
const HELD: &str = "FROM body b JOIN seat s ON s.body_id = b.id AND s.from_day <= :day AND s.until_day > :day \
     LEFT JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') \
     LEFT JOIN occupancy x ON x.seat_id = o.by_seat_id AND x.from_day <= :day AND x.until_day > :day AND x.status = 'confirmed'";

/// True where nobody of rank sits. Says in SQL what [`crate::rules::seat_state`] says in memory; a test holds both
/// against each other.
const NOBODY: &str = "COALESCE(o.person_id, x.person_id) IS NULL \
     AND NOT EXISTS (SELECT 1 FROM tenure t WHERE t.post_id = COALESCE(o.post_id, x.post_id) AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day) \
     AND NOT EXISTS (SELECT 1 FROM representative r LEFT JOIN tenure u ON u.post_id = r.post_id AND u.mode <> 'deputy' AND u.from_day <= :day AND u.until_day > :day \
       WHERE r.occupancy_id = CASE WHEN x.id IS NULL THEN o.id ELSE x.id END AND r.from_day <= :day AND r.until_day > :day AND (r.person_id IS NOT NULL OR u.id IS NOT NULL))";

pub(super) fn vacant_sql() -> String {
    format!(
        "SELECT s.id, CASE WHEN COALESCE(o.post_id, x.post_id) IS NOT NULL \
           THEN (SELECT MAX(t.until_day) FROM tenure t WHERE t.post_id = COALESCE(o.post_id, x.post_id) AND t.mode <> 'deputy' AND t.until_day <= :day) \
           ELSE (SELECT MAX(q.until_day) FROM occupancy q WHERE q.seat_id = s.id AND q.until_day <= :day AND q.status IN ('confirmed', 'suspended')) END \
         {HELD} WHERE b.network_id IN (:networks*) AND {{visible:b}} AND b.from_day <= :day AND b.until_day > :day AND s.voice <> 'guest' AND {NOBODY}"
    )
}

pub(super) const ENDING: &str = "SELECT s.id FROM body b JOIN seat s ON s.body_id = b.id AND s.from_day <= :day AND s.until_day > :day \
         JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= :day AND o.until_day > :day AND o.status = 'confirmed' \
         WHERE b.network_id IN (:networks*) AND {visible:b} AND b.from_day <= :day AND b.until_day > :day AND (o.term_end_day <= :soon OR o.until_day <= :soon) AND NOT EXISTS (SELECT 1 FROM leaving lv WHERE lv.occupancy_id = o.id AND lv.quiet)";

pub(super) fn counts_sql() -> String {
    format!(
        "SELECT b.id, COUNT(*), SUM(CASE WHEN s.voice = 'voting' THEN 1 ELSE 0 END), SUM(CASE WHEN {NOBODY} THEN 0 ELSE 1 END) \
         {HELD} WHERE b.id IN (:bodies*) AND {{visible:b}} AND s.voice IN ('voting', 'advisory', 'observer') GROUP BY b.id"
    )
}

/// Vacant seats of networks and their bodies, with the day since which they are, where one sat before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_vacant(
    conn: &Conn,
    actor: &Actor,
    networks: &[Id<Body>],
    day: Day,
) -> Result<Vec<(Id<Seat>, Option<Day>)>> {
    conn.all(&vacant_sql(), rosters(actor, args! { networks: networks, day: day }), |r| Ok((r.get(0)?, r.get(1)?)))
}

/// Seats of networks and their bodies whose term, or holding, ends up to a day; those that carry over among them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_ending(conn: &Conn, actor: &Actor, networks: &[Id<Body>], day: Day, soon: Day) -> Result<Vec<Id<Seat>>> {
    conn.all(ENDING, rosters(actor, args! { networks: networks, day: day, soon: soon }), |r| r.get(0))
}

/// Per body: seats that count (offices and guests left out), those that vote, those filled.
///
/// # Errors
/// When the database cannot be read.
pub fn count_seats(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], day: Day) -> Result<Vec<(Id<Body>, [i64; 3])>> {
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&counts_sql(), rosters(actor, args! { bodies: bodies, day: day }), |r| {
        Ok((r.get(0)?, [r.get(1)?, r.get(2)?, r.get(3)?]))
    })
}

/// Delegated seats that concern a network: sent from one of its bodies, or into one.
///
/// # Errors
/// When the database cannot be read.
pub fn list_delegated(conn: &Conn, actor: &Actor, network: Id<Body>, day: Day) -> Result<Vec<(Id<Seat>, Id<Body>)>> {
    conn.all(
        "SELECT s.id, s.source_body_id FROM body f JOIN seat s ON s.source_body_id = f.id AND s.kind = 'delegated' AND s.from_day <= :day AND s.until_day > :day JOIN body b ON b.id = s.body_id \
         WHERE f.network_id = :network AND {visible:b} \
         UNION SELECT s.id, s.source_body_id FROM body b JOIN seat s ON s.body_id = b.id AND s.kind = 'delegated' AND s.from_day <= :day AND s.until_day > :day \
         WHERE b.network_id = :network AND {visible:b}",
        rosters(actor, args! { network: network, day: day }),
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// One link of a chain as read: hop, seat, the body that sends, whether the link holds.
pub type LinkRow = (i64, Id<Seat>, Id<Body>, Link);

/// The chain of delegations upward from a body, at most six hops, never through a body the reader may not see.
///
/// A link holds while whoever sits there has a seat in the body that sends: herself, through a post she holds, or as
/// the same post or organisation.
///
/// # Errors
/// When the database cannot be read.
pub fn list_chain(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day) -> Result<Vec<LinkRow>> {
    let current = |alias: &str| format!("{alias}.from_day <= :day AND {alias}.until_day > :day");
    let sql = format!(
        "WITH RECURSIVE up (body_id, n) AS (SELECT CAST(:body AS BIGINT), 1 \
           UNION SELECT s.source_body_id, u.n + 1 FROM up u JOIN body b ON b.id = u.body_id JOIN seat s ON s.body_id = b.id AND s.kind = 'delegated' AND {seat} WHERE u.n < 6 AND {{visible:b}}), \
         hop AS (SELECT body_id, MIN(n) AS n FROM up GROUP BY body_id) \
         SELECT h.n, s.id, s.source_body_id, CASE WHEN o.id IS NULL THEN 'vacant' \
           WHEN EXISTS (SELECT 1 FROM occupancy q JOIN seat z ON z.id = q.seat_id WHERE z.body_id = s.source_body_id AND q.status = 'confirmed' AND {q} \
             AND (q.person_id = o.person_id OR q.post_id = o.post_id OR q.organisation_id = o.organisation_id)) THEN 'holds' \
           WHEN EXISTS (SELECT 1 FROM tenure t JOIN occupancy q ON q.post_id = t.post_id AND q.status = 'confirmed' AND {q} JOIN seat z ON z.id = q.seat_id \
             WHERE t.person_id = o.person_id AND {t} AND z.body_id = s.source_body_id) THEN 'holds' \
           WHEN EXISTS (SELECT 1 FROM representative r JOIN occupancy q ON q.id = r.occupancy_id AND q.status = 'confirmed' AND {q} JOIN seat z ON z.id = q.seat_id \
             WHERE r.person_id = o.person_id AND {r} AND z.body_id = s.source_body_id) THEN 'holds' ELSE 'broken' END \
         FROM hop h JOIN body b ON b.id = h.body_id JOIN seat s ON s.body_id = b.id AND s.kind = 'delegated' AND {seat} \
         LEFT JOIN occupancy o ON o.seat_id = s.id AND o.status = 'confirmed' AND {o} WHERE {{visible:b}} ORDER BY h.n, b.id, s.number",
        seat = current("s"),
        q = current("q"),
        t = current("t"),
        r = current("r"),
        o = current("o"),
    );
    conn.all(&sql, rosters(actor, args! { body: body, day: day }), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
}

/// A dependent seat, its body and why.
pub type DependentRow = (Id<Seat>, Id<Body>, crate::Depends);

/// Seats that depend on an occupancy: held through its seat, or by the same person where a seat in its body made her
/// eligible or sent her.
///
/// # Errors
/// When the database cannot be read.
pub fn list_dependent(
    conn: &Conn,
    actor: &Actor,
    seat: Id<Seat>,
    body: Id<Body>,
    person: Option<i64>,
    day: Day,
) -> Result<Vec<DependentRow>> {
    conn.all(
        "SELECT s.id, b.id, 'follows' FROM occupancy q JOIN seat s ON s.id = q.seat_id JOIN body b ON b.id = s.body_id \
         WHERE q.by_seat_id = :seat AND q.until_day > :day AND q.status IN ('confirmed', 'suspended') AND {visible:b} \
         UNION SELECT s.id, b.id, 'sent' FROM occupancy q JOIN seat s ON s.id = q.seat_id JOIN body b ON b.id = s.body_id \
         WHERE q.person_id = :person AND q.until_day > :day AND q.status IN ('confirmed', 'suspended') AND {visible:b} AND s.id <> :seat \
           AND (q.sender_body_id = :body OR (s.source_body_id = :body AND s.eligibility = 'seat')) ORDER BY 2, 1",
        rosters(actor, args! { seat: seat, body: body, person: person, day: day }),
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}
