//! Objecting to a paragraph as who is signed in, and deciding objections.

use kernel::{Error, Result};
use networks::{Names, Place as Where, shell};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Record, show::objection_word};
use crate::{
    Entry, MinutesObjection, MinutesState, ObjectionState, actions,
    paths::{ObjectionNew, ObjectionPage},
    rules::minutes::{paragraphs, typed},
    store::minutes as store,
    words::T,
};

const MOST: usize = 4_000;

/// The entry of an address with the number it has, for somebody of the body who reads it.
fn read(r: &Reading<'_>, p: &ObjectionNew) -> Result<(usize, Entry, Record)> {
    let entry = store::find_entry(r.conn, p.entry)?;
    let minutes = store::find_minutes(r.conn, entry.minutes)?;
    let record = Record::load(r, minutes.meeting)?;
    if !record.reader.reads(&entry) {
        return Err(Error::NotFound);
    }
    if !record.reader.within() {
        return Err(Error::Denied(None));
    }
    let number = record.entries(r)?.iter().find(|(_, e)| e.id == entry.id).map_or(0, |(n, _)| *n);
    Ok((number, entry, record))
}

/// The paragraphs one can object to: number within the entry, and how it begins.
#[must_use]
pub fn choices(number: usize, entry: &Entry) -> Vec<(String, String)> {
    let begin = |text: String| {
        let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = line.chars().take(70).collect();
        if short.len() < line.len() { format!("{short} …") } else { short }
    };
    (1..)
        .zip(paragraphs(&entry.text))
        .map(|(n, paragraph): (usize, _)| (n.to_string(), format!("{number}.{n} {}", begin(typed(&paragraph)))))
        .collect()
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those of the body.
pub fn new(r: &Reading<'_>, p: ObjectionNew) -> Result<Answer> {
    let (number, entry, record) = read(r, &p)?;
    let paragraph = r.ask.query("absatz").unwrap_or("1");
    page(r, (number, &entry), &record, &FormView::new(r.viewer.lang, &[("paragraph", paragraph)]))
}

fn page(r: &Reading<'_>, (number, entry): (usize, &Entry), record: &Record, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = record.place.sheet(r, t.pro_object());
    sheet.lead = format!("{number}. {}", entry.title);
    sheet.back = record.link(r);
    if record.minutes.is_open_at(r.viewer.now) {
        sheet.fields = vec![
            form.radios("paragraph", t.pro_field_paragraph(), choices(number, entry)).to_string(),
            form.text("text", t.pro_field_objection()).lines(5).to_string(),
        ];
        sheet.submit = t.pro_object_submit();
    } else {
        sheet.known = vec![t.pro_note_closed().to_owned()];
    }
    sheet.of(form).answer(r, record.place.page(r, t.pro_object())?, form)
}

/// Takes the objection.
///
/// # Errors
/// As [`actions::minutes::object`].
pub fn add(w: &Writing<'_>, p: ObjectionNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (number, entry, record) = read(&r, &p)?;
    let again = |found| page(&r, (number, &entry), &record, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let text = fields.text("text", MOST);
    let paragraph = w.ask.field("paragraph").parse().unwrap_or(0);
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::minutes::object(w.tx, &w.viewer.actor, record.minutes.id, (entry.id, paragraph, &text)) {
        Ok(_) => Ok(Answer::to(record.link(&r)).with_note(&t.pro_note_objected(format!("{number}.{paragraph}")))),
        Err(fault) => again(shell::problems(fault, "text", &[])?),
    }
}

fn known(r: &Reading<'_>, p: &ObjectionPage) -> Result<(MinutesObjection, Entry, Record)> {
    let objection = store::find_objection(r.conn, p.objection)?;
    let minutes = store::find_minutes(r.conn, objection.minutes)?;
    let record = Record::led(r, minutes.meeting)?;
    let entry = store::find_entry(r.conn, objection.entry)?;
    Ok((objection, entry, record))
}

/// The objection, and what becomes of it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene now.
pub fn show(r: &Reading<'_>, p: ObjectionPage) -> Result<Answer> {
    let (objection, entry, record) = known(r, &p)?;
    let words = word_of(&objection, &entry);
    let values = [("entscheidung", "annehmen"), ("words", words.as_str())];
    decide_page(r, &objection, &entry, &record, &FormView::new(r.viewer.lang, &values))
}

/// The paragraph as it stands now.
fn word_of(objection: &MinutesObjection, entry: &Entry) -> String {
    let at = usize::try_from(objection.paragraph).ok().and_then(|n| n.checked_sub(1));
    at.and_then(|at| paragraphs(&entry.text).get(at).map(typed)).unwrap_or_default()
}

fn decide_page(
    r: &Reading<'_>,
    objection: &MinutesObjection,
    entry: &Entry,
    record: &Record,
    form: &FormView,
) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut sheet = record.place.sheet(r, t.pro_objection_title());
    sheet.back = record.link(r);
    let number = record.entries(r)?.iter().find(|(_, e)| e.id == entry.id).map_or(0, |(n, _)| *n);
    let names = Names::load_with_places(r.conn, &v.actor, objection.person)?;
    let at = Where::from(&record.place.body);
    let who = objection.person.and_then(|p| names.in_place(p, &at).or_else(|| names.anywhere(p)));
    let from = match who {
        Some(who) => who.name.full(),
        None => t.pro_objection_by_letter().to_owned(),
    };
    let day = i18n::moment_short(v.lang, objection.made_at, v.today);
    sheet.known.push(t.pro_objection_from(format!("{number}.{}", objection.paragraph), from, day));
    sheet.known.push(objection.text.clone());
    if objection.state == ObjectionState::Open && record.minutes.state == MinutesState::Circulated {
        let options = [("annehmen", t.pro_accept()), ("ablehnen", t.pro_decline())];
        let options = options.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
        sheet.fields = vec![
            form.radios("entscheidung", t.pro_decision(), options).to_string(),
            form.text("words", t.pro_field_words()).hint(t.pro_field_words_hint()).lines(5).optional().to_string(),
            form.text("answer", t.pro_field_answer()).hint(t.pro_field_answer_hint()).lines(3).optional().to_string(),
        ];
        sheet.submit = t.pro_decide_submit();
    } else {
        sheet.known.push(objection_word(t, objection.state).to_owned());
        if !objection.answer.is_empty() {
            sheet.known.push(objection.answer.clone());
        }
    }
    sheet.of(form).answer(r, record.place.page(r, t.pro_objection_title())?, form)
}

/// Decides it.
///
/// # Errors
/// As [`actions::minutes::decide_objection`].
pub fn decide(w: &Writing<'_>, p: ObjectionPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (objection, entry, record) = known(&r, &p)?;
    let again = |found| {
        let form = FormView::kept(w.viewer.lang, w.ask, found);
        decide_page(&r, &objection, &entry, &record, &form)
    };
    let mut fields = Fields::of(w.ask);
    let words = fields.text("words", MOST);
    let answer = fields.text("answer", MOST);
    let accepts = fields.choice("entscheidung", &[("annehmen", true), ("ablehnen", false)]);
    let (Some(accepts), []) = (accepts, &fields.problems[..]) else { return again(fields.problems) };
    match actions::minutes::decide_objection(w.tx, &w.viewer.actor, objection.id, accepts, (&words, &answer)) {
        Ok(()) => Ok(Answer::to(record.link(&r)).with_note(t.pro_note_decided())),
        Err(fault) => again(shell::problems(fault, "answer", &[])?),
    }
}
