//! Verbs of motion books. One function is one step of a transaction and leaves one event.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};
use networks::{Body, BodyKind};
use people::rules::Check;
use rights::{Action, Kind};

use super::{
    model::{Book, NewBook},
    rules::labels,
    store,
};
use crate::{
    Position,
    actions::{needs, rule},
};

/// The most motions of a book.
pub const MOTIONS_MOST: usize = 400;

fn event(verb: &'static str, of: &Book, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("motion_book", of.id.raw())).by(by).within(of.scope())
}

/// Whether somebody leads a book: keeps the records of its body or network.
#[must_use]
pub fn leads(by: &Actor, of: &Book) -> bool {
    rights::allows(by, Kind::Decision, Action::Edit, &of.scope())
}

fn open(tx: &Tx<'_>, by: &Actor, id: Id<Book>) -> Result<Book> {
    let found = store::find_book(tx, by, id)?;
    if !leads(by, &found) {
        return Err(Error::Denied(None));
    }
    if found.published_at.is_some() {
        return rule(
            "Das Antragsbuch ist veröffentlicht. Die Nummern bleiben.",
            "The motion book is published. The numbers stay.",
        );
    }
    Ok(found)
}

/// Begins a book for a conference of a body.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who keep the body's records; [`Error::Rule`] for a body that is dissolved or of
/// others; [`Error::Form`] on `title`, `day`.
pub fn begin_book(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewBook) -> Result<Id<Book>> {
    let body = networks::find_body(tx, by, body)?;
    if !tasks::rules::leads(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside || body.term.until <= tx.today() {
        return rule("Dieses Gremium berät hier nicht.", "This body does not deliberate here.");
    }
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    check.that(new.day >= Day::literal("1980-01-01") && new.day <= tx.today().plus_months(60), "day", || {
        Reason::new("Bitte prüfen Sie das Jahr.", "Please check the year.")
    });
    check.done()?;
    let id = tx.id();
    store::insert_book(tx, id, &body, &NewBook { title, day: new.day }, by.person)?;
    tx.emit(event("book.begun", &store::find_book(tx, by, id)?, by.person));
    Ok(id)
}

/// Says which motions are in it, in the order they came.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] once it is published; [`Error::Form`] on `motions`.
pub fn fill_book(tx: &Tx<'_>, by: &Actor, id: Id<Book>, motions: &[Id<Position>]) -> Result<()> {
    let found = open(tx, by, id)?;
    let all = store::list_motions(tx, by, found.network, i64::try_from(MOTIONS_MOST).map_err(Error::internal)?)?;
    if motions.iter().any(|m| all.iter().all(|p| p.id != *m)) {
        return Err(needs("motions", "Bitte wählen Sie Anträge aus der Liste.", "Please choose motions of the list."));
    }
    store::delete_entries(tx, id)?;
    for (place, one) in (0_i64..).zip(all.iter().filter(|p| motions.contains(&p.id))) {
        store::insert_entry(tx, id, one.id, place)?;
    }
    tx.emit(event("book.filled", &found, by.person));
    Ok(())
}

/// The book goes to the network: its motions get their numbers, which stay, and whoever belongs to the network reads them.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is published or empty.
pub fn publish_book(tx: &Tx<'_>, by: &Actor, id: Id<Book>) -> Result<()> {
    open(tx, by, id)?;
    let entries = store::list_entries(tx, by, id)?;
    if entries.is_empty() {
        return rule("In diesem Antragsbuch steht noch nichts.", "There is nothing in this motion book yet.");
    }
    let topics = networks::list_topics(tx)?;
    let name = |id| topics.iter().find(|t| Some(t.id) == id).map(|t| t.name.clone());
    let of: Vec<Option<String>> = entries.iter().map(|e| name(e.position.topic)).collect();
    for (place, (from, label)) in (0_i64..).zip(labels(&of)) {
        if let Some(entry) = entries.get(from) {
            store::save_label(tx, id, entry.position.id, (place, &label))?;
        }
    }
    store::save_opened(tx, id)?;
    store::save_published(tx, id)?;
    tx.emit(event("book.published", &store::find_book(tx, by, id)?, by.person));
    Ok(())
}
