//! Adopting a position or not, and what those say who did not agree.

use decisions::Resolution;
use kernel::{Error, Id, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Place;
use crate::{
    AmendmentState, FitState, Minority, actions,
    paths::{PositionDecision, PositionMinority},
    store::{amendments, positions},
    words::T,
};

/// The resolutions of some bodies that can be chosen, and that none is.
///
/// # Errors
/// When the database cannot be read.
pub fn resolutions(r: &Reading<'_>, bodies: &[Id<Body>]) -> Result<Vec<(String, String)>> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut all: Vec<Resolution> = Vec::new();
    for (n, body) in bodies.iter().enumerate() {
        if !bodies[..n].contains(body) {
            all.extend(decisions::list_resolutions(r.conn, &r.viewer.actor, *body)?);
        }
    }
    all.retain(|one| one.superseded_by.is_none());
    all.sort_by_key(|one| std::cmp::Reverse(one.day));
    let mut options = vec![(String::new(), t.resolution_none().to_owned())];
    options.extend(
        all.iter().take(100).map(|one| {
            (one.id.to_string(), format!("{}, {}: {}", one.mark, i18n::day_medium(lang, one.day), one.title))
        }),
    );
    Ok(options)
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer it.
pub fn form(r: &Reading<'_>, p: PositionDecision) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    let today = r.viewer.today.to_string();
    page(r, &place, &FormView::new(r.viewer.lang, &[("result", "ja"), ("day", &today)]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, it) = (T(r.viewer.lang), &place.position);
    let mut sheet = place.sheet(r, t.decision_title());
    let all = amendments::list_amendments(r.conn, it.id)?;
    let open = all.iter().filter(|a| a.state == AmendmentState::Open && a.fit != FitState::Obsolete).count();
    let unmerged = all.iter().filter(|a| a.state == AmendmentState::Accepted && a.merged_in.is_none()).count();
    if let Err(reason) = actions::may_adopt(it, open, unmerged) {
        sheet.known.push(reason.text(r.viewer.lang).to_owned());
    }
    if it.state.is_open() {
        let options = [("ja", t.result_adopted()), ("nein", t.result_not()), ("aufgeben", t.result_dropped())];
        let options = options.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
        sheet.fields = vec![
            form.radios("result", t.field_result(), options).to_string(),
            form.select("resolution", t.field_resolution(), resolutions(r, &[it.body, it.network])?)
                .hint(t.field_resolution_hint())
                .to_string(),
            form.text("day", t.field_decided()).hint(t.field_decided_hint()).kind("date").to_string(),
            form.text("how", t.field_how()).hint(t.field_how_hint()).to_string(),
            form.text("why", t.field_why()).hint(t.field_why_hint()).lines(3).to_string(),
        ];
        sheet.submit = t.decision_submit();
    }
    sheet.of(form).answer(r, place.page(r, t.decision_title())?, form)
}

/// Enters what was decided.
///
/// # Errors
/// As [`actions::adopt`], [`actions::not_adopted`], [`actions::drop_position`].
pub fn save(w: &Writing<'_>, p: PositionDecision) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let (day, how, why) = (fields.day("day"), fields.line("how", 120), fields.text("why", 1_000));
    let resolution = w.ask.field("resolution");
    let resolution = if resolution.is_empty() { None } else { Some(resolution.parse().map_err(|_| Error::NotFound)?) };
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let (by, id) = (&w.viewer.actor, p.position);
    let (done, note) = match w.ask.field("result") {
        "ja" => (actions::adopt(w.tx, by, id, resolution, (day, &how)), t.note_adopted()),
        "nein" => (actions::not_adopted(w.tx, by, id, &why), t.note_not_adopted()),
        "aufgeben" => (actions::drop_position(w.tx, by, id, &why), t.note_dropped()),
        _ => (Err(super::input::choose()), ""),
    };
    match done {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(note)),
        Err(fault) => again(shell::problems(fault, "result", &[])?),
    }
}

/// The form for an opinion of those who did not agree.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer it.
pub fn minority(r: &Reading<'_>, p: PositionMinority) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    minority_page(r, &place, &FormView::new(r.viewer.lang, &[]))
}

fn minority_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.minority_title());
    sheet.known =
        positions::list_minorities(r.conn, place.position.id)?.into_iter().map(|m| t.said_by(m.who, m.text)).collect();
    if place.position.adopted.is_some() {
        sheet.fields = vec![
            form.text("who", t.field_minority_who()).hint(t.field_minority_hint()).to_string(),
            form.text("text", t.field_text()).lines(6).to_string(),
        ];
        sheet.submit = t.minority_submit();
    }
    sheet.of(form).answer(r, place.page(r, t.minority_title())?, form)
}

/// Puts it beside the text.
///
/// # Errors
/// As [`actions::add_minority`].
pub fn add_minority(w: &Writing<'_>, p: PositionMinority) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found| minority_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let new = Minority { who: fields.line("who", 120), text: fields.text("text", 4_000) };
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::add_minority(w.tx, &w.viewer.actor, p.position, &new) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "text", &[])?),
    }
}
