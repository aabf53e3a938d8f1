//! `/antworten/{reply}`: changing one's own answer.

use kernel::{Error, Problem, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::{place::Place, show::reply_fields};
use crate::{
    Reply, actions,
    letters::is,
    paths::{ReplyEditing, ThreadPage},
    rules::WORDS_MOST,
    store,
    words::T,
};

fn load(r: &Reading<'_>, p: &ReplyEditing) -> Result<(Place, Reply)> {
    let reply = store::replies::find_reply(r.conn, p.reply)?;
    let place = Place::load(r, reply.thread)?;
    let own = is(reply.author, r.viewer.actor.person);
    if reply.hidden.is_some() && !own && !place.leads {
        return Err(Error::NotFound);
    }
    if own && reply.hidden.is_none() && place.thread.hidden.is_none() {
        Ok((place, reply))
    } else {
        Err(Error::Denied(None))
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for an answer of somebody else.
pub fn form(r: &Reading<'_>, p: ReplyEditing) -> Result<Answer> {
    let (place, reply) = load(r, &p)?;
    page(r, &place, &reply, &FormView::new(r.viewer.lang, &[("words", &reply.words)]), false)
}

fn page(r: &Reading<'_>, place: &Place, reply: &Reply, form: &FormView, stale: bool) -> Result<Answer> {
    let form = &form.beside(stale, &FormView::new(r.viewer.lang, &[("words", &reply.words)]));
    let t = T(r.viewer.lang);
    let mut sheet = Sheet { submit: t.edit_submit(), ..place.sheet(r, t.reply_edit_title()) }.of(form);
    sheet.hidden = vec![("version", reply.version.to_string())];
    sheet.fields = reply_fields(t, form, place.thread.confidential);
    sheet.answer(r, place.page(r, t.reply_edit_title())?, form)
}

/// Saves it.
///
/// # Errors
/// As [`form`].
pub fn save(w: &Writing<'_>, p: ReplyEditing) -> Result<Answer> {
    let r = w.reading();
    let (place, reply) = load(&r, &p)?;
    let mut fields = Fields::of(w.ask);
    let words = fields.text("words", WORDS_MOST);
    let again =
        |found: Vec<Problem>, stale| page(&r, &place, &reply, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    let version = w.ask.field("version").parse().unwrap_or(-1);
    match actions::change_reply(w.tx, &w.viewer.actor, p.reply, version, &words, w.ask.ticked("checked")) {
        Ok(thread) => {
            Ok(Answer::to(w.viewer.link(&ThreadPage { thread: thread.id })).with_note(T(w.viewer.lang).note_saved()))
        }
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "words", &[])?, false),
        Err(other) => Err(other),
    }
}
