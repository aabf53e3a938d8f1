//! `/terminabstimmungen/{poll}/erinnern` and `…/aufgeben`: what leaves by mail and cannot be taken back is shown before.

use i18n::list_and;
use kernel::{Error, Problem, Reason, Result};
use networks::shell;
use web::{Answer, FormView, Reading, Sheet, Writing};

use super::{place::Place, show::names};
use crate::{
    PollState, Voter, actions,
    pages::body,
    paths::{PollDrop, PollRemind},
    store::polls,
    words::T,
};

/// Up to so many names stand in a sentence.
const NAMES_MOST: usize = 30;

/// What is asked before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Reminding,
    GivingUp,
}

/// Before those who said nothing are reminded.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn remind_form(r: &Reading<'_>, p: PollRemind) -> Result<Answer> {
    page(r, &Place::led(r, p.poll)?, Before::Reminding, &FormView::new(r.viewer.lang, &[]))
}

/// Before it is given up.
///
/// # Errors
/// As [`remind_form`].
pub fn drop_form(r: &Reading<'_>, p: PollDrop) -> Result<Answer> {
    page(r, &Place::led(r, p.poll)?, Before::GivingUp, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, before: Before, form: &FormView) -> Result<Answer> {
    let (t, poll) = (T(r.viewer.lang), &place.poll);
    let (title, submit) = match before {
        Before::Reminding => (t.poll_remind_title(), t.poll_remind_submit()),
        Before::GivingUp => (t.poll_drop(), t.poll_drop_submit()),
    };
    let mut sheet = Sheet {
        crumbs: body::crumbs(r, &place.body, place.network.as_ref(), true)?,
        title: title.to_owned(),
        lead: poll.title.clone(),
        back: place.link(r),
        ..Sheet::new(r.viewer.lang)
    };
    let told = told(r, place, before)?;
    match (before, poll.state) {
        (_, PollState::Settled) => sheet.known = vec![t.poll_is_settled().to_owned()],
        (_, PollState::Dropped) => sheet.known = vec![t.poll_is_dropped().to_owned()],
        (Before::GivingUp, PollState::Draft) => {
            (sheet.known, sheet.submit) = (vec![t.poll_drop_quiet().to_owned()], submit);
        }
        (Before::GivingUp, PollState::Open) => {
            sheet.known = vec![t.poll_drop_text().to_owned(), goes_to(r, t, &told)];
            sheet.submit = submit;
        }
        (Before::Reminding, _) if told.is_empty() => sheet.known = vec![t.poll_remind_nobody().to_owned()],
        (Before::Reminding, _) => {
            sheet.known = vec![goes_to(r, t, &told)];
            let before = poll.reminded_at.map(|at| t.poll_reminded(i18n::moment_long(r.viewer.lang, at)));
            sheet.known.extend(before);
            sheet.submit = submit;
        }
    }
    sheet.of(form).answer(r, place.page(r)?, form)
}

/// To whom letters go.
fn told(r: &Reading<'_>, place: &Place, before: Before) -> Result<Vec<String>> {
    if place.poll.state != PollState::Open {
        return Ok(Vec::new());
    }
    let all = polls::list_voters(r.conn, place.poll.id)?;
    let written = |voter: &&Voter| match before {
        Before::Reminding => voter.is_silent(),
        Before::GivingUp => voter.is_written_to(),
    };
    let known = names(r, place, &all)?;
    let mut told: Vec<String> = all.iter().filter(written).filter_map(|v| known.get(&v.id).cloned()).collect();
    told.sort_by_cached_key(|name| i18n::fold(name));
    Ok(told)
}

/// How many letters leave, and whose names are on them.
fn goes_to(r: &Reading<'_>, t: T, told: &[String]) -> String {
    let (shown, rest) = told.split_at(told.len().min(NAMES_MOST));
    let mut names = shown.to_vec();
    names.extend((!rest.is_empty()).then(|| t.preview_more(rest.len())));
    if names.is_empty() {
        return t.poll_goes_to_nobody().to_owned();
    }
    format!("{} {}.", t.poll_goes_to(told.len()), list_and(r.viewer.lang, &names))
}

/// Reminds.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn remind(w: &Writing<'_>, p: PollRemind) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.poll)?;
    let base = w.site.outside().base_url.as_str();
    let done = if place.poll.state == PollState::Open {
        w.tx.silent("a letter brings a question to mind, and the poll is as it was");
        actions::poll::remind_poll(w.tx, &place.poll, &place.body, base)
    } else {
        Err(Error::Rule(Reason::new(
            "Erinnern lässt sich, solange die Terminabstimmung läuft.",
            "One can remind as long as the date poll runs.",
        )))
    };
    done_or(&r, &place, Before::Reminding, w, done.map(|count| t.note_reminded(count)))
}

/// Gives it up.
///
/// # Errors
/// As [`actions::poll::drop_poll`].
pub fn give_up(w: &Writing<'_>, p: PollDrop) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.poll)?;
    let base = w.site.outside().base_url.as_str();
    let done = actions::poll::drop_poll(w.tx, &w.viewer.actor, p.poll, base);
    done_or(&r, &place, Before::GivingUp, w, done.map(|()| t.poll_note_dropped().to_owned()))
}

fn done_or(r: &Reading<'_>, place: &Place, before: Before, w: &Writing<'_>, done: Result<String>) -> Result<Answer> {
    match done {
        Ok(note) => Ok(Answer::to(place.link(r)).with_note(&note)),
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "", &[])?;
            page(r, place, before, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}
