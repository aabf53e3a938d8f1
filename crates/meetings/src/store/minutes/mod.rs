//! Minutes. Read by the number of a meeting its caller found under the reader's condition, or joined with it.

mod entries;
mod letters;
mod objections;
mod own;

pub use entries::{
    delete_todo, find_entry, find_todo, forget_remarks, insert_entry, insert_todo, list_entries, list_todos,
    save_entry, save_task, save_text, save_vote,
};
pub use letters::{count_letters, delete_letters, find_letter_by_token, insert_letter, list_waiting, save_left};
pub use objections::{
    count_open, find_objection, insert_addendum, insert_objection, list_addenda, list_objections, save_decided,
    save_gone, save_moved, save_objection_task,
};
pub use own::{
    forget_addenda, forget_approved_by, forget_attendance, forget_chair, forget_circulated_by, forget_decided_by,
    forget_keeper, forget_letters, forget_objections, forget_sheets, forget_todos, list_attended, list_objected,
};

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Id, Moment, Result};
use networks::Body;

use super::{
    meetings::{MEETING, meeting},
    met,
};
use crate::{Meeting, Minutes, There, Verdict};

/// The columns of minutes under the alias `p`; [`minutes`] reads them from a place on.
const MINUTES: &str = "p.id, p.meeting_id, p.state, p.chair_id, p.keeper_id, p.circulated_at, p.closes_at, p.approved_at, p.approved_in_id, p.by_clock, p.hash, \
     p.there_present, p.there_remote, p.there_represented, p.there_excused, p.quorum_holds, p.quorum_de, p.quorum_en, p.version";
/// How many columns a meeting has before them.
const AFTER_MEETING: usize = 26;

fn minutes(r: &Row<'_>, n: usize) -> Result<Minutes> {
    let quorum = match (r.get::<Option<bool>>(n + 15)?, r.get(n + 16)?, r.get(n + 17)?) {
        (Some(holds), Some(de), Some(en)) => Some(Verdict { holds, de, en }),
        _ => None,
    };
    Ok(Minutes {
        id: r.get(n)?,
        meeting: r.get(n + 1)?,
        state: r.get(n + 2)?,
        chair: r.get(n + 3)?,
        keeper: r.get(n + 4)?,
        circulated_at: r.get(n + 5)?,
        closes_at: r.get(n + 6)?,
        approved_at: r.get(n + 7)?,
        approved_in: r.get(n + 8)?,
        by_clock: r.get(n + 9)?,
        hash: r.get(n + 10)?,
        there: There {
            present: r.get(n + 11)?,
            remote: r.get(n + 12)?,
            represented: r.get(n + 13)?,
            excused: r.get(n + 14)?,
        },
        quorum,
        version: r.get(n + 18)?,
    })
}

/// The minutes of a meeting, if there are any.
///
/// # Errors
/// When the database cannot be read.
pub fn find_minutes_of(conn: &Conn, meeting: Id<Meeting>) -> Result<Option<Minutes>> {
    conn.find(
        &format!("SELECT {MINUTES} FROM minutes p WHERE p.meeting_id = :meeting"),
        args! { meeting: meeting },
        |r| minutes(r, 0),
    )
}

/// Minutes by number; the caller finds the meeting under the reader's condition next, or holds a letter's link.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_minutes(conn: &Conn, id: Id<Minutes>) -> Result<Minutes> {
    conn.one(&format!("SELECT {MINUTES} FROM minutes p WHERE p.id = :id"), args! { id: id }, |r| minutes(r, 0))
}

