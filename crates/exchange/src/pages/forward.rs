//! `/austausch/{thread}/weiterleiten`: bringing a thread to another network.

use kernel::{Error, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::{form::chosen, place::Place};
use crate::{
    actions,
    paths::{ThreadForward, ThreadPage},
    rules::may_forward,
    words::T,
};

fn load(r: &Reading<'_>, p: &ThreadForward) -> Result<Place> {
    let place = Place::load(r, p.thread)?;
    let home = networks::body_for_program(r.conn, place.thread.network)?;
    may_forward(&r.viewer.actor, &place.thread, &home)?;
    Ok(place)
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] where it is not hers to bring; [`Error::Rule`] for what stays.
pub fn form(r: &Reading<'_>, p: ThreadForward) -> Result<Answer> {
    page(r, &load(r, &p)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut mine: Vec<_> = v.actor.networks().into_iter().map(kernel::Id::<Body>::new).collect();
    mine.retain(|n| *n != place.thread.network && !place.forwards.iter().any(|f| f.network == *n));
    let mut found = networks::list_bodies_by_id(r.conn, &v.actor, &mine)?;
    found.sort_by_cached_key(|b| i18n::fold(b.name_in(v.lang)));
    let options: Vec<_> = found.iter().map(|b| (b.id.to_string(), b.name_in(v.lang).to_owned())).collect();
    let submit = if options.is_empty() { "" } else { t.forward_submit() };
    let mut sheet =
        Sheet { submit, known: vec![t.forward_known().to_owned()], ..place.sheet(r, t.forward_title()) }.of(form);
    if options.is_empty() {
        sheet.known.push(t.forward_nowhere().to_owned());
    } else {
        sheet.fields = vec![
            form.select("network", t.field_network(), options).to_string(),
            form.text("note", t.field_note()).optional().hint(t.field_note_hint()).to_string(),
        ];
    }
    sheet.answer(r, place.page(r, t.forward_title())?, form)
}

/// Brings it.
///
/// # Errors
/// As [`form`].
pub fn save(w: &Writing<'_>, p: ThreadForward) -> Result<Answer> {
    let r = w.reading();
    let place = load(&r, &p)?;
    let mut fields = Fields::of(w.ask);
    let note = fields.line("note", 240);
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let to = chosen::<Body>(w.ask.field("network"))?;
    if to.is_none() {
        fields.refuse("network", "Bitte wählen Sie ein Netzwerk.", "Please choose a network.");
    }
    let (Some(to), true) = (to, fields.problems.is_empty()) else { return again(fields.problems) };
    match actions::forward(w.tx, &w.viewer.actor, p.thread, to, &note) {
        Ok(()) => {
            Ok(Answer::to(w.viewer.link(&ThreadPage { thread: p.thread })).with_note(T(w.viewer.lang).note_forwarded()))
        }
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "network", &[])?),
        Err(other) => Err(other),
    }
}
