//! Sources of sittings, the pages that wait, and what was read until it is taken.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use networks::Body;

use super::sessions::{SESSION, WIDTH, session};
use crate::{
    OparlSource, OparlTrouble, Session, SourceState,
    oparl::{Listed, MeetingRead, seen},
};

const SOURCE: &str =
    "o.id, o.receiver_id, o.network_id, o.url, o.state, o.reason, o.detail, o.objects, o.taken_at, o.version";

fn source(r: &Row<'_>) -> Result<OparlSource> {
    Ok(OparlSource {
        id: r.get(0)?,
        receiver: r.get(1)?,
        network: r.get(2)?,
        url: r.get(3)?,
        state: r.get(4)?,
        trouble: OparlTrouble::of(&r.get::<String>(5)?, &r.get::<String>(6)?),
        objects: r.get(7)?,
        taken_at: r.get(8)?,
        version: r.get(9)?,
    })
}

/// The source of a body for a network; its callers asked who she is to that side before.
///
/// # Errors
/// When the database cannot be read.
pub fn find_source(conn: &Conn, receiver: Id<Body>, network: Id<Body>) -> Result<Option<OparlSource>> {
    conn.find(
        &format!("SELECT {SOURCE} FROM oparl_source o WHERE o.receiver_id = :receiver AND o.network_id = :network"),
        args! { receiver: receiver, network: network },
        source,
    )
}

/// A source that is being read in that run, for the program.
///
/// # Errors
/// When the database cannot be read.
pub fn find_reading(conn: &Conn, id: Id<OparlSource>, run: i64) -> Result<Option<OparlSource>> {
    conn.find(
        &format!("SELECT {SOURCE} FROM oparl_source o WHERE o.id = :id AND o.version = :run AND o.state = 'reading'"),
        args! { id: id, run: run },
        source,
    )
}

/// Writes a source down, being read.
pub fn insert_source(
    tx: &Tx<'_>,
    id: Id<OparlSource>,
    (receiver, network): (Id<Body>, Id<Body>),
    url: &str,
) -> Result<()> {
    tx.exec_one(
        "INSERT INTO oparl_source (id, receiver_id, network_id, body_id, url, state, begun_at) VALUES (:id, :receiver, :network, :network, :url, 'reading', :now)",
        args! { id: id, receiver: receiver, network: network, url: url, now: tx.now() },
    )
}

/// Begins another run.
///
/// # Errors
/// [`kernel::Error::Stale`] when somebody was faster.
pub fn save_begun(tx: &Tx<'_>, was: &OparlSource, url: &str, objects: i64) -> Result<()> {
    tx.exec_one(
        "UPDATE oparl_source SET url = :url, state = 'reading', reason = '', detail = '', objects = :objects, begun_at = :now, version = version + 1 WHERE id = :id AND version = :version",
        args! { url: url, objects: objects, now: tx.now(), id: was.id, version: was.version },
    )
}

/// Writes down how far a run is; the run goes on.
pub fn save_objects(tx: &Tx<'_>, id: Id<OparlSource>, objects: i64) -> Result<()> {
    tx.exec("UPDATE oparl_source SET objects = :objects WHERE id = :id", args! { objects: objects, id: id }).map(drop)
}

/// Ends a run.
pub fn save_state(tx: &Tx<'_>, id: Id<OparlSource>, state: SourceState, why: Option<&OparlTrouble>) -> Result<()> {
    let (reason, detail) = why.map_or(("", String::new()), OparlTrouble::stored);
    tx.exec(
        "UPDATE oparl_source SET state = :state, reason = :reason, detail = :detail WHERE id = :id",
        args! { state: state, reason: reason, detail: detail, id: id },
    )
    .map(drop)
}

/// Notes that what was read is taken.
///
/// # Errors
/// [`kernel::Error::Stale`].
pub fn save_taken(tx: &Tx<'_>, was: &OparlSource) -> Result<()> {
    tx.exec_one(
        "UPDATE oparl_source SET state = 'taken', taken_at = :now, version = version + 1 WHERE id = :id AND version = :version",
        args! { now: tx.now(), id: was.id, version: was.version },
    )
}

