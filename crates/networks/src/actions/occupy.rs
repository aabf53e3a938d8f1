//! Filling seats.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result, Term, Voice};
use people::{Person, rules::Check};

use super::{keeps, occupant_event};
use crate::{
    Body, BodyKind, Eligibility, EndReason, Names, NewOccupancy, Occupancy, Occupant, Seat, Status, rules,
    store::{bodies, occupancies, seats},
};

/// Puts somebody on a seat: confirmed, or first invited, nominated or accepted.
///
/// Whoever carries over on it makes way the day the successor begins. The end is written by the body's rule on
/// carrying over.
///
/// # Errors
/// [`Error::NotFound`] for a seat or occupant the actor may not see, see [`may_pick`], or where eligibility is a seat
/// in a body whose roster she may not see; [`Error::Denied`];
/// [`Error::Form`] on `from`, `term_end`, `until`; [`Error::Rule`] when the occupant does not fit, is not eligible,
/// the seat is taken, or an ex officio seat would hang on another.
pub fn fill_seat(tx: &Tx<'_>, by: &Actor, new: &NewOccupancy) -> Result<Id<Occupancy>> {
    fill(tx, by, new, false)
}

/// The same for somebody who has a seat in that body already, so that nobody is looked up by it.
pub fn seat_known(tx: &Tx<'_>, by: &Actor, new: &NewOccupancy) -> Result<Id<Occupancy>> {
    fill(tx, by, new, true)
}

fn fill(tx: &Tx<'_>, by: &Actor, new: &NewOccupancy, known: bool) -> Result<Id<Occupancy>> {
    let (seat, body) = seats::find_seat(tx, by, new.seat)?;
    keeps(by, &body)?;
    fill_found(tx, by, new, (&seat, &body), known)
}

/// The same for a seat that was found and whose right was asked for.
pub fn fill_found(
    tx: &Tx<'_>,
    by: &Actor,
    new: &NewOccupancy,
    (seat, body): (&Seat, &Body),
    known: bool,
) -> Result<Id<Occupancy>> {
    rules::first_status(new.status).map_err(Error::Rule)?;
    let term_end = rules::term_end_of(seat, new.from, new.term_end);
    let term = days(seat, body, new, term_end)?;
    rules::fits(seat.kind, &new.occupant).map_err(Error::Rule)?;
    if !known {
        occupant_exists(tx, by, seat, body, new, term)?;
    }
    let row = occupancies::made(
        tx.id(),
        seat,
        new,
        new.basis.unwrap_or_else(|| rules::usual_basis(seat.kind)),
        term_end,
        term,
    );
    if row.status == Status::Confirmed {
        make_way(tx, seat, &row)?;
    } else {
        rules::may_occupy(seat, &row.occupant, term, &[]).map_err(Error::Rule)?;
    }
    occupancies::insert_occupancy(tx, &row)?;
    tx.emit(occupant_event(verb(row.status), &row, body, by));
    Ok(row.id)
}

const fn verb(status: Status) -> &'static str {
    match status {
        Status::Invited => "seat.invited",
        Status::Nominated => "seat.nominated",
        Status::Accepted => "seat.accepted",
        Status::Confirmed => "seat.filled",
        Status::Suspended => "seat.suspended",
        Status::Refused => "seat.refused",
    }
}

/// The days the occupancy is written with.
fn days(seat: &Seat, body: &Body, new: &NewOccupancy, term_end: Option<Day>) -> Result<Term> {
    let mut check = Check::new();
    check.that(term_end.is_none_or(|end| end > new.from), "term_end", || {
        Reason::new("Die Amtszeit endet vor dem ersten Tag.", "The term ends before the first day.")
    });
    let until = match new.ended {
        Some((until, _)) => until,
        None => rules::until_of(seat, term_end, body.carries_over),
    };
    let term = check.take("until", people::rules::term(new.from, until));
    check.done()?;
    term.ok_or(Error::NotFound)
}

/// Checks the seat against everybody else on it; whoever only carries over ends the day the new one begins.
pub fn make_way(tx: &Tx<'_>, seat: &Seat, row: &Occupancy) -> Result<()> {
    let mut others = occupancies::occupancies_of(tx, seat.id)?;
    others.retain(|o| o.id != row.id);
    for other in &mut others {
        let carries = other.term_end.is_some_and(|end| end <= row.term.from) && other.term.from < row.term.from;
        let sits = matches!(other.status, Status::Confirmed | Status::Suspended);
        if sits && carries && other.end_reason.is_none() && other.term.overlaps(&row.term) {
            occupancies::save_end(tx, other.id, row.term.from, EndReason::Term)?;
            other.term.until = row.term.from;
        }
    }
    rules::may_occupy(seat, &row.occupant, row.term, &others).map_err(Error::Rule)
}

