//! What is gathered: the bundle over all of somebody's networks, and the weekly letter about topics she follows.

use std::collections::HashMap;

use db::{Conn, Db, Tx};
use kernel::{Day, Id, Moment, Result};
use networks::{Body, Topic};
use people::Person;
use web::{AskTold, Told, Window};

use crate::{
    Answers, Ends, Hours, Item, Level, Reader,
    actions::write_letter,
    letters::{Line, Row, bundle_letter, gathered, topics_letter},
    model::To,
    rules::{When, due, effective, topics_due, weekday},
    store,
};

/// So many persons are looked at in one transaction.
const AT_ONCE: i64 = 300;
/// How far back a letter reaches for somebody who never got one: days.
const FIRST_DAYS: i32 = 8;
/// How far back it reaches at most, after a long absence: days.
pub const FURTHEST_DAYS: i32 = 42;

/// What a round came to.
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

/// The same for those whose hours begin with this one; with them the weekly letters about topics.
///
/// # Errors
/// When the database refuses.
pub fn bundle_at(db: &Db, sources: &'static [AskTold], hour: i8) -> Result<Bundled> {
    if hour != Hours::USUAL.from && !db.read_now(move |conn| store::begins_anywhere(conn, hour))? {
        return Ok(Bundled::default());
    }
    let bundles = rounds(db, move |tx, after| bundle_some(tx, sources, after, hour))?;
    let topics = rounds(db, move |tx, after| topics_some(tx, sources, after, hour))?;
    Ok(Bundled { letters: bundles.letters + topics.letters, ..bundles })
}

fn rounds(db: &Db, some: impl Fn(&Tx<'_>, i64) -> Result<Bundled> + Copy + Send + 'static) -> Result<Bundled> {
    let mut all = Bundled { after: Some(0), ..Bundled::default() };
    while let Some(after) = all.after {
        let some = db.write_now(move |tx| some(tx, after))?;
        all = Bundled { persons: all.persons + some.persons, letters: all.letters + some.letters, after: some.after };
    }
    Ok(all)
}

/// How a round goes on after some persons.
fn went(persons: &[Id<Person>], letters: usize) -> Bundled {
    let full = i64::try_from(persons.len()).is_ok_and(|n| n == AT_ONCE);
    Bundled { persons: persons.len(), letters, after: persons.last().filter(|_| full).map(|last| last.raw()) }
}

/// The bundles of the next persons after one of them.
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
    let letters = Round::load(tx, &told, &persons)?.map_or(Ok(0), |round| round.bundles(tx, &persons, Some(hour)))?;
    Ok(went(&persons, letters))
}

/// The weekly letters of the next persons after one of them. Rights are those of this minute: what somebody may no longer read is
/// in none of them.
fn topics_some(tx: &Tx<'_>, sources: &[AskTold], after: i64, hour: i8) -> Result<Bundled> {
    tx.silent("a letter tells what happened, and everything is as it was");
    if weekday(tx.today()) != 0 {
        return Ok(Bundled::default());
    }
    let persons = store::topics::list_following(tx, after, AT_ONCE)?;
    if persons.is_empty() {
        return Ok(Bundled::default());
    }
    Ok(went(&persons, topics(tx, &gather(tx, sources)?, &persons, Some(hour))?))
}

/// The bundles of these persons, as far as today is one of their days. Gives how many letters were written.
///
/// # Errors
/// When the database refuses.
pub fn bundle_for(tx: &Tx<'_>, sources: &[AskTold], persons: &[Id<Person>]) -> Result<usize> {
    tx.silent("a letter tells what happened, and everything is as it was");
    let told = gather(tx, sources)?;
    Round::load(tx, &told, persons)?.map_or(Ok(0), |round| round.bundles(tx, persons, None))
}

/// The weekly letters of these persons about their topics, where today is a Monday. Gives how many letters were written.
///
/// # Errors
/// When the database refuses.
pub fn topics_for(tx: &Tx<'_>, sources: &[AskTold], persons: &[Id<Person>]) -> Result<usize> {
    tx.silent("a letter tells what happened, and everything is as it was");
    topics(tx, &gather(tx, sources)?, persons, None)
}

fn topics(tx: &Tx<'_>, told: &[Told], persons: &[Id<Person>], hour: Option<i8>) -> Result<usize> {
    let under: Vec<Told> = told.iter().filter(|t| !t.topics.is_empty()).cloned().collect();
    let known = if under.is_empty() { Vec::new() } else { networks::list_topics(tx)? };
    Round::load(tx, &under, persons)?.map_or(Ok(0), |round| round.topics(tx, &known, persons, hour))
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

/// What the letters of one round are made of.
pub struct Round<'a> {
    told: &'a [Told],
    /// The networks things come through.
    pub known: HashMap<i64, Body>,
    to: HashMap<Id<Person>, To>,
    /// Where the house is reached.
    pub base: String,
    /// Where it takes letters.
    pub answers: Option<Answers>,
    now: Moment,
    today: Day,
}

