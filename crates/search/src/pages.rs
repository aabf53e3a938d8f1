//! P06: one field, what kind of thing, and the hits.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use kernel::Result;
use web::{Answer, Card, FormView, Kind, Page, Passage, Reading};

use crate::{
    find::{Found, find},
    rules::{Asked, Sought, asked},
    suggest::suggest,
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
    /// Where it says what was asked for: escaped, with marks; empty where the title does.
    excerpt: String,
}

/// A row of choices that narrow what was found.
struct Facets {
    name: &'static str,
    /// The same in a word, for eyes.
    short: &'static str,
    choices: Vec<Facet>,
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
    /// Whether more than one word was typed.
    several: bool,
    sign_in: String,
    left_out: bool,
    more: bool,
    broad: bool,
    count: usize,
    /// How many were found, and for which words.
    heading: String,
    facets: Vec<Facets>,
    better: Option<(String, String)>,
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
    let sought = Sought::of(words);
    let action = v.link(&here);
    let around = around(r, &found.cards)?;
    let chosen = Chosen::of(r, &found.cards, &around);
    let link = |chosen: &Chosen, page: usize| chosen.link(&action, &typed, page);
    let shown: Vec<_> = found.cards.iter().filter(|c| chosen.lets(c, &around, Facet::NONE)).collect();
    let all = found.cards.len();
    let facets = facets(r, &kinds, &found.cards, &around, &chosen, &|c| link(c, 1));
    let last = shown.len().div_ceil(PER_PAGE).max(1);
    let page = r.ask.query("seite").and_then(|n| n.parse::<usize>().ok()).unwrap_or(1).clamp(1, last);
    let label = |kind: &str| kinds.iter().find(|k| k.name == kind).map_or("", |k| (k.label)(v.lang));
    let hits = shown.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).map(|c| Hit {
        title: sought.marked(&c.title),
        detail: sought.marked(&c.detail),
        url: c.url.clone(),
        icon: c.icon,
        hue: c.hue,
        kind: label(c.kind),
        excerpt: around.get(&(c.kind, c.id)).map(|p| sought.marked(&sought.excerpt(&p.words))).unwrap_or_default(),
    });
    let better = match &asked {
        Asked::Words(words, _) if found.cards.is_empty() => suggest(r.conn, v, &kinds, words)?,
        _ => None,
    };
    let better = better.map(|words| {
        let words = words.join(" ");
        let href = Chosen::default().link(&action, &words, 1);
        (words, href)
    });
    let state = match &asked {
        Asked::Nothing => "nothing",
        Asked::TooShort => "short",
        Asked::Words(..) if found.cards.is_empty() => "none",
        Asked::Words(..) => "hits",
    };
    // What is narrowed says so, and of how many; where there are more than are looked at, nobody is told a number.
    let heading = match (shown.len() < all, found.more) {
        (true, _) => t.hits_of(shown.len(), all, &typed),
        (false, true) => t.hits_more(all, &typed),
        (false, false) => t.hits(all, &typed),
    };
    let form = FormView::new(v.lang, &[("q", &typed)]);
    let view = SearchView {
        t,
        field: form.text("q", t.label()).kind("search").render().map_err(kernel::Error::internal)?,
        state,
        signed: v.is_signed_in(),
        several: words.len() > 1,
        sign_in: v.link(&"/anmelden"),
        left_out,
        more: found.more,
        broad: found.broad,
        count: all,
        heading,
        facets,
        better,
        hits: hits.collect(),
        pages: if last > 1 { (1..=last).map(|n| (n, link(&chosen, n), n == page)).collect() } else { Vec::new() },
        previous: (page > 1).then(|| link(&chosen, page - 1)),
        next: (page < last).then(|| link(&chosen, page + 1)),
        action: action.clone(),
        typed: typed.clone(),
    };
    let title = if matches!(asked, Asked::Nothing) { t.title().to_owned() } else { t.title_for(&typed) };
    r.page(Page::new(title).nav("search"), &view)
}

