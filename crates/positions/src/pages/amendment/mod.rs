//! `/aenderungsantraege/{amendment}`: a change somebody asks for, what is recommended, and what became of it.

pub mod new;

use askama::Template;
use kernel::{Error, Id, Result};
use networks::{Body, Names, shell, shell::Pill};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    Place,
    show::{by, lines_of},
    words::{advice_word, amendment_state, fit_pill, marked, sort_word, standing_word},
};
use crate::{
    Advice, Amendment, AmendmentState, Consent, FitState, MoverState, Said, Sort, actions,
    paths::{AmendmentList, AmendmentPage},
    rules::{Standing, standing},
    store::{amendments, versions},
    words::T,
};

/// A text with what is new and struck in it.
type Marked = Vec<(char, String)>;

#[derive(Template)]
#[template(path = "amendment.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    summary: String,
    once: String,
    pills: Vec<Pill>,
    facts: Vec<(&'static str, String)>,
    diff: Marked,
    reason: Vec<String>,
    advice: Option<(&'static str, Vec<String>, Marked, Vec<String>)>,
    /// Whether this reader is asked whether she agrees.
    agrees: bool,
    takes_back: bool,
    advise: Vec<String>,
    restate: Vec<String>,
    decide: Vec<String>,
    changed: bool,
    /// Which version of it the forms are about.
    version: i64,
    back: String,
}

/// An amendment with its position, for those who read how it came about.
fn found(r: &Reading<'_>, id: Id<Amendment>) -> Result<(Amendment, Place)> {
    let one = amendments::find_amendment(r.conn, id)?;
    let place = Place::load(r, one.position)?;
    // What is public of a position says nothing of who asked for what.
    if place.inside { Ok((one, place)) } else { Err(Error::NotFound) }
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: AmendmentPage) -> Result<Answer> {
    let (one, place) = found(r, p.amendment)?;
    let form = stored(r, &one, &now(r, &place, &one)?);
    page(r, (&one, &place), &form, false)
}

/// What is stored of it, by field.
fn stored(r: &Reading<'_>, one: &Amendment, now: &str) -> FormView {
    let advised = if one.advised.is_empty() { &one.new } else { &one.advised };
    let new = if one.sort == Sort::Words && one.fit == FitState::Collides { now } else { one.new.as_str() };
    let values = [
        ("advice", one.advice.unwrap_or(Advice::Adopt).word()),
        ("advised", advised.as_str()),
        ("note", one.advice_note.as_str()),
        ("new", new),
    ];
    FormView::new(r.viewer.lang, &values)
}

/// The paragraph as it is now; empty for a new one, or where it has gone.
fn now(r: &Reading<'_>, place: &Place, one: &Amendment) -> Result<String> {
    let Some(key) = one.paragraph.filter(|_| one.sort != Sort::Add) else { return Ok(String::new()) };
    Ok(versions::find_words(r.conn, place.position.id, place.position.text, key)?.unwrap_or_default())
}

/// The bodies that move the position too and that this reader leads.
fn led(r: &Reading<'_>, place: &Place) -> Vec<Id<Body>> {
    let led = tasks::rules::led(&r.viewer.actor);
    let own = place.movers.iter().filter(|m| m.state == MoverState::Joined);
    own.filter(|m| led.contains(&m.body) || led.contains(&m.network)).map(|m| m.body).collect()
}

fn page(r: &Reading<'_>, (one, place): (&Amendment, &Place), form: &FormView, stale: bool) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let text = now(r, place, one)?;
    let form = &form.beside(stale, &stored(r, one, &text));
    let consents: Vec<Consent> = amendments::list_consents(r.conn, one.position)?;
    let stands = standing(one, &consents, &place.joined());
    let names = Names::load(r.conn, &v.actor, one.person)?;
    let open = one.state == AmendmentState::Open && place.position.state.is_open();
    let own = v.actor.person.is_some() && one.person.map(Id::raw) == v.actor.person;
    let title = t.amendment_number(one.number, sort_word(t, one.sort));
    let pills = match (one.state, one.fit) {
        (AmendmentState::Open, FitState::Applies) => {
            vec![Pill::new("", "info", standing_word(t, stands)), fit_pill(t, one.fit)]
        }
        (AmendmentState::Open, fit) => vec![fit_pill(t, fit)],
        (state, _) => vec![Pill::new("", "check", amendment_state(t, state))],
    };
    let advised = if one.advice == Some(Advice::Changed) { marked(&text, &one.advised) } else { Vec::new() };
    let advice = match one.advice {
        Some(advice) => {
            let said = said(r, t, one, place, &consents)?;
            Some((advice_word(t, advice), lines_of(&one.advice_note), advised, said))
        }
        None => None,
    };
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        title: title.clone(),
        lead: place.position.title.clone(),
        summary: form.summary(),
        once: form.once(),
        pills,
        facts: facts(r, t, one, by(r, place, &names, one.person, &one.capacity)),
        diff: marked(&one.old, &one.new),
        reason: lines_of(&one.reason),
        advice,
        agrees: open && one.advice.is_some() && one.advice != Some(Advice::Vote) && (own || !led(r, place).is_empty()),
        takes_back: open && own,
        advise: if open && place.steers && one.fit == FitState::Applies {
            advise_fields(t, one, form)
        } else {
            Vec::new()
        },
        restate: if open && (own || place.steers) && one.fit == FitState::Collides {
            restate_fields(t, one, form)
        } else {
            Vec::new()
        },
        decide: if open && place.steers && stands != Standing::Obsolete {
            vec![form.text("outcome", t.field_outcome()).hint(t.field_outcome_hint()).lines(2).optional().to_string()]
        } else {
            Vec::new()
        },
        changed: one.advised_carried.is_some() && one.advice == Some(Advice::Changed),
        version: one.version,
        back: v.link(&AmendmentList { position: one.position }),
    };
    r.page(place.page(r, &title)?.answering(form), &shown)
}

