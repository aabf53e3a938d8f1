//! `/konto/abwesenheit`: when one is away, never why, and who is told in one's place of what cannot wait.

use std::collections::HashMap;

use askama::Template;
use kernel::{Day, Error, Id, Problem, Result};
use networks::{Names, Place};
use people::{Absence, NewAbsence, Person};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::levels::mine;
use crate::{actions, paths::AbsencePage, store, words::T};

/// An absence ends within so many days.
const LONGEST: i32 = 731;

struct Row {
    id: i64,
    days: String,
    now: bool,
}

#[derive(Template)]
#[template(path = "absence.html")]
struct Shown {
    t: T,
    side: String,
    summary: String,
    once: String,
    rows: Vec<Row>,
    fields: Vec<String>,
    substitute: String,
}

fn me(r: &Reading<'_>) -> Result<Id<Person>> {
    r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)
}

/// The page.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: AbsencePage) -> Result<Answer> {
    let named = store::find_substitute(r.conn, me(r)?)?.map(|p| p.to_string()).unwrap_or_default();
    page(r, &FormView::new(r.viewer.lang, &[("substitute", &named)]))
}

fn page(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let row =
        |absence: &Absence| Row { id: absence.id.raw(), days: days(r, absence), now: absence.term.contains(v.today) };
    let mut absences = people::list_absences(r.conn, me(r)?)?;
    absences.retain(|absence| absence.term.until > v.today);
    absences.sort_by_key(|absence| absence.term.from);
    let shown = Shown {
        t,
        side: accounts::side(v, "absence"),
        summary: form.summary(),
        once: form.once(),
        rows: absences.iter().map(row).collect(),
        fields: vec![
            form.text("from", t.field_away_from()).kind("date").to_string(),
            form.text("last", t.field_away_last()).kind("date").to_string(),
        ],
        substitute: form
            .select("substitute", t.field_substitute(), colleagues(r)?)
            .hint(t.field_substitute_hint())
            .to_string(),
    };
    let page = Page::new(t.absence_title()).nav("account");
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

fn days(r: &Reading<'_>, absence: &Absence) -> String {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let from = i18n::day_long(lang, absence.term.from);
    if absence.term.until.is_open() {
        t.absence_open(from)
    } else {
        t.absence_span(from, i18n::day_long(lang, absence.term.until.previous()))
    }
}

/// Those of her networks whose names she sees.
fn colleagues(r: &Reading<'_>) -> Result<Vec<(String, String)>> {
    let v = r.viewer;
    let mut found: HashMap<Id<Person>, String> = HashMap::new();
    // As many as she is in networks.
    for body in mine(r)? {
        let all = networks::invitees(r.conn, &body, v.today)?;
        let persons: Vec<Id<Person>> =
            all.iter().filter_map(|i| i.person).filter(|p| v.actor.person != Some(p.raw())).collect();
        let names = Names::load(r.conn, &v.actor, persons.iter().copied())?;
        let at = Place::from(&body);
        for person in persons {
            if let Some(who) = names.in_place(person, &at) {
                found.entry(person).or_insert_with(|| who.name.full());
            }
        }
    }
    let mut options: Vec<(String, String)> = found.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    options.sort_by_cached_key(|(id, name)| (i18n::fold(name), id.clone()));
    options.insert(0, (String::new(), T(v.lang).substitute_nobody().to_owned()));
    Ok(options)
}

/// Notes days, takes some back, or names whoever is told.
///
/// # Errors
/// As [`people::note_absence`] and [`people::withdraw_absence`].
pub fn act(w: &Writing<'_>, _: AbsencePage) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let done = |note: &str| Ok(Answer::to(w.viewer.link(&AbsencePage {})).with_note(note));
    match w.ask.field("tat") {
        "eintragen" => match entered(w) {
            Ok(new) => {
                people::note_absence(w.tx, by, &new)?;
                done(t.note_absence())
            }
            Err(problems) => again(&r, w, problems),
        },
        "zuruecknehmen" => {
            let id = w.ask.field("nummer").parse().map_err(|()| Error::NotFound)?;
            people::withdraw_absence(w.tx, by, id)?;
            done(t.note_absence_withdrawn())
        }
        "vertretung" => {
            let sent = w.ask.field("substitute");
            let substitute = match sent {
                "" => None,
                // Nobody whose name she does not see.
                sent if colleagues(&r)?.iter().any(|(id, _)| id == sent) => {
                    Some(sent.parse().map_err(|()| Error::NotFound)?)
                }
                _ => return Err(Error::NotFound),
            };
            actions::name_substitute(w.tx, by, substitute)?;
            done(t.note_saved())
        }
        _ => Err(Error::NotFound),
    }
}

fn again(r: &Reading<'_>, w: &Writing<'_>, problems: Vec<Problem>) -> Result<Answer> {
    page(r, &FormView::kept(w.viewer.lang, w.ask, problems))
}

/// The days that were typed: from and to, both included.
fn entered(w: &Writing<'_>) -> std::result::Result<NewAbsence, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let (from, last) = (fields.day("from"), fields.day("last"));
    if fields.problems.is_empty() && from.is_none() {
        fields.refuse("from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    }
    if fields.problems.is_empty() && last.is_none() {
        fields.refuse("last", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    }
    let today: Day = w.viewer.today;
    if let (Some(from), Some(last)) = (from, last) {
        if last < from {
            fields.refuse("last", "Der letzte Tag liegt vor dem ersten.", "The last day lies before the first.");
        } else if last < today {
            fields.refuse("last", "Diese Tage sind schon vorbei.", "These days are over already.");
        } else if last > today.plus_days(LONGEST) {
            fields.refuse("last", "Höchstens zwei Jahre im Voraus.", "Two years ahead at most.");
        }
    }
    match (fields.problems.is_empty(), from, last, w.viewer.actor.person) {
        (true, Some(from), Some(last), Some(person)) => {
            Ok(NewAbsence { person: Id::new(person), tenure: None, from, until: last.next() })
        }
        _ => Err(fields.problems),
    }
}
