//! Putting the days together, before anybody is asked.

use db::Tx;
use kernel::{Actor, Error, Id, Moment, Result, Scope};
use networks::{Body, BodyKind};

use super::{event, led, still_draft};
use crate::{
    NewPoll, Poll, PollDate,
    actions::rule,
    rules::{closest, date_fits, leads, poll_checked},
    store::polls,
};

/// Sets a poll of a body down, with its first days. Nobody is asked yet.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the body; [`Error::Denied`] but for those who convene it; [`Error::Rule`] for
/// a dissolved body or one of others; [`Error::Form`] as [`poll_checked`], and on `dates`.
pub fn plan_poll(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewPoll, dates: &[Moment]) -> Result<Id<Poll>> {
    let body = networks::find_body(tx, by, body)?;
    if !leads(by, &Scope::body(body.level, body.network.raw(), body.id.raw())) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside {
        return rule("Dieses Gremium tagt anderswo.", "This body meets elsewhere.");
    }
    if body.term.until <= tx.today() {
        return rule("Dieses Gremium gibt es nicht mehr.", "This body no longer exists.");
    }
    let new = poll_checked(new, tx.today())?;
    let mut there: Vec<PollDate> = Vec::new();
    for starts_at in dates {
        date_fits(&there, *starts_at, tx.now()).map_err(|reason| Error::field("dates", reason))?;
        there.push(PollDate { id: tx.id(), starts_at: *starts_at });
    }
    let id = tx.id();
    polls::insert_poll(tx, id, &body, (closest(&body), by.person), &new)?;
    for date in &there {
        polls::insert_date(tx, id, date.starts_at)?;
    }
    let poll = polls::find_any_poll(tx, id)?;
    tx.emit(event("poll.planned", &poll, by.person));
    Ok(id)
}

/// Changes a draft.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Rule`] when those asked were written to;
/// [`Error::Form`] as [`poll_checked`].
pub fn change_poll(tx: &Tx<'_>, by: &Actor, id: Id<Poll>, version: i64, new: &NewPoll) -> Result<()> {
    let (poll, _) = led(tx, by, id)?;
    still_draft(&poll)?;
    if poll.version != version {
        return Err(Error::Stale);
    }
    polls::save_poll(tx, id, version, &poll_checked(new, tx.today())?)?;
    tx.emit(event("poll.changed", &poll, by.person));
    Ok(())
}

/// Adds a day to choose from.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when those asked were written to; [`Error::Form`] on `day`.
pub fn add_date(tx: &Tx<'_>, by: &Actor, id: Id<Poll>, starts_at: Moment) -> Result<()> {
    let (poll, _) = led(tx, by, id)?;
    still_draft(&poll)?;
    let there = polls::list_dates(tx, id)?;
    date_fits(&there, starts_at, tx.now()).map_err(|reason| Error::field("day", reason))?;
    polls::insert_date(tx, id, starts_at)?;
    tx.emit(event("poll.changed", &poll, by.person));
    Ok(())
}

/// Takes a day away.
///
/// # Errors
/// [`Error::NotFound`], also for a day that is not of this poll; [`Error::Denied`]; [`Error::Rule`] when those asked were
/// written to.
pub fn drop_date(tx: &Tx<'_>, by: &Actor, id: Id<Poll>, date: Id<PollDate>) -> Result<()> {
    let (poll, _) = led(tx, by, id)?;
    still_draft(&poll)?;
    if !polls::list_dates(tx, id)?.iter().any(|d| d.id == date) {
        return Err(Error::NotFound);
    }
    polls::delete_date(tx, id, date)?;
    tx.emit(event("poll.changed", &poll, by.person));
    Ok(())
}