fn facts(r: &Reading<'_>, t: T, one: &Amendment, by: String) -> Vec<(&'static str, String)> {
    let lang = r.viewer.lang;
    let mut all = vec![
        (t.fact_by(), by),
        (t.fact_on(), i18n::day_long(lang, one.made_at.day())),
        (t.fact_base(), t.version_number(one.base)),
    ];
    if !one.outcome.is_empty() {
        all.push((t.fact_outcome(), one.outcome.clone()));
    }
    if let Some(version) = one.merged_in {
        all.push((t.fact_merged(), t.version_number(version)));
    }
    all
}

/// Who agrees to what is recommended, as sentences.
fn said(r: &Reading<'_>, t: T, one: &Amendment, place: &Place, consents: &[Consent]) -> Result<Vec<String>> {
    let word = |said: Option<Said>| match said {
        Some(Said::Yes) => t.said_yes(),
        Some(Said::No) => t.said_no(),
        None => t.said_nothing(),
    };
    let mut all = Vec::new();
    if matches!(one.advice, Some(Advice::Changed | Advice::Reject)) {
        all.push(t.said_by(t.proposer(), word(one.proposer)));
    }
    if matches!(one.advice, Some(Advice::Adopt | Advice::Changed)) {
        let joined = place.joined();
        let known =
            if joined.is_empty() { Vec::new() } else { networks::list_bodies_by_id(r.conn, &r.viewer.actor, &joined)? };
        for body in joined {
            let found = known.iter().find(|b| b.id == body);
            let name = found.map_or_else(|| t.mover_other().to_owned(), |b| b.short().to_owned());
            let answer = consents.iter().find(|c| c.amendment == one.id && c.body == body).map(|c| c.answer);
            all.push(t.said_by(name, word(answer)));
        }
    }
    Ok(all)
}

fn advise_fields(t: T, one: &Amendment, form: &FormView) -> Vec<String> {
    let options = Advice::ALL.iter().map(|a| (a.word().to_owned(), advice_word(t, *a).to_owned())).collect();
    let mut fields = vec![form.radios("advice", t.field_advice(), options).to_string()];
    if one.sort == Sort::Strike {
        fields.push(
            form.text("advised", t.field_advised()).hint(t.field_advised_strike()).lines(5).optional().to_string(),
        );
    } else {
        fields
            .push(form.text("advised", t.field_advised()).hint(t.field_advised_hint()).lines(5).optional().to_string());
    }
    fields.push(form.text("note", t.field_advice_note()).lines(2).optional().to_string());
    fields
}

fn restate_fields(t: T, one: &Amendment, form: &FormView) -> Vec<String> {
    if one.sort == Sort::Strike {
        return vec![format!("<p>{}</p>", t.restate_strike())];
    }
    vec![form.text("new", t.field_new()).hint(t.restate_hint()).lines(6).to_string()]
}

/// Recommends, agrees, takes back, puts anew, decides.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: AmendmentPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (one, place) = found(&r, p.amendment)?;
    let (by, id) = (&w.viewer.actor, one.id);
    let mut fields = Fields::of(w.ask);
    let (advised, note) = (fields.text("advised", 6_000), fields.text("note", 2_000));
    let (new, outcome) = (fields.text("new", 6_000), fields.text("outcome", 1_000));
    let kept = |found| FormView::kept(w.viewer.lang, w.ask, found);
    let again = |found| page(&r, (&one, &place), &kept(found), false);
    // Nobody agrees to what she has not read, or decides over another's head.
    if w.ask.field("version").parse().is_ok_and(|seen: i64| seen != one.version) {
        return page(&r, (&one, &place), &kept(Vec::new()), true);
    }
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let decide = |accepted, changed| actions::decide_amendment(w.tx, by, id, (accepted, changed), &outcome);
    let (done, at) = match w.ask.field("tat") {
        "ja" => (actions::agree(w.tx, by, id, Said::Yes), ""),
        "nein" => (actions::agree(w.tx, by, id, Said::No), ""),
        "zurueck" => (actions::take_back(w.tx, by, id), ""),
        "neu" => (actions::restate(w.tx, by, id, &new), "new"),
        "annehmen" => (decide(true, false), "outcome"),
        "geaendert" => (decide(true, true), "outcome"),
        "ablehnen" => (decide(false, false), "outcome"),
        "empfehlen" => match Advice::from_word(w.ask.field("advice")) {
            Some(advice) => (actions::advise(w.tx, by, id, advice, (&advised, &note)), "advice"),
            None => (Err(choose()), "advice"),
        },
        _ => (Err(choose()), ""),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&AmendmentPage { amendment: id })).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, at, &[])?),
    }
}

fn choose() -> Error {
    Error::Rule(kernel::Reason::new("Bitte wählen Sie, was geschehen soll.", "Please choose what is to be done."))
}
