//! Elections: who is elected, who goes into the runoff, when the lot decides.

mod count;
mod lot;
mod poll;
mod rule;
mod space;
mod tally;
mod words;

pub use count::{count, may_use};
pub use lot::after_lot;
pub use poll::{Ballot, Candidate, ElectionResult, List, Poll, Sum, Tally, Undecided};
pub use rule::{
    Balance, BallotKind, ByElection, Crosses, Elections, Hurdle, Of, OnTie, RunoffSet, Spread, Stagger, Stands,
};
pub use words::sentence;
