//! Who has a vote, and what several people of one office amount to.

use serde::{Deserialize, Serialize};

use super::{Rule, Verdict, wording::small};

/// Who has a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Each person once, however many seats she has.
    Person,
    /// Each post.
    Post,
    /// Each office (Gleichstellungsstelle), however many work there.
    Office,
    /// Each organisation.
    Organisation,
    /// Each seat with its own number of votes.
    Weight,
}

/// How a unit with several people casts its vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Casting {
    /// The first authorised person who votes casts it.
    First,
    /// All who vote must agree; two who disagree cast nothing and count as an abstention.
    Together,
}

/// What a unit's answers amount to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cast<A> {
    /// Nobody answered.
    Nothing,
    /// The vote of the unit.
    Vote(A),
    /// They disagree („uneinig“): no vote is cast, it counts as an abstention.
    Disagreed,
}

/// A unit's vote and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitVote<A> {
    /// What it amounts to.
    pub cast: Cast<A>,
    /// Holds when a vote is cast. Numbers: `answers`, `different`.
    pub verdict: Verdict,
}

/// What the answers of one unit's people amount to; `answers` in the order in which they came.
#[must_use]
pub fn cast<A: Clone + PartialEq>(rule: &Rule<Casting>, answers: &[A]) -> UnitVote<A> {
    let first = answers.first();
    let mut kinds: Vec<&A> = Vec::new();
    for answer in answers {
        if !kinds.contains(&answer) {
            kinds.push(answer);
        }
    }
    let cast = match (first, rule.value) {
        (None, _) => Cast::Nothing,
        (Some(_), Casting::Together) if kinds.len() > 1 => Cast::Disagreed,
        (Some(first), _) => Cast::Vote(first.clone()),
    };
    let count = answers.len();
    let numbers = [("answers", small(count as u64)), ("different", small(kinds.len() as u64))];
    let holds = matches!(cast, Cast::Vote(_));
    let verdict = Verdict::new(holds, &rule.clause, &numbers, |t| match (&cast, rule.value) {
        (Cast::Nothing, _) => t.unit_nothing().to_owned(),
        (Cast::Disagreed, _) => t.unit_disagreed(count),
        (Cast::Vote(_), Casting::First) => t.unit_first(count),
        (Cast::Vote(_), Casting::Together) => t.unit_together(count),
    });
    UnitVote { cast, verdict }
}
