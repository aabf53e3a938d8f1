//! What ends a resolution: a newer one in its place, repeal, or, for a wrong old entry, taking it back the same day.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::show::{Found, called};
use crate::{
    Resolution,
    actions::{self, may_withdraw},
    paths::{ResolutionRepeal, ResolutionReplace, ResolutionWithdraw},
    store::resolutions::list_resolutions,
    words::T,
};

fn sheet(r: &Reading<'_>, found: &Found, title: &str) -> Result<Sheet> {
    let (t, place) = (T(r.viewer.lang), &found.place);
    let steps = [place.step(r), (t.register_title(), place.register(r)), (found.one.mark.as_str(), found.link(r))];
    Ok(Sheet { lead: found.name(), ..place.sheet(r, title, &steps, found.link(r))? })
}

/// Those that can take its place: newer ones of the same body without a successor.
fn newer(r: &Reading<'_>, found: &Found) -> Result<Vec<Resolution>> {
    let mut all = list_resolutions(r.conn, &r.viewer.actor, found.one.body)?;
    all.retain(|one| one.id != found.one.id && one.day >= found.one.day && one.superseded_by.is_none());
    Ok(all)
}

/// The form that puts a newer one in its place.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn replace_form(r: &Reading<'_>, p: ResolutionReplace) -> Result<Answer> {
    let found = Found::kept(r, p.resolution)?;
    let newer = newer(r, &found)?;
    let first = newer.first().map(|one| one.in_force.to_string()).unwrap_or_default();
    replace_page(r, &found, &newer, &FormView::new(r.viewer.lang, &[("from", &first)]))
}

fn replace_page(r: &Reading<'_>, found: &Found, newer: &[Resolution], form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, found, t.register_replace())?.of(form);
    if found.one.repealed.is_some() {
        sheet.known = vec![t.register_ended().to_owned()];
    } else if newer.is_empty() {
        sheet.known = vec![t.register_no_newer().to_owned()];
    } else {
        let options = newer.iter().map(|one| (one.id.to_string(), called(one))).collect();
        sheet.known = vec![t.register_replace_known().to_owned()];
        sheet.fields = vec![
            form.select("newer", t.register_newer(), options).to_string(),
            form.text("from", t.register_from()).kind("date").hint(t.register_from_hint()).to_string(),
        ];
        sheet.submit = t.register_replace();
    }
    sheet.answer(r, found.place.page(r, t.register_replace())?, form)
}

/// Puts it there.
///
/// # Errors
/// As [`actions::supersede`].
pub fn replace(w: &Writing<'_>, p: ResolutionReplace) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let found = Found::kept(&r, p.resolution)?;
    let all = newer(&r, &found)?;
    let again = |problems| replace_page(&r, &found, &all, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let chosen = all.iter().find(|one| one.id.to_string() == w.ask.field("newer")).map(|one| one.id);
    if chosen.is_none() {
        fields.refuse("newer", "Bitte wählen Sie einen Beschluss.", "Please choose a resolution.");
    }
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den Tag.", "Please give the day.");
    let (Some(chosen), Some(from)) = (chosen, from) else { return again(fields.problems) };
    match actions::supersede(w.tx, &w.viewer.actor, found.one.id, chosen, from) {
        Ok(()) => Ok(Answer::to(found.link(&r)).with_note(t.register_replaced())),
        Err(fault) => again(shell::problems(fault, "newer", &[])?),
    }
}

/// The form that repeals it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn repeal_form(r: &Reading<'_>, p: ResolutionRepeal) -> Result<Answer> {
    let found = Found::kept(r, p.resolution)?;
    let today = r.viewer.today.to_string();
    repeal_page(r, &found, &FormView::new(r.viewer.lang, &[("from", &today)]))
}

fn repeal_page(r: &Reading<'_>, found: &Found, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, found, t.register_repeal())?.of(form);
    if found.one.repealed.is_some() {
        sheet.known = vec![t.register_ended().to_owned()];
    } else {
        sheet.known = vec![t.register_repeal_known().to_owned()];
        sheet.fields = vec![form.text("from", t.register_from()).kind("date").hint(t.register_from_hint()).to_string()];
        sheet.submit = t.register_repeal();
    }
    sheet.answer(r, found.place.page(r, t.register_repeal())?, form)
}

/// Repeals it.
///
/// # Errors
/// As [`actions::repeal`].
pub fn repeal(w: &Writing<'_>, p: ResolutionRepeal) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let found = Found::kept(&r, p.resolution)?;
    let again = |problems| repeal_page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den Tag.", "Please give the day.");
    let Some(from) = from else { return again(fields.problems) };
    match actions::repeal(w.tx, &w.viewer.actor, found.one.id, from) {
        Ok(()) => Ok(Answer::to(found.link(&r)).with_note(t.register_repealed_note())),
        Err(fault) => again(shell::problems(fault, "from", &[])?),
    }
}

/// The page that takes back a wrong entry.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for whoever entered it.
pub fn withdraw_form(r: &Reading<'_>, p: ResolutionWithdraw) -> Result<Answer> {
    let found = Found::load(r, p.resolution)?;
    if r.viewer.actor.person.is_none() || found.one.by.map(kernel::Id::raw) != r.viewer.actor.person {
        return Err(Error::Denied(None));
    }
    withdraw_page(r, &found, &FormView::new(r.viewer.lang, &[]))
}

fn withdraw_page(r: &Reading<'_>, found: &Found, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, found, t.register_withdraw())?.of(form);
    if may_withdraw(&r.viewer.actor, &found.one, r.viewer.today) {
        sheet.known = vec![t.register_withdraw_known().to_owned()];
        sheet.submit = t.register_withdraw();
    } else {
        sheet.known = vec![t.register_withdraw_late().to_owned()];
    }
    sheet.answer(r, found.place.page(r, t.register_withdraw())?, form)
}

/// Takes it back.
///
/// # Errors
/// As [`actions::withdraw`].
pub fn withdraw(w: &Writing<'_>, p: ResolutionWithdraw) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let found = Found::load(&r, p.resolution)?;
    match actions::withdraw(w.tx, &w.viewer.actor, found.one.id) {
        Ok(()) => Ok(Answer::to(found.place.register(&r)).with_note(t.register_withdrawn())),
        Err(fault) => {
            let problems = shell::problems(fault, "", &[])?;
            withdraw_page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, problems))
        }
    }
}
