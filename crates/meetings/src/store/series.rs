//! Series of meetings. A series is read with the reader's condition; what hangs on it by its number, after it was found.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Error, Id, Level, Result};
use networks::Body;

use super::met;
use crate::{Decided, Host, Meeting, NewSeries, Series};

const SERIES: &str = "s.id, s.network_id, s.body_id, s.level, s.title, s.note, s.rule, s.first_day, s.minute, s.minutes, s.online, s.agenda, s.ended_at, s.version, s.meeting_level";

fn series(r: &Row<'_>) -> Result<Series> {
    let rule: String = r.get(6)?;
    Ok(Series {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: Level::from_number(r.get(3)?),
        title: r.get(4)?,
        note: r.get(5)?,
        rule: rule.parse().map_err(|()| Error::internal(format!("stored rule {rule}")))?,
        first_day: r.get(7)?,
        minute: r.get(8)?,
        minutes: r.get(9)?,
        online: r.get(10)?,
        agenda: r.get(11)?,
        ended_at: r.get(12)?,
        version: r.get(13)?,
        meeting_level: Level::from_number(r.get(14)?),
    })
}

/// A series the reader may see.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_series(conn: &Conn, actor: &Actor, id: Id<Series>) -> Result<Series> {
    conn.one(
        &format!("SELECT {SERIES} FROM series s WHERE s.id = :id AND {{visible:s}}"),
        met(actor, args! { id: id }),
        series,
    )
}

/// The series of a body, those that go on first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_body(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<Series>> {
    conn.all(
        &format!("SELECT {SERIES} FROM series s WHERE s.body_id = :body AND {{visible:s}} ORDER BY CASE WHEN s.ended_at IS NULL THEN 0 ELSE 1 END, s.id DESC LIMIT 50"),
        met(actor, args! { body: body }),
        series,
    )
}

/// The series a meeting came of, if the reader may see it.
///
/// # Errors
/// When the database cannot be read.
pub fn find_of_meeting(conn: &Conn, actor: &Actor, meeting: Id<Meeting>) -> Result<Option<Series>> {
    conn.find(
        &format!("SELECT {SERIES} FROM series_day d JOIN series s ON s.id = d.series_id WHERE d.meeting_id = :meeting AND {{visible:s}} LIMIT 1"),
        met(actor, args! { meeting: meeting }),
        series,
    )
}

/// Writes a series down.
pub fn insert_series(
    tx: &Tx<'_>,
    id: Id<Series>,
    body: &Body,
    (level, by): (Level, Option<i64>),
    new: &NewSeries,
) -> Result<()> {
    tx.exec(
        "INSERT INTO series (id, network_id, body_id, level, title, note, rule, first_day, minute, minutes, meeting_level, online, agenda, made_by, made_at) \
         VALUES (:id, :network, :body, :level, :title, :note, :rule, :first, :minute, :minutes, :meetings, :online, :agenda, :by, :now)",
        args! {
            id: id, network: body.network, body: body.id, level: level, title: &new.title, note: &new.note, rule: new.rule.to_string(), first: new.first_day,
            meetings: new.level, minute: new.minute, minutes: new.minutes, online: &new.online, agenda: &new.agenda, by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// Writes a changed series.
///
/// # Errors
/// [`Error::Stale`] when it has another version.
pub fn save_series(tx: &Tx<'_>, id: Id<Series>, version: i64, new: &NewSeries) -> Result<()> {
    tx.exec_one(
        "UPDATE series SET meeting_level = :level, title = :title, note = :note, rule = :rule, first_day = :first, minute = :minute, minutes = :minutes, online = :online, agenda = :agenda, version = version + 1 \
         WHERE id = :id AND version = :version AND ended_at IS NULL",
        args! {
            level: new.level, title: &new.title, note: &new.note, rule: new.rule.to_string(), first: new.first_day, minute: new.minute, minutes: new.minutes,
            online: &new.online, agenda: &new.agenda, id: id, version: version,
        },
    )
}

/// No more meetings come of it.
///
/// # Errors
/// [`Error::Stale`] when it ended already.
pub fn save_over(tx: &Tx<'_>, id: Id<Series>) -> Result<()> {
    tx.exec_one(
        "UPDATE series SET ended_at = :now, version = version + 1 WHERE id = :id AND ended_at IS NULL",
        args! { now: tx.now(), id: id },
    )
}

/// Those who take turns as host, in their order; with those who no longer do where `all`.
///
/// # Errors
/// When the database cannot be read.
pub fn list_hosts(conn: &Conn, series: Id<Series>, all: bool) -> Result<Vec<Host>> {
    conn.all(
        "SELECT h.id, h.name, h.place FROM series_host h WHERE h.series_id = :series AND (h.ended_at IS NULL OR :all = 1) ORDER BY h.position, h.id",
        args! { series: series, all: i64::from(all) },
        |r| Ok(Host { id: r.get(0)?, name: r.get(1)?, place: r.get(2)? }),
    )
}

/// Adds a host.
pub fn insert_host(tx: &Tx<'_>, series: Id<Series>, position: i64, (name, place): (&str, &str)) -> Result<()> {
    let id: Id<Host> = tx.id();
    tx.exec(
        "INSERT INTO series_host (id, series_id, position, name, place) VALUES (:id, :series, :position, :name, :place)",
        args! { id: id, series: series, position: position, name: name, place: place },
    )
    .map(drop)
}

/// Where a host stands in the order, and where it receives.
pub fn save_host(tx: &Tx<'_>, id: Id<Host>, position: i64, place: &str) -> Result<()> {
    tx.exec(
        "UPDATE series_host SET position = :position, place = :place WHERE id = :id",
        args! { position: position, place: place, id: id },
    )
    .map(drop)
}

/// They take no turns any more; when they did stays known.
pub fn end_hosts(tx: &Tx<'_>, ids: &[Id<Host>]) -> Result<()> {
    tx.exec("UPDATE series_host SET ended_at = :now WHERE id IN (:ids*)", args! { now: tx.now(), ids: ids }).map(drop)
}

/// Every day of a series that was decided, earliest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_decided(conn: &Conn, series: Id<Series>) -> Result<Vec<Decided>> {
    conn.all(
        "SELECT d.day, d.meeting_id, d.host_id FROM series_day d WHERE d.series_id = :series ORDER BY d.day",
        args! { series: series },
        |r| Ok(Decided { day: r.get(0)?, meeting: r.get(1)?, host: r.get(2)? }),
    )
}

/// Decides a day: its meeting and host, or that it is left out. A day left out may still get a meeting.
///
/// # Errors
/// [`Error::Stale`] when the day has a meeting already.
pub fn save_day(tx: &Tx<'_>, series: Id<Series>, it: Decided) -> Result<()> {
    let id: Id<Decided> = tx.id();
    tx.exec_one(
        "INSERT INTO series_day (id, series_id, day, meeting_id, host_id) VALUES (:id, :series, :day, :meeting, :host) \
         ON CONFLICT (series_id, day) DO UPDATE SET meeting_id = :meeting, host_id = :host WHERE series_day.meeting_id IS NULL",
        args! { id: id, series: series, day: it.day, meeting: it.meeting, host: it.host },
    )
}
