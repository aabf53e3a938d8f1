//! Leaving at a day, taking it back until then, and looking at what it leaves open.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result, Scope, Term};

use super::{rule as refused, steward};
use crate::{
    Body, EndReason, Leaving, NewOccupancy, NewSeat, Occupancy, Occupant, Seat, SeatKind, Status,
    rules::{self, Happening, Outcome, SeatRules, what_happens},
    store::{
        joining::{leavings, rule_of},
        occupancies,
    },
};

/// A seat in another body of the network, and what leaving does to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOpen {
    /// Who has it.
    pub occupancy: Occupancy,
    /// The seat.
    pub seat: Seat,
    /// Its body.
    pub body: Body,
    /// Whether what it rested on is gone.
    pub ends: bool,
}

/// Leaves a network: a person her own seat, the first contact that of her organisation. Until the day it can be taken
/// back. Quietly means that others read of it nowhere: lists are without her from that day on.
///
/// The seat of a post stays the post's: whoever holds it takes no part from that day on, and the seat rests.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers; [`Error::Form`] on `until` before notice and year allow it;
/// [`Error::Rule`] for a seat ex officio, for the last who keeps the membership, or when it is announced already.
pub fn leave_member(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, until: Day, quiet: bool) -> Result<Id<Leaving>> {
    let (row, seat, body) = occupancies::find_occupancy(tx, by, id)?;
    let person = by.person.ok_or(Error::NotFound)?;
    if leavings::find_leaving_of(tx, id)?.is_some() {
        return Err(refused("Der Austritt ist schon angekündigt.", "The leaving is announced already."));
    }
    let rule = rule_of(tx, body.id)?;
    let earliest = rules::earliest_leaving(tx.today(), rule.notice_months, rule.year_end);
    if until < earliest || (rule.year_end && rules::earliest_leaving(until, 0, true) != until) {
        return Err(Error::field(
            "until",
            Reason::new(
                format!("Der letzte Tag ist frühestens {}.", i18n::day_medium(kernel::Lang::De, earliest.previous())),
                format!("The last day is {} at the earliest.", i18n::day_medium(kernel::Lang::En, earliest.previous())),
            ),
        ));
    }
    let by_post = matches!(row.occupant, Occupant::Post(_));
    if by_post {
        rest(tx, by, (&row, &seat, &body), until)?;
    } else {
        super::super::steps::leave_with(tx, by, id, until, quiet.then(|| Scope::own(person)))?;
    }
    let new = Leaving {
        id: tx.id(),
        occupancy: id,
        person: Id::new(person),
        until,
        was_until: row.term.until,
        // That a seat rests is seen by everybody who sees it.
        quiet: quiet && !by_post,
        // Where nothing stays open, there is nothing to look at.
        reviewed: left_open(tx, &row, &body, tx.today())?.is_empty(),
    };
    leavings::insert_leaving(tx, &new, row.end_reason)?;
    Ok(new.id)
}

/// The seat of her post rests from a day on.
fn rest(tx: &Tx<'_>, by: &Actor, (row, seat, body): (&Occupancy, &Seat, &Body), until: Day) -> Result<()> {
    if !super::super::steps::is_hers(tx, by, row)? || row.status != Status::Confirmed {
        return Err(Error::NotFound);
    }
    people::rules::ended(row.term, until).map_err(|reason| Error::field("until", reason))?;
    super::super::steps::not_last_admin(tx, seat, body, until)?;
    let term = Term { from: until, until: row.term.until };
    occupancies::save_until(tx, row.id, until)?;
    occupancies::insert_occupancy(tx, &Occupancy { id: tx.id(), status: Status::Suspended, term, ..row.clone() })?;
    tx.emit(super::super::occupant_event("seat.suspended", row, body, by));
    Ok(())
}

