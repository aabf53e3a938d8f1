//! What is shown of corrections, to whoever sees what was put right: when, by whom, and what stood there before.

use kernel::{Id, Result};
use people::{Organisation, Person, Post};
use web::Reading;

use super::field_word;
use crate::{
    Body, Corrected, Correction, Names, Place, Right, Seat,
    actions::is_undoable,
    paths::CorrectionUndo,
    store::corrections::{corrections_of_names, corrections_of_seat},
    words::T,
};

/// One line beside what was put right.
pub struct Line {
    /// What happened.
    pub text: String,
    /// Taking it back, while that can be.
    pub undo: Option<String>,
}

/// How a person is called where the line stands.
type Naming<'a> = dyn Fn(Id<Person>) -> Option<String> + 'a;

fn value(t: T, r: &Reading<'_>, right: &Right, name: &Naming<'_>) -> String {
    match right {
        Right::From(day) => i18n::day_medium(r.viewer.lang, *day),
        Right::Until(day) if day.is_open() => t.correction_open().to_owned(),
        Right::Until(day) => i18n::day_medium(r.viewer.lang, day.previous()),
        Right::Person(id) => name(*id).unwrap_or_else(|| t.handover_somebody().to_owned()),
        Right::Name(name) => name.clone(),
    }
}

/// The sentence of a correction: of what, of whom, when, by whom, and what it said before.
pub fn sentence(r: &Reading<'_>, row: &Correction, of: Option<Id<Person>>, name: &Naming<'_>) -> String {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut what = match row.of {
        Corrected::Post(_) => t.correction_title_of_post().to_owned(),
        _ => field_word(t, row.was.field()).to_owned(),
    };
    if let Some(of) = of.filter(|_| row.was.person().is_none()).and_then(name) {
        what = format!("{what}, {of}");
    }
    let (day, was) = (i18n::day_medium(lang, row.at.day()), value(t, r, &row.was, name));
    let mut text = match row.by.and_then(name) {
        Some(by) => t.correction_line_by(&what, day, by, was),
        None => t.correction_line(&what, day, was),
    };
    if let Some(undone) = row.undone {
        text = t.correction_line_undone(text, i18n::day_medium(lang, undone.day()));
    }
    text
}

fn lines(r: &Reading<'_>, all: &[(Correction, Option<Id<Person>>)], keeps: bool, name: &Naming<'_>) -> Vec<Line> {
    // What was taken back again is told to those who keep the thing.
    let told = all.iter().filter(|(row, _)| keeps || row.undone.is_none());
    told.map(|(row, of)| Line {
        text: sentence(r, row, *of, name),
        undo: (keeps && is_undoable(row, r.viewer.now)).then(|| r.viewer.link(&CorrectionUndo { correction: row.id })),
    })
    .collect()
}

/// Corrections of who had a seat, and of who had the posts that had it. One statement; two where there are some.
///
/// # Errors
/// When the database cannot be read.
pub fn of_seat(r: &Reading<'_>, body: &Body, seat: Id<Seat>, posts: &[Id<Post>], keeps: bool) -> Result<Vec<Line>> {
    let all = corrections_of_seat(r.conn, seat, posts)?;
    let persons = |(row, of): &(Correction, Option<Id<Person>>)| [*of, row.was.person(), row.became.person(), row.by];
    let names = Names::load(r.conn, &r.viewer.actor, all.iter().flat_map(persons).flatten())?;
    let place = Place::from(body);
    Ok(lines(r, &all, keeps, &|id| names.in_place(id, &place).map(|w| w.name.full())))
}

/// Corrections of what an organisation and its posts are called. One statement; three where there are some.
///
/// # Errors
/// When the database cannot be read.
pub fn of_organisation(r: &Reading<'_>, organisation: Id<Organisation>, keeps: bool) -> Result<Vec<Line>> {
    let all: Vec<_> = corrections_of_names(r.conn, organisation)?.into_iter().map(|row| (row, None)).collect();
    let names = Names::load_with_places(r.conn, &r.viewer.actor, all.iter().filter_map(|(row, _)| row.by))?;
    Ok(lines(r, &all, keeps, &|id| names.anywhere(id).map(|w| w.name.full())))
}
