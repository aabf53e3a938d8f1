//! Keeping the index in step with the log.

use std::collections::{BTreeSet, HashSet};

use db::{Conn, Db, Tx, entries_after};
use kernel::{Error, Level, Result};
use web::{Document, Kind};

use crate::{rules, store};

/// Entries of the log read in one transaction.
const STRIDE: i64 = 200;
/// Things written anew in one transaction when rebuilding.
const BATCH: usize = 200;

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
                batch.iter().try_for_each(|id| write(tx, kind, *id))
            })?;
        }
    }
    let names: HashSet<&'static str> = kinds.iter().map(|k| k.name).collect();
    db.write_now(move |tx| {
        tx.silent(BOOKKEEPING);
        // Kinds a newer or older version of the program knew.
        for kind in store::list_kinds(tx)?.into_iter().filter(|k| !names.contains(k.as_str())) {
            for subject in store::list_subjects(tx, &kind)? {
                if let Some(doc) = store::find_document(tx, &kind, subject)? {
                    store::delete_document(tx, doc)?;
                }
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
    for (name, id) in touched {
        if let Some(kind) = kinds.iter().find(|k| k.name == name) {
            write(tx, kind, id)?;
        }
    }
    store::save_place(tx, last)
}

/// Asks the slice for the words of a thing and writes what differs.
fn write(tx: &Tx<'_>, kind: &Kind, id: i64) -> Result<()> {
    let document = match (kind.document)(tx, id) {
        Err(Error::NotFound) => None,
        other => other?.filter(|d| !scopes(d).is_empty()),
    };
    let present = store::find_document(tx, kind.name, id)?;
    let Some(document) = document else { return present.map_or(Ok(()), |doc| store::delete_document(tx, doc)) };
    let (doc, old_words, old_scopes) = match present {
        Some(doc) => (doc, store::list_words(tx, doc)?, store::list_scopes(tx, doc)?),
        None => (store::insert_document(tx, kind.name, id)?, Vec::new(), Vec::new()),
    };
    let (mut words, scopes) = (rules::words(&document.text), scopes(&document));
    // Names are no words: they have no other forms.
    let forms = if NAMES.contains(&kind.name) { Vec::new() } else { rules::forms_of(&words) };
    words.extend(forms);
    words.extend(rules::pairs(&document.text));
    let (old, new): (HashSet<&String>, HashSet<&String>) = (old_words.iter().collect(), words.iter().collect());
    let gone: Vec<String> = old.difference(&new).map(|w| (*w).clone()).collect();
    if !gone.is_empty() {
        store::delete_words(tx, doc, gone)?;
    }
    let fresh: Vec<&String> = words.iter().filter(|w| !old.contains(w)).collect();
    store::insert_words(tx, doc, &fresh)?;
    let terms: Vec<&String> = fresh.into_iter().filter(|w| rules::is_term(w)).collect();
    store::insert_terms(tx, &terms)?;
    if scopes != old_scopes {
        store::save_scopes(tx, doc, &scopes)?;
    }
    Ok(())
}

/// The scopes as they are stored. What only a delegation or named persons may see is never found by its words.
fn scopes(document: &Document) -> Vec<(i64, i64)> {
    let kept = document.scopes.iter().filter(|(level, _)| *level <= Level::Body);
    let numbers: BTreeSet<(i64, i64)> =
        kept.map(|(level, body)| (level.number(), if *level == Level::Public { 0 } else { *body })).collect();
    numbers.into_iter().collect()
}
