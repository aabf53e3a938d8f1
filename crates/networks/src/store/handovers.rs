//! Handovers of posts, and what hangs on a post.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Result};
use people::{Person, Post};

use super::{
    bodies::{BODY, BODY_WIDTH, body},
    rosters,
    seats::{SEAT, seat},
};
use crate::{Body, EndReason, Handover, HandoverState, Occupancy, Representative, Seat};

const HANDOVER: &str = "h.id, h.post_id, h.tenure_id, h.leaver_id, h.successor_id, h.day, h.state, h.tenure_until, h.made_tenure_id, h.deputy_tenure_id, h.deputy_until, h.entered_by, h.entered_at";
const SEAT_WIDTH: usize = 15;

fn handover(r: &Row<'_>) -> Result<Handover> {
    let deputy = match (r.get(9)?, r.get(10)?) {
        (Some(tenure), Some(until)) => Some((tenure, until)),
        _ => None,
    };
    Ok(Handover {
        id: r.get(0)?,
        post: r.get(1)?,
        tenure: r.get(2)?,
        leaver: r.get(3)?,
        successor: r.get(4)?,
        day: r.get(5)?,
        state: r.get(6)?,
        tenure_until: r.get(7)?,
        made: r.get(8)?,
        deputy,
        entered_by: r.get(11)?,
        entered_at: r.get(12)?,
    })
}

/// A handover by number; the caller decides who may see it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_handover(conn: &Conn, id: Id<Handover>) -> Result<Handover> {
    conn.one(&format!("SELECT {HANDOVER} FROM handover h WHERE h.id = :id"), args! { id: id }, handover)
}

/// Handovers of a post that were not taken back, latest day first.
///
/// # Errors
/// When the database cannot be read.
pub fn handovers_of(conn: &Conn, post: Id<Post>) -> Result<Vec<Handover>> {
    conn.all(
        &format!("SELECT {HANDOVER} FROM handover h WHERE h.post_id = :post AND h.state <> 'withdrawn' ORDER BY h.day DESC, h.id DESC"),
        args! { post: post },
        handover,
    )
}

/// Handovers in which a person leaves a post on that day or later.
///
/// # Errors
/// When the database cannot be read.
pub fn handovers_from(conn: &Conn, person: Id<Person>, day: Day) -> Result<Vec<Handover>> {
    conn.all(
        &format!("SELECT {HANDOVER} FROM handover h WHERE h.leaver_id = :person AND h.day >= :day AND h.state <> 'withdrawn' ORDER BY h.day, h.id"),
        args! { person: person, day: day },
        handover,
    )
}

/// Writes a handover down.
pub fn insert_handover(tx: &Tx<'_>, new: &Handover) -> Result<()> {
    tx.exec(
        "INSERT INTO handover (id, post_id, tenure_id, leaver_id, successor_id, day, state, tenure_until, made_tenure_id, deputy_tenure_id, deputy_until, entered_by, entered_at) \
         VALUES (:id, :post, :tenure, :leaver, :successor, :day, :state, :tenure_until, :made, :deputy, :deputy_until, :entered_by, :entered_at)",
        args! {
            id: new.id, post: new.post, tenure: new.tenure, leaver: new.leaver, successor: new.successor, day: new.day, state: new.state.word(),
            tenure_until: new.tenure_until, made: new.made, deputy: new.deputy.map(|d| d.0), deputy_until: new.deputy.map(|d| d.1), entered_by: new.entered_by,
            entered_at: new.entered_at,
        },
    )
    .map(drop)
}

/// Notes that a mandate ends with it, and until when it ran before.
pub fn insert_end(tx: &Tx<'_>, handover: Id<Handover>, occupancy: Id<Occupancy>, before: Day) -> Result<()> {
    tx.exec(
        "INSERT INTO handover_end (handover_id, occupancy_id, until_before) VALUES (:handover, :occupancy, :before)",
        args! { handover: handover, occupancy: occupancy, before: before },
    )
    .map(drop)
}

