//! Nine rule sets to begin with.
//!
//! They follow what networks of this kind have written down, in our own words. All share the order of [`base::base`];
//! each says only what it does otherwise.

mod associations;
mod base;
mod groups;
mod officers;

use kernel::Reason;

use super::RuleSet;
use crate::rules::check::reason;

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
    let template = |key, name, about, rules| Template { key, name, about, rules };
    vec![
        template("informal", reason(|t| t.t_informal()), reason(|t| t.t_informal_about()), groups::informal()),
        template("offices", reason(|t| t.t_offices()), reason(|t| t.t_offices_about()), officers::offices()),
        template("quarter", reason(|t| t.t_quarter()), reason(|t| t.t_quarter_about()), officers::quarter()),
        template("regions", reason(|t| t.t_regions()), reason(|t| t.t_regions_about()), officers::regions()),
        template("assembly", reason(|t| t.t_assembly()), reason(|t| t.t_assembly_about()), officers::assembly()),
        template(
            "conference",
            reason(|t| t.t_conference()),
            reason(|t| t.t_conference_about()),
            associations::conference(),
        ),
        template(
            "delegates",
            reason(|t| t.t_delegates()),
            reason(|t| t.t_delegates_about()),
            associations::delegates(),
        ),
        template(
            "association",
            reason(|t| t.t_association()),
            reason(|t| t.t_association_about()),
            associations::association(),
        ),
        template("council", reason(|t| t.t_council()), reason(|t| t.t_council_about()), groups::council()),
    ]
}

/// The templates behind the question „Stimmen Sie förmlich ab?“: no leaves the informal circle alone.
#[must_use]
pub fn templates_for(formal: bool) -> Vec<Template> {
    templates().into_iter().filter(|template| template.rules.formal.value == formal).collect()
}

/// One template by its key.
#[must_use]
pub fn template(key: &str) -> Option<Template> {
    templates().into_iter().find(|template| template.key == key)
}
