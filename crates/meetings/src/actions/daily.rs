//! What happens every day by itself.

use db::Tx;
use kernel::{Event, Result, Subject};

use super::{event, inviting, minutes, poll};
use crate::{
    Meeting, MeetingState,
    store::{attendance, codes, letters, meetings, minutes as records, others, own, polls},
};

/// So many days before an answer is due those who said nothing are reminded.
const REMIND_DAYS: i32 = 2;
/// Where no day was given, so many days before the meeting.
const REMIND_BEFORE: i32 = 5;
/// So long after a meeting of a sensitive network it is known who was there: thirty days.
const SENSITIVE_SECONDS: i64 = 30 * 86_400;
/// How far ahead invitations follow the seats: years.
const AHEAD_YEARS: i32 = 3;

fn ahead(tx: &Tx<'_>) -> Result<Vec<Meeting>> {
    meetings::list_in_state(tx, MeetingState::Invited, (tx.now(), tx.today().plus_months(12 * AHEAD_YEARS).at(0, 0)))
}

/// Invites whoever came into a body since its invitations left, and tells whoever left it.
///
/// # Errors
/// When the database refuses.
pub fn follow(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("nobody may have come or gone");
    let Some(base) = db::setting(tx, networks::ADDRESS)? else { return Ok(()) };
    // Few: meetings that lie ahead.
    for meeting in ahead(tx)? {
        let body = networks::body_for_program(tx, meeting.body)?;
        if inviting::follow_one(tx, &meeting, &body, &base)? != (0, 0) {
            tx.emit(event("meeting.followed", &meeting, None));
        }
    }
    Ok(())
}

/// Reminds whoever has said nothing, once: two days before answers are due, or five days before the meeting.
///
/// # Errors
/// When the database refuses.
pub fn remind(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("a letter brings a meeting to mind, and the meeting is as it was");
    let Some(base) = db::setting(tx, networks::ADDRESS)? else { return Ok(()) };
    let today = tx.today();
    for meeting in ahead(tx)? {
        let from = match meeting.answer_until {
            Some(until) => until.plus_days(-REMIND_DAYS),
            None => meeting.day().plus_days(-REMIND_BEFORE),
        };
        // Whoever was invited yesterday needs no reminder today.
        let fresh = meeting.invited_at.is_some_and(|at| today.days_since(at.day()) < REMIND_DAYS);
        if meeting.reminded_at.is_none() && today >= from && !fresh {
            let body = networks::body_for_program(tx, meeting.body)?;
            // Nor does whoever was invited later than the others.
            inviting::remind_silent(tx, &meeting, &body, &base, Some(today.plus_days(1 - REMIND_DAYS)))?;
        }
    }
    Ok(())
}

/// Asks whoever came into a body since its date poll began; whoever left is no longer asked.
///
/// # Errors
/// When the database refuses.
pub fn follow_polls(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("nobody may have come or gone");
    let Some(base) = db::setting(tx, networks::ADDRESS)? else { return Ok(()) };
    // Few: polls that wait for a day.
    for it in polls::list_open(tx)? {
        let body = networks::body_for_program(tx, it.body)?;
        if poll::follow_poll(tx, &it, &body, &base)? != (0, 0) {
            tx.emit(Event::new("poll.followed", Subject::new("poll", it.id.raw())).within(it.scope()));
        }
    }
    Ok(())
}

/// Reminds whoever has not answered a date poll, once, two days before answers are due.
///
/// # Errors
/// When the database refuses.
pub fn remind_polls(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("a letter brings a question to mind, and the poll is as it was");
    let Some(base) = db::setting(tx, networks::ADDRESS)? else { return Ok(()) };
    let today = tx.today();
    for it in polls::list_open(tx)? {
        let due = today >= it.answer_until.plus_days(-REMIND_DAYS) && today <= it.answer_until;
        let fresh = it.sent_at.is_some_and(|at| today.days_since(at.day()) < REMIND_DAYS);
        if it.reminded_at.is_none() && due && !fresh {
            let body = networks::body_for_program(tx, it.body)?;
            poll::remind_poll(tx, &it, &body, &base)?;
        }
    }
    Ok(())
}

/// Meetings that lie behind are over; what the outbox knows of their letters is kept with them before it forgets.
///
/// # Errors
/// When the database refuses.
pub fn close(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("the calendar ends meetings, and the outbox's word is copied");
    super::live::end_left_open(tx)?;
    meetings::end_past(tx, tx.today().at(0, 0))?;
    let waiting = letters::list_waiting(tx)?;
    let of_minutes = records::list_waiting(tx)?;
    let ids: Vec<i64> = waiting.iter().map(|(_, mail)| *mail).chain(of_minutes.iter().map(|(_, mail)| *mail)).collect();
    let known = db::mail_states(tx, &ids)?;
    for (letter, mail) in of_minutes {
        match known.iter().find(|state| state.id == mail) {
            Some(state) if state.left_at.is_some() => records::save_left(tx, letter, state.left_at)?,
            Some(state) if state.failed => records::save_left(tx, letter, None)?,
            _ => {}
        }
    }
    let mut lost = Vec::new();
    for (letter, mail) in waiting {
        match known.iter().find(|state| state.id == mail) {
            Some(state) if state.left_at.is_some() => letters::save_left(tx, letter, state.left_at)?,
            Some(state) if state.failed => {
                letters::save_left(tx, letter, None)?;
                lost.push(mail);
            }
            _ => {}
        }
    }
    inviting::tell_lost(tx, &lost).map(drop)
}

/// Minutes whose time for objections is over without one are approved where the rules of their body say so.
///
/// # Errors
/// When the database refuses.
pub fn approve(tx: &Tx<'_>, _day: &str) -> Result<()> {
    if minutes::approve_by_clock(tx)? == 0 {
        tx.silent("no minutes have to be approved");
    }
    Ok(())
}

/// Forgets what was only needed until the meeting: addresses of those sent and of guests, links, and proposals, two years
/// after it; and date polls, two years after they ended.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    let before = tx.today().plus_months(-24).at(0, 0);
    super::authorisation::forget(tx, tx.now().plus_seconds(-SENSITIVE_SECONDS))?;
    attendance::delete_sensitive_spans(tx, tx.now().plus_seconds(-SENSITIVE_SECONDS))?;
    attendance::delete_sensitive(tx, tx.now().plus_seconds(-SENSITIVE_SECONDS))?;
    records::delete_letters(tx, before)?;
    own::delete_letters(tx, before)?;
    own::delete_proposals(tx, before)?;
    codes::delete_past(tx, before)?;
    own::delete_substitutes(tx, before)?;
    own::delete_invitations(tx, before)?;
    others::delete_past(tx, before.day())?;
    polls::delete_answers(tx, before)?;
    polls::delete_letters(tx, before)?;
    polls::delete_voters(tx, before)?;
    polls::delete_dates(tx, before)?;
    polls::delete_polls(tx, before)
}
