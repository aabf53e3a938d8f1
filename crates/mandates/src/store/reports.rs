//! Reports, and how far they rose.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Moment, Result};
use networks::{Body, Occupancy, Seat};

use super::{
    mine,
    sessions::{SESSION, WIDTH, session},
};
use crate::{Delegation, Part, Reach, Report, ReportState, ReportText, Session, Waiting};

const REPORT: &str = "m.id, m.session_id, m.seat_id, m.occupancy_id, m.network_id, m.body_id, m.due_day, m.state, m.subject, m.decided, m.contributed, m.effects, m.confidential, m.passes, \
     m.person_id, m.away_at, m.filed_at, m.version, m.opens, m.opened_at, m.corrected_at";
const REPORT_WIDTH: usize = 21;

/// The parts that stand in a column.
pub(super) fn parts(words: &str) -> Vec<Part> {
    words.split(',').filter_map(Part::from_word).collect()
}

/// The same as they are stored.
pub(super) fn stored(parts: &[Part]) -> String {
    parts.iter().map(|part| part.word()).collect::<Vec<_>>().join(",")
}

/// Reads a text as far as some parts go. What is not among them is dropped before anything else sees it. The four parts
/// stand in columns from `at` on.
pub(super) fn partly(r: &Row<'_>, at: usize, chosen: &[Part]) -> Result<ReportText> {
    let part = |part: Part, place| {
        Ok::<_, kernel::Error>(if chosen.contains(&part) { r.get::<String>(place)? } else { String::new() })
    };
    Ok(ReportText {
        subject: part(Part::Subject, at)?,
        decided: part(Part::Decided, at + 1)?,
        contributed: part(Part::Contributed, at + 2)?,
        effects: part(Part::Effects, at + 3)?,
        ..ReportText::default()
    })
}

fn report(r: &Row<'_>) -> Result<Report> {
    let (passes, opens) = (parts(&r.get::<String>(13)?), parts(&r.get::<String>(18)?));
    Ok(Report {
        id: r.get(0)?,
        session: r.get(1)?,
        seat: r.get(2)?,
        delegation: r.get(3)?,
        network: r.get(4)?,
        sender: r.get(5)?,
        due: r.get(6)?,
        state: r.get(7)?,
        text: ReportText {
            subject: r.get(8)?,
            decided: r.get(9)?,
            contributed: r.get(10)?,
            effects: r.get(11)?,
            confidential: r.get(12)?,
            passes,
            opens,
        },
        person: r.get(14)?,
        away_at: r.get(15)?,
        filed_at: r.get(16)?,
        opened_at: r.get(19)?,
        corrected_at: r.get(20)?,
        version: r.get(17)?,
    })
}

/// A report, all of it, for the delegation.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_report(conn: &Conn, actor: &Actor, id: Id<Report>) -> Result<Report> {
    conn.one(
        &format!("SELECT {REPORT} FROM mandate_report m WHERE m.id = :id AND {{visible:m}}"),
        mine(actor, args! { id: id }),
        report,
    )
}

/// The report of a seat on a sitting, if there is one, for the delegation.
///
/// # Errors
/// When the database cannot be read.
pub fn find_report_of(conn: &Conn, actor: &Actor, session: Id<Session>, seat: Id<Seat>) -> Result<Option<Report>> {
    conn.find(
        &format!("SELECT {REPORT} FROM mandate_report m WHERE m.session_id = :session AND m.seat_id = :seat AND {{visible:m}}"),
        mine(actor, args! { session: session, seat: seat }),
        report,
    )
}

/// The latest report of a seat that was handed in, on a sitting before a moment, for the delegation.
///
/// # Errors
/// When the database cannot be read.
pub fn find_last(conn: &Conn, actor: &Actor, seat: Id<Seat>, before: Moment) -> Result<Option<(Report, Session)>> {
    conn.find(
        &format!(
            "SELECT {REPORT}, {SESSION} FROM mandate_report m JOIN outside_session x ON x.id = m.session_id WHERE m.seat_id = :seat AND m.state = 'filed' AND x.starts_at < :before AND {{visible:m}} \
             ORDER BY x.starts_at DESC, m.id DESC LIMIT 1"
        ),
        mine(actor, args! { seat: seat, before: before }),
        |r| Ok((report(r)?, session(r, REPORT_WIDTH)?)),
    )
}

