//! Bodies that move a position together.

use db::Tx;
use kernel::{Actor, Error, Id, Level, Result};
use networks::{Body, BodyKind};

use super::{event, needs, question, rule, steered};
use crate::{
    MoverState, Position,
    paths::PositionMovers,
    store::{positions, signatures},
};

/// Asks another body to move it too. Those of that body read it from now on, and whoever leads it gets a task.
///
/// # Errors
/// [`Error::NotFound`] for a position or body she may not see; [`Error::Denied`]; [`Error::Rule`] when it is decided; [`Error::Form`] on
/// `body`.
pub fn ask_mover(tx: &Tx<'_>, by: &Actor, id: Id<Position>, body: Id<Body>) -> Result<()> {
    let found = steered(tx, by, id)?;
    if !found.state.is_open() {
        return rule("Über diese Position ist schon entschieden.", "This position is decided already.");
    }
    let body = networks::find_body(tx, by, body)?;
    let known = signatures::list_movers(tx, id)?.iter().any(|m| m.body == body.id);
    if known || body.id == found.body || body.kind == BodyKind::Outside || body.term.until <= tx.today() {
        return Err(needs("body", "Dieses Gremium können Sie nicht fragen.", "You cannot ask this body."));
    }
    signatures::insert_mover(tx, id, &body)?;
    positions::insert_reader(tx, id, Level::Body, (body.network, body.id))?;
    let (de, en) = (format!("Gemeinsam beantragen? {}", found.title), format!("Move together? {}", found.title));
    let asks = (kernel::Subject::new("position_mover", id.raw()), PositionMovers { position: id }.to_string());
    question(tx, body.id, &found, (&de, &en, None), (asks.0, asks.1, &cause(id, body.id)))?;
    // Within the body that is asked: whoever leads it finds the question by it.
    let there = kernel::Scope::body(Level::Body, body.network.raw(), body.id.raw());
    let asks = event("position.mover_asked", &found, by.person).within(there);
    tx.emit(asks.touching(kernel::Subject::new("body", body.id.raw())));
    Ok(())
}

/// The cause under which the task of a body that was asked is known.
fn cause(id: Id<Position>, body: Id<Body>) -> String {
    format!("position {id} mover {body}")
}

/// It is decided: who was asked and has not answered need not any more.
///
/// # Errors
/// When the database refuses.
pub(super) fn stop_asking(tx: &Tx<'_>, id: Id<Position>, by: Option<i64>) -> Result<()> {
    let asked = signatures::list_movers(tx, id)?.into_iter().filter(|m| m.state == MoverState::Asked);
    for mover in asked {
        tasks::withdraw(tx, &cause(id, mover.body), "Über die Position ist entschieden.", by)?;
    }
    Ok(())
}

/// Answers for a body one leads.
///
/// # Errors
/// [`Error::NotFound`] where it was not asked; [`Error::Denied`] but for those who lead it; [`Error::Rule`] when it answered already.
pub fn answer_mover(tx: &Tx<'_>, by: &Actor, id: Id<Position>, body: Id<Body>, joins: bool) -> Result<()> {
    let found = positions::find_position(tx, by, id)?;
    let asked = signatures::list_movers(tx, id)?.into_iter().find(|m| m.body == body).ok_or(Error::NotFound)?;
    let body = networks::find_body(tx, by, body)?;
    if !tasks::rules::leads(by, &body) {
        return Err(Error::Denied(None));
    }
    if !found.state.is_open() {
        return rule("Über diese Position ist schon entschieden.", "This position is decided already.");
    }
    if asked.state != MoverState::Asked {
        return rule("Dieses Gremium hat schon geantwortet.", "This body has answered already.");
    }
    let state = if joins { MoverState::Joined } else { MoverState::Declined };
    signatures::save_mover(tx, id, body.id, state, by.person)?;
    if !joins {
        positions::delete_reader(tx, id, body.id)?;
    }
    tasks::settle(tx, &cause(id, body.id), by.person)?;
    tx.emit(event(if joins { "position.mover_joined" } else { "position.mover_declined" }, &found, by.person));
    Ok(())
}
