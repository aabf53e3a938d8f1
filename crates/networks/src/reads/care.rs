//! What waits for whoever keeps a network, and which bodies wait for newcomers.

use db::Conn;
use kernel::{Actor, Day, Id, Result};

use super::mandates::bodies_of;
use crate::{
    Body, Seat,
    store::{bodies::list_bodies_by_id, care},
};

/// Seats of one body that wait for the same step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// The body.
    pub body: Body,
    /// One of the seats.
    pub seat: Id<Seat>,
    /// How many.
    pub count: i64,
    /// The first day concerned.
    pub day: Day,
}

/// What waits for whoever keeps networks, each by body.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Care {
    /// Mandates that were accepted and wait for confirmation; from the day on they should sit.
    pub unconfirmed: Vec<Waiting>,
    /// Personal seats whose holder lost the post she was eligible through, and nobody handed over; since that day.
    pub left_standing: Vec<Waiting>,
}

/// What waits in these networks for this actor, who keeps them. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn care(conn: &Conn, actor: &Actor, networks: &[Id<Body>], day: Day) -> Result<Care> {
    let rows = care::list_waiting(conn, actor, networks, day)?;
    let bodies = bodies_of(conn, actor, rows.iter().map(|(_, row)| row.0))?;
    let mut made = Care::default();
    for (left, (body, seat, count, day)) in rows {
        if let Some((_, body)) = bodies.get(&body) {
            let list = if left { &mut made.left_standing } else { &mut made.unconfirmed };
            list.push(Waiting { body: body.clone(), seat, count, day });
        }
    }
    Ok(made)
}

/// Bodies that take in who is no member of the network, outside sensitive networks, by name. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn open_bodies(conn: &Conn, actor: &Actor, day: Day) -> Result<Vec<Body>> {
    list_bodies_by_id(conn, actor, &care::list_open(conn, actor, day)?)
}
