//! Lists of positions.

use db::{Args, Conn, args};
use kernel::{Actor, Day, Id, Result};
use networks::{Body, Topic};

use super::{
    positions::{POSITION, position},
    seen,
};
use crate::{Position, State};

/// What a register is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// Of one network.
    pub network: Option<Id<Body>>,
    /// Of one body alone.
    pub body: Option<Id<Body>>,
    /// Of one year.
    pub year: Option<i64>,
    /// About one topic.
    pub topic: Option<Id<Topic>>,
    /// How far it has come.
    pub state: Option<State>,
    /// In force on that day.
    pub in_force: Option<Day>,
}

/// The published positions the reader may see, the latest first. Those that are passed over are read from the index alone.
///
/// # Errors
/// When the database cannot be read.
pub fn list_published(conn: &Conn, actor: &Actor, wanted: &Wanted, (skip, limit): (i64, i64)) -> Result<Vec<Position>> {
    let (mut more, mut args) = conditions(wanted);
    if let Some(year) = wanted.year {
        more.push_str(" AND p.year = :year");
        args = args.with("year", year);
    }
    conn.all(
        &format!(
            "SELECT {POSITION} FROM position p WHERE p.year > 0 AND {{visible:p}} {more} ORDER BY p.year DESC, p.published_at DESC, p.id DESC LIMIT :limit OFFSET :skip"
        ),
        seen(actor, args.with("limit", limit).with("skip", skip)),
        position,
    )
}

/// How many of them each year has, the latest first, whichever year is asked for: the count of a list and the years to choose
/// from, read from the index alone.
///
/// # Errors
/// When the database cannot be read.
pub fn count_by_year(conn: &Conn, actor: &Actor, wanted: &Wanted) -> Result<Vec<(i64, i64)>> {
    let (more, args) = conditions(wanted);
    conn.all(
        &format!(
            "SELECT p.year, COUNT(*) FROM position p WHERE p.year > 0 AND {{visible:p}} {more} GROUP BY p.year ORDER BY p.year DESC"
        ),
        seen(actor, args),
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// What is asked for beside the year. Published is what has a year.
fn conditions(wanted: &Wanted) -> (String, Args) {
    let (mut more, mut args) = (String::new(), args! {});
    if let Some(network) = wanted.network {
        more.push_str(" AND p.network_id = :network");
        args = args.with("network", network);
    }
    if let Some(body) = wanted.body {
        more.push_str(" AND p.body_id = :body");
        args = args.with("body", body);
    }
    if let Some(topic) = wanted.topic {
        more.push_str(" AND p.topic_id = :topic");
        args = args.with("topic", topic);
    }
    if let Some(state) = wanted.state {
        more.push_str(" AND p.state = :state");
        args = args.with("state", state);
    }
    if let Some(day) = wanted.in_force {
        more.push_str(" AND (p.ended_day IS NULL OR p.ended_day > :day)");
        args = args.with("day", day);
    }
    (more, args)
}

/// What is not public yet of some networks, as far as the reader sees it by its own level, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_open(conn: &Conn, actor: &Actor, networks: &[i64], limit: i64) -> Result<Vec<Position>> {
    conn.all(
        &format!(
            "SELECT {POSITION} FROM position p WHERE p.published_at IS NULL AND p.network_id IN (:networks*) AND {{visible:p}} ORDER BY p.made_at DESC, p.id DESC LIMIT :limit"
        ),
        seen(actor, args! { networks: networks, limit: limit }),
        position,
    )
}

/// What is published and in force about some topics, the latest first, as far as the reader may see it: numbers.
///
/// # Errors
/// When the database cannot be read.
pub fn list_about(conn: &Conn, actor: &Actor, topics: &[i64], limit: i64) -> Result<Vec<i64>> {
    conn.all(
        "SELECT p.id FROM position p WHERE p.topic_id IN (:topics*) AND p.published_at IS NOT NULL AND (p.ended_day IS NULL OR p.ended_day > :today) AND {visible:p} ORDER BY p.published_at DESC, p.id DESC LIMIT :limit",
        seen(actor, args! { topics: topics, today: conn.today(), limit: limit }),
        |r| r.get(0),
    )
}

/// What others let the reader's bodies read before it is public.
///
/// # Errors
/// When the database cannot be read.
pub fn list_let_in(conn: &Conn, actor: &Actor) -> Result<Vec<Position>> {
    let bodies = actor.bodies();
    conn.all(
        &format!(
            "SELECT {POSITION} FROM position_reader x JOIN position p ON p.id = x.position_id WHERE x.body_id IN (:bodies*) AND {{visible:x}} AND p.published_at IS NULL AND p.state <> 'dropped' ORDER BY p.made_at DESC, p.id DESC"
        ),
        seen(actor, args! { bodies: bodies }),
        position,
    )
}

/// What a network signed of others, as far as it is public for the reader, the latest first; also where it is not named only if
/// `unnamed`, for its own members.
///
/// # Errors
/// When the database cannot be read.
pub fn list_signed(
    conn: &Conn,
    actor: &Actor,
    network: Id<Body>,
    (unnamed, limit): (bool, i64),
) -> Result<Vec<Position>> {
    conn.all(
        &format!(
            "SELECT {POSITION} FROM position_signature s JOIN position p ON p.id = s.position_id WHERE s.network_id = :network AND s.state = 'signed' AND (s.named OR :unnamed) AND p.published_at IS NOT NULL AND {{visible:p}} ORDER BY p.published_at DESC, p.id DESC LIMIT :limit"
        ),
        seen(actor, args! { network: network, unnamed: unnamed, limit: limit }),
        position,
    )
}

/// What a body has not published, given up or on its way, as far as the reader sees it, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_unpublished(conn: &Conn, actor: &Actor, body: Id<Body>, limit: i64) -> Result<Vec<Position>> {
    conn.all(
        &format!(
            "SELECT {POSITION} FROM position p WHERE p.body_id = :body AND p.published_at IS NULL AND {{visible:p}} ORDER BY p.made_at DESC, p.id DESC LIMIT :limit"
        ),
        seen(actor, args! { body: body, limit: limit }),
        position,
    )
}

