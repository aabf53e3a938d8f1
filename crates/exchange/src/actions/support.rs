//! Asking for support and offering it, agreeing, and what came of it. Two persons agree: whoever began, and whoever answered.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Level, Reason, Result, Subject};
use networks::{Body, reach_persons};
use people::{Person, rules::Check};

use super::{rule, widest, write::may_write};
use crate::{
    NewSupport, NewThread, Support, SupportState, letters,
    rules::{checked_outcome, checked_thread},
    store::supports,
};

fn event(verb: &'static str, support: &Support, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("support", support.id.raw())).by(by).within(support.scope())
}

/// Asks for support, or offers it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] without a seat that speaks; [`Error::Rule`] for a dissolved body; [`Error::Form`] on
/// `title` and `words`.
pub fn begin(tx: &Tx<'_>, by: &Actor, new: &NewSupport) -> Result<Id<Support>> {
    let body = networks::find_body(tx, by, new.body)?;
    if !may_write(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.term.until <= tx.today() {
        return rule("Dieses Gremium ist aufgelöst.", "This body is dissolved.");
    }
    let checked = checked_thread(&NewThread::new(body.id, new.title.clone(), new.words.clone()), tx.today())?;
    let new = NewSupport { title: checked.title, words: checked.words, ..new.clone() };
    let level = widest(tx, &body)?.max(if body.is_network() { Level::Network } else { Level::Body });
    let id = tx.id();
    supports::insert_support(tx, id, &body, level, &new, by.person)?;
    let made = supports::find_support(tx, by, id)?;
    tx.emit(event("support.begun", &made, by.person));
    Ok(id)
}

/// One the actor may see, and whether she began or answered it.
fn found(tx: &Tx<'_>, by: &Actor, id: Id<Support>) -> Result<(Support, bool, bool)> {
    let support = supports::find_support(tx, by, id)?;
    let (own, partner) = (letters::is(support.author, by.person), letters::is(support.partner, by.person));
    Ok((support, own, partner))
}

/// Tells the other of the two by mail, that something changed.
fn tell(tx: &Tx<'_>, support: &Support, to: Option<Id<Person>>, base: &str) -> Result<()> {
    let body: Body = networks::body_for_program(tx, support.body)?;
    let Some(to) = to.map(|person| reach_persons(tx, &[person])).transpose()?.and_then(|mut all| all.pop()) else {
        return Ok(());
    };
    tx.post(&letters::support(&to, support, &body, base)).map(drop)
}

/// Answers a request or offer with days. Whoever began is told and has to agree.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] without a seat that speaks, and for whoever began; [`Error::Rule`] when somebody
/// answered before; [`Error::Form`] on `first` and `last`.
pub fn answer(tx: &Tx<'_>, by: &Actor, id: Id<Support>, (first, last): (Day, Day), base: &str) -> Result<()> {
    let (support, own, _) = found(tx, by, id)?;
    let body = networks::find_body(tx, by, support.body)?;
    if own || !may_write(by, &body) {
        return Err(Error::Denied(None));
    }
    if support.state != SupportState::Open || support.author.is_none() {
        return rule("Darauf hat schon jemand geantwortet.", "Somebody has answered this already.");
    }
    let mut check = Check::new();
    check.that(first >= tx.today(), "first", || {
        Reason::new("Dieser Tag ist schon vorbei.", "This day is over already.")
    });
    check.that(first <= last, "last", || {
        Reason::new("Der letzte Tag liegt vor dem ersten.", "The last day lies before the first.")
    });
    check.done()?;
    let partner = by.person.map(Id::new);
    supports::save_state(tx, &support, SupportState::Answered, partner, Some((first, last)), None)?;
    let now = supports::find_support(tx, by, id)?;
    tell(tx, &now, now.author, base)?;
    tx.emit(event("support.answered", &now, by.person));
    Ok(())
}

/// Whoever began agrees, or does not, so that it waits for somebody else.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for others; [`Error::Rule`] when nobody answered.
pub fn agree(tx: &Tx<'_>, by: &Actor, id: Id<Support>, yes: bool, base: &str) -> Result<()> {
    let (support, own, _) = found(tx, by, id)?;
    if !own {
        return Err(Error::Denied(None));
    }
    if support.state != SupportState::Answered {
        return rule("Hier gibt es nichts zu entscheiden.", "There is nothing to decide here.");
    }
    let days = support.first.zip(support.last);
    if yes {
        supports::save_state(tx, &support, SupportState::Agreed, support.partner, days, None)?;
    } else {
        supports::save_state(tx, &support, SupportState::Open, None, None, None)?;
    }
    let now = supports::find_support(tx, by, id)?;
    tell(tx, &now, support.partner, base)?;
    tx.emit(event(if yes { "support.agreed" } else { "support.declined" }, &now, by.person));
    Ok(())
}

/// Steps back: whoever began takes it back, whoever answered leaves it to others. The other one is told.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for others; [`Error::Rule`] when it is over.
pub fn step_back(tx: &Tx<'_>, by: &Actor, id: Id<Support>, base: &str) -> Result<()> {
    let (support, own, partner) = found(tx, by, id)?;
    if !own && !partner {
        return Err(Error::Denied(None));
    }
    if matches!(support.state, SupportState::Done | SupportState::Withdrawn) {
        return rule("Das ist schon abgeschlossen.", "This is over already.");
    }
    let state = if own { SupportState::Withdrawn } else { SupportState::Open };
    supports::save_state(tx, &support, state, None, None, None)?;
    let now = supports::find_support(tx, by, id)?;
    tell(tx, &now, if own { support.partner } else { support.author }, base)?;
    tx.emit(event("support.stepped_back", &now, by.person));
    Ok(())
}

/// One of the two notes what came of it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for others; [`Error::Rule`] before it was agreed; [`Error::Form`] on `words`.
pub fn finish(tx: &Tx<'_>, by: &Actor, id: Id<Support>, words: &str) -> Result<()> {
    let (support, own, partner) = found(tx, by, id)?;
    if !own && !partner {
        return Err(Error::Denied(None));
    }
    if !matches!(support.state, SupportState::Agreed | SupportState::Done) {
        return rule("Das ist noch nicht verabredet.", "This has not been agreed yet.");
    }
    let words = checked_outcome(words)?;
    let days = support.first.zip(support.last);
    supports::save_state(tx, &support, SupportState::Done, support.partner, days, Some(&words))?;
    tx.emit(event("support.done", &support, by.person));
    Ok(())
}
