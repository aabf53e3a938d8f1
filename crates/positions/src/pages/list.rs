//! P31: the register of what networks said, with what became of it; for those signed in also what is on its way.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Result};
use networks::{Body, shell::Links, shell::Pill, shell::paged};
use web::{Answer, FormView, Page, Reading};

use super::words::{kind_word, state_pill, state_word};
use crate::{
    Position, State,
    paths::{AddresseeList, BookList, HearingList, PositionList, PositionPage, QuestionsList},
    store::register::{self, Wanted},
    words::T,
};

/// Rows of one page.
const ROWS: usize = 30;
/// The most drafts a list shows.
pub const OPEN_MOST: i64 = 100;

/// A position as lists show it.
pub struct Row {
    pub title: String,
    pub href: String,
    pub kind: &'static str,
    pub of: String,
    pub hue: i64,
    pub mark: String,
    pub day: String,
    pub pills: Vec<Pill>,
}

/// Positions as rows; those whose network the reader may not see are named without it. One statement.
pub fn rows(r: &Reading<'_>, all: &[Position], with_network: bool) -> Result<Vec<Row>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut ids: Vec<Id<Body>> = all.iter().map(|p| p.network).collect();
    ids.sort_unstable();
    ids.dedup();
    let networks: HashMap<Id<Body>, Body> = if ids.is_empty() {
        HashMap::new()
    } else {
        networks::list_bodies_by_id(r.conn, &v.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect()
    };
    let row = |p: &Position| {
        let network = networks.get(&p.network);
        let mut pills = vec![state_pill(t, p.state)];
        if p.ended.is_some_and(|day| day <= v.today) {
            let word = if p.superseded_by.is_some() { t.standing_superseded() } else { t.standing_ended() };
            pills.push(Pill::new("", "history", word));
        }
        let day = p.published_at.map_or(p.made_at, |at| at);
        Row {
            title: p.title.clone(),
            href: v.link(&PositionPage { position: p.id }),
            kind: kind_word(t, p.kind),
            of: if with_network { network.map_or_else(String::new, |n| n.short().to_owned()) } else { String::new() },
            hue: network.map_or(0, |n| n.hue),
            mark: p.mark.clone().unwrap_or_default(),
            day: i18n::day_medium(v.lang, day.day()),
            pills,
        }
    };
    Ok(all.iter().map(row).collect())
}

#[derive(Template)]
#[template(path = "positions.html")]
pub struct Shown {
    pub t: T,
    pub crumbs: String,
    pub title: String,
    pub lead: String,
    pub new: Option<String>,
    /// What is on its way: heading and rows.
    pub open: Vec<(&'static str, Vec<Row>)>,
    /// What the network signed of others.
    pub signed: Option<(&'static str, Vec<Row>)>,
    pub filter: Option<Filter>,
    pub rows: Vec<Row>,
    pub empty: &'static str,
    pub pages: Links,
    pub links: Vec<(&'static str, String)>,
}

pub struct Filter {
    pub form: FormView,
    pub years: Vec<(String, String)>,
    pub topics: Vec<(String, String)>,
    pub networks: Vec<(String, String)>,
    pub states: Vec<(String, String)>,
    pub standing: Vec<(String, String)>,
    pub is_any: bool,
    pub reset: String,
}

/// What the register is asked for by its address.
fn wanted(r: &Reading<'_>) -> Wanted {
    let asked = |name: &str| r.ask.query(name).map(str::trim).unwrap_or_default();
    Wanted {
        network: asked("netzwerk").parse().ok(),
        year: asked("jahr").parse().ok(),
        topic: asked("thema").parse().ok(),
        body: None,
        state: State::from_word(asked("zustand")).filter(|s| s.is_published()),
        in_force: (asked("gilt") == "ja").then_some(r.viewer.today),
    }
}

/// The address of the register with what it is asked for, without the page.
fn address(r: &Reading<'_>, wanted: &Wanted) -> String {
    let asked = [
        ("netzwerk", wanted.network.map(|id| id.to_string())),
        ("jahr", wanted.year.map(|year| year.to_string())),
        ("thema", wanted.topic.map(|id| id.to_string())),
        ("zustand", wanted.state.map(|state| state.word().to_owned())),
        ("gilt", wanted.in_force.map(|_| "ja".to_owned())),
    ];
    let asked: Vec<String> =
        asked.into_iter().filter_map(|(name, value)| value.map(|value| format!("{name}={value}"))).collect();
    let path = r.viewer.link(&PositionList {});
    if asked.is_empty() { path } else { format!("{path}?{}", asked.join("&")) }
}

/// How many there are of each year.
type Years = Vec<(i64, i64)>;

/// The published positions of the page that is asked for, with how many each year has and the links to all pages. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn published(r: &Reading<'_>, wanted: &Wanted, base: &str) -> Result<(Years, Vec<Position>, Links)> {
    let years = register::count_by_year(r.conn, &r.viewer.actor, wanted)?;
    let asked = years.iter().filter(|(year, _)| wanted.year.is_none_or(|only| only == *year));
    let count: i64 = asked.map(|(_, n)| n).sum();
    let (span, pages) = paged(r, base, usize::try_from(count).map_err(kernel::Error::internal)?, ROWS);
    let number = |at: usize| i64::try_from(at).map_err(kernel::Error::internal);
    let found = if span.is_empty() {
        Vec::new()
    } else {
        register::list_published(r.conn, &r.viewer.actor, wanted, (number(span.start)?, number(span.len())?))?
    };
    Ok((years, found, pages))
}

/// The register.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: PositionList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let wanted = wanted(r);
    let (years, found, pages) = published(r, &wanted, &address(r, &wanted))?;
    let networks = networks::list_networks(r.conn, &v.actor, v.today)?;
    let mut open = Vec::new();
    if v.is_signed_in() {
        let own = super::frame::own_networks(&v.actor);
        let mut mine = register::list_open(r.conn, &v.actor, &own, OPEN_MOST)?;
        mine.retain(|p| p.state != State::Dropped);
        let asked: Vec<Position> = register::list_let_in(r.conn, &v.actor)?
            .into_iter()
            .filter(|p| !mine.iter().any(|m| m.id == p.id))
            .collect();
        for (heading, some) in [(t.open_title(), mine), (t.asked_title(), asked)] {
            if !some.is_empty() {
                open.push((heading, rows(r, &some, true)?));
            }
        }
    }
    let feed = wanted.network.and_then(|id| networks.iter().find(|n| n.id == id)).filter(|n| !n.unlisted);
    let mut links =
        vec![(t.addressees_title(), v.link(&AddresseeList {})), (t.questions_title(), v.link(&QuestionsList {}))];
    if v.is_signed_in() {
        links.push((t.hearings_title(), v.link(&HearingList {})));
        links.push((t.books_title(), v.link(&BookList {})));
    }
    if let Some(network) = feed {
        links.push((
            t.feed_link(),
            v.link(&crate::paths::PositionFeed { network: networks::shell::slug(&network.slug)? }),
        ));
    }
    let shown = Shown {
        t,
        crumbs: String::new(),
        title: t.nav_positions().to_owned(),
        lead: t.list_lead().to_owned(),
        new: None,
        open,
        signed: None,
        filter: Some(filter(r, t, &wanted, (&networks, &years))?),
        rows: rows(r, &found, true)?,
        empty: if wanted == Wanted::default() { t.empty_none() } else { t.empty_filtered() },
        pages,
        links,
    };
    r.page(Page::new(t.nav_positions()).nav("positions").indexed(t.list_lead()), &shown)
}

fn filter(r: &Reading<'_>, t: T, wanted: &Wanted, (networks, years): (&[Body], &Years)) -> Result<Filter> {
    let v = r.viewer;
    let any = |rest: Vec<(String, String)>| {
        let mut all = vec![(String::new(), t.filter_all().to_owned())];
        all.extend(rest);
        all
    };
    let mut named: Vec<&Body> = networks.iter().collect();
    named.sort_by_cached_key(|n| i18n::fold(n.short()));
    let topic = |topic: networks::Topic| {
        let name = if v.lang == kernel::Lang::En { topic.name_en } else { topic.name };
        (topic.id.to_string(), name)
    };
    let states = [State::Published, State::Sent, State::Answered, State::Closed];
    let mut chosen: Vec<(String, String)> = years.iter().map(|(y, n)| (y.to_string(), format!("{y} ({n})"))).collect();
    if let Some(none) = wanted.year.filter(|only| years.iter().all(|(year, _)| year != only)) {
        chosen.push((none.to_string(), format!("{none} (0)")));
    }
    let value = |id: Option<String>| id.unwrap_or_default();
    let values = [
        ("netzwerk", value(wanted.network.map(|id| id.to_string()))),
        ("jahr", value(wanted.year.map(|year| year.to_string()))),
        ("thema", value(wanted.topic.map(|id| id.to_string()))),
        ("zustand", value(wanted.state.map(|s| s.word().to_owned()))),
        ("gilt", value(wanted.in_force.map(|_| "ja".to_owned()))),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Ok(Filter {
        form: FormView::new(v.lang, &values),
        years: any(chosen),
        topics: any(networks::list_topics(r.conn)?.into_iter().map(topic).collect()),
        networks: any(named.into_iter().map(|n| (n.id.to_string(), n.short().to_owned())).collect()),
        states: any(states.map(|s| (s.word().to_owned(), state_word(t, s).to_owned())).into()),
        standing: any(vec![("ja".to_owned(), t.standing_in_force().to_owned())]),
        is_any: *wanted != Wanted::default(),
        reset: v.link(&PositionList {}),
    })
}
