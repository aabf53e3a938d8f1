//! `/organisationen/{organisation}/bearbeiten`, `…/umbenennen` and `…/aufloesen`: contact and purpose, another name from a
//! day on, the end or the organisation it merges into. For whoever keeps a body in which it sits.

use kernel::{Error, Id, Lang, Problem, Result};
use people::{Organisation, OrganisationEdit};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    keep::{Sheet, candidates, day, is_current, problems},
    shared,
};
use crate::{
    actions::keeps_organisation,
    paths::{
        OrganisationCorrect, OrganisationDivide, OrganisationEdit as EditPath, OrganisationEnd, OrganisationPage,
        OrganisationRename, PostNew,
    },
    words::T,
};

const LINE_MOST: usize = 300;
const TEXT_MOST: usize = 2000;

/// What can be done with an organisation, for whoever may.
///
/// # Errors
/// When the database cannot be read.
pub fn ways(r: &Reading<'_>, organisation: Id<Organisation>) -> Result<Vec<(&'static str, String)>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if v.is_past() || !people::keeps_register(&v.actor) {
        return Ok(Vec::new());
    }
    match keeps_organisation(r.conn, &v.actor, organisation, v.today) {
        Ok(()) => Ok(vec![
            (t.org_edit(), v.link(&EditPath { organisation })),
            (t.bodies_rename(), v.link(&OrganisationRename { organisation })),
            (t.org_end(), v.link(&OrganisationEnd { organisation })),
            (t.divide_title(), v.link(&OrganisationDivide { organisation })),
            (t.post_new(), v.link(&PostNew { organisation })),
            (t.correction_title(), v.link(&OrganisationCorrect { organisation })),
        ]),
        Err(Error::Denied(_)) => Ok(Vec::new()),
        Err(other) => Err(other),
    }
}

fn load(r: &Reading<'_>, id: Id<Organisation>) -> Result<Organisation> {
    keeps_organisation(r.conn, &r.viewer.actor, id, r.viewer.today)?;
    people::find_organisation(r.conn, id)
}

fn sheet(r: &Reading<'_>, of: &Organisation, title: &str) -> Sheet {
    let t = T(r.viewer.lang);
    let there = r.viewer.link(&OrganisationPage { organisation: of.id });
    let mut sheet = Sheet {
        crumbs: shared::crumbs(r, &[(&of.name, there.clone())]),
        title: title.to_owned(),
        lead: of.name.clone(),
        back: there,
        ..Sheet::new(t.0)
    };
    sheet.hidden = vec![("version", of.version.to_string())];
    sheet
}

fn done(w: &Writing<'_>, of: &Organisation, note: &str) -> Answer {
    Answer::to(w.viewer.link(&OrganisationPage { organisation: of.id })).with_note(note)
}

/// Contact and purpose.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit_form(r: &Reading<'_>, p: EditPath) -> Result<Answer> {
    let of = load(r, p.organisation)?;
    edit_page(r, &of, &stored(r.viewer.lang, &of))
}

/// The fields as they are stored.
fn stored(lang: Lang, of: &Organisation) -> FormView {
    let values = [
        ("mail", of.mail.as_deref().unwrap_or_default()),
        ("phone", of.phone.as_deref().unwrap_or_default()),
        ("address", of.address.as_deref().unwrap_or_default()),
        ("website", of.website.as_deref().unwrap_or_default()),
        ("purpose", of.purpose.as_deref().unwrap_or_default()),
    ];
    FormView::new(lang, &values)
}

fn edit_page(r: &Reading<'_>, of: &Organisation, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, of, t.org_edit()).of(form);
    sheet.fields = vec![
        form.text("mail", t.orgpage_mail()).kind("email").optional().to_string(),
        form.text("phone", t.orgpage_phone()).kind("tel").optional().to_string(),
        form.text("address", t.orgpage_address()).lines(3).optional().to_string(),
        form.text("website", t.orgpage_web()).optional().to_string(),
        form.text("purpose", t.org_purpose()).lines(3).optional().to_string(),
    ];
    sheet.submit = t.org_save();
    sheet.answer(r, Page::new(t.org_edit()).nav("networks"), form)
}

