//! What waits for those who keep a network, and which bodies wait for newcomers.

use db::{Args, Conn, args};
use kernel::{Actor, Day, Id, Result};
use rights::{Action, Kind};

use super::pages;
use crate::{Body, Seat};

/// What waits in one body: the body, one of the seats, how many, and the first day concerned.
pub type WaitingRow = (Id<Body>, Id<Seat>, i64, Day);

/// Personal seats whose holder no longer has the post through which she was eligible. A handover would have ended or passed
/// them on; a tenure that ends by the calendar leaves them standing.
const LEFT: &str = "FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
     WHERE o.eligible_post_id IS NOT NULL AND o.person_id IS NOT NULL AND o.status IN ('confirmed', 'suspended') AND o.from_day <= :day AND o.until_day > :day \
     AND NOT EXISTS (SELECT 1 FROM tenure t WHERE t.post_id = o.eligible_post_id AND t.person_id = o.person_id AND t.from_day <= :day AND t.until_day > :day)";

/// Bound to whoever keeps the membership of the body.
fn keepers(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Roster, Action::Edit))
}

/// Bodies that take in who is no member of the network, as far as the reader may see them. Those of sensitive networks
/// are told on the network's own page only.
///
/// # Errors
/// When the database cannot be read.
pub fn list_open(conn: &Conn, actor: &Actor, day: Day) -> Result<Vec<Id<Body>>> {
    conn.all(
        "SELECT b.id FROM body b WHERE b.open_to_non_members AND b.kind <> 'network' AND NOT b.sensitive AND b.from_day <= :day AND b.until_day > :day AND {visible:b} ORDER BY b.sort_name, b.id LIMIT 50",
        pages(actor, args! { day: day }),
        |r| r.get(0),
    )
}

pub(super) fn waiting_sql() -> String {
    format!(
        "SELECT 0, b.id, MIN(s.id), COUNT(*), MIN(o.from_day) FROM body b JOIN seat s ON s.body_id = b.id JOIN occupancy o ON o.seat_id = s.id \
         WHERE o.status = 'accepted' AND o.until_day > :day AND b.network_id IN (:networks*) AND {{visible:b}} GROUP BY b.id \
         UNION ALL SELECT 1, b.id, MIN(s.id), COUNT(*), MIN(COALESCE((SELECT MAX(u.until_day) FROM tenure u WHERE u.post_id = o.eligible_post_id AND u.person_id = o.person_id AND u.until_day <= :day), o.from_day)) \
         {LEFT} AND b.network_id IN (:networks*) AND {{visible:b}} GROUP BY b.id ORDER BY 1, 2"
    )
}

/// What waits in these networks, as far as this actor keeps the membership: mandates that were accepted and not confirmed,
/// with the day from which the first of them should sit; and, told apart by `true`, seats left standing, with the day on
/// which the first of the tenures ended. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn, actor: &Actor, networks: &[Id<Body>], day: Day) -> Result<Vec<(bool, WaitingRow)>> {
    conn.all(&waiting_sql(), keepers(actor, args! { networks: networks, day: day }), |r| {
        Ok((r.get::<i64>(0)? == 1, (r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))
    })
}

/// The same seats of the whole house, for whoever looks after it and shows nobody more than numbers.
///
/// # Errors
/// When the database cannot be read.
pub fn list_without_handover(conn: &Conn, day: Day) -> Result<Vec<Id<Seat>>> {
    conn.all(&format!("SELECT DISTINCT s.id {LEFT} ORDER BY s.id"), args! { day: day }, |r| r.get(0))
}
