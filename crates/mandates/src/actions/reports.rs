//! The report, and how it rises.

use std::collections::BTreeSet;

use db::Tx;
use kernel::{Actor, Error, Id, Level, Result};
use networks::{Body, Occupancy};
use tasks::{NewTask, Source};

use super::{denied, event, found, sessions::of_side};
use crate::{
    Delegation, Reach, Report, ReportState, ReportText, Session, letters,
    rules::{checked_text, due_day, may_file, may_open},
    store::{letters as rows, reports},
    words::T,
};

/// How far a report rises at most.
const HOPS: i64 = 6;

/// Writes the report on a sitting: as a draft, or handed in. Handed in it rises with the parts marked for it, and becomes
/// a task of each body it reaches, so that it comes on their agendas. `version` is that of the report she saw; 0 where none
/// was begun.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever sits there or stands in; [`Error::Rule`] as [`may_file`], and for
/// public parts where [`may_open`] says no; [`Error::Stale`] when somebody wrote meanwhile; [`Error::Form`] as [`checked_text`].
pub fn save_report(
    tx: &Tx<'_>,
    by: &Actor,
    (mandate, session): (Id<Occupancy>, Id<Session>),
    version: i64,
    text: &ReportText,
    state: ReportState,
    base: &str,
) -> Result<Id<Report>> {
    let (it, receiver, stance) = found(tx, by, mandate)?;
    let session = of_side(tx, &it, session)?;
    if !stance.acts {
        return denied();
    }
    let was = reports::find_report_of(tx, by, session.id, it.seat)?;
    may_file(was.as_ref(), super::sessions::has_begun(tx, &session), session.called_off)?;
    let text = checked_text(text, state)?;
    opening(tx, &it, &receiver, &text)?;
    let report = match was {
        Some(report) => report,
        None => {
            reports::insert_report(tx, tx.id(), &it, session.id, due_day(session.day(), it.detail.report_days))?;
            reports::find_report_of(tx, by, session.id, it.seat)?.ok_or(Error::NotFound)?
        }
    };
    // Version 0: she saw an empty form. Nobody else's words are written over.
    if version != report.version && !(version == 0 && report.state == ReportState::Open) {
        return Err(Error::Stale);
    }
    reports::save_text(tx, &report, &text, state, by.person)?;
    let subject = ("mandate_report", report.id.raw());
    if state == ReportState::Filed {
        let report = reports::find_report(tx, by, report.id)?;
        rise(tx, by, &it, (&report, &session), &receiver, base)?;
        tasks::settle(tx, &made_for(report.id), by.person)?;
        // Whoever of the sender's body reads news learns that there is a report; what stands in it is asked of the report.
        tx.emit(event("report.filed", subject, it.at(Level::Body), by.person));
    } else {
        tx.emit(event("report.drafted", subject, it.inner_scope(), by.person));
    }
    Ok(report.id)
}

/// Refuses public parts where not everybody may know that the network sends somebody into that body.
///
/// # Errors
/// [`Error::Rule`].
pub(super) fn opening(tx: &Tx<'_>, it: &Delegation, receiver: &Body, text: &ReportText) -> Result<()> {
    if text.opens.is_empty() || may_open(&networks::body_for_program(tx, it.network)?, receiver) {
        return Ok(());
    }
    super::rule(
        "Das Netzwerk oder das Gremium ist nicht öffentlich. Darum ist es auch kein Teil des Berichts.",
        "The network or the body is not public. So no part of the report is.",
    )
}

/// The cause under which the task of a body is known that a report rose to.
#[must_use]
pub fn rose_to(report: Id<Report>, body: Id<Body>) -> String {
    format!("mandate report {report} {body}")
}

/// The cause under which a report's task is known.
#[must_use]
pub fn made_for(report: Id<Report>) -> String {
    format!("mandate report {report}")
}

