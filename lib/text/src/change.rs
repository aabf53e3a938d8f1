//! What somebody wants changed in one paragraph, and what becomes of it when the text moves on.

use serde::{Deserialize, Serialize};

use crate::edit::{Edit, shifted};

/// A change of one paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Other words.
    Words(Vec<Edit>),
    /// The whole paragraph goes.
    Strike,
    /// A new paragraph behind it.
    Add(String),
}

impl Change {
    /// As it is kept in one column.
    #[must_use]
    pub fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
    /// From what [`Change::stored`] gave.
    #[must_use]
    pub fn from_stored(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// What became of a paragraph from one version to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step<'a> {
    /// It stands, with these edits; none where it stayed.
    Stands(&'a [Edit]),
    /// It has gone.
    Gone,
}

/// How a change stands to a newer text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fit {
    /// It applies, in places of the newer text.
    Applies(Change),
    /// The same or neighbouring words were changed: somebody must say what is meant.
    Collides,
    /// Its paragraph has gone, or what it wants stands there already.
    Obsolete,
}

/// Carries a change over a step of its paragraph.
#[must_use]
pub fn carry(change: &Change, step: Step<'_>) -> Fit {
    match (change, step) {
        (_, Step::Gone) => Fit::Obsolete,
        (Change::Words(edits), Step::Stands(done)) => match shifted(edits, done) {
            None => Fit::Collides,
            Some(left) if left.is_empty() => Fit::Obsolete,
            Some(left) => Fit::Applies(Change::Words(left)),
        },
        // Whoever wants to strike a paragraph has read other words.
        (Change::Strike, Step::Stands(done)) if !done.is_empty() => Fit::Collides,
        (change, Step::Stands(_)) => Fit::Applies(change.clone()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;
    use crate::edit::{apply, edits, union};

    const TEXT: &str = "Wir fordern bis Ende 2027 mehr Plätze in Frauenhäusern, und zwar in jedem Kreis.";

    fn words(new: &str) -> Change {
        Change::Words(edits(TEXT, new))
    }

    #[test]
    fn two_amendments_of_one_sentence_apply_both_or_collide() {
        let year = words(&TEXT.replace("2027", "2028"));
        let place = words(&TEXT.replace("jedem Kreis", "jeder Gemeinde"));
        let other = words(&TEXT.replace("2027", "2030"));
        let Change::Words(done) = &year else { unreachable!() };
        let step = Step::Stands(done);
        let Fit::Applies(Change::Words(place)) = carry(&place, step) else { panic!("applies") };
        let first = apply(TEXT, done).unwrap_or_default();
        assert_eq!(
            apply(&first, &place).unwrap_or_default(),
            "Wir fordern bis Ende 2028 mehr Plätze in Frauenhäusern, und zwar in jeder Gemeinde."
        );
        assert_eq!(carry(&other, step), Fit::Collides);
        assert_eq!(carry(&year, step), Fit::Obsolete);
        assert_eq!(carry(&Change::Strike, step), Fit::Collides);
        assert_eq!(carry(&Change::Strike, Step::Stands(&[])), Fit::Applies(Change::Strike));
        for any in [&year, &Change::Strike, &Change::Add("Neu.".into())] {
            assert_eq!(carry(any, Step::Gone), Fit::Obsolete);
        }
    }

    #[test]
    fn a_change_is_kept_in_one_column() {
        for change in [words(&TEXT.replace("mehr ", "")), Change::Strike, Change::Add("Wort „ä“\n– Punkt".into())]
        {
            assert_eq!(Change::from_stored(&change.stored()), Some(change));
        }
        assert_eq!(Change::from_stored("{"), None);
    }

    fn wish() -> impl Strategy<Value = String> {
        let parts: Vec<&'static str> = TEXT.split(' ').collect();
        let count = parts.len();
        (0..count, 0..3_usize, select(vec!["alle", "Plätze", "in", "neu,"])).prop_map(move |(at, way, word)| {
            let mut parts: Vec<&str> = parts.clone();
            match way {
                0 => parts[at] = word,
                1 => parts.insert(at, word),
                _ => drop(parts.remove(at)),
            }
            parts.join(" ")
        })
    }

    proptest! {
        /// Accepted one after the other in two orders, those that apply in both give the same text.
        #[test]
        fn accepted_amendments_give_the_same_text_in_any_valid_order(
            wishes in prop::collection::vec(wish(), 2..7), turn in prop::collection::vec(any::<u16>(), 7)
        ) {
            let changes: Vec<Vec<Edit>> = wishes.iter().map(|new| edits(TEXT, new)).filter(|e| !e.is_empty()).collect();
            let run = |order: &[usize]| -> (String, Vec<usize>) {
                let mut text = TEXT.to_owned();
                let mut open: Vec<(usize, Change)> =
                    order.iter().map(|n| (*n, Change::Words(changes[*n].clone()))).collect();
                let mut taken = Vec::new();
                while !open.is_empty() {
                    let (n, change) = open.remove(0);
                    let Change::Words(done) = change else { unreachable!() };
                    text = apply(&text, &done).expect("it applies to the text it was carried to");
                    taken.push(n);
                    open = open.into_iter().filter_map(|(n, change)| match carry(&change, Step::Stands(&done)) {
                        Fit::Applies(change) => Some((n, change)),
                        _ => None,
                    }).collect();
                }
                (text, taken)
            };
            let order: Vec<usize> = (0..changes.len()).collect();
            let (first, mut taken) = run(&order);
            taken.sort_by_key(|n| turn[*n]);
            let (second, again) = run(&taken);
            prop_assert_eq!(&again.len(), &taken.len());
            prop_assert_eq!(&first, &second);
            // And all at once.
            let all: Vec<&[Edit]> = taken.iter().map(|n| changes[*n].as_slice()).collect();
            let at_once = union(&all).and_then(|all| apply(TEXT, &all));
            prop_assert_eq!(at_once, Some(first));
        }
    }
}
