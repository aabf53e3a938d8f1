//! Who has a vote, and what several people of one office amount to.

use serde::{Deserialize, Serialize};

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

/// What the answers of one unit's people amount to; `answers` in the order in which they came.
pub fn cast<A: PartialEq>(casting: Casting, answers: impl IntoIterator<Item = A>) -> Cast<A> {
    let mut answers = answers.into_iter();
    let Some(first) = answers.next() else { return Cast::Nothing };
    if casting == Casting::Together && answers.any(|answer| answer != first) {
        return Cast::Disagreed;
    }
    Cast::Vote(first)
}