/// Reports of some seats, the latest due first, for the delegation.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_seats(conn: &Conn, actor: &Actor, seats: &[Id<Seat>], most: i64) -> Result<Vec<(Report, Session)>> {
    conn.all(
        &format!(
            "SELECT {REPORT}, {SESSION} FROM mandate_report m JOIN outside_session x ON x.id = m.session_id WHERE m.seat_id IN (:seats*) AND {{visible:m}} ORDER BY m.due_day DESC, m.id DESC LIMIT :most"
        ),
        mine(actor, args! { seats: seats, most: most }),
        |r| Ok((report(r)?, session(r, REPORT_WIDTH)?)),
    )
}

/// A report that is missing, as far as those who lead the senders need: which sitting, since when due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// The seat.
    pub seat: Id<Seat>,
    /// The delegation.
    pub delegation: Id<Occupancy>,
    /// The sitting.
    pub session: Session,
    /// When it was due.
    pub due: Day,
}

/// Reports some bodies wait for whose day is over, longest first. It says that one is missing, and no word of it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_overdue(conn: &Conn, senders: &[Id<Body>], today: Day) -> Result<Vec<Missing>> {
    conn.all(
        &format!(
            "SELECT m.seat_id, m.occupancy_id, m.due_day, {SESSION} FROM mandate_report m JOIN outside_session x ON x.id = m.session_id \
             WHERE m.body_id IN (:senders*) AND m.state IN ('open', 'draft') AND m.due_day < :today AND NOT x.called_off AND x.starts_at <= :now ORDER BY m.due_day, m.id"
        ),
        args! { senders: senders, today: today, now: conn.now() },
        |r| Ok(Missing { seat: r.get(0)?, delegation: r.get(1)?, due: r.get(2)?, session: session(r, 3)? }),
    )
}

/// Reports that are missing of sittings that are over, for the daily jobs.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn, since: Moment) -> Result<Vec<Waiting>> {
    conn.all(
        &format!(
            "SELECT {REPORT}, {SESSION}, m.reminded, m.asked_at FROM mandate_report m JOIN outside_session x ON x.id = m.session_id \
             WHERE m.state IN ('open', 'draft') AND NOT x.called_off AND x.starts_at >= :since AND x.starts_at <= :now ORDER BY m.due_day, m.id"
        ),
        args! { since: since, now: conn.now() },
        |r| {
            Ok(Waiting {
                report: report(r)?,
                session: session(r, REPORT_WIDTH)?,
                reminded: r.get(REPORT_WIDTH + WIDTH)?,
                asked: r.get::<Option<Moment>>(REPORT_WIDTH + WIDTH + 1)?.is_some(),
            })
        },
    )
}

/// Opens the report of a delegation on a sitting, once for each seat.
pub fn insert_report(tx: &Tx<'_>, id: Id<Report>, of: &Delegation, session: Id<Session>, due: Day) -> Result<bool> {
    let made = tx.exec(
        "INSERT INTO mandate_report (id, session_id, seat_id, occupancy_id, network_id, body_id, due_day, state) VALUES (:id, :session, :seat, :occupancy, :network, :body, :due, 'open') ON CONFLICT DO NOTHING",
        args! { id: id, session: session, seat: of.seat, occupancy: of.id, network: of.network, body: of.sender, due: due },
    )?;
    Ok(made > 0)
}

/// Writes what she wrote, handed in or as a draft.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version, or was handed in meanwhile.
pub fn save_text(tx: &Tx<'_>, it: &Report, text: &ReportText, state: ReportState, by: Option<i64>) -> Result<()> {
    let filed = (state == ReportState::Filed).then(|| tx.now());
    let opened = filed.filter(|_| !text.opened().is_empty());
    tx.exec_one(
        "UPDATE mandate_report SET state = :state, subject = :subject, decided = :decided, contributed = :contributed, effects = :effects, confidential = :confidential, passes = :passes, \
         opens = :opens, opened_at = :opened, person_id = :by, filed_at = :filed, version = version + 1 WHERE id = :id AND version = :version AND state <> 'filed'",
        args! {
            state: state, subject: &text.subject, decided: &text.decided, contributed: &text.contributed, effects: &text.effects, confidential: &text.confidential,
            passes: stored(&text.passes), opens: stored(&text.opens), opened: opened, by: by, filed: filed, id: it.id, version: it.version,
        },
    )
}

