//! Asking for input, and ending that.

use kernel::{Day, Error, Reason, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Place;
use crate::{State, actions, paths::PositionInput, words::T};

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer it.
pub fn form(r: &Reading<'_>, p: PositionInput) -> Result<Answer> {
    let place = Place::steered(r, p.position)?;
    let until = place.position.input_until.unwrap_or_else(|| r.viewer.today.plus_days(21)).to_string();
    page(r, &place, &FormView::new(r.viewer.lang, &[("until", &until), ("who", "network"), ("tat", "bitten")]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.input_title());
    if !place.position.state.is_open() {
        sheet.known = vec![t.decided_already().to_owned()];
    } else {
        sheet.known = vec![t.input_text().to_owned()];
        if place.position.state == State::Input {
            let options = vec![
                ("bitten".to_owned(), t.input_again().to_owned()),
                ("schluss".to_owned(), t.input_end().to_owned()),
            ];
            sheet.fields.push(form.radios("tat", t.field_act(), options).to_string());
        }
        sheet.fields.push(form.text("until", t.field_input_until()).kind("date").to_string());
        if place.body.as_ref().is_some_and(|body| !body.is_network()) {
            let options = vec![
                ("network".to_owned(), t.input_network().to_owned()),
                ("body".to_owned(), t.input_body().to_owned()),
            ];
            sheet.fields.push(form.radios("who", t.field_input_who(), options).to_string());
        }
        // Whoever asks for the first time looks first how many are written to.
        if place.position.state != State::Input {
            sheet.hidden.push(("schau", "ja".to_owned()));
        }
        sheet.submit = t.input_submit();
    }
    sheet.of(form).answer(r, place.page(r, t.input_title())?, form)
}

/// Whom it reaches until when, before anybody is written to.
fn preview(r: &Reading<'_>, place: &Place, day: Day, network: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let count = actions::count_asked(r.conn, &place.position, network)?;
    let asked = if network { place.network.as_ref() } else { place.body.as_ref() };
    let name = asked.map_or_else(String::new, |body| body.name_in(r.viewer.lang).to_owned());
    let (day_words, until) = (i18n::day_long(r.viewer.lang, day), day.to_string());
    let mut sheet = place.sheet(r, t.input_title());
    sheet.known = vec![t.input_preview(count, name, day_words)];
    sheet.hidden = vec![("until", until), ("who", if network { "network" } else { "body" }.to_owned())];
    sheet.submit = t.input_go();
    let form = FormView::new(r.viewer.lang, &[]);
    sheet.of(&form).answer(r, place.page(r, t.input_title())?, &form)
}

/// Asks, or ends it.
///
/// # Errors
/// As [`actions::open_input`].
pub fn save(w: &Writing<'_>, p: PositionInput) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::steered(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let (by, base) = (&w.viewer.actor, &w.site.outside().base_url);
    let done = if w.ask.field("tat") == "schluss" {
        actions::close_input(w.tx, by, p.position).map(|()| t.note_input_closed().to_owned())
    } else {
        let mut fields = Fields::of(w.ask);
        let day = shell::day(&mut fields, "until", "Bitte nennen Sie den Tag.", "Please give the day.");
        let Some(day) = day else { return again(fields.problems) };
        let network = w.ask.field("who") != "body";
        if w.ask.field("schau") == "ja" && fields.problems.is_empty() {
            return preview(&r, &place, day, network);
        }
        actions::open_input(w.tx, by, p.position, (day, network), base).map(|count| t.note_input(count))
    };
    match done {
        Ok(note) => Ok(Answer::to(place.link(&r)).with_note(&note)),
        Err(fault) => again(shell::problems(fault, "until", &[])?),
    }
}

/// The sentence where nothing was chosen.
pub fn choose() -> Error {
    Error::Rule(Reason::new("Bitte wählen Sie, was geschehen soll.", "Please choose what is to be done."))
}
