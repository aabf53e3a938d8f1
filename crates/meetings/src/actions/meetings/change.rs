//! Moving, changing, calling off, beginning and ending a meeting.

use db::Tx;
use kernel::{Actor, Error, Id, Result};
use people::rules::Check;

use crate::{
    LetterKind, Meeting, MeetingState, NewMeeting,
    actions::{event, inviting, led, rule},
    rules::{checked, ends_up_moved, still_ahead},
    store,
};

/// Changes a meeting that lies ahead. When the invitations have left and time, length, place or name become others,
/// everybody invited is told, calendars get a new number (RFC 5545 3.8.7.4), and after another time everybody is asked
/// again.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`] when somebody changed it meanwhile; [`Error::Rule`] when it has
/// begun, is over or called off; [`Error::Form`] as [`checked`].
pub fn change_meeting(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Meeting>,
    version: i64,
    new: &NewMeeting,
    base: &str,
) -> Result<()> {
    let (was, body) = led(tx, by, id)?;
    still_ahead(&was)?;
    if was.version != version {
        return Err(Error::Stale);
    }
    let new = checked(new, &body)?;
    let told = was.state == MeetingState::Invited && ends_up_moved(&was, &new);
    if told && new.starts_at <= tx.now() {
        return rule("Verlegen Sie den Termin in die Zukunft.", "Please move the meeting into the future.");
    }
    let other_time = (was.starts_at, was.minutes) != (new.starts_at, new.minutes);
    store::meetings::save_meeting(tx, id, version, &new, told)?;
    if told {
        if other_time {
            store::invitations::forget_answers(tx, id)?;
        }
        if was.day() != new.starts_at.day() {
            let notice = inviting::judged(tx, &body, new.starts_at.day())?;
            store::meetings::save_notice(tx, id, notice.as_ref())?;
        }
        inviting::tell_changed(tx, &was, &body, base)?;
    }
    let meeting = store::meetings::find_any_meeting(tx, id)?;
    tx.emit(event(if other_time { "meeting.moved" } else { "meeting.changed" }, &meeting, by.person));
    Ok(())
}

/// Calls a meeting off. Everybody invited is told why; calendars take it out (RFC 5546 3.2.5).
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it has begun, is over or called off; [`Error::Form`] on
/// `reason`.
pub fn call_off(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, reason: &str, base: &str) -> Result<()> {
    let (was, body) = led(tx, by, id)?;
    still_ahead(&was)?;
    let mut check = Check::new();
    let reason = check.text("reason", Some(reason)).unwrap_or_default();
    check.done()?;
    store::meetings::save_cancelled(tx, id, &reason)?;
    if was.state == MeetingState::Invited {
        inviting::tell_all(tx, id, &body, LetterKind::Cancellation, &reason, base)?;
    }
    tx.emit(event("meeting.cancelled", &was, by.person));
    Ok(())
}

/// The meeting begins.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is not ahead.
pub fn begin(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>) -> Result<()> {
    let (was, _) = led(tx, by, id)?;
    still_ahead(&was)?;
    store::meetings::save_state(tx, id, was.state, MeetingState::Running)?;
    tx.emit(event("meeting.begun", &was, by.person));
    Ok(())
}

/// The meeting is over.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is called off or over.
pub fn end(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>) -> Result<()> {
    let (was, _) = led(tx, by, id)?;
    if matches!(was.state, MeetingState::Ended | MeetingState::Cancelled) {
        return rule("Dieser Termin ist schon vorbei.", "This meeting is over already.");
    }
    store::meetings::save_state(tx, id, was.state, MeetingState::Ended)?;
    tx.emit(event("meeting.ended", &was, by.person));
    Ok(())
}