/// Notes that whoever is sent cannot come.
pub fn save_away(tx: &Tx<'_>, id: Id<Report>) -> Result<()> {
    tx.exec("UPDATE mandate_report SET away_at = :now WHERE id = :id", args! { now: tx.now(), id: id }).map(drop)
}

/// Another day on which reports of a sitting are due: it was moved.
pub fn save_due(tx: &Tx<'_>, session: Id<Session>, seat: Id<Seat>, due: Day) -> Result<()> {
    tx.exec(
        "UPDATE mandate_report SET due_day = :due WHERE session_id = :session AND seat_id = :seat AND state <> 'filed'",
        args! { due: due, session: session, seat: seat },
    )
    .map(drop)
}

/// Notes that the task of a report was left.
pub fn save_asked(tx: &Tx<'_>, id: Id<Report>) -> Result<()> {
    tx.exec("UPDATE mandate_report SET asked_at = :now WHERE id = :id", args! { now: tx.now(), id: id }).map(drop)
}

/// Notes how far a report was brought to mind.
pub fn save_reminded(tx: &Tx<'_>, id: Id<Report>, step: i64) -> Result<()> {
    tx.exec("UPDATE mandate_report SET reminded = :step WHERE id = :id", args! { step: step, id: id }).map(drop)
}

/// Lets a report rise to a body, once.
pub fn insert_reach(tx: &Tx<'_>, of: &Report, reach: &Reach) -> Result<bool> {
    let made = tx.exec(
        "INSERT INTO report_reach (report_id, network_id, body_id, seat_id, hop, risen_at) VALUES (:report, :network, :body, :seat, :hop, :now) ON CONFLICT DO NOTHING",
        args! { report: of.id, network: reach.network, body: reach.body, seat: of.seat, hop: reach.hop, now: tx.now() },
    )?;
    Ok(made > 0)
}

/// A report as it rose: the parts that do, and nothing else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Risen {
    /// The report.
    pub id: Id<Report>,
    /// The seat.
    pub seat: Id<Seat>,
    /// The body that sent.
    pub sender: Id<Body>,
    /// The sitting.
    pub session: Session,
    /// The parts that rise.
    pub text: ReportText,
    /// When it rose.
    pub at: Moment,
    /// When what rose was put right last.
    pub corrected: Option<Moment>,
}

const RISEN: &str =
    "m.id, m.seat_id, m.body_id, m.subject, m.decided, m.contributed, m.effects, m.passes, h.risen_at, h.corrected_at";

/// Reads a report as it rose.
fn risen(r: &Row<'_>) -> Result<Risen> {
    let passes = parts(&r.get::<String>(7)?);
    Ok(Risen {
        id: r.get(0)?,
        seat: r.get(1)?,
        sender: r.get(2)?,
        text: ReportText { passes: passes.clone(), ..partly(r, 3, &passes)? },
        at: r.get(8)?,
        corrected: r.get(9)?,
        session: session(r, 10)?,
    })
}

const ROSE: &str = "FROM report_reach h JOIN mandate_report m ON m.id = h.report_id AND m.state = 'filed' JOIN outside_session x ON x.id = m.session_id";

/// A report as it rose to a body the reader sits in.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_risen(conn: &Conn, actor: &Actor, id: Id<Report>) -> Result<Risen> {
    conn.find(
        &format!("SELECT {RISEN}, {SESSION} {ROSE} WHERE h.report_id = :id AND {{visible:h}} ORDER BY h.hop LIMIT 1"),
        mine(actor, args! { id: id }),
        risen,
    )?
    .ok_or(kernel::Error::NotFound)
}

