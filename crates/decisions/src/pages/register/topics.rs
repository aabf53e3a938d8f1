//! What a resolution is about, out of the vocabulary of the house: said by whoever keeps the register, shown to whoever sees it.

use kernel::{Error, Id, Problem, Result};
use networks::{Topic, shell};
use web::{Answer, Ask, FormView, Reading, Writing};

use super::show::Found;
use crate::{actions, paths::ResolutionTopics, store::resolutions::list_topics_of, words::T};

/// The field of the boxes.
pub const FIELD: &str = "topics";

/// The topics of some resolutions by name, as far as there are any: at most two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn named(r: &Reading<'_>, ids: &[Id<crate::Resolution>]) -> Result<Vec<(Id<crate::Resolution>, Topic)>> {
    let found = list_topics_of(r.conn, ids)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let all = networks::list_topics(r.conn)?;
    let mut named: Vec<_> =
        found.iter().filter_map(|(of, topic)| Some((*of, all.iter().find(|t| t.id == *topic)?.clone()))).collect();
    named.sort_by_cached_key(|(_, topic)| shell::topic_name(r.viewer.lang, topic));
    Ok(named)
}

/// The boxes.
///
/// # Errors
/// When the database cannot be read.
pub fn boxes(r: &Reading<'_>, form: &FormView) -> Result<Option<String>> {
    let t = T(r.viewer.lang);
    let all = networks::list_topics(r.conn)?;
    let options = shell::topic_boxes(r.viewer.lang, &all);
    Ok((!all.is_empty())
        .then(|| form.boxes(FIELD, t.register_topics(), options).hint(t.register_topics_hint()).to_string()))
}

/// What was ticked.
pub fn ticked(ask: &Ask) -> Vec<Id<Topic>> {
    ask.every(FIELD).filter_map(|id| id.parse().ok()).collect()
}

fn stored(r: &Reading<'_>, now: &[Id<Topic>]) -> FormView {
    let ids: Vec<String> = now.iter().map(ToString::to_string).collect();
    // Named as well where nothing is stored, so that it is compared.
    let values: Vec<(&str, &str)> =
        std::iter::once((FIELD, "")).chain(ids.iter().map(|id| (FIELD, id.as_str()))).collect();
    FormView::new(r.viewer.lang, &values)
}

fn now(r: &Reading<'_>, found: &Found) -> Result<Vec<Id<Topic>>> {
    Ok(list_topics_of(r.conn, &[found.one.id])?.into_iter().map(|(_, topic)| topic).collect())
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who keep the body's records.
pub fn form(r: &Reading<'_>, p: ResolutionTopics) -> Result<Answer> {
    let found = Found::kept(r, p.resolution)?;
    let now = now(r, &found)?;
    page(r, &found, &now, &stored(r, &now))
}

fn page(r: &Reading<'_>, found: &Found, now: &[Id<Topic>], form: &FormView) -> Result<Answer> {
    let (t, place) = (T(r.viewer.lang), &found.place);
    let steps = [place.step(r), (t.register_title(), place.register(r)), (found.one.mark.as_str(), found.link(r))];
    let mut sheet = place.sheet(r, t.register_topics_edit(), &steps, found.link(r))?.of(form);
    sheet.lead = found.name();
    match boxes(r, form)? {
        Some(boxes) => {
            // The row has no version of its own: the form carries what it showed.
            sheet.hidden = vec![("seen", now.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))];
            sheet.fields = vec![boxes];
            sheet.submit = t.register_topics_save();
        }
        None => sheet.known = vec![t.register_topics_none().to_owned()],
    }
    sheet.answer(r, place.page(r, t.register_topics_edit())?, form)
}

/// Saves them.
///
/// # Errors
/// As [`actions::file_under`].
pub fn save(w: &Writing<'_>, p: ResolutionTopics) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let found = Found::kept(&r, p.resolution)?;
    let now = now(&r, &found)?;
    let again = |problems: Vec<Problem>| page(&r, &found, &now, &FormView::kept(w.viewer.lang, w.ask, problems));
    let seen: Vec<Id<Topic>> = w.ask.field("seen").split(',').filter_map(|id| id.parse().ok()).collect();
    match actions::file_under(w.tx, &w.viewer.actor, found.one.id, &seen, &ticked(w.ask)) {
        Ok(()) => Ok(Answer::to(found.link(&r)).with_note(t.register_topics_saved())),
        Err(Error::Stale) => {
            page(&r, &found, &now, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(&r, &now)))
        }
        Err(fault) => again(shell::problems(fault, FIELD, &[])?),
    }
}
