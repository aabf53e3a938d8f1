//! Whoever leaves.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Result};
use rights::{Action, Kind};

use crate::{
    Body, EndReason, Leaving, Occupancy, Seat,
    store::{
        bodies::{BODY, BODY_WIDTH, body},
        occupancies::{OCCUPANCY, SEAT_WIDTH, occupancy},
        rosters,
        seats::{SEAT, seat},
    },
};

const LEAVING: &str =
    "l.id, l.occupancy_id, l.person_id, l.until_day, l.was_until, l.quiet, l.reviewed_at, l.was_reason";

fn leaving(r: &Row<'_>, n: usize) -> Result<Leaving> {
    Ok(Leaving {
        id: r.get(n)?,
        occupancy: r.get(n + 1)?,
        person: r.get(n + 2)?,
        until: r.get(n + 3)?,
        was_until: r.get(n + 4)?,
        quiet: r.get(n + 5)?,
        reviewed: r.get::<Option<i64>>(n + 6)?.is_some(),
    })
}

/// Whether, and how, an occupancy ends by leaving.
///
/// # Errors
/// When the database cannot be read.
pub fn find_leaving_of(conn: &Conn, occupancy: Id<Occupancy>) -> Result<Option<Leaving>> {
    conn.find(
        &format!("SELECT {LEAVING} FROM leaving l WHERE l.occupancy_id = :occupancy"),
        args! { occupancy: occupancy },
        |r| leaving(r, 0),
    )
}

/// A leaving with what it ends. Whether the reader keeps that membership is asked next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_leaving(conn: &Conn, actor: &Actor, id: Id<Leaving>) -> Result<(Leaving, Occupancy, Seat, Body)> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, {OCCUPANCY}, {LEAVING} FROM leaving l JOIN occupancy o ON o.id = l.occupancy_id JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE l.id = :id AND {{visible:b}}"
    );
    conn.one(&sql, rosters(actor, args! { id: id }), |r| {
        let at = BODY_WIDTH + SEAT_WIDTH;
        Ok((leaving(r, at + 17)?, occupancy(r, at)?, seat(r, BODY_WIDTH)?, body(r, 0)?))
    })
}

/// Who leaves a body, by day: for whoever keeps its membership.
///
/// # Errors
/// When the database cannot be read.
pub fn list_leavings(conn: &Conn, actor: &Actor, of: Id<Body>) -> Result<Vec<(Leaving, Occupancy)>> {
    let sql = format!(
        "SELECT {OCCUPANCY}, {LEAVING} FROM leaving l JOIN occupancy o ON o.id = l.occupancy_id JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE s.body_id = :body AND {{visible:b}} ORDER BY l.until_day, l.id"
    );
    conn.all(&sql, rosters(actor, args! { body: of }), |r| Ok((leaving(r, 17)?, occupancy(r, 0)?)))
}

/// A leaving, what is left, and the first day without.
pub type Unreviewed = (Id<Leaving>, Id<Body>, Day);

/// Leavings nobody looked at yet, in networks whose membership the reader keeps: what, where, and the first day without.
///
/// # Errors
/// When the database cannot be read.
pub fn list_unreviewed(conn: &Conn, actor: &Actor) -> Result<Vec<Unreviewed>> {
    conn.all(
        "SELECT l.id, b.id, l.until_day FROM leaving l JOIN occupancy o ON o.id = l.occupancy_id JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE l.reviewed_at IS NULL AND l.until_day > :never AND {visible:b} ORDER BY l.until_day, l.id",
        args! { never: "0001-01-01" }.visible(rights::condition(actor, Kind::Roster, Action::Edit)),
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// What else somebody has in the other bodies of a network on a day: her own seats, those of the organisation that leaves,
/// and those of persons who are eligible through it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_elsewhere(
    conn: &Conn,
    network: Id<Body>,
    (person, organisation): (Option<i64>, Option<i64>),
    day: Day,
) -> Result<Vec<(Occupancy, Seat, Body)>> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, {OCCUPANCY} FROM body b JOIN seat s ON s.body_id = b.id JOIN occupancy o ON o.seat_id = s.id \
         WHERE b.network_id = :network AND b.id <> :network AND (o.person_id = :person OR o.organisation_id = :organisation OR o.eligible_organisation_id = :organisation) \
         AND o.status IN ('confirmed', 'suspended') AND o.from_day <= :day AND o.until_day > :day ORDER BY b.sort_name, s.number"
    );
    conn.all(&sql, args! { network: network, person: person, organisation: organisation, day: day }, |r| {
        Ok((occupancy(r, BODY_WIDTH + SEAT_WIDTH)?, seat(r, BODY_WIDTH)?, body(r, 0)?))
    })
}

/// Writes down that somebody leaves, and what was there before.
pub fn insert_leaving(tx: &Tx<'_>, new: &Leaving, was_reason: Option<EndReason>) -> Result<()> {
    tx.exec(
        "INSERT INTO leaving (id, occupancy_id, person_id, until_day, was_until, was_reason, quiet, reviewed_at) VALUES (:id, :occupancy, :person, :until_day, :was_until, :was_reason, :quiet, :reviewed)",
        args! { reviewed: new.reviewed.then(|| tx.now()), id: new.id, occupancy: new.occupancy, person: new.person, until_day: new.until, was_until: new.was_until, was_reason: was_reason, quiet: new.quiet },
    )
    .map(drop)
}

/// What else ends with a leaving by the keepers' decision: other rows of the same person for the same day in a network.
///
/// # Errors
/// When the database cannot be read.
pub fn list_with(conn: &Conn, of: &Leaving, network: Id<Body>) -> Result<Vec<Leaving>> {
    conn.all(
        &format!(
            "SELECT {LEAVING} FROM leaving l JOIN occupancy o ON o.id = l.occupancy_id JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
             WHERE l.person_id = :person AND l.until_day = :until_day AND l.id <> :id AND b.network_id = :network AND b.id <> :network"
        ),
        args! { person: of.person, until_day: of.until, id: of.id, network: network },
        |r| leaving(r, 0),
    )
}

/// Takes it back: what was there before stands again.
///
/// # Errors
/// [`kernel::Error::Stale`] when somebody ended it otherwise meanwhile.
pub fn save_stay(tx: &Tx<'_>, of: &Leaving) -> Result<()> {
    tx.exec_one(
        "UPDATE occupancy SET until_day = :was_until, end_reason = (SELECT l.was_reason FROM leaving l WHERE l.id = :id) WHERE id = :occupancy AND until_day = :until_day AND end_reason IN ('exit', 'eligibility')",
        args! { id: of.id, occupancy: of.occupancy, until_day: of.until, was_until: of.was_until },
    )
}

/// Forgets a leaving that was taken back.
pub fn delete_leaving(tx: &Tx<'_>, id: Id<Leaving>) -> Result<()> {
    tx.exec_one("DELETE FROM leaving WHERE id = :id", args! { id: id })
}

/// Marks that whoever keeps the membership looked at what it leaves open.
pub fn save_reviewed(tx: &Tx<'_>, id: Id<Leaving>) -> Result<()> {
    tx.exec_one(
        "UPDATE leaving SET reviewed_at = :now WHERE id = :id AND reviewed_at IS NULL",
        args! { id: id, now: tx.now() },
    )
}

/// Deletes leavings that are over since a day.
pub fn delete_old(tx: &Tx<'_>, day: Day) -> Result<()> {
    tx.exec("DELETE FROM leaving WHERE until_day <= :day", args! { day: day }).map(drop)
}
