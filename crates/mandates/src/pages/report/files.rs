//! Files of a report: minutes of the others, tables, what was handed out. They are for the delegation, and never rise.

use files::{Attachment, On, brought, nothing};
use kernel::{Error, Id, Problem, Result};
use networks::shell;
use web::{Answer, FormView, Reading, Writing};

use super::super::view::{Block, View};
use crate::{
    Report, ReportState, actions,
    paths::{ReportFile, ReportFiles, ReportPage},
    store::reports,
    words::T,
};

/// A report whose files the reader may have: all of the delegation once it was handed in, until then whoever writes it.
fn found(r: &Reading<'_>, id: Id<Report>) -> Result<(Report, bool)> {
    let report = reports::find_report(r.conn, &r.viewer.actor, id)?;
    let acts = r.viewer.actor.seats().contains(&report.seat.raw());
    if acts || report.state == ReportState::Filed { Ok((report, acts)) } else { Err(Error::NotFound) }
}

/// The section of a report's page: its files, and the form for whoever writes it.
///
/// # Errors
/// When the database cannot be read.
pub fn section(r: &Reading<'_>, view: &mut View, report: &Report, form: &FormView) -> Result<()> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let acts = v.actor.seats().contains(&report.seat.raw());
    let here = v.link(&ReportFiles { report: report.id });
    let all = files::list(r.conn, actions::REPORT, &[report.id.raw()])?;
    let link = |file: Id<Attachment>| v.link(&ReportFile { report: report.id, file });
    let mut html = files::rows(v.lang, &all, link, acts.then_some(here.as_str()));
    if acts {
        html.push_str(&files::form(v.lang, form, t.report_file(), &here));
    }
    if !html.is_empty() {
        view.section("dateien", t.report_files(), Block::Html(format!("<div class=\"panel pad\">{html}</div>")));
    }
    Ok(())
}

/// Takes files in, or one away.
///
/// # Errors
/// As [`actions::add_files`].
pub fn act(w: &Writing<'_>, p: ReportFiles) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let (report, acts) = found(&r, p.report)?;
    if !acts {
        return Err(Error::Denied(None));
    }
    let there = || Answer::to(w.viewer.link(&ReportPage { report: report.id }));
    if w.ask.field("tat") == "entfernen" {
        let file = w.ask.field("nummer").parse().map_err(|()| Error::NotFound)?;
        return actions::remove_file(w.tx, by, report.id, file).map(|()| there().with_note(t.note_file_removed()));
    }
    let again =
        |problems: Vec<Problem>| super::show::shown(&r, p.report, &FormView::kept(w.viewer.lang, w.ask, problems));
    match brought(w.ask) {
        Ok(uploads) if uploads.is_empty() => again(vec![nothing()]),
        Ok(uploads) => match actions::add_files(w.tx, by, report.id, &uploads) {
            Ok(_) => Ok(there().with_note(t.note_file_added())),
            Err(fault) => again(shell::problems(fault, files::FIELD, &[])?),
        },
        Err(problem) => again(vec![problem]),
    }
}

/// One file.
///
/// # Errors
/// [`Error::NotFound`].
pub fn file(r: &Reading<'_>, p: ReportFile) -> Result<Answer> {
    found(r, p.report)?;
    files::open(r.conn, &files::find(r.conn, On::new(actions::REPORT, p.report.raw()), p.file)?)
}
