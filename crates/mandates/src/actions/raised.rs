//! What is raised elsewhere, and what becomes of it.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use networks::Occupancy;

use super::{denied, event, found, sessions::of_side};
use crate::{
    NewRaised, NewStep, Outcome, Raised, Step, letters,
    reads::stance,
    rules::{checked_raised, checked_step},
    store::{delegations, raised},
};

/// Enters what was raised through a seat. Whoever enters it follows it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever sits there, stands in or leads the senders; [`Error::Form`] as
/// [`checked_raised`], and on `session` for one of another body.
pub fn raise(tx: &Tx<'_>, by: &Actor, mandate: Id<Occupancy>, new: &NewRaised) -> Result<Id<Raised>> {
    let (it, _, stance) = found(tx, by, mandate)?;
    if !(stance.acts || stance.leads && stance.inner) {
        return denied();
    }
    let new = checked_raised(new, tx.today())?;
    if let Some(session) = new.session {
        of_side(tx, &it, session).map_err(|fault| match fault {
            Error::NotFound => {
                Error::field("session", Reason::new("Diese Sitzung gibt es nicht.", "There is no such sitting."))
            }
            other => other,
        })?;
    }
    let id = tx.id();
    raised::insert_raised(tx, id, &it, &new, by.person)?;
    let first = Step { state: Outcome::Raised, day: new.day, note: String::new(), evidence: String::new() };
    raised::insert_step(tx, tx.id(), id, &first, by.person)?;
    if let Some(person) = by.person {
        raised::insert_follower(tx, id, Id::new(person))?;
    }
    let made = raised::find_raised(tx, by, id)?;
    tx.emit(event("raised.entered", ("raised", id.raw()), made.scope(), by.person));
    Ok(id)
}

/// Notes what became of it; those who follow it are told.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever sits on the seat, stands in, or leads the senders; [`Error::Stale`];
/// [`Error::Rule`] and [`Error::Form`] as [`checked_step`].
pub fn step_on(tx: &Tx<'_>, by: &Actor, id: Id<Raised>, version: i64, new: &NewStep, base: &str) -> Result<()> {
    let was = raised::find_raised(tx, by, id)?;
    if !may_step(tx, by, &was)? {
        return denied();
    }
    if was.version != version {
        return Err(Error::Stale);
    }
    let new = checked_step(was.state, new, tx.today())?;
    raised::save_state(tx, id, version, (new.step.state, new.next))?;
    raised::insert_step(tx, tx.id(), id, &new.step, by.person)?;
    let now = raised::find_raised(tx, by, id)?;
    letters::raised_moved(tx, &now, by.person, base)?;
    tx.emit(event("raised.stepped", ("raised", id.raw()), was.scope(), by.person));
    Ok(())
}

/// Whether the actor says what became of it: whoever sits on the seat now, not whoever did then.
///
/// # Errors
/// When the database cannot be read.
pub fn may_step(conn: &db::Conn, by: &Actor, it: &Raised) -> Result<bool> {
    if by.seats().contains(&it.seat.raw())
        || rights::allows(by, rights::Kind::Mandate, rights::Action::Edit, &it.scope())
    {
        return Ok(true);
    }
    let now = delegations::list_on_seats(conn, &[it.seat], conn.today())?;
    Ok(now.iter().any(|d| d.sender == it.sender && stance(by, d, None).acts))
}

/// She follows it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn follow(tx: &Tx<'_>, by: &Actor, id: Id<Raised>) -> Result<()> {
    raised::find_raised(tx, by, id)?;
    let person = by.person.map(Id::new).ok_or(Error::NotFound)?;
    tx.silent("what somebody follows is her own");
    raised::insert_follower(tx, id, person)
}

/// She no longer does.
///
/// # Errors
/// [`Error::NotFound`].
pub fn unfollow(tx: &Tx<'_>, by: &Actor, id: Id<Raised>) -> Result<()> {
    raised::find_raised(tx, by, id)?;
    let person = by.person.map(Id::new).ok_or(Error::NotFound)?;
    tx.silent("what somebody follows is her own");
    raised::delete_follower(tx, id, person)
}
