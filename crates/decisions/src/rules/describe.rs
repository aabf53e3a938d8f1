//! A rule set in words, parameter by parameter, and what a change changes.

use kernel::Lang;

use super::{Clause, RuleSet};

/// One parameter in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameter {
    /// Stable key, the path in the JSON: `notice.period`.
    pub key: &'static str,
    /// Its name: „Ladungsfrist“.
    pub name: String,
    /// What holds: „3 Wochen“.
    pub value: String,
    /// Where that stands.
    pub clause: Clause,
}

/// Parameters on one subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Stable key: `notice`.
    pub key: &'static str,
    /// Its name: „Einladung und Tagesordnung“.
    pub name: String,
    /// The parameters in reading order.
    pub parameters: Vec<Parameter>,
}

/// A parameter two rule sets differ in; values or clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Stable key, as in [`Parameter`].
    pub key: &'static str,
    /// Name in German.
    pub name_de: String,
    /// Name in English.
    pub name_en: String,
    /// Whether the value changes; otherwise only the clause does.
    pub value_changes: bool,
    /// Before, German and English.
    pub before: (String, String),
    /// After, German and English.
    pub after: (String, String),
    /// The clause before.
    pub clause_before: Clause,
    /// The clause after.
    pub clause_after: Clause,
}

/// Every parameter in words. An informal body's leave out what its pages do not show.
#[must_use]
pub fn describe(set: &RuleSet, lang: Lang) -> Vec<Section> {
    unimplemented!()
}

/// What differs between two rule sets, in reading order.
#[must_use]
pub fn differences(before: &RuleSet, after: &RuleSet) -> Vec<Difference> {
    unimplemented!()
}
