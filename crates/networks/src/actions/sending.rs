//! Sending: a body puts somebody on a seat in another, which confirms, and calls her back.
//!
//! Whoever leads the body that sends may do so without keeping the membership of the one that receives. A body of others
//! is not on this installation: what it confirms is noted by those who send.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Result};
use rights::{Action, Kind};

use super::{
    keeps, occupant_event, occupy,
    steps::{self, confirm_found},
};
use crate::{
    Body, BodyKind, Dependent, EndReason, Mandate, NewOccupancy, Occupancy, Seat, SeatKind, Status,
    rules::Step,
    store::{bodies, occupancies, seats},
};

/// Who sends into that seat, or keeps the membership of the body it is in.
pub fn sends(tx: &Conn, by: &Actor, seat: &Seat, body: &Body) -> Result<()> {
    if may_send(tx, by, seat, body)? { Ok(()) } else { keeps(by, body) }
}

/// Puts somebody forward for a seat of another body. It gives no rights before that body confirms.
///
/// # Errors
/// [`Error::NotFound`] for a seat or person the actor may not see; [`Error::Denied`] but for those who lead the body that
/// sends or keep the one that receives; [`Error::Form`] on `from`, `term_end`; [`Error::Rule`] as [`crate::fill_seat`].
pub fn send(tx: &Tx<'_>, by: &Actor, new: &NewOccupancy) -> Result<Id<Occupancy>> {
    let (seat, body) = seats::find_seat(tx, by, new.seat)?;
    sends(tx, by, &seat, &body)?;
    occupy::fill_found(tx, by, &NewOccupancy { status: Status::Nominated, ..new.clone() }, (&seat, &body), false)
}

/// What the receiving body confirmed: for one of others noted by those who send, else by those who keep it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] where nothing waits, or the seat is taken.
pub fn confirm_sent(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    if found.2.kind == BodyKind::Outside {
        sends(tx, by, &found.1, &found.2)?
    } else {
        keeps(by, &found.2)?
    }
    confirm_found(tx, by, found)
}

/// Takes back who was put forward and not confirmed, or notes that the receiver declined.
///
/// # Errors
/// As [`confirm_sent`].
pub fn take_back_sent(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    sends(tx, by, &found.1, &found.2)?;
    steps::step(tx, by, found, Step::Refuse, "seat.refused")
}

/// Ends a delegation with a day, which no longer belongs to it: recall, resignation, or because she is no longer
/// eligible.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `until`; [`Error::Rule`] where it is not confirmed.
pub fn end_sent(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, until: Day, reason: EndReason) -> Result<Vec<Dependent>> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    sends(tx, by, &found.1, &found.2)?;
    steps::end(tx, by, found, until, reason, None)
}

/// Lets a delegation rest while whoever is sent is away for long, or go on: while it rests it gives no rights, and whoever
/// stands in acts.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] where it does not run, or does not rest.
pub fn rest_sent(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, rests: bool) -> Result<()> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    sends(tx, by, &found.1, &found.2)?;
    let (step, verb) = if rests { (Step::Suspend, "seat.suspended") } else { (Step::Resume, "seat.resumed") };
    steps::step(tx, by, found, step, verb)
}

/// Whether whoever is sent follows the sender's line.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn bind_sent(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, mandate: Mandate) -> Result<()> {
    let (row, seat, body) = occupancies::find_occupancy(tx, by, id)?;
    sends(tx, by, &seat, &body)?;
    if row.mandate != mandate {
        occupancies::save_mandate(tx, id, mandate)?;
        tx.emit(occupant_event("seat.bound", &row, &body, by));
    }
    Ok(())
}

/// Whether the actor sends into that seat, or keeps the membership of the body it is in.
///
/// # Errors
/// When the database cannot be read.
pub fn may_send(tx: &Conn, by: &Actor, seat: &Seat, body: &Body) -> Result<bool> {
    if keeps(by, body).is_ok() {
        return Ok(true);
    }
    let Some(source) = seat.source_body.filter(|_| seat.kind == SeatKind::Delegated) else { return Ok(false) };
    match bodies::find_body(tx, by, source) {
        Ok(sender) => Ok(rights::allows(by, Kind::Body, Action::Edit, &sender.scope())),
        Err(Error::NotFound) => Ok(false),
        Err(fault) => Err(fault),
    }
}
