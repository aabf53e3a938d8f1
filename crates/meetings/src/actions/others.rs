//! Days of others: weeks of councils, CSDs. Members of a network write them down for each other; nobody is invited.

use db::{Conn, Tx};
use kernel::{Actor, Error, Event, Id, Level, Reason, Result, Scope, Subject};
use networks::Body;
use people::rules::Check;

use crate::{NewOther, Other, rules::leads, store::others};

/// The longest such time: days.
const LONGEST: i64 = 60;

fn scope(network: Id<Body>) -> Scope {
    Scope::body(Level::Network, network.raw(), network.raw())
}

fn event(verb: &'static str, id: Id<Other>, network: Id<Body>, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("other_date", id.raw())).by(by).within(scope(network))
}

/// Whether somebody writes such days down: whoever belongs to the network.
#[must_use]
pub fn may_note(by: &Actor, network: Id<Body>) -> bool {
    by.is_member_of(network.raw()) || leads(by, &scope(network))
}

/// Whether somebody may change one: whoever wrote it down, and those who convene the network.
#[must_use]
pub fn may_change(by: &Actor, it: &Other) -> bool {
    let own = by.person.is_some() && it.made_by.map(Id::raw) == by.person;
    may_note(by, it.network) && (own || leads(by, &scope(it.network)))
}

/// One of them, for whoever belongs to its network.
///
/// # Errors
/// [`Error::NotFound`].
pub fn found(conn: &Conn, by: &Actor, id: Id<Other>) -> Result<Other> {
    let it = others::find_other(conn, id)?;
    if may_note(by, it.network) { Ok(it) } else { Err(Error::NotFound) }
}

fn checked(new: &NewOther) -> Result<NewOther> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let town = check.name_or_none("town", Some(&new.town)).unwrap_or_default();
    let contact = check.name_or_none("contact", Some(&new.contact)).unwrap_or_default();
    let note = check.text("note", Some(&new.note)).unwrap_or_default();
    let days = new.last.days_since(new.from);
    check.that((0..i64::from(i32::MAX)).contains(&i64::from(days)), "last", || {
        Reason::new("Der letzte Tag kommt nicht vor dem ersten.", "The last day does not come before the first.")
    });
    check.that(i64::from(days) <= LONGEST, "last", || {
        Reason::new("So lange dauert kein Termin: höchstens 60 Tage.", "No date lasts that long: 60 days at most.")
    });
    check.done()?;
    Ok(NewOther { title, town, contact, note, ..new.clone() })
}

/// Writes a day of others down.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the network; [`Error::Denied`] but for its members; [`Error::Form`].
pub fn note_other(tx: &Tx<'_>, by: &Actor, network: Id<Body>, new: &NewOther) -> Result<Id<Other>> {
    let network = networks::find_body(tx, by, network)?;
    if !network.is_network() {
        return Err(Error::NotFound);
    }
    if !may_note(by, network.id) {
        return Err(Error::Denied(None));
    }
    let new = checked(new)?;
    let id = tx.id();
    others::insert_other(tx, id, network.id, &new, by.person)?;
    tx.emit(event("other_date.noted", id, network.id, by.person));
    Ok(id)
}

/// Changes one.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever wrote it down and those who convene; [`Error::Stale`];
/// [`Error::Form`].
pub fn change_other(tx: &Tx<'_>, by: &Actor, id: Id<Other>, version: i64, new: &NewOther) -> Result<()> {
    let it = found(tx, by, id)?;
    if !may_change(by, &it) {
        return Err(Error::Denied(None));
    }
    others::save_other(tx, id, version, &checked(new)?)?;
    tx.emit(event("other_date.changed", id, it.network, by.person));
    Ok(())
}

/// Takes one away.
///
/// # Errors
/// As [`change_other`].
pub fn drop_other(tx: &Tx<'_>, by: &Actor, id: Id<Other>) -> Result<()> {
    let it = found(tx, by, id)?;
    if !may_change(by, &it) {
        return Err(Error::Denied(None));
    }
    others::delete_other(tx, id)?;
    tx.emit(event("other_date.dropped", id, it.network, by.person));
    Ok(())
}