impl<'a> Round<'a> {
    /// `None` where nothing happened, or the house does not know where it is reached.
    fn load(tx: &Tx<'_>, told: &'a [Told], persons: &[Id<Person>]) -> Result<Option<Self>> {
        let Some(base) = db::setting(tx, networks::ADDRESS)?.filter(|_| !told.is_empty()) else { return Ok(None) };
        let reached = networks::reach_persons(tx, persons)?.into_iter();
        let to = reached.map(|to| (to.person, To { person: to.person, address: to.address, lang: to.lang })).collect();
        let (known, answers) = (bodies_of(tx, told)?, Answers::load(tx)?);
        Ok(Some(Self { told, known, to, base, answers, now: tx.now(), today: tx.today() }))
    }

    /// Each of these persons who is reached by letter; `hour`: only those whose hours begin with it.
    fn readers(&self, tx: &Tx<'_>, persons: &[Id<Person>], hour: Option<i8>) -> Result<Vec<(Reader, &To)>> {
        let readers = store::load_readers(tx, persons, self.today)?.into_iter();
        let reached = readers.filter_map(|reader| {
            let to = self.to.get(&Id::new(reader.actor.person?))?;
            hour.is_none_or(|hour| reader.hours.from == hour).then_some((reader, to))
        });
        Ok(reached.collect())
    }

    /// What happened since a moment; for whoever was never told, of the last days. Windows follow one another: what one letter could
    /// tell no other does.
    fn since(&self, told_at: Moment, days: i32) -> impl Iterator<Item = &'a Told> {
        let since = if told_at.micros() == 0 { self.today.plus_days(-days).at(0, 0) } else { told_at };
        let now = self.now;
        self.told.iter().filter(move |t| t.at > since && t.at <= now && !t.letter)
    }

    /// What of that comes to her so.
    fn rows(&self, reader: &Reader, since: (Moment, i32), when: When) -> Vec<Row<'a>> {
        let row = |told: &'a Told| {
            let holds = effective(reader, told, self.today);
            (holds.when == when).then_some(Row { told, why: holds.why, through: holds.through })
        };
        self.since(since.0, since.1).filter_map(row).collect()
    }

    fn bundles(&self, tx: &Tx<'_>, persons: &[Id<Person>], hour: Option<i8>) -> Result<usize> {
        let mut letters = 0;
        for (reader, to) in self.readers(tx, persons, hour)? {
            if !due(&reader, self.today) {
                continue;
            }
            let mut rows = self.rows(&reader, (reader.told_at, FIRST_DAYS), When::Bundle);
            // An empty bundle is none.
            if rows.is_empty() {
                continue;
            }
            // It came by several ways at once: told once, with all of them.
            for t in self.since(reader.told_at, FIRST_DAYS).filter(|t| !t.before.is_empty()) {
                if let Some(row) = rows.iter_mut().find(|row| (row.told.kind, row.told.id) == (t.kind, t.id)) {
                    let hers = |n: &i64| reader.actor.is_member_of(*n) && reader.level(*n) <= Level::Important;
                    row.through.extend(t.ways.iter().map(|(network, _)| *network).filter(hers));
                }
            }
            let lines = gathered(rows);
            let links = write_letter(tx, to.person, Ends::Bundles, &items(&lines))?;
            tx.post(&bundle_letter(to, &lines, self, &links))?;
            store::save_told(tx, to.person, self.now)?;
            letters += 1;
        }
        Ok(letters)
    }

    fn topics(&self, tx: &Tx<'_>, topics: &[Topic], persons: &[Id<Person>], hour: Option<i8>) -> Result<usize> {
        let mut letters = 0;
        for (reader, to) in self.readers(tx, persons, hour)? {
            if !topics_due(&reader, self.today) {
                continue;
            }
            // Since when she follows a topic says from when on it is told.
            let rows = self.rows(&reader, (reader.topics_told_at, FURTHEST_DAYS), When::Weekly);
            if rows.is_empty() {
                continue;
            }
            let lines = gathered(rows);
            let links = write_letter(tx, to.person, Ends::Topics, &items(&lines))?;
            tx.post(&topics_letter(to, (&reader, topics), &lines, self, &links))?;
            store::topics::save_told(tx, to.person, self.now)?;
            letters += 1;
        }
        Ok(letters)
    }
}

/// What the link of a letter with these lines opens.
fn items(lines: &[Line<'_>]) -> Vec<Item> {
    let opens = lines.iter().map(Line::first).filter(|row| row.told.open.is_some());
    opens.map(|row| Item { kind: row.told.kind.to_owned(), id: row.told.id }).collect()
}

/// The networks things come through.
fn bodies_of(conn: &Conn, told: &[Told]) -> Result<HashMap<i64, Body>> {
    let ways = |t: &'_ Told| t.ways.iter().chain(&t.before).map(|(network, _)| *network).collect::<Vec<i64>>();
    let mut ids: Vec<i64> = told.iter().flat_map(ways).collect();
    ids.sort_unstable();
    ids.dedup();
    // As many as there are networks with something to tell.
    ids.into_iter().map(|id| Ok((id, networks::body_for_program(conn, Id::new(id))?))).collect()
}
