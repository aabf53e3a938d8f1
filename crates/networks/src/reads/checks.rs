//! Data checks as those who keep a network see them.

use db::Conn;
use kernel::{Actor, Id, Result};

use crate::{
    Body, CheckLink, DataCheck,
    store::{bodies::list_bodies_by_id, checks},
};

/// The checks of her own data an actor has not answered, the nearest day first. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn checks_of(conn: &Conn, actor: &Actor) -> Result<Vec<(CheckLink, DataCheck)>> {
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    checks::list_asking(conn, Id::new(person))
}

/// Networks this actor keeps in which proposals from a data check wait, and how many. One statement where none waits.
///
/// # Errors
/// When the database cannot be read.
pub fn checks_waiting(conn: &Conn, actor: &Actor) -> Result<Vec<(Body, i64)>> {
    let rows = checks::list_waiting_checks(conn, actor)?;
    let ids: Vec<Id<Body>> = rows.iter().map(|(id, _)| *id).collect();
    let bodies = list_bodies_by_id(conn, actor, &ids)?;
    Ok(bodies
        .into_iter()
        .filter_map(|body| {
            let count = rows.iter().find(|(id, _)| *id == body.id)?.1;
            Some((body, count))
        })
        .collect())
}
