//! P06: one field, what kind of thing, and the hits.

use askama::Template;
use kernel::Result;
use web::{Answer, FormView, Kind, Page, Reading};

use crate::{
    find::{Found, find},
    rules::{Asked, asked, marked},
    texts::T,
};

web::paths! {
    /// Search.
    pub SearchPage = "/suche" {}
}

/// Hits on one page.
const PER_PAGE: usize = 20;
/// Letters of the field that are read.
const TYPED_MOST: usize = 200;

struct Hit {
    /// Escaped, with marks.
    title: String,
    /// Escaped, with marks.
    detail: String,
    url: String,
    icon: &'static str,
    hue: i64,
    kind: &'static str,
}

struct Facet {
    word: String,
    href: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchView {
    t: T,
    action: String,
    field: String,
    typed: String,
    state: &'static str,
    signed: bool,
    sign_in: String,
    left_out: bool,
    more: bool,
    near: bool,
    count: usize,
    facets: Vec<Facet>,
    hits: Vec<Hit>,
    pages: Vec<(usize, String, bool)>,
    previous: Option<String>,
    next: Option<String>,
}

pub fn show(r: &Reading<'_>, here: SearchPage) -> Result<Answer> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let typed: String = r
        .ask
        .query("q")
        .unwrap_or_default()
        .trim()
        .chars()
        .filter(|c| !c.is_control() && !web::is_bidi_control(*c))
        .take(TYPED_MOST)
        .collect();
    let kinds: Vec<&'static Kind> = r.site.kinds().collect();
    let asked = asked(&typed);
    let (words, left_out, found) = match &asked {
        Asked::Words(words, left_out) => (words.as_slice(), *left_out, find(r.conn, v, &kinds, words)?),
        Asked::Nothing | Asked::TooShort => (&[][..], false, Found::default()),
    };
    let action = v.link(&here);
    let link = |kind: Option<&str>, page: usize| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &typed);
        if let Some(kind) = kind {
            query.append_pair("art", kind);
        }
        if page > 1 {
            query.append_pair("seite", &page.to_string());
        }
        format!("{action}?{}", query.finish())
    };
    let count = found.cards.len();
    let of_kind = |kind: &str| found.cards.iter().filter(|c| c.kind == kind).count();
    // A kind nothing was found of is no choice; asking for it all the same shows everything.
    let chosen = r
        .ask
        .query("art")
        .and_then(|art| kinds.iter().find(|k| k.name == art))
        .filter(|k| of_kind(k.name) > 0)
        .map(|k| k.name);
    let present: Vec<&&Kind> = kinds.iter().filter(|k| of_kind(k.name) > 0).collect();
    let mut facets = Vec::new();
    if present.len() > 1 {
        facets.push(Facet { word: t.facet_all(count), href: link(None, 1), here: chosen.is_none() });
        facets.extend(present.iter().map(|k| Facet {
            word: t.facet((k.label)(v.lang), of_kind(k.name)),
            href: link(Some(k.name), 1),
            here: chosen == Some(k.name),
        }));
    }
    let shown: Vec<_> = found.cards.iter().filter(|c| chosen.is_none_or(|k| c.kind == k)).collect();
    let last = shown.len().div_ceil(PER_PAGE).max(1);
    let page = r.ask.query("seite").and_then(|n| n.parse::<usize>().ok()).unwrap_or(1).clamp(1, last);
    let label = |kind: &str| kinds.iter().find(|k| k.name == kind).map_or("", |k| (k.label)(v.lang));
    let hits = shown.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).map(|c| Hit {
        title: marked(&c.title, words),
        detail: marked(&c.detail, words),
        url: c.url.clone(),
        icon: c.icon,
        hue: c.hue,
        kind: label(c.kind),
    });
    let state = match &asked {
        Asked::Nothing => "nothing",
        Asked::TooShort => "short",
        Asked::Words(..) if found.cards.is_empty() => "none",
        Asked::Words(..) => "hits",
    };
    let form = FormView::new(v.lang, &[("q", &typed)]);
    let view = SearchView {
        t,
        field: form.text("q", t.label()).kind("search").render().map_err(kernel::Error::internal)?,
        state,
        signed: v.is_signed_in(),
        sign_in: v.link(&"/anmelden"),
        left_out,
        more: found.more,
        near: found.near,
        count,
        facets,
        hits: hits.collect(),
        pages: if last > 1 { (1..=last).map(|n| (n, link(chosen, n), n == page)).collect() } else { Vec::new() },
        previous: (page > 1).then(|| link(chosen, page - 1)),
        next: (page < last).then(|| link(chosen, page + 1)),
        action: action.clone(),
        typed: typed.clone(),
    };
    let title = if matches!(asked, Asked::Nothing) { t.title().to_owned() } else { t.title_for(&typed) };
    r.page(Page::new(title).nav("search"), &view)
}
