//! Deciding without a sitting: circular resolutions and the silence procedure.

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::{
    Fraction, Period, Rule, Threshold, Verdict,
    wording::{self, sentences, small},
};
use crate::words::T;

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
    let (needed, blocking) = (needed(rule.consent.value, answers), stopping(rule.stops.value, answers.entitled));
    let state = state(rule, answers, needed, blocking);
    let numbers = [
        ("entitled", small(answers.entitled)),
        ("yes", small(answers.yes)),
        ("no", small(answers.no)),
        ("abstain", small(answers.abstain)),
        ("objections", small(answers.objections)),
        ("needed", small(needed)),
    ];
    let clause = if state == State::Stopped { &rule.stops.clause } else { &rule.consent.clause };
    let verdict = Verdict::new(state == State::Adopted, clause, &numbers, |t| {
        if rule.consent.value == Consent::Never {
            return t.circular_never().to_owned();
        }
        let end = match state {
            State::Running => t.circular_running(),
            State::Adopted => t.circular_adopted(),
            State::Rejected => t.circular_rejected(),
            State::Stopped => t.circular_stopped(),
        };
        sentences(&[counted(t, rule, answers, needed), stopped(t, rule, answers, blocking), end.to_owned()])
    });
    Circulation { state, verdict }
}

/// The days of a procedure that was sent on a day. The day it was sent does not count (§ 187 (1) BGB).
#[must_use]
pub fn dates(rule: &Circular, sent: Day) -> Dates {
    let last = rule.period.value.after(sent);
    let reminder = last.plus_days(-i32::from(rule.reminder.value));
    Dates { last, reminder: (rule.reminder.value > 0 && reminder > sent).then_some(reminder) }
}

/// How many yes are needed; in a silence procedure none.
fn needed(consent: Consent, answers: &Answers) -> u64 {
    match consent {
        Consent::Never | Consent::Silence => 0,
        Consent::All => answers.entitled.max(1),
        Consent::Entitled(need) => need.needed(answers.entitled).max(1),
        Consent::Cast(need) => need.needed(answers.yes + answers.no).max(1),
    }
}

/// How many objections stop it.
fn stopping(stops: Stops, entitled: u64) -> Option<u64> {
    match stops {
        Stops::Nobody => None,
        Stops::One => Some(1),
        Stops::Share(share) => Some(share.at_least(entitled).max(1)),
    }
}

fn state(rule: &Circular, answers: &Answers, needed: u64, blocking: Option<u64>) -> State {
    let silence = rule.consent.value == Consent::Silence;
    let all_answered = answers.yes + answers.no + answers.abstain >= answers.entitled && !silence;
    // An abstention is no consent: where all must agree, it decides as a no does.
    let hopeless = rule.consent.value == Consent::All && answers.no + answers.abstain > 0;
    if rule.consent.value == Consent::Never {
        State::Rejected
    } else if blocking.is_some_and(|most| answers.objections >= most) || (silence && answers.objections > 0) {
        State::Stopped
    } else if hopeless {
        State::Rejected
    } else if !answers.over && !all_answered {
        State::Running
    } else if answers.yes >= needed {
        State::Adopted
    } else {
        State::Rejected
    }
}

fn counted(t: T, rule: &Circular, answers: &Answers, needed: u64) -> String {
    let need = match rule.consent.value {
        Consent::Silence => return t.circular_silence(answers.objections),
        Consent::Entitled(need) => wording::need(t, need, "entitled"),
        Consent::Cast(need) => wording::need(t, need, "cast"),
        Consent::Never | Consent::All => wording::need(t, Threshold::AtLeast(Fraction::ALL), "entitled"),
    };
    let line = t.circular_line(answers.entitled, answers.yes, answers.no, answers.abstain);
    sentences(&[line, t.circular_need(need, needed)])
}

fn stopped(t: T, rule: &Circular, answers: &Answers, blocking: Option<u64>) -> String {
    match blocking {
        Some(most) if answers.objections > 0 && rule.consent.value != Consent::Silence => {
            t.circular_objections(answers.objections, most)
        }
        _ => String::new(),
    }
}
