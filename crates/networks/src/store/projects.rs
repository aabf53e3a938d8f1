//! Project groups: what hangs on their body. What they cost is decided by who asks, after reading.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Result};
use rights::{Action, Kind};

use super::{
    bodies::{BODY, BODY_WIDTH, body},
    occupancies::{OCCUPANCY, occupancy},
    pages,
};
use crate::{Body, Fraction, NewPartner, Occupancy, Partner, PartnerName, Project, Report, Share};

/// What a body is charged with; nothing as long as nobody saved anything.
///
/// # Errors
/// When the database cannot be read.
pub fn project_of(conn: &Conn, body: Id<Body>) -> Result<Project> {
    let found = conn.find(
        "SELECT p.charge, p.due_day, p.total_cents, p.version FROM project p WHERE p.body_id = :body",
        args! { body: body },
        |r| Ok(Project { charge: r.get(0)?, due: r.get(1)?, total: r.get(2)?, version: r.get(3)? }),
    )?;
    Ok(found.unwrap_or_default())
}

/// Saves it over the version that was read.
///
/// # Errors
/// [`kernel::Error::Stale`] when somebody changed it meanwhile.
pub fn save_project(tx: &Tx<'_>, body: Id<Body>, project: &Project) -> Result<()> {
    tx.exec_one(
        "INSERT INTO project (body_id, charge, due_day, total_cents) VALUES (:body, :charge, :due, :total) \
         ON CONFLICT (body_id) DO UPDATE SET charge = :charge, due_day = :due, total_cents = :total, version = project.version + 1 WHERE project.version = :version",
        args! { body: body, charge: &project.charge, due: project.due, total: project.total, version: project.version },
    )
}

fn partner(r: &Row<'_>) -> Result<Partner> {
    let name = match r.get(1)? {
        Some(id) => PartnerName::Organisation(id),
        None => PartnerName::Outside(r.get(2)?),
    };
    let part = r.get::<Option<i64>>(4)?.zip(r.get::<Option<i64>>(5)?);
    let share = match (r.get::<Option<i64>>(3)?, part) {
        (Some(cents), _) => Some(Share::Cents(cents)),
        (_, Some((numerator, denominator))) => Some(Share::Part(Fraction { numerator, denominator })),
        _ => None,
    };
    Ok(Partner { id: r.get(0)?, name, share })
}

/// Who carries a body, in the order entered.
///
/// # Errors
/// When the database cannot be read.
pub fn list_partners(conn: &Conn, body: Id<Body>) -> Result<Vec<Partner>> {
    conn.all(
        "SELECT q.id, q.organisation_id, q.name, q.cents, q.numerator, q.denominator FROM project_partner q WHERE q.body_id = :body ORDER BY q.id",
        args! { body: body },
        partner,
    )
}

pub fn delete_partners(tx: &Tx<'_>, body: Id<Body>) -> Result<()> {
    tx.exec("DELETE FROM project_partner WHERE body_id = :body", args! { body: body }).map(drop)
}

pub fn insert_partner(tx: &Tx<'_>, body: Id<Body>, new: &NewPartner) -> Result<()> {
    let id = tx.id::<Partner>();
    let (organisation, name) = match &new.name {
        PartnerName::Organisation(id) => (Some(*id), ""),
        PartnerName::Outside(name) => (None, name.as_str()),
    };
    let (cents, part) = match new.share {
        Some(Share::Cents(cents)) => (Some(cents), None),
        Some(Share::Part(part)) => (None, Some(part)),
        None => (None, None),
    };
    tx.exec(
        "INSERT INTO project_partner (id, body_id, organisation_id, name, cents, numerator, denominator) VALUES (:id, :body, :organisation, :name, :cents, :numerator, :denominator)",
        args! { id: id, body: body, organisation: organisation, name: name, cents: cents, numerator: part.map(|p| p.numerator), denominator: part.map(|p| p.denominator) },
    )
    .map(drop)
}

/// The report of a body, draft or not.
///
/// # Errors
/// When the database cannot be read.
pub fn report_of(conn: &Conn, body: Id<Body>) -> Result<Option<Report>> {
    conn.find(
        "SELECT q.aim, q.deeds, q.result, q.remains, q.advice, q.whole, q.closed_at FROM project_report q WHERE q.body_id = :body",
        args! { body: body },
        |r| {
            Ok(Report {
                aim: r.get(0)?,
                deeds: r.get(1)?,
                result: r.get(2)?,
                remains: r.get(3)?,
                advice: r.get(4)?,
                whole: r.get(5)?,
                closed: r.get(6)?,
            })
        },
    )
}

