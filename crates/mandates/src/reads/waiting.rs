//! What waits for somebody: her delegations, and the reports she owes.

use db::Conn;
use kernel::{Day, Id, Result};
use networks::Seat;
use web::Viewer;

use crate::{
    Delegation, Report, ReportState, Session,
    reads::stance,
    rules::{BACK_DAYS, due_day},
    store,
};

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

/// A report somebody owes, or handed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// The delegation.
    pub delegation: Delegation,
    /// The sitting.
    pub session: Session,
    /// The last day that is in time.
    pub due: Day,
    /// What was begun, if anything.
    pub report: Option<Report>,
}

impl Due {
    /// Whether its day is over and it was not handed in.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.due < today && self.report.as_ref().is_none_or(|it| it.state != ReportState::Filed)
    }
}

/// The reports on those delegations: those she owes, the longest due first, and those handed in, the latest first. A sitting
/// that is over counts at once, before the job of the night opens its report. Whoever stands in owes none while the one who is
/// sent goes herself. Two statements, none without delegations.
///
/// # Errors
/// When the database cannot be read.
pub fn due(conn: &Conn, viewer: &Viewer, mine: &[Delegation]) -> Result<(Vec<Due>, Vec<Due>)> {
    if mine.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let seats: Vec<Id<Seat>> = mine.iter().map(|it| it.seat).collect();
    let found = store::reports::list_of_seats(conn, &viewer.actor, &seats, MOST)?;
    let begun = found.into_iter().filter_map(|(report, session)| {
        let delegation = mine.iter().find(|it| it.seat == report.seat)?.clone();
        Some(Due { delegation, session, due: report.due, report: Some(report) })
    });
    let mut all: Vec<Due> = begun.filter(|it| !it.session.called_off && it.session.starts_at <= viewer.now).collect();
    let receivers: Vec<_> = mine.iter().map(|it| it.receiver).collect();
    let sides: Vec<_> = mine.iter().map(|it| it.network).collect();
    let span = (viewer.today.plus_days(-BACK_DAYS).at(0, 0), viewer.now);
    for session in store::sessions::list_of_side(conn, &receivers, &sides, span)? {
        let sent = |it: &&Delegation| {
            (it.receiver, it.network) == (session.receiver, session.network) && it.holds_on(session.day())
        };
        for it in mine.iter().filter(sent).filter(|_| !session.called_off) {
            if !all.iter().any(|known| (known.session.id, known.delegation.seat) == (session.id, it.seat)) {
                let due = due_day(session.day(), it.detail.report_days);
                all.push(Due { delegation: it.clone(), session: session.clone(), due, report: None });
            }
        }
    }
    let sits = |it: &Due| {
        let seat = it.delegation.seat.raw();
        viewer.actor.sits.iter().any(|s| s.seat == seat && !s.substitute)
    };
    let away = |it: &Due| it.delegation.rests() || it.report.as_ref().is_some_and(|report| report.away_at.is_some());
    let filed = |it: &Due| it.report.as_ref().is_some_and(|report| report.state == ReportState::Filed);
    let (filed, mut open): (Vec<Due>, Vec<Due>) = all.into_iter().partition(filed);
    open.retain(|it| sits(it) != away(it));
    open.sort_by_key(|it| (it.due, it.session.id.raw()));
    Ok((open, filed))
}
