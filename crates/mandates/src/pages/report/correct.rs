//! Putting a report right that was handed in: the same five fields, with what they say now.

use kernel::{Error, Id, Result};
use networks::shell;
use web::{Answer, FormView, Page, Reading, Writing};

use super::{
    super::view::{Block, Section, View},
    form::{fields, number, stored, typed},
};
use crate::{
    Report, actions,
    paths::{MandateList, ReportCorrect, ReportPage},
    rules::may_open,
    store::{reports, sessions},
    words::T,
};

/// A report the reader puts right.
fn found(r: &Reading<'_>, id: Id<Report>) -> Result<Report> {
    let report = reports::find_report(r.conn, &r.viewer.actor, id)?;
    match (report.state, actions::may_correct(&r.viewer.actor, &report)) {
        (_, true) => Ok(report),
        (crate::ReportState::Filed, false) => Err(Error::Denied(None)),
        _ => Err(Error::NotFound),
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever sits there or stands in.
pub fn form(r: &Reading<'_>, p: ReportCorrect) -> Result<Answer> {
    let report = found(r, p.report)?;
    page(r, &report, &stored(r.viewer.lang, Some(&report)), false)
}

fn page(r: &Reading<'_>, report: &Report, form: &FormView, stale: bool) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let form = &form.beside(stale, &stored(v.lang, Some(report)));
    let session = sessions::find_session(r.conn, report.session)?;
    let (receiver, network) =
        (networks::body_for_program(r.conn, session.receiver)?, networks::body_for_program(r.conn, report.network)?);
    let mut view = View::new(v.lang, t.correct_title()).of(form);
    let here = v.link(&ReportPage { report: report.id });
    view.crumbs = web::crumbs(
        v.lang,
        &[(t.nav_mandates(), v.link(&MandateList {})), (&t.report_of(&session.title), here.clone())],
    );
    view.lead = format!("{}, {}", session.title, i18n::day_long(v.lang, session.day()));
    view.notes.push(("i1", "pen", t.correct_lead().to_owned()));
    if !report.text.passed().is_empty() {
        view.notes.push(("i1", "mail", t.correct_tells().to_owned()));
    }
    view.keeps = (format!("berichtigung-{}", report.id), t.kept_typing());
    view.back = Some((t.correct_back(), here));
    let buttons = vec![("tat", "berichtigen".to_owned(), t.correct_submit().to_owned(), true)];
    let fields = fields(t, form, may_open(&network, &receiver), report.version);
    view.sections.push(Section::new("bericht", t.report_fields(), Block::Form(fields, buttons)));
    let page = Page::new(t.correct_title()).nav("mandates");
    view.answer(r, page.answering(form))
}

/// Puts it right.
///
/// # Errors
/// As [`actions::correct_report`].
pub fn save(w: &Writing<'_>, p: ReportCorrect) -> Result<Answer> {
    let (r, v) = (w.reading(), w.viewer);
    let report = found(&r, p.report)?;
    let again = |problems, stale| page(&r, &report, &FormView::kept(v.lang, w.ask, problems), stale);
    let text = match typed(w) {
        Ok(text) => text,
        Err(problems) => return again(problems, false),
    };
    let version = number(w.ask.field("version"));
    match actions::correct_report(w.tx, &v.actor, p.report, version, &text, &w.site.outside().base_url) {
        Ok(()) => Ok(Answer::to(v.link(&ReportPage { report: p.report })).with_note(T(v.lang).note_corrected())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "subject", &[])?, false),
    }
}
