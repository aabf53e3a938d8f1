//! Splitting a meeting in two.

use db::Tx;
use kernel::{Actor, Event, Id, Moment, Result, Subject};

use super::convene::insert;
use crate::{
    Item, Meeting, MeetingState, NewMeeting,
    actions::{event, inviting, led, rule},
    rules::{split, still_ahead},
    store,
};

/// Splits a meeting before one of its items: that one and all behind it go into a second meeting with its own name for
/// calendars. When the invitations have left, the first part is told as changed, and everybody is invited to the second.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when it has begun, is over or called off;
/// [`kernel::Error::Form`] on `item` and `day`.
pub fn split_meeting(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Meeting>,
    before: Id<Item>,
    second: Moment,
    base: &str,
) -> Result<Id<Meeting>> {
    let (was, body) = led(tx, by, id)?;
    still_ahead(&was)?;
    let items = store::agenda::list_items(tx, id)?;
    let part = split(&was, &items, before, second)?;
    let invited = was.state == MeetingState::Invited;
    if invited && second <= tx.now() {
        return rule("Verlegen Sie den Termin in die Zukunft.", "Please move the meeting into the future.");
    }
    let kept = NewMeeting::from(&was);
    let other = NewMeeting {
        starts_at: second,
        minutes: part.second_minutes,
        answer_until: None,
        proposals_until: None,
        ..kept.clone()
    };
    let made = insert(tx, by, &body, &other, Some(id))?;
    store::agenda::save_meeting_of(tx, &part.items, made.id)?;
    let first = NewMeeting { minutes: part.first_minutes, ..kept };
    store::meetings::save_meeting(tx, id, was.version, &first, invited)?;
    if invited {
        inviting::tell_changed(tx, &was, &body, base)?;
        inviting::send(tx, by, &made, &body, true, base)?;
    }
    tx.emit(event("meeting.split", &was, by.person).touching(Subject::new("meeting", made.id.raw())));
    let planned: Event = event("meeting.planned", &made, by.person);
    tx.emit(planned);
    Ok(made.id)
}
