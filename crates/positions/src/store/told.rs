//! What is told of positions: read for the program, which asks for each reader's rights itself.

use db::{Conn, args};
use kernel::{Day, Id, Moment, Result};
use networks::Body;
use web::Window;

use super::positions::{POSITION, position};
use crate::{Position, Signature};

/// Some positions.
///
/// # Errors
/// When the database cannot be read.
pub fn list_positions(conn: &Conn, ids: &[i64]) -> Result<Vec<Position>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&format!("SELECT {POSITION} FROM position p WHERE p.id IN (:ids*)"), args! { ids: ids }, position)
}

/// A network that is asked to sign and has not answered.
pub struct Asked {
    /// Its row.
    pub signature: Id<Signature>,
    /// The position.
    pub position: i64,
    /// The network.
    pub network: Id<Body>,
    /// The last day on which it can answer.
    pub until: Option<Day>,
    /// When it was asked.
    pub at: Moment,
    /// By whom.
    pub by: Option<i64>,
}

/// Networks that were asked within a window.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked(conn: &Conn, window: &Window) -> Result<Vec<Asked>> {
    let (within, given) = window.within("s.network_id", args! { since: window.since, until: window.until });
    conn.all(
        &format!(
            "SELECT s.id, s.position_id, s.network_id, s.until_day, s.asked_at, s.asked_by FROM position_signature s WHERE s.state = 'asked' AND s.asked_at > :since AND s.asked_at <= :until{within}"
        ),
        given,
        |r| {
            Ok(Asked {
                signature: r.get(0)?,
                position: r.get(1)?,
                network: r.get(2)?,
                until: r.get(3)?,
                at: r.get(4)?,
                by: r.get(5)?,
            })
        },
    )
}

/// The paragraphs of the latest texts of some positions: position and words.
///
/// # Errors
/// When the database cannot be read.
pub fn list_texts(conn: &Conn, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT p.id, g.text FROM position p JOIN position_version v ON v.position_id = p.id AND v.number = p.text_version JOIN position_paragraph g ON g.version_id = v.id \
         WHERE p.id IN (:ids*) ORDER BY p.id, g.place",
        args! { ids: ids },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