/// The minutes of a body the reader may see the meetings of, the latest meeting first. Which of them she may open is decided by
/// [`crate::rules::minutes::Reader`].
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_body(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<(Meeting, Minutes)>> {
    conn.all(
        &format!("SELECT {MEETING}, {MINUTES} FROM meeting m JOIN minutes p ON p.meeting_id = m.id WHERE m.body_id = :body AND {{visible:m}} ORDER BY m.starts_at DESC, m.id DESC LIMIT 500"),
        met(actor, args! { body: body }),
        |r| Ok((meeting(r)?, minutes(r, AFTER_MEETING)?)),
    )
}

/// Those of some minutes whose meeting the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_minutes(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<(Meeting, Minutes)>> {
    conn.all(
        &format!("SELECT {MEETING}, {MINUTES} FROM minutes p JOIN meeting m ON m.id = p.meeting_id WHERE p.id IN (:ids*) AND {{visible:m}}"),
        met(actor, args! { ids: ids }),
        |r| Ok((meeting(r)?, minutes(r, AFTER_MEETING)?)),
    )
}

/// Those sent round whose time for objections is over and against which nothing is open, for the daily job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_closed(conn: &Conn, now: Moment) -> Result<Vec<Minutes>> {
    conn.all(
        &format!("SELECT {MINUTES} FROM minutes p WHERE p.state = 'circulated' AND p.closes_at <= :now AND NOT EXISTS (SELECT 1 FROM minutes_objection o WHERE o.minutes_id = p.id AND o.state = 'open') ORDER BY p.id"),
        args! { now: now },
        |r| minutes(r, 0),
    )
}

/// Every number, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM minutes ORDER BY id", args! {}, |r| r.get(0))
}

/// Begins minutes.
pub fn insert_minutes(tx: &Tx<'_>, id: Id<Minutes>, meeting: Id<Meeting>, keeper: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO minutes (id, meeting_id, state, keeper_id, made_at) VALUES (:id, :meeting, 'draft', :keeper, :now)",
        args! { id: id, meeting: meeting, keeper: keeper, now: tx.now() },
    )
    .map(drop)
}

/// Writes who led the meeting and who keeps the minutes.
///
/// # Errors
/// [`kernel::Error::Stale`] when they have another version.
pub fn save_persons(
    tx: &Tx<'_>,
    id: Id<Minutes>,
    version: i64,
    (chair, keeper): (Option<Id<people::Person>>, Option<Id<people::Person>>),
) -> Result<()> {
    tx.exec_one(
        "UPDATE minutes SET chair_id = :chair, keeper_id = :keeper, version = version + 1 WHERE id = :id AND version = :version",
        args! { chair: chair, keeper: keeper, id: id, version: version },
    )
}

/// They go out.
///
/// # Errors
/// [`kernel::Error::Stale`] when they are no draft any more.
pub fn save_circulated(
    tx: &Tx<'_>,
    id: Id<Minutes>,
    (by, closes): (Option<i64>, Moment),
    there: There,
    quorum: Option<&Verdict>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE minutes SET state = 'circulated', circulated_at = :now, circulated_by = :by, closes_at = :closes, there_present = :present, there_remote = :remote, \
         there_represented = :represented, there_excused = :excused, quorum_holds = :holds, quorum_de = :de, quorum_en = :en, version = version + 1 WHERE id = :id AND state = 'draft'",
        args! {
            now: tx.now(), by: by, closes: closes, present: there.present, remote: there.remote, represented: there.represented, excused: there.excused,
            holds: quorum.map(|q| q.holds), de: quorum.map(|q| q.de.clone()), en: quorum.map(|q| q.en.clone()), id: id,
        },
    )
}

/// They are approved, by a meeting or because their time ran out.
///
/// # Errors
/// [`kernel::Error::Stale`] when they were not sent round, or are approved already.
pub fn save_approved(
    tx: &Tx<'_>,
    id: Id<Minutes>,
    (by, meeting): (Option<i64>, Option<Id<Meeting>>),
    hash: &str,
) -> Result<()> {
    tx.exec_one(
        "UPDATE minutes SET state = 'approved', approved_at = :now, approved_by = :by, approved_in_id = :meeting, by_clock = :clock, hash = :hash, version = version + 1 WHERE id = :id AND state = 'circulated'",
        args! { now: tx.now(), by: by, meeting: meeting, clock: meeting.is_none(), hash: hash, id: id },
    )
}