/// Saves it.
///
/// # Errors
/// As [`people::edit_organisation`].
pub fn edit(w: &Writing<'_>, p: EditPath) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = load(&r, p.organisation)?;
    let again = |problems| edit_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken =
        || edit_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &of)));
    if !is_current(w, of.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    let edit = OrganisationEdit {
        mail: filled(fields.line("mail", LINE_MOST)),
        phone: filled(fields.line("phone", LINE_MOST)),
        address: filled(fields.text("address", TEXT_MOST)),
        website: filled(fields.line("website", LINE_MOST)),
        purpose: filled(fields.text("purpose", TEXT_MOST)),
    };
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match people::edit_organisation(w.tx, &w.viewer.actor, of.id, of.version, &edit) {
        Ok(()) => Ok(done(w, &of, t.edit_saved())),
        Err(fault) => again(problems(fault, "mail", &[])?),
    }
}

/// Another name from a day on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn name_form(r: &Reading<'_>, p: OrganisationRename) -> Result<Answer> {
    let of = load(r, p.organisation)?;
    let today = r.viewer.today.to_string();
    name_page(r, &of, &FormView::new(r.viewer.lang, &[("name", &of.name), ("from", &today)]))
}

fn name_page(r: &Reading<'_>, of: &Organisation, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, of, t.bodies_rename()).of(form);
    sheet.known = vec![t.bodies_rename_text().to_owned()];
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
/// As [`people::rename_organisation`].
pub fn rename(w: &Writing<'_>, p: OrganisationRename) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = load(&r, p.organisation)?;
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
    let name = fields.needed("name", 120, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    if from.is_some_and(|from| from > w.viewer.today) {
        fields.refuse("from", "Der Tag liegt noch in der Zukunft.", "This day still lies in the future.");
    }
    let Some(from) = from.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match people::rename_organisation(w.tx, &w.viewer.actor, of.id, of.version, &name, from) {
        Ok(()) => Ok(done(w, &of, t.bodies_renamed())),
        Err(fault) => again(problems(fault, "name", &[])?),
    }
}

/// Organisations called like that which the reader may know of, the one that ends left out.
fn found(r: &Reading<'_>, of: &Organisation, typed: &str) -> Result<Vec<Organisation>> {
    let mut all = candidates::organisations_named(r, &candidates::words(typed))?;
    all.retain(|o| o.id != of.id);
    Ok(all)
}

/// The end, and what it merges into.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: OrganisationEnd) -> Result<Answer> {
    let of = load(r, p.organisation)?;
    let typed = r.ask.query("q").unwrap_or_default().trim().to_owned();
    let found = found(r, &of, &typed)?;
    end_page(r, &of, &typed, &found, &FormView::new(r.viewer.lang, &[("into", "keine")]))
}

fn end_page(
    r: &Reading<'_>,
    of: &Organisation,
    typed: &str,
    found: &[Organisation],
    form: &FormView,
) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, of, t.org_end()).of(form);
    sheet.known = vec![t.org_end_text().to_owned()];
    sheet.seek(typed, t.org_into_seek(), found.is_empty())?;
    sheet.hidden.push(("q", typed.to_owned()));
    let mut into = vec![("keine".to_owned(), t.org_into_none().to_owned())];
    into.extend(found.iter().map(|o| (o.id.to_string(), o.name.clone())));
    sheet.fields = vec![
        form.text("until", t.keep_last_day()).hint(t.org_end_hint()).kind("date").to_string(),
        form.radios("into", t.org_into(), into).to_string(),
    ];
    sheet.submit = t.org_end();
    sheet.answer(r, Page::new(t.org_end()).nav("networks"), form)
}

/// Ends it.
///
/// # Errors
/// As [`people::end_organisation`].
pub fn end(w: &Writing<'_>, p: OrganisationEnd) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = load(&r, p.organisation)?;
    let typed = w.ask.field("q");
    let found = found(&r, &of, typed)?;
    let again =
        |problems: Vec<Problem>| end_page(&r, &of, typed, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        end_page(
            &r,
            &of,
            typed,
            &found,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&FormView::new(w.viewer.lang, &[])),
        )
    };
    if !is_current(w, of.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let last = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    let chosen = w.ask.field("into");
    let into = found.iter().find(|o| o.id.to_string() == chosen).map(|o| o.id);
    if into.is_none() && chosen != "keine" {
        fields.refuse("into", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let Some(last) = last.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match people::end_organisation(w.tx, &w.viewer.actor, of.id, of.version, last.next(), into) {
        Ok(()) => Ok(done(w, &of, t.org_ended())),
        Err(fault) => again(problems(fault, "until", &[])?),
    }
}
