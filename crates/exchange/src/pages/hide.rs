//! Taking a thread or an answer out of sight, and showing it again: for those who lead.

use kernel::{Error, Id, Problem, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::place::Place;
use crate::{
    Reply, Thread, actions,
    paths::{ReplyHide, ThreadHide, ThreadPage},
    store,
    words::T,
};

fn led(r: &Reading<'_>, id: Id<Thread>) -> Result<Place> {
    let place = Place::load(r, id)?;
    if place.leads { Ok(place) } else { Err(Error::Denied(None)) }
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView, reply: Option<&Reply>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let again = reply.is_some_and(|y| y.hidden.is_some());
    let title = match (reply, again) {
        (None, _) => t.hide_thread_title(),
        (Some(_), false) => t.hide_reply_title(),
        (Some(_), true) => t.show_reply_title(),
    };
    let submit = if again { t.act_show_again() } else { t.act_hide() };
    let mut sheet = Sheet { submit, ..place.sheet(r, title) }.of(form);
    if let Some(reply) = reply {
        sheet.known.push(text::excerpt(&reply.words, 300));
    }
    if !again {
        sheet.fields = vec![form.text("reason", t.field_reason()).hint(t.field_reason_hint()).most(200).to_string()];
    }
    sheet.answer(r, place.page(r, title)?, form)
}

/// The form for a thread.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead.
pub fn thread_form(r: &Reading<'_>, p: ThreadHide) -> Result<Answer> {
    page(r, &led(r, p.thread)?, &FormView::new(r.viewer.lang, &[]), None)
}

/// Hides a thread.
///
/// # Errors
/// As [`thread_form`].
pub fn thread_save(w: &Writing<'_>, p: ThreadHide) -> Result<Answer> {
    let r = w.reading();
    let place = led(&r, p.thread)?;
    let mut fields = Fields::of(w.ask);
    let reason = fields.line("reason", actions::REASON_MOST);
    let again = |found: Vec<Problem>| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), None);
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::hide_thread(w.tx, &w.viewer.actor, p.thread, &reason) {
        Ok(()) => Ok(there(w, p.thread, T(w.viewer.lang).note_hidden())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "reason", &[])?),
        Err(other) => Err(other),
    }
}

fn there(w: &Writing<'_>, thread: Id<Thread>, note: &str) -> Answer {
    Answer::to(w.viewer.link(&ThreadPage { thread })).with_note(note)
}

/// The form for an answer.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead.
pub fn reply_form(r: &Reading<'_>, p: ReplyHide) -> Result<Answer> {
    let reply = store::replies::find_reply(r.conn, p.reply)?;
    page(r, &led(r, reply.thread)?, &FormView::new(r.viewer.lang, &[]), Some(&reply))
}

/// Hides an answer, or shows it again.
///
/// # Errors
/// As [`reply_form`].
pub fn reply_save(w: &Writing<'_>, p: ReplyHide) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let reply = store::replies::find_reply(r.conn, p.reply)?;
    let place = led(&r, reply.thread)?;
    let by = &w.viewer.actor;
    let mut fields = Fields::of(w.ask);
    let reason = fields.line("reason", actions::REASON_MOST);
    let again = |found: Vec<Problem>| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), Some(&reply));
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let done = if reply.hidden.is_some() {
        actions::show_reply(w.tx, by, p.reply).map(|_| t.note_shown())
    } else {
        actions::hide_reply(w.tx, by, p.reply, &reason).map(|_| t.note_hidden())
    };
    match done {
        Ok(note) => Ok(there(w, reply.thread, note)),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "reason", &[])?),
        Err(other) => Err(other),
    }
}
