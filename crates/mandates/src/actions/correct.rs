//! Putting a report right that was handed in: never in silence. What it said before stays with the delegation; those who read
//! parts of it are told once for each time; and what was passed on by mistake is gone from where it had risen.

use db::Tx;
use kernel::{Actor, Error, Id, Lang, Level, Result, Scope};

use super::{
    denied, event,
    reports::{REPORT, opening, rise, rose_to, written},
};
use crate::{
    Delegation, Report, ReportState, ReportText, TakenBack, letters,
    rules::checked_text,
    store::{self, former, reports},
    words::T,
};

/// Whether somebody who reads all of a report may put it right: whoever sits there today or stands in.
#[must_use]
pub fn may_correct(by: &Actor, report: &Report) -> bool {
    report.state == ReportState::Filed && by.seats().contains(&report.seat.raw())
}

/// Whether somebody who reads all of a report may take back what of it others read: whoever may put it right, and those who
/// lead the senders.
#[must_use]
pub fn may_withdraw(by: &Actor, report: &Report) -> bool {
    let scope = Scope::body(Level::Network, report.network.raw(), report.sender.raw());
    by.seats().contains(&report.seat.raw()) || rights::allows(by, rights::Kind::Mandate, rights::Action::Edit, &scope)
}

/// Puts a report right. `version` is that of the report she saw.
///
/// # Errors
/// [`Error::NotFound`], also of a report that was not handed in; [`Error::Denied`] but for whoever sits there or stands in;
/// [`Error::Rule`] when nothing is another, and for public parts as [`super::save_report`]; [`Error::Stale`] when somebody wrote
/// meanwhile; [`Error::Form`] as [`checked_text`].
pub fn correct_report(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Report>,
    version: i64,
    text: &ReportText,
    base: &str,
) -> Result<()> {
    let report = written(tx, by, id)?;
    if report.state != ReportState::Filed {
        return Err(Error::NotFound);
    }
    let text = checked_text(text, ReportState::Filed)?;
    let it = store::delegations::find_delegation(tx, report.delegation)?;
    opening(tx, &it, &networks::body_for_program(tx, it.receiver)?, &text)?;
    if report.version != version {
        return Err(Error::Stale);
    }
    if text == report.text {
        return super::rule("Es hat sich nichts geändert.", "Nothing is different.");
    }
    put_right(tx, by, (&it, &report), &text, by.person, base)?;
    // As when it was handed in: that there is something to read, and no word of it.
    tx.emit(event("report.corrected", (REPORT, report.id.raw()), it.at(Level::Body), by.person));
    Ok(())
}

/// Takes back what of a report others read.
///
/// # Errors
/// [`Error::NotFound`], also of a report that was not handed in; [`Error::Denied`] but for those who [`may_withdraw`];
/// [`Error::Rule`] when there is nothing to take back.
pub fn withdraw_report(tx: &Tx<'_>, by: &Actor, id: Id<Report>, what: TakenBack, base: &str) -> Result<()> {
    let report = reports::find_report(tx, by, id)?;
    if report.state != ReportState::Filed {
        return Err(Error::NotFound);
    }
    if !may_withdraw(by, &report) {
        return denied();
    }
    if report.opened_at.is_none() && what == TakenBack::Public {
        return super::rule("Von diesem Bericht ist nichts öffentlich.", "Nothing of this report is public.");
    }
    if report.text.passed().is_empty() && what == TakenBack::Risen {
        return super::rule("Von diesem Bericht ist nichts weitergegeben.", "Nothing of this report was passed on.");
    }
    let mut text = ReportText { opens: Vec::new(), ..report.text.clone() };
    if what == TakenBack::Risen {
        text.passes.clear();
    }
    let it = store::delegations::find_delegation(tx, report.delegation)?;
    // Her words stay hers, whoever takes them back.
    put_right(tx, by, (&it, &report), &text, report.person.map(Id::raw), base)?;
    tx.emit(event("report.withdrawn", (REPORT, report.id.raw()), report.scope(), by.person));
    Ok(())
}

/// Keeps the text that was and writes the new one; where parts that rose are others now, the bodies above are told, begin to
/// read, or read nothing any more. `author` wrote the new text.
fn put_right(
    tx: &Tx<'_>,
    by: &Actor,
    (it, report): (&Delegation, &Report),
    text: &ReportText,
    author: Option<i64>,
    base: &str,
) -> Result<()> {
    former::insert_former(tx, report)?;
    former::save_corrected(tx, report, text, author)?;
    if report.text.passed() == text.passed() {
        return Ok(());
    }
    let session = store::sessions::find_session(tx, report.session)?;
    let receiver = networks::body_for_program(tx, it.receiver)?;
    let reached = former::list_reached(tx, report.id)?;
    let of = (report, &session);
    if text.passed().is_empty() {
        former::delete_reach(tx, report.id)?;
        let reason = T(Lang::De).taken_back_reason();
        // The body that sends reads all of it, and has its task still.
        for body in reached.iter().filter(|body| **body != it.sender) {
            tasks::withdraw(tx, &rose_to(report.id, *body), reason, by.person)?;
        }
        return letters::report_taken_back(tx, it, &session, &receiver, (&reached, by.person), base);
    }
    if reached.is_empty() {
        let now = reports::find_report(tx, by, report.id)?;
        return rise(tx, by, it, (&now, &session), &receiver, base);
    }
    former::save_reach_corrected(tx, report.id)?;
    letters::report_corrected(tx, it, of, &receiver, (&reached, by.person), base)
}
