//! P43: what was raised in a body of others, and what became of it.

use kernel::{Error, Level, Moment, Problem, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    level_word, outcome_pill, outcome_word,
    place::Place,
    view::{Block, Fact, Section, View, lines, plain},
};
use crate::{
    NewRaised, NewStep, Outcome, Raised, Step, actions,
    paths::{BodyMandates, MandateList, RaisedNew, RaisedPage, SessionPage},
    rules::may_follow_on,
    store::{raised, sessions},
    words::T,
};

/// How far back sittings are offered: months.
const BACK_MONTHS: i32 = 12;
const LEVELS: [Level; 3] = [Level::Network, Level::Body, Level::Delegation];

/// A delegation through which the reader raises.
fn raising(r: &Reading<'_>, id: kernel::Id<networks::Occupancy>) -> Result<Place> {
    let place = Place::load(r, id)?;
    let may = place.stance.acts || (place.stance.leads && place.stance.inner);
    if may { Ok(place) } else { Err(Error::Denied(None)) }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn new(r: &Reading<'_>, p: RaisedNew) -> Result<Answer> {
    let place = raising(r, p.mandate)?;
    let today = r.viewer.today.to_string();
    new_page(r, &place, &FormView::new(r.viewer.lang, &[("day", &today), ("level", "2")]))
}

fn new_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let span = (v.today.plus_months(-BACK_MONTHS).at(0, 0), Moment::from_micros(i64::MAX));
    let found = sessions::list_of_side(r.conn, &[place.it.receiver], &[place.it.network], span)?;
    let mut choices = vec![(String::new(), t.session_none().to_owned())];
    choices.extend(
        found.iter().map(|s| (s.id.to_string(), t.session_option(&s.title, i18n::day_medium(v.lang, s.day())))),
    );
    let levels = LEVELS.iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect();
    let mut sheet = place.sheet(r, t.raise_title());
    sheet.fields = vec![
        form.text("title", t.raised_field_title()).hint(t.raised_field_title_hint()).to_string(),
        form.text("text", t.raised_field_text()).lines(4).optional().to_string(),
        form.text("day", t.raised_field_day()).kind("date").to_string(),
        form.select("session", t.raised_field_session(), choices).to_string(),
        form.radios("level", t.raised_field_level(), levels).to_string(),
        form.text("next", t.raised_field_next()).hint(t.raised_field_next_hint()).kind("date").optional().to_string(),
    ];
    sheet.submit = t.raise_submit();
    sheet.of(form).answer(r, place.page(r, t.raise_title()), form)
}

