//! `/sitze/{seat}/verwalten`: who has the seat now and later, what waits, and the next step of each.

use askama::Template;
use kernel::{Error, Id, Problem, Reason, Result};
use web::{Answer, FormView, Reading, Writing};

use super::{Kept, who};
use crate::{
    Occupancy, Occupant, Status, accept, confirm,
    pages::handover,
    paths::{SeatCorrect, SeatEnd, SeatFill, SeatKeep, SeatStanding, SeatStandingEnd, SeatVacate},
    refuse, resume,
    rules::{Step, next_status},
    store::occupancies::occupancies_of,
    suspend,
    words::T,
};

/// The name under which a button says its step and whose.
const STEP: &str = "schritt";

/// The steps with their words in addresses and forms.
const STEPS: [(&str, Step); 5] = [
    ("annehmen", Step::Accept),
    ("bestaetigen", Step::Confirm),
    ("aussetzen", Step::Suspend),
    ("fortsetzen", Step::Resume),
    ("zuruecknehmen", Step::Refuse),
];

struct Button {
    value: String,
    word: &'static str,
}

struct Row {
    name: String,
    lines: Vec<String>,
    buttons: Vec<Button>,
}

#[derive(Template)]
#[template(path = "keep.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    place: String,
    rows: Vec<Row>,
    fill: String,
    vacate: Option<String>,
    end: String,
    ways: Vec<(&'static str, String)>,
    back: String,
}

const fn step_word(t: T, step: Step) -> &'static str {
    match step {
        Step::Accept => t.keep_step_accept(),
        Step::Confirm => t.keep_step_confirm(),
        Step::Suspend => t.keep_step_suspend(),
        Step::Resume => t.keep_step_resume(),
        Step::Refuse => t.keep_step_refuse(),
    }
}

/// The word for where an occupancy stands.
pub const fn status_word(t: T, status: Status) -> &'static str {
    match status {
        Status::Invited => t.keep_status_invited(),
        Status::Nominated => t.keep_status_nominated(),
        Status::Accepted => t.keep_status_accepted(),
        Status::Confirmed => t.keep_status_confirmed(),
        Status::Suspended => t.keep_status_suspended(),
        Status::Refused => t.keep_status_refused(),
    }
}

/// What still runs or waits on the seat.
pub fn open(r: &Reading<'_>, kept: &Kept) -> Result<Vec<Occupancy>> {
    let mut rows = occupancies_of(r.conn, kept.seat.id)?;
    rows.retain(|o| o.status != Status::Refused && o.term.until > r.viewer.today);
    Ok(rows)
}

/// Who said no, as long as it would have run: whoever asked wants to read the answer.
fn refused(r: &Reading<'_>, kept: &Kept) -> Result<Vec<Occupancy>> {
    let mut rows = occupancies_of(r.conn, kept.seat.id)?;
    rows.retain(|o| o.status == Status::Refused && o.term.until > r.viewer.today);
    Ok(rows)
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn show(r: &Reading<'_>, p: SeatKeep) -> Result<Answer> {
    let kept = Kept::load(r, p.seat)?;
    page(r, &kept, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, kept: &Kept, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let found = open(r, kept)?;
    let refused = refused(r, kept)?;
    let listed: Vec<&Occupancy> = found.iter().chain(&refused).collect();
    let names = who::named(r, &kept.body, &listed)?;
    let rows = listed.into_iter().zip(names).map(|(o, name)| Row {
        name,
        lines: vec![status_word(t, o.status).to_owned(), i18n::term(lang, &o.term, r.viewer.today)],
        buttons: STEPS
            .iter()
            .filter(|(_, step)| next_status(o.status, *step, o.basis).is_ok())
            .map(|(word, step)| Button { value: format!("{word}-{}", o.id), word: step_word(t, *step) })
            .collect(),
    });
    let sits = found.iter().any(|o| matches!(o.status, Status::Confirmed | Status::Suspended));
    let post = found.iter().find_map(|o| match o.occupant {
        Occupant::Post(id) => Some(id),
        _ => None,
    });
    let held = found.iter().any(|o| matches!(o.occupant, Occupant::Organisation(_)));
    let seat = kept.seat.id;
    let mut ways = Vec::from_iter(post.map(|post| handover::way(r, post)).transpose()?.flatten());
    let name = if held { t.standing_contact() } else { t.standing_substitute() };
    ways.push((name, r.viewer.link(&SeatStanding { seat })));
    ways.push((t.post_end(), r.viewer.link(&SeatStandingEnd { seat })));
    ways.push((t.correction_title(), r.viewer.link(&SeatCorrect { seat })));
    let shown = Shown {
        t,
        ways,
        crumbs: kept.crumbs(r)?,
        summary: form.summary(),
        once: form.once(),
        place: kept.place(r),
        rows: rows.collect(),
        fill: r.viewer.link(&SeatFill { seat: kept.seat.id }),
        vacate: sits.then(|| r.viewer.link(&SeatVacate { seat: kept.seat.id })),
        end: r.viewer.link(&SeatEnd { seat: kept.seat.id }),
        back: kept.back(r),
    };
    let page = kept.page(r, t.keep_title())?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// One step of one occupancy.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: SeatKeep) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = Kept::load(&r, p.seat)?;
    let again = |reason| {
        let problems = vec![Problem { field: "", reason }];
        page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, problems))
    };
    let pressed = w.ask.field(STEP).rsplit_once('-').and_then(|(word, id)| {
        let (_, step) = STEPS.iter().find(|(known, _)| *known == word)?;
        Some((*step, id.parse::<Id<Occupancy>>().ok()?))
    });
    let ours = open(&r, &kept)?;
    let Some((step, id)) = pressed.filter(|(_, id)| ours.iter().any(|o| o.id == *id)) else {
        return again(Reason::new(
            "Das gibt es auf diesem Sitz nicht mehr. Bitte sehen Sie nach, wie er jetzt steht.",
            "That is no longer there on this seat. Please look how it stands now.",
        ));
    };
    let (tx, by) = (w.tx, &w.viewer.actor);
    let done = match step {
        Step::Accept => accept(tx, by, id),
        Step::Confirm => confirm(tx, by, id),
        Step::Suspend => suspend(tx, by, id),
        Step::Resume => resume(tx, by, id),
        Step::Refuse => refuse(tx, by, id),
    };
    match done {
        Ok(()) => Ok(Answer::to(kept.manage(&r)).with_note(t.edit_saved())),
        Err(Error::Rule(reason)) => again(reason),
        Err(other) => Err(other),
    }
}
