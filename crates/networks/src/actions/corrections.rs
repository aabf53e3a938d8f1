//! Putting right what was entered wrongly, and taking that back within a day. A correction holds for all days; what changes
//! from a day on is no correction, and has its own verbs.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Reason, Result, Term};
use people::{Person, Tenure};
use web::UNDO_SECONDS;

use super::{
    keeps, keeps_organisation, keeps_post, may_pick, occupant_event, occupy::occupant_fits, steps::not_last_admin,
};
use crate::{
    Corrected, Correction, Occupancy, Occupant, Right, Status, rules,
    store::{
        corrections::{self as store, corrections_of, find_correction},
        occupancies,
    },
};

/// Puts one part of something right, and keeps what stood there before.
///
/// # Errors
/// [`Error::NotFound`] for what the actor may not see, and for a person she may not pick; [`Error::Denied`] but for those who
/// keep it; [`Error::Form`] on `day`, `person`, `name`; [`Error::Rule`] where the right value would contradict what stands
/// beside it.
pub fn correct(tx: &Tx<'_>, by: &Actor, of: Corrected, right: &Right) -> Result<Id<Correction>> {
    let was = now(tx, by, of, right)?;
    if was == *right {
        return Err(Error::field(field(right), Reason::new("So steht es schon da.", "That is what it says already.")));
    }
    if let Some(person) = right.person()
        && !may_pick(tx, by, person)?
    {
        return Err(Error::NotFound);
    }
    put(tx, by, of, right)?;
    let row = Correction {
        id: tx.id(),
        of,
        was,
        became: right.clone(),
        by: by.person.map(Id::new),
        at: tx.now(),
        undone: None,
    };
    store::insert_correction(tx, &row)?;
    Ok(row.id)
}

/// Whether the last correction can still be taken back, by the clock alone.
#[must_use]
pub fn is_undoable(row: &Correction, now: kernel::Moment) -> bool {
    row.undone.is_none() && now.seconds_since(row.at) < UNDO_SECONDS
}

/// Takes a correction back: what stood there before stands there again.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as for [`correct`]; [`Error::Rule`] after 24 hours, and when something was built on
/// it since.
pub fn undo_correction(tx: &Tx<'_>, by: &Actor, id: Id<Correction>) -> Result<()> {
    let row = find_correction(tx, id)?;
    let stands = stands(tx, by, &row)?;
    if row.undone.is_some() {
        return refuse("Das ist schon zurückgenommen.", "This was taken back already.");
    }
    if !is_undoable(&row, tx.now()) {
        return refuse(
            "Die 24 Stunden sind vorbei. Bitte berichtigen Sie die Angabe noch einmal.",
            "The 24 hours are over. Please correct it once more.",
        );
    }
    let newer = |c: &Correction| c.id > id && c.undone.is_none();
    if corrections_of(tx, row.of)?.iter().any(newer) {
        return refuse(
            "Seitdem wurde hier noch etwas berichtigt. Bitte nehmen Sie zuerst die letzte Berichtigung zurück.",
            "Something else was corrected here since. Please take back the last correction first.",
        );
    }
    if stands != row.became {
        return refuse(
            "Diese Angabe hat sich seitdem geändert. Bitte prüfen Sie, was jetzt da steht.",
            "This has changed since. Please check what it says now.",
        );
    }
    if is_built_on(tx, by, &row)? {
        return refuse(
            "Seitdem wurde etwas eingetragen, das darauf beruht, zum Beispiel ein Mandat oder eine Übergabe. Bitte berichtigen Sie die Angabe noch einmal.",
            "Something that rests on it was entered since, such as a mandate or a handover. Please correct it once more.",
        );
    }
    put(tx, by, row.of, &row.was)?;
    store::save_undone(tx, id)
}

fn refuse<T>(de: &str, en: &str) -> Result<T> {
    Err(Error::Rule(Reason::new(de, en)))
}

/// The field of forms a value belongs to.
const fn field(right: &Right) -> &'static str {
    match right {
        Right::From(_) | Right::Until(_) => "day",
        Right::Person(_) => "person",
        Right::Name(_) => "name",
    }
}

/// What stands now where a correction was made, for whoever keeps the thing.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as for [`correct`].
pub fn stands(conn: &Conn, by: &Actor, row: &Correction) -> Result<Right> {
    now(conn, by, row.of, &row.became)
}

/// What stands in that part now, for whoever keeps the thing.
fn now(tx: &Conn, by: &Actor, of: Corrected, part: &Right) -> Result<Right> {
    match of {
        Corrected::Tenure(id) => {
            let tenure = people::find_tenure(tx, id)?;
            keeps_post(tx, by, tenure.post, tx.today().min(tenure.term.from))?;
            part_of(part, tenure.term, Some(tenure.person))
        }
        Corrected::Occupancy(id) => {
            let (row, _, body) = occupancies::find_occupancy(tx, by, id)?;
            keeps(by, &body)?;
            part_of(part, row.term, person_of(&row))
        }
        Corrected::Organisation(id) => {
            keeps_organisation(tx, by, id, tx.today())?;
            named(part, people::find_organisation(tx, id)?.name)
        }
        Corrected::Post(id) => {
            let post = people::find_post(tx, id)?;
            keeps_organisation(tx, by, post.organisation, tx.today())?;
            named(part, post.titles.neutral)
        }
    }
}

const fn person_of(row: &Occupancy) -> Option<Id<Person>> {
    match row.occupant {
        Occupant::Person { id, .. } => Some(id),
        _ => None,
    }
}

