//! Whether a motion is adopted: base × threshold × tie rule, in whole numbers.

use serde::{Deserialize, Serialize};

use super::{
    Rule, Threshold, Verdict, check,
    wording::{self, sentences, small},
};
use crate::words::T;

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

/// Whether a motion is adopted. Numbers: `yes`, `no`, `abstain`, `invalid`, `base`, `needed`; where the chair's vote decides,
/// `chair`, too: 1 for yes, 0 for no, -1 as long as it is missing.
#[must_use]
pub fn judge(rule: &Rule<Majority>, counts: &Counts) -> Verdict {
    let majority = &rule.value;
    let base = base(majority, counts);
    // Without a single yes nothing is adopted.
    let needed = majority.need.needed(base).max(1);
    let tied = counts.yes == counts.no && counts.yes > 0;
    let outcome = if majority.tie == Tie::Chair && majority.is_plain() && tied {
        Outcome::Chair(counts.chair)
    } else if counts.yes >= needed {
        Outcome::Adopted
    } else if tied && majority.is_plain() {
        Outcome::Tied
    } else {
        Outcome::Rejected
    };
    let mut numbers = vec![
        ("yes", small(counts.yes)),
        ("no", small(counts.no)),
        ("abstain", small(counts.abstain)),
        ("invalid", small(counts.invalid)),
        ("base", small(base)),
        ("needed", small(needed)),
    ];
    if let Outcome::Chair(said) = outcome {
        numbers.push(("chair", said.map_or(-1, i64::from)));
    }
    let holds = matches!(outcome, Outcome::Adopted | Outcome::Chair(Some(true)));
    Verdict::new(holds, &rule.clause, &numbers, |t| {
        let need = wording::need(t, majority.need, &wording::base(majority.base));
        let line = t.votes_line(counts.yes, counts.no, counts.abstain, counts.invalid);
        sentences(&[line, t.majority_need(need, needed, base), outcome.said(t).to_owned()])
    })
}

/// Whether a stored verdict waits for the chair's vote.
#[must_use]
pub fn waits_for_chair(verdict: &Verdict) -> bool {
    // Those written before the number was kept say it by their sentence alone, in the words of that time.
    const BEFORE: &str = "Bei Stimmengleichheit entscheidet die Stimme des Vorsitzes; sie fehlt noch.";
    verdict.number("chair").map_or_else(|| verdict.de.ends_with(BEFORE), |said| said < 0)
}

/// Whether the numbers can be: no more votes than present, no more present than entitled.
///
/// # Errors
/// A sentence that names the two numbers that do not fit.
pub fn fits(counts: &Counts) -> Result<(), kernel::Reason> {
    let cast = counts.yes + counts.no + counts.abstain + counts.invalid;
    if cast > counts.present {
        return Err(check::more_votes_than_present(cast, counts.present));
    }
    if counts.present > counts.entitled {
        return Err(check::more_present_than_entitled(counts.present, counts.entitled));
    }
    Ok(())
}

enum Outcome {
    Adopted,
    Rejected,
    Tied,
    Chair(Option<bool>),
}

impl Outcome {
    const fn said(&self, t: T) -> &'static str {
        match self {
            Self::Adopted => t.majority_adopted(),
            Self::Rejected => t.majority_rejected(),
            Self::Tied => t.majority_tie(),
            Self::Chair(Some(true)) => t.majority_chair_adopted(),
            Self::Chair(Some(false)) => t.majority_chair_rejected(),
            Self::Chair(None) => t.majority_chair_open(),
        }
    }
}

impl Majority {
    /// More than half of yes and no, nothing else counted: only then equal numbers are a tie.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let votes = matches!(self.base, Base::Cast | Base::Valid);
        votes && self.need == Threshold::MORE_THAN_HALF && !self.abstentions && !self.invalid
    }
}

fn base(majority: &Majority, counts: &Counts) -> u64 {
    let counted = |counts: bool, votes: u64| if counts { votes } else { 0 };
    let valid = counts.yes + counts.no + counted(majority.abstentions, counts.abstain);
    match majority.base {
        Base::Cast => valid + counted(majority.invalid, counts.invalid),
        Base::Valid => valid,
        Base::Present => counts.present,
        Base::Entitled => counts.entitled,
        Base::Members => counts.members,
    }
}
