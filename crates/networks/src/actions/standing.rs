//! Who speaks for organisations, and who stands in.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result, Subject, Term};
use people::rules::Check;

use super::{keeps, may_pick, seat_event};
use crate::{
    Body, Deputed, NewRepresentative, NewSubstitute, Occupant, Representative, Seat, Substitute,
    store::{bodies, occupancies, seats},
};

fn checked(rank: i64, from: Day, until: Day) -> Result<Term> {
    let mut check = Check::new();
    check.that((1..=99).contains(&rank), "rank", || {
        Reason::new("Bitte schreiben Sie eine Zahl von 1 bis 99.", "Please write a number from 1 to 99.")
    });
    let term = check.take("until", people::rules::term(from, until));
    check.done()?;
    term.ok_or(Error::NotFound)
}

fn exists(tx: &Tx<'_>, by: &Actor, who: Deputed) -> Result<Subject> {
    match who {
        Deputed::Post(id) => people::find_post(tx, id).map(|p| Subject::new("post", p.id.raw())),
        Deputed::Person(id) if may_pick(tx, by, id)? => Ok(Subject::new("person", id.raw())),
        Deputed::Person(_) => Err(Error::NotFound),
    }
}

/// Names who speaks for an organisation on its seat: first contact (rank 1) or second (rank 2).
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `rank`, `until`; [`Error::Rule`] when no organisation
/// holds the seat or somebody of that rank is named already.
pub fn name_representative(tx: &Tx<'_>, by: &Actor, new: &NewRepresentative) -> Result<Id<Representative>> {
    let (occupancy, seat, body) = occupancies::find_occupancy(tx, by, new.occupancy)?;
    keeps(by, &body)?;
    checked(new.rank, new.from, new.until)?;
    if !matches!(occupancy.occupant, Occupant::Organisation(_)) {
        return Err(Error::Rule(Reason::new(
            "Nur für eine Organisation spricht jemand. Diesen Sitz hat keine.",
            "Only an organisation is spoken for. None holds this seat.",
        )));
    }
    exists(tx, by, new.who)?;
    speak(tx, by, &seat, &body, new)
}

/// Names who speaks, once it is settled that she may be named.
pub fn speak(tx: &Tx<'_>, by: &Actor, seat: &Seat, body: &Body, new: &NewRepresentative) -> Result<Id<Representative>> {
    let term = checked(new.rank, new.from, new.until)?;
    let who = match new.who {
        Deputed::Post(id) => Subject::new("post", id.raw()),
        Deputed::Person(id) => Subject::new("person", id.raw()),
    };
    let taken = |r: &Representative| r.rank == new.rank && r.term.overlaps(&term);
    if occupancies::representatives_of(tx, new.occupancy)?.iter().any(taken) {
        return Err(Error::Rule(Reason::new(
            "Diese Kontaktperson ist für die Zeit schon benannt. Bitte beenden Sie zuerst den Eintrag.",
            "This contact is named for that time already. Please end the entry first.",
        )));
    }
    let id = tx.id();
    occupancies::insert_representative(tx, id, new)?;
    tx.emit(seat_event("representative.named", seat.id, body, by).touching(who));
    Ok(id)
}

/// Ends it with a day, which no longer belongs to it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `until`.
pub fn end_representative(tx: &Tx<'_>, by: &Actor, id: Id<Representative>, until: Day) -> Result<()> {
    let there = occupancies::find_representative(tx, id)?;
    let (_, seat, body) = occupancies::find_occupancy(tx, by, there.occupancy)?;
    keeps(by, &body)?;
    people::rules::ended(there.term, until).map_err(|reason| Error::field("until", reason))?;
    occupancies::save_representative_end(tx, id, until)?;
    tx.emit(seat_event("representative.ended", seat.id, &body, by));
    Ok(())
}

/// Names who stands in for a seat or, from a pool, for any of the body; or who moves up into a freed one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `rank`, `until`.
pub fn name_substitute(tx: &Tx<'_>, by: &Actor, new: &NewSubstitute) -> Result<Id<Substitute>> {
    let body = bodies::find_body_of_roster(tx, by, new.body)?;
    match new.seat.map(|seat| seats::find_seat(tx, by, seat)).transpose()? {
        Some((_, of)) if of.id != body.id => return Err(Error::NotFound),
        // Whoever sends into a seat also says who stands in there.
        Some((seat, _)) => super::sending::sends(tx, by, &seat, &body)?,
        None => keeps(by, &body)?,
    }
    checked(new.rank, new.from, new.until)?;
    let who = exists(tx, by, new.who)?;
    let id = tx.id();
    occupancies::insert_substitute(tx, id, new)?;
    let event = super::body_event("substitute.named", &body, by).within(body.roster_scope()).touching(who);
    tx.emit(new.seat.iter().fold(event, |e, seat| e.touching(Subject::new("seat", seat.raw()))));
    Ok(id)
}

/// Ends it with a day, which no longer belongs to it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `until`.
pub fn end_substitute(tx: &Tx<'_>, by: &Actor, id: Id<Substitute>, until: Day) -> Result<()> {
    let there = occupancies::find_substitute(tx, id)?;
    let body = bodies::find_body_of_roster(tx, by, there.body)?;
    keeps(by, &body)?;
    people::rules::ended(there.term, until).map_err(|reason| Error::field("until", reason))?;
    occupancies::save_substitute_end(tx, id, until)?;
    tx.emit(super::body_event("substitute.ended", &body, by).within(body.roster_scope()));
    Ok(())
}
