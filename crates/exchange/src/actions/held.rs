//! Letters of which it is not known who wrote them: asked of whom the address belongs to, or whose letter was answered; and of
//! those who lead the body.

use accounts::secrets;
use db::{Conn, Tx};
use files::Unwanted;
use kernel::{Actor, Error, Event, Id, Level, Result, Scope, Subject};
use networks::Body;
use people::Person;

use super::{circulars::writes, incoming::post};
use crate::{
    Brought, HeldLetter, Left, Why, letters,
    store::{brought, incoming},
};

/// The purpose of the letter that asks: one a day for each person.
pub const ASKED: &str = "letter_held";
/// A day in seconds.
const DAY: i64 = 86_400;
/// How long a letter waits: days.
pub const WAITS: i64 = 14;
/// So many are shown at once.
pub const MOST: i64 = 100;
/// So many bytes of files wait for a body at most: two letters of the largest size.
const ROOM: i64 = 20 << 20;

fn token_hash(token: &str) -> String {
    secrets::hash("held letter", &[token])
}

fn event(verb: &'static str, letter: &HeldLetter, by: Option<i64>) -> Event {
    let scope = Scope::body(Level::Body, letter.network.raw(), letter.body.raw());
    Event::new(verb, Subject::new("body", letter.body.raw())).by(by).within(scope)
}

/// Keeps a letter. Whoever may say whose it is gets one letter a day that asks; those who lead the body see it in any case.
///
/// # Errors
/// When the database refuses.
pub fn keep(tx: &Tx<'_>, letter: &HeldLetter, mut came: Brought) -> Result<()> {
    let to = match letter.person {
        Some(person) if !db::written_since(tx, person.raw(), ASKED, tx.now().plus_seconds(-DAY))? => {
            networks::reach_persons(tx, &[person])?.pop()
        }
        _ => None,
    };
    let base = db::setting(tx, networks::ADDRESS)?;
    match to.zip(base) {
        Some((to, base)) => {
            let token = secrets::link()?;
            incoming::insert_held(tx, letter, Some(&token_hash(&token)))?;
            tx.post(&letters::held(&to, letter, &token, &base))?;
        }
        None => incoming::insert_held(tx, letter, None)?,
    }
    // Anybody can write here: what waits may not fill the disk.
    let mut room = ROOM - brought::count_bytes(tx, letter.body)?;
    for file in std::mem::take(&mut came.files) {
        let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        if size <= room {
            room -= size;
            brought::insert_file(tx, letter.id, &file)?;
        } else {
            came.left.push(Left { name: file.name, why: Some(Unwanted::NoRoom) });
        }
    }
    brought::insert_held_left(tx, letter.id, &came.left)?;
    tx.emit(event("letter.held", letter, None));
    Ok(())
}

/// The letter a link leads to; `None` once it was decided or its time is over.
///
/// # Errors
/// When the database cannot be read.
pub fn opened(conn: &Conn, token: &str) -> Result<Option<HeldLetter>> {
    incoming::find_held_by_token(conn, &token_hash(token))
}

/// Who may say that a letter is hers: those who read where the asking letter went.
///
/// # Errors
/// When the database cannot be read.
pub fn candidates(conn: &Conn, letter: &HeldLetter) -> Result<Vec<Id<Person>>> {
    match (letter.why, letter.person) {
        (Why::Shared, _) => super::incoming::holders(conn, &letter.address),
        (_, person) => Ok(person.into_iter().collect()),
    }
}

/// By the link: this address is mine, or this letter is. An address nobody is known by is hers from now on, and what else
/// waits from there is written, too.
///
/// # Errors
/// [`Error::NotFound`] for somebody who may not say so; else why it cannot be written, as for an answer on the page.
pub fn claim(tx: &Tx<'_>, letter: &HeldLetter, person: Id<Person>) -> Result<()> {
    if !candidates(tx, letter)?.contains(&person) {
        return Err(Error::NotFound);
    }
    settle(tx, letter, person, Some(person.raw()))
}

/// By the link: it is not mine. The letter goes.
///
/// # Errors
/// [`Error::Stale`] when it was decided meanwhile.
pub fn disclaim(tx: &Tx<'_>, letter: &HeldLetter) -> Result<()> {
    taken(tx, letter.id)?;
    tx.emit(event("letter.dropped", letter, letter.person.map(Id::raw)));
    Ok(())
}

/// A letter that waits for a body the actor leads.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn led(conn: &Conn, by: &Actor, id: Id<HeldLetter>) -> Result<(HeldLetter, Body)> {
    let letter = incoming::find_held(conn, id)?;
    let body = networks::find_body(conn, by, letter.body)?;
    if writes(by, &body) { Ok((letter, body)) } else { Err(Error::NotFound) }
}

/// Those who lead say whose a letter is: of somebody who sits in the body.
///
/// # Errors
/// [`Error::NotFound`] but for those who lead, and for somebody who does not belong there; else why it cannot be written.
pub fn assign(tx: &Tx<'_>, by: &Actor, id: Id<HeldLetter>, person: Id<Person>) -> Result<()> {
    let (letter, body) = led(tx, by, id)?;
    let sits = networks::invitees(tx, &body, tx.today())?.iter().any(|invitee| invitee.person == Some(person));
    if !sits {
        return Err(Error::NotFound);
    }
    settle(tx, &letter, person, by.person)
}

/// Those who lead let a letter go.
///
/// # Errors
/// As [`led`]; [`Error::Stale`].
pub fn drop_letter(tx: &Tx<'_>, by: &Actor, id: Id<HeldLetter>) -> Result<()> {
    let (letter, _) = led(tx, by, id)?;
    taken(tx, letter.id)?;
    tx.emit(event("letter.dropped", &letter, by.person));
    Ok(())
}

/// A letter waits no more, and what it brought is given to whoever decides; once it was decided, nobody decides again.
fn taken(tx: &Tx<'_>, id: Id<HeldLetter>) -> Result<Brought> {
    let came = brought::load(tx, id)?;
    brought::delete_files(tx, id)?;
    brought::delete_held_left(tx, id)?;
    incoming::delete_held(tx, id)?;
    Ok(came)
}

fn settle(tx: &Tx<'_>, letter: &HeldLetter, person: Id<Person>, by: Option<i64>) -> Result<()> {
    let came = taken(tx, letter.id)?;
    post(tx, person, letter, &came)?;
    if letter.why == Why::Unknown && !letter.address.is_empty() {
        incoming::save_alias(tx, person, &letter.address)?;
        // Few: what one person wrote from one address within two weeks.
        for other in incoming::list_held_of(tx, person, &letter.address)? {
            let came = taken(tx, other.id)?;
            match post(tx, person, &other, &came) {
                // What can no longer be written is gone all the same.
                Ok(_) | Err(Error::Rule(_) | Error::Denied(_) | Error::Form(_) | Error::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
    }
    tx.emit(event("letter.assigned", letter, by));
    Ok(())
}
