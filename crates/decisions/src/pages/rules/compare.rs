//! `/gremien/{body}/regeln/vergleichen`: two versions side by side; only what differs.

use askama::Template;
use kernel::Result;
use web::{Answer, FormView, Reading};

use super::{changes, html, steps, version_name};
use crate::{RuleVersion, pages::place::Place, paths::RulesCompare, store::rules::list_rules, words::T};

#[derive(Template)]
#[template(path = "compare.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    filter: FormView,
    options: Vec<(String, String)>,
    /// The differences; empty while there are not two versions.
    changes: String,
    same: bool,
}

/// The page. Versions of the network stand in the choice for a body of it, too.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: RulesCompare) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let place = Place::load(r, p.body)?;
    let mut all: Vec<(RuleVersion, String)> =
        list_rules(r.conn, p.body)?.into_iter().map(|v| (v.clone(), version_name(lang, &v))).collect();
    if !place.body.is_network() {
        let short = place.network.short();
        let named = |v: RuleVersion| {
            let name = format!("{short}: {}", version_name(lang, &v));
            (v, name)
        };
        all.extend(list_rules(r.conn, place.network.id)?.into_iter().map(named));
    }
    let asked = |name: &str, default: usize| {
        let wanted = r.ask.query(name).unwrap_or_default();
        all.iter().position(|(v, _)| v.id.to_string() == wanted).or_else(|| (default < all.len()).then_some(default))
    };
    // Newest first: what changed last is what one asks for.
    let (from, to) = (asked("von", 1), asked("bis", 0));
    let pair = from.and_then(|f| all.get(f)).zip(to.and_then(|n| all.get(n)));
    let (mut shown, mut same) = (String::new(), false);
    if let Some(((old, old_name), (new, new_name))) = pair {
        let part = changes(lang, (old_name.clone(), &old.rules), (new_name.clone(), &new.rules));
        same = part.rows.is_empty();
        shown = html(&part)?;
    }
    let (von, bis) = pair.map(|(f, n)| (f.0.id.to_string(), n.0.id.to_string())).unwrap_or_default();
    let view = Shown {
        t,
        crumbs: place.crumbs(r, &steps(r, &place))?,
        name: place.name(r).to_owned(),
        filter: FormView::new(lang, &[("von", &von), ("bis", &bis)]),
        options: all.iter().map(|(v, name)| (v.id.to_string(), name.clone())).collect(),
        changes: shown,
        same,
    };
    r.page(place.page(r, t.rulebook_compare())?, &view)
}
