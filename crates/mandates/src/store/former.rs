//! What reports said before they were put right, and how what was passed on follows.

use db::{Conn, Tx, args};
use kernel::{Actor, Id, Result};
use networks::Body;

use super::{
    mine,
    reports::{parts, stored},
};
use crate::{Former, Report, ReportText};

/// What a report said before, the latest first, for the delegation.
///
/// # Errors
/// When the database cannot be read.
pub fn list_former(conn: &Conn, actor: &Actor, report: Id<Report>) -> Result<Vec<Former>> {
    conn.all(
        "SELECT f.subject, f.decided, f.contributed, f.effects, f.confidential, f.passes, f.opens, f.person_id, f.until_at FROM report_former f JOIN mandate_report m ON m.id = f.report_id \
         WHERE f.report_id = :report AND {visible:m} ORDER BY f.until_at DESC, f.id DESC",
        mine(actor, args! { report: report }),
        |r| {
            Ok(Former {
                text: ReportText {
                    subject: r.get(0)?,
                    decided: r.get(1)?,
                    contributed: r.get(2)?,
                    effects: r.get(3)?,
                    confidential: r.get(4)?,
                    passes: parts(&r.get::<String>(5)?),
                    opens: parts(&r.get::<String>(6)?),
                },
                person: r.get(7)?,
                until: r.get(8)?,
            })
        },
    )
}

/// Keeps what a report says before another text takes its place.
pub fn insert_former(tx: &Tx<'_>, of: &Report) -> Result<()> {
    let text = &of.text;
    tx.exec_one(
        "INSERT INTO report_former (id, report_id, subject, decided, contributed, effects, confidential, passes, opens, person_id, until_at) \
         VALUES (:id, :report, :subject, :decided, :contributed, :effects, :confidential, :passes, :opens, :by, :now)",
        args! {
            id: tx.id::<Former>(), report: of.id, subject: &text.subject, decided: &text.decided, contributed: &text.contributed, effects: &text.effects,
            confidential: &text.confidential, passes: stored(&text.passes), opens: stored(&text.opens), by: of.person, now: tx.now(),
        },
    )
}

/// Puts another text in the place of the one that was handed in; `by` wrote it.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_corrected(tx: &Tx<'_>, it: &Report, text: &ReportText, by: Option<i64>) -> Result<()> {
    let now = Some(tx.now());
    let public = !text.opened().is_empty();
    let again = now.filter(|_| it.opened_at.is_some() && it.text.opened() != text.opened());
    tx.exec_one(
        "UPDATE mandate_report SET subject = :subject, decided = :decided, contributed = :contributed, effects = :effects, confidential = :confidential, passes = :passes, opens = :opens, \
         opened_at = :opened, opens_corrected_at = CASE WHEN :public THEN COALESCE(:again, opens_corrected_at) END, corrected_at = :now, person_id = :by, version = version + 1 \
         WHERE id = :id AND version = :version AND state = 'filed'",
        args! {
            subject: &text.subject, decided: &text.decided, contributed: &text.contributed, effects: &text.effects, confidential: &text.confidential, passes: stored(&text.passes),
            opens: stored(&text.opens), opened: it.opened_at.or(now).filter(|_| public), public: public, again: again, now: now, by: by, id: it.id, version: it.version,
        },
    )
}

/// The bodies a report rose to, nearest first; for the program, which writes to those who lead them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_reached(conn: &Conn, report: Id<Report>) -> Result<Vec<Id<Body>>> {
    conn.all(
        "SELECT h.body_id FROM report_reach h WHERE h.report_id = :report ORDER BY h.hop, h.body_id",
        args! { report: report },
        |r| r.get(0),
    )
}

/// Notes for the bodies above that what they read was put right.
pub fn save_reach_corrected(tx: &Tx<'_>, report: Id<Report>) -> Result<()> {
    tx.exec(
        "UPDATE report_reach SET corrected_at = :now WHERE report_id = :report",
        args! { now: tx.now(), report: report },
    )
    .map(drop)
}

/// Nobody above reads anything of a report any more.
pub fn delete_reach(tx: &Tx<'_>, report: Id<Report>) -> Result<()> {
    tx.exec("DELETE FROM report_reach WHERE report_id = :report", args! { report: report }).map(drop)
}
