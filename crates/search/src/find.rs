//! From words to cards: the index proposes, the slices decide.

use std::collections::HashSet;

use db::Conn;
use kernel::Result;
use web::{Card, Kind, Viewer};

use crate::{rules, store};

/// The most hits shown of one search. Who sees so many writes a word more.
pub const HITS_MOST: usize = 100;
/// Entries of the index read at once, and how often at most.
const STRIDE: i64 = 128;
const STRIDES: usize = 4;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The hits this viewer may see, best first.
    pub cards: Vec<Card>,
    /// Whether she could see more than these.
    pub more: bool,
    /// Whether only things were looked at in which two of the words stand side by side: each of them is common, and
    /// to read all that hold one would take as long as the house is large.
    pub near: bool,
}

/// Finds what holds all of these words, by their beginning, another form or as part of a compound, as far as the viewer may
/// see it now.
///
/// The index is read in strides within the viewer's scopes; each stride is decided by one call per kind. Nothing that
/// is refused there leaves a trace in what comes back, not even in a count.
///
/// # Errors
/// When the database cannot be read.
pub fn find(conn: &Conn, viewer: &Viewer, kinds: &[&'static Kind], words: &[String]) -> Result<Found> {
    let begins: Vec<Vec<String>> = words.iter().map(|word| rules::beginnings(word)).collect();
    let counts = match words {
        [] => return Ok(Found::default()),
        [_] => vec![0],
        _ => store::count_hits(conn, &begins)?,
    };
    if counts.iter().all(|n| *n >= store::COUNTED)
        && let Some(found) = find_near(conn, viewer, kinds, words)?
    {
        return Ok(found);
    }
    let lead = rarest(&counts);
    let Some(first) = begins.get(lead) else { return Ok(Found::default()) };
    let others: Vec<&Vec<String>> = begins.iter().enumerate().filter(|(n, _)| *n != lead).map(|(_, w)| w).collect();
    read(conn, viewer, kinds, words, (first, &others))
}

fn rarest(counts: &[i64]) -> usize {
    counts.iter().enumerate().min_by_key(|(_, n)| **n).map_or(0, |(place, _)| place)
}

/// What holds two of the words side by side and all others anywhere; nothing when there is no such thing for her.
fn find_near(conn: &Conn, viewer: &Viewer, kinds: &[&'static Kind], words: &[String]) -> Result<Option<Found>> {
    let pairs: Vec<String> = words.windows(2).map(|two| rules::pair(&two[0], &two[1])).collect();
    let each: Vec<Vec<String>> = pairs.iter().map(|pair| vec![pair.clone()]).collect();
    let counts: Vec<i64> = store::count_hits(conn, &each)?;
    let counts: Vec<i64> = counts.into_iter().map(|n| if n == 0 { i64::MAX } else { n }).collect();
    let at = rarest(&counts);
    let Some(pair) = each.get(at).filter(|_| counts.get(at).is_some_and(|n| *n < i64::MAX)) else { return Ok(None) };
    let others: Vec<Vec<String>> = words
        .iter()
        .enumerate()
        .filter(|(n, _)| *n != at && *n != at + 1)
        .map(|(_, word)| rules::beginnings(word))
        .collect();
    let others: Vec<&Vec<String>> = others.iter().collect();
    let found = read(conn, viewer, kinds, words, (pair, &others))?;
    Ok(Some(Found { near: true, ..found }).filter(|found| !found.cards.is_empty()))
}

/// Reads what holds the first by one of its beginnings, and the others.
fn read(
    conn: &Conn,
    viewer: &Viewer,
    kinds: &[&'static Kind],
    words: &[String],
    (first, others): (&[String], &[&Vec<String>]),
) -> Result<Found> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    // First what holds the word as it was typed, then its other forms and compounds.
    'all: for (far, begin) in first.iter().enumerate() {
        let mut at = (begin.clone(), -1);
        for _ in 0..STRIDES {
            let stride = store::list_candidates(conn, &viewer.actor, begin, others, &at, STRIDE)?;
            let ended = i64::try_from(stride.len()).is_ok_and(|n| n < STRIDE);
            let Some(last) = stride.last() else { break };
            at = last.at.clone();
            for (place, kind) in kinds.iter().enumerate() {
                let ids: Vec<i64> = stride
                    .iter()
                    .filter(|c| c.kind == kind.name && seen.insert((place, c.subject)))
                    .map(|c| c.subject)
                    .collect();
                if !ids.is_empty() {
                    found.extend((kind.cards)(conn, viewer, &ids)?.into_iter().map(|card| (far, place, card)));
                }
            }
            if found.len() > HITS_MOST {
                break 'all;
            }
            if ended {
                break;
            }
        }
    }
    let more = found.len() > HITS_MOST;
    found.sort_by_cached_key(|(far, place, card)| {
        (std::cmp::Reverse(rules::worth(&card.title, words)), *far, *place, i18n::fold(&card.title), card.id)
    });
    found.truncate(HITS_MOST);
    Ok(Found { cards: found.into_iter().map(|(.., card)| card).collect(), more, near: false })
}
