//! `/konto/absendeadressen`: the other addresses one writes from, each to be taken away.

use askama::Template;
use kernel::{Error, Id, Result};
use web::{Answer, FormView, Page, Reading, Writing};

use crate::{actions, paths::AliasList, store::incoming, words::T};

#[derive(Template)]
#[template(path = "aliases.html")]
struct Shown {
    t: T,
    side: String,
    once: String,
    /// The address, and since when it is known.
    rows: Vec<(String, String)>,
}

/// The page.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: AliasList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let person = v.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let rows = incoming::list_aliases(r.conn, person)?;
    let shown = Shown {
        t,
        side: accounts::side(v, "addresses"),
        once: FormView::new(v.lang, &[]).once(),
        rows: rows.into_iter().map(|(at, made)| (at, t.alias_since(i18n::day_medium(v.lang, made.day())))).collect(),
    };
    r.page(Page::new(t.own_addresses()).nav("account"), &shown)
}

/// Takes an address away.
///
/// # Errors
/// [`Error::NotFound`] for one that is none of hers.
pub fn act(w: &Writing<'_>, p: AliasList) -> Result<Answer> {
    actions::forget_alias(w.tx, &w.viewer.actor, w.ask.field("adresse"))?;
    Ok(Answer::to(w.viewer.link(&p)).with_note(T(w.viewer.lang).note_alias_gone()))
}
