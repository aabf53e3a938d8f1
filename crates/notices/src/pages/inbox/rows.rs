//! Lines of the inbox: what is told, and what waits.

use std::collections::HashMap;

use kernel::Lang;
use networks::{Body, Hat};
use web::{FormView, Kind, Reading, Waiting};

use crate::{
    inbox::Shown,
    rules::{Entry, Stage, Why},
    words::T,
};

pub struct Row {
    pub number: usize,
    /// Empty for what cannot be put away.
    pub kind: &'static str,
    pub id: i64,
    /// The class of its icon.
    pub mark: &'static str,
    /// What she does, where it waits for her: the word of the button, and whether somebody waits.
    pub action: Option<(&'static str, bool)>,
    /// Whether she may have done with it without doing it.
    pub done: bool,
    pub seen: i64,
    pub title: String,
    pub href: String,
    pub icon: &'static str,
    pub word: String,
    pub detail: String,
    pub hue: i64,
    pub ago: String,
    pub why: String,
    pub due: String,
    pub until: String,
    pub once: String,
    pub open: bool,
    pub mutes: bool,
    pub reopens: bool,
    /// What was typed for the day, and what is wrong with it.
    pub typed: String,
    pub problem: String,
}

/// A refused day: of which thing, what was typed, what is wrong.
pub struct Refused<'a> {
    pub of: (&'a str, i64),
    pub form: FormView,
}

pub type Around<'a> = (&'a HashMap<i64, &'a Body>, &'a [Hat], &'a [&'static Kind]);

pub fn row(r: &Reading<'_>, (number, one): (usize, &Shown), around: Around<'_>, refused: Option<&Refused<'_>>) -> Row {
    let (v, t, entry) = (r.viewer, T(r.viewer.lang), &one.entry);
    let (known, hats, kinds) = around;
    let said = match v.lang {
        Lang::De => entry.word[0],
        Lang::En => entry.word[1],
    };
    let word = if said.is_empty() { weight_word(t, entry) } else { said.trim_end_matches('.') };
    let label = kinds.iter().find(|k| k.name == entry.kind).map_or("", |k| (k.label)(v.lang));
    let refused = refused.filter(|refused| refused.of == (entry.kind, entry.id));
    let marked =
        matches!(entry.stage, Stage::Later | Stage::Muted) || entry.stage == Stage::Done && entry.why != Why::Read;
    Row {
        number,
        kind: entry.kind,
        id: entry.id,
        mark: "",
        action: None,
        done: true,
        seen: entry.at.micros(),
        title: one.card.title.clone(),
        href: one.card.url.clone(),
        icon: one.card.icon,
        word: format!("{label}: {word}"),
        detail: one.card.detail.clone(),
        hue: one.card.hue,
        ago: i18n::relative(v.lang, v.today, entry.at.day()),
        why: why(v.lang, entry, known, hats),
        due: match entry.due {
            Some(day) if day < v.today => t.due_over().to_owned(),
            Some(day) => i18n::left(v.lang, v.today, day),
            None => String::new(),
        },
        until: entry.until.map(|day| t.later_until(i18n::day_long(v.lang, day))).unwrap_or_default(),
        once: FormView::new(v.lang, &[]).once(),
        open: entry.stage == Stage::Open,
        mutes: entry.stage == Stage::Open && entry.can_be_muted(),
        reopens: marked,
        typed: typed(r, refused),
        problem: refused.and_then(|refused| refused.form.error("until")).unwrap_or_default().to_owned(),
    }
}

/// Something that waits for her, and how it was told where it was.
pub fn waiting_row(
    r: &Reading<'_>,
    (number, one, told): (usize, &Waiting, Option<&Shown>),
    around: Around<'_>,
    refused: Option<&Refused<'_>>,
) -> Row {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let told = told.map(|shown| row(r, (number, shown), around, None));
    let (word, why) = told.map_or_else(Default::default, |told| (told.word, told.why));
    let (kind, id) = one.of.unwrap_or_default();
    let refused = refused.filter(|refused| Some(refused.of) == one.of);
    let open = one.later.is_none();
    Row {
        number,
        kind,
        id,
        mark: one.mark.0,
        action: Some((one.action, one.primary)),
        done: one.optional,
        seen: v.now.micros(),
        title: one.title.clone(),
        href: one.href.clone(),
        icon: one.mark.1,
        word,
        detail: one.place.clone(),
        hue: one.hue,
        ago: String::new(),
        why,
        due: one.due.clone(),
        until: one
            .later
            .filter(|day| !day.is_open())
            .map(|day| t.later_until(i18n::day_long(v.lang, day)))
            .unwrap_or_default(),
        once: FormView::new(v.lang, &[]).once(),
        open: open && one.of.is_some(),
        mutes: open && one.optional,
        reopens: !open,
        typed: typed(r, refused),
        problem: refused.and_then(|refused| refused.form.error("until")).unwrap_or_default().to_owned(),
    }
}

/// What stands in the field for the day: what was typed, or a week from now.
pub fn typed(r: &Reading<'_>, refused: Option<&Refused<'_>>) -> String {
    refused.map_or_else(
        || i18n::day_numeric(r.viewer.lang, r.viewer.today.plus_days(7)),
        |refused| refused.form.value("until").to_owned(),
    )
}

pub fn weight_word(t: T, entry: &Entry) -> &'static str {
    use web::Weight::{Circular, Direct, Duty, New, Outcome, Reply};
    match entry.weight {
        Duty | New | Circular => t.what_new(),
        Direct => t.what_asked(),
        Outcome => t.what_outcome(),
        Reply => t.what_reply(),
    }
}

/// Why it reaches her: by which seat, or by which network.
pub fn why(lang: Lang, entry: &Entry, known: &HashMap<i64, &Body>, hats: &[Hat]) -> String {
    let t = T(lang);
    let seat = entry.seat.and_then(|seat| hats.iter().find(|h| h.seat.id.raw() == seat));
    let names: Vec<&str> = entry.through.iter().filter_map(|n| known.get(n)).map(|b| b.short()).collect();
    let names = i18n::list_and(lang, &names);
    match (seat, entry.why) {
        (Some(hat), _) => {
            let body = hat.body.name_in(lang);
            match hat.post.as_ref().map(|(_, title)| title).or(hat.organisation.as_ref().map(|(_, name)| name)) {
                Some(through) => t.why_seat_through(body, through),
                None => t.why_seat(body),
            }
        }
        (None, Why::Asked) => t.why_asked().to_owned(),
        (None, Why::TakesPart) => t.why_takes_part().to_owned(),
        (None, Why::Follows) => t.why_follows().to_owned(),
        (None, Why::StandsIn) => t.why_stands_in().to_owned(),
        (None, Why::Topic) => t.why_topic_hers().to_owned(),
        (None, _) if names.is_empty() => t.why_body().to_owned(),
        (None, Why::Duty) => t.why_duty(names),
        (None, _) => t.why_member(names),
    }
}
