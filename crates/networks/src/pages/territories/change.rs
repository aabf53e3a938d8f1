//! `/gebiete/{territory}/umbenennen` and `…/aufloesen`: another name from a day on; the end, what it becomes a part of or
//! is divided into.

use kernel::{Day, Result};
use people::Territory;
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{NAME_MOST, asked, asked_in, done, find, sheet};
use crate::{
    pages::keep::{day, is_current, problems, territories},
    paths::{TerritoryEnd, TerritoryRename},
    words::T,
};

/// The form for another name.
///
/// # Errors
/// [`kernel::Error::NotFound`]; [`kernel::Error::Denied`].
pub fn name_form(r: &Reading<'_>, p: TerritoryRename) -> Result<Answer> {
    let of = find(r, p.territory)?;
    if let Some(answer) = asked(r)? {
        return Ok(answer);
    }
    let today = r.viewer.today.to_string();
    name_page(r, &of, &FormView::new(r.viewer.lang, &[("name", &of.name), ("from", &today)]))
}

fn name_page(r: &Reading<'_>, of: &Territory, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, t.bodies_rename(), &of.name, form);
    sheet.known = vec![t.bodies_rename_text().to_owned()];
    sheet.hidden = vec![("version", of.version.to_string())];
    sheet.fields = vec![
        form.text("name", t.bodies_name_new()).most(120).to_string(),
        form.text("from", t.bodies_rename_from()).kind("date").to_string(),
    ];
    sheet.submit = t.bodies_rename();
    sheet.answer(r, Page::new(t.bodies_rename()).nav("networks"), form)
}

/// Gives it.
///
/// # Errors
/// As [`people::rename_territory`].
pub fn rename(w: &Writing<'_>, p: TerritoryRename) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = find(&r, p.territory)?;
    if let Some(answer) = asked_in(w)? {
        return Ok(answer);
    }
    let again = |problems| name_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        name_page(
            &r,
            &of,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new())
                .overtaken(&FormView::new(w.viewer.lang, &[("name", &of.name)])),
        )
    };
    if !is_current(w, of.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let name = fields.needed("name", NAME_MOST, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    if from.is_some_and(|from| from > w.viewer.today) {
        fields.refuse("from", "Der Tag liegt noch in der Zukunft.", "This day still lies in the future.");
    }
    let Some(from) = from.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match people::rename_territory(w.tx, &w.viewer.actor, of.id, of.version, &name, from) {
        Ok(()) => Ok(done(w, t.bodies_renamed())),
        Err(fault) => again(problems(fault, "name", &[])?),
    }
}

/// The form for its end.
///
/// # Errors
/// [`kernel::Error::NotFound`]; [`kernel::Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: TerritoryEnd) -> Result<Answer> {
    let of = find(r, p.territory)?;
    if let Some(answer) = asked(r)? {
        return Ok(answer);
    }
    end_page(r, &of, &FormView::new(r.viewer.lang, &[]))
}

fn end_page(r: &Reading<'_>, of: &Territory, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, t.org_end(), &of.name, form);
    sheet.known = vec![t.territory_end_text().to_owned()];
    sheet.hidden = vec![("version", of.version.to_string())];
    sheet.fields = vec![
        form.text("until", t.keep_last_day()).hint(t.territory_end_hint()).kind("date").to_string(),
        form.text("into", t.territory_into()).hint(t.territory_into_hint()).lines(3).optional().to_string(),
    ];
    sheet.submit = t.org_end();
    sheet.answer(r, Page::new(t.org_end()).nav("networks"), form)
}

/// Ends it.
///
/// # Errors
/// As [`people::end_territory`].
pub fn end(w: &Writing<'_>, p: TerritoryEnd) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = find(&r, p.territory)?;
    if let Some(answer) = asked_in(w)? {
        return Ok(answer);
    }
    let again = |problems| end_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        end_page(
            &r,
            &of,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&FormView::new(w.viewer.lang, &[])),
        )
    };
    if !is_current(w, of.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let last = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    // A day before it began is refused by itself; the others are then looked for as they are today.
    let after = last.map(Day::next).filter(|day| *day > of.term.from).unwrap_or(w.viewer.today);
    let into = territories(w, &mut fields, "into", after)?;
    let Some(last) = last.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match people::end_territory(w.tx, &w.viewer.actor, of.id, of.version, last.next(), &into) {
        Ok(()) => Ok(done(w, t.org_ended())),
        Err(fault) => again(problems(fault, "until", &[])?),
    }
}