/// Saves a draft, or closes with it. What is closed stays as it is.
///
/// # Errors
/// [`kernel::Error::Stale`] when the group closed meanwhile.
pub fn save_report(tx: &Tx<'_>, body: Id<Body>, report: &Report) -> Result<()> {
    tx.exec_one(
        "INSERT INTO project_report (body_id, aim, deeds, result, remains, advice, whole, closed_at) VALUES (:body, :aim, :deeds, :result, :remains, :advice, :whole, :closed) \
         ON CONFLICT (body_id) DO UPDATE SET aim = :aim, deeds = :deeds, result = :result, remains = :remains, advice = :advice, whole = :whole, closed_at = :closed \
         WHERE project_report.closed_at IS NULL",
        args! { body: body, aim: &report.aim, deeds: &report.deeds, result: &report.result, remains: &report.remains, advice: &report.advice, whole: &report.whole, closed: report.closed },
    )
}

/// Those of a network's project groups that closed with a report and are over on a day, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_closed(conn: &Conn, actor: &Actor, network: Id<Body>, day: Day) -> Result<Vec<Body>> {
    let sql = format!(
        "SELECT {BODY} FROM body b JOIN project_report q ON q.body_id = b.id WHERE b.network_id = :network AND {{visible:b}} AND q.closed_at IS NOT NULL AND b.until_day <= :day ORDER BY b.until_day DESC, b.sort_name, b.id"
    );
    conn.all(&sql, pages(actor, args! { network: network, day: day }), |r| body(r, 0))
}

/// Project groups this actor may change that have no report though their planned end comes by a day; with that end.
///
/// # Errors
/// When the database cannot be read.
pub fn list_due(conn: &Conn, actor: &Actor, near: Day) -> Result<Vec<(Body, Day)>> {
    let sql = format!(
        "SELECT {BODY}, p.due_day FROM project p JOIN body b ON b.id = p.body_id WHERE p.due_day <= :near AND {{visible:b}} \
         AND NOT EXISTS (SELECT 1 FROM project_report q WHERE q.body_id = p.body_id AND q.closed_at IS NOT NULL) ORDER BY p.due_day, b.id"
    );
    let args = args! { near: near }.visible(rights::condition(actor, Kind::Body, Action::Edit));
    conn.all(&sql, args, |r| Ok((body(r, 0)?, r.get(BODY_WIDTH)?)))
}

/// Which of these bodies somebody leads on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_led(conn: &Conn, bodies: &[Id<Body>], day: Day) -> Result<Vec<Id<Body>>> {
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT v.body_id FROM sits v WHERE v.body_id IN (:bodies*) AND v.office IN ('chair', 'speaker', 'secretary') AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.body_id",
        args! { bodies: bodies, day: day },
        |r| r.get(0),
    )
}

/// Who has a seat of a body on a day or later, or is asked for one: for the events of its end.
pub fn list_open_occupancies(conn: &Conn, body: Id<Body>, day: Day) -> Result<Vec<Occupancy>> {
    let sql = format!(
        "SELECT {OCCUPANCY} FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :body AND o.until_day > :day AND o.status <> 'refused' ORDER BY o.id"
    );
    conn.all(&sql, args! { body: body, day: day }, |r| occupancy(r, 0))
}

/// Everybody leaves on the day; what would begin later, or was only asked, never comes to be.
pub fn end_occupancies(tx: &Tx<'_>, body: Id<Body>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE occupancy SET status = 'refused' WHERE seat_id IN (SELECT id FROM seat WHERE body_id = :body) AND until_day > :day AND (from_day >= :day OR status NOT IN ('confirmed', 'suspended'))",
        args! { body: body, day: day },
    )?;
    tx.exec(
        "UPDATE occupancy SET until_day = :day, end_reason = 'abolished' WHERE seat_id IN (SELECT id FROM seat WHERE body_id = :body) AND from_day < :day AND until_day > :day AND status <> 'refused'",
        args! { body: body, day: day },
    )
    .map(drop)
}

pub fn end_seats(tx: &Tx<'_>, body: Id<Body>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE seat SET until_day = :day WHERE body_id = :body AND from_day < :day AND until_day > :day",
        args! { body: body, day: day },
    )
    .map(drop)
}

pub fn end_substitutes(tx: &Tx<'_>, body: Id<Body>, day: Day) -> Result<()> {
    tx.exec("DELETE FROM substitute WHERE body_id = :body AND from_day >= :day", args! { body: body, day: day })?;
    tx.exec(
        "UPDATE substitute SET until_day = :day WHERE body_id = :body AND until_day > :day",
        args! { body: body, day: day },
    )
    .map(drop)
}
