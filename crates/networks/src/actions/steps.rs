//! What happens to an occupancy after it was entered.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Office, Reason, Result, Scope};

use super::{keeps, occupant_event, occupy::make_way};
use crate::{
    Body, Dependent, EndReason, Occupancy, Occupant, Seat, SeatKind, Status,
    rules::{self, Happening, Outcome, SeatRules, Step, what_happens},
    store::{mandates, occupancies},
};

/// Accepts a seat one was invited to, put forward or elected for: the person herself, or whoever keeps the
/// membership and has her word.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] where the step does not fit.
pub fn accept(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    answer(tx, by, id, Step::Accept, "seat.accepted")
}

/// Declines it, or withdraws it before it began; by the same persons.
///
/// # Errors
/// As [`accept`].
pub fn refuse(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    answer(tx, by, id, Step::Refuse, "seat.refused")
}

fn answer(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, done: Step, verb: &'static str) -> Result<()> {
    let own = by.person.map(|p| occupancies::find_own_occupancy(tx, p, id));
    let (row, seat, body) = match own {
        Some(Ok(found)) => found,
        Some(Err(Error::NotFound)) | None => {
            let found = occupancies::find_occupancy(tx, by, id)?;
            keeps(by, &found.2)?;
            found
        }
        Some(Err(fault)) => return Err(fault),
    };
    step(tx, by, (row, seat, body), done, verb)
}

/// Confirms: from here on the seat gives rights.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] where somebody elected has not accepted, or the seat is taken.
pub fn confirm(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    keeps(by, &found.2)?;
    confirm_found(tx, by, found)
}

/// The same for one that was found and whose right was asked for.
pub fn confirm_found(tx: &Tx<'_>, by: &Actor, found: (Occupancy, Seat, Body)) -> Result<()> {
    rules::next_status(found.0.status, Step::Confirm, found.0.basis).map_err(Error::Rule)?;
    make_way(tx, &found.1, &found.0)?;
    step(tx, by, found, Step::Confirm, "seat.filled")
}

/// Pauses a mandate; substitutes act, and it gives no rights.
///
/// # Errors
/// As [`confirm`]; [`Error::Rule`] for the last who keeps the network's membership.
pub fn suspend(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    keeps(by, &found.2)?;
    not_last_admin(tx, &found.1, &found.2, tx.today())?;
    step(tx, by, found, Step::Suspend, "seat.suspended")
}

/// Goes on with a paused mandate.
///
/// # Errors
/// As [`confirm`].
pub fn resume(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    keeps(by, &found.2)?;
    step(tx, by, found, Step::Resume, "seat.resumed")
}

/// Takes one step of one that was found and whose right was asked for.
pub fn step(
    tx: &Tx<'_>,
    by: &Actor,
    (row, _, body): (Occupancy, Seat, Body),
    step: Step,
    verb: &'static str,
) -> Result<()> {
    let next = rules::next_status(row.status, step, row.basis).map_err(Error::Rule)?;
    occupancies::save_status(tx, row.id, row.status, next)?;
    tx.emit(occupant_event(verb, &row, &body, by));
    Ok(())
}

/// Ends an occupancy with a day, which no longer belongs to it, and tells the seats that depended on it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `until`; [`Error::Rule`] where the reason does not fit
/// the kind of seat (nobody resigns from a post seat), or for the last who keeps the network's membership.
pub fn end_occupancy(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Occupancy>,
    until: Day,
    reason: EndReason,
) -> Result<Vec<Dependent>> {
    end_because(tx, by, id, until, reason, None)
}

/// The same, told to nobody but within `quiet` where that is given.
pub fn end_because(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Occupancy>,
    until: Day,
    reason: EndReason,
    quiet: Option<Scope>,
) -> Result<Vec<Dependent>> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    keeps(by, &found.2)?;
    end(tx, by, found, until, reason, quiet)
}

/// Leaves a seat oneself: a person her own, the first contact that of her organisation.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers; [`Error::Form`] on `until`, which is not in the past; [`Error::Rule`] for
/// a post seat, which is left with the post.
pub fn leave(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, until: Day) -> Result<Vec<Dependent>> {
    leave_with(tx, by, id, until, None)
}