/// Takes a leaving back.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers; [`Error::Rule`] from its day on.
pub fn stay_member(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    let (row, _, body) = occupancies::find_occupancy(tx, by, id)?;
    let leaving = leavings::find_leaving_of(tx, id)?.ok_or(Error::NotFound)?;
    if !super::super::steps::is_hers(tx, by, &row)? {
        return Err(Error::NotFound);
    }
    if leaving.until <= tx.today() {
        return Err(refused("Der Austritt gilt schon.", "The leaving is in force already."));
    }
    // What the keepers ended with it stands again, too; a seat as guest that would have begun is theirs to give up.
    for with in leavings::list_with(tx, &leaving, body.network)? {
        leavings::save_stay(tx, &with)?;
        leavings::delete_leaving(tx, with.id)?;
    }
    if matches!(row.occupant, Occupant::Post(_)) {
        let all = occupancies::occupancies_of(tx, row.seat)?;
        let rests = |o: &&Occupancy| o.term.from == leaving.until && o.status == Status::Suspended;
        let ahead = all.iter().find(rests).ok_or(Error::Stale)?;
        occupancies::delete_ahead(tx, ahead.id)?;
        occupancies::save_until(tx, row.id, leaving.was_until)?;
    } else {
        leavings::save_stay(tx, &leaving)?;
    }
    leavings::delete_leaving(tx, leaving.id)?;
    let event = super::super::occupant_event("seat.kept", &row, &body, by);
    tx.emit(if leaving.quiet { event.within(Scope::own(leaving.person.raw())) } else { event });
    Ok(())
}

/// What leaving leaves open in the other bodies of a network.
///
/// # Errors
/// When the database cannot be read.
pub fn left_open(conn: &db::Conn, row: &Occupancy, body: &Body, day: Day) -> Result<Vec<LeftOpen>> {
    // Whoever leaves one body of a network still belongs to the network.
    if !body.is_network() {
        return Ok(Vec::new());
    }
    let who = match row.occupant {
        Occupant::Person { id, .. } => (Some(id.raw()), None),
        Occupant::Organisation(id) => (None, Some(id.raw())),
        Occupant::Post(_) | Occupant::Seat(_) => return Ok(Vec::new()),
    };
    let found = leavings::list_elsewhere(conn, body.network, who, day)?;
    Ok(found
        .into_iter()
        .map(|(occupancy, seat, body)| {
            let own = SeatRules { eligibility: seat.eligibility, ..SeatRules::default() };
            let outcome = what_happens(Happening::MemberLeaves, seat.kind, &own);
            // A guest belongs nowhere, and an open body asks for no membership.
            let closed = seat.kind != SeatKind::Guest && !body.open_to_non_members;
            let ends = matches!(outcome, Outcome::Ends(_)) || closed;
            LeftOpen { occupancy, seat, body, ends }
        })
        .collect())
}

/// Decides on the seats a leaving leaves open: each ends with the membership, or goes on as guest.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who keep the membership; as [`super::super::end_occupancy`].
pub fn review_leaving(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Leaving>,
    guests: &[Id<Occupancy>],
    kept: &[Id<Occupancy>],
) -> Result<()> {
    let (leaving, row, _, body) = leavings::find_leaving(tx, by, id)?;
    super::super::keeps(by, &body)?;
    if leaving.reviewed {
        return Err(refused("Darüber ist schon entschieden.", "This is decided already."));
    }
    // On the day itself the seats are those of the day before.
    let day = tx.today().min(leaving.until.previous());
    let acting = steward(&body, by.person);
    for open in left_open(tx, &row, &body, day)? {
        if kept.contains(&open.occupancy.id) {
            continue;
        }
        let until = leaving.until;
        if open.occupancy.term.until > until {
            let here = steward(&open.body, by.person);
            let told = leaving.quiet.then(|| Scope::own(leaving.person.raw()));
            super::super::steps::end_because(tx, &here, open.occupancy.id, until, EndReason::Eligibility, told)?;
            let with = Leaving {
                id: tx.id(),
                occupancy: open.occupancy.id,
                was_until: open.occupancy.term.until,
                until,
                reviewed: true,
                ..leaving.clone()
            };
            leavings::insert_leaving(tx, &with, open.occupancy.end_reason)?;
        }
        if guests.contains(&open.occupancy.id) {
            let here = steward(&open.body, by.person);
            let seat = super::super::add_seat(tx, &here, open.body.id, &NewSeat::new(SeatKind::Guest, until))?;
            let guest = match open.occupancy.occupant {
                Occupant::Person { id, .. } => Occupant::person(id),
                other => other,
            };
            super::super::occupy::seat_known(tx, &here, &NewOccupancy::new(seat, guest, until))?;
        }
    }
    leavings::save_reviewed(tx, leaving.id)?;
    tx.emit(
        super::super::occupant_event("leaving.reviewed", &row, &body, &acting).within(Scope::own(leaving.person.raw())),
    );
    Ok(())
}
