//! When a vote is secret, and when the covert grade of this program may be used.

use serde::{Deserialize, Serialize};

use super::{Clause, Fraction, Rule, Verdict};

/// When a vote is secret.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// Never.
    Never,
    /// When one voting member asks.
    One,
    /// When a share of the votes present asks.
    Share(Fraction),
    /// When more than half of the votes present ask.
    Majority,
    /// Always when persons are concerned; otherwise when one voting member asks.
    Persons,
    /// Always.
    Always,
}

/// Fewest entitled for a covert ballot, and fewest cast for its result to be shown: below, votes can be guessed.
pub const FEWEST: u64 = 5;

/// Whether the vote must be secret, when so many of those present ask. Numbers: `asking`, `present`, `needed`.
#[must_use]
pub fn judge(rule: &Rule<Trigger>, asking: u64, present: u64, persons: bool) -> Verdict {
    unimplemented!()
}

/// Whether a covert ballot may be opened: enough entitled, all votes of equal weight.
#[must_use]
pub fn may_be_covert(clause: &Clause, entitled: u64, equal_weights: bool) -> Verdict {
    unimplemented!()
}

/// Whether the result of a covert ballot may be shown; otherwise it is repeated on paper.
#[must_use]
pub fn may_be_shown(clause: &Clause, cast: u64) -> Verdict {
    unimplemented!()
}
