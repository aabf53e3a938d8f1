//! The rules of procedure of one body, as they hold from a day.

use kernel::Reason;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Bars, Circular, Clause, Elections, Minutes, Notice, Proxies, Quorum, Resolutions, Rule, Votes, check};

/// The longest text of a rule set that is read, in bytes.
pub const LONGEST: usize = 256 * 1024;

/// All parameters of a body's rules of procedure. A change is a new rule set with its own day; old ones stay.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Whether the body votes formally. If not, pages show no ballots, quorum, proxies or speakers' lists.
    pub formal: Rule<bool>,
    /// Invitation and agenda.
    pub notice: Notice,
    /// When decisions are possible.
    pub quorum: Quorum,
    /// Who votes, and what is adopted.
    pub votes: Votes,
    /// Voting for somebody else.
    pub proxies: Proxies,
    /// Who may not vote.
    pub bars: Bars,
    /// Deciding without a sitting.
    pub circular: Circular,
    /// Elections and terms.
    pub elections: Elections,
    /// The register of resolutions.
    pub resolutions: Resolutions,
    /// Minutes. Rules that were stored before say nothing of them.
    #[serde(default)]
    pub minutes: Minutes,
}

impl RuleSet {
    /// Reads a stored rule set: JSON without unknown fields, every value checked.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        if text.len() > LONGEST {
            return Err(check::too_long());
        }
        let set: Self = serde_json::from_str(text).map_err(|error| check::unreadable(&error))?;
        set.check()?;
        Ok(set)
    }
    /// Its JSON, as [`RuleSet::parse`] reads it.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Maps with text keys only: this cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
    /// Whether every value is possible and none contradicts another.
    ///
    /// # Errors
    /// The first thing that is wrong, as a sentence.
    pub fn check(&self) -> Result<(), Reason> {
        check::check(self)
    }
    /// The same rules with one parameter changed. `key` as in [`super::Parameter`], `value` as in the JSON.
    ///
    /// # Errors
    /// When there is no such parameter, or the outcome does not pass [`RuleSet::check`].
    pub fn with(&self, key: &str, value: Value, clause: Clause) -> Result<Self, Reason> {
        self.with_all([(key, value, clause)])
    }
    /// The same rules with several parameters changed at once, as a form saves them: some only fit together.
    ///
    /// # Errors
    /// As [`RuleSet::with`].
    pub fn with_all<'k>(&self, changes: impl IntoIterator<Item = (&'k str, Value, Clause)>) -> Result<Self, Reason> {
        let mut whole = serde_json::to_value(self).map_err(|error| check::unreadable(&error))?;
        for (key, value, clause) in changes {
            let pointer = format!("/{}", key.replace('.', "/"));
            let place = whole.pointer_mut(&pointer).filter(|place| place.get("clause").is_some());
            let Some(place) = place else { return Err(check::unknown_parameter(key)) };
            *place = serde_json::json!({ "value": value, "clause": clause });
        }
        Self::parse(&whole.to_string())
    }
}
