//! What makes one text out of another, as places and words.

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::words::tokens;

/// One place of a text where words are taken out, put in, or both.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Edit {
    /// Where, in bytes from the beginning.
    pub at: usize,
    /// How many bytes go.
    pub len: usize,
    /// What comes in their place.
    pub new: String,
}

impl Edit {
    /// The first byte behind what goes.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.at + self.len
    }
    /// Whether it and another concern the same or neighbouring words: then nobody but a person can say what is meant.
    pub(crate) const fn meets(&self, other: &Self) -> bool {
        self.at <= other.end() && other.at <= self.end()
    }
}

/// What makes `new` out of `old`, in reading order and apart from each other. Words that change with nothing but blanks
/// between them are one edit.
#[must_use]
pub fn edits(old: &str, new: &str) -> Vec<Edit> {
    if old == new {
        return Vec::new();
    }
    let (olds, news) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &olds, &news);
    let (old_at, new_at) = (places(&olds), places(&news));
    let mut found: Vec<Edit> = Vec::new();
    // Where the last edit ends in the newer text, so that what lies between two edits can be taken from there.
    let mut behind = 0;
    for op in ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
        let (olds, news) = (op.old_range(), op.new_range());
        let edit = Edit {
            at: old_at[olds.start],
            len: old_at[olds.end] - old_at[olds.start],
            new: new[new_at[news.start]..new_at[news.end]].to_owned(),
        };
        match found.last_mut() {
            Some(last) if old[last.end()..edit.at].chars().all(char::is_whitespace) => {
                last.new.push_str(&new[behind..new_at[news.end]]);
                last.len = edit.end() - last.at;
            }
            _ => found.push(edit),
        }
        behind = new_at[news.end];
    }
    found
}

/// Where each token begins, and where the last one ends.
fn places(tokens: &[&str]) -> Vec<usize> {
    let mut at = 0;
    let mut all = vec![0];
    for token in tokens {
        at += token.len();
        all.push(at);
    }
    all
}

/// The text with its edits; `None` where they do not fit: out of order, beyond its end, within a letter.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        if edit.at < at {
            return None;
        }
        out.push_str(text.get(at..edit.at)?);
        text.get(edit.at..edit.end())?;
        out.push_str(&edit.new);
        at = edit.end();
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// Edits of several changes of one text together, in reading order; `None` where two of them meet and are not the same.
#[must_use]
pub fn union(all: &[&[Edit]]) -> Option<Vec<Edit>> {
    let mut found: Vec<Edit> = all.iter().copied().flatten().cloned().collect();
    found.sort();
    found.dedup();
    let apart = found.windows(2).all(|pair| !pair[0].meets(&pair[1]));
    apart.then_some(found)
}

/// Edits of a text as edits of the same text after `step`; `None` where they meet. What `step` did as well is left out.
pub(crate) fn shifted(edits: &[Edit], step: &[Edit]) -> Option<Vec<Edit>> {
    let mut out = Vec::with_capacity(edits.len());
    for edit in edits.iter().filter(|edit| !step.contains(edit)) {
        let mut at = edit.at;
        for done in step {
            if done.meets(edit) {
                return None;
            }
            if done.at < edit.at {
                at = at + done.new.len() - done.len;
            }
        }
        out.push(Edit { at, ..edit.clone() });
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn edits_make_the_new_text_out_of_the_old(old in "[abä ,.\n]{0,60}", new in "[abä ,.\n]{0,60}") {
            let found = edits(&old, &new);
            prop_assert_eq!(apply(&old, &found), Some(new));
            prop_assert!(found.windows(2).all(|p| p[0].end() < p[1].at));
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_and_never_panics() {
        let edit = |at, len, new: &str| Edit { at, len, new: new.to_owned() };
        for bad in
            [vec![edit(9, 0, "x")], vec![edit(2, 9, "")], vec![edit(1, 0, "x")], vec![edit(3, 1, "x"), edit(0, 1, "y")]]
        {
            assert_eq!(apply("äbc", &bad), None, "{bad:?}");
        }
        assert_eq!(apply("äbc", &[edit(2, 1, "x")]), Some("äxc".to_owned()));
    }
}
