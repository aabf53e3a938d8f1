//! Who was at a meeting.

use kernel::{Id, Moment};
use networks::Seat;
use people::{Person, stored_words};

use crate::{Capacity, Meeting};

stored_words! {
    /// How somebody was at a meeting.
    pub enum Presence {
        /// In the room.
        Present = "present",
        /// From elsewhere, by sound and picture.
        Remote = "remote",
        /// Somebody else was there for the seat.
        Represented = "represented",
        /// Somebody present voted for her by proxy.
        Proxy = "proxy",
        /// Not there, and said so before.
        Excused = "excused",
        /// Not there.
        Absent = "absent",
    }
}

impl Presence {
    /// Whether the seat was there, whoever came for it.
    #[must_use]
    pub const fn is_there(self) -> bool {
        matches!(self, Self::Present | Self::Remote | Self::Represented)
    }
}

/// A time somebody was there before the last one: she left and came back, or changed from the room to a screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// How she was there then.
    pub presence: Presence,
    /// Who came for her.
    pub by_name: String,
    /// Since when, where not from the beginning.
    pub from: Option<Moment>,
    /// Until when.
    pub until: Moment,
}

impl Span {
    /// Whether that moment lies within it.
    #[must_use]
    pub fn holds(&self, at: Moment) -> bool {
        self.from.is_none_or(|from| from <= at) && at < self.until
    }
}

/// One line of the list: somebody of the body, the mailbox of a vacant post, or a guest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// What names it in its meeting for ever: `s12-1` of a seat, `g3` of a guest.
    pub key: String,
    /// The seat; guests have none.
    pub seat: Option<Id<Seat>>,
    /// Who, where the house knows her.
    pub person: Option<Id<Person>>,
    /// The name of a guest.
    pub name: String,
    /// As what.
    pub capacity: Capacity,
    /// How she was there.
    pub presence: Presence,
    /// Who came for her, or voted for her.
    pub by_name: String,
    /// Since when, where not from the beginning.
    pub from: Option<Moment>,
    /// Until when, where not to the end.
    pub until: Option<Moment>,
    /// When and how she was there before that, in their order.
    pub earlier: Vec<Span>,
    /// How many had entered themselves when she did; 0 where somebody else entered her.
    pub checked: i64,
    /// Whether two persons entered themselves for it.
    pub contested: bool,
    /// Its row, once it was kept.
    pub row: Option<Id<Self>>,
    /// Whether an authorisation of whoever came or votes for her was handed in; asked only where somebody did.
    pub authorised: bool,
}

impl Line {
    /// How it stood with her at a moment; `None` before she came, while she was away and after she went.
    #[must_use]
    pub fn how_at(&self, at: Moment) -> Option<Presence> {
        match self.earlier.iter().find(|span| span.holds(at)) {
            Some(span) => Some(span.presence),
            None => (self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until))
                .then_some(self.presence),
        }
    }
    /// Who came or voted for her at a moment, and how; `None` when nobody did.
    #[must_use]
    pub fn acted_at(&self, at: Moment) -> Option<(Presence, &str)> {
        let how = self.how_at(at).filter(|how| matches!(how, Presence::Represented | Presence::Proxy))?;
        let span = self.earlier.iter().find(|span| span.holds(at));
        Some((how, span.map_or(self.by_name.as_str(), |span| span.by_name.as_str())))
    }
    /// Whether the seat was there at that moment.
    #[must_use]
    pub fn is_there_at(&self, at: Moment) -> bool {
        self.how_at(at).is_some_and(Presence::is_there)
    }
    /// Whether somebody else came or voted for her at any time.
    #[must_use]
    pub fn is_acted_for(&self) -> bool {
        let mut ways = self.earlier.iter().map(|span| span.presence).chain([self.presence]);
        ways.any(|way| matches!(way, Presence::Represented | Presence::Proxy))
    }
    /// How she was there, all in all: in the room, where she was that at any time.
    #[must_use]
    pub fn overall(&self) -> Presence {
        let ways = || self.earlier.iter().map(|span| span.presence).chain([self.presence]);
        let wanted = [Presence::Present, Presence::Remote, Presence::Represented];
        wanted.into_iter().find(|wanted| ways().any(|way| way == *wanted)).unwrap_or(self.presence)
    }
}

/// What is known of a meeting's attendance as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SheetHead {
    /// Whether somebody doubted that enough are there.
    pub doubted: bool,
    /// Whether it is the second sitting on the subject, and its summons said that it decides in any case.
    pub second_summons: bool,
    /// Counts changes; 0 before anybody kept it.
    pub version: i64,
    /// How many entered themselves.
    pub checked: i64,
}

/// The list of a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attendance {
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// What holds for all of it.
    pub head: SheetHead,
    /// Its lines, in the order of the seats, guests last.
    pub lines: Vec<Line>,
}

/// How many were there, in persons or mailboxes, guests left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct There {
    /// In the room.
    pub present: i64,
    /// From elsewhere.
    pub remote: i64,
    /// Somebody else came or voted for them.
    pub represented: i64,
    /// Said that they do not come.
    pub excused: i64,
}
