//! Handing a post over in one step. Everything is written with its day at once, so rights change with the day itself and
//! wait for nobody; what is written down beside it lets it be taken back until then.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};
use people::{Mode, NewTenure, Person, Tenure};

use super::{may_pick, occupant_event, posts::keeps_post, steps::not_last_admin};
use crate::{
    EndReason, Handover, HandoverState, NewHandover, Seat,
    rules::{self, Coming, Fate},
    store::{
        elsewhere,
        handovers::{self, Hanging},
        occupancies,
    },
};

/// Who hands a post over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handing {
    /// Whoever keeps a network in which the post sits.
    Keeper,
    /// The person who leaves: she says when, and others who comes.
    Leaver,
}

/// Whether the actor may hand the post over, and as whom.
///
/// # Errors
/// [`Error::Denied`]; with a sentence where another network's coordination hangs on the post.
pub fn may_hand_over(tx: &db::Conn, by: &Actor, tenure: &Tenure) -> Result<Handing> {
    match keeps_post(tx, by, tenure.post, tx.today()) {
        Ok(()) => Ok(Handing::Keeper),
        Err(Error::Denied(_)) if by.person == Some(tenure.person.raw()) && tenure.mode != Mode::Deputy => {
            Ok(Handing::Leaver)
        }
        Err(fault) => Err(fault),
    }
}

/// Hands a post over from a day on: the leaver's appointment ends, the successor's begins, chosen mandates end, and she no
/// longer speaks for the organisation she leaves.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `until`, `successor`, `ends`; [`Error::Rule`] when a handover
/// of the appointment waits already, or a network would be left without coordination.
pub fn hand_over(tx: &Tx<'_>, by: &Actor, new: &NewHandover) -> Result<Id<Handover>> {
    let tenure = people::find_tenure(tx, new.tenure)?;
    let as_whom = may_hand_over(tx, by, &tenure)?;
    let waits = |h: &Handover| h.tenure == tenure.id && h.state == HandoverState::Planned;
    if handovers::handovers_of(tx, tenure.post)?.iter().any(waits) {
        return Err(Error::Rule(Reason::new(
            "Für diese Amtszeit ist schon eine Übergabe eingetragen. Bitte nehmen Sie diese zuerst zurück.",
            "A handover is entered for this appointment already. Please take it back first.",
        )));
    }
    names_successor(tx, by, as_whom, new.successor)?;
    let of_post = people::list_tenures_of_post(tx, tenure.post)?;
    let coming = rules::may_hand_over(&tenure, new.day, tx.today(), new.successor, &of_post)
        .map_err(|(field, reason)| Error::field(field, reason))?;
    let hanging = handovers::list_hanging(tx, by, tenure.post, tenure.person, new.day.previous())?;
    let ending = chosen(by, &hanging, as_whom, new)?;
    let others = of_post.iter().any(|t| t.id != tenure.id && t.mode != Mode::Deputy && t.term.contains(new.day));
    if new.successor.is_none() && !others {
        leaves_nobody_behind(tx, &tenure, new.day)?;
    }

    let mut row = Handover {
        id: tx.id(),
        post: tenure.post,
        tenure: tenure.id,
        leaver: tenure.person,
        successor: new.successor,
        day: new.day,
        state: HandoverState::Planned,
        tenure_until: tenure.term.until,
        made: None,
        deputy: None,
        entered_by: by.person.map(Id::new),
        entered_at: tx.now(),
    };
    people::record_tenure_end(tx, by, tenure.id, new.day)?;
    appoint(tx, by, &mut row, &tenure, coming)?;
    handovers::insert_handover(tx, &row)?;
    for end in ending {
        end_with(tx, by, row.id, end, new.day)?;
    }
    for voice in handovers::voices_of(tx, tenure.post, tenure.person, new.day)? {
        occupancies::save_representative_end(tx, voice.id, new.day)?;
        handovers::insert_voice(tx, row.id, voice.id, voice.until)?;
        tx.emit(silent_seat("representative.ended", voice.seat, by));
    }
    tx.enqueue("networks.handover", &row.id.to_string(), new.day.at(0, 0), Some(&format!("handover {}", row.id)))?;
    tx.emit(event("post.handover_entered", &row, by.person));
    Ok(row.id)
}

