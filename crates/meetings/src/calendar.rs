//! What calendars are told of a meeting: beside a letter (RFC 5546, 6047), and where somebody subscribed (RFC 5545).
//!
//! Of a sensitive network a calendar learns when, and nothing else, whatever somebody chose: calendars are read by
//! colleagues and by those who run them.

use db::{CalendarPart, Conn};
use formats::{Attendee, CalendarEvent, CalendarFile, Method, Partstat, Party, Status, write_calendar};
use kernel::{Id, Lang, Moment, Result};
use networks::Body;
pub use networks::{ANSWERS, ANSWERS_KEY};

use crate::{Answer, Invitation, LetterKind, Meeting, MeetingState, rules::sees_place, words::T};

/// The setting with the mail address letters come from.
pub const ORGANIZER: &str = "meetings.organizer";
/// The most characters before the `+` of the address for answers: with number and tag it stays below 64 (RFC 5321 4.5.3.1.1).
pub const ANSWERS_LOCAL: usize = 20;

/// Who invites, as far as calendars are concerned.
#[derive(Clone, PartialEq, Eq)]
pub struct Organizer {
    /// The address letters come from, or that for answers.
    address: String,
    /// The secret from which each invitation's address is made, where answers are taken.
    key: Option<String>,
}

impl Organizer {
    /// Where the calendar of an invitation sends its answer: always the same, so that programs take changes of the meeting
    /// for changes, and known to nobody else, so that an answer that comes there is one of whoever has the letter.
    fn address_for(&self, invitation: Id<Invitation>) -> String {
        match (&self.key, self.address.split_once('@')) {
            (Some(key), Some((local, domain))) => format!("{local}+{}@{domain}", tag(key, invitation)),
            _ => self.address.clone(),
        }
    }
}

/// What stands behind the `+` of an invitation's address for answers: its number, and what proves that it came from us.
#[must_use]
pub fn tag(key: &str, invitation: Id<Invitation>) -> String {
    let proof = accounts::secrets::hash("calendar answer", &[key, &invitation.to_string()]);
    format!("{invitation}-{}", proof.get(..20).unwrap_or_default())
}

/// Who invites; `None` while nobody said which address letters come from: then they carry nothing for calendars.
///
/// # Errors
/// When the database cannot be read.
pub fn organizer(conn: &Conn) -> Result<Option<Organizer>> {
    if let Some(address) = db::setting(conn, ANSWERS)?.filter(|address| !address.is_empty())
        && let Some(key) = db::setting(conn, ANSWERS_KEY)?
    {
        return Ok(Some(Organizer { address, key: Some(key) }));
    }
    Ok(db::setting(conn, ORGANIZER)?.map(|address| Organizer { address, key: None }))
}

/// How a calendar shows a meeting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Showing {
    /// With its name and, where she may know it, its place.
    Titled,
    /// When, and nothing else.
    Neutral,
}

/// A meeting as an event. `answer`: what the reader answered, where she is invited.
#[must_use]
pub fn event(
    lang: Lang,
    (meeting, body): (&Meeting, &Body),
    answer: Option<Answer>,
    showing: Showing,
    now: Moment,
) -> CalendarEvent {
    let t = T(lang);
    let neutral = showing == Showing::Neutral || body.sensitive;
    let mut it = CalendarEvent {
        uid: meeting.uid.clone(),
        sequence: meeting.sequence,
        stamp: now,
        starts: meeting.starts_at,
        ends: meeting.ends_at(),
        title: if neutral { t.calendar_neutral().to_owned() } else { meeting.title.clone() },
        note: String::new(),
        place: String::new(),
        url: String::new(),
        status: match meeting.state {
            MeetingState::Planned => Status::Tentative,
            MeetingState::Cancelled => Status::Cancelled,
            _ => Status::Confirmed,
        },
        private: neutral,
        organizer: None,
        attendee: None,
    };
    if !neutral {
        it.note = body.name_in(lang).to_owned();
        if sees_place(meeting, false, answer) {
            it.place.clone_from(&meeting.place);
            if !meeting.online.is_empty() {
                it.note = format!("{}\n{}", it.note, t.letter_online(&meeting.online));
            }
        }
    }
    it
}

/// What a letter of that kind tells the calendar of whoever gets it; `None` where it tells nothing new.
#[must_use]
pub fn part(
    (meeting, body): (&Meeting, &Body),
    to: &Invitation,
    kind: LetterKind,
    organizer: &Organizer,
    now: Moment,
) -> Option<CalendarPart> {
    let method = match kind {
        LetterKind::Invitation | LetterKind::Change => Method::Request,
        LetterKind::Cancellation => Method::Cancel,
        LetterKind::Agenda | LetterKind::Reminder | LetterKind::Question | LetterKind::Substitute => return None,
    };
    let named = if body.sensitive { String::new() } else { body.name_in(to.lang).to_owned() };
    let answer = match to.answer {
        Answer::None => Partstat::NeedsAction,
        Answer::Yes => Partstat::Accepted,
        Answer::No => Partstat::Declined,
        Answer::Substitute => Partstat::Delegated,
    };
    let party = Party { name: to.name.clone(), address: to.address.clone() };
    let told = CalendarEvent {
        organizer: Some(Party { name: named, address: organizer.address_for(to.id) }),
        attendee: Some(Attendee { party, answer, asked: organizer.key.is_some() && method == Method::Request }),
        ..event(to.lang, (meeting, body), Some(to.answer), Showing::Titled, now)
    };
    let file = CalendarFile { method, name: String::new(), hours: 0, events: vec![told] };
    Some(CalendarPart { method: method.word().to_owned(), text: write_calendar(&file) })
}
