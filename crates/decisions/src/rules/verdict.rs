//! What a rule says about a case, with numbers, clause and a sentence.

use kernel::Lang;
use serde::{Deserialize, Serialize};

use super::Clause;
use crate::words::T;

/// What a rule says about a case. It is stored with what was decided and never computed again for the minutes.
/// Sentences hold numbers, never names.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Whether it holds: quorate, on time, adopted, valid.
    pub holds: bool,
    /// What was counted, by stable English keys such as `needed`.
    pub numbers: Vec<(String, i64)>,
    /// The clause that decides.
    pub clause: Clause,
    /// The sentence in German.
    pub de: String,
    /// The same in English.
    pub en: String,
}

impl Verdict {
    pub(super) fn new(holds: bool, clause: &Clause, numbers: &[(&str, i64)], say: impl Fn(T) -> String) -> Self {
        let numbers = numbers.iter().map(|(key, value)| ((*key).to_owned(), *value)).collect();
        Self { holds, numbers, clause: clause.clone(), de: say(T(Lang::De)), en: say(T(Lang::En)) }
    }
    /// The sentence in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
    /// One of the numbers.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<i64> {
        self.numbers.iter().find(|(name, _)| name == key).map(|(_, value)| *value)
    }
}
