//! What is counted in a round, and what comes out.

use crate::rules::{BallotKind, Verdict};

/// Somebody on the ballot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Her number on the ballot, from 1; in a list ballot the same person has one number in all of them.
    pub number: u32,
    /// The territory she stands for, as the caller numbers them.
    pub territory: Option<i64>,
}

/// A closed list. On ballots its number is marked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct List {
    /// Its number on the ballot.
    pub number: u32,
    /// Its people in order, by their numbers.
    pub people: Vec<u32>,
}

/// One ballot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ballot {
    /// The numbers marked. None is a blank ballot; too many, an unknown number or one marked twice make it invalid as
    /// a whole.
    Chosen(Vec<u32>),
    /// Yes to the only candidate.
    Yes,
    /// No to the only candidate.
    No,
    /// Abstention: handed in, not valid, like a blank ballot.
    Abstain,
    /// Blank.
    Blank,
    /// Invalid: torn, signed, illegible.
    Invalid,
}

/// A pile counted by hand, such as the postal votes: one signed sum.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sum {
    /// Valid ballots in it; with a no where a no counts.
    pub valid: u64,
    /// Votes by number.
    pub votes: Vec<(u32, u64)>,
    /// No to the only candidate.
    pub no: u64,
    /// Blank ballots and abstentions.
    pub blank: u64,
    /// Invalid ballots.
    pub invalid: u64,
}

/// One round of an election.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Poll {
    /// The ballot used.
    pub kind: BallotKind,
    /// Counted from 1.
    pub round: u32,
    /// Places open in this round.
    pub places: u32,
    /// Who stands in this round, in the order of the ballot.
    pub candidates: Vec<Candidate>,
    /// The lists of a list ballot.
    pub lists: Vec<List>,
    /// Who was elected in earlier rounds for places of the same election: for the balance.
    pub already: Vec<Candidate>,
    /// The territories the balance looks at. Leaving one out gives its places to all.
    pub territories: Vec<i64>,
    /// Ballots one by one.
    pub ballots: Vec<Ballot>,
    /// Piles counted by hand.
    pub sums: Vec<Sum>,
    /// Votes present.
    pub present: u64,
    /// All who could vote. No more ballots than that are counted.
    pub entitled: u64,
}

/// Votes of one candidate or list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Number on the ballot.
    pub number: u32,
    /// Votes.
    pub votes: u64,
}

/// What stays open after a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Undecided {
    /// The next round, between these, for so many places.
    Runoff {
        /// Numbers on the ballot, most votes first.
        candidates: Vec<u32>,
        /// Places.
        places: u32,
    },
    /// The lot decides among these.
    Lot {
        /// Numbers on the ballot.
        candidates: Vec<u32>,
        /// Places.
        places: u32,
    },
    /// The round is repeated among these.
    Repeat {
        /// Numbers on the ballot.
        candidates: Vec<u32>,
        /// Places.
        places: u32,
    },
    /// Places stay open.
    Open {
        /// How many.
        places: u32,
    },
}

/// The result of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ElectionResult {
    /// Everybody's votes, most first; equal ones in the order of the ballot.
    pub tallies: Vec<Tally>,
    /// No to the only candidate.
    pub no: u64,
    /// Valid ballots.
    pub valid: u64,
    /// Blank ballots and abstentions; a no too, where a no does not count.
    pub blank: u64,
    /// Invalid ballots.
    pub invalid: u64,
    /// Votes needed; `None` when the most votes elect.
    pub needed: Option<u64>,
    /// Who is elected in this round, most votes first.
    pub elected: Vec<u32>,
    /// Whom the lot elected of them (for lists: the list), in the order drawn.
    pub drawn: Vec<u32>,
    /// What stays open. With a binding balance there can be several.
    pub undecided: Vec<Undecided>,
    /// What the balance says about all elected so far; `None` where the rules have none.
    pub balance: Option<Verdict>,
    /// Holds when all places are filled. Numbers: `ballots`, `valid`, `blank`, `invalid`, `needed`, `places`, `elected`.
    pub verdict: Verdict,
}

impl ElectionResult {
    /// All ballots.
    #[must_use]
    pub const fn cast(&self) -> u64 {
        self.valid + self.blank + self.invalid
    }
}
