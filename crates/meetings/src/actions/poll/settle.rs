//! How a poll ends: a meeting comes of it, or it is given up.

use db::Tx;
use kernel::{Actor, Error, Id, Result, Subject};

use super::{
    closed, event, led,
    letters::{Asker, Asks},
};
use crate::{
    Meeting, NewMeeting, Poll, PollDate, PollState,
    actions::{meetings::insert, rule},
    store::polls,
};

/// One of its days becomes the meeting, set down as if by hand; the invitation goes its usual way.
///
/// # Errors
/// [`Error::NotFound`], also for a day that is not of this poll; [`Error::Denied`]; [`Error::Rule`] when nobody was asked
/// yet, it is over, or the day has passed.
pub fn settle_poll(tx: &Tx<'_>, by: &Actor, id: Id<Poll>, date: Id<PollDate>) -> Result<Id<Meeting>> {
    let (poll, body) = led(tx, by, id)?;
    match poll.state {
        PollState::Open => {}
        PollState::Draft => return rule("Fragen Sie zuerst.", "Please ask first."),
        PollState::Settled | PollState::Dropped => return closed(),
    }
    let dates = polls::list_dates(tx, id)?;
    let date = dates.iter().find(|d| d.id == date).ok_or(Error::NotFound)?;
    if date.starts_at <= tx.now() {
        return rule("Dieser Tag liegt schon zurück.", "This day lies in the past.");
    }
    let new = NewMeeting {
        note: poll.note.clone(),
        minutes: poll.minutes,
        place: poll.place.clone(),
        online: poll.online.clone(),
        level: poll.level,
        ..NewMeeting::new(&poll.title, date.starts_at)
    };
    let meeting = insert(tx, by, &body, &new, None)?;
    polls::save_closed(tx, id, PollState::Settled, Some(meeting.id))?;
    tx.emit(event("poll.settled", &poll, by.person).touching(Subject::new("meeting", meeting.id.raw())));
    tx.emit(crate::actions::event("meeting.planned", &meeting, by.person));
    Ok(meeting.id)
}

/// Gives it up. Whoever was asked is told.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is over.
pub fn drop_poll(tx: &Tx<'_>, by: &Actor, id: Id<Poll>, base: &str) -> Result<()> {
    let (poll, body) = led(tx, by, id)?;
    if matches!(poll.state, PollState::Settled | PollState::Dropped) {
        return closed();
    }
    polls::save_closed(tx, id, PollState::Dropped, None)?;
    let asker = Asker { tx, poll: &poll, body: &body, dates: &[], base };
    for voter in polls::list_voters(tx, id)?.iter().filter(|v| v.is_written_to()) {
        asker.write(voter, Asks::Dropped)?;
    }
    tx.emit(event("poll.dropped", &poll, by.person));
    Ok(())
}