/// Names who comes, where a handover was entered without: her appointment begins on its day.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as for [`hand_over`]; [`Error::Form`] on `successor`; [`Error::Rule`] once the day has
/// come, or where somebody is named.
pub fn name_successor(tx: &Tx<'_>, by: &Actor, id: Id<Handover>, person: Id<Person>) -> Result<()> {
    let mut row = handovers::find_handover(tx, id)?;
    let tenure = people::find_tenure(tx, row.tenure)?;
    let as_whom = may_hand_over(tx, by, &tenure)?;
    if row.state != HandoverState::Planned || row.day <= tx.today() {
        return Err(Error::Rule(Reason::new(
            "Der Tag der Übergabe ist schon da. Bitte besetzen Sie die Stelle.",
            "The day of the handover has come. Please fill the post.",
        )));
    }
    if row.successor.is_some() {
        return Err(Error::Rule(Reason::new(
            "Die Nachfolge ist schon benannt. Wer eine andere Person einträgt, nimmt die Übergabe zuerst zurück.",
            "A successor is named already. Whoever enters somebody else takes the handover back first.",
        )));
    }
    names_successor(tx, by, as_whom, Some(person))?;
    let of_post = people::list_tenures_of_post(tx, row.post)?;
    let coming = rules::may_hand_over(&tenure, row.day, tx.today(), Some(person), &of_post)
        .map_err(|(field, reason)| Error::field(field, reason))?;
    row.successor = Some(person);
    appoint(tx, by, &mut row, &tenure, coming)?;
    handovers::save_successor(tx, &row)?;
    tx.emit(event("post.successor_named", &row, by.person));
    Ok(())
}

/// The appointment of whoever comes; what she did as deputy ends with it.
fn appoint(tx: &Tx<'_>, by: &Actor, row: &mut Handover, tenure: &Tenure, coming: Coming<'_>) -> Result<()> {
    let Some(person) = row.successor.filter(|_| coming != Coming::HoldsAlready) else { return Ok(()) };
    if let Coming::FromDeputy(deputy) = coming {
        people::record_tenure_end(tx, by, deputy.id, row.day)?;
        row.deputy = Some((deputy.id, deputy.term.until));
    }
    let appointment = NewTenure { share_percent: tenure.share_percent, ..NewTenure::holder(row.post, person, row.day) };
    row.made = Some(people::record_tenure(tx, by, &appointment)?);
    Ok(())
}

fn names_successor(tx: &Tx<'_>, by: &Actor, as_whom: Handing, successor: Option<Id<Person>>) -> Result<()> {
    let Some(person) = successor else { return Ok(()) };
    let refuse = |de: &str, en: &str| Err(Error::field("successor", Reason::new(de, en)));
    if as_whom == Handing::Leaver {
        return refuse(
            "Wer Ihnen folgt, trägt die Koordination eines Netzwerks ein.",
            "Who succeeds you is entered by the coordination of a network.",
        );
    }
    if by.person == Some(person.raw()) {
        return refuse(
            "Die eigene Bestellung trägt eine andere Person ein.",
            "Somebody else enters your own appointment.",
        );
    }
    if may_pick(tx, by, person)? { Ok(()) } else { Err(Error::NotFound) }
}

/// The mandates that are to end: only such as hang on the post, and only where the actor may end them.
fn chosen<'a>(by: &Actor, hanging: &'a [Hanging], as_whom: Handing, new: &NewHandover) -> Result<Vec<&'a Hanging>> {
    let mut found = Vec::new();
    for id in &new.ends {
        let fits = hanging.iter().find(|h| {
            let hangs = rules::fate(&h.seat, h.by_post, h.through_post) == Fate::Ends;
            h.occupancy == *id && hangs && (as_whom == Handing::Leaver || super::keeps(by, &h.body).is_ok())
        });
        match fits {
            Some(h) => found.push(h),
            None => {
                let (de, en) =
                    ("Dieses Mandat endet nicht mit der Stelle.", "This mandate does not end with the post.");
                return Err(Error::field("ends", Reason::new(de, en)));
            }
        }
    }
    Ok(found)
}

/// The last who keeps a network through this post cannot go without a successor: nobody could seat one.
fn leaves_nobody_behind(tx: &Tx<'_>, tenure: &Tenure, day: Day) -> Result<()> {
    for (network, seat) in handovers::keeping_seats_of(tx, tenure.post, day.previous())? {
        if occupancies::count_other_admins(tx, network, seat, day)? == 0 {
            return Err(Error::field(
                "successor",
                Reason::new(
                    "Mit dieser Stelle endet die letzte Koordination eines Netzwerks. Bitte benennen Sie die Nachfolge.",
                    "A network's last coordination ends with this post. Please name the successor.",
                ),
            ));
        }
    }
    Ok(())
}

