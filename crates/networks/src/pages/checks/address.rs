//! `/datenpruefung/adresse/{token}`: what the letter to an old address opens. Looking changes nothing.

use askama::Template;
use kernel::{Error, Lang, Problem, Reason, Result};
use web::{Answer, FormView, Page, Reading, Writing};

use super::answer::said;
use crate::{
    Change,
    actions::{Checked, find_asked_address, settle_address},
    paths::{CheckAddress, NetworkList},
    words::T,
};

#[derive(Template)]
#[template(path = "check_address.html")]
struct Shown<'a> {
    t: T,
    lead: String,
    old: String,
    new: String,
    form: &'a FormView,
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).check_address_gone().to_owned()))
}

/// What is asked.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: CheckAddress) -> Result<Answer> {
    match find_asked_address(r.conn, p.token.as_str())? {
        Some((found, change)) => page(r, &found, &change, &FormView::new(r.viewer.lang, &[])),
        None => gone(r),
    }
}

fn page(r: &Reading<'_>, found: &Checked, change: &Change, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let tenure = found.posts.iter().map(|(_, tenure)| tenure).find(|tenure| Some(tenure.id) == change.tenure);
    let shown = Shown {
        t,
        // Others may read this mailbox, and the network may be a sensitive one: it is not named.
        lead: found.person.name().full(),
        old: said(r, None, tenure.and_then(|tenure| tenure.mail.as_deref()).unwrap_or_default()),
        new: said(r, None, &change.value),
        form,
    };
    let page = Page::new(t.check_address_title());
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(Answer::secret)
}

/// Yes or no.
///
/// # Errors
/// As [`settle_address`].
pub fn settle(w: &Writing<'_>, p: CheckAddress) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some((found, change)) = find_asked_address(w.tx, p.token.as_str())? else { return gone(&r) };
    let (hers, note) = match w.ask.field("tat") {
        "ja" => (true, t.check_address_yes()),
        "nein" => (false, t.check_address_no()),
        _ => {
            let reason = Reason::new(T(Lang::De).check_choose(), T(Lang::En).check_choose());
            let problems = vec![Problem { field: "", reason }];
            return page(&r, &found, &change, &FormView::kept(w.viewer.lang, w.ask, problems));
        }
    };
    match settle_address(w.tx, &found, &change, hers) {
        // To a page everybody has: this one is closed by the answer.
        Ok(()) => Ok(Answer::to(w.viewer.link(&NetworkList {})).with_note(note)),
        Err(Error::Stale) => gone(&r),
        Err(other) => Err(other),
    }
}
