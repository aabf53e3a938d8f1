//! Reading the one log.

use kernel::{Moment, Result};

use crate::{Conn, Row, Tx, args};

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

fn entry(r: &Row<'_>) -> Result<Entry> {
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
}

/// The events after a number, oldest first, at most `limit`: what every reader of the log keeps as its place.
///
/// # Errors
/// When the database cannot be read.
pub fn entries_after(conn: &Conn, seq: i64, limit: i64) -> Result<Vec<Entry>> {
    let mut entries = conn.all(
        "SELECT seq, at, verb, kind, subject_id, actor_id, network_id, body_id FROM event WHERE seq > :seq ORDER BY seq LIMIT :limit",
        args! { seq: seq, limit: limit },
        entry,
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

/// Everything an event after a number is about or touched: kind and number. For a day's worth of the log, no more.
///
/// # Errors
/// When the database cannot be read.
pub fn touched_after(conn: &Conn, seq: i64) -> Result<Vec<(String, i64)>> {
    conn.all(
        "SELECT kind, subject_id FROM event WHERE seq > :seq UNION SELECT kind, subject_id FROM event_touch WHERE seq > :seq",
        args! { seq: seq },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The number of the last event of that verb about a thing; 0 when there was none.
///
/// # Errors
/// When the database cannot be read.
pub fn last_event(conn: &Conn, verb: &str, kind: &str, subject: i64) -> Result<i64> {
    conn.count(
        "SELECT COALESCE(MAX(seq), 0) FROM event WHERE kind = :kind AND subject_id = :subject AND verb = :verb",
        args! { kind: kind, subject: subject, verb: verb },
    )
}

/// The events of some verbs between two moments, oldest first; of some networks, or of all where none are named. What they
/// touched is not read.
///
/// # Errors
/// When the database cannot be read.
pub fn entries_of(
    conn: &Conn,
    verbs: &[&str],
    (since, until): (Moment, Moment),
    networks: Option<&[i64]>,
) -> Result<Vec<Entry>> {
    let verbs: Vec<String> = verbs.iter().map(|verb| (*verb).to_owned()).collect();
    let mut given = args! { verbs: verbs, since: since, until: until };
    let within = match networks {
        Some(networks) => {
            given = given.with("networks", networks);
            " AND e.network_id IN (:networks*)"
        }
        None => "",
    };
    conn.all(
        &format!(
            "SELECT e.seq, e.at, e.verb, e.kind, e.subject_id, e.actor_id, e.network_id, e.body_id FROM event e WHERE e.verb IN (:verbs*){within} AND e.at > :since AND e.at <= :until ORDER BY e.seq"
        ),
        given,
        entry,
    )
}

impl Tx<'_> {
    /// Takes away the beginning of the log: events from before a moment, none after number `read`, which every reader of
    /// the log has reached, and at most `most` of them. Gives how many went.
    ///
    /// What stays has no gap, and new events count on: their number comes from the counter, not from the log.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forget_events(&self, before: Moment, read: i64, most: i64) -> Result<u64> {
        self.silent("the log's own end of keeping leaves no trace in it");
        let bound =
            "SELECT MIN(seq), MAX(seq), (SELECT seq FROM event WHERE at >= :before ORDER BY seq LIMIT 1) FROM event";
        let (first, last, stays) = self.one(bound, args! { before: before }, |r| {
            Ok((r.get::<Option<i64>>(0)?, r.get::<Option<i64>>(1)?, r.get::<Option<i64>>(2)?))
        })?;
        let (Some(first), Some(last)) = (first, last) else { return Ok(0) };
        let end = stays.map_or(last, |seq| seq - 1).min(read).min(first.saturating_add(most - 1));
        if end < first {
            return Ok(0);
        }
        self.exec("DELETE FROM event_touch WHERE seq <= :end", args! { end: end })?;
        self.exec("DELETE FROM event WHERE seq <= :end", args! { end: end })
    }
}
