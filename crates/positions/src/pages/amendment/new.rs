//! P33: asking for a change of one paragraph.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use crate::{
    NewAmendment, Sort, actions,
    pages::{
        Place,
        paragraph::{MOST, found, seats},
        words::sort_word,
    },
    paths::{AmendmentNew, AmendmentPage},
    words::T,
};

/// The form: `?art=` says whether it is words, strike or add.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who are asked.
pub fn form(r: &Reading<'_>, p: AmendmentNew) -> Result<Answer> {
    let place = Place::for_whom(r, p.position, |place| place.contributes)?;
    let sort = r.ask.query("art").and_then(Sort::from_word).unwrap_or(Sort::Words);
    let sort = if p.paragraph == 0 { Sort::Add } else { sort };
    let (_, text) = before(r, &place, p.paragraph)?;
    let text = if sort == Sort::Words { text } else { String::new() };
    page(r, &place, (p.paragraph, sort), &FormView::new(r.viewer.lang, &[("new", &text)]))
}

/// The paragraph, or nothing for a new one before all.
fn before(r: &Reading<'_>, place: &Place, key: i64) -> Result<(usize, String)> {
    if key == 0 { Ok((0, String::new())) } else { found(r, place, key) }
}

fn page(r: &Reading<'_>, place: &Place, (key, sort): (i64, Sort), form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (number, text) = before(r, place, key)?;
    let title = if number == 0 {
        t.act_add_before().to_owned()
    } else {
        format!("{}: {}", sort_word(t, sort), t.paragraph(number))
    };
    let mut sheet = place.sheet(r, &title);
    sheet.hidden = vec![("sort", sort.word().to_owned())];
    if !text.is_empty() {
        sheet.known = vec![text];
    }
    if sort != Sort::Strike {
        sheet.fields.push(form.text("new", t.field_new()).hint(t.field_new_hint()).lines(8).pasted().to_string());
    }
    sheet.fields.push(form.text("reason", t.field_reason()).lines(4).optional().to_string());
    sheet.fields.extend(seats(r, place, form)?);
    sheet.submit = t.amendment_submit();
    sheet.of(form).answer(r, place.page(r, &title)?, form)
}

/// Asks for it.
///
/// # Errors
/// As [`actions::propose`].
pub fn propose(w: &Writing<'_>, p: AmendmentNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::for_whom(&r, p.position, |place| place.contributes)?;
    let sort = Sort::from_word(w.ask.field("sort")).unwrap_or(Sort::Words);
    let sort = if p.paragraph == 0 { Sort::Add } else { sort };
    let again = |found| page(&r, &place, (p.paragraph, sort), &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let (new, reason) = (fields.text("new", MOST), fields.text("reason", 2_000));
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let new = NewAmendment {
        paragraph: (p.paragraph != 0).then_some(p.paragraph),
        sort,
        new,
        reason,
        seat: w.ask.field("seat").parse().ok(),
    };
    match actions::propose(w.tx, &w.viewer.actor, p.position, &new) {
        Ok(amendment) => Ok(Answer::to(w.viewer.link(&AmendmentPage { amendment })).with_note(t.note_proposed())),
        Err(Error::NotFound) => Err(Error::NotFound),
        Err(fault) => again(shell::problems(fault, "new", &[])?),
    }
}
