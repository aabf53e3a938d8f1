//! What waits for somebody: her delegations, and the reports she owes.

use db::Conn;
use kernel::{Id, Result};
use networks::Seat;
use web::Viewer;

use crate::{Delegation, Report, ReportState, Session, reads::stance, store};

/// How many reports a list shows.
const MOST: i64 = 60;

/// The delegations of the seats the viewer sits on or stands in for. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn mine(conn: &Conn, viewer: &Viewer) -> Result<Vec<Delegation>> {
    let seats: Vec<Id<Seat>> = viewer.actor.seats().into_iter().map(Id::new).collect();
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let mut all = store::delegations::list_on_seats(conn, &seats, viewer.today)?;
    all.retain(|it| it.holds_on(viewer.today) && stance(&viewer.actor, it, None).acts);
    Ok(all)
}

/// A report somebody owes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// The delegation.
    pub delegation: Delegation,
    /// The sitting.
    pub session: Session,
    /// What was begun, if anything.
    pub report: Report,
}

/// The reports on those delegations, handed in or not, the latest due first. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn due(conn: &Conn, viewer: &Viewer, mine: &[Delegation]) -> Result<(Vec<Due>, Vec<Due>)> {
    let seats: Vec<Id<Seat>> = mine.iter().map(|it| it.seat).collect();
    if seats.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let found = store::reports::list_of_seats(conn, &viewer.actor, &seats, MOST)?;
    let all = found.into_iter().filter_map(|(report, session)| {
        let delegation = mine.iter().find(|it| it.seat == report.seat)?.clone();
        Some(Due { delegation, session, report })
    });
    let all: Vec<Due> = all.filter(|it| !it.session.called_off && it.session.starts_at <= viewer.now).collect();
    let (mut open, filed): (Vec<Due>, Vec<Due>) = all.into_iter().partition(|it| it.report.state != ReportState::Filed);
    open.reverse();
    Ok((open, filed))
}
