//! Bodies that move a position together: asking them, and answering for one's own.

use kernel::{Error, Id, Result};
use networks::{Body, BodyKind, shell};
use web::{Answer, FormView, Reading, Writing};

use super::Place;
use crate::{MoverState, actions, paths::PositionMovers, words::T};

/// Those who steer it, and those who lead a body that was asked.
fn allowed(r: &Reading<'_>, p: &PositionMovers) -> Result<Place> {
    Place::for_whom(r, p.position, |place| place.steers || !waiting(r, place).is_empty())
}

/// The bodies that are asked and that this reader answers for.
pub fn waiting(r: &Reading<'_>, place: &Place) -> Vec<Id<Body>> {
    if !place.position.state.is_open() {
        return Vec::new();
    }
    let led = tasks::rules::led(&r.viewer.actor);
    let asked = place.movers.iter().filter(|m| m.state == MoverState::Asked);
    asked.filter(|m| led.contains(&m.body) || led.contains(&m.network)).map(|m| m.body).collect()
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn show(r: &Reading<'_>, p: PositionMovers) -> Result<Answer> {
    let place = allowed(r, &p)?;
    page(r, &place, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut sheet = place.sheet(r, t.movers_title());
    let ids: Vec<Id<Body>> = place.movers.iter().map(|m| m.body).collect();
    let known = if ids.is_empty() { Vec::new() } else { networks::list_bodies_by_id(r.conn, &v.actor, &ids)? };
    let name = |id: Id<Body>| {
        known.iter().find(|b| b.id == id).map_or_else(|| t.mover_other().to_owned(), |b| b.name_in(v.lang).to_owned())
    };
    for mover in &place.movers {
        let word = match mover.state {
            MoverState::Asked => t.mover_asked(),
            MoverState::Joined => t.mover_joined(),
            MoverState::Declined => t.mover_declined(),
        };
        sheet.known.push(t.said_by(name(mover.body), word));
    }
    let own = waiting(r, place);
    if let Some(body) = own.first() {
        sheet.hidden = vec![("body", body.to_string())];
        let options = vec![("ja".to_owned(), t.mover_yes().to_owned()), ("nein".to_owned(), t.mover_no().to_owned())];
        sheet.fields = vec![form.radios("answer", &t.mover_question(name(*body)), options).to_string()];
        sheet.submit = t.mover_answer();
    } else if place.steers && place.position.state.is_open() {
        sheet.fields =
            vec![form.select("body", t.field_mover(), choices(r, place)?).hint(t.field_mover_hint()).to_string()];
        sheet.submit = t.mover_ask();
    }
    sheet.of(form).answer(r, place.page(r, t.movers_title())?, form)
}

/// The bodies that can be asked: networks, and bodies of one's own networks.
fn choices(r: &Reading<'_>, place: &Place) -> Result<Vec<(String, String)>> {
    let v = r.viewer;
    let mut all = networks::list_networks(r.conn, &v.actor, v.today)?;
    if let Some(network) = &place.network {
        all.extend(networks::list_bodies(r.conn, &v.actor, network.id, v.today)?);
    }
    all.retain(|b| b.id != place.position.body && b.kind != BodyKind::Outside);
    all.retain(|b| !place.movers.iter().any(|m| m.body == b.id));
    all.sort_by_cached_key(|b| i18n::fold(b.name_in(v.lang)));
    Ok(all.iter().map(|b| (b.id.to_string(), b.name_in(v.lang).to_owned())).collect())
}

/// Asks, or answers.
///
/// # Errors
/// As [`actions::ask_mover`] and [`actions::answer_mover`].
pub fn act(w: &Writing<'_>, p: PositionMovers) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = allowed(&r, &p)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let by = &w.viewer.actor;
    let body = w.ask.field("body").parse().ok();
    let done = match (body, w.ask.field("answer")) {
        (Some(body), "ja") => actions::answer_mover(w.tx, by, p.position, body, true).map(|()| t.note_saved()),
        (Some(body), "nein") => actions::answer_mover(w.tx, by, p.position, body, false).map(|()| t.note_saved()),
        (Some(body), _) if waiting(&r, &place).is_empty() => {
            actions::ask_mover(w.tx, by, p.position, body).map(|()| t.note_asked())
        }
        _ => Err(super::input::choose()),
    };
    match done {
        // Whoever said no reads it no longer.
        Ok(note) if w.ask.field("answer") == "nein" => {
            Ok(Answer::to(w.viewer.link(&crate::paths::PositionList {})).with_note(note))
        }
        Ok(note) => Ok(Answer::to(place.link(&r)).with_note(note)),
        Err(Error::NotFound) => Err(Error::NotFound),
        Err(fault) => {
            again(shell::problems(fault, if waiting(&r, &place).is_empty() { "body" } else { "answer" }, &[])?)
        }
    }
}
