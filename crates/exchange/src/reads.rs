//! What there is to read for somebody.

use db::Conn;
use kernel::{Actor, Id, Result};
use networks::Body;

use crate::{Thread, store};

/// The most threads a list reads.
pub const MOST: i64 = 200;

/// Whether a body's list says anything to a reader.
///
/// # Errors
/// When the database cannot be read.
pub fn shows(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<bool> {
    Ok(actor.sits_in(body.raw()) || store::threads::says_anything(conn, actor, body)?)
}

/// Everything she reads along, the liveliest first: of her bodies, brought to her networks, written for all. Three
/// statements.
///
/// # Errors
/// When the database cannot be read.
pub fn mine(conn: &Conn, actor: &Actor) -> Result<Vec<Thread>> {
    let mut all = store::threads::list_of_bodies(conn, actor, &actor.bodies(), MOST)?;
    all.extend(store::threads::list_forwarded(conn, actor, &actor.networks(), MOST)?);
    all.extend(store::threads::list_open(conn, actor, MOST)?);
    Ok(sorted(all, actor))
}

/// For how long a question waits for whoever was asked: days.
const ASKED_DAYS: i32 = 42;

/// Questions asked of the actor in person, of late, without an answer of hers or an outcome; the nearest day first. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn asked_of(conn: &Conn, actor: &Actor) -> Result<Vec<Thread>> {
    let Some(person) = actor.person.filter(|_| !actor.sits.is_empty()) else { return Ok(Vec::new()) };
    store::threads::list_asked_of(conn, actor, person, conn.today().plus_days(-ASKED_DAYS).at(0, 0))
}

/// What a body's list shows: its own threads, and for a network those that were brought there. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn of_body(conn: &Conn, actor: &Actor, body: &Body) -> Result<Vec<Thread>> {
    let mut all = store::threads::list_of_bodies(conn, actor, &[body.id.raw()], MOST)?;
    if body.is_network() {
        all.extend(store::threads::list_forwarded(conn, actor, &[body.id.raw()], MOST)?);
    }
    Ok(sorted(all, actor))
}

/// Each once, the liveliest first, without those out of sight.
fn sorted(mut all: Vec<Thread>, actor: &Actor) -> Vec<Thread> {
    all.retain(|t| t.hidden.is_none() || crate::letters::is(t.author, actor.person) || crate::rules::leads(actor, t));
    all.sort_by_key(|t| std::cmp::Reverse((t.last_at, t.id)));
    all.dedup_by_key(|t| t.id);
    all.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    all
}
