//! `/gebiete`: territories found by a piece of their name or key, and what can be done with each.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Result};
use people::Territory;
use web::{Answer, Page, Reading};

use super::{asked, level_word};
use crate::{
    pages::{keep::candidates, shared},
    paths::{TerritoryEdit, TerritoryEnd, TerritoryList, TerritoryNew, TerritoryRename},
    words::T,
};

/// The most that are shown: whoever finds so many writes a word more.
const MOST: usize = 60;

struct Row {
    name: String,
    lines: Vec<String>,
    ways: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "territories.html")]
struct Shown {
    t: T,
    crumbs: String,
    typed: String,
    new: String,
    rows: Vec<Row>,
    more: bool,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::Denied`] but for whoever runs the installation.
pub fn show(r: &Reading<'_>, _: TerritoryList) -> Result<Answer> {
    if let Some(answer) = asked(r)? {
        return Ok(answer);
    }
    let t = T(r.viewer.lang);
    let typed = r.ask.query("q").unwrap_or_default().trim().to_owned();
    let words = candidates::words(&typed);
    let all = people::list_territories(r.conn)?;
    let names: HashMap<_, _> = all.iter().map(|x| (x.id, x.name.as_str())).collect();
    let called = |x: &&Territory| {
        let name = i18n::fold(&x.name);
        words.iter().all(|w| name.contains(w) || x.ags.as_deref().is_some_and(|ags| ags.starts_with(w.as_str())))
    };
    let found: Vec<&Territory> = all.iter().filter(called).collect();
    let shown: Vec<_> = found.iter().take(MOST).map(|x| x.id).collect();
    let parts = people::parts_of_territories(r.conn, &shown)?;
    let rows = found.iter().take(MOST).map(|x| row(r, x, &names, &parts)).collect();
    let shown = Shown {
        t,
        crumbs: shared::crumbs(r, &[]),
        typed,
        new: r.viewer.link(&TerritoryNew {}),
        rows,
        more: found.len() > MOST,
    };
    r.page(Page::new(t.territory_title()).nav("networks"), &shown)
}

fn row(
    r: &Reading<'_>,
    of: &Territory,
    names: &HashMap<Id<Territory>, &str>,
    parts: &[(Id<Territory>, Id<Territory>)],
) -> Row {
    let (t, v, territory) = (T(r.viewer.lang), r.viewer, of.id);
    let name = |id: Option<Id<Territory>>| id.and_then(|id| names.get(&id));
    let mut lines = vec![level_word(t, of.level).to_owned()];
    lines.extend(of.ags.as_ref().map(|ags| t.territory_key_is(ags)));
    lines.extend(name(of.parent).map(|above| t.territory_lies_in(*above)));
    lines.push(i18n::term(v.lang, &of.term, v.today));
    lines.extend(name(of.merged_into).map(|into| t.territory_went_into(*into)));
    let parts: Vec<String> = parts
        .iter()
        .filter(|(whole, _)| *whole == of.id)
        .filter_map(|(_, part)| names.get(part).map(|name| (*name).to_owned()))
        .collect();
    if !parts.is_empty() {
        lines.push(t.territory_divided(i18n::list_and(v.lang, &parts)));
    }
    let mut ways = vec![(t.org_edit(), v.link(&TerritoryEdit { territory }))];
    if of.term.contains(v.today) {
        ways.push((t.bodies_rename(), v.link(&TerritoryRename { territory })));
        ways.push((t.org_end(), v.link(&TerritoryEnd { territory })));
    }
    Row { name: of.name.clone(), lines, ways }
}
