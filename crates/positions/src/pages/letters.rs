//! `/positionen/{position}/versand`: planning to whom a position goes.

use kernel::{Id, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Place;
use crate::{
    Addressee, NewDispatch, actions, letters,
    paths::{DispatchPage, PositionLetters},
    store::{addressees, dispatches},
    words::T,
};

/// The form.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`] but for those who steer it.
pub fn form(r: &Reading<'_>, p: PositionLetters) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    let network = networks::body_for_program(r.conn, place.position.network)?;
    let letter = letters::begun(kernel::Lang::De, &place.position, &network);
    let due = r.viewer.today.plus_days(42).to_string();
    page(r, &place, &FormView::new(r.viewer.lang, &[("letter", &letter), ("due", &due), ("weeks", "4")]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut sheet = place.sheet(r, t.letters_title());
    let planned = dispatches::list_dispatches(r.conn, place.position.id)?;
    let mut all = addressees::list_addressees(r.conn)?;
    all.retain(|a| a.term.contains(v.today) && !planned.iter().any(|d| d.addressee == a.id));
    if all.is_empty() {
        sheet.known = vec![t.letters_none().to_owned()];
    } else {
        let options = all.iter().map(|a| (a.id.to_string(), a.name_in(v.lang).to_owned())).collect();
        sheet.known = vec![t.letters_text().to_owned()];
        sheet.fields = vec![
            form.select("addressee", t.field_addressee(), options).to_string(),
            form.text("letter", t.field_letter()).hint(t.field_letter_hint()).lines(14).to_string(),
            form.text("file_mark", t.field_file_mark()).hint(t.field_file_mark_hint()).optional().to_string(),
            form.text("due", t.field_due()).kind("date").optional().to_string(),
            form.text("weeks", t.field_weeks()).hint(t.field_weeks_hint()).kind("number").to_string(),
        ];
        sheet.submit = t.letters_submit();
    }
    sheet.of(form).answer(r, place.page(r, t.letters_title())?, form)
}

/// Plans it.
///
/// # Errors
/// As [`actions::plan_letter`].
pub fn plan(w: &Writing<'_>, p: PositionLetters) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let (letter, file_mark, due) = (fields.text("letter", 6_000), fields.line("file_mark", 120), fields.day("due"));
    let addressee = w.ask.field("addressee").parse::<Id<Addressee>>();
    if addressee.is_err() {
        fields.refuse("addressee", "Bitte wählen Sie, an wen es geht.", "Please choose to whom it goes.");
    }
    let weeks = w.ask.field("weeks").parse::<i64>();
    if weeks.is_err() {
        fields.refuse("weeks", "Bitte nennen Sie eine Zahl.", "Please give a number.");
    }
    let (Ok(addressee), Ok(remind_weeks), true) = (addressee, weeks, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let new = NewDispatch { addressee, letter, file_mark, due, remind_weeks };
    match actions::plan_letter(w.tx, &w.viewer.actor, p.position, &new) {
        Ok(dispatch) => Ok(Answer::to(w.viewer.link(&DispatchPage { dispatch })).with_note(t.note_letter_planned())),
        Err(fault) => again(shell::problems(fault, "addressee", &[])?),
    }
}