fn occupant_exists(tx: &Tx<'_>, by: &Actor, seat: &Seat, body: &Body, new: &NewOccupancy, term: Term) -> Result<()> {
    match new.occupant {
        Occupant::Post(id) => {
            let post = people::find_post(tx, id)?;
            if !post.term.contains(term.from) {
                return Err(Error::field(
                    "from",
                    Reason::new("An diesem Tag gab es die Stelle nicht.", "The post did not exist on that day."),
                ));
            }
            member(tx, seat, body, "post_id", id.raw(), term.from)
        }
        Occupant::Organisation(id) => {
            people::find_organisation(tx, id)?;
            member(tx, seat, body, "organisation_id", id.raw(), term.from)
        }
        Occupant::Person { id, post, organisation } => {
            if !(may_pick(tx, by, id)? || (new.status == Status::Invited && !people::find_person(tx, id)?.erased)) {
                return Err(Error::NotFound);
            }
            if let Some(organisation) = organisation {
                people::find_organisation(tx, organisation)?;
            }
            if let Some(post) = post {
                people::find_post(tx, post)?;
                if !occupancies::holds_post(tx, id.raw(), post.raw(), term.from)? {
                    return Err(Error::Rule(Reason::new(
                        "Die Person hat diese Stelle an dem Tag nicht inne.",
                        "The person does not hold that post on that day.",
                    )));
                }
            }
            let asked = match seat.source_body.filter(|_| seat.eligibility == Eligibility::Seat) {
                // Whether she sits there is an answer too: only who may see those seats gets it.
                Some(source) => bodies::find_body_of_roster(tx, by, source)?.id,
                None => body.network,
            };
            if seat.eligibility == Eligibility::Seat && !occupancies::sits_in(tx, id.raw(), asked, term.from)? {
                return Err(Error::Rule(Reason::new(
                    "Die Person hat an dem Tag keinen Sitz im entsendenden Gremium.",
                    "The person has no seat in the sending body on that day.",
                )));
            }
            member(tx, seat, body, "person_id", id.raw(), term.from)
        }
        Occupant::Seat(source) => one_hop(tx, by, seat, source, term),
    }
}

/// A committee or project group that is not open to non-members takes members of its network only; guests anywhere.
fn member(tx: &Tx<'_>, seat: &Seat, body: &Body, column: &str, id: i64, day: Day) -> Result<()> {
    let closed = matches!(body.kind, BodyKind::Committee | BodyKind::ProjectGroup) && !body.open_to_non_members;
    if closed && seat.voice != Voice::Guest && !occupancies::is_member(tx, column, id, body.network, day)? {
        return Err(Error::Rule(Reason::new(
            "Dieses Gremium steht nur Mitgliedern des Netzwerks offen.",
            "This body is open to members of the network only.",
        )));
    }
    Ok(())
}

/// Whether another person fits where somebody was entered by mistake, by the same rules as for seating her.
pub fn occupant_fits(
    tx: &Tx<'_>,
    by: &Actor,
    (seat, body): (&Seat, &Body),
    occupant: &Occupant,
    term: Term,
) -> Result<()> {
    occupant_exists(tx, by, seat, body, &NewOccupancy::new(seat.id, *occupant, term.from), term)
}

/// Ex officio is followed by one hop: the source is not held ex officio itself, and nothing hangs on this seat.
fn one_hop(tx: &Tx<'_>, by: &Actor, seat: &Seat, source: Id<Seat>, term: Term) -> Result<()> {
    let (source, _) = seats::find_seat(tx, by, source)?;
    let refuse = || {
        Error::Rule(Reason::new(
            "Ein geborener Sitz kann nicht an einem anderen geborenen Sitz hängen.",
            "An ex officio seat cannot hang on another ex officio seat.",
        ))
    };
    if source.id == seat.id {
        return Err(Error::Rule(Reason::new(
            "Ein Sitz kann nicht an sich selbst hängen.",
            "A seat cannot hang on itself.",
        )));
    }
    let held = occupancies::occupancies_of(tx, source.id)?;
    let hangs = held
        .iter()
        .any(|o| matches!(o.occupant, Occupant::Seat(_)) && o.term.overlaps(&term) && o.status != Status::Refused);
    if hangs || occupancies::has_followers(tx, seat.id, term.from)? { Err(refuse()) } else { Ok(()) }
}

/// Whether the actor may put that person on a seat: whose name she may see, or who sits nowhere yet. Anybody else is
/// invited and answers for herself, so that nobody is looked up by number.
///
/// # Errors
/// When the database cannot be read.
pub fn may_pick(tx: &Tx<'_>, by: &Actor, person: Id<Person>) -> Result<bool> {
    let names = Names::load_with_places(tx, by, [person])?;
    Ok(names.anywhere(person).is_some()
        || (names.form(person).is_some() && !occupancies::sits_anywhere(tx, person.raw())?))
}