/// A position with the name and hue of its network.
pub type Named = (Position, Option<(String, i64)>);

/// Those of the given numbers the reader may see by their own level, each with its network where its page is no more closed than
/// the position. One statement, for lists of what is new.
///
/// # Errors
/// When the database cannot be read.
pub fn list_named(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Named>> {
    conn.all(
        &format!(
            "SELECT {POSITION}, b.name, b.short_name, b.hue FROM position p LEFT JOIN body b ON b.id = p.network_id AND b.level <= p.level WHERE p.id IN (:ids*) AND {{visible:p}}"
        ),
        seen(actor, args! { ids: ids }),
        |r| {
            let name = r.get::<Option<String>>(30)?.or(r.get::<Option<String>>(29)?);
            Ok((position(r)?, name.map(|name| Ok::<_, kernel::Error>((name, r.get(31)?))).transpose()?))
        },
    )
}

/// Those of the given numbers the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Position>> {
    conn.all(
        &format!("SELECT {POSITION} FROM position p WHERE p.id IN (:ids*) AND {{visible:p}}"),
        seen(actor, args! { ids: ids }),
        position,
    )
}

/// Whether the reader sees any position of a body, or of a network.
///
/// # Errors
/// When the database cannot be read.
pub fn has_any(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<bool> {
    let sql = "SELECT p.id FROM position p WHERE p.body_id = :body AND {visible:p} ORDER BY p.made_at LIMIT 1";
    Ok(conn.find(sql, seen(actor, args! { body: body }), |r| r.get::<i64>(0))?.is_some())
}
