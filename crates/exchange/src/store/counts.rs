//! Counts of confidential threads: a number, and nothing that leads to them.

use db::{Conn, Tx, args};
use kernel::{Actor, Day, Id, Level, Result};
use networks::{Body, Topic};

use super::read;
use crate::Released;

/// How many confidential threads a body had between two days, about a topic or at all. Those out of sight do not count.
///
/// # Errors
/// When the database cannot be read.
pub fn count_confidential(
    conn: &Conn,
    actor: &Actor,
    body: Id<Body>,
    topic: Option<Id<Topic>>,
    (from, until): (Day, Day),
) -> Result<i64> {
    let wanted = topic.map_or(0, Id::raw);
    conn.count(
        "SELECT COUNT(*) FROM thread t WHERE t.body_id = :body AND t.confidential = TRUE AND t.hidden_at IS NULL AND t.made_at >= :from AND t.made_at < :until AND (:topic = 0 OR t.topic_id = :topic) AND {visible:t}",
        read(actor, args! { body: body, from: from.at(0, 0), until: until.at(0, 0), topic: wanted }),
    )
}

/// Writes a released number down.
pub fn insert_released(tx: &Tx<'_>, body: &Body, of: &Released, by: Option<i64>) -> Result<()> {
    let id: Id<Released> = tx.id();
    tx.exec(
        "INSERT INTO released_count (id, network_id, body_id, level, topic_id, from_day, until_day, number, person_id, made_at) VALUES (:id, :network, :body, :level, :topic, :from, :until, :number, :by, :now)",
        args! {
            id: id, network: body.network, body: body.id, level: of.level, topic: of.topic, from: of.from, until: of.until, number: of.number, by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// The released numbers of a body the reader may see, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_released(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<Released>> {
    conn.all(
        "SELECT c.topic_id, c.from_day, c.until_day, c.number, c.level, c.made_at FROM released_count c WHERE c.body_id = :body AND {visible:c} ORDER BY c.made_at DESC, c.id DESC",
        read(actor, args! { body: body }),
        |r| {
            Ok(Released {
                topic: r.get(0)?,
                from: r.get(1)?,
                until: r.get(2)?,
                number: r.get(3)?,
                level: Level::from_number(r.get(4)?),
                at: r.get(5)?,
            })
        },
    )
}

/// The names of those who sit in a body today, given and family: to warn of them before something confidential is saved.
/// Nobody is told them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_names(conn: &Conn, body: Id<Body>) -> Result<Vec<(String, String)>> {
    conn.all(
        "SELECT DISTINCT p.given, p.family FROM sits v JOIN person p ON p.id = v.person_id WHERE v.body_id = :body AND v.from_day <= :day AND v.until_day > :day",
        args! { body: body, day: conn.today() },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
