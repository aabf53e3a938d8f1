//! What was taken, undoing it within 24 hours, and throwing away what was never taken.

use askama::Template;
use kernel::{Error, Result};
use web::{Answer, FormView, Reading, Writing};

use super::{Place, to};
use crate::{
    actions,
    paths::{CheckPage, DonePage, DropPage, LettersPage, SourcePage, UndoPage},
    store,
    texts::T,
};

#[derive(Template)]
#[template(path = "done.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    made: Vec<String>,
    open: Option<(String, String)>,
    letters: Option<String>,
    undo: Option<(String, String)>,
    list: String,
}

/// What was made, what waits, and what can be done next.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn show(r: &Reading<'_>, p: DonePage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, &p.network)?;
    let import = place.import(r, p.import)?;
    let (network, id) = (p.network, p.import);
    if import.taken.is_none() {
        return Ok(to(r, &CheckPage { network, import: id }, ""));
    }
    let made = store::list_made(r.conn, import.id)?;
    let count = |kind: &str| made.iter().filter(|t| t.kind == kind).count();
    let words = [
        (count("person"), t.made_persons(count("person"))),
        (count("organisation"), t.made_organisations(count("organisation"))),
        (count("post"), t.made_posts(count("post"))),
        (count("seat"), t.made_seats(count("seat"))),
    ];
    let waiting = store::list_lines(r.conn, import.id)?.iter().filter(|l| !l.done && l.choice.is_some()).count();
    let waits = store::list_letters(r.conn, import.id)?.iter().any(|l| !l.sent);
    let until = import.taken.map(|taken| i18n::moment_short(v.lang, taken.plus_seconds(web::UNDO_SECONDS), v.today));
    let undoable = actions::is_undoable(&import, v.now);
    let shown = Shown {
        t,
        crumbs: place.crumbs(r),
        name: place.target.name.clone(),
        made: words.into_iter().filter(|(n, _)| *n > 0).map(|(_, word)| word).collect(),
        open: (waiting > 0)
            .then(|| (t.done_waiting(waiting), v.link(&CheckPage { network: network.clone(), import: id }))),
        letters: waits.then(|| v.link(&LettersPage { network: network.clone(), import: id })),
        undo: until
            .filter(|_| undoable && !made.is_empty())
            .map(|until| (t.done_undo_until(until), v.link(&UndoPage { network, import: id }))),
        list: place.target.list.clone(),
    };
    r.page(place.page(t.done_title()), &shown)
}

#[derive(Template)]
#[template(path = "sure.html")]
struct Sure {
    t: T,
    crumbs: String,
    title: &'static str,
    name: String,
    text: &'static str,
    once: String,
    button: &'static str,
    back: String,
    kept: Vec<String>,
}

/// Asks before undoing.
///
/// # Errors
/// As [`show`].
pub fn undo_form(r: &Reading<'_>, p: UndoPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let place = Place::load(r, &p.network)?;
    let import = place.import(r, p.import)?;
    let back = DonePage { network: p.network, import: p.import };
    if !actions::is_undoable(&import, r.viewer.now) {
        return Ok(to(r, &back, t.undo_over()));
    }
    let shown = Sure {
        t,
        crumbs: place.crumbs(r),
        title: t.undo_title(),
        name: place.target.name.clone(),
        text: t.undo_text(),
        once: FormView::new(r.viewer.lang, &[]).once(),
        button: t.undo_button(),
        back: r.viewer.link(&back),
        kept: Vec::new(),
    };
    r.page(place.page(t.undo_title()), &shown)
}

/// Undoes it, and says what stays and why.
///
/// # Errors
/// As [`show`]; [`Error::Rule`] after 24 hours.
pub fn undo(w: &Writing<'_>, p: UndoPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::load(&r, &p.network)?;
    let import = place.import(&r, p.import)?;
    let lines = store::list_lines(w.tx, import.id)?;
    let undone = actions::undo(w.tx, place.intake, w.viewer, &import)?;
    let next = CheckPage { network: p.network, import: p.import };
    if undone.kept.is_empty() {
        return Ok(to(&r, &next, t.undo_done()));
    }
    let mut kept: Vec<(i64, String)> = undone
        .kept
        .iter()
        .map(|(thing, why)| {
            let line = lines.iter().find(|l| l.number == thing.row);
            let name = line.map(|l| super::name_of(&import, l)).unwrap_or_default();
            (thing.row, t.undo_kept(thing.row.to_string(), name, why.text(w.viewer.lang)))
        })
        .collect();
    kept.sort();
    kept.dedup();
    let shown = Sure {
        t,
        crumbs: place.crumbs(&r),
        title: t.undo_partly(),
        name: place.target.name.clone(),
        text: t.undo_partly_text(),
        once: String::new(),
        button: "",
        back: w.viewer.link(&next),
        kept: kept.into_iter().map(|(_, words)| words).collect(),
    };
    r.page(place.page(t.undo_partly()), &shown)
}

/// Asks before throwing away.
///
/// # Errors
/// As [`show`].
pub fn drop_form(r: &Reading<'_>, p: DropPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let place = Place::load(r, &p.network)?;
    let import = place.import(r, p.import)?;
    if import.taken.is_some() {
        return Ok(to(r, &DonePage { network: p.network, import: p.import }, ""));
    }
    let shown = Sure {
        t,
        crumbs: place.crumbs(r),
        title: t.drop_title(),
        name: place.target.name.clone(),
        text: t.drop_text(),
        once: FormView::new(r.viewer.lang, &[]).once(),
        button: t.drop_button(),
        back: r.viewer.link(&CheckPage { network: p.network, import: p.import }),
        kept: Vec::new(),
    };
    r.page(place.page(t.drop_title()), &shown)
}

/// Throws it away.
///
/// # Errors
/// As [`show`]; [`Error::NotFound`] for a list that was taken.
pub fn drop_it(w: &Writing<'_>, p: DropPage) -> Result<Answer> {
    let r = w.reading();
    let place = Place::load(&r, &p.network)?;
    let import = place.import(&r, p.import)?;
    if import.taken.is_some() {
        return Err(Error::NotFound);
    }
    w.tx.silent("a list nobody took was nobody's business");
    store::delete_import(w.tx, import.id)?;
    Ok(to(&r, &SourcePage { network: p.network }, T(w.viewer.lang).drop_done()))
}
