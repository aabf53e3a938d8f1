//! P40: the rules of a body: what holds on a day, what changed, and giving other ones from a day on.

pub mod back;
pub mod change;
pub mod compare;
pub mod give;
mod review;
mod shapes;
pub mod show;
mod values;

use askama::Template;
use kernel::{Day, Lang, Result};
use web::Reading;

use crate::{
    RuleVersion,
    paths::{RulesNew, RulesPage},
    rules::{self, Clause, Difference, RuleSet},
    words::T,
};

use super::place::Place;

/// A parameter before and after.
struct Change {
    name: String,
    before: String,
    after: String,
    clause_before: Clause,
    clause_after: Clause,
    /// Whether only the clause is another one.
    clause_only: bool,
}

/// What changes, side by side; shown by writing it into a template with `|safe`.
#[derive(Template)]
#[template(path = "changes.html")]
struct Changes {
    t: T,
    before: String,
    after: String,
    rows: Vec<Change>,
}

fn change(lang: Lang, of: Difference) -> Change {
    let take = |(de, en): (String, String)| if lang == Lang::De { de } else { en };
    Change {
        name: take((of.name_de, of.name_en)),
        before: take(of.before),
        after: take(of.after),
        clause_before: of.clause_before,
        clause_after: of.clause_after,
        clause_only: !of.value_changes,
    }
}

/// Two rule sets side by side, under these headings.
fn changes(lang: Lang, (before, old): (String, &RuleSet), (after, new): (String, &RuleSet)) -> Changes {
    let rows = rules::differences(old, new).into_iter().map(|of| change(lang, of)).collect();
    Changes { t: T(lang), before, after, rows }
}

/// The template a version began with, in words; empty where there is none of that name any more.
fn profile_name(lang: Lang, key: &str) -> String {
    rules::template(key).map(|t| t.name.text(lang).to_owned()).unwrap_or_default()
}

/// „Fassung ab 1. Januar 2026“.
fn version_name(lang: Lang, version: &RuleVersion) -> String {
    T(lang).rulebook_version(i18n::day_medium(lang, version.from))
}

/// The steps above pages about rules.
fn steps(r: &Reading<'_>, place: &Place) -> [(&'static str, String); 2] {
    [place.step(r), (T(r.viewer.lang).rulebook_title(), r.viewer.link(&RulesPage { body: place.body.id }))]
}

/// The day from which a change is offered: the version that is to come, else tomorrow; today where nothing holds yet.
fn offered_from(r: &Reading<'_>, versions: &[RuleVersion], holds: bool) -> Day {
    let today = r.viewer.today;
    match versions.iter().map(|v| v.from).filter(|from| *from > today).max() {
        Some(from) => from,
        None if holds => today.next(),
        None => today,
    }
}

/// The page that gives rules.
fn give_link(r: &Reading<'_>, place: &Place) -> String {
    r.viewer.link(&RulesNew { body: place.body.id })
}

/// HTML of a part.
fn html(part: &impl Template) -> Result<String> {
    part.render().map_err(kernel::Error::internal)
}
