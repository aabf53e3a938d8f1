//! When a vote is secret, and when the covert grade of this program may be used.

use serde::{Deserialize, Serialize};

use super::{
    Clause, Fraction, Rule, Verdict,
    wording::{sentences, small},
};

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
    let needed = match rule.value {
        Trigger::Never => {
            let numbers = [("asking", small(asking)), ("present", small(present))];
            return Verdict::new(false, &rule.clause, &numbers, |t| t.secret_never().to_owned());
        }
        Trigger::Persons if persons => 0,
        Trigger::Always => 0,
        Trigger::One | Trigger::Persons => 1,
        Trigger::Share(share) => share.at_least(present).max(1),
        Trigger::Majority => Fraction::HALF.more_than(present),
    };
    let holds = asking >= needed;
    let numbers = [("asking", small(asking)), ("present", small(present)), ("needed", small(needed))];
    Verdict::new(holds, &rule.clause, &numbers, |t| {
        if needed == 0 {
            return t.secret_always().to_owned();
        }
        let end = if holds { t.secret_yes() } else { t.secret_no() };
        sentences(&[t.secret_count(asking, present, needed), end.to_owned()])
    })
}

/// Whether a covert ballot may be opened: enough entitled, all votes of equal weight.
#[must_use]
pub fn may_be_covert(clause: &Clause, entitled: u64, equal_weights: bool) -> Verdict {
    let holds = entitled >= FEWEST && equal_weights;
    Verdict::new(holds, clause, &[("entitled", small(entitled)), ("fewest", small(FEWEST))], |t| {
        if entitled < FEWEST {
            t.covert_few(entitled, FEWEST)
        } else if equal_weights {
            t.covert_yes().to_owned()
        } else {
            t.covert_weights().to_owned()
        }
    })
}

/// Whether the result of a covert ballot may be shown; otherwise it is repeated on paper.
#[must_use]
pub fn may_be_shown(clause: &Clause, cast: u64) -> Verdict {
    let holds = cast >= FEWEST;
    Verdict::new(holds, clause, &[("cast", small(cast)), ("fewest", small(FEWEST))], |t| {
        if holds { t.shown_yes().to_owned() } else { t.shown_few(cast) }
    })
}
