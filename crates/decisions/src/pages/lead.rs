//! `/wahlen/{vote}/leiten`: what can be done with a vote now: announce it, bar a seat, end it, give it up.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::{Seat, shell};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    Place, problems,
    vote::unit_names,
    wording::{back_word, state_line, state_sign},
};
use crate::{
    Method, VoteKind, VoteState,
    paths::{VoteLead, VotePage},
    store::{boards, rolls},
    words::T,
};

struct Deed {
    id: &'static str,
    title: &'static str,
    text: String,
    fields: Vec<String>,
    value: &'static str,
    word: &'static str,
    main: bool,
}

#[derive(Template)]
#[template(path = "lead.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    title: String,
    lead: String,
    pill: shell::Pill,
    once: String,
    deeds: Vec<Deed>,
    bars: Vec<(String, String, String)>,
    roll: Vec<(String, String)>,
    unreached: Option<String>,
    more: String,
    back: String,
    back_word: &'static str,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn show(r: &Reading<'_>, p: VoteLead) -> Result<Answer> {
    page(r, &p, &FormView::new(r.viewer.lang, &[]))
}

/// The same with what was typed.
///
/// # Errors
/// As [`show`].
pub fn page(r: &Reading<'_>, p: &VoteLead, form: &FormView) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    if !place.leads {
        return Err(Error::Denied(None));
    }
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let (class, icon) = state_sign(vote);
    let voters = networks::voters(r.conn, &place.body, v.today)?;
    let name = |seat: Id<Seat>| {
        let found = voters.iter().find(|v| v.seat == seat);
        found.map_or_else(String::new, |found| seat_words(r, found))
    };
    let bars = rolls::list_bars(r.conn, vote.id)?;
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[(&vote.title, v.link(&VotePage { vote: vote.id }))])?,
        summary: form.summary(),
        title: t.lead_title().to_owned(),
        lead: vote.title.clone(),
        pill: shell::Pill::new(class, icon, state_line(v, vote)),
        once: form.once(),
        deeds: deeds(
            r,
            &place,
            form,
            &voters,
            (crate::may_break_tie(r.conn, &v.actor, vote, &place.body)?, released(r, &place)?),
        ),
        bars: bars.iter().map(|(seat, why)| (seat.to_string(), name(*seat), why.clone())).collect(),
        roll: roll(r, &place)?,
        unreached: unreached(r, &place, &voters)?,
        more: super::election::lead_more(r, &place, form)?,
        back: v.link(&VotePage { vote: vote.id }),
        back_word: back_word(t, vote),
    };
    let page = place.page(r, &t.lead_page(&vote.title))?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

fn seat_words(r: &Reading<'_>, voter: &networks::Voter) -> String {
    let seat = shell::seat_name(r.viewer.lang, voter.number, voter.label.as_deref(), voter.office);
    voter.organisation_name.as_ref().map_or_else(|| seat.clone(), |of| format!("{seat}, {of}"))
}

/// Whether nothing is missing before it can be announced: the board of an election releases it first.
fn released(r: &Reading<'_>, place: &Place) -> Result<bool> {
    if place.vote.kind == VoteKind::Motion {
        return Ok(true);
    }
    let board = boards::list_board(r.conn, place.vote.id)?;
    Ok(board.len() >= crate::actions::election::TWO && board.iter().all(|m| m.released_at.is_some()))
}

fn deeds(
    r: &Reading<'_>,
    place: &Place,
    form: &FormView,
    voters: &[networks::Voter],
    (tied, released): (bool, bool),
) -> Vec<Deed> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    let mut deeds = Vec::new();
    let election = vote.kind == VoteKind::Election;
    if vote.state == VoteState::Draft && !released {
        deeds.push(Deed {
            id: "ankuendigen",
            title: t.deed_announce(),
            text: t.deed_announce_first().to_owned(),
            fields: Vec::new(),
            value: "ankuendigen",
            word: "",
            main: false,
        });
    } else if vote.state == VoteState::Draft {
        let later = vote.opens_at.filter(|at| *at > r.viewer.now).map(|at| i18n::moment_long(r.viewer.lang, at));
        let text = match later {
            Some(at) if election => t.deed_elect_later(at),
            Some(at) => t.deed_announce_later(at),
            None if election => t.deed_elect_now().to_owned(),
            None => t.deed_announce_now().to_owned(),
        };
        let reference = (vote.kind == VoteKind::Election && vote.rules_reference.is_none()).then(|| {
            form.text("rules_reference", t.fact_reference()).hint(t.deed_reference_hint()).most(160).to_string()
        });
        deeds.push(Deed {
            id: "ankuendigen",
            title: t.deed_announce(),
            text,
            fields: reference.into_iter().collect(),
            value: "ankuendigen",
            word: t.deed_announce(),
            main: true,
        });
    }
    if vote.state == VoteState::Open && vote.kind == VoteKind::Motion && vote.method != Method::Circular {
        deeds.push(Deed {
            id: "schliessen",
            title: t.deed_close(),
            text: t.deed_close_text().to_owned(),
            fields: Vec::new(),
            value: "schliessen",
            word: t.deed_close(),
            main: true,
        });
    }
    if tied {
        let says = [("yes", t.deed_tie_yes()), ("no", t.deed_tie_no())];
        let says = says.map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec();
        deeds.push(Deed {
            id: "stichentscheid",
            title: t.deed_tie(),
            text: t.deed_tie_text().to_owned(),
            fields: vec![form.radios("chair", t.deed_tie_how(), says).to_string()],
            value: "stichentscheid",
            word: t.deed_tie(),
            main: true,
        });
    }
    if matches!(vote.state, VoteState::Draft | VoteState::Announced) {
        let options = voters.iter().map(|v| (v.seat.to_string(), seat_words(r, v))).collect();
        deeds.push(Deed {
            id: "stimmverbot",
            title: t.deed_bar(),
            text: t.deed_bar_text().to_owned(),
            fields: vec![
                form.select("seat", t.deed_bar_seat(), options).to_string(),
                form.text("bar_reason", t.deed_bar_reason()).most(300).to_string(),
            ],
            value: "verbot",
            word: t.deed_bar_save(),
            main: false,
        });
    }
    if !matches!(vote.state, VoteState::Decided | VoteState::Void) {
        deeds.push(Deed {
            id: "aufgeben",
            title: t.deed_void(),
            text: if election { t.deed_elect_void() } else { t.deed_void_text() }.to_owned(),
            fields: vec![form.text("reason", t.deed_void_reason()).most(500).to_string()],
            value: "aufgeben",
            word: t.deed_void(),
            main: false,
        });
    }
    deeds
}

