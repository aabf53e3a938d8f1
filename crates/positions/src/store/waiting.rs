//! Positions that wait for somebody.

use db::{Conn, args};
use kernel::{Actor, Id, Moment, Result};
use networks::Body;

use super::{
    positions::{POSITION, position},
    seen,
};
use crate::{Needed, Position};

/// Positions whose day of input is still to come, the nearest first, without those on which the reader said something; each with
/// when input was asked for last.
///
/// # Errors
/// When the database cannot be read.
pub fn list_input(conn: &Conn, actor: &Actor, person: i64) -> Result<Vec<(Position, Option<Moment>)>> {
    conn.all(
        &format!(
            "SELECT {POSITION}, (SELECT MAX(e.at) FROM event e WHERE e.kind = 'position' AND e.subject_id = p.id AND e.verb = 'position.input') \
             FROM position p WHERE p.state = 'input' AND p.input_until >= :today AND {{visible:p}} \
             AND NOT EXISTS (SELECT 1 FROM position_comment c WHERE c.position_id = p.id AND c.person_id = :person) \
             AND NOT EXISTS (SELECT 1 FROM position_amendment a WHERE a.position_id = p.id AND a.person_id = :person) ORDER BY p.input_until, p.id"
        ),
        seen(actor, args! { today: conn.today(), person: person }),
        |r| Ok((position(r)?, r.get(29)?)),
    )
}

/// What networks are asked to sign and have not answered, the nearest day first. Those who lead them read it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_to_sign(conn: &Conn, networks: &[Id<Body>]) -> Result<Vec<Needed>> {
    conn.all(
        "SELECT s.id, s.position_id, p.title, s.network_id, s.until_day, s.asked_at FROM position_signature s JOIN position p ON p.id = s.position_id \
         WHERE s.network_id IN (:networks*) AND s.state = 'asked' AND p.state <> 'dropped' AND p.ended_day IS NULL ORDER BY s.until_day, s.id",
        args! { networks: networks },
        |r| {
            Ok(Needed {
                signature: Some(r.get(0)?),
                position: r.get(1)?,
                title: r.get(2)?,
                network: r.get(3)?,
                until: r.get(4)?,
                since: Some(r.get(5)?),
            })
        },
    )
}
