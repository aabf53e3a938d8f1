//! Whoever joins later is invited, whoever leaves is told; whoever says nothing is reminded once.

use std::collections::HashSet;

use db::Tx;
use kernel::{Actor, Day, Id, Result};
use networks::{Body, Invitee};

use super::{
    send::{addressees, welcome},
    tell::Teller,
};
use crate::{
    Capacity, Invitation, Letter, LetterKind, Meeting, MeetingState,
    actions::{event, led, rule},
    store::{self, invitations, letters},
    words::T,
};

/// Compares who is invited with who has a seat now: invites those who came and those who can be written to only now, tells
/// those who left. Gives how many came and went.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when nobody was invited yet.
pub fn follow(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, base: &str) -> Result<(usize, usize)> {
    let (meeting, body) = led(tx, by, id)?;
    if meeting.state != MeetingState::Invited {
        return rule("Laden Sie zuerst ein.", "Please send the invitations first.");
    }
    let count = follow_one(tx, &meeting, &body, base)?;
    if count == (0, 0) {
        tx.silent("everybody who has a seat is invited already");
    } else {
        tx.emit(event("meeting.followed", &meeting, by.person));
    }
    Ok(count)
}

/// The same for the program itself, which leaves the event.
///
/// # Errors
/// When the database refuses.
pub fn follow_one(tx: &Tx<'_>, meeting: &Meeting, body: &Body, base: &str) -> Result<(usize, usize)> {
    let now = addressees(tx, body)?;
    let all = invitations::list_invitations(tx, meeting.id)?;
    let by_seat =
        |i: &&Invitation| i.stands() && matches!(i.capacity, Capacity::Member | Capacity::StandIn | Capacity::Mailbox);
    let standing: HashSet<_> = all.iter().filter(by_seat).map(key_of).collect();
    let wanted: HashSet<_> = now.iter().map(key).collect();
    let came: Vec<&Invitee> = now.iter().filter(|i| !standing.contains(&key(i))).collect();
    let mut left: Vec<&Invitation> = all.iter().filter(by_seat).filter(|i| !wanted.contains(&key_of(i))).collect();
    // Whom they sent does not come for them any more.
    let gone: HashSet<Id<Invitation>> = left.iter().map(|i| i.id).collect();
    left.extend(all.iter().filter(|i| i.stands() && i.substitute_for.is_some_and(|of| gone.contains(&of))));
    let found: Vec<Invitation> =
        all.iter().filter(by_seat).filter(|i| i.address.is_empty()).filter_map(|i| reached(i, &now)).collect();
    if came.is_empty() && left.is_empty() && found.is_empty() {
        return Ok((0, 0));
    }
    let ids: Vec<_> = left.iter().map(|i| i.id).collect();
    if !ids.is_empty() {
        invitations::save_ended(tx, &ids, tx.now())?;
    }
    let teller = Teller::load(tx, meeting.id, body, base)?;
    for invitation in &left {
        teller.write(invitation, LetterKind::Cancellation, no_longer(invitation))?;
    }
    for invitee in &came {
        welcome(tx, &teller, meeting.id, invitee)?;
    }
    for invitation in &found {
        invitations::save_address(tx, invitation)?;
        teller.write(invitation, LetterKind::Invitation, "")?;
    }
    Ok((came.len() + found.len(), left.len()))
}

/// An invitation that was written down without an address, with the one its person has now.
fn reached(invitation: &Invitation, now: &[Invitee]) -> Option<Invitation> {
    let person = invitation.person?;
    let invitee = now.iter().find(|invitee| invitee.person == Some(person))?;
    Some(Invitation { address: invitee.address.clone()?, lang: invitee.lang, ..invitation.clone() })
}

/// Why somebody is no longer invited. A mailbox hears of no seat of its own.
fn no_longer(invitation: &Invitation) -> &'static str {
    let t = T(invitation.lang);
    match (invitation.substitute_for, invitation.person) {
        (Some(_), _) => t.letter_no_longer_sent(),
        (None, Some(_)) => t.letter_no_longer_seat(),
        (None, None) => "",
    }
}

/// Who somebody is, whichever seat she comes through; a mailbox is that of its seat.
fn key(invitee: &Invitee) -> (Option<i64>, Option<i64>) {
    match invitee.person {
        Some(person) => (Some(person.raw()), None),
        None => (None, Some(invitee.seat.raw())),
    }
}

fn key_of(invitation: &Invitation) -> (Option<i64>, Option<i64>) {
    match invitation.person {
        Some(person) => (Some(person.raw()), None),
        None => (None, invitation.seat.map(Id::raw)),
    }
}

/// Reminds those who have said nothing, once for each time of the meeting; not those who were invited on `fresh` or later. Gives how
/// many.
///
/// # Errors
/// When the database refuses.
pub fn remind_silent(tx: &Tx<'_>, meeting: &Meeting, body: &Body, base: &str, fresh: Option<Day>) -> Result<usize> {
    let all = invitations::list_invitations(tx, meeting.id)?;
    let mut silent: Vec<&Invitation> = all.iter().filter(|i| i.is_silent()).collect();
    if let Some(fresh) = fresh {
        let written = letters::list_letters(tx, meeting.id)?;
        let invited = |i: &Invitation| {
            let hers = |l: &&Letter| l.invitation == i.id && l.kind == LetterKind::Invitation;
            written.iter().any(|l| hers(&l) && l.written_at.day() >= fresh)
        };
        silent.retain(|i| !invited(i));
    }
    let teller = Teller::load(tx, meeting.id, body, base)?;
    for invitation in &silent {
        teller.write(invitation, LetterKind::Reminder, "")?;
    }
    let ids: Vec<_> = silent.iter().map(|i| i.id).collect();
    if !ids.is_empty() {
        invitations::save_reminded(tx, &ids)?;
    }
    store::meetings::save_reminded(tx, meeting.id)?;
    Ok(ids.len())
}