fn end_with(tx: &Tx<'_>, by: &Actor, id: Id<Handover>, hanging: &Hanging, day: Day) -> Result<()> {
    // Read again: another seat of the same person may have ended a moment ago, in the same step.
    let (row, seat, body) = occupancies::find_occupancy(tx, by, hanging.occupancy)?;
    if row.term.until <= day {
        return Ok(());
    }
    not_last_admin(tx, &seat, &body, day)?;
    occupancies::save_end(tx, row.id, day, EndReason::Eligibility)?;
    handovers::insert_end(tx, id, row.id, row.term.until)?;
    tx.emit(occupant_event("seat.vacated", &row, &body, by));
    Ok(())
}

/// Takes a handover back before its day: everything runs on as it did before.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as for [`hand_over`]; [`Error::Rule`] once the day has come, or when somebody
/// changed the appointments since.
pub fn take_back_handover(tx: &Tx<'_>, by: &Actor, id: Id<Handover>) -> Result<()> {
    let row = handovers::find_handover(tx, id)?;
    let tenure = people::find_tenure(tx, row.tenure)?;
    may_hand_over(tx, by, &tenure)?;
    if row.state != HandoverState::Planned || row.day <= tx.today() {
        return Err(Error::Rule(Reason::new(
            "Der Tag der Übergabe ist schon da. Sie lässt sich nicht mehr zurücknehmen.",
            "The day of the handover has come. It cannot be taken back any more.",
        )));
    }
    let changed = |fault| match fault {
        Error::Stale => Error::Rule(Reason::new(
            "An den Amtszeiten hat sich inzwischen etwas geändert. Bitte prüfen Sie die Stelle.",
            "The appointments were changed in the meantime. Please check the post.",
        )),
        other => other,
    };
    if let Some(made) = row.made {
        people::withdraw_tenure(tx, by, made)?;
    }
    if let Some((deputy, until)) = row.deputy {
        people::record_tenure_goes_on(tx, by, deputy, row.day, until).map_err(changed)?;
    }
    people::record_tenure_goes_on(tx, by, row.tenure, row.day, row.tenure_until).map_err(changed)?;
    for (occupancy, before) in handovers::ends_of(tx, id)? {
        // One that was changed since keeps its change.
        handovers::save_end_taken_back(tx, occupancy, row.day, before)?;
    }
    for (voice, before) in handovers::voices_ended(tx, id)? {
        handovers::save_voice_taken_back(tx, voice, row.day, before)?;
    }
    handovers::save_state(tx, id, HandoverState::Planned, HandoverState::Withdrawn)?;
    tx.emit(event("post.handover_withdrawn", &row, by.person));
    Ok(())
}

/// The day has come: the job that tells the bodies concerned. Rights have changed by themselves at midnight.
///
/// # Errors
/// When the database refuses.
pub fn complete_handover(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a handover that was taken back, or told already");
    let id: Id<Handover> = payload.parse().map_err(|_| Error::internal("a handover without a number"))?;
    let row = handovers::find_handover(tx, id)?;
    if row.state != HandoverState::Planned || row.day > tx.today() {
        return Ok(());
    }
    handovers::save_state(tx, id, HandoverState::Planned, HandoverState::Done)?;
    elsewhere::end_elsewhere_with_post(tx, row.leaver, row.post, row.day)?;
    for letter in crate::letters::handed_over(tx, &row)? {
        tx.post(&letter)?;
    }
    tx.emit(event("post.handed_over", &row, None));
    Ok(())
}

/// An event of a seat whose body the actor may not see: for the index, and for nobody's list of news.
fn silent_seat(verb: &'static str, seat: Id<Seat>, by: &Actor) -> Event {
    Event::new(verb, Subject::new("seat", seat.raw())).by(by.person)
}

fn event(verb: &'static str, row: &Handover, by: Option<i64>) -> Event {
    let event = Event::new(verb, Subject::new("post", row.post.raw()))
        .by(by)
        .touching(Subject::new("person", row.leaver.raw()));
    row.successor.iter().fold(event, |e, id| e.touching(Subject::new("person", id.raw())))
}
