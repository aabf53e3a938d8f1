//! `/gremien/{body}/beschluesse`: the register of a body, by year, by how each stands, by words.

use askama::Template;
use kernel::{Day, Level, Result};
use networks::shell::{self, Links, Pill};
use web::{Answer, FormView, Reading};

use super::{standing_pill, standing_word};
use crate::{
    Resolution, Standing, exports,
    pages::place::Place,
    paths::{Register, RegisterOld, ResolutionPage},
    store::resolutions::list_resolutions,
    words::T,
};

/// Rows of one page.
const ROWS: usize = 30;

#[derive(Template)]
#[template(path = "register.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    old: Option<String>,
    filter: FormView,
    years: Vec<(String, String)>,
    states: Vec<(String, String)>,
    filtered: bool,
    reset: String,
    count: String,
    rows: Vec<Row>,
    pages: Links,
    files: Vec<(&'static str, String)>,
}

struct Row {
    mark: String,
    title: String,
    href: String,
    day: String,
    pill: Pill,
}

/// What the register is asked for.
struct Wanted {
    year: Option<i64>,
    state: State,
    words: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    All,
    InForce,
    Ended,
}

impl State {
    const ALL: [(&'static str, Self); 3] = [("alle", Self::All), ("gilt", Self::InForce), ("ersetzt", Self::Ended)];

    const fn word(self, t: T) -> &'static str {
        match self {
            Self::All => t.register_state_all(),
            Self::InForce => t.register_in_force(),
            Self::Ended => t.register_state_ended(),
        }
    }
    const fn takes(self, standing: Standing) -> bool {
        match self {
            Self::All => true,
            Self::InForce => matches!(standing, Standing::InForce),
            Self::Ended => matches!(standing, Standing::Superseded | Standing::Repealed),
        }
    }
}

impl Wanted {
    fn read(r: &Reading<'_>) -> Self {
        let asked = |name: &str| r.ask.query(name).map(str::trim).unwrap_or_default();
        Self {
            year: asked("jahr").parse().ok(),
            state: State::ALL.iter().find(|(key, _)| *key == asked("zustand")).map_or(State::All, |(_, s)| *s),
            words: i18n::fold(asked("wort")).split_whitespace().take(8).map(str::to_owned).collect(),
        }
    }
    const fn is_any(&self) -> bool {
        self.year.is_some() || !matches!(self.state, State::All) || !self.words.is_empty()
    }
    fn takes(&self, of: &Resolution, day: Day) -> bool {
        let fits = self.year.is_none_or(|year| year == of.year) && self.state.takes(of.standing(day));
        if !fits || self.words.is_empty() {
            return fits;
        }
        let text = i18n::fold(&format!("{} {} {}", of.mark, of.title, of.text));
        self.words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// The resolutions the page, or a file of it, shows.
pub fn listed(r: &Reading<'_>, place: &Place) -> Result<Vec<Resolution>> {
    let wanted = Wanted::read(r);
    let mut found = list_resolutions(r.conn, &r.viewer.actor, place.body.id)?;
    found.retain(|one| wanted.takes(one, r.viewer.today));
    Ok(found)
}

/// The question as a query, for links that keep it.
pub fn asked(r: &Reading<'_>) -> String {
    let pair = |name: &str| {
        let value = r.ask.query(name).map(str::trim).filter(|v| !v.is_empty())?;
        Some(format!("{name}={}", shell::encoded(value)))
    };
    ["jahr", "zustand", "wort"].into_iter().filter_map(pair).collect::<Vec<_>>().join("&")
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: Register) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.body)?;
    let wanted = Wanted::read(r);
    let all = list_resolutions(r.conn, &v.actor, place.body.id)?;
    let mut years: Vec<i64> = all.iter().map(|one| one.year).collect();
    years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
    years.dedup();
    let any = !all.is_empty();
    let found: Vec<Resolution> = all.into_iter().filter(|one| wanted.takes(one, v.today)).collect();
    let (plain, query) = (v.link(&p), asked(r));
    let base = if query.is_empty() { plain.clone() } else { format!("{plain}?{query}") };
    let (range, pages) = shell::paged(r, &base, found.len(), ROWS);
    let rows = found.get(range).unwrap_or_default().iter().map(|one| Row {
        mark: one.mark.clone(),
        title: one.title.clone(),
        href: v.link(&ResolutionPage { resolution: one.id }),
        day: i18n::day_medium(v.lang, one.day),
        pill: standing_pill(v.lang, one.standing(v.today)),
    });
    let year = wanted.year.map(|y| y.to_string()).unwrap_or_default();
    let state = State::ALL.iter().find(|(_, s)| *s == wanted.state).map_or("alle", |(key, _)| key);
    let filter = FormView::new(
        v.lang,
        &[("jahr", &year), ("zustand", state), ("wort", r.ask.query("wort").map(str::trim).unwrap_or_default())],
    );
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[place.step(r)])?,
        name: place.name(r).to_owned(),
        old: place.may_keep(r).then(|| v.link(&RegisterOld { body: p.body })),
        filter,
        years: std::iter::once((String::new(), t.register_year_all().to_owned()))
            .chain(years.iter().map(|y| (y.to_string(), y.to_string())))
            .collect(),
        states: State::ALL.iter().map(|(key, s)| ((*key).to_owned(), s.word(t).to_owned())).collect(),
        filtered: wanted.is_any() && any,
        reset: plain,
        count: if any { t.register_count(found.len()) } else { String::new() },
        rows: rows.collect(),
        pages,
        files: if found.is_empty() { Vec::new() } else { exports::links(r, &place)? },
    };
    let mut page = place.page(r, t.register_title())?;
    if place.body.level == Level::Public && any && !place.body.sensitive {
        page = page.indexed(t.register_description(place.name(r)));
    }
    // What is in force changes with the day.
    r.page(page, &shown)
}

/// How it stands, for files.
#[must_use]
pub fn state_of(r: &Reading<'_>, of: &Resolution) -> &'static str {
    standing_word(r.viewer.lang, of.standing(r.viewer.today))
}