fn part_of(part: &Right, term: Term, person: Option<Id<Person>>) -> Result<Right> {
    match (part, person) {
        (Right::From(_), _) => Ok(Right::From(term.from)),
        (Right::Until(_), _) => Ok(Right::Until(term.until)),
        (Right::Person(_), Some(person)) => Ok(Right::Person(person)),
        _ => Err(Error::NotFound),
    }
}

fn named(part: &Right, name: String) -> Result<Right> {
    if matches!(part, Right::Name(_)) { Ok(Right::Name(name)) } else { Err(Error::NotFound) }
}

/// Writes the value.
fn put(tx: &Tx<'_>, by: &Actor, of: Corrected, right: &Right) -> Result<()> {
    match (of, right) {
        (Corrected::Tenure(id), _) => put_tenure(tx, by, id, right),
        (Corrected::Occupancy(id), _) => put_occupancy(tx, by, id, right),
        (Corrected::Organisation(id), Right::Name(name)) => people::record_organisation_correction(tx, by, id, name),
        (Corrected::Post(id), Right::Name(name)) => people::record_post_correction(tx, by, id, name),
        _ => Err(Error::NotFound),
    }
}

/// The days once one of them is right. What has not ended yet is ended, not corrected; what has begun began in the past.
fn days(term: Term, right: &Right, today: Day) -> Result<Term> {
    let refuse = |de: &str, en: &str| Err(Error::field("day", Reason::new(de, en)));
    let (from, until) = match right {
        Right::From(day) if term.from <= today && *day > today => {
            return refuse("Dieser Tag liegt noch in der Zukunft.", "This day still lies in the future.");
        }
        Right::Until(_) if term.until > today => {
            return refuse(
                "Das läuft noch. Bitte tragen Sie das Ende ein, statt es zu berichtigen.",
                "This still runs. Please enter its end instead of correcting it.",
            );
        }
        Right::From(day) => (*day, term.until),
        Right::Until(day) => (term.from, *day),
        _ => (term.from, term.until),
    };
    people::rules::term(from, until).map_err(|reason| Error::field("day", reason))
}

fn put_tenure(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, right: &Right) -> Result<()> {
    let there = people::find_tenure(tx, id)?;
    let term = days(there.term, right, tx.today())?;
    let person = right.person().unwrap_or(there.person);
    if by.person == Some(person.raw()) && person != there.person {
        return Err(Error::field(
            "person",
            Reason::new(
                "Die eigene Bestellung trägt eine andere Person ein.",
                "Somebody else enters your own appointment.",
            ),
        ));
    }
    if store::count_handovers(tx, id.raw(), there.post, None)? > 0 {
        return refuse(
            "Für diese Amtszeit ist eine Übergabe eingetragen. Bitte nehmen Sie diese zuerst zurück.",
            "A handover is entered for this appointment. Please take it back first.",
        );
    }
    people::record_tenure_correction(tx, by, id, term, person)
}

fn put_occupancy(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, right: &Right) -> Result<()> {
    let (row, seat, body) = occupancies::find_occupancy(tx, by, id)?;
    if !matches!(row.status, Status::Confirmed | Status::Suspended) {
        return refuse(
            "Der Sitz ist noch nicht bestätigt. Bitte nehmen Sie den Vorschlag zurück.",
            "The seat is not confirmed yet. Please withdraw the proposal.",
        );
    }
    let today = tx.today();
    let term = days(row.term, right, today)?;
    if row.term_end.is_some_and(|end| end <= term.from) {
        return Err(Error::field(
            "day",
            Reason::new("Die Amtszeit endet vor dem ersten Tag.", "The term ends before the first day."),
        ));
    }
    if row.term.contains(today) && !term.contains(today) {
        not_last_admin(tx, &seat, &body, today)?;
    }
    let mut occupant = row.occupant;
    if let (Some(person), Occupant::Person { post, organisation, .. }) = (right.person(), row.occupant) {
        occupant = Occupant::Person { id: person, post, organisation };
        occupant_fits(tx, by, (&seat, &body), &occupant, term)?;
    }
    let mut others = occupancies::occupancies_of(tx, seat.id)?;
    others.retain(|o| o.id != id);
    rules::may_occupy(&seat, &occupant, term, &others).map_err(Error::Rule)?;
    store::save_occupancy_correction(tx, id, term, right.person())?;
    let event = occupant_event("seat.corrected", &Occupancy { occupant, ..row.clone() }, &body, by);
    tx.emit(match person_of(&row).filter(|was| Some(*was) != right.person()) {
        Some(was) => event.touching(kernel::Subject::new("person", was.raw())),
        None => event,
    });
    Ok(())
}

/// Whether something that rests on the corrected value was entered since.
fn is_built_on(tx: &Tx<'_>, by: &Actor, row: &Correction) -> Result<bool> {
    let since = row.id.raw();
    Ok(match row.of {
        Corrected::Tenure(id) => {
            let tenure = people::find_tenure(tx, id)?;
            store::count_handovers(tx, id.raw(), tenure.post, Some(since))? > 0
                || store::count_mandates_since(tx, tenure.post, tenure.person, since)? > 0
        }
        Corrected::Occupancy(id) => {
            let (held, seat, body) = occupancies::find_occupancy(tx, by, id)?;
            store::count_built_on(tx, id, seat.id, body.id, person_of(&held), since)? > 0
        }
        Corrected::Organisation(_) | Corrected::Post(_) => false,
    })
}
