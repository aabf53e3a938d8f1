//! From when to when somebody is elected.

use kernel::Day;

use super::{Elections, Verdict};

/// What an election is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occasion {
    /// An ordinary election.
    Ordinary,
    /// The first election of a body whose terms end in groups; the place counts from 0.
    First {
        /// Place in the order of the elected.
        place: u16,
    },
    /// An election in the middle of a term.
    ByElection {
        /// The first day after the term of whoever left.
        original_end: Day,
    },
}

/// The dates of a term.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dates {
    /// First day.
    pub from: Day,
    /// First day after the term; [`Day::OPEN`] when the rules set no term.
    pub until: Day,
    /// Whether she stays in office beyond it until there is a successor.
    pub carries_over: bool,
    /// The reasoning. It holds always but when no by-election is provided for.
    pub verdict: Verdict,
}

/// The dates of a term that begins on a day.
#[must_use]
pub fn dates(rule: &Elections, from: Day, occasion: Occasion) -> Dates {
    unimplemented!()
}

/// Whether somebody may stand who has served so many terms in a row. Numbers: `served`, `most`.
#[must_use]
pub fn may_stand(rule: &Elections, served: u16) -> Verdict {
    unimplemented!()
}
