//! Who is sent where.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Result};
use networks::{Body, EndReason, Occupancy, Seat};

use crate::{Delegation, Detail};

const DELEGATION: &str = "o.id, s.id, COALESCE(d.network_id, f.network_id), COALESCE(d.body_id, f.id), s.body_id, o.status, o.mandate, o.person_id, o.post_id, o.from_day, o.until_day, o.term_end_day, o.end_reason, \
     d.resolution_id, d.decision, d.decision_day, d.instruction, d.confirmed_day, d.confirmed_by, d.report_days, d.version, s.number";
const FROM: &str = "FROM seat s JOIN body f ON f.id = s.source_body_id JOIN occupancy o ON o.seat_id = s.id LEFT JOIN delegation d ON d.occupancy_id = o.id";

fn delegation(r: &Row<'_>) -> Result<Delegation> {
    let text = |place| Ok::<_, kernel::Error>(r.get::<Option<String>>(place)?.unwrap_or_default());
    Ok(Delegation {
        id: r.get(0)?,
        seat: r.get(1)?,
        number: r.get(21)?,
        network: r.get(2)?,
        sender: r.get(3)?,
        receiver: r.get(4)?,
        status: r.get(5)?,
        mandate: r.get(6)?,
        person: r.get(7)?,
        post: r.get(8)?,
        from: r.get(9)?,
        until: r.get(10)?,
        term_end: r.get(11)?,
        end_reason: r.word(12, EndReason::maybe)?,
        detail: Detail {
            resolution: r.get(13)?,
            decision: text(14)?,
            decision_day: r.get(15)?,
            instruction: text(16)?,
            confirmed_day: r.get(17)?,
            confirmed_by: text(18)?,
            report_days: r.get::<Option<i64>>(19)?.unwrap_or(Detail::REPORT_DAYS),
            version: r.get::<Option<i64>>(20)?.unwrap_or_default(),
        },
    })
}

/// A delegation by the number of its occupancy; its callers decide next whether the reader knows of it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_delegation(conn: &Conn, id: Id<Occupancy>) -> Result<Delegation> {
    conn.one(
        &format!("SELECT {DELEGATION} {FROM} WHERE o.id = :id AND s.kind = 'delegated'"),
        args! { id: id },
        delegation,
    )
}

/// Those of some seats that are not over on a day, and those put forward; first who begins first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_on_seats(conn: &Conn, seats: &[Id<Seat>], day: Day) -> Result<Vec<Delegation>> {
    conn.all(
        &format!(
            "SELECT {DELEGATION} {FROM} WHERE s.id IN (:seats*) AND s.kind = 'delegated' AND o.until_day > :day AND o.status <> 'refused' ORDER BY s.number, o.from_day, o.id"
        ),
        args! { seats: seats, day: day },
        delegation,
    )
}

/// Those into a body that are not over on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_into(conn: &Conn, receiver: Id<Body>, day: Day) -> Result<Vec<Delegation>> {
    conn.all(
        &format!(
            "SELECT {DELEGATION} {FROM} WHERE s.body_id = :receiver AND s.kind = 'delegated' AND o.until_day > :day AND o.status <> 'refused' ORDER BY s.number, o.from_day, o.id"
        ),
        args! { receiver: receiver, day: day },
        delegation,
    )
}

/// Those that are over and of which the receiver was not told, for the daily job: with a file however long ago, without one
/// only since a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_untold(conn: &Conn, day: Day, since: Day) -> Result<Vec<Delegation>> {
    let over = "s.kind = 'delegated' AND o.status IN ('confirmed', 'suspended')";
    conn.all(
        &format!(
            "SELECT {DELEGATION} FROM delegation d JOIN occupancy o ON o.id = d.occupancy_id JOIN seat s ON s.id = o.seat_id JOIN body f ON f.id = s.source_body_id \
             WHERE d.end_told_at IS NULL AND o.until_day <= :day AND {over} \
             UNION ALL SELECT {DELEGATION} FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body f ON f.id = s.source_body_id LEFT JOIN delegation d ON d.occupancy_id = o.id \
             WHERE d.occupancy_id IS NULL AND o.until_day > :since AND o.until_day <= :day AND o.until_day < '9999-12-31' AND {over}"
        ),
        args! { day: day, since: since },
        delegation,
    )
}

/// Those of a post that somebody else holds from a day on: she goes there now.
///
/// # Errors
/// When the database cannot be read.
pub fn list_succeeded(conn: &Conn, day: Day) -> Result<Vec<Delegation>> {
    conn.all(
        &format!(
            "SELECT DISTINCT {DELEGATION} FROM tenure t JOIN occupancy o ON o.post_id = t.post_id JOIN seat s ON s.id = o.seat_id JOIN body f ON f.id = s.source_body_id LEFT JOIN delegation d ON d.occupancy_id = o.id \
             WHERE t.from_day = :day AND t.mode <> 'deputy' AND s.kind = 'delegated' AND o.status = 'confirmed' AND o.from_day < :day AND o.until_day > :day"
        ),
        args! { day: day },
        delegation,
    )
}

/// Puts on file what is known of a delegation, in place of what was.
///
/// # Errors
/// [`kernel::Error::Stale`] when somebody changed it meanwhile.
pub fn save_detail(tx: &Tx<'_>, it: &Delegation, new: &Detail) -> Result<()> {
    let file = args! {
        id: it.id, seat: it.seat, network: it.network, body: it.sender, receiver: it.receiver, resolution: new.resolution, decision: &new.decision, day: new.decision_day,
        instruction: &new.instruction, confirmed: new.confirmed_day, by: &new.confirmed_by, days: new.report_days,
    };
    if it.detail.version == 0 {
        return tx.exec_one(
            "INSERT INTO delegation (occupancy_id, seat_id, network_id, body_id, receiver_id, resolution_id, decision, decision_day, instruction, confirmed_day, confirmed_by, report_days) \
             VALUES (:id, :seat, :network, :body, :receiver, :resolution, :decision, :day, :instruction, :confirmed, :by, :days) ON CONFLICT DO NOTHING",
            file,
        );
    }
    tx.exec_one(
        "UPDATE delegation SET seat_id = :seat, network_id = :network, body_id = :body, receiver_id = :receiver, resolution_id = :resolution, decision = :decision, decision_day = :day, \
         instruction = :instruction, confirmed_day = :confirmed, confirmed_by = :by, report_days = :days, version = version + 1 WHERE occupancy_id = :id AND version = :version",
        file.with("version", it.detail.version),
    )
}

/// Notes that the receiver was told of the end.
pub fn save_end_told(tx: &Tx<'_>, id: Id<Occupancy>) -> Result<()> {
    tx.exec("UPDATE delegation SET end_told_at = :now WHERE occupancy_id = :id", args! { now: tx.now(), id: id })
        .map(drop)
}

/// Those a network or one of its bodies sends or receives that are not over on a day, in no order: whether there is
/// anything to show.
///
/// # Errors
/// When the database cannot be read.
pub fn list_around(conn: &Conn, body: Id<Body>, day: Day) -> Result<Vec<Delegation>> {
    let held = "s.kind = 'delegated' AND o.until_day > :day AND o.status <> 'refused'";
    conn.all(
        &format!(
            "SELECT {DELEGATION} {FROM} WHERE s.body_id = :body AND {held} \
             UNION SELECT {DELEGATION} {FROM} WHERE s.source_body_id IN (SELECT b.id FROM body b WHERE b.id = :body OR (b.network_id = :body AND b.kind <> 'outside')) AND {held}"
        ),
        args! { body: body, day: day },
        delegation,
    )
}
