//! Verbs of notices: what somebody chooses, the links of letters, and the bundles.

use std::collections::HashMap;

use accounts::secrets;
use db::{Conn, Db, Tx};
use kernel::{Actor, Day, Error, Id, Moment, Reason, Result, Scope};
use networks::Body;
use people::Person;
use rights::{Action, Kind};
use web::{AskTold, Told, Window};

use crate::{
    Answers, Hours, Item, Level, Opened, Reader, Rhythm,
    letters::{Links, Row, bundle_letter},
    model::To,
    rules::{When, due, effective, weekday},
    store,
};

/// So many persons are looked at in one transaction.
const AT_ONCE: i64 = 300;
/// How far back a bundle reaches for somebody who never got one: days.
const FIRST_DAYS: i32 = 8;
/// How far back it reaches at most, after a long absence: days.
pub const FURTHEST_DAYS: i32 = 42;

fn token_hash(token: &str) -> String {
    secrets::hash("notice letter", &[token])
}

fn stop_hash(token: &str) -> String {
    secrets::hash("notice stop", &[token])
}

/// Writes the links of a letter down: one that reads and answers what it names, one that ends letters of its kind, of one
/// network or of all that is gathered. The caller leaves the event.
///
/// # Errors
/// When the database refuses.
pub fn write_letter(tx: &Tx<'_>, person: Id<Person>, network: Option<i64>, items: &[Item]) -> Result<Links> {
    let links = Links { token: secrets::link()?, stop: secrets::link()? };
    store::insert_letter(tx, person, network, (&token_hash(&links.token), &stop_hash(&links.stop)), items)?;
    Ok(links)
}

/// What the link of a letter opens; `None` when there is no such link, or its time is over. Whether the person may still see
/// it is for the caller to ask.
///
/// # Errors
/// When the database cannot be read.
pub fn opened(conn: &Conn, token: &str) -> Result<Option<Opened>> {
    let Some((letter, (person, network))) = store::find_by_token(conn, &token_hash(token))? else { return Ok(None) };
    Ok(Some(Opened { person, network, items: store::list_items(conn, letter)? }))
}

/// What the stop link of a letter ends: that network's letters, or bundles at all.
///
/// # Errors
/// When the database cannot be read.
pub fn stoppable(conn: &Conn, token: &str) -> Result<Option<store::For>> {
    store::find_by_stop(conn, &stop_hash(token))
}

/// Ends letters of a kind (RFC 8058): once more changes nothing.
///
/// # Errors
/// [`Error::NotFound`] without such a link.
pub fn stop(tx: &Tx<'_>, token: &str) -> Result<()> {
    let (person, network) = stoppable(tx, token)?.ok_or(Error::NotFound)?;
    tx.silent("what somebody wants to hear of is nobody's news");
    match network {
        Some(network) => store::save_level(tx, person, network.raw(), Level::Duty),
        None => store::save_rhythm(tx, person, Rhythm::Never),
    }
}

/// What somebody wants to hear: for each of her networks, on which days, and between which hours.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in, and for a network she is not in.
pub fn choose(tx: &Tx<'_>, by: &Actor, (rhythm, hours): (Rhythm, Hours), levels: &[(i64, Level)]) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    if levels.iter().any(|(network, _)| !by.sits.iter().any(|s| s.network == *network)) {
        return Err(Error::NotFound);
    }
    tx.silent("what somebody wants to hear of is nobody's news");
    store::save_rhythm(tx, Id::new(person), rhythm)?;
    store::save_hours(tx, Id::new(person), hours)?;
    // As many as she is in networks.
    levels.iter().try_for_each(|(network, level)| store::save_level(tx, Id::new(person), *network, *level))
}

