//! Who has a vote, and which majority which subject needs.

use serde::{Deserialize, Serialize};

use super::{Casting, Majority, Rule, Trigger, Unit};

/// How the body votes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Votes {
    /// Who has a vote.
    pub unit: Rule<Unit>,
    /// How an office or organisation with several people casts its one vote.
    pub casting: Rule<Casting>,
    /// Whether one person may cast the votes of several posts, offices or organisations she speaks for.
    pub several: Rule<bool>,
    /// Ordinary motions.
    pub ordinary: Rule<Majority>,
    /// Changing the rules of procedure or statutes.
    pub rule_change: Rule<Majority>,
    /// Changing the purpose (§ 33 (1) BGB).
    pub purpose_change: Rule<Majority>,
    /// Removing somebody from an office.
    pub removal: Rule<Majority>,
    /// Dissolving the body (§ 41 BGB).
    pub dissolution: Rule<Majority>,
    /// When a vote on a matter is secret.
    pub secret: Rule<Trigger>,
}

/// What a vote is about, as far as the majority depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An ordinary motion.
    Ordinary,
    /// A change of the rules.
    RuleChange,
    /// A change of the purpose.
    PurposeChange,
    /// A removal from office.
    Removal,
    /// The end of the body.
    Dissolution,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Ordinary, Self::RuleChange, Self::PurposeChange, Self::Removal, Self::Dissolution];
}

impl Votes {
    /// The majority a subject needs.
    #[must_use]
    pub const fn majority(&self, subject: Subject) -> &Rule<Majority> {
        match subject {
            Subject::Ordinary => &self.ordinary,
            Subject::RuleChange => &self.rule_change,
            Subject::PurposeChange => &self.purpose_change,
            Subject::Removal => &self.removal,
            Subject::Dissolution => &self.dissolution,
        }
    }
}
