//! Project groups: what they are charged with, who carries the cost with them, and how they close.

use kernel::{Day, Id, Moment};
use people::Organisation;

/// What a project group is charged with.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Project {
    /// Its mandate, in sentences.
    pub charge: String,
    /// The planned last day, itself included.
    pub due: Option<Day>,
    /// What all of it costs, in cents.
    pub total: Option<i64>,
    /// Counts changes; 0 where nothing was ever saved.
    pub version: i64,
}

/// An exact fraction above nothing and at most a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fraction {
    /// Above the line, 1 to 1000.
    pub numerator: i64,
    /// Below the line, 1 to 1000.
    pub denominator: i64,
}

/// A share of the cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Share {
    /// An amount in cents.
    Cents(i64),
    /// A part of the whole.
    Part(Fraction),
}

/// Who a partner is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PartnerName {
    /// An organisation of this house.
    Organisation(Id<Organisation>),
    /// Somebody outside, by name.
    Outside(String),
}

/// Somebody who carries a project group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Partner {
    /// Its number.
    pub id: Id<Self>,
    /// Who.
    pub name: PartnerName,
    /// The share of the cost, where one is agreed.
    pub share: Option<Share>,
}

/// What is asked for a partner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPartner {
    /// Who.
    pub name: PartnerName,
    /// The share of the cost.
    pub share: Option<Share>,
}

/// How a project group closes: five short answers, or one text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// What it wanted.
    pub aim: String,
    /// What it did.
    pub deeds: String,
    /// What came of it.
    pub result: String,
    /// What remains, and for whom.
    pub remains: String,
    /// What it advises.
    pub advice: String,
    /// All of it as one text instead.
    pub whole: String,
    /// When the group closed with it; `None` for a draft.
    pub closed: Option<Moment>,
}