/// Names whoever is told in her place of what cannot wait while she is away; `None` for nobody.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in; [`Error::Form`] on `substitute` for somebody who shares no network with her.
pub fn name_substitute(tx: &Tx<'_>, by: &Actor, substitute: Option<Id<Person>>) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("who is told in whose place is their own affair");
    let Some(substitute) = substitute else { return store::delete_substitute(tx, Id::new(person)) };
    let theirs = rights::load(tx, substitute.raw(), tx.today(), None)?;
    if substitute.raw() == person || !theirs.networks().iter().any(|network| by.is_member_of(*network)) {
        let reason = Reason::new(
            "Bitte wählen Sie eine Person aus Ihren Netzwerken.",
            "Please choose somebody from your networks.",
        );
        return Err(Error::field("substitute", reason));
    }
    store::save_substitute(tx, Id::new(person), substitute)
}

/// Forgets what she chose and the links of her letters.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = Id::new(by.person.ok_or(Error::NotFound)?);
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    store::forget_levels(tx, person)?;
    store::forget_marks(tx, person)?;
    store::forget_setting(tx, person)?;
    store::delete_substitute(tx, person)?;
    store::forget_standing_in(tx, person)?;
    store::forget_items(tx, person)?;
    store::forget_letters(tx, person)
}

/// Links go after their time.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    let before = tx.now().plus_seconds(-store::LINK_LASTS);
    store::delete_items(tx, before)?;
    store::delete_letters(tx, before)?;
    store::delete_marks(tx, tx.now().plus_seconds(-MARK_LASTS))
}

/// What somebody did with an entry of her inbox is kept for a year: seconds.
const MARK_LASTS: i64 = 365 * 86_400;

/// What a round of bundles came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Bundled {
    /// How many were looked at.
    pub persons: usize,
    /// How many letters were written.
    pub letters: usize,
    /// Whom to go on after; `None` at the end.
    pub after: Option<i64>,
}

/// Writes the bundles that are due today: some persons in each transaction, so that others write in between.
///
/// # Errors
/// When the database refuses.
pub fn bundle(db: &Db, sources: &'static [AskTold]) -> Result<Bundled> {
    bundle_at(db, sources, Hours::USUAL.from)
}

/// The same for those whose hours begin with this one.
///
/// # Errors
/// When the database refuses.
pub fn bundle_at(db: &Db, sources: &'static [AskTold], hour: i8) -> Result<Bundled> {
    let mut all = Bundled { after: Some(0), ..Bundled::default() };
    if hour != Hours::USUAL.from && !db.read_now(move |conn| store::begins_anywhere(conn, hour))? {
        return Ok(Bundled::default());
    }
    while let Some(after) = all.after {
        let some = db.write_now(move |tx| bundle_some(tx, sources, after, hour))?;
        all = Bundled { persons: all.persons + some.persons, letters: all.letters + some.letters, after: some.after };
    }
    Ok(all)
}

