//! Reading the one log.

use kernel::{Moment, Result};

use crate::{Conn, args};

/// An event as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its number: gapless, in the order of commits.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// The verb, `seat.filled`.
    pub verb: String,
    /// The subject's kind.
    pub kind: String,
    /// The subject's number.
    pub subject: i64,
    /// Who did it.
    pub actor: Option<i64>,
    /// The network it belongs to.
    pub network: Option<i64>,
    /// The body it belongs to.
    pub body: Option<i64>,
    /// Other things it touched: kind and number.
    pub touched: Vec<(String, i64)>,
}

/// The events after a number, oldest first, at most `limit`: what every reader of the log keeps as its place.
///
/// # Errors
/// When the database cannot be read.
pub fn entries_after(conn: &Conn, seq: i64, limit: i64) -> Result<Vec<Entry>> {
    let mut entries = conn.all(
        "SELECT seq, at, verb, kind, subject_id, actor_id, network_id, body_id FROM event WHERE seq > :seq ORDER BY seq LIMIT :limit",
        args! { seq: seq, limit: limit },
        |r| {
            Ok(Entry {
                seq: r.get(0)?,
                at: r.get(1)?,
                verb: r.get(2)?,
                kind: r.get(3)?,
                subject: r.get(4)?,
                actor: r.get(5)?,
                network: r.get(6)?,
                body: r.get(7)?,
                touched: Vec::new(),
            })
        },
    )?;
    let last = entries.last().map_or(seq, |e| e.seq);
    let touched = conn.all(
        "SELECT seq, kind, subject_id FROM event_touch WHERE seq > :seq AND seq <= :last ORDER BY seq",
        args! { seq: seq, last: last },
        |r| Ok((r.get::<i64>(0)?, r.get::<String>(1)?, r.get::<i64>(2)?)),
    )?;
    for (at, kind, subject) in touched {
        if let Some(entry) = entries.iter_mut().find(|e| e.seq == at) {
            entry.touched.push((kind, subject));
        }
    }
    Ok(entries)
}
