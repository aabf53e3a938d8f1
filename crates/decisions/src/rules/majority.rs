//! Whether a motion is adopted: base × threshold × tie rule, in whole numbers.

use serde::{Deserialize, Serialize};

use super::{Rule, Threshold, Verdict};

/// A majority.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Majority {
    /// What the share is taken of.
    pub base: Base,
    /// How much of it must say yes.
    pub need: Threshold,
    /// What happens when yes and no are equal.
    pub tie: Tie,
    /// Whether abstentions belong to the base. Only for [`Base::Cast`] and [`Base::Valid`].
    pub abstentions: bool,
    /// Whether invalid votes belong to the base. Only for [`Base::Cast`].
    pub invalid: bool,
}

/// What a majority is taken of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Votes cast: yes and no, and what the rule counts besides.
    Cast,
    /// Valid votes: yes and no, and abstentions where the rule counts them.
    Valid,
    /// Those present with a vote: an abstention works like a no.
    Present,
    /// All who could vote, present or not.
    Entitled,
    /// All members.
    Members,
}

/// What equal numbers of yes and no mean where more than half is needed of the votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// Rejected.
    Rejected,
    /// The chair's vote decides.
    Chair,
}

/// What was counted, in votes. Barred votes are in none of the numbers where the rules take them out of the base.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Yes.
    pub yes: u64,
    /// No.
    pub no: u64,
    /// Abstentions, and offices whose people disagree.
    pub abstain: u64,
    /// Invalid votes.
    pub invalid: u64,
    /// Votes present when the vote was taken.
    pub present: u64,
    /// Votes there are in the body.
    pub entitled: u64,
    /// Votes of all members.
    pub members: u64,
    /// How the chair voted, where the chair's vote decides a tie.
    pub chair: Option<bool>,
}

/// Whether a motion is adopted. Numbers: `yes`, `no`, `abstain`, `invalid`, `base`, `needed`.
#[must_use]
pub fn judge(rule: &Rule<Majority>, counts: &Counts) -> Verdict {
    unimplemented!()
}

/// Whether the numbers can be: no more votes than present, no more present than entitled.
///
/// # Errors
/// A sentence that names the two numbers that do not fit.
pub fn fits(counts: &Counts) -> Result<(), kernel::Reason> {
    unimplemented!()
}
