//! `/gebiete/anlegen` and `/gebiete/{territory}/bearbeiten`: name, key, level, what it lies in, from when to when. What is
//! changed here was never right; from a day on it changes by renaming, ending or merging.

use kernel::{Day, Result};
use people::{NewTerritory, Territory, TerritoryEdit as Edit, TerritoryLevel};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{NAME_MOST, asked, asked_in, done, find, level_word, sheet};
use crate::{
    pages::keep::{day, is_current, problems, territory, territory_word},
    paths::{TerritoryEdit, TerritoryNew},
    words::T,
};

fn fields(t: T, form: &FormView) -> Vec<String> {
    let levels = TerritoryLevel::ALL.iter().map(|l| (l.word().to_owned(), level_word(t, *l).to_owned())).collect();
    vec![
        form.text("name", t.bodies_name()).most(120).to_string(),
        form.select("level", t.territory_level(), levels).to_string(),
        form.text("ags", t.territory_key()).hint(t.territory_key_hint()).most(8).optional().to_string(),
        form.text("parent", t.territory_parent()).hint(t.territory_parent_hint()).optional().to_string(),
        form.text("from", t.territory_since()).kind("date").to_string(),
    ]
}

fn typed(w: &Writing<'_>, fields: &mut Fields<'_>) -> Result<Option<NewTerritory>> {
    let name = fields.needed("name", NAME_MOST, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let levels: Vec<(&str, TerritoryLevel)> = TerritoryLevel::ALL.iter().map(|l| (l.word(), *l)).collect();
    let level = fields.choice("level", &levels);
    let ags = Some(fields.line("ags", 12)).filter(|k| !k.is_empty());
    let parent = territory(w, fields, "parent")?;
    let from = day(fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    Ok(level.zip(from).map(|(level, from)| NewTerritory { ags, level, name, parent, from }))
}

/// The form of a new one.
///
/// # Errors
/// [`kernel::Error::Denied`] but for whoever runs the installation.
pub fn new_form(r: &Reading<'_>, _: TerritoryNew) -> Result<Answer> {
    if let Some(answer) = asked(r)? {
        return Ok(answer);
    }
    let today = r.viewer.today.to_string();
    new_page(r, &FormView::new(r.viewer.lang, &[("level", TerritoryLevel::Municipality.word()), ("from", &today)]))
}

fn new_page(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, t.territory_new(), t.territory_new_lead(), form);
    sheet.fields = fields(t, form);
    sheet.submit = t.territory_new();
    sheet.answer(r, Page::new(t.territory_new()).nav("networks"), form)
}

/// Enters it.
///
/// # Errors
/// As [`people::add_territory`].
pub fn make(w: &Writing<'_>, _: TerritoryNew) -> Result<Answer> {
    if let Some(answer) = asked_in(w)? {
        return Ok(answer);
    }
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let again = |problems| new_page(&r, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let Some(new) = typed(w, &mut fields)?.filter(|_| fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    match people::add_territory(w.tx, &w.viewer.actor, &new) {
        Ok(_) => Ok(done(w, t.territory_made())),
        Err(fault) => again(problems(fault, "name", &[])?),
    }
}

/// The fields as they are stored.
fn stored(r: &Reading<'_>, of: &Territory) -> Result<FormView> {
    let parent = match of.parent {
        Some(id) => territory_word(r, id)?,
        None => String::new(),
    };
    let until = if of.term.is_open() { String::new() } else { of.term.until.previous().to_string() };
    let values = [
        ("name", of.name.as_str()),
        ("level", of.level.word()),
        ("ags", of.ags.as_deref().unwrap_or_default()),
        ("parent", &parent),
        ("from", &of.term.from.to_string()),
        ("until", &until),
    ];
    Ok(FormView::new(r.viewer.lang, &values))
}

/// The form that changes one.
///
/// # Errors
/// [`kernel::Error::NotFound`]; [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: TerritoryEdit) -> Result<Answer> {
    let of = find(r, p.territory)?;
    if let Some(answer) = asked(r)? {
        return Ok(answer);
    }
    page(r, &of, &stored(r, &of)?)
}

fn page(r: &Reading<'_>, of: &Territory, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, t.org_edit(), &of.name, form);
    sheet.known = vec![t.territory_edit_text().to_owned()];
    sheet.hidden = vec![("version", of.version.to_string())];
    sheet.fields = fields(t, form);
    sheet.fields.push(form.text("until", t.territory_last()).kind("date").optional().to_string());
    sheet.submit = t.org_save();
    sheet.answer(r, Page::new(t.org_edit()).nav("networks"), form)
}

/// Saves it.
///
/// # Errors
/// As [`people::edit_territory`].
pub fn save(w: &Writing<'_>, p: TerritoryEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = find(&r, p.territory)?;
    if let Some(answer) = asked_in(w)? {
        return Ok(answer);
    }
    let again = |problems| page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(&r, &of)?));
    if !is_current(w, of.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let new = typed(w, &mut fields)?;
    let until = fields.day("until").map_or(Day::OPEN, |last| if last.is_open() { last } else { last.next() });
    let Some(form) = new.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match people::edit_territory(w.tx, &w.viewer.actor, of.id, of.version, &Edit { form, until }) {
        Ok(()) => Ok(done(w, t.edit_saved())),
        Err(fault) => again(problems(fault, "name", &[])?),
    }
}
