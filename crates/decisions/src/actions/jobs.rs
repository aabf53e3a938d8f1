//! What the worker does at its time: opening, closing, reminding. Each is safe to do twice, by any node, at any time after.

use db::Tx;
use kernel::{Error, Id, Result};

use super::{body_of, close, open};
use crate::{
    Vote, VoteState, letters,
    store::{rolls, votes},
};

fn read(payload: &str) -> Result<(Id<Vote>, &str)> {
    let (id, base) = payload.split_once(' ').unwrap_or((payload, ""));
    id.parse().map(|id| (id, base)).map_err(|_| Error::internal(format!("no vote: {payload}")))
}

/// The vote of a job; `None` when it is gone.
fn found(tx: &Tx<'_>, id: Id<Vote>) -> Result<Option<Vote>> {
    match votes::find_any_vote(tx, id) {
        Ok(vote) => Ok(Some(vote)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Opens an announced vote at its time. `payload`: its number and where the installation is reached.
///
/// # Errors
/// When the database refuses.
pub fn open_due(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a vote that was given up or put off opens not");
    let (id, base) = read(payload)?;
    match found(tx, id)? {
        Some(vote) if vote.opens_at.is_none_or(|at| at <= tx.now()) => open::open(tx, id, base),
        _ => Ok(()),
    }
}

/// Closes an open vote at its time.
///
/// # Errors
/// When the database refuses.
pub fn close_due(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a vote that was closed before is closed");
    let (id, _) = read(payload)?;
    match found(tx, id)? {
        Some(vote) if close::is_over(&vote, tx.now()) => close::close(tx, &vote),
        _ => Ok(()),
    }
}

/// Reminds those who may vote and have not, once.
///
/// # Errors
/// When the database refuses.
pub fn remind_due(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a reminder is mail");
    let (id, base) = read(payload)?;
    let Some(vote) = found(tx, id)? else { return Ok(()) };
    if vote.state != VoteState::Open || vote.reminded_at.is_some() {
        return Ok(());
    }
    let body = body_of(tx, &vote)?;
    let roll = rolls::list_roll(tx, id)?;
    let waiting: Vec<_> = roll.iter().filter(|e| e.casts == 0 && e.barred.is_none()).map(|e| e.id).collect();
    let seats: Vec<_> = rolls::list_seats(tx, id)?
        .into_iter()
        .filter(|(unit, _)| waiting.contains(unit))
        .map(|(_, seat)| seat)
        .collect();
    let voters = networks::voters_on(tx, &body, &seats, tx.today())?;
    let persons = voters.iter().flat_map(|v| v.may_cast.iter().copied()).collect();
    letters::reminded(tx, &vote, &body, persons, base)?;
    votes::save_reminded(tx, id)?;
    Ok(())
}