/// Enters it.
///
/// # Errors
/// As [`actions::raise`].
pub fn add(w: &Writing<'_>, p: RaisedNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = raising(&r, p.mandate)?;
    let again = |found: Vec<Problem>| new_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte nennen Sie den Vorschlag.", "Please name the proposal.");
    let text = fields.text("text", 4000);
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let next = fields.day("next");
    let levels: Vec<(String, Level)> = LEVELS.iter().map(|l| (l.number().to_string(), *l)).collect();
    let words: Vec<(&str, Level)> = levels.iter().map(|(word, l)| (word.as_str(), *l)).collect();
    let level = fields.choice("level", &words);
    let (Some(day), Some(level), []) = (day, level, &fields.problems[..]) else { return again(fields.problems) };
    let new = NewRaised { title, text, session: w.ask.field("session").parse().ok(), level, day, next };
    match actions::raise(w.tx, &w.viewer.actor, p.mandate, &new) {
        Ok(id) => Ok(Answer::to(w.viewer.link(&RaisedPage { raised: id })).with_note(t.note_raised())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: RaisedPage) -> Result<Answer> {
    let today = r.viewer.today.to_string();
    let it = raised::find_raised(r.conn, &r.viewer.actor, p.raised)?;
    page(r, &it, &FormView::new(r.viewer.lang, &[("day", today.as_str())]), false)
}

fn page(r: &Reading<'_>, it: &Raised, form: &FormView, stale: bool) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    // What somebody noted meanwhile stands among the steps; the day to look again is the one thing that is replaced.
    let next = it.next.map(|day| day.to_string()).unwrap_or_default();
    let form = &form.beside(stale, &FormView::new(v.lang, &[("next", next.as_str())]));
    let bodies = networks::list_bodies_by_id(r.conn, &v.actor, &[it.receiver, it.sender])?;
    let name = |id| bodies.iter().find(|b| b.id == id).map_or("", |b| b.name_in(v.lang));
    let mut view = View::new(v.lang, &it.title).of(form);
    view.crumbs = web::crumbs(
        v.lang,
        &[
            (t.nav_mandates(), v.link(&MandateList {})),
            (name(it.receiver), v.link(&BodyMandates { body: it.receiver })),
        ],
    );
    view.lead = t.raised_in(name(it.receiver), name(it.sender));
    view.pills.push(outcome_pill(t, it.state));
    view.section("text", t.raised_field_text(), Block::Text(lines(&it.text)));
    let mut facts: Vec<Fact> = vec![plain(t.raised_field_level(), level_word(t, it.level))];
    if let Some(id) = it.session {
        let found = sessions::list_by_id(r.conn, &v.actor, &[id.raw()])?;
        facts.extend(
            found
                .into_iter()
                .map(|s| (t.raised_field_session().to_owned(), s.title, v.link(&SessionPage { session: id }))),
        );
    }
    facts.extend(it.next.map(|day| plain(t.raised_field_next(), i18n::day_long(v.lang, day))));
    view.section("angaben", t.about_title(), Block::Facts(facts));
    let steps: Vec<Fact> = raised::list_steps(r.conn, it.id)?.iter().map(|step| said(r, step)).collect();
    view.section("weg", t.steps_title(), Block::Facts(steps));
    let follows = raised::list_followers(r.conn, it.id)?;
    let mine = v.actor.person.is_some_and(|me| follows.iter().any(|p| p.raw() == me));
    let (value, word) = if mine { ("nicht-folgen", t.unfollow()) } else { ("folgen", t.follow()) };
    view.sections.push(
        Section::new("folgen", t.follow_title(), Block::Text(vec![t.followers(follows.len())]))
            .with(Block::Form(Vec::new(), vec![("tat", value.to_owned(), word.to_owned(), false)])),
    );
    if !it.state.is_final() && actions::may_step(r.conn, &v.actor, it)? {
        view.sections.push(Section::new("schritt", t.step_title(), step_form(t, it, form)));
    }
    view.answer(r, Page::new(&it.title).nav("mandates").answering(form))
}

/// A step as label and words; evidence leads to where it can be read.
fn said(r: &Reading<'_>, step: &Step) -> Fact {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let label = format!("{}, {}", outcome_word(t, step.state), i18n::day_medium(lang, step.day));
    let words = match (step.note.is_empty(), step.evidence.is_empty()) {
        (false, _) => step.note.clone(),
        (true, false) => t.evidence_word().to_owned(),
        (true, true) => "–".to_owned(),
    };
    (label, words, step.evidence.clone())
}

fn step_form(t: T, it: &Raised, form: &FormView) -> Block {
    let states = Outcome::ALL.iter().filter(|now| **now != it.state && may_follow_on(it.state, **now).is_ok());
    let options = states.map(|now| (now.word().to_owned(), outcome_word(t, *now).to_owned())).collect();
    Block::Form(
        vec![
            // That of now: a second save after both versions were seen is meant.
            format!("<input type=\"hidden\" name=\"version\" value=\"{}\">", it.version),
            form.radios("state", t.step_state(), options).to_string(),
            form.text("day", t.step_day()).kind("date").to_string(),
            form.text("note", t.step_note()).lines(3).optional().to_string(),
            form.text("evidence", t.step_evidence()).hint(t.step_evidence_hint()).kind("url").optional().to_string(),
            form.text("next", t.raised_field_next())
                .hint(t.raised_field_next_hint())
                .kind("date")
                .optional()
                .to_string(),
        ],
        vec![("tat", "schritt".to_owned(), t.step_submit().to_owned(), true)],
    )
}

/// Notes a step, or follows.
///
/// # Errors
/// As [`actions::step_on`], [`actions::follow`] and [`actions::unfollow`].
pub fn act(w: &Writing<'_>, p: RaisedPage) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let here = w.viewer.link(&RaisedPage { raised: p.raised });
    match w.ask.field("tat") {
        "folgen" => {
            actions::follow(w.tx, by, p.raised)?;
            return Ok(Answer::to(here).with_note(t.note_follow()));
        }
        "nicht-folgen" => {
            actions::unfollow(w.tx, by, p.raised)?;
            return Ok(Answer::to(here).with_note(t.note_unfollow()));
        }
        _ => {}
    }
    let it = raised::find_raised(w.tx, by, p.raised)?;
    if !actions::may_step(w.tx, by, &it)? {
        return Err(Error::Denied(None));
    }
    let again = |found, stale| page(&r, &it, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let mut fields = Fields::of(w.ask);
    let states: Vec<(&str, Outcome)> = Outcome::ALL.iter().map(|s| (s.word(), *s)).collect();
    let state = fields.choice("state", &states);
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let note = fields.text("note", 4000);
    let evidence = fields.line("evidence", 300);
    let next = fields.day("next");
    let (Some(state), Some(day), []) = (state, day, &fields.problems[..]) else { return again(fields.problems, false) };
    let new = NewStep { step: Step { state, day, note, evidence }, next };
    let version = w.ask.field("version").parse().unwrap_or(0);
    match actions::step_on(w.tx, by, p.raised, version, &new, &w.site.outside().base_url) {
        Ok(()) => Ok(Answer::to(here).with_note(t.note_stepped())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "state", &[])?, false),
    }
}
