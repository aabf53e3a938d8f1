//! Asking without a name, through those who lead. Whoever asks is stored nowhere: the row has a random number and neither
//! person nor time, no event is left, and the form carries no number that could be remembered beside it.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Level, Result, Subject};
use networks::{Body, reach_persons};
use notices::rules::weekday;
use people::Person;

use super::{circulars::writes, rule, write::may_write};
use crate::{
    NewThread, Relay, Thread, letters,
    rules::{checked_thread, checked_words},
    store::{relays, threads},
};

/// With fewer who could have asked, nobody is anonymous.
pub const LEAST: usize = 5;

/// Whether enough persons sit in a body for a question without a name.
///
/// # Errors
/// When the database cannot be read.
pub fn enough(conn: &db::Conn, body: &Body) -> Result<bool> {
    let all = networks::invitees(conn, body, conn.today())?;
    Ok(all.iter().filter(|i| i.person.is_some()).count() >= LEAST)
}

/// Hands a question in.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] without a seat that speaks; [`Error::Rule`] with fewer than five who could have asked;
/// [`Error::Form`] on `words`.
pub fn hand_in(tx: &Tx<'_>, by: &Actor, body: Id<Body>, words: &str) -> Result<()> {
    let body = networks::find_body(tx, by, body)?;
    if !may_write(by, &body) {
        return Err(Error::Denied(None));
    }
    if !enough(tx, &body)? {
        return rule(
            "Hier sind zu wenige Mitglieder, als dass eine Frage anonym bliebe.",
            "There are too few members here for a question to stay anonymous.",
        );
    }
    let words = checked_words(words)?;
    tx.silent("who asks without a name leaves no trace in the log");
    relays::insert_relay(tx, kernel::random_id()?, &body, &words)
}

/// A question of a body the actor leads.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn led(conn: &db::Conn, by: &Actor, id: Id<Relay>) -> Result<(Relay, Body)> {
    let relay = relays::find_relay(conn, id)?;
    let body = networks::find_body(conn, by, relay.body)?;
    if writes(by, &body) { Ok((relay, body)) } else { Err(Error::NotFound) }
}

/// Passes a question on to those of its body, by nobody's name, in the words whoever leads leaves in it.
///
/// # Errors
/// [`Error::NotFound`] but for those who lead; [`Error::Form`] on `title` and `words`.
pub fn pass_on(tx: &Tx<'_>, by: &Actor, id: Id<Relay>, title: &str, words: &str) -> Result<Id<Thread>> {
    let (relay, body) = led(tx, by, id)?;
    let level = super::widest(tx, &body)?.max(if body.is_network() { Level::Network } else { Level::Body });
    let new = checked_thread(&NewThread { level, ..NewThread::new(body.id, title, words) }, tx.today())?;
    let thread = tx.id();
    threads::insert_thread(tx, thread, &body, &new, (None, ""))?;
    relays::delete_relay(tx, relay.id)?;
    let made = threads::find_any_thread(tx, thread)?;
    // Who passed it on is no secret, and says nothing of who asked.
    tx.emit(super::event("thread.opened", &made, by.person));
    Ok(thread)
}

/// Does not pass a question on; its words go.
///
/// # Errors
/// [`Error::NotFound`] but for those who lead.
pub fn refuse_relay(tx: &Tx<'_>, by: &Actor, id: Id<Relay>) -> Result<Id<Body>> {
    let (relay, body) = led(tx, by, id)?;
    relays::delete_relay(tx, relay.id)?;
    let scope = kernel::Scope::body(Level::Body, body.network.raw(), body.id.raw());
    // Seen by nobody: not even that there was one.
    let event = Event::new("relay.refused", Subject::new("body", body.id.raw())).by(by.person).within(scope);
    tx.emit(Event { level: Level::Named.number(), ..event });
    Ok(body.id)
}

/// Tells those who lead that questions wait; in the morning, so that the hour of a letter says nothing of who asked.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("a letter says that something waits");
    let bodies = relays::list_untold(tx)?;
    let base = db::setting(tx, networks::ADDRESS)?.filter(|_| !bodies.is_empty() && weekday(tx.today()) <= 4);
    let Some(base) = base else { return Ok(()) };
    let leaders = relays::list_leaders(tx, &bodies, tx.today())?;
    let mut persons: Vec<Id<Person>> = leaders.iter().map(|(_, person)| *person).collect();
    persons.sort_unstable();
    persons.dedup();
    for to in reach_persons(tx, &persons)? {
        let hers: Vec<Id<Body>> = leaders.iter().filter(|(_, p)| *p == to.person).map(|(body, _)| *body).collect();
        tx.post(&letters::relayed(&to, &hers, &base))?;
    }
    relays::save_told(tx)
}
