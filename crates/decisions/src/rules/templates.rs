//! Nine rule sets to begin with.

use super::RuleSet;
use kernel::Reason;

/// A rule set a body can begin with. Every value can be changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template {
    /// Stable key: `council`.
    pub key: &'static str,
    /// Its name.
    pub name: Reason,
    /// For whom it is, in a sentence.
    pub about: Reason,
    /// The rules.
    pub rules: RuleSet,
}

/// All nine, the informal circle first.
#[must_use]
pub fn templates() -> Vec<Template> {
    unimplemented!()
}

/// The templates behind the question „Stimmen Sie förmlich ab?“: no leaves the informal circle alone.
#[must_use]
pub fn templates_for(formal: bool) -> Vec<Template> {
    unimplemented!()
}

/// One template by its key.
#[must_use]
pub fn template(key: &str) -> Option<Template> {
    unimplemented!()
}