/// The pages of a run in their order: place, address, whether it was read.
///
/// # Errors
/// When the database cannot be read.
pub fn list_pages(conn: &Conn, id: Id<OparlSource>) -> Result<Vec<(i64, String, bool)>> {
    conn.all(
        "SELECT p.place, p.url, p.done FROM oparl_page p WHERE p.source_id = :id ORDER BY p.place",
        args! { id: id },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// Puts a page down to be read.
pub fn insert_page(tx: &Tx<'_>, id: Id<OparlSource>, place: i64, url: &str) -> Result<()> {
    tx.exec_one(
        "INSERT INTO oparl_page (source_id, place, url) VALUES (:id, :place, :url)",
        args! { id: id, place: place, url: url },
    )
}

/// Notes that a page was read.
pub fn save_page_done(tx: &Tx<'_>, id: Id<OparlSource>, place: i64) -> Result<()> {
    tx.exec_one(
        "UPDATE oparl_page SET done = TRUE WHERE source_id = :id AND place = :place",
        args! { id: id, place: place },
    )
}

/// Puts something down to choose from.
pub fn insert_choice(tx: &Tx<'_>, id: Id<OparlSource>, place: i64, it: &Listed) -> Result<()> {
    tx.exec_one(
        "INSERT INTO oparl_choice (source_id, place, url, name) VALUES (:id, :place, :url, :name)",
        args! { id: id, place: place, url: &it.id, name: &it.name },
    )
}

/// What stands there to choose from.
///
/// # Errors
/// When the database cannot be read.
pub fn list_choices(conn: &Conn, id: Id<OparlSource>) -> Result<Vec<(i64, Listed)>> {
    conn.all(
        "SELECT c.place, c.url, c.name FROM oparl_choice c WHERE c.source_id = :id ORDER BY c.place",
        args! { id: id },
        |r| Ok((r.get(0)?, Listed { id: r.get(1)?, name: r.get(2)? })),
    )
}

/// Takes away what stood there to choose from.
pub fn delete_choices(tx: &Tx<'_>, id: Id<OparlSource>) -> Result<()> {
    tx.exec("DELETE FROM oparl_choice WHERE source_id = :id", args! { id: id }).map(drop)
}

/// Keeps a sitting as it was read; one that stands there twice is kept once.
pub fn insert_meeting(tx: &Tx<'_>, id: Id<OparlSource>, it: &MeetingRead) -> Result<()> {
    tx.exec(
        "INSERT INTO oparl_meeting (source_id, oparl_id, title, starts_at, place, items, called_off) VALUES (:id, :oparl, :title, :starts, :place, :items, :off) ON CONFLICT (source_id, oparl_id) DO NOTHING",
        args! { id: id, oparl: &it.id, title: &it.title, starts: it.starts_at, place: &it.place, items: it.items.join("\n"), off: it.called_off },
    )
    .map(drop)
}

/// The sittings as they were read, by their beginning.
///
/// # Errors
/// When the database cannot be read.
pub fn list_meetings(conn: &Conn, id: Id<OparlSource>) -> Result<Vec<MeetingRead>> {
    conn.all(
        "SELECT m.oparl_id, m.title, m.starts_at, m.place, m.items, m.called_off FROM oparl_meeting m WHERE m.source_id = :id ORDER BY m.starts_at, m.oparl_id",
        args! { id: id },
        |r| {
            let items: String = r.get(4)?;
            Ok(MeetingRead {
                id: r.get(0)?,
                title: r.get(1)?,
                starts_at: r.get::<Option<Moment>>(2)?,
                place: r.get(3)?,
                items: items.lines().map(str::to_owned).collect(),
                called_off: r.get(5)?,
            })
        },
    )
}

/// Takes away what an earlier run left.
pub fn delete_run(tx: &Tx<'_>, id: Id<OparlSource>) -> Result<()> {
    tx.exec("DELETE FROM oparl_page WHERE source_id = :id", args! { id: id })?;
    delete_choices(tx, id)?;
    tx.exec("DELETE FROM oparl_meeting WHERE source_id = :id", args! { id: id }).map(drop)
}

/// The sittings that came from a source, with the object each came from and how that read.
///
/// # Errors
/// When the database cannot be read.
pub fn list_linked(conn: &Conn, id: Id<OparlSource>) -> Result<Vec<(Session, String, String)>> {
    conn.all(
        &format!("SELECT {SESSION}, l.oparl_id, l.seen FROM oparl_session l JOIN outside_session x ON x.id = l.session_id WHERE l.source_id = :id ORDER BY x.starts_at, x.id"),
        args! { id: id },
        |r| Ok((session(r, 0)?, r.get(WIDTH)?, r.get(WIDTH + 1)?)),
    )
}

/// Notes which object a sitting came from.
pub fn insert_linked(tx: &Tx<'_>, session: Id<Session>, id: Id<OparlSource>, it: &MeetingRead) -> Result<()> {
    tx.exec_one(
        "INSERT INTO oparl_session (session_id, source_id, oparl_id, seen) VALUES (:session, :id, :oparl, :seen)",
        args! { session: session, id: id, oparl: &it.id, seen: seen(it) },
    )
}

/// Notes how an object read now.
pub fn save_seen(tx: &Tx<'_>, session: Id<Session>, it: &MeetingRead) -> Result<()> {
    tx.exec_one(
        "UPDATE oparl_session SET seen = :seen WHERE session_id = :session",
        args! { seen: seen(it), session: session },
    )
}
