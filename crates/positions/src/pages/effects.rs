//! `/positionen/{position}/wirkung`: what a position brought about somewhere, told by members and shown by those who lead it.

use kernel::{Error, Id, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    Place,
    view::{Block, Line, View},
};
use crate::{Effect, actions, paths::PositionEffects, store::effects, words::T};

/// A position for members.
fn told(r: &Reading<'_>, id: Id<crate::Position>) -> Result<Place> {
    let place = Place::load(r, id)?;
    if r.viewer.actor.is_member() { Ok(place) } else { Err(Error::Denied(None)) }
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for members.
pub fn show(r: &Reading<'_>, p: PositionEffects) -> Result<Answer> {
    let place = told(r, p.position)?;
    let v = r.viewer;
    let person = v.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let hats = networks::hats(r.conn, &v.actor, person, v.today)?;
    let own = hats.iter().find_map(|hat| hat.organisation.as_ref().map(|(_, name)| name.clone())).unwrap_or_default();
    page(r, &place, &FormView::new(v.lang, &[("place", &own), ("day", &v.today.to_string())]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut view = View::new(v.lang, t.effects_title(), form);
    view.crumbs = place.crumbs(r, true);
    view.lead = place.position.title.clone();
    // Outside the network only what is shown to everybody, and what she told herself.
    let own = |e: &Effect| e.person.is_some() && e.person.map(Id::raw) == v.actor.person;
    let mut all = effects::list_effects(r.conn, place.position.id)?;
    all.retain(|e| e.open || place.inside || own(e));
    let line = |e: &Effect| Line {
        title: format!("{}, {}", e.place, i18n::day_medium(v.lang, e.day)),
        lines: super::lines_of(&e.text),
        detail: vec![if e.open { t.effect_open() } else { t.effect_closed() }.to_owned()],
        ..Line::default()
    };
    let rows =
        if all.is_empty() { Block::Empty(t.effects_none()) } else { Block::Rows(all.iter().map(line).collect()) };
    view.section("wirkung", t.effects_told(), vec![rows]);
    if place.position.state.is_published() {
        let fields = vec![
            form.text("place", t.effect_place()).hint(t.effect_place_hint()).to_string(),
            form.text("day", t.effect_day()).kind("date").to_string(),
            form.text("text", t.effect_text()).lines(4).to_string(),
        ];
        view.section("melden", t.effect_new(), vec![Block::Form(fields, vec![("melden", t.effect_submit(), true)])]);
    }
    if place.leads && !all.is_empty() {
        let options =
            all.iter().map(|e| (e.id.to_string(), format!("{}, {}", e.place, i18n::day_medium(v.lang, e.day))));
        let field = form.select("effect", t.effect_which(), options.collect()).to_string();
        let buttons = vec![("zeigen", t.effect_show(), false), ("verbergen", t.effect_hide(), false)];
        view.section("frei", t.effect_show_title(), vec![Block::Form(vec![field], buttons)]);
    }
    view.links.push((t.back(), place.link(r)));
    view.answer(r, place.page(r, t.effects_title())?, form)
}

/// Tells one, or shows it.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: PositionEffects) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = told(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let by = &w.viewer.actor;
    let done = match w.ask.field("tat") {
        "melden" => {
            let mut fields = Fields::of(w.ask);
            let (where_, text) = (fields.line("place", 120), fields.text("text", 2_000));
            let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
            let Some(day) = day.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
            actions::report_effect(w.tx, by, p.position, (&where_, day, &text))
        }
        act @ ("zeigen" | "verbergen") => match w.ask.field("effect").parse() {
            Ok(effect) => actions::show_effect(w.tx, by, p.position, effect, act == "zeigen"),
            Err(_) => Err(super::choose()),
        },
        _ => Err(super::choose()),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "text", &[])?),
    }
}
