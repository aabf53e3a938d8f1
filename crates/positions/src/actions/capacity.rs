//! As what somebody speaks.

use db::Conn;
use kernel::{Actor, Id, Result, Voice};
use networks::{Hat, Seat};

use crate::{Mover, MoverState, Position};

/// The seats on which somebody can speak to a position, each with what she is there, in words of today: post, organisation,
/// body. Of a sensitive network nothing but the body is said. At most three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn capacities(conn: &Conn, actor: &Actor, of: &Position, movers: &[Mover]) -> Result<Vec<(Id<Seat>, String)>> {
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    let mut places = vec![of.body.raw(), of.network.raw()];
    places.extend(movers.iter().filter(|m| m.state == MoverState::Joined).map(|m| m.body.raw()));
    let here = |hat: &Hat| {
        places.contains(&hat.body.id.raw())
            && actor.sits.iter().any(|s| s.seat == hat.seat.id.raw() && !s.substitute && s.voice != Voice::Guest)
    };
    let mut all: Vec<(Id<Seat>, String)> = Vec::new();
    for hat in networks::hats(conn, actor, Id::new(person), conn.today())?.iter().filter(|hat| here(hat)) {
        all.push((hat.seat.id, hat.words()));
    }
    Ok(all)
}