/// Reports that rose to some bodies since a moment, the latest first, each once, as far as the reader sits there.
///
/// # Errors
/// When the database cannot be read.
pub fn list_risen(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], since: Moment) -> Result<Vec<Risen>> {
    let mut all = conn.all(
        &format!(
            "SELECT {RISEN}, {SESSION} {ROSE} WHERE h.body_id IN (:bodies*) AND h.risen_at >= :since AND {{visible:h}} ORDER BY h.risen_at DESC, m.id DESC, h.hop"
        ),
        mine(actor, args! { bodies: bodies, since: since }),
        risen,
    )?;
    // Once for each person, however many of her bodies it rose to.
    all.dedup_by_key(|it| it.id);
    Ok(all)
}

/// A report on a sitting: the seat, the report, and when the sitting was.
pub type Last = (Id<Seat>, Id<Report>, Moment);

/// The last report of each of some seats on a sitting before a moment, as far as the reader may see it in full or as it rose:
/// seat, report, and when the sitting was.
///
/// # Errors
/// When the database cannot be read.
pub fn list_last(conn: &Conn, actor: &Actor, seats: &[Id<Seat>], before: Moment) -> Result<Vec<Last>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT m.seat_id, m.id, x.starts_at FROM mandate_report m JOIN outside_session x ON x.id = m.session_id WHERE m.seat_id IN (:seats*) AND m.state = 'filed' AND x.starts_at < :before AND {visible:m} \
         UNION SELECT m.seat_id, m.id, x.starts_at FROM mandate_report m JOIN outside_session x ON x.id = m.session_id JOIN report_reach h ON h.report_id = m.id WHERE m.seat_id IN (:seats*) AND m.state = 'filed' AND x.starts_at < :before AND {visible:h} ORDER BY 1, 3 DESC, 2 DESC";
    let mut all =
        conn.all(sql, mine(actor, args! { seats: seats, before: before }), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    all.dedup_by_key(|(seat, ..)| *seat);
    Ok(all)
}

/// A report on a sitting that was handed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FiledOn {
    /// Its number.
    pub id: Id<Report>,
    /// The sitting.
    pub session: Id<Session>,
    /// The seat.
    pub seat: Id<Seat>,
    /// When what the reader may see of it was put right last.
    pub corrected: Option<Moment>,
}

/// The reports on some sittings the reader may see in full or as they rose, each once.
///
/// # Errors
/// When the database cannot be read.
pub fn list_filed_on(conn: &Conn, actor: &Actor, sessions: &[Id<Session>]) -> Result<Vec<FiledOn>> {
    if sessions.is_empty() {
        return Ok(Vec::new());
    }
    let of = "m.session_id IN (:sessions*) AND m.state = 'filed'";
    let mut all = conn.all(
        &format!(
            "SELECT m.id, m.session_id, m.seat_id, m.corrected_at, 0 FROM mandate_report m WHERE {of} AND {{visible:m}} \
             UNION SELECT m.id, m.session_id, m.seat_id, h.corrected_at, h.hop FROM mandate_report m JOIN report_reach h ON h.report_id = m.id WHERE {of} AND {{visible:h}} ORDER BY 1, 5"
        ),
        mine(actor, args! { sessions: sessions }),
        |r| Ok(FiledOn { id: r.get(0)?, session: r.get(1)?, seat: r.get(2)?, corrected: r.get(3)? }),
    )?;
    all.dedup_by_key(|it| it.id);
    Ok(all)
}

/// Those of the given numbers the reader may see in full or as they rose: with their sitting.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<(Id<Report>, Session)>> {
    let sql = format!(
        "SELECT m.id, {SESSION} FROM mandate_report m JOIN outside_session x ON x.id = m.session_id WHERE m.id IN (:ids*) AND m.state = 'filed' AND {{visible:m}} \
         UNION SELECT m.id, {SESSION} {ROSE} WHERE h.report_id IN (:ids*) AND {{visible:h}}"
    );
    conn.all(&sql, mine(actor, args! { ids: ids }), |r| Ok((r.get(0)?, session(r, 1)?)))
}

/// Every number of a report that was handed in.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM mandate_report WHERE state = 'filed' ORDER BY id", args! {}, |r| r.get(0))
}
