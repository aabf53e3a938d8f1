//! Rules of procedure as data, and what follows from them: pure functions without clock, input or output.
//!
//! A [`RuleSet`] holds every parameter as a [`Rule`]: its value and the clause it stands in. What is asked of it comes
//! back as a [`Verdict`]: whether it holds, the numbers, the clause, and a sentence in German and English that can be
//! read out in the sitting and stands in the minutes. Days are handed in, numbers are whole, shares are fractions.

mod bar;
mod check;
pub mod circular;
mod clause;
mod describe;
pub mod election;
mod fraction;
pub mod holidays;
pub mod majority;
pub mod minutes;
pub mod notice;
mod period;
pub mod proxy;
pub mod quorum;
pub mod resolution;
pub mod right;
pub mod secret;
mod set;
mod templates;
pub mod terms;
pub mod unit;
mod verdict;
mod votes;
mod wording;

pub use bar::Bars;
pub use check::check_law;
pub use circular::{Circular, Consent, Stops};
pub use clause::{Clause, Rule};
pub use describe::{Choice, Difference, Parameter, Section, choices, describe, differences};
pub use election::{
    Balance, BallotKind, ByElection, Crosses, Elections, Hurdle, Of, OnTie, RunoffSet, Spread, Stagger, Stands,
};
pub use fraction::{Fraction, Threshold};
pub use majority::{Base, Majority, Tie};
pub use minutes::Minutes;
pub use notice::{Channel, CountsFrom, Notice, Shortened, Who};
pub use period::Period;
pub use proxy::{Form, Holders, Proxies};
pub use quorum::{Quorum, QuorumBase};
pub use resolution::Resolutions;
pub use secret::Trigger;
pub use set::RuleSet;
pub use templates::{Template, template, templates, templates_for};
pub use unit::{Casting, Unit};
pub use verdict::Verdict;
pub use votes::{Subject, Votes};
