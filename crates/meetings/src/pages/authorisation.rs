//! `/termine/{meeting}/anwesenheit/{line}/vollmacht`: written authorisations of whoever came for a line of the list, for those
//! who convene.

use files::{FIELD, brought};
use kernel::{Error, Problem, Result};
use networks::shell;
use web::{Answer, FormView, Reading, Writing};

use super::{Place, agenda::papers::Shown, attendance::closed, times::found};
use crate::{
    Line,
    actions::authorisation::{add_authorisations, list_authorisations, remove_authorisation},
    paths::{AttendancePage, AuthorisationFile, Authorisations},
    words::T,
};

/// The list, with the form as long as some may come.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn show(r: &Reading<'_>, p: Authorisations) -> Result<Answer> {
    let place = Place::led(r, p.meeting)?;
    let (_, line, name) = found(r, &place, &p.line)?;
    page(r, &place, (&p, &line, &name), &FormView::new(r.viewer.lang, &[]))
}

fn page(
    r: &Reading<'_>,
    place: &Place,
    (p, line, name): (&Authorisations, &Line, &str),
    form: &FormView,
) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let open = closed(r, t, &place.meeting)?.is_empty();
    let there = list_authorisations(r.conn, place.meeting.id, &line.key)?;
    let here = v.link(p);
    let link = |paper| v.link(&AuthorisationFile { meeting: p.meeting, line: p.line.clone(), paper });
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        heading: t.authorisation_title(),
        title: name.to_owned(),
        summary: form.summary(),
        once: form.once(),
        standing: if open { "" } else { t.att_sent() },
        none: t.authorisation_none(),
        rows: files::rows(v.lang, &there, link, open.then_some(here.as_str())),
        input: if open { files::input(v.lang, form, t.authorisation_field(), false) } else { String::new() },
        submit: t.authorisation_submit(),
        back_word: t.authorisation_back(),
        back: v.link(&AttendancePage { meeting: p.meeting }),
    };
    let page = place.page(r, t.authorisation_title())?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Takes authorisations in, or one away.
///
/// # Errors
/// As [`add_authorisations`] and [`remove_authorisation`].
pub fn act(w: &Writing<'_>, p: Authorisations) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let (_, line, name) = found(&r, &place, &p.line)?;
    let by = &w.viewer.actor;
    let again =
        |problems: Vec<Problem>| page(&r, &place, (&p, &line, &name), &FormView::kept(w.viewer.lang, w.ask, problems));
    let here = || Answer::to(w.viewer.link(&p));
    if w.ask.field("tat") == "entfernen" {
        let paper = w.ask.field("nummer").parse().map_err(|_| Error::NotFound)?;
        return match remove_authorisation(w.tx, by, p.meeting, &line.key, paper) {
            Ok(()) => Ok(here().with_note(t.note_paper_removed())),
            Err(fault) => again(shell::problems(fault, "", &[])?),
        };
    }
    let uploads = match brought(w.ask) {
        Ok(uploads) if uploads.is_empty() => return again(vec![files::nothing()]),
        Ok(uploads) => uploads,
        Err(problem) => return again(vec![problem]),
    };
    match add_authorisations(w.tx, by, p.meeting, &line.key, &uploads) {
        Ok(count) => Ok(here().with_note(&t.note_papers_added(count))),
        Err(fault) => again(shell::problems(fault, FIELD, &[])?),
    }
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn file(r: &Reading<'_>, p: AuthorisationFile) -> Result<Answer> {
    let place = Place::led(r, p.meeting)?;
    let all = list_authorisations(r.conn, place.meeting.id, p.line.as_str())?;
    let found = all.iter().find(|one| one.id == p.paper).ok_or(Error::NotFound)?;
    files::open(r.conn, found)
}
