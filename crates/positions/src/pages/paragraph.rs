//! One paragraph: writing it anew, and remarking something to it.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Place;
use crate::{
    State, WHOLE, actions,
    paths::{ParagraphComment, ParagraphEdit},
    store::versions,
    words::T,
};

/// The most characters of one paragraph.
pub const MOST: usize = 6_000;

/// The paragraph's number and words.
///
/// # Errors
/// [`Error::NotFound`].
pub fn found(r: &Reading<'_>, place: &Place, key: i64) -> Result<(usize, String)> {
    let all = versions::list_paragraphs(r.conn, place.position.id, place.position.text)?;
    let at = all.iter().position(|p| p.key == key).ok_or(Error::NotFound)?;
    Ok((at + 1, all[at].text.clone()))
}

/// The form for writing it anew.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who write it.
pub fn edit(r: &Reading<'_>, p: ParagraphEdit) -> Result<Answer> {
    let place = Place::for_whom(r, p.position, |place| place.writes)?;
    let (_, text) = found(r, &place, p.paragraph)?;
    page(r, &place, p.paragraph, &FormView::new(r.viewer.lang, &[("text", &text)]), false)
}

fn page(r: &Reading<'_>, place: &Place, key: i64, form: &FormView, stale: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (number, now) = found(r, place, key)?;
    let form = &form.beside(stale, &FormView::new(r.viewer.lang, &[("text", &now)]));
    let title = t.paragraph(number);
    let mut sheet = place.sheet(r, &title);
    sheet.hidden = vec![("version", place.position.version.to_string())];
    sheet.fields =
        vec![form.text("text", t.field_text()).hint(t.field_paragraph_hint()).lines(8).pasted().optional().to_string()];
    if place.position.state != State::Draft {
        sheet.known = vec![t.text_new_version().to_owned()];
        sheet.fields.push(form.text("note", t.field_version_note()).optional().to_string());
    }
    sheet.submit = t.save();
    sheet.of(form).answer(r, place.page(r, &title)?, form)
}

/// Writes it.
///
/// # Errors
/// As [`actions::rewrite_paragraph`].
pub fn change(w: &Writing<'_>, p: ParagraphEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::for_whom(&r, p.position, |place| place.writes)?;
    found(&r, &place, p.paragraph)?;
    let again = |found, stale| page(&r, &place, p.paragraph, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
    let mut fields = Fields::of(w.ask);
    let (text, note) = (fields.text("text", MOST), fields.line("note", 300));
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    match actions::rewrite_paragraph(w.tx, &w.viewer.actor, p.position, version, (p.paragraph, &text, &note)) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_written())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "text", &[])?, false),
    }
}

/// As what somebody speaks: a choice, where she has one.
///
/// # Errors
/// When the database cannot be read.
pub fn seats(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Option<String>> {
    let t = T(r.viewer.lang);
    let all = actions::capacities(r.conn, &r.viewer.actor, &place.position, &place.movers)?;
    let mut options: Vec<(String, String)> = Vec::new();
    for (seat, words) in all {
        if !options.iter().any(|(_, known)| *known == words) {
            options.push((seat.to_string(), words));
        }
    }
    Ok((options.len() > 1).then(|| form.radios("seat", t.field_seat(), options).to_string()))
}

/// The form for a remark: to a paragraph, or to the whole text, which is number 0.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who are asked.
pub fn comment(r: &Reading<'_>, p: ParagraphComment) -> Result<Answer> {
    let place = Place::for_whom(r, p.position, |place| place.contributes)?;
    comment_page(r, &place, p.paragraph, &FormView::new(r.viewer.lang, &[]))
}

fn comment_page(r: &Reading<'_>, place: &Place, key: i64, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (title, known) = if key == WHOLE {
        (t.act_comment_whole().to_owned(), Vec::new())
    } else {
        let (number, text) = found(r, place, key)?;
        (format!("{}: {}", t.act_comment(), t.paragraph(number)), vec![text])
    };
    let mut sheet = place.sheet(r, &title);
    sheet.known = known;
    sheet.fields = vec![form.text("text", t.field_comment()).lines(5).to_string()];
    sheet.fields.extend(seats(r, place, form)?);
    sheet.submit = t.comment_submit();
    sheet.of(form).answer(r, place.page(r, &title)?, form)
}

/// Remarks it.
///
/// # Errors
/// As [`actions::comment`].
pub fn say(w: &Writing<'_>, p: ParagraphComment) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::for_whom(&r, p.position, |place| place.contributes)?;
    let again = |found| comment_page(&r, &place, p.paragraph, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let text = fields.text("text", 2_000);
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let seat = w.ask.field("seat").parse().ok();
    match actions::comment(w.tx, &w.viewer.actor, p.position, (&[(p.paragraph, text)], seat)) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_said())),
        Err(fault) => again(shell::problems(fault, "text", &[])?),
    }
}