/// The same, told to nobody but within `quiet` where that is given.
pub fn leave_with(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Occupancy>,
    until: Day,
    quiet: Option<Scope>,
) -> Result<Vec<Dependent>> {
    let found = occupancies::find_occupancy(tx, by, id)?;
    if matches!(found.0.occupant, Occupant::Post(_) | Occupant::Seat(_)) && by.seats().contains(&found.1.id.raw()) {
        return Err(Error::Rule(what_happens(Happening::Resignation, found.1.kind, &SeatRules::default()).sentence()));
    }
    if !is_hers(tx, by, &found.0)? {
        return Err(Error::NotFound);
    }
    let mandate = matches!(found.1.kind, SeatKind::Elected | SeatKind::Delegated);
    let personal = matches!(found.0.occupant, Occupant::Person { .. });
    let reason = if mandate && personal { EndReason::Resignation } else { EndReason::Exit };
    if until < tx.today() {
        return Err(Error::field(
            "until",
            Reason::new("Bitte wählen Sie heute oder einen späteren Tag.", "Please choose today or a later day."),
        ));
    }
    end(tx, by, found, until, reason, quiet)
}

/// Whether an occupancy is the actor's own: hers, that of the post she holds, or her organisation's whose first contact
/// she is.
pub fn is_hers(tx: &Conn, by: &Actor, row: &Occupancy) -> Result<bool> {
    match (row.occupant, by.person) {
        (Occupant::Person { id, .. }, Some(person)) => Ok(id.raw() == person),
        (Occupant::Organisation(_), Some(person)) => is_first_contact(tx, row.id, person),
        (Occupant::Post(post), Some(person)) => occupancies::holds_post(tx, person, post.raw(), tx.today()),
        _ => Ok(false),
    }
}

fn is_first_contact(tx: &Conn, id: Id<Occupancy>, person: i64) -> Result<bool> {
    let today = tx.today();
    let first: Vec<_> = occupancies::representatives_of(tx, id)?
        .into_iter()
        .filter(|r| r.rank == 1 && r.term.contains(today))
        .collect();
    for representative in first {
        let speaks = match (representative.who.person(), representative.who.post()) {
            (Some(id), _) => id.raw() == person,
            (_, Some(post)) => occupancies::holds_post(tx, person, post.raw(), today)?,
            _ => false,
        };
        if speaks {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Ends one that was found and whose right was asked for.
pub fn end(
    tx: &Tx<'_>,
    by: &Actor,
    (row, seat, body): (Occupancy, Seat, Body),
    until: Day,
    reason: EndReason,
    quiet: Option<Scope>,
) -> Result<Vec<Dependent>> {
    if !matches!(row.status, Status::Confirmed | Status::Suspended) {
        return Err(Error::Rule(Reason::new(
            "Der Sitz ist noch nicht bestätigt. Bitte nehmen Sie den Vorschlag zurück.",
            "The seat is not confirmed yet. Please withdraw the proposal.",
        )));
    }
    reason_fits(&seat, reason)?;
    let term = people::rules::ended(row.term, until).map_err(|reason| Error::field("until", reason))?;
    not_last_admin(tx, &seat, &body, until)?;
    let person = match row.occupant {
        Occupant::Person { id, .. } => Some(id.raw()),
        _ => None,
    };
    let dependent = mandates::list_dependent(tx, by, seat.id, body.id, person, until)?;
    occupancies::save_end(tx, row.id, term.until, reason)?;
    let event = occupant_event("seat.vacated", &row, &body, by);
    tx.emit(match quiet {
        Some(scope) => event.within(scope),
        None => event,
    });
    Ok(dependent.into_iter().map(|(seat, body, why)| Dependent { seat, body, why }).collect())
}

/// Whether an occupancy of a seat of that kind can end for that reason.
///
/// # Errors
/// [`Error::Rule`] with the sentence.
pub fn reason_fits(seat: &Seat, reason: EndReason) -> Result<()> {
    let happening = match reason {
        EndReason::Resignation => Some(Happening::Resignation),
        EndReason::Removal => Some(Happening::Removal),
        _ => None,
    };
    let outcome = happening
        .map(|h| what_happens(h, seat.kind, &SeatRules { eligibility: seat.eligibility, ..SeatRules::default() }));
    if let Some(refused @ Outcome::NotPossible) = outcome {
        return Err(Error::Rule(refused.sentence()));
    }
    if reason == EndReason::Recall && seat.kind != SeatKind::Delegated {
        return Err(Error::Rule(Reason::new(
            "Abberufen wird nur, wer entsandt ist.",
            "Only who was sent can be called back.",
        )));
    }
    Ok(())
}

/// The last who keeps a network's membership cannot go: nobody could seat a successor.
pub fn not_last_admin(tx: &Tx<'_>, seat: &Seat, body: &Body, until: Day) -> Result<()> {
    let keeps = matches!(seat.office, Some(Office::NetworkAdmin | Office::Secretariat)) && body.is_network();
    if keeps && occupancies::count_other_admins(tx, body.id, seat.id, until)? == 0 {
        return Err(Error::Rule(Reason::new(
            "Das ist die letzte Koordination des Netzwerks. Bitte besetzen Sie zuerst eine zweite.",
            "This is the network's last coordination. Please fill a second one first.",
        )));
    }
    Ok(())
}