/// What its slice says of a hit beside its card, by kind and number.
type Around = HashMap<(&'static str, i64), Passage>;

/// Asks the slices: one call for each kind that was found.
fn around(r: &Reading<'_>, cards: &[Card]) -> Result<Around> {
    let mut found = Around::new();
    for slice in r.site.slices() {
        let Some(ask) = slice.passages else { continue };
        for kind in slice.kinds {
            let ids: Vec<i64> = cards.iter().filter(|c| c.kind == kind.name).map(|c| c.id).collect();
            if !ids.is_empty() {
                found.extend(ask(r.conn, r.viewer, kind.name, &ids)?.into_iter().map(|p| ((kind.name, p.id), p)));
            }
        }
    }
    Ok(found)
}

/// What narrows the hits.
#[derive(Clone, Default)]
struct Chosen {
    kind: Option<&'static str>,
    network: Option<i64>,
    year: Option<i16>,
}

impl Facet {
    /// Which facet is left out of account when its own choices are counted.
    const NONE: u8 = 0;
    const KIND: u8 = 1;
    const NETWORK: u8 = 2;
    const YEAR: u8 = 3;
}

impl Chosen {
    /// What is asked for; a choice nothing was found of is none, and everything is shown.
    fn of(r: &Reading<'_>, cards: &[Card], around: &Around) -> Self {
        let query = |name| r.ask.query(name);
        let kind = query("art").and_then(|art| cards.iter().map(|c| c.kind).find(|kind| *kind == art));
        let network = query("netz").and_then(|n| n.parse().ok());
        let year = query("jahr").and_then(|n| n.parse().ok());
        Self {
            kind,
            network: network.filter(|n| around.values().any(|p| p.network.as_ref().is_some_and(|(id, _)| id == n))),
            year: year.filter(|y| around.values().any(|p| p.day.is_some_and(|day| day.year() == *y))),
        }
    }
    fn lets(&self, card: &Card, around: &Around, but: u8) -> bool {
        let at = around.get(&(card.kind, card.id));
        let network = at.and_then(|p| p.network.as_ref().map(|(id, _)| *id));
        let year = at.and_then(|p| p.day.map(kernel::Day::year));
        (but == Facet::KIND || self.kind.is_none_or(|kind| kind == card.kind))
            && (but == Facet::NETWORK || self.network.is_none() || self.network == network)
            && (but == Facet::YEAR || self.year.is_none() || self.year == year)
    }
    fn link(&self, action: &str, typed: &str, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", typed);
        if let Some(kind) = self.kind {
            query.append_pair("art", kind);
        }
        if let Some(network) = self.network {
            query.append_pair("netz", &network.to_string());
        }
        if let Some(year) = self.year {
            query.append_pair("jahr", &year.to_string());
        }
        if page > 1 {
            query.append_pair("seite", &page.to_string());
        }
        format!("{action}?{}", query.finish())
    }
}

/// The rows of choices. Counts are of what she may see, and of nothing else.
fn facets(
    r: &Reading<'_>,
    kinds: &[&'static Kind],
    cards: &[Card],
    around: &Around,
    chosen: &Chosen,
    link: &dyn Fn(&Chosen) -> String,
) -> Vec<Facets> {
    let t = T(r.viewer.lang);
    let of = |but: u8| cards.iter().filter(move |c| chosen.lets(c, around, but));
    let row = |(name, short), but: u8, open: bool, all: Chosen, each: Vec<(String, usize, Chosen, bool)>| {
        let first = Facet { word: t.facet_all(of(but).count()), href: link(&all), here: open };
        let each =
            each.into_iter().map(|(word, count, to, here)| Facet { word: t.facet(word, count), href: link(&to), here });
        Facets { name, short, choices: std::iter::once(first).chain(each).collect() }
    };
    let mut rows = Vec::new();
    let present: Vec<_> = kinds.iter().filter(|k| of(Facet::KIND).any(|c| c.kind == k.name)).collect();
    if present.len() > 1 {
        let each = present.iter().map(|k| {
            let count = of(Facet::KIND).filter(|c| c.kind == k.name).count();
            let to = Chosen { kind: Some(k.name), ..chosen.clone() };
            ((k.label)(r.viewer.lang).to_owned(), count, to, chosen.kind == Some(k.name))
        });
        let all = Chosen { kind: None, ..chosen.clone() };
        rows.push(row((t.facets(), t.facets_short()), Facet::KIND, chosen.kind.is_none(), all, each.collect()));
    }
    let mut networks: BTreeMap<(String, i64, String), usize> = BTreeMap::new();
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for card in of(Facet::NETWORK) {
        if let Some((id, name)) = around.get(&(card.kind, card.id)).and_then(|p| p.network.as_ref()) {
            *networks.entry((i18n::fold(name), *id, name.clone())).or_default() += 1;
        }
    }
    for card in of(Facet::YEAR) {
        if let Some(day) = around.get(&(card.kind, card.id)).and_then(|p| p.day) {
            *years.entry(day.year()).or_default() += 1;
        }
    }
    if networks.len() > 1 {
        let each = networks.into_iter().map(|((_, id, name), count)| {
            (name, count, Chosen { network: Some(id), ..chosen.clone() }, chosen.network == Some(id))
        });
        let all = Chosen { network: None, ..chosen.clone() };
        rows.push(row(
            (t.facets_network(), t.facets_network_short()),
            Facet::NETWORK,
            chosen.network.is_none(),
            all,
            each.collect(),
        ));
    }
    if years.len() > 1 {
        let each = years.into_iter().rev().map(|(year, count)| {
            (year.to_string(), count, Chosen { year: Some(year), ..chosen.clone() }, chosen.year == Some(year))
        });
        let all = Chosen { year: None, ..chosen.clone() };
        rows.push(row(
            (t.facets_year(), t.facets_year_short()),
            Facet::YEAR,
            chosen.year.is_none(),
            all,
            each.collect(),
        ));
    }
    rows
}
