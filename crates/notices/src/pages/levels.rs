//! `/konto/nachrichten`: how much one wants to hear of each network, on which days, between which hours, and of which topics once a
//! week.

use askama::Template;
use kernel::{Error, Id, Lang, Result};
use networks::{Body, Topic};
use people::Person;
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{level_word, rhythm_word};
use crate::{Hours, Level, Rhythm, actions, paths::LevelsPage, rules::DAILY_NETWORKS, store, words::T};

#[derive(Template)]
#[template(path = "levels.html")]
struct Shown {
    t: T,
    side: String,
    summary: String,
    once: String,
    lead: String,
    rhythm: String,
    hours: Vec<String>,
    topics: String,
    levels: Vec<String>,
}

const FROM: &str = "from_hour";
const UNTIL: &str = "until_hour";
const TOPICS: &str = "topics";

fn hours_of(t: T, hours: &[i8]) -> Vec<(String, String)> {
    hours.iter().map(|hour| (hour.to_string(), t.hour(*hour))).collect()
}

/// The hours that were chosen; what was not sent stays as it is.
fn chosen_hours(fields: &mut Fields<'_>, w: &Writing<'_>, person: Id<Person>) -> Result<Hours> {
    let stored = store::find_hours(w.tx, person)?;
    let mut one = |name: &'static str, all: &[i8], stored: i8| match w.ask.field(name) {
        "" => stored,
        sent => match sent.parse().ok().filter(|hour| all.contains(hour)) {
            Some(hour) => hour,
            None => {
                fields.refuse(name, "Bitte wählen Sie eine der Uhrzeiten.", "Please choose one of the hours.");
                stored
            }
        },
    };
    Ok(Hours { from: one(FROM, &Hours::FROM, stored.from), until: one(UNTIL, &Hours::UNTIL, stored.until) })
}

/// Her networks, by name.
pub fn mine(r: &Reading<'_>) -> Result<Vec<Body>> {
    let actor = &r.viewer.actor;
    let mut ids: Vec<_> = actor.sits.iter().map(|s| Id::new(s.network)).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut found = networks::list_bodies_by_id(r.conn, actor, &ids)?;
    found.sort_by_cached_key(|body| i18n::fold(body.name_in(r.viewer.lang)));
    Ok(found)
}

fn field(network: Id<Body>) -> String {
    format!("stufe-{network}")
}

/// The page.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: LevelsPage) -> Result<Answer> {
    let person = Id::new(r.viewer.actor.person.ok_or(Error::NotFound)?);
    let networks = mine(r)?;
    let levels = store::list_levels(r.conn, &[person])?.remove(&person).unwrap_or_default();
    let setting = store::list_settings(r.conn, &[person])?.remove(&person).unwrap_or_default();
    let mut values = vec![
        ("rhythm".to_owned(), setting.rhythm.word().to_owned()),
        (FROM.to_owned(), setting.hours.from.to_string()),
        (UNTIL.to_owned(), setting.hours.until.to_string()),
    ];
    values.extend(networks.iter().map(|n| {
        let level = levels.get(&n.id.raw()).copied().unwrap_or(Level::Important);
        (field(n.id), level.word().to_owned())
    }));
    let followed = store::topics::list_followed(r.conn, &[person])?.remove(&person).unwrap_or_default();
    values.extend(followed.iter().map(|(topic, _)| (TOPICS.to_owned(), topic.to_string())));
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    page(r, &networks, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, networks: &[Body], form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let options = || Level::ALL.iter().map(|l| (l.word().to_owned(), level_word(t, *l).to_owned())).collect();
    let days = Rhythm::ALL.iter().map(|x| (x.word().to_owned(), rhythm_word(t, *x).to_owned())).collect();
    let names: Vec<(String, String)> = networks.iter().map(|n| (field(n.id), n.name_in(v.lang).to_owned())).collect();
    let topics = networks::list_topics(r.conn)?;
    let named = |topic: &Topic| match v.lang {
        Lang::De => topic.name.clone(),
        Lang::En => topic.name_en.clone(),
    };
    let topics: Vec<(String, String)> = topics.iter().map(|topic| (topic.id.to_string(), named(topic))).collect();
    let count = v.actor.networks().len();
    let shown = Shown {
        t,
        side: accounts::side(v, "notices"),
        summary: form.summary(),
        once: form.once(),
        lead: if count > DAILY_NETWORKS { t.levels_lead_twice(count) } else { t.levels_lead_daily(count) },
        rhythm: form.select("rhythm", t.field_rhythm(), days).hint(t.field_rhythm_hint()).to_string(),
        hours: vec![
            form.select(FROM, t.field_from_hour(), hours_of(t, &Hours::FROM)).to_string(),
            form.select(UNTIL, t.field_until_hour(), hours_of(t, &Hours::UNTIL)).hint(t.field_hours_hint()).to_string(),
        ],
        topics: if topics.is_empty() {
            String::new()
        } else {
            form.boxes(TOPICS, t.field_topics(), topics).hint(t.field_topics_hint()).to_string()
        },
        levels: names.iter().map(|(name, word)| form.radios(name, word, options()).to_string()).collect(),
    };
    let page = Page::new(t.levels_title()).nav("account");
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Saves it.
///
/// # Errors
/// When the database refuses.
pub fn save(w: &Writing<'_>, _: LevelsPage) -> Result<Answer> {
    let r = w.reading();
    let networks = mine(&r)?;
    let mut fields = Fields::of(w.ask);
    let rhythms: Vec<(&str, Rhythm)> = Rhythm::ALL.iter().map(|x| (x.word(), *x)).collect();
    let rhythm = fields.choice("rhythm", &rhythms);
    // What was not sent stays as it is; what is no level is not heard.
    let levels: Vec<(i64, Level)> =
        networks.iter().filter_map(|n| Some((n.id.raw(), Level::from_word(w.ask.field(&field(n.id)))?))).collect();
    let Some(rhythm) = rhythm else {
        return page(&r, &networks, &FormView::kept(w.viewer.lang, w.ask, fields.problems));
    };
    let person = Id::new(w.viewer.actor.person.ok_or(Error::NotFound)?);
    let hours = chosen_hours(&mut fields, w, person)?;
    if !fields.problems.is_empty() {
        return page(&r, &networks, &FormView::kept(w.viewer.lang, w.ask, fields.problems));
    }
    actions::choose(w.tx, &w.viewer.actor, (rhythm, hours), &levels)?;
    // What no vocabulary knows was never shown.
    let topics = w.ask.every(TOPICS).filter(|id| !id.is_empty());
    let topics = topics.map(|id| id.parse().map_err(|_| Error::NotFound)).collect::<Result<Vec<_>>>()?;
    match actions::follow_topics(w.tx, &w.viewer.actor, &topics) {
        Err(Error::Form(problems)) => return page(&r, &networks, &FormView::kept(w.viewer.lang, w.ask, problems)),
        other => other?,
    }
    Ok(Answer::to(w.viewer.link(&LevelsPage {})).with_note(T(w.viewer.lang).note_saved()))
}
