//! The numbers of resolutions, for ever.

use serde::{Deserialize, Serialize};

use super::Rule;

/// How resolutions are numbered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolutions {
    /// The pattern: letters, digits and ` -/._`, with `{jahr}` and `{nr}`, `{nr2}`, `{nr3}` or `{nr4}` (filled with zeros).
    pub pattern: Rule<String>,
    /// Whether counting begins again each year; the pattern must hold the year then.
    pub yearly: Rule<bool>,
}

/// The number of a resolution: `{jahr}/{nr3}` makes `2026/007`.
#[must_use]
pub fn number(rule: &Resolutions, year: i16, count: u32) -> String {
    unimplemented!()
}