/// Mandates that end with it: each with the day it ran to before.
pub fn ends_of(conn: &Conn, handover: Id<Handover>) -> Result<Vec<(Id<Occupancy>, Day)>> {
    conn.all(
        "SELECT occupancy_id, until_before FROM handover_end WHERE handover_id = :handover ORDER BY occupancy_id",
        args! { handover: handover },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Notes that she no longer speaks for an organisation, and until when she did before.
pub fn insert_voice(tx: &Tx<'_>, handover: Id<Handover>, voice: Id<Representative>, before: Day) -> Result<()> {
    tx.exec(
        "INSERT INTO handover_voice (handover_id, representative_id, until_before) VALUES (:handover, :voice, :before)",
        args! { handover: handover, voice: voice, before: before },
    )
    .map(drop)
}

/// For which organisations she no longer speaks with it: each with the day she spoke until before.
pub fn voices_ended(conn: &Conn, handover: Id<Handover>) -> Result<Vec<(Id<Representative>, Day)>> {
    conn.all(
        "SELECT representative_id, until_before FROM handover_voice WHERE handover_id = :handover ORDER BY representative_id",
        args! { handover: handover },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Lets her speak on, unless somebody changed the end since.
pub fn save_voice_taken_back(tx: &Tx<'_>, id: Id<Representative>, was: Day, until: Day) -> Result<u64> {
    tx.exec(
        "UPDATE representative SET until_day = :until_day WHERE id = :id AND until_day = :was",
        args! { id: id, was: was, until_day: until },
    )
}

/// Where a person speaks for the organisation of a post, or the one it is a part of, beyond a day: whoever leaves the
/// post no longer does. Nothing while she has another post there.
///
/// # Errors
/// When the database cannot be read.
pub fn voices_of(conn: &Conn, post: Id<Post>, person: Id<Person>, day: Day) -> Result<Vec<Voice>> {
    conn.all(
        "SELECT r.id, o.id, o.seat_id, r.until_day FROM post p JOIN organisation g ON g.id = p.organisation_id \
         JOIN representative r ON r.person_id = :person AND r.from_day < :day AND r.until_day > :day \
         JOIN occupancy o ON o.id = r.occupancy_id AND o.organisation_id IN (g.id, g.parent_id) AND o.until_day > :day \
         WHERE p.id = :post AND NOT EXISTS (SELECT 1 FROM tenure t JOIN post q ON q.id = t.post_id WHERE t.person_id = :person AND q.organisation_id = g.id AND q.id <> p.id \
           AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day) ORDER BY r.id",
        args! { post: post, person: person, day: day },
        |r| Ok(Voice { id: r.get(0)?, occupancy: r.get(1)?, seat: r.get(2)?, until: r.get(3)? }),
    )
}

/// Somebody speaks for an organisation on a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Voice {
    /// The representative's row.
    pub id: Id<Representative>,
    /// The organisation's occupancy.
    pub occupancy: Id<Occupancy>,
    /// The seat.
    pub seat: Id<Seat>,
    /// Until when.
    pub until: Day,
}

/// Moves it on, if it still stands where the caller read it.
pub fn save_state(tx: &Tx<'_>, id: Id<Handover>, was: HandoverState, now: HandoverState) -> Result<()> {
    tx.exec_one(
        "UPDATE handover SET state = :now WHERE id = :id AND state = :was",
        args! { id: id, was: was.word(), now: now.word() },
    )
}

/// Writes down who comes, and what her appointment changed.
pub fn save_successor(tx: &Tx<'_>, row: &Handover) -> Result<()> {
    tx.exec_one(
        "UPDATE handover SET successor_id = :successor, made_tenure_id = :made, deputy_tenure_id = :deputy, deputy_until = :until WHERE id = :id AND successor_id IS NULL",
        args! { id: row.id, successor: row.successor, made: row.made, deputy: row.deputy.map(|d| d.0), until: row.deputy.map(|d| d.1) },
    )
}

/// Lets a mandate that was to end for lost eligibility go on, unless somebody changed its end since.
pub fn save_end_taken_back(tx: &Tx<'_>, id: Id<Occupancy>, was: Day, until: Day) -> Result<u64> {
    tx.exec(
        "UPDATE occupancy SET until_day = :until_day, end_reason = NULL WHERE id = :id AND until_day = :was AND end_reason = :reason",
        args! { id: id, was: was, until_day: until, reason: EndReason::Eligibility.word() },
    )
}

/// Takes away what happened long ago, and what was taken back.
pub fn delete_ends_until(tx: &Tx<'_>, day: Day) -> Result<()> {
    tx.exec(
        "DELETE FROM handover_end WHERE handover_id IN (SELECT id FROM handover WHERE day <= :day)",
        args! { day: day },
    )
    .map(drop)
}

/// The same for the organisations spoken for.
pub fn delete_voices_until(tx: &Tx<'_>, day: Day) -> Result<()> {
    tx.exec(
        "DELETE FROM handover_voice WHERE handover_id IN (SELECT id FROM handover WHERE day <= :day)",
        args! { day: day },
    )
    .map(drop)
}

/// See [`delete_ends_until`] and [`delete_voices_until`], which come first.
pub fn delete_until(tx: &Tx<'_>, day: Day) -> Result<()> {
    tx.exec("DELETE FROM handover WHERE day <= :day", args! { day: day }).map(drop)
}

/// How a seat hangs on a post and the person who leaves it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hanging {
    /// The body.
    pub body: Body,
    /// The seat.
    pub seat: Seat,
    /// The occupancy.
    pub occupancy: Id<Occupancy>,
    /// Whether it belongs to the post; else it is the person's own mandate.
    pub by_post: bool,
    /// Whether the person was eligible for it through this post.
    pub through_post: bool,
}

/// Seats of a post, and personal mandates of whoever leaves it, that still run on a day, as far as the reader sees who
/// sits there; networks in the order of the alphabet.
///
/// # Errors
/// When the database cannot be read.
pub fn list_hanging(conn: &Conn, actor: &Actor, post: Id<Post>, person: Id<Person>, day: Day) -> Result<Vec<Hanging>> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, o.id, CASE WHEN o.post_id IS NULL THEN 0 ELSE 1 END, CASE WHEN o.eligible_post_id = :post THEN 1 ELSE 0 END \
         FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.post_id = :post AND o.until_day > :day AND o.from_day <= :day AND o.status IN ('confirmed', 'suspended') AND s.until_day > :day AND {{visible:b}} \
         UNION ALL SELECT {BODY}, {SEAT}, o.id, 0, CASE WHEN o.eligible_post_id = :post THEN 1 ELSE 0 END \
         FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.person_id = :person AND o.until_day > :day AND o.from_day <= :day AND o.status IN ('confirmed', 'suspended') AND s.until_day > :day AND {{visible:b}}"
    );
    let mut found = conn.all(&sql, rosters(actor, args! { post: post, person: person, day: day }), |r| {
        Ok(Hanging {
            body: body(r, 0)?,
            seat: seat(r, BODY_WIDTH)?,
            occupancy: r.get(BODY_WIDTH + SEAT_WIDTH)?,
            by_post: r.get::<i64>(BODY_WIDTH + SEAT_WIDTH + 1)? == 1,
            through_post: r.get::<i64>(BODY_WIDTH + SEAT_WIDTH + 2)? == 1,
        })
    })?;
    found.sort_by(|a, b| {
        let key = |h: &Hanging| (h.body.network, !h.body.is_network(), i18n::fold(&h.body.name), h.seat.number);
        key(a).cmp(&key(b))
    });
    Ok(found)
}

