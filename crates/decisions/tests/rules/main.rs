//! What the rules say, held against worked examples, properties and a second, plain way of counting.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod cases;
mod elections;
mod naive;
mod properties;
mod sets;
mod verdicts;

use decisions::rules::{
    BallotKind, Bars, Base, Fraction, Majority, Quorum, Rule, RuleSet, Threshold, Tie,
    election::{Ballot, Candidate, Poll},
    template,
};
use kernel::Day;

/// A template by its key.
fn rules(key: &str) -> RuleSet {
    template(key).unwrap().rules
}

fn quorum() -> Quorum {
    rules("council").quorum
}

fn bars() -> Bars {
    rules("council").bars
}

fn share(part: u32, whole: u32) -> Fraction {
    Fraction::new(part, whole).unwrap()
}

fn majority(base: Base, need: Threshold) -> Rule<Majority> {
    Rule::new(Majority { base, need, tie: Tie::Rejected, abstentions: false, invalid: false }, "§ 1", "Text")
}

fn day(text: &str) -> Day {
    Day::literal(text)
}

/// A round with candidates 1 to `candidates`, nobody from anywhere.
fn poll(kind: BallotKind, places: u32, candidates: u32, ballots: Vec<Ballot>) -> Poll {
    Poll {
        kind,
        round: 1,
        places,
        candidates: (1..=candidates).map(|number| Candidate { number, territory: None }).collect(),
        lists: Vec::new(),
        already: Vec::new(),
        territories: Vec::new(),
        present: ballots.len() as u64,
        entitled: ballots.len() as u64,
        ballots,
        sums: Vec::new(),
    }
}

/// So many equal ballots.
fn times(count: usize, ballot: Ballot) -> Vec<Ballot> {
    vec![ballot; count]
}
