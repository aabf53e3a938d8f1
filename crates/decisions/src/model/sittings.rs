//! A vote by name, as it was taken in a sitting.

use kernel::{Day, Id};
use networks::Seat;

use super::Choice;

/// A vote by name as it was taken in a sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedResult {
    /// The day.
    pub day: Day,
    /// What was said for each seat that was there, or was represented.
    pub spoken: Vec<(Id<Seat>, Spoken)>,
    /// How many of them were there from elsewhere.
    pub remote: u64,
    /// Whether the invitation kept the rules.
    pub duly_invited: bool,
    /// Whether it was the second sitting on the subject and its summons said that it decides in any case.
    pub second_summons: bool,
    /// Whether somebody doubted the quorum.
    pub doubted: bool,
}

/// What was said for a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Spoken {
    /// A vote.
    Vote {
        /// Which.
        choice: Choice,
        /// Whether another cast it by proxy.
        proxy: bool,
    },
    /// Was there and may not vote on a matter of her own (§ 34 BGB).
    Barred,
}
