//! Answers that calendars send by mail (RFC 5546 3.2.3).

use db::Tx;
use formats::{NoReply, Partstat, read_reply};
use kernel::{Id, Result};
use web::Incoming;

use super::answer::{Sent, answer};
use crate::{
    Answer, Way,
    actions::rule,
    calendar::{ANSWERS_KEY, tag},
    store::{self, invitations},
};

/// Takes an answer that came to the address of an invitation. Whoever writes to that address has the letter; who is named as
/// the sender proves nothing and is not looked at. Gives whether the letter was for a meeting.
///
/// # Errors
/// [`kernel::Error::Rule`] says why nothing comes of it, for the log: another event, another address, a state of the meeting
/// that is over, a word that is no answer; and as [`answer`].
pub fn take_reply(tx: &Tx<'_>, letter: &Incoming<'_>) -> Result<bool> {
    if letter.failed.is_some() {
        return super::came_back(tx, letter.tag);
    }
    if letter.calendar.is_empty() {
        return Ok(false);
    }
    let id = letter.tag.split_once('-').and_then(|(number, _)| number.parse::<Id<_>>().ok());
    let (Some(id), Some(key)) = (id, db::setting(tx, ANSWERS_KEY)?) else { return Ok(false) };
    if !accounts::secrets::same(letter.tag, &tag(&key, id)) {
        return Ok(false);
    }
    let reply = match read_reply(letter.calendar) {
        Ok(reply) => reply,
        Err(why) => return rule("Die Antwort ist nicht lesbar.", refusal(why)),
    };
    let invitation = invitations::find_invitation(tx, id)?;
    let meeting = store::meetings::find_any_meeting(tx, invitation.meeting)?;
    if reply.uid != meeting.uid {
        return rule("Die Antwort nennt einen anderen Termin.", "the answer names another event");
    }
    if !reply.attendee.eq_ignore_ascii_case(&invitation.address) {
        return rule("Die Antwort nennt jemand anderen.", "the answer names somebody else");
    }
    if reply.sequence.is_some_and(|sequence| sequence < meeting.sequence) {
        return rule("Der Termin hat sich inzwischen geändert.", "the answer is about an earlier state of the meeting");
    }
    let answered = match reply.answer {
        Partstat::Accepted => Answer::Yes,
        Partstat::Declined => Answer::No,
        Partstat::Tentative | Partstat::Delegated | Partstat::NeedsAction => {
            return rule("Zusagen oder absagen, etwas anderes zählt nicht.", "neither accepted nor declined");
        }
    };
    let base = db::setting(tx, networks::ADDRESS)?.unwrap_or_default();
    answer(tx, id, (answered, Way::Calendar), Sent::default(), &base)?;
    Ok(true)
}

const fn refusal(why: NoReply) -> &'static str {
    match why {
        NoReply::TooLarge => "the answer is larger than one is",
        NoReply::Broken => "the answer is no calendar file",
        NoReply::OtherMethod => "the calendar asks for something else than to answer",
        NoReply::NoEvent => "the answer names no event, or several",
        NoReply::NoAttendee => "the answer does not say whose it is",
        NoReply::NoAnswer => "the answer says nothing",
    }
}
