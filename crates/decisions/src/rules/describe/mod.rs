//! A rule set in words, parameter by parameter, and what a change changes.

use kernel::Lang;

mod choices;
mod names;
mod rows;

pub use choices::{Choice, choices};
pub(super) use names::name;

use super::{Clause, RuleSet};
use crate::words::T;

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
    /// Whether it is there to be read alone: nothing the program does follows from it.
    pub text_alone: bool,
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

/// Parameters people keep themselves.
const TEXT_ALONE: [&str; 7] = [
    "notice.convener",
    "notice.channel",
    "notice.motions",
    "notice.minority",
    "bars.own_matter",
    "bars.own_organisation",
    "elections.absent",
];

/// Parameters an informal body's pages show.
const INFORMAL: [&str; 5] = ["formal", "notice", "circular", "resolutions", "minutes"];

/// Every parameter in words. An informal body's leave out what its pages do not show.
#[must_use]
pub fn describe(set: &RuleSet, lang: Lang) -> Vec<Section> {
    let mut sections = sections(set, lang);
    if !set.formal.value {
        for section in &mut sections {
            let shown = INFORMAL.contains(&section.key);
            section.parameters.retain(|parameter| shown || parameter.key == "votes.ordinary");
        }
        sections.retain(|section| !section.parameters.is_empty());
    }
    sections
}

/// What differs between two rule sets, in reading order.
#[must_use]
pub fn differences(before: &RuleSet, after: &RuleSet) -> Vec<Difference> {
    let both = |set: &RuleSet| parameters(set, Lang::De).into_iter().zip(parameters(set, Lang::En));
    // Both lists have the same parameters in the same order, in either language.
    let pairs = both(before).zip(both(after));
    let changed = pairs.filter(|((old, _), (new, _))| (&old.value, &old.clause) != (&new.value, &new.clause));
    changed
        .map(|((old_de, old_en), (new_de, new_en))| Difference {
            key: old_de.key,
            value_changes: old_de.value != new_de.value,
            name_de: old_de.name,
            name_en: old_en.name,
            before: (old_de.value, old_en.value),
            after: (new_de.value, new_en.value),
            clause_before: old_de.clause,
            clause_after: new_de.clause,
        })
        .collect()
}

/// All parameters of both kinds of body.
pub(super) fn parameters(set: &RuleSet, lang: Lang) -> Vec<Parameter> {
    sections(set, lang).into_iter().flat_map(|section| section.parameters).collect()
}

fn sections(set: &RuleSet, lang: Lang) -> Vec<Section> {
    let t = T(lang);
    let section = |key: &'static str, parameters| Section { key, name: names::section(t, key).to_owned(), parameters };
    vec![
        section("formal", rows::formal(t, &set.formal)),
        section("notice", rows::notice(t, &set.notice)),
        section("quorum", rows::quorum(t, &set.quorum)),
        section("votes", rows::votes(t, &set.votes)),
        section("proxies", rows::proxies(t, &set.proxies)),
        section("bars", rows::bars(t, &set.bars)),
        section("circular", rows::circular(t, &set.circular)),
        section("elections", rows::elections(t, &set.elections)),
        section("resolutions", rows::resolutions(t, &set.resolutions)),
        section("minutes", rows::minutes(t, &set.minutes)),
    ]
}
