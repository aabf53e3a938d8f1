//! One seat, and who sat there through the years.

use db::Conn;
use kernel::{Actor, Day, Id, Result, Term};
use people::{Organisation, TitleForm};

use super::roster::{assembled, persons, sitter};
use crate::{
    Body, Names, Period, RosterSeat, Seat, Status,
    rules::Place,
    store::{
        history::{PeriodRow, list_periods_of_organisation, list_periods_of_seat},
        roster::{list_sitting_on, list_substitutes},
        seats::find_seat,
    },
};

/// A seat with its body, who sits there on a day, and who did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeatPage {
    /// The seat.
    pub seat: Seat,
    /// Its body.
    pub body: Body,
    /// How it stands on the day; `None` where the seat is not there on that day.
    pub now: Option<RosterSeat>,
    /// Everybody who sat there, the latest first.
    pub history: Vec<Period>,
}

/// Everything about a seat. Six statements.
///
/// # Errors
/// [`kernel::Error::NotFound`] where the reader may not see who sits in its body.
pub fn seat_page(conn: &Conn, actor: &Actor, id: Id<Seat>, day: Day, soon: Day) -> Result<SeatPage> {
    let (seat, body) = find_seat(conn, actor, id)?;
    let rows = list_sitting_on(conn, actor, &[id], day)?;
    let standing_in = list_substitutes(conn, actor, &[body.id], day)?;
    let names = Names::load(
        conn,
        actor,
        persons(&rows).chain(standing_in.iter().filter_map(|s| s.sitter.as_ref()).map(|s| s.person)),
    )?;
    let place = Place::from(&body);
    let mut now = assembled(rows, &names, actor, day, soon).into_iter().next();
    if let Some(now) = &mut now {
        let own = standing_in.into_iter().filter(|s| s.seat == Some(id) && !s.moves_up).filter_map(|s| s.sitter);
        now.substitutes = own.map(|s| sitter(s, &names, &place, actor.sits_in(body.id.raw()))).collect();
    }
    let history = seat_history(conn, actor, &body, id)?;
    Ok(SeatPage { seat, body, now, history })
}

/// Everybody who sat on a seat of the body, the latest first. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn seat_history(conn: &Conn, actor: &Actor, body: &Body, seat: Id<Seat>) -> Result<Vec<Period>> {
    periods(conn, actor, body, list_periods_of_seat(conn, actor, seat)?)
}

/// Who represented an organisation in a body within a period: "who represented Aachen in 2019?". Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn represented(
    conn: &Conn,
    actor: &Actor,
    body: &Body,
    organisation: Id<Organisation>,
    within: Term,
) -> Result<Vec<Period>> {
    let mut list = periods(conn, actor, body, list_periods_of_organisation(conn, actor, body.id, organisation)?)?;
    list.retain(|p| p.sat.overlaps(&within) && (p.who.is_some() || p.post.is_some() || p.organisation.is_some()));
    list.sort_by_key(|p| (p.number, p.sat.from));
    Ok(list)
}

fn periods(conn: &Conn, actor: &Actor, body: &Body, rows: Vec<PeriodRow>) -> Result<Vec<Period>> {
    let names = Names::load(conn, actor, rows.iter().filter_map(|r| r.person))?;
    let place = Place::from(body);
    let mut list: Vec<Period> = rows.into_iter().filter_map(|row| period(row, &names, &place)).collect();
    list.sort_by_key(|p| (std::cmp::Reverse(p.sat.from), p.number, p.who.as_ref().map(|w| names.order(w.id))));
    Ok(list)
}

fn period(row: PeriodRow, names: &Names<'_>, place: &Place) -> Option<Period> {
    let who = row.person.and_then(|p| names.in_place(p, place));
    let hidden = row.held.personal && who.is_none();
    let form = who.as_ref().map_or(TitleForm::Neutral, |w| w.form);
    Some(Period {
        seat: row.seat,
        number: row.number,
        occupancy: row.held.occupancy,
        capacity: row.person.map(|_| row.capacity),
        post: row.post.filter(|_| !hidden).map(|(id, titles)| (id, titles.in_form(form).to_owned())),
        organisation: row.organisation.filter(|_| !hidden),
        sat: row.sat?,
        grain: row.held.grain,
        term_end: row.held.term_end,
        rests: row.held.status == Status::Suspended,
        basis: row.held.basis,
        end_reason: row.end_reason,
        who,
    })
}
