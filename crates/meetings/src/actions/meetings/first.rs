//! The first meeting of a network before anything else was set up: an old distribution list, a date, sent.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use networks::{Body, BodyKind, NewOccupancy, NewSeat, Occupant, SeatKind};
use people::{NewPerson, Person};
use rights::{Action, Kind};

use super::convene;
use crate::{
    Meeting, NewMeeting,
    actions::{event, inviting},
    rules::{LISTED_MOST, Listed},
};

/// Takes everybody on the list in as a person with a seat, sets the meeting down and invites, all in one step. Whoever signs in
/// with one of the addresses and is called so is herself; whoever sits here already is not seated twice. Nobody needs an
/// account: the invitation goes to the address on the list, and so do those after it.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the network; [`Error::Denied`] but for whoever keeps its members and convenes it;
/// [`Error::Rule`] for a body that is no network; [`Error::Form`] on `list` and as [`convene::plan_meeting`].
pub fn meet_first(
    tx: &Tx<'_>,
    by: &Actor,
    body: Id<Body>,
    list: &[Listed],
    new: &NewMeeting,
    base: &str,
) -> Result<(Id<Meeting>, usize)> {
    let of = networks::find_body(tx, by, body)?;
    if of.kind != BodyKind::Network {
        return Err(Error::NotFound);
    }
    rights::require(by, Kind::Roster, Action::Edit, &of.roster_scope())?;
    if list.len() > LISTED_MOST {
        let reason = Reason::new("Das sind zu viele Adressen auf einmal.", "These are too many addresses at once.");
        return Err(Error::field("list", reason));
    }
    let meeting = convene::insert(tx, by, &of, new, None)?;
    let (there, _) = inviting::addressed(tx, networks::invitees(tx, &of, tx.today())?, &[])?;
    let mut typed: Vec<(Id<Person>, String)> = Vec::new();
    // At most two hundred, each by the verbs of this house.
    for listed in list {
        let named = NewPerson::new(listed.given.as_str(), listed.family.as_str());
        let known = accounts::person_at(tx, &listed.mail, &named)?;
        if there.iter().any(|i| (known.is_some() && i.person == known) || i.address.as_ref() == Some(&listed.mail)) {
            continue;
        }
        let person = match known {
            Some(person) => person,
            None => people::add_person(tx, by, &named)?,
        };
        let seat = networks::add_seat(tx, by, of.id, &NewSeat::new(SeatKind::Personal, tx.today()))?;
        networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::person(person), tx.today()))?;
        typed.push((person, listed.mail.clone()));
    }
    let frozen = meeting.proposals_until.is_none_or(|until| until < tx.today());
    let count = inviting::send_to(tx, by, (&meeting, &of), frozen, base, &typed)?;
    tx.emit(event("meeting.invited", &meeting, by.person));
    Ok((meeting.id, count))
}
