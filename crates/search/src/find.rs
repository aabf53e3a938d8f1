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
}

/// Finds what holds words beginning with all of these, as far as the viewer may see it now.
///
/// The index is read in strides within the viewer's scopes; each stride is decided by one call per kind. Nothing that
/// is refused there leaves a trace in what comes back, not even in a count.
///
/// # Errors
/// When the database cannot be read.
pub fn find(conn: &Conn, viewer: &Viewer, kinds: &[&'static Kind], words: &[String]) -> Result<Found> {
    if words.is_empty() {
        return Ok(Found::default());
    }
    let lead = store::rarest(conn, words)?;
    let Some(first) = words.get(lead) else { return Ok(Found::default()) };
    let others: Vec<&String> = words.iter().enumerate().filter(|(n, _)| *n != lead).map(|(_, w)| w).collect();
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    let mut at = (first.clone(), -1);
    for _ in 0..STRIDES {
        let stride = store::list_candidates(conn, &viewer.actor, first, &others, &at, STRIDE)?;
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
                found.extend((kind.cards)(conn, viewer, &ids)?.into_iter().map(|card| (place, card)));
            }
        }
        if ended || found.len() > HITS_MOST {
            break;
        }
    }
    let more = found.len() > HITS_MOST;
    found.sort_by_cached_key(|(place, card)| {
        (std::cmp::Reverse(rules::worth(&card.title, words)), *place, i18n::fold(&card.title), card.id)
    });
    found.truncate(HITS_MOST);
    Ok(Found { cards: found.into_iter().map(|(_, card)| card).collect(), more })
}
