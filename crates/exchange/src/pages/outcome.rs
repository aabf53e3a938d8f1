//! `/austausch/{thread}/ergebnis`: what came of it, in one to three sentences.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::{place::Place, show::checked_field};
use crate::{
    actions,
    paths::{ThreadOutcome, ThreadPage},
    rules::OUTCOME_MOST,
    words::T,
};

fn load(r: &Reading<'_>, p: &ThreadOutcome) -> Result<Place> {
    let place = Place::load(r, p.thread)?;
    if place.thread.hidden.is_none() && (place.own || place.leads) { Ok(place) } else { Err(Error::Denied(None)) }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever wrote it and those who lead.
pub fn form(r: &Reading<'_>, p: ThreadOutcome) -> Result<Answer> {
    let place = load(r, &p)?;
    let words = place.thread.outcome.as_ref().map_or("", |o| o.words.as_str());
    page(r, &place, &FormView::new(r.viewer.lang, &[("words", words)]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = Sheet { submit: t.outcome_submit(), ..place.sheet(r, t.outcome_title()) }.of(form);
    sheet.fields = vec![
        form.text("words", t.field_outcome())
            .lines(4)
            .most(OUTCOME_MOST as u32)
            .hint(t.field_outcome_hint())
            .to_string(),
    ];
    if place.thread.confidential {
        sheet.fields.push(checked_field(t, form));
    }
    sheet.answer(r, place.page(r, t.outcome_title())?, form)
}

/// Saves it.
///
/// # Errors
/// As [`form`].
pub fn save(w: &Writing<'_>, p: ThreadOutcome) -> Result<Answer> {
    let r = w.reading();
    let place = load(&r, &p)?;
    let mut fields = Fields::of(w.ask);
    let words = fields.text("words", OUTCOME_MOST);
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::note_outcome(w.tx, &w.viewer.actor, p.thread, &words, w.ask.ticked("checked")) {
        Ok(()) => {
            Ok(Answer::to(w.viewer.link(&ThreadPage { thread: p.thread })).with_note(T(w.viewer.lang).note_outcome()))
        }
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "words", &[])?),
        Err(other) => Err(other),
    }
}
