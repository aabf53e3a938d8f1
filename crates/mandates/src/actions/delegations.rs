//! Sending somebody, the receiver's word, and the end.

use db::Tx;
use decisions::Resolution;
use kernel::{Actor, Day, Error, Id, Reason, Result};
use networks::{EndReason, Mandate, NewOccupancy, Occupancy, Occupant};

use super::{denied, found, rule, seat_event};
use crate::{
    Delegation, Detail, NewDelegation,
    letters::{self, Word},
    rules::{checked_detail, may_end},
    store::{delegations, letters::list_sent},
};

/// Puts somebody forward for a seat of another body, with what is on file about it. The receiver is asked by letter, and
/// she herself is told.
///
/// # Errors
/// As [`networks::send`]; [`Error::Denied`] where another body than the seat's own sends and she does not keep the
/// receiver; [`Error::Form`] as [`checked_detail`], and on `resolution` for one she may not see.
pub fn nominate(tx: &Tx<'_>, by: &Actor, new: &NewDelegation, base: &str) -> Result<Id<Occupancy>> {
    let (seat, receiver) = networks::find_seat(tx, by, new.seat)?;
    let source = seat.source_body.ok_or(Error::NotFound)?;
    let sender = networks::find_body(tx, by, new.sender.unwrap_or(source))?;
    if sender.id != source && !rights::allows(by, rights::Kind::Roster, rights::Action::Edit, &receiver.roster_scope())
    {
        return denied();
    }
    let detail = checked(tx, by, &new.detail, new.mandate)?;
    let occupancy = NewOccupancy {
        mandate: new.mandate,
        term_end: new.term_end,
        ..NewOccupancy::new(new.seat, occupant(tx, new)?, new.from)
    };
    let id = networks::send(tx, by, &occupancy)?;
    let made = delegations::find_delegation(tx, id)?;
    let detail = Detail { confirmed_day: None, confirmed_by: String::new(), ..detail };
    let made = Delegation { sender: sender.id, network: sender.network, ..made };
    delegations::save_detail(tx, &made, &detail)?;
    tx.emit(seat_event("delegation.nominated", &made, by.person));
    letters::to_receiver(tx, &made, &receiver, &sender, Word::Asked)?;
    letters::to_sent(tx, &made, &[new.person], &receiver, base, Word::Asked)?;
    Ok(id)
}

/// Whoever is sent comes through the post she holds, so that losing it is noticed.
fn occupant(tx: &Tx<'_>, new: &NewDelegation) -> Result<Occupant> {
    let held = people::list_tenures_of_persons(tx, &[new.person], new.from)?;
    let post = held.iter().find(|t| t.mode != people::Mode::Deputy).map(|t| t.post);
    Ok(post.map_or_else(|| Occupant::person(new.person), |post| Occupant::person_by_post(new.person, post)))
}

fn checked(tx: &Tx<'_>, by: &Actor, new: &Detail, mandate: Mandate) -> Result<Detail> {
    let detail = checked_detail(new, mandate, tx.today())?;
    if let Some(id) = detail.resolution {
        resolution(tx, by, id)?;
    }
    Ok(detail)
}

fn resolution(tx: &Tx<'_>, by: &Actor, id: Id<Resolution>) -> Result<()> {
    match decisions::find_resolution(tx, by, id) {
        Ok(_) => Ok(()),
        Err(Error::NotFound) => Err(Error::field(
            "resolution",
            Reason::new("Diesen Beschluss gibt es nicht.", "There is no such resolution."),
        )),
        Err(fault) => Err(fault),
    }
}

/// Puts on file what a delegation rests on and what it is bound to. The line to follow is written by those who may read it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead the senders and read the delegation's own; [`Error::Stale`];
/// [`Error::Form`] as [`checked_detail`].
pub fn put_on_file(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Occupancy>,
    version: i64,
    mandate: Mandate,
    new: &Detail,
) -> Result<()> {
    let (it, _, stance) = found(tx, by, id)?;
    if !stance.leads {
        return denied();
    }
    if it.detail.version != version {
        return Err(Error::Stale);
    }
    // Who may not read the line to follow leaves it as it stands.
    let instruction = if stance.inner { new.instruction.clone() } else { it.detail.instruction.clone() };
    let mandate = if stance.inner { mandate } else { it.mandate };
    let kept = Detail {
        instruction,
        confirmed_day: it.detail.confirmed_day,
        confirmed_by: it.detail.confirmed_by.clone(),
        ..new.clone()
    };
    let detail = checked(tx, by, &kept, mandate)?;
    if mandate != it.mandate {
        networks::bind_sent(tx, by, id, mandate)?;
    }
    delegations::save_detail(tx, &it, &detail)?;
    tx.emit(seat_event("delegation.filed", &it, by.person));
    Ok(())
}

