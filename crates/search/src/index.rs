//! Keeping the index in step with the log.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use db::{Conn, Db, Tx, entries_after};
use kernel::{Error, Level, Result};
use web::{Document, Kind};

use crate::{change::Changes, rules, store};

/// Entries of the log read in one transaction.
const STRIDE: i64 = 200;
/// Things written in one go: words many of them hold are then written once. When rebuilding each has a transaction of
/// its own, for which nobody waits long.
const BATCH: usize = 256;

/// Reads the log from where the index stands to its end and writes anew what was touched.
///
/// Blocks until done; each stride is one transaction that also moves the place, so a stop in between loses nothing.
///
/// # Errors
/// When the database fails; the index then stands where the last stride ended.
pub fn follow(db: &Db, kinds: &[&'static Kind]) -> Result<()> {
    // Looking first costs no writer its turn when there is nothing new.
    while db.read_now(|conn| store::find_place(conn).map(|(place, newest)| place < newest))? {
        let kinds = kinds.to_vec();
        db.write_now(move |tx| stride(tx, &kinds))?;
    }
    Ok(())
}

/// Writes everything anew, in small transactions and without a moment in which nothing is found.
///
/// Also right as a nightly job: what changes by date alone (a seat that begins) leaves no event to follow.
///
/// # Errors
/// When the database fails; calling it again begins anew.
pub fn rebuild(db: &Db, kinds: &[&'static Kind]) -> Result<()> {
    let (_, newest) = db.read_now(store::find_place)?;
    for kind in kinds.iter().copied() {
        let (every, known) =
            db.read_now(move |conn| Ok(((kind.every)(conn)?, store::list_subjects(conn, kind.name)?)))?;
        let all: Vec<i64> = every.into_iter().chain(known).collect::<BTreeSet<i64>>().into_iter().collect();
        for batch in all.chunks(BATCH) {
            let batch = batch.to_vec();
            db.write_now(move |tx| {
                tx.silent(BOOKKEEPING);
                write(tx, kind, &batch)
            })?;
        }
    }
    let names: HashSet<&'static str> = kinds.iter().map(|k| k.name).collect();
    db.write_now(move |tx| {
        tx.silent(BOOKKEEPING);
        // Kinds a newer or older version of the program knew.
        for kind in store::list_kinds(tx)?.into_iter().filter(|k| !names.contains(k.as_str())) {
            for some in store::list_subjects(tx, &kind)?.chunks(BATCH) {
                let mut changes = Changes::default();
                store::list_entries(tx, &kind, some)?.values().for_each(|entry| changes.forget(entry));
                changes.write(tx)?;
            }
        }
        store::save_place(tx, newest)
    })
}

/// The number of the last event the index has seen: what comes after it must stay in the log.
///
/// # Errors
/// When the database cannot be read.
pub fn read_up_to(conn: &Conn) -> Result<i64> {
    store::find_place(conn).map(|(place, _)| place)
}

/// Kinds that are found by names alone.
const NAMES: [&str; 1] = ["person"];

const BOOKKEEPING: &str = "the index only repeats what events have told";

fn stride(tx: &Tx<'_>, kinds: &[&'static Kind]) -> Result<()> {
    tx.silent(BOOKKEEPING);
    let (place, _) = store::find_place(tx)?;
    let entries = entries_after(tx, place, STRIDE)?;
    let Some(last) = entries.last().map(|e| e.seq) else { return Ok(()) };
    let mut touched = BTreeSet::new();
    for entry in entries {
        touched.insert((entry.kind, entry.subject));
        touched.extend(entry.touched);
    }
    let mut of_kinds: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for (name, id) in touched {
        of_kinds.entry(name).or_default().push(id);
    }
    for kind in kinds {
        let ids = of_kinds.remove(kind.name).unwrap_or_default();
        ids.chunks(BATCH).try_for_each(|some| write(tx, kind, some))?;
    }
    store::save_place(tx, last)
}

/// Asks the slice for the words of some things and writes what differs.
fn write(tx: &Tx<'_>, kind: &Kind, ids: &[i64]) -> Result<()> {
    let mut present = store::list_entries(tx, kind.name, ids)?;
    let mut last = store::find_last_number(tx)?;
    let mut changes = Changes::default();
    for id in ids {
        let document = match (kind.document)(tx, *id) {
            Err(Error::NotFound) => None,
            other => other?,
        };
        let scopes = document.as_ref().map(scopes).unwrap_or_default();
        let before = present.remove(id);
        match (document.filter(|_| !scopes.is_empty()), before) {
            (None, None) => {}
            (None, Some(before)) => changes.forget(&before),
            (Some(document), before) => {
                let number = before.as_ref().map_or(last + 1, |entry| entry.number);
                last = last.max(number);
                let now = store::Entry { number, words: found_by(kind, &document.text), scopes };
                changes.put(kind.name, *id, before.as_ref(), now);
            }
        }
    }
    changes.write(tx)
}

/// What a thing is found by: its words, their other forms, and what it begins with.
fn found_by(kind: &Kind, text: &str) -> String {
    let mut words = rules::words(text);
    // Names are no words: they have no other forms.
    let forms = if NAMES.contains(&kind.name) { Vec::new() } else { rules::forms_of(&words) };
    words.extend(forms);
    words.extend(rules::heads(text));
    words.join(" ")
}

/// The scopes as they are kept. What only a delegation or named persons may see is never found by its words.
fn scopes(document: &Document) -> String {
    let mut kept = BTreeSet::new();
    for (level, body) in document.scopes.iter().filter(|(level, _)| *level <= Level::Body) {
        // What is open belongs to no body; where one is named all the same, those who sit there find it, too.
        if *level <= Level::AllNetworks {
            kept.insert((0, level.number()));
        }
        if *level > Level::Public && *body != 0 {
            kept.insert((*body, level.number()));
        }
    }
    kept.into_iter().map(|(body, level)| format!("{body}:{level}")).collect::<Vec<_>>().join(" ")
}