/// Lets the marked parts rise along the bodies that send, and leaves each a task. Whoever leads several of them is written
/// to once.
pub(super) fn rise(
    tx: &Tx<'_>,
    by: &Actor,
    it: &Delegation,
    (report, session): (&Report, &Session),
    receiver: &Body,
    base: &str,
) -> Result<()> {
    let mut reached = vec![Reach { body: it.sender, network: it.network, hop: 1 }];
    if !report.text.passed().is_empty() {
        reached.extend(above(tx, it)?);
    }
    let (de, en) = (T(kernel::Lang::De), T(kernel::Lang::En));
    let mut told = Vec::new();
    for reach in &reached {
        if !report.text.passed().is_empty() {
            reports::insert_reach(tx, report, reach)?;
        }
        let source = Source::new(
            kernel::Subject::new("mandate_report", report.id.raw()),
            de.report_of(&session.title),
            en.report_of(&session.title),
        );
        let task = NewTask {
            title_en: Some(short(&en.task_discuss(&session.title))),
            ..NewTask::new(reach.body, short(&de.task_discuss(&session.title))).from(source).quietly()
        };
        let cause = rose_to(report.id, reach.body);
        match tasks::make(tx, &task, &cause, by.person) {
            // A body that is dissolved gets no tasks, and its members read the report all the same.
            Ok(Some(_)) | Err(Error::Rule(_)) => told.push(reach.body),
            // It rose there before and was taken back: the task that was given up then waits again.
            Ok(None) => {
                tasks::take_up(tx, &cause, by.person)?;
                told.push(reach.body);
            }
            Err(fault) => return Err(fault),
        }
    }
    letters::report_rose(tx, it, (report, session), receiver, &told, base)
}

/// A title of at most the length tasks take.
pub fn short(title: &str) -> String {
    title.chars().take(120).collect()
}

/// The bodies above the one that sends, each once, nearest first.
fn above(tx: &Tx<'_>, it: &Delegation) -> Result<Vec<Reach>> {
    let mut known = BTreeSet::from([it.sender, it.receiver]);
    let (mut level, mut found) = (vec![it.sender], Vec::new());
    for hop in 2..=HOPS {
        let mut next = rows::list_above(tx, &level, tx.today())?;
        next.retain(|(body, _)| known.insert(*body));
        if next.is_empty() {
            break;
        }
        level = next.iter().map(|(body, _)| *body).collect();
        found.extend(next.into_iter().map(|pair| rows::reach(pair, hop)));
    }
    Ok(found)
}

/// What files of a report hang on.
pub const REPORT: &str = "mandate_report";

/// The report, for whoever sits on its seat or stands in there.
pub(super) fn written(tx: &Tx<'_>, by: &Actor, id: Id<Report>) -> Result<Report> {
    let report = reports::find_report(tx, by, id)?;
    if by.seats().contains(&report.seat.raw()) { Ok(report) } else { denied() }
}

/// Puts files to a report. They are for the delegation and never rise; they may come after it was handed in.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever sits there or stands in; [`Error::Form`] when there are too many.
pub fn add_files(tx: &Tx<'_>, by: &Actor, id: Id<Report>, uploads: &[files::Upload]) -> Result<usize> {
    let report = written(tx, by, id)?;
    let made = files::attach(tx, files::On::new(REPORT, id.raw()), uploads, by.person)?;
    tx.emit(event("report.file_added", ("mandate_report", report.id.raw()), report.scope(), by.person));
    Ok(made.len())
}

/// Takes a file away from a report.
///
/// # Errors
/// As [`add_files`].
pub fn remove_file(tx: &Tx<'_>, by: &Actor, id: Id<Report>, file: Id<files::Attachment>) -> Result<()> {
    let report = written(tx, by, id)?;
    files::remove(tx, files::On::new(REPORT, id.raw()), file)?;
    tx.emit(event("report.file_removed", ("mandate_report", report.id.raw()), report.scope(), by.person));
    Ok(())
}
