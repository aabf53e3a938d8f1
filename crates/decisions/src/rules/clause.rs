//! Where a rule stands, and in which words.

use serde::{Deserialize, Serialize};

/// The place and the words of a rule in the statutes or rules of procedure, as the body wrote them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The place: `§ 4 Abs. 2`. One line, at most 60 characters.
    pub number: String,
    /// The words, in the language of the body; at most 2,000 characters.
    pub text: String,
}

impl Clause {
    /// A clause from its place and words.
    pub fn new(number: impl Into<String>, text: impl Into<String>) -> Self {
        Self { number: number.into(), text: text.into() }
    }
}

/// One parameter: what holds, and the clause that says so.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule<T> {
    /// What holds.
    pub value: T,
    /// Where that stands.
    pub clause: Clause,
}

impl<T> Rule<T> {
    /// A parameter with its clause.
    pub fn new(value: T, number: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value, clause: Clause::new(number, text) }
    }
    /// Another value and wording at the same place.
    pub fn set(&mut self, value: T, text: impl Into<String>) {
        self.value = value;
        self.clause.text = text.into();
    }
}
