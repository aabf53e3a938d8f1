//! `/gremien/{body}/regeln`: what holds on a day, parameter by parameter, each with its clause.

use askama::Template;
use kernel::{Level, Result};
use networks::shell::{self, Pill};
use web::{Answer, Reading};

use super::{give_link, profile_name, version_name};
use crate::{
    RuleVersion,
    pages::place::Place,
    paths::{RuleChange, RulesBack, RulesCompare, RulesPage},
    rules::{self, Clause},
    store::rules::{list_rules, list_used, own_rules, rules_of},
    words::T,
};

#[derive(Template)]
#[template(path = "rules.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    /// Giving rules, or other ones: its word and address.
    give: Option<(&'static str, String)>,
    notes: Vec<(String, Option<String>)>,
    facts: Vec<(&'static str, String)>,
    sections: Vec<Section>,
    versions: Vec<Version>,
    compare: Option<String>,
    day_form: String,
    empty: bool,
}

struct Section {
    key: &'static str,
    name: String,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    value: String,
    clause: Clause,
    text_alone: bool,
    change: Option<String>,
}

struct Version {
    name: String,
    detail: String,
    href: String,
    pill: Pill,
    back: Option<String>,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: RulesPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.body)?;
    let holds = rules_of(r.conn, &place.body, v.stand)?;
    let own = list_rules(r.conn, p.body)?;
    let keeps = place.may_keep(r);
    let mut notes = Vec::new();
    let borrowed = holds.as_ref().filter(|h| h.body != place.body.id);
    if borrowed.is_some() {
        let of = v.link_then(&RulesPage { body: place.network.id });
        notes.push((t.rulebook_of_network(place.network.name_in(v.lang)), Some(of)));
    }
    if holds.as_ref().is_some_and(|h| !h.rules.formal.value) {
        notes.push((t.rulebook_informal().to_owned(), None));
    }
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[place.step(r)])?,
        name: place.name(r).to_owned(),
        give: keeps.then(|| {
            let word = if own.is_empty() { t.rulebook_give() } else { t.rulebook_give_other() };
            (word, give_link(r, &place))
        }),
        notes,
        facts: holds.as_ref().map(|h| facts(r, h)).unwrap_or_default(),
        sections: holds.as_ref().map(|h| sections(r, &place, h, keeps)).unwrap_or_default(),
        versions: versions(r, &place, &own)?,
        compare: (own.len() > 1).then(|| v.link(&RulesCompare { body: p.body })),
        day_form: if own.is_empty() && holds.is_none() { String::new() } else { shell::day_form(r, &[]) },
        empty: holds.is_none(),
    };
    let mut page = place.page(r, t.rulebook_title())?.dated();
    if place.body.level == Level::Public && !place.body.sensitive && !shown.empty {
        page = page.indexed(t.rulebook_description(place.name(r)));
    }
    r.page(page, &shown)
}

fn facts(r: &Reading<'_>, holds: &RuleVersion) -> Vec<(&'static str, String)> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut facts = vec![(t.rulebook_since(), i18n::day_medium(lang, holds.from))];
    let profile = profile_name(lang, &holds.profile);
    if !profile.is_empty() {
        facts.push((t.rulebook_profile(), profile));
    }
    if !holds.note.is_empty() {
        facts.push((t.rulebook_note(), holds.note.clone()));
    }
    facts
}

fn sections(r: &Reading<'_>, place: &Place, holds: &RuleVersion, keeps: bool) -> Vec<Section> {
    let change = |key: &str| keeps.then(|| r.viewer.link(&RuleChange { body: place.body.id, key: key.to_owned() }));
    let section = |s: rules::Section| Section {
        key: s.key,
        name: s.name,
        rows: s
            .parameters
            .into_iter()
            .map(|p| Row {
                change: change(p.key),
                name: p.name,
                value: p.value,
                clause: p.clause,
                text_alone: p.text_alone,
            })
            .collect(),
    };
    rules::describe(&holds.rules, r.viewer.lang).into_iter().map(section).collect()
}

/// Every version the body gave itself, newest first.
fn versions(r: &Reading<'_>, place: &Place, own: &[RuleVersion]) -> Result<Vec<Version>> {
    let (t, v, today) = (T(r.viewer.lang), r.viewer, r.viewer.today);
    let now = own_rules(r.conn, place.body.id, today)?.map(|h| h.id);
    let keeps = place.may_keep(r);
    let used = if keeps { list_used(r.conn, place.body.id)? } else { Vec::new() };
    let page = v.link(&RulesPage { body: place.body.id });
    let mut all = Vec::with_capacity(own.len());
    for version in own {
        let pill = if Some(version.id) == now {
            Pill::new("o1", "check", t.rulebook_holds())
        } else if version.from > today {
            Pill::new("w1", "clock", t.rulebook_ahead())
        } else {
            Pill::new("", "history", t.rulebook_held())
        };
        let open = keeps && version.from > today && !used.contains(&version.id);
        let detail = [profile_name(v.lang, &version.profile), version.note.clone()];
        all.push(Version {
            name: version_name(v.lang, version),
            detail: detail.into_iter().filter(|d| !d.is_empty()).collect::<Vec<_>>().join(" · "),
            href: if Some(version.id) == now { page.clone() } else { format!("{page}?stand={}", version.from) },
            pill,
            back: open.then(|| v.link(&RulesBack { body: place.body.id, version: version.id })),
        });
    }
    Ok(all)
}
