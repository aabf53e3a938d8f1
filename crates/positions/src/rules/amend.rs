//! What becomes of amendments: whether they need a vote, and what they make of the text.

use std::collections::HashMap;

use networks::Body;
use text::{Change, Edit, Fit, Paragraph, Step, carry, edits, insert_place, union};

use crate::{Advice, Amendment, AmendmentState, Consent, FitState, Said, Sort};

/// How an amendment stands before the decision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It is decided.
    Settled,
    /// Its paragraph has gone, or what it wants stands there already.
    Obsolete,
    /// Somebody must say what is meant first.
    Collides,
    /// Nobody recommended anything yet.
    Unadvised,
    /// Somebody has not said yet whether she agrees to what is recommended.
    Waiting,
    /// All agree to what is recommended.
    Agreed,
    /// It is put to the vote.
    Vote,
}

/// How it stands: what is recommended holds without a vote once everybody it concerns agrees. Taking over concerns the bodies that
/// move the position beside the one that recommends; other words concern whoever asked, too; not taking over only her.
#[must_use]
pub fn standing(amendment: &Amendment, consents: &[Consent], movers: &[kernel::Id<Body>]) -> Standing {
    match (amendment.state, amendment.fit) {
        (AmendmentState::Open, FitState::Applies) => {}
        (AmendmentState::Open, FitState::Collides) => return Standing::Collides,
        (AmendmentState::Open, FitState::Obsolete) => return Standing::Obsolete,
        _ => return Standing::Settled,
    }
    let of = |body| consents.iter().find(|c| c.amendment == amendment.id && c.body == body).map(|c| c.answer);
    let moving = movers.iter().map(|body| of(*body));
    let said: Vec<Option<Said>> = match amendment.advice {
        None => return Standing::Unadvised,
        Some(Advice::Vote) => return Standing::Vote,
        Some(Advice::Adopt) => moving.collect(),
        Some(Advice::Changed) => moving.chain([amendment.proposer]).collect(),
        Some(Advice::Reject) => vec![amendment.proposer],
    };
    if said.contains(&Some(Said::No)) {
        Standing::Vote
    } else if said.contains(&None) {
        Standing::Waiting
    } else {
        Standing::Agreed
    }
}

/// Whether an assembly still has to deal with it.
#[must_use]
pub const fn needs_vote(standing: Standing) -> bool {
    matches!(standing, Standing::Vote | Standing::Waiting | Standing::Unadvised | Standing::Collides)
}

/// An accepted amendment on its way into the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merge {
    /// Its number.
    pub number: i64,
    /// Its paragraph.
    pub paragraph: Option<i64>,
    /// The change in places of the latest text.
    pub change: Change,
    /// What a new paragraph is known by from then on.
    pub key: i64,
}

/// A text with amendments in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merged {
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// The numbers of those that are in it.
    pub taken: Vec<i64>,
    /// What changed in each paragraph that stands; those that are not here have gone.
    pub steps: HashMap<i64, Vec<Edit>>,
}

/// Puts accepted amendments into a text, by their numbers. One that meets another stays out.
#[must_use]
pub fn merge(all: &[Paragraph], accepted: &[Merge]) -> Merged {
    let mut accepted: Vec<&Merge> = accepted.iter().collect();
    accepted.sort_by_key(|m| m.number);
    let mut list = all.to_vec();
    let mut steps: HashMap<i64, Vec<Edit>> = all.iter().map(|p| (p.key, Vec::new())).collect();
    let mut taken = Vec::new();
    for one in accepted {
        let fits = match (&one.change, one.paragraph) {
            (Change::Words(new), Some(key)) => words(all, &mut list, &mut steps, key, new),
            (Change::Strike, Some(key)) => strike(&mut list, &mut steps, key),
            (Change::Add(text), behind) => insert_place(&list, behind, one.number).is_some_and(|at| {
                list.insert(at, Paragraph { key: one.key, origin: Some((behind, one.number)), text: text.clone() });
                true
            }),
            _ => false,
        };
        if fits {
            taken.push(one.number);
        }
    }
    Merged { paragraphs: list, taken, steps }
}

fn words(
    all: &[Paragraph],
    list: &mut [Paragraph],
    steps: &mut HashMap<i64, Vec<Edit>>,
    key: i64,
    new: &[Edit],
) -> bool {
    let (Some(was), Some(done)) = (all.iter().find(|p| p.key == key), steps.get_mut(&key)) else { return false };
    let Some(both) = union(&[done, new]) else { return false };
    let (Some(text), Some(now)) = (text::apply(&was.text, &both), list.iter_mut().find(|p| p.key == key)) else {
        return false;
    };
    now.text = text;
    *done = both;
    true
}

fn strike(list: &mut Vec<Paragraph>, steps: &mut HashMap<i64, Vec<Edit>>, key: i64) -> bool {
    // Whoever wants to strike a paragraph has read its words as they were.
    if steps.get(&key).is_none_or(|done| !done.is_empty()) {
        return false;
    }
    steps.remove(&key);
    list.retain(|p| p.key != key);
    true
}

/// What changed from one text to another of which the paragraphs are known by their keys.
#[must_use]
pub fn steps_between(old: &[Paragraph], new: &[Paragraph]) -> HashMap<i64, Vec<Edit>> {
    let now: HashMap<i64, &str> = new.iter().map(|p| (p.key, p.text.as_str())).collect();
    old.iter().filter_map(|p| Some((p.key, edits(&p.text, now.get(&p.key)?)))).collect()
}

/// Paragraphs as somebody wrote them anew: those that are the same as before keep their keys, others get one from `key`.
#[must_use]
pub fn rewritten(old: &[Paragraph], new: &[String], mut key: impl FnMut() -> i64) -> Vec<Paragraph> {
    let (olds, news): (Vec<&str>, Vec<&str>) =
        (old.iter().map(|p| p.text.as_str()).collect(), new.iter().map(String::as_str).collect());
    let same = text::align(&olds, &news);
    let one = |(text, was): (&String, Option<usize>)| match was.and_then(|at| old.get(at)) {
        Some(was) => Paragraph { text: text.clone(), ..was.clone() },
        None => Paragraph { key: key(), origin: None, text: text.clone() },
    };
    new.iter().zip(same).map(one).collect()
}

/// How an amendment stands to a newer text, and its change in places of that.
#[must_use]
pub fn carried_over(
    amendment: &Amendment,
    change: Option<&Change>,
    steps: &HashMap<i64, Vec<Edit>>,
) -> (FitState, Option<Change>) {
    let step = match amendment.paragraph {
        // Before all there is always room.
        None => Step::Stands(&[]),
        Some(key) => steps.get(&key).map_or(Step::Gone, |done| Step::Stands(done)),
    };
    match (change, step) {
        (_, Step::Gone) => (FitState::Obsolete, None),
        (None, Step::Stands(_)) => (amendment.fit, None),
        // A new paragraph stays where it is wanted, whatever became of the one before it.
        (Some(change), Step::Stands(_)) if amendment.sort == Sort::Add => (FitState::Applies, Some(change.clone())),
        (Some(change), step) => match carry(change, step) {
            Fit::Applies(change) => (FitState::Applies, Some(change)),
            Fit::Collides => (FitState::Collides, None),
            Fit::Obsolete => (FitState::Obsolete, None),
        },
    }
}

#[cfg(test)]
#[path = "amend_tests.rs"]
mod tests;
