//! Deciding without a sitting: circular resolutions and the silence procedure.

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::{Fraction, Period, Rule, Threshold, Verdict};

/// How a body decides between sittings.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circular {
    /// Who must agree.
    pub consent: Rule<Consent>,
    /// How long answers are waited for.
    pub period: Rule<Period>,
    /// How many days before the end those who have not answered are reminded; 0 for never.
    pub reminder: Rule<u16>,
    /// Who can stop it, so that a sitting decides.
    pub stops: Rule<Stops>,
}

/// What makes a circular resolution.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// There is no such way.
    Never,
    /// All must agree (§ 32 (3) BGB).
    All,
    /// A share of all who could vote.
    Entitled(Threshold),
    /// A share of yes and no.
    Cast(Threshold),
    /// Nobody objects within the period: a silence procedure, and called so.
    Silence,
}

/// Who can stop a circular procedure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stops {
    /// Nobody.
    Nobody,
    /// A single member.
    One,
    /// A share of all who could vote.
    Share(Fraction),
}

/// The answers at a moment, in votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Answers {
    /// All who could vote.
    pub entitled: u64,
    /// Yes.
    pub yes: u64,
    /// No.
    pub no: u64,
    /// Abstentions.
    pub abstain: u64,
    /// Objections against deciding in this way; in a silence procedure, against the matter.
    pub objections: u64,
    /// Whether the period is over.
    pub over: bool,
}

/// Where a circular procedure stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Answers are waited for.
    Running,
    /// Adopted.
    Adopted,
    /// Rejected.
    Rejected,
    /// Stopped by objection; a sitting decides.
    Stopped,
}

/// Where it stands and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Circulation {
    /// Where it stands.
    pub state: State,
    /// Holds when adopted. Numbers: `entitled`, `yes`, `no`, `abstain`, `objections`, `needed`.
    pub verdict: Verdict,
}

/// The days of a circular procedure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dates {
    /// The last day for answers.
    pub last: Day,
    /// The day of the reminder.
    pub reminder: Option<Day>,
}

/// Where a circular procedure stands. It closes with the period or when all have answered; where all must agree, with
/// the first no.
#[must_use]
pub fn judge(rule: &Circular, answers: &Answers) -> Circulation {
    unimplemented!()
}

/// The days of a procedure that was sent on a day. The day it was sent does not count (§ 187 (1) BGB).
#[must_use]
pub fn dates(rule: &Circular, sent: Day) -> Dates {
    unimplemented!()
}
