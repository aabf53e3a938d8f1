//! Who stands, for which seats, and what a round came to.

use kernel::{Id, Moment, Office};
use networks::{Body, Occupancy, Seat, SeatKind};
use people::{Organisation, Person, Post, Territory, stored_words};
use serde::{Deserialize, Serialize};

use super::Vote;
use crate::rules::{
    Verdict,
    election::{ElectionResult, Sum, Tally, Undecided},
};

stored_words! {
    /// Where somebody's candidature stands.
    pub enum CandidateState {
        /// Asked whether she stands.
        Nominated = "nominated",
        /// Stands.
        Standing = "standing",
        /// Does not.
        Declined = "declined",
        /// Stood and stands no more.
        Withdrawn = "withdrawn",
        /// Elected; has not accepted yet.
        Elected = "elected",
        /// Elected and accepted.
        Accepted = "accepted",
        /// Elected and refused.
        Refused = "refused",
        /// Moves up in the order of rank.
        Substitute = "substitute",
        /// Not elected.
        Lost = "lost",
    }
}

stored_words! {
    /// How somebody said that she stands who did not answer here herself.
    pub enum Consent {
        /// By word of mouth.
        Oral = "oral",
        /// In writing.
        Written = "written",
    }
}

impl CandidateState {
    /// Whether she is or was on the ballot.
    #[must_use]
    pub const fn is_on_ballot(self) -> bool {
        !matches!(self, Self::Nominated | Self::Declined | Self::Withdrawn)
    }
}

/// Somebody put forward for an election.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Its number in the house.
    pub id: Id<Self>,
    /// The election.
    pub vote: Id<Vote>,
    /// Her number on the ballot, final when it opens.
    pub number: i64,
    /// Who.
    pub person: Id<Person>,
    /// The post through which she may stand.
    pub post: Option<Id<Post>>,
    /// The organisation that put her forward.
    pub organisation: Option<Id<Organisation>>,
    /// The territory she comes from.
    pub territory: Option<Id<Territory>>,
    /// The list she is on, where lists are elected.
    pub list: Option<String>,
    /// What she says about herself.
    pub statement: String,
    /// Who put her forward.
    pub by: Option<Id<Person>>,
    /// Where it stands.
    pub state: CandidateState,
    /// Her votes.
    pub votes: Option<i64>,
    /// Her place in the order of those who move up.
    pub rank: Option<i64>,
    /// The seat she is elected to.
    pub seat: Option<Id<Seat>>,
    /// What she occupies since she accepted.
    pub occupancy: Option<Id<Occupancy>>,
    /// When she last answered.
    pub answered_at: Option<Moment>,
    /// Who entered her answer, and how she gave it; `None` where she answered here herself.
    pub entered: Option<(Id<Person>, Consent)>,
}

impl Candidate {
    /// Her number on the ballot as rules count.
    #[must_use]
    pub fn ballot_number(&self) -> u32 {
        u32::try_from(self.number).unwrap_or_default()
    }
}

/// A seat an election fills.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VoteSeat {
    /// The seat.
    pub seat: Id<Seat>,
    /// Its place in the order of those elected, from 1.
    pub place: i64,
    /// Its number in the body.
    pub number: i64,
    /// Its label.
    pub label: Option<String>,
    /// Its office.
    pub office: Option<Office>,
    /// The body it is in.
    pub body: Id<Body>,
    /// Its kind.
    pub kind: SeatKind,
    /// The territory it stands for.
    pub territory: Option<Id<Territory>>,
    /// The official key of that territory.
    pub ags: Option<String>,
    /// How long terms on it are, in months, where the seat says so.
    pub term_months: Option<i64>,
}

/// What stays open after a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Left {
    /// The next round, between these, for so many places.
    Runoff(Vec<u32>, u32),
    /// The lot among these.
    Lot(Vec<u32>, u32),
    /// The round again among these.
    Repeat(Vec<u32>, u32),
    /// Places nobody won.
    Open(u32),
}

/// What a round came to, as it is stored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// Number on the ballot and votes, most first.
    pub tallies: Vec<(u32, u64)>,
    /// No to the only candidate.
    pub no: u64,
    /// Valid ballots.
    pub valid: u64,
    /// Blank ballots and abstentions.
    pub blank: u64,
    /// Invalid ballots.
    pub invalid: u64,
    /// Votes needed.
    pub needed: Option<u64>,
    /// Who is elected in this round.
    pub elected: Vec<u32>,
    /// Whom the lot elected.
    pub drawn: Vec<u32>,
    /// What stays open.
    pub left: Vec<Left>,
    /// What the balance says.
    pub balance: Option<Verdict>,
    /// The reasoning.
    pub verdict: Verdict,
    /// Votes that were handed in.
    pub present: u64,
    /// Votes there were.
    pub entitled: u64,
}

impl Counting {
    /// The result as the rules give it.
    #[must_use]
    pub fn of(result: &ElectionResult, present: u64, entitled: u64) -> Self {
        let left = |it: &Undecided| match it.clone() {
            Undecided::Runoff { candidates, places } => Left::Runoff(candidates, places),
            Undecided::Lot { candidates, places } => Left::Lot(candidates, places),
            Undecided::Repeat { candidates, places } => Left::Repeat(candidates, places),
            Undecided::Open { places } => Left::Open(places),
        };
        Self {
            tallies: result.tallies.iter().map(|t| (t.number, t.votes)).collect(),
            no: result.no,
            valid: result.valid,
            blank: result.blank,
            invalid: result.invalid,
            needed: result.needed,
            elected: result.elected.clone(),
            drawn: result.drawn.clone(),
            left: result.undecided.iter().map(left).collect(),
            balance: result.balance.clone(),
            verdict: result.verdict.clone(),
            present,
            entitled,
        }
    }
    /// The same for the rules.
    #[must_use]
    pub fn result(&self) -> ElectionResult {
        let undecided = |it: &Left| match it.clone() {
            Left::Runoff(candidates, places) => Undecided::Runoff { candidates, places },
            Left::Lot(candidates, places) => Undecided::Lot { candidates, places },
            Left::Repeat(candidates, places) => Undecided::Repeat { candidates, places },
            Left::Open(places) => Undecided::Open { places },
        };
        ElectionResult {
            tallies: self.tallies.iter().map(|(number, votes)| Tally { number: *number, votes: *votes }).collect(),
            no: self.no,
            valid: self.valid,
            blank: self.blank,
            invalid: self.invalid,
            needed: self.needed,
            elected: self.elected.clone(),
            drawn: self.drawn.clone(),
            undecided: self.left.iter().map(undecided).collect(),
            balance: self.balance.clone(),
            verdict: self.verdict.clone(),
        }
    }
}

/// The sum of the ballots on paper, as the board enters and signs it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperSum {
    /// Valid ballots.
    pub valid: u64,
    /// Number on the ballot and votes.
    pub votes: Vec<(u32, u64)>,
    /// No to the only candidate.
    pub no: u64,
    /// Blank ballots and abstentions.
    pub blank: u64,
    /// Invalid ballots.
    pub invalid: u64,
}

impl PaperSum {
    /// All ballots in it.
    #[must_use]
    pub const fn ballots(&self) -> u64 {
        self.valid.saturating_add(self.blank).saturating_add(self.invalid)
    }
    /// For the rules.
    #[must_use]
    pub fn sum(&self) -> Sum {
        Sum { valid: self.valid, votes: self.votes.clone(), no: self.no, blank: self.blank, invalid: self.invalid }
    }
}