/// How somebody has a seat that neither her post nor she herself occupies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beside {
    /// Speaks for the organisation that does.
    Voice {
        /// Whoever holds the post speaks.
        by_post: bool,
        /// It is the organisation of the post, and she has no other post there.
        of_office: bool,
    },
    /// Stands in for it.
    StandIn {
        /// Whoever holds the post does.
        by_post: bool,
    },
}

/// Where an organisation sits for which somebody speaks, on a day.
const VOICE: &str = "JOIN occupancy o ON o.id = r.occupancy_id AND o.organisation_id IS NOT NULL AND o.status IN ('confirmed', 'suspended') AND o.from_day <= :day AND o.until_day > :day \
         JOIN seat s ON s.id = o.seat_id AND s.until_day > :day JOIN body b ON b.id = s.body_id";

/// Those seats of a post, and of whoever leaves it, that run on a day, as far as the reader sees who sits there.
///
/// # Errors
/// When the database cannot be read.
pub fn list_beside(
    conn: &Conn,
    actor: &Actor,
    post: Id<Post>,
    person: Id<Person>,
    day: Day,
) -> Result<Vec<(Body, Seat, Beside)>> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, 0, 0, CASE WHEN o.organisation_id IN (g.id, g.parent_id) AND NOT EXISTS (SELECT 1 FROM tenure t JOIN post q ON q.id = t.post_id WHERE t.person_id = :person \
           AND q.organisation_id = g.id AND q.id <> p.id AND t.mode <> 'deputy' AND t.from_day <= :next AND t.until_day > :next) THEN 1 ELSE 0 END \
         FROM post p JOIN organisation g ON g.id = p.organisation_id JOIN representative r ON r.person_id = :person AND r.from_day <= :day AND r.until_day > :day {VOICE} \
         WHERE p.id = :post AND {{visible:b}} \
         UNION ALL SELECT {BODY}, {SEAT}, 0, 1, 0 FROM representative r {VOICE} WHERE r.post_id = :post AND r.from_day <= :day AND r.until_day > :day AND {{visible:b}} \
         UNION ALL SELECT {BODY}, {SEAT}, 1, 0, 0 FROM substitute u JOIN seat s ON s.id = u.seat_id AND s.until_day > :day JOIN body b ON b.id = s.body_id \
         WHERE u.person_id = :person AND NOT u.moves_up AND u.from_day <= :day AND u.until_day > :day AND {{visible:b}} \
         UNION ALL SELECT {BODY}, {SEAT}, 1, 1, 0 FROM substitute u JOIN seat s ON s.id = u.seat_id AND s.until_day > :day JOIN body b ON b.id = s.body_id \
         WHERE u.post_id = :post AND NOT u.moves_up AND u.from_day <= :day AND u.until_day > :day AND {{visible:b}}"
    );
    let given = args! { post: post, person: person, day: day, next: day.next() };
    let mut found = conn.all(&sql, rosters(actor, given), |r| {
        let is = |n: usize| r.get::<i64>(BODY_WIDTH + SEAT_WIDTH + n).map(|it| it == 1);
        let (stands_in, by_post, of_office) = (is(0)?, is(1)?, is(2)?);
        let how = if stands_in { Beside::StandIn { by_post } } else { Beside::Voice { by_post, of_office } };
        Ok((body(r, 0)?, seat(r, BODY_WIDTH)?, how))
    })?;
    found.sort_by_cached_key(|(body, seat, _)| (body.network, !body.is_network(), i18n::fold(&body.name), seat.number));
    Ok(found)
}

