//! Asking: whom is asked of the seats at that moment, and again every day.

use std::collections::HashSet;

use db::Tx;
use kernel::{Actor, Id, Result};
use networks::{Body, Invitee};

use super::{
    event, led,
    letters::{Asker, Asks},
    still_draft,
};
use crate::{
    Poll, Voter,
    actions::{inviting::addressees, rule},
    rules::DATES_LEAST,
    store::polls,
};

/// Asks everybody who has a seat now. Gives how many letters leave.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when they were asked already, there are too few days, a
/// day or the day for answers has passed, or nobody has a seat.
pub fn send_poll(tx: &Tx<'_>, by: &Actor, id: Id<Poll>, base: &str) -> Result<usize> {
    let (poll, body) = led(tx, by, id)?;
    still_draft(&poll)?;
    let dates = polls::list_dates(tx, id)?;
    if dates.len() < DATES_LEAST {
        return rule(
            "Bitte stellen Sie mindestens zwei Termine zur Wahl.",
            "Please give at least two dates to choose from.",
        );
    }
    if dates.iter().any(|d| d.starts_at <= tx.now()) {
        return rule(
            "Ein Termin liegt schon zurück. Bitte streichen Sie ihn.",
            "One of the dates lies in the past. Please strike it.",
        );
    }
    if poll.answer_until < tx.today() {
        return rule("Die Frist für Antworten liegt schon zurück.", "The day for answers lies in the past.");
    }
    let invitees = addressees(tx, &body)?;
    if invitees.is_empty() {
        return rule("In diesem Gremium sitzt noch niemand.", "Nobody sits in this body yet.");
    }
    polls::save_sent(tx, id)?;
    let asker = Asker { tx, poll: &poll, body: &body, dates: &dates, base };
    for invitee in &invitees {
        welcome(&asker, invitee)?;
    }
    tx.emit(event("poll.sent", &poll, by.person));
    Ok(invitees.iter().filter(|invitee| invitee.address.is_some()).count())
}

fn welcome(asker: &Asker<'_>, invitee: &Invitee) -> Result<()> {
    let voter = Voter {
        id: asker.tx.id(),
        poll: asker.poll.id,
        seat: Some(invitee.seat),
        person: invitee.person,
        post: invitee.post,
        address: invitee.address.clone().unwrap_or_default(),
        lang: invitee.lang,
        answered_at: None,
        way: None,
        late: false,
        contested_at: None,
        ended_at: None,
    };
    polls::insert_voter(asker.tx, &voter)?;
    asker.write(&voter, Asks::When)
}

/// Who somebody is, whichever seat she comes through; a mailbox is that of its seat.
type Key = (Option<i64>, Option<i64>);

fn key(person: Option<i64>, seat: Option<i64>) -> Key {
    if person.is_some() { (person, None) } else { (None, seat) }
}

/// Asks whoever came into the body since, and whoever can be written to only now; whoever left is no longer asked, and her
/// answer no longer counts. Gives how many came and went. The caller leaves the event.
///
/// # Errors
/// When the database refuses.
pub fn follow_poll(tx: &Tx<'_>, poll: &Poll, body: &Body, base: &str) -> Result<(usize, usize)> {
    let now = addressees(tx, body)?;
    let all = polls::list_voters(tx, poll.id)?;
    let of = |v: &Voter| key(v.person.map(Id::raw), v.seat.map(Id::raw));
    let wanted: HashSet<Key> = now.iter().map(|i| key(i.person.map(Id::raw), Some(i.seat.raw()))).collect();
    let standing: HashSet<Key> = all.iter().filter(|v| v.stands()).map(of).collect();
    let left: Vec<Id<Voter>> = all.iter().filter(|v| v.stands() && !wanted.contains(&of(v))).map(|v| v.id).collect();
    let came: Vec<&Invitee> =
        now.iter().filter(|i| !standing.contains(&key(i.person.map(Id::raw), Some(i.seat.raw())))).collect();
    if !left.is_empty() {
        polls::save_ended(tx, &left)?;
    }
    let lost = |v: &&Voter| v.stands() && v.address.is_empty();
    let found: Vec<Voter> = all.iter().filter(lost).filter_map(|v| reached(v, &now)).collect();
    if !came.is_empty() || !found.is_empty() {
        let dates = polls::list_dates(tx, poll.id)?;
        let asker = Asker { tx, poll, body, dates: &dates, base };
        came.iter().try_for_each(|invitee| welcome(&asker, invitee))?;
        for voter in &found {
            polls::save_address(tx, voter)?;
            asker.write(voter, Asks::When)?;
        }
    }
    Ok((came.len() + found.len(), left.len()))
}

/// Somebody who was asked without an address, with the one she has now.
fn reached(voter: &Voter, now: &[Invitee]) -> Option<Voter> {
    let person = voter.person?;
    let invitee = now.iter().find(|invitee| invitee.person == Some(person))?;
    Some(Voter { address: invitee.address.clone()?, lang: invitee.lang, ..voter.clone() })
}

/// Reminds those who have said nothing, once. Gives how many.
///
/// # Errors
/// When the database refuses.
pub fn remind_poll(tx: &Tx<'_>, poll: &Poll, body: &Body, base: &str) -> Result<usize> {
    let dates = polls::list_dates(tx, poll.id)?;
    let all = polls::list_voters(tx, poll.id)?;
    let asker = Asker { tx, poll, body, dates: &dates, base };
    let silent: Vec<&Voter> = all.iter().filter(|v| v.is_silent()).collect();
    for voter in &silent {
        asker.write(voter, Asks::Again)?;
    }
    polls::save_reminded(tx, poll.id)?;
    Ok(silent.len())
}
