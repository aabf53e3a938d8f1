//! Writing the text as a whole.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Place;
use crate::{State, actions, paths::PositionText, rules::TEXT_MOST, store::versions, words::T};

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who write it.
pub fn edit(r: &Reading<'_>, p: PositionText) -> Result<Answer> {
    let place = Place::for_whom(r, p.position, |place| place.writes)?;
    let now = whole(r, &place)?;
    page(r, &place, &FormView::new(r.viewer.lang, &[("text", &now)]), false)
}

/// Its paragraphs with empty lines between them.
fn whole(r: &Reading<'_>, place: &Place) -> Result<String> {
    let all = versions::list_paragraphs(r.conn, place.position.id, place.position.text)?;
    Ok(all.into_iter().map(|p| p.text).collect::<Vec<_>>().join("\n\n"))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView, stale: bool) -> Result<Answer> {
    let now = whole(r, place)?;
    let form = &form.beside(stale, &FormView::new(r.viewer.lang, &[("text", &now)]));
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.text_title());
    // A longer text is written paragraph by paragraph: no form takes it at once.
    if now.chars().count() > TEXT_MOST {
        sheet.known = vec![t.text_too_long().to_owned()];
    } else {
        sheet.hidden = vec![("version", place.position.version.to_string())];
        sheet.fields = vec![form.text("text", t.field_text()).hint(t.field_text_hint()).lines(24).pasted().to_string()];
        if place.position.state != State::Draft {
            sheet.known = vec![t.text_new_version().to_owned()];
            sheet.fields.push(form.text("note", t.field_version_note()).optional().to_string());
        }
        sheet.submit = t.save();
    }
    sheet.of(form).answer(r, place.page(r, t.text_title())?, form)
}

/// Writes it.
///
/// # Errors
/// As [`actions::rewrite`].
pub fn change(w: &Writing<'_>, p: PositionText) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::for_whom(&r, p.position, |place| place.writes)?;
    let again = |found, stale| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
    let mut fields = Fields::of(w.ask);
    let (text, note) = (fields.text("text", TEXT_MOST), fields.line("note", 300));
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    match actions::rewrite(w.tx, &w.viewer.actor, p.position, version, (&text, &note)) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_written())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "text", &[])?, false),
    }
}
