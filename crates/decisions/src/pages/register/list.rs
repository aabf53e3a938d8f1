//! `/gremien/{body}/beschluesse`: the register of a body, by year, by how each stands, by topic, by words.

use askama::Template;
use kernel::{Day, Id, Level, Result};
use networks::{
    Topic,
    shell::{self, Links, Pill},
};
use web::{Answer, FormView, Reading};

use super::{standing_pill, standing_word, topics::named};
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
    topics: Vec<(String, String)>,
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
    topics: String,
    day: String,
    pill: Pill,
}

/// What the register is asked for.
struct Wanted {
    year: Option<i64>,
    state: State,
    topic: String,
    words: Vec<String>,
}

/// What each resolution is about.
type About = Vec<(Id<Resolution>, Topic)>;

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
            topic: asked("thema").to_owned(),
            words: i18n::fold(asked("wort")).split_whitespace().take(8).map(str::to_owned).collect(),
        }
    }
    const fn is_any(&self) -> bool {
        self.year.is_some() || !matches!(self.state, State::All) || !self.topic.is_empty() || !self.words.is_empty()
    }
    fn takes(&self, of: &Resolution, about: &[(Id<Resolution>, Topic)], day: Day) -> bool {
        let fits = self.year.is_none_or(|year| year == of.year)
            && self.state.takes(of.standing(day))
            && (self.topic.is_empty() || about.iter().any(|(id, topic)| *id == of.id && topic.slug == self.topic));
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
    let about = if wanted.topic.is_empty() { About::new() } else { about(r, &found)? };
    found.retain(|one| wanted.takes(one, &about, r.viewer.today));
    Ok(found)
}

fn about(r: &Reading<'_>, found: &[Resolution]) -> Result<About> {
    named(r, &found.iter().map(|one| one.id).collect::<Vec<_>>())
}

/// The question as a query, for links that keep it.
pub fn asked(r: &Reading<'_>) -> String {
    let pair = |name: &str| {
        let value = r.ask.query(name).map(str::trim).filter(|v| !v.is_empty())?;
        Some(format!("{name}={}", shell::encoded(value)))
    };
    ["jahr", "zustand", "thema", "wort"].into_iter().filter_map(pair).collect::<Vec<_>>().join("&")
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
    let about = about(r, &all)?;
    let found: Vec<Resolution> = all.into_iter().filter(|one| wanted.takes(one, &about, v.today)).collect();
    let name = |topic: &Topic| shell::topic_name(v.lang, topic);
    let mut topics: Vec<(String, String)> = about.iter().map(|(_, topic)| (topic.slug.clone(), name(topic))).collect();
    topics.dedup();
    let of = |id: Id<Resolution>| {
        let own = about.iter().filter(|(one, _)| *one == id).map(|(_, topic)| name(topic));
        own.collect::<Vec<_>>().join(", ")
    };
    let (plain, query) = (v.link(&p), asked(r));
    let base = if query.is_empty() { plain.clone() } else { format!("{plain}?{query}") };
    let (range, pages) = shell::paged(r, &base, found.len(), ROWS);
    let rows = found.get(range).unwrap_or_default().iter().map(|one| Row {
        mark: one.mark.clone(),
        title: one.title.clone(),
        href: v.link(&ResolutionPage { resolution: one.id }),
        topics: of(one.id),
        day: i18n::day_medium(v.lang, one.day),
        pill: standing_pill(v.lang, one.standing(v.today)),
    });
    let year = wanted.year.map(|y| y.to_string()).unwrap_or_default();
    let state = State::ALL.iter().find(|(_, s)| *s == wanted.state).map_or("alle", |(key, _)| key);
    let filter = FormView::new(
        v.lang,
        &[
            ("jahr", &year),
            ("zustand", state),
            ("thema", &wanted.topic),
            ("wort", r.ask.query("wort").map(str::trim).unwrap_or_default()),
        ],
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
        topics: if topics.is_empty() {
            topics
        } else {
            std::iter::once((String::new(), t.register_topic_all().to_owned())).chain(topics).collect()
        },
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
