//! Meetings that come again.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::Body;

use crate::{Meeting, rules::Rule};

/// A series of meetings of a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that meets.
    pub body: Id<Body>,
    /// Who may see it, of those who sit in the body or convene it.
    pub level: Level,
    /// Who knows of its meetings.
    pub meeting_level: Level,
    /// What its meetings are called.
    pub title: String,
    /// What those invited are to know.
    pub note: String,
    /// How they come again.
    pub rule: Rule,
    /// From which day on.
    pub first_day: Day,
    /// When they begin, in minutes of the day, in local time.
    pub minute: i64,
    /// How long they last.
    pub minutes: i64,
    /// Where in the net; may be empty.
    pub online: String,
    /// The standing items, one a line, each with its minutes.
    pub agenda: String,
    /// Since when no more come.
    pub ended_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

impl Series {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
    /// When the meeting of a day begins, in local time.
    #[must_use]
    pub fn begins(&self, day: Day) -> Moment {
        let part = |n: i64| i8::try_from(n).unwrap_or_default();
        day.at(part(self.minute / 60), part(self.minute % 60))
    }
}

/// What is asked for a new series, and for a changed one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewSeries {
    /// What its meetings are called, at most 120 characters.
    pub title: String,
    /// What those invited are to know.
    pub note: String,
    /// How they come again.
    pub rule: Rule,
    /// From which day on.
    pub first_day: Day,
    /// When they begin: 0 to 1439, in minutes of the day.
    pub minute: i64,
    /// How long they last: 1 minute to 14 days.
    pub minutes: i64,
    /// Where in the net: an address.
    pub online: String,
    /// Who knows of its meetings.
    pub level: Level,
    /// The standing items, one a line: `20 Begrüßung`.
    pub agenda: String,
    /// Who takes turns as host: name and place.
    pub hosts: Vec<(String, String)>,
}

/// Who takes turns as host.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Host {
    /// Its number.
    pub id: Id<Self>,
    /// Its name: a town, an office.
    pub name: String,
    /// Where it receives; may be empty.
    pub place: String,
}

/// Somebody was host, or will be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    /// Who.
    pub host: Id<Host>,
    /// On which day.
    pub day: Day,
}

/// A day of a series that was decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decided {
    /// The day.
    pub day: Day,
    /// Its meeting; `None` where the day is left out.
    pub meeting: Option<Id<Meeting>>,
    /// Who is host.
    pub host: Option<Id<Host>>,
}
