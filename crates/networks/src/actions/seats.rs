//! Making and ending seats.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result};
use people::rules::Check;

use super::{body_event, keeps, seat_event, steps::not_last_admin};
use crate::{
    Body, NewSeat, Seat, rules,
    store::{bodies, occupancies, seats},
};

/// Adds a seat to a body.
///
/// # Errors
/// As [`add_seats`].
pub fn add_seat(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewSeat) -> Result<Id<Seat>> {
    let ids = add_seats(tx, by, body, std::slice::from_ref(new))?;
    ids.first().copied().ok_or(Error::NotFound)
}

/// Adds seats to a body, numbered on from the greatest number there is unless they bring one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who keep its membership; [`Error::Form`].
pub fn add_seats(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &[NewSeat]) -> Result<Vec<Id<Seat>>> {
    let body = bodies::find_body_of_roster(tx, by, body)?;
    keeps(by, &body)?;
    let mut next = seats::greatest_number(tx, body.id)?;
    let mut ids = Vec::with_capacity(new.len());
    for seat in new {
        let mut check = Check::new();
        let seat = rules::check_seat(&mut check, seat, &body);
        check.done()?;
        if let Some(source) = seat.source_body {
            bodies::find_body(tx, by, source)?;
        }
        if let Some(territory) = seat.source_territory {
            people::find_territory(tx, territory)?;
        }
        let number = match seat.number {
            Some(given) if seats::is_number_taken(tx, body.id, given)? => {
                return Err(Error::field(
                    "number",
                    Reason::new("Diese Nummer hat schon ein anderer Sitz.", "Another seat has this number already."),
                ));
            }
            Some(given) => given,
            None => next + 1,
        };
        next = next.max(number);
        let id = tx.id();
        seats::insert_seat(tx, id, body.id, number, &seat)?;
        ids.push(id);
    }
    if !ids.is_empty() {
        let event = ids.iter().fold(body_event("seats.added", &body, by).within(body.roster_scope()), |e, id| {
            e.touching(kernel::Subject::new("seat", id.raw()))
        });
        tx.emit(event);
    }
    Ok(ids)
}

/// Gives up a seat from a day on; whoever sits there sits there no longer.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `until`; [`Error::Rule`] for the last seat that keeps
/// the network's membership.
pub fn end_seat(tx: &Tx<'_>, by: &Actor, id: Id<Seat>, until: Day) -> Result<()> {
    let (seat, body) = seats::find_seat(tx, by, id)?;
    keeps(by, &body)?;
    people::rules::ended(seat.term, until).map_err(|reason| Error::field("until", reason))?;
    not_last_admin(tx, &seat, &body, until)?;
    let begun_later = occupancies::occupancies_of(tx, id)?.iter().any(|o| o.term.from >= until);
    if begun_later {
        return Err(Error::field(
            "until",
            Reason::new("Der Sitz wird später noch einmal besetzt.", "The seat is filled again later."),
        ));
    }
    occupancies::end_all_on(tx, id, until)?;
    seats::save_seat_end(tx, id, until)?;
    tx.emit(seat_event("seat.ended", id, &body, by));
    Ok(())
}