/// Notes that the receiver confirmed, on which day and by whom. From then on she sits there; who was confirmed long ago gets
/// the word on file.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who keep the receiver, or who lead the senders into a body of
/// others; [`Error::Form`] on `day`, `confirmed_by`; [`Error::Rule`] when it was confirmed before, or the seat is taken.
pub fn confirm(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, day: Day, whom: &str, base: &str) -> Result<()> {
    let (it, receiver, stance) = found(tx, by, id)?;
    let outside = receiver.kind == networks::BodyKind::Outside;
    if !(stance.receives || stance.leads && outside) {
        return denied();
    }
    if it.detail.confirmed_day.is_some() || !(it.waits() || it.holds_on(tx.today())) {
        return rule("Hier ist nichts zu bestätigen.", "There is nothing to confirm here.");
    }
    if day > tx.today() {
        let reason = Reason::new("Dieser Tag liegt in der Zukunft.", "This day lies in the future.");
        return Err(Error::field("day", reason));
    }
    let detail = Detail { confirmed_day: Some(day), confirmed_by: whom.to_owned(), ..it.detail.clone() };
    let detail = checked_detail(&detail, Mandate::Free, tx.today())?;
    if it.waits() {
        networks::confirm_sent(tx, by, id)?;
    }
    delegations::save_detail(tx, &it, &detail)?;
    tx.emit(seat_event("delegation.confirmed", &it, by.person));
    let sent: Vec<_> = list_sent(tx, &[it.seat], tx.today().max(it.from))?.into_iter().map(|s| s.person).collect();
    letters::to_sent(tx, &it, &sent, &receiver, base, Word::Confirmed)
}

/// Takes back who was put forward, or notes that the receiver declined.
///
/// # Errors
/// [`Error::NotFound`]; as [`networks::take_back_sent`].
pub fn take_back(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<()> {
    let (it, ..) = found(tx, by, id)?;
    networks::take_back_sent(tx, by, id)?;
    tx.emit(seat_event("delegation.taken_back", &it, by.person));
    Ok(())
}

/// Ends a delegation with a day that no longer belongs to it: recalled or no longer eligible, by those who send; resigned,
/// by herself or by those she told. The receiver is told by letter on that day.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`]; [`Error::Form`] on `until`; [`Error::Rule`] for another reason, or where nobody
/// is confirmed.
pub fn end(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, until: Day, reason: EndReason, base: &str) -> Result<()> {
    let (it, _, stance) = found(tx, by, id)?;
    may_end(reason)?;
    if stance.sits && reason == EndReason::Resignation {
        networks::leave(tx, by, id, until)?;
    } else {
        networks::end_sent(tx, by, id, until, reason)?;
    }
    // What ends today is told today; the rest by the job of its day.
    let ended = delegations::find_delegation(tx, id)?;
    if ended.detail.version == 0 {
        delegations::save_detail(tx, &it, &ended.detail)?;
    }
    tx.emit(seat_event("delegation.ended", &it, by.person));
    if until <= tx.today() {
        tell_end(tx, &delegations::find_delegation(tx, id)?, base)?;
    }
    Ok(())
}

/// Lets a delegation rest while whoever is sent is away for long, or go on. Meanwhile whoever stands in acts, and the receiver
/// is told who comes.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead the senders; [`Error::Rule`] where it does not run, or does
/// not rest.
pub fn rest(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, rests: bool) -> Result<()> {
    let (it, receiver, stance) = found(tx, by, id)?;
    if !stance.leads {
        return denied();
    }
    networks::rest_sent(tx, by, id, rests)?;
    tx.emit(seat_event(if rests { "delegation.rests" } else { "delegation.goes_on" }, &it, by.person));
    let sender = networks::body_for_program(tx, it.sender)?;
    letters::to_receiver(tx, &it, &receiver, &sender, if rests { Word::Rests } else { Word::GoesOn })
}

/// Tells the receiver and those who lead the senders that a delegation is over, once.
///
/// # Errors
/// When the database refuses.
pub fn tell_end(tx: &Tx<'_>, it: &Delegation, base: &str) -> Result<()> {
    let receiver = networks::body_for_program(tx, it.receiver)?;
    let sender = networks::body_for_program(tx, it.sender)?;
    letters::to_receiver(tx, it, &receiver, &sender, Word::Ended)?;
    letters::seat_is_free(tx, it, &receiver, &sender, base)?;
    if it.detail.version == 0 {
        delegations::save_detail(tx, it, &it.detail)?;
    }
    delegations::save_end_told(tx, it.id)
}

/// Tells the receiver that whoever holds the post now comes in place of her predecessor.
///
/// # Errors
/// When the database refuses.
pub fn tell_successor(tx: &Tx<'_>, it: &Delegation) -> Result<()> {
    let receiver = networks::body_for_program(tx, it.receiver)?;
    let sender = networks::body_for_program(tx, it.sender)?;
    letters::to_receiver(tx, it, &receiver, &sender, Word::Followed)
}
