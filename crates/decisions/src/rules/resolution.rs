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
    let mut made = rule.pattern.value.replace("{jahr}", &year.to_string());
    for width in 2..=4_usize {
        made = made.replace(&format!("{{nr{width}}}"), &format!("{count:0width$}"));
    }
    made.replace("{nr}", &count.to_string())
}

/// Whether a pattern holds a number, and nothing but what it may.
pub(super) fn is_pattern(text: &str) -> bool {
    let mut rest = text.to_owned();
    let mut counters = 0;
    for token in ["{nr}", "{nr2}", "{nr3}", "{nr4}"] {
        counters += rest.matches(token).count();
        rest = rest.replace(token, "");
    }
    let rest = rest.replace("{jahr}", "");
    let plain = |c: char| c.is_alphanumeric() || " -/._".contains(c);
    counters == 1 && text.chars().count() <= 40 && rest.chars().all(plain) && text.trim() == text
}
