//! What is told of mandates: read for the program, which asks for each reader's rights itself.

use db::{Conn, args};
use kernel::{Id, Moment, Result};
use networks::Body;
use web::Window;

use super::sessions::{SESSION, session};
use crate::Session;

/// Sittings ahead whose pack was sent within a window.
///
/// # Errors
/// When the database cannot be read.
pub fn list_briefed(conn: &Conn, window: &Window) -> Result<Vec<Session>> {
    let (within, given) =
        window.within("x.network_id", args! { now: conn.now(), since: window.since, until: window.until });
    conn.all(
        &format!(
            "SELECT {SESSION} FROM outside_session x WHERE x.starts_at > :now AND x.briefed_at > :since AND x.briefed_at <= :until{within} AND NOT x.called_off"
        ),
        given,
        |r| session(r, 0),
    )
}

/// Receiver, sender's network and the seat through which it sends.
pub type Through = (Id<Body>, Id<Body>, i64);

/// The seats through which somebody is sent into some bodies.
///
/// # Errors
/// When the database cannot be read.
pub fn list_seats(conn: &Conn, receivers: &[Id<Body>]) -> Result<Vec<Through>> {
    if receivers.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT d.receiver_id, d.network_id, d.seat_id FROM delegation d WHERE d.receiver_id IN (:receivers*) ORDER BY d.seat_id",
        args! { receivers: receivers },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// A report that rose to a body.
pub struct Rose {
    /// The report.
    pub report: i64,
    /// The title of the sitting it is about.
    pub title: String,
    /// The body.
    pub body: Id<Body>,
    /// Its network.
    pub network: Id<Body>,
    /// When.
    pub at: Moment,
    /// Who wrote it.
    pub by: Option<i64>,
    /// Whether it was put right then.
    pub corrected: bool,
}

/// Reports that rose within a window, and those put right after they had risen.
///
/// # Errors
/// When the database cannot be read.
pub fn list_risen(conn: &Conn, window: &Window) -> Result<Vec<Rose>> {
    let (within, given) = window.within("h.network_id", args! { since: window.since, until: window.until });
    conn.all(
        &format!(
            "SELECT h.report_id, x.title, h.body_id, h.network_id, h.risen_at, m.person_id, 0 FROM report_reach h JOIN mandate_report m ON m.id = h.report_id JOIN outside_session x ON x.id = m.session_id \
             WHERE h.risen_at > :since AND h.risen_at <= :until{within} \
             UNION ALL SELECT h.report_id, x.title, h.body_id, h.network_id, h.corrected_at, m.person_id, 1 FROM report_reach h JOIN mandate_report m ON m.id = h.report_id JOIN outside_session x ON x.id = m.session_id \
             WHERE h.corrected_at > :since AND h.corrected_at <= :until{within} ORDER BY 5, 1, 3"
        ),
        given,
        |r| {
            Ok(Rose {
                report: r.get(0)?,
                title: r.get(1)?,
                body: r.get(2)?,
                network: r.get(3)?,
                at: r.get(4)?,
                by: r.get(5)?,
                corrected: r.get::<i64>(6)? == 1,
            })
        },
    )
}

/// The items of some sittings: sitting and title.
///
/// # Errors
/// When the database cannot be read.
pub fn list_items(conn: &Conn, sessions: &[i64]) -> Result<Vec<(i64, String)>> {
    if sessions.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT i.session_id, i.title FROM session_item i WHERE i.session_id IN (:sessions*) ORDER BY i.session_id, i.place",
        args! { sessions: sessions },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
