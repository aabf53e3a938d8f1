//! Letters about reports: that one is due or missing, rose, was put right or taken back. None holds a word of one.

use db::Tx;
use kernel::{Id, Result};
use networks::Body;
use people::Person;

use super::{about, each, leaders};
use crate::{
    Delegation, Report, Session, Waiting,
    paths::{BodyMandates, MandateList, ReportForm, ReportPage},
};

/// To whoever owes a report.
///
/// # Errors
/// When the database refuses.
pub fn report_due(
    tx: &Tx<'_>,
    it: &Delegation,
    waiting: &Waiting,
    receiver: &Body,
    persons: &[Id<Person>],
    base: &str,
) -> Result<()> {
    let link = format!("{base}{}", ReportForm { mandate: it.id, session: waiting.session.id });
    let of = about(tx, it, ("report", &link), |t| t.why_sent())?;
    each(tx, persons.to_vec(), &of, |t, lang| {
        let (into, due) = (receiver.name_in(lang), i18n::day_long(lang, waiting.report.due));
        let day = i18n::day_long(lang, waiting.session.day());
        (t.report_due_subject(into), t.report_due_text(day, into, due))
    })
}

/// To those who lead the senders: a report is missing.
///
/// # Errors
/// When the database refuses.
pub fn report_missing(tx: &Tx<'_>, it: &Delegation, waiting: &Waiting, receiver: &Body, base: &str) -> Result<()> {
    let link = format!("{base}{}", BodyMandates { body: it.sender });
    let whom = leaders(tx, &[it.sender])?;
    let of = about(tx, it, ("report", &link), |t| t.why_leads())?;
    each(tx, whom, &of, |t, lang| {
        let (into, day) = (receiver.name_in(lang), i18n::day_long(lang, waiting.session.day()));
        (t.report_missing_subject(into), t.report_missing_text(day, into))
    })
}

/// To those who lead a body the report reached, once each, but not to whoever wrote it.
///
/// # Errors
/// When the database refuses.
pub fn report_rose(
    tx: &Tx<'_>,
    it: &Delegation,
    (report, session): (&Report, &Session),
    receiver: &Body,
    bodies: &[Id<Body>],
    base: &str,
) -> Result<()> {
    let link = format!("{base}{}", ReportPage { report: report.id });
    let mut whom = leaders(tx, bodies)?;
    whom.retain(|person| Some(*person) != report.person);
    let of = about(tx, it, ("report", &link), |t| t.why_reached())?;
    each(tx, whom, &of, |t, lang| {
        let (into, day) = (receiver.name_in(lang), i18n::day_long(lang, session.day()));
        (t.report_rose_subject(into), t.report_rose_text(day, into))
    })
}

/// Those who lead bodies a report rose to, without whoever changed it.
fn readers(tx: &Tx<'_>, (reached, by): (&[Id<Body>], Option<i64>)) -> Result<Vec<Id<Person>>> {
    let mut whom = leaders(tx, reached)?;
    whom.retain(|person| Some(person.raw()) != by);
    Ok(whom)
}

/// To those who lead the bodies a report rose to: what they read of it was put right.
///
/// # Errors
/// When the database refuses.
pub fn report_corrected(
    tx: &Tx<'_>,
    it: &Delegation,
    (report, session): (&Report, &Session),
    receiver: &Body,
    reached: (&[Id<Body>], Option<i64>),
    base: &str,
) -> Result<()> {
    let link = format!("{base}{}", ReportPage { report: report.id });
    let of = about(tx, it, ("report", &link), |t| t.why_reached())?;
    each(tx, readers(tx, reached)?, &of, |t, lang| {
        let (into, day) = (receiver.name_in(lang), i18n::day_long(lang, session.day()));
        (t.report_corrected_subject(into), t.report_corrected_text(day, into))
    })
}

/// To the same: nothing of it is passed on any more. It leads to the list of mandates, since the report is no longer theirs.
///
/// # Errors
/// When the database refuses.
pub fn report_taken_back(
    tx: &Tx<'_>,
    it: &Delegation,
    session: &Session,
    receiver: &Body,
    reached: (&[Id<Body>], Option<i64>),
    base: &str,
) -> Result<()> {
    let link = format!("{base}{}", MandateList {});
    let of = about(tx, it, ("report", &link), |t| t.why_was_reached())?;
    each(tx, readers(tx, reached)?, &of, |t, lang| {
        let (into, day) = (receiver.name_in(lang), i18n::day_long(lang, session.day()));
        (t.report_taken_back_subject(into), t.report_taken_back_text(day, into))
    })
}
