//! Suggestions for words that were misspelt.

use std::collections::BTreeSet;

use db::Conn;
use kernel::Result;
use web::{Kind, Viewer};

use crate::{
    find::find,
    places::Numbers,
    rules::{TERM_LEAST, is_term},
    store,
};

/// So many words that begin, and so many that end alike, are compared.
const COMPARED: i64 = 600;
/// So many of the nearest are looked for.
const NEAREST: usize = 12;

/// The words asked for with those put right that nothing is found of; nothing where no such words find anything this
/// viewer may see. A suggestion is never a word only others read: it is looked for as if she had typed it.
///
/// # Errors
/// When the database cannot be read.
pub fn suggest(conn: &Conn, viewer: &Viewer, kinds: &[&'static Kind], words: &[String]) -> Result<Option<Vec<String>>> {
    let mut better = words.to_vec();
    for (n, word) in words.iter().enumerate() {
        // A word that finds something by itself is spelt right; one alone was asked for already. At most six are.
        if words.len() > 1 && !find(conn, viewer, kinds, std::slice::from_ref(word))?.cards.is_empty() {
            continue;
        }
        if let Some(other) = nearest(conn, viewer, word)?.into_iter().next() {
            better[n] = other;
        }
    }
    if better == words {
        return Ok(None);
    }
    let found = find(conn, viewer, kinds, &better)?.cards;
    if found.is_empty() {
        return Ok(None);
    }
    let spelt = |word: &String| found.iter().find_map(|card| as_written(&card.title, word));
    Ok(Some(better.iter().map(|word| spelt(word).unwrap_or_else(|| word.clone())).collect()))
}

/// A word of a title as it stands there: with its umlauts.
fn as_written(title: &str, word: &str) -> Option<String> {
    let words = title.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty()).find(|w| i18n::fold(w) == word).map(str::to_owned)
}

/// Words within this reader's scopes that differ by a letter or two, nearest first.
fn nearest(conn: &Conn, viewer: &Viewer, word: &str) -> Result<Vec<String>> {
    if !is_term(word) {
        return Ok(Vec::new());
    }
    let length = i64::try_from(word.len()).unwrap_or(0);
    let apart = if word.len() < 2 * TERM_LEAST { 1 } else { 2 };
    // A word with a mistake in it begins or ends as it should.
    let (begin, end) = word.split_at(word.len() / 2);
    let around = store::list_terms(conn, (begin, end), (length - apart, length + apart), COMPARED)?;
    let most = usize::try_from(apart).unwrap_or(1);
    let mut near: Vec<(usize, String)> = around
        .into_iter()
        .map(|other| (strsim::osa_distance(word, &other), other))
        .filter(|(distance, other)| *distance <= most && other != word)
        .collect();
    near.sort();
    near.truncate(NEAREST);
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let holding = store::list_exact(conn, near.iter().map(|(_, other)| other.clone()).collect(), None)?;
    let blocks: Vec<i64> = holding.values().flat_map(Numbers::blocks).collect::<BTreeSet<_>>().into_iter().collect();
    let readable = store::list_readable(conn, &viewer.actor, Some(&blocks))?;
    let shown =
        |other: &String| holding.get(other).is_some_and(|numbers| !readable.among(numbers, &blocks, 1).is_empty());
    Ok(near.into_iter().map(|(_, other)| other).filter(shown).collect())
}
