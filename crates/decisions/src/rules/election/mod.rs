//! Elections: who is elected, who goes into the runoff, when the lot decides.

mod count;
mod poll;
mod rule;
mod space;
mod words;

pub use count::{after_lot, count, may_use};
pub use poll::{Ballot, Candidate, ElectionResult, List, Poll, Sum, Tally, Undecided};
pub use rule::{
    Balance, BallotKind, ByElection, Crosses, Elections, Hurdle, Of, OnTie, RunoffSet, Spread, Stagger, Stands,
};