/// The bundles of the next persons after one of them.
///
/// # Errors
/// When the database refuses.
fn bundle_some(tx: &Tx<'_>, sources: &[AskTold], after: i64, hour: i8) -> Result<Bundled> {
    tx.silent("a letter tells what happened, and everything is as it was");
    if weekday(tx.today()) > 4 {
        return Ok(Bundled::default());
    }
    let told = gather(tx, sources)?;
    let mut bodies: Vec<i64> = told.iter().flat_map(|t| t.ways.iter().map(|(_, body)| *body)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    if bodies.is_empty() {
        return Ok(Bundled::default());
    }
    let persons = store::list_sitting(tx, &bodies, tx.today(), after, AT_ONCE)?;
    let full = i64::try_from(persons.len()).is_ok_and(|n| n == AT_ONCE);
    let after = persons.last().filter(|_| full).map(|last| last.raw());
    Ok(Bundled { persons: persons.len(), letters: bundle_those(tx, &told, &persons, Some(hour))?, after })
}

/// The bundles of these persons, as far as today is one of their days. Gives how many letters were written.
///
/// # Errors
/// When the database refuses.
pub fn bundle_for(tx: &Tx<'_>, sources: &[AskTold], persons: &[Id<Person>]) -> Result<usize> {
    tx.silent("a letter tells what happened, and everything is as it was");
    bundle_those(tx, &gather(tx, sources)?, persons, None)
}

/// What happened of late.
fn gather(tx: &Tx<'_>, sources: &[AskTold]) -> Result<Vec<Told>> {
    let window = Window::all(tx.today().plus_days(-FURTHEST_DAYS).at(0, 0), tx.now());
    let mut told: Vec<Told> = Vec::new();
    for ask in sources {
        told.extend(ask(tx, &window)?);
    }
    Ok(told)
}

/// `hour`: only those whose hours begin with it.
fn bundle_those(tx: &Tx<'_>, told: &[Told], persons: &[Id<Person>], hour: Option<i8>) -> Result<usize> {
    let Some(base) = db::setting(tx, networks::ADDRESS)? else { return Ok(0) };
    let (now, today) = (tx.now(), tx.today());
    let answers = Answers::load(tx)?;
    let known = bodies_of(tx, told)?;
    let to: HashMap<Id<Person>, To> = networks::reach_persons(tx, persons)?
        .into_iter()
        .map(|to| (to.person, To { person: to.person, address: to.address, lang: to.lang }))
        .collect();
    let mut letters = 0;
    for reader in store::load_readers(tx, persons, today)? {
        let Some(to) = reader.actor.person.and_then(|p| to.get(&Id::new(p))) else { continue };
        if hour.is_some_and(|hour| reader.hours.from != hour) {
            continue;
        }
        if due(&reader, today) && bundle_one(tx, &reader, to, told, &known, (&base, answers.as_ref()), (now, today))? {
            letters += 1;
        }
    }
    Ok(letters)
}

/// One person's bundle; says whether a letter was written. An empty one is none.
fn bundle_one(
    tx: &Tx<'_>,
    reader: &Reader,
    to: &To,
    told: &[Told],
    known: &HashMap<i64, Body>,
    base: (&str, Option<&Answers>),
    (now, today): (Moment, Day),
) -> Result<bool> {
    // Windows follow one another: what one bundle could tell no other does.
    let first = today.plus_days(-FIRST_DAYS).at(0, 0);
    let since = if reader.told_at.micros() == 0 { first } else { reader.told_at };
    let window = || told.iter().filter(|t| t.at > since && t.at <= now && !t.letter);
    let mut rows: Vec<Row<'_>> = window()
        .filter_map(|t| {
            let holds = effective(reader, t, today);
            (holds.when == When::Bundle).then_some(Row { told: t, why: holds.why, through: holds.through })
        })
        .collect();
    if rows.is_empty() {
        return Ok(false);
    }
    // It came by several ways at once: told once, with all of them.
    for t in window().filter(|t| !t.before.is_empty()) {
        if let Some(row) = rows.iter_mut().find(|row| (row.told.kind, row.told.id) == (t.kind, t.id)) {
            let hers = |n: &i64| reader.actor.is_member_of(*n) && reader.level(*n) <= Level::Important;
            row.through.extend(t.ways.iter().map(|(network, _)| *network).filter(hers));
        }
    }
    let gathered = crate::letters::gathered(rows);
    let items: Vec<Item> = gathered
        .iter()
        .filter(|line| line.first().told.open.is_some())
        .map(|line| Item { kind: line.first().told.kind.to_owned(), id: line.first().told.id })
        .collect();
    let links = write_letter(tx, to.person, None, &items)?;
    tx.post(&bundle_letter(to, &gathered, known, &links, base))?;
    store::save_told(tx, to.person, now)?;
    Ok(true)
}

/// The networks things come through.
fn bodies_of(conn: &Conn, told: &[Told]) -> Result<HashMap<i64, Body>> {
    let mut ids: Vec<i64> = told.iter().flat_map(|t| t.ways.iter().map(|(network, _)| *network)).collect();
    ids.sort_unstable();
    ids.dedup();
    // As many as there are networks with something to tell.
    ids.into_iter().map(|id| Ok((id, networks::body_for_program(conn, Id::new(id))?))).collect()
}
