//! Calendar files (RFC 5545) and what calendars say to one another by mail (RFC 5546), written and read by hand: a file of
//! ours is a list of single events in UTC, and of others we read one thing only, the answer to an invitation.

mod line;
mod read;
mod write;

pub use read::{CALENDAR_MOST, NoReply, Partstat, Reply, read_reply};
pub use write::write_calendar;

use kernel::Moment;

/// What a calendar file asks for (RFC 5546 1.4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// It is to be read, nobody is asked.
    Publish,
    /// Whoever gets it is invited, or told of a change.
    Request,
    /// The events do not take place, or no longer concern whoever gets it.
    Cancel,
}

impl Method {
    /// Its word in the file and in the head of a letter's part (RFC 6047 2.4).
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// How an event stands (RFC 5545 3.8.1.11).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Not sure yet.
    Tentative,
    /// Takes place.
    Confirmed,
    /// Does not.
    Cancelled,
}

/// Whoever invites, or is invited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// Her name, as calendars show it; may be empty.
    pub name: String,
    /// The mail address.
    pub address: String,
}

/// Somebody who is invited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attendee {
    /// Who.
    pub party: Party,
    /// What she answered so far.
    pub answer: Partstat,
    /// Whether an answer by calendar is wanted.
    pub asked: bool,
}

/// One event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarEvent {
    /// Its name for ever, in every calendar (RFC 5545 3.8.4.7).
    pub uid: String,
    /// Counts changes that calendars were told of (RFC 5545 3.8.7.4).
    pub sequence: i64,
    /// When this was written (RFC 5545 3.8.7.2).
    pub stamp: Moment,
    /// When it begins.
    pub starts: Moment,
    /// When it ends.
    pub ends: Moment,
    /// What it is called.
    pub title: String,
    /// What else is to be known; several lines.
    pub note: String,
    /// Where.
    pub place: String,
    /// An address in the net.
    pub url: String,
    /// How it stands.
    pub status: Status,
    /// Whether calendars that others may read show no more than that somebody is busy (RFC 5545 3.8.1.3).
    pub private: bool,
    /// Who invites.
    pub organizer: Option<Party>,
    /// Whoever gets the file.
    pub attendee: Option<Attendee>,
}

/// A calendar file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarFile {
    /// What it asks for.
    pub method: Method,
    /// What a subscribed calendar is called (RFC 7986 5.1); empty in letters.
    pub name: String,
    /// After how many hours a subscribed calendar asks again (RFC 7986 5.7); 0 in letters.
    pub hours: u32,
    /// The events.
    pub events: Vec<CalendarEvent>,
}