/// The seats that hang on some others on a day, each with the one it hangs on, as far as the reader sees who sits there.
///
/// # Errors
/// When the database cannot be read.
pub fn list_hanging_on(
    conn: &Conn,
    actor: &Actor,
    seats: &[Id<Seat>],
    day: Day,
) -> Result<Vec<(Body, Seat, Id<Seat>)>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {BODY}, {SEAT}, o.by_seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.by_seat_id IN (:seats*) AND o.status = 'confirmed' AND o.from_day <= :day AND o.until_day > :day AND s.until_day > :day AND {{visible:b}} ORDER BY s.id"
    );
    conn.all(&sql, rosters(actor, args! { seats: seats, day: day }), |r| {
        Ok((body(r, 0)?, seat(r, BODY_WIDTH)?, r.get(BODY_WIDTH + SEAT_WIDTH)?))
    })
}

/// Those who keep the membership of one of these networks on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_keepers_of(conn: &Conn, networks: &[Id<Body>], day: Day) -> Result<Vec<Id<Person>>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT v.person_id FROM sits v WHERE v.body_id IN (:networks*) AND v.office IN ('network_admin', 'secretariat') AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.person_id",
        args! { networks: networks, day: day },
        |r| r.get(0),
    )
}

/// Seats of a post that keep the membership of a network, on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn keeping_seats_of(conn: &Conn, post: Id<Post>, day: Day) -> Result<Vec<(Id<Body>, Id<Seat>)>> {
    conn.all(
        "SELECT b.id, s.id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.post_id = :post AND o.from_day <= :day AND o.until_day > :day AND o.status = 'confirmed' AND b.kind = 'network' \
         AND s.office IN ('network_admin', 'secretariat') AND s.from_day <= :day AND s.until_day > :day AND b.until_day > :day",
        args! { post: post, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Functional mailboxes of the bodies in which a post has a seat on a day: the address, and whether the body is
/// sensitive, so that its letter names nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn mailboxes_of_post(conn: &Conn, post: Id<Post>, day: Day) -> Result<Vec<(String, bool)>> {
    conn.all(
        "SELECT DISTINCT b.mail, b.sensitive FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.post_id = :post AND o.from_day <= :day AND o.until_day > :day AND o.status IN ('confirmed', 'suspended') AND b.mail IS NOT NULL AND b.until_day > :day ORDER BY b.mail",
        args! { post: post, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The same of the bodies in which one of these mandates is held.
///
/// # Errors
/// When the database cannot be read.
pub fn mailboxes_of_mandates(conn: &Conn, mandates: &[Id<Occupancy>]) -> Result<Vec<(String, bool)>> {
    conn.all(
        "SELECT DISTINCT b.mail, b.sensitive FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.id IN (:mandates*) AND b.mail IS NOT NULL ORDER BY b.mail",
        args! { mandates: mandates },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