/// Who is on the roll and why; never who voted, which only the board of an election sees.
fn roll(r: &Reading<'_>, place: &Place) -> Result<Vec<(String, String)>> {
    if !shell::sees_roster(r, &place.body) {
        return Ok(Vec::new());
    }
    let names = unit_names(r, place)?;
    let t = T(r.viewer.lang);
    let why = |e: &crate::Entitlement| match &e.barred {
        Some(because) => t.roll_barred(because),
        None => e.reason.text(r.viewer.lang).to_owned(),
    };
    Ok(rolls::list_roll(r.conn, place.vote.id)?.iter().map(|e| (names.of(e), why(e))).collect())
}

/// How many of those who may vote have no account yet: no letter reaches them.
fn unreached(r: &Reading<'_>, place: &Place, voters: &[networks::Voter]) -> Result<Option<String>> {
    if !place.vote.method.is_cast_here() || matches!(place.vote.state, VoteState::Decided | VoteState::Void) {
        return Ok(None);
    }
    let persons: Vec<_> = voters.iter().flat_map(|v| v.may_cast.iter().copied()).collect();
    let reached: Vec<_> = accounts::list_accounts_of(r.conn, &persons)?.into_iter().map(|a| a.person).collect();
    let seats = voters.iter().filter(|v| v.held && !v.may_cast.iter().any(|p| reached.contains(p))).count();
    Ok((seats > 0).then(|| T(r.viewer.lang).lead_unreached(seats)))
}

/// Does it.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: VoteLead) -> Result<Answer> {
    let (t, actor) = (T(w.viewer.lang), &w.viewer.actor);
    let again = |found: Vec<Problem>| page(&w.reading(), &p, &FormView::kept(w.viewer.lang, w.ask, found));
    let seat = || w.ask.field("seat").parse::<Id<Seat>>().map_err(|_| Error::NotFound);
    let base = &w.site.outside().base_url;
    let (done, field, note) = match w.ask.field("tat") {
        "ankuendigen" => {
            let reference = w.ask.field("rules_reference");
            let named = (!reference.is_empty()).then_some(reference);
            (crate::actions::announce_under(w.tx, actor, p.vote, named, base), "", t.done_announced())
        }
        "schliessen" => (crate::close_now(w.tx, actor, p.vote), "", t.done_closed()),
        "stichentscheid" => {
            let mut fields = Fields::of(w.ask);
            let Some(yes) = fields.choice("chair", &[("yes", true), ("no", false)]) else {
                return again(fields.problems);
            };
            (crate::break_tie(w.tx, actor, p.vote, yes), "chair", t.done_tie())
        }
        "verbot" => {
            let reason = w.ask.field("bar_reason");
            if reason.is_empty() {
                let reason = kernel::Reason::new("Bitte nennen Sie den Grund.", "Please give the reason.");
                return again(vec![Problem { field: "bar_reason", reason }]);
            }
            (crate::set_bar(w.tx, actor, p.vote, seat()?, Some(reason)), "seat", t.done_saved())
        }
        "erlauben" => (crate::set_bar(w.tx, actor, p.vote, seat()?, None), "seat", t.done_saved()),
        "aufgeben" => (crate::void(w.tx, actor, p.vote, w.ask.field("reason")), "reason", t.done_void()),
        _ => return super::election::lead_act(w, &p),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(note)),
        Err(fault) => again(problems(fault, field)?),
    }
}
