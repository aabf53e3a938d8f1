//! A date poll.

use kernel::{Day, Id, Lang, Level, Moment, Scope};
use networks::{Body, Seat};
use people::{Person, Post, stored_words};

use crate::{Meeting, Way};

stored_words! {
    /// How a poll stands.
    pub enum PollState {
        /// Days are put together; nobody was asked yet.
        Draft = "draft",
        /// Those asked answer.
        Open = "open",
        /// A meeting came of it.
        Settled = "settled",
        /// It was given up.
        Dropped = "dropped",
    }
}

stored_words! {
    /// What somebody answers for a day.
    pub enum Choice {
        /// Can come.
        Yes = "yes",
        /// Can, if need be.
        Maybe = "maybe",
        /// Cannot.
        No = "no",
    }
}

/// A date poll of a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Poll {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that looks for a day.
    pub body: Id<Body>,
    /// Who knows of it.
    pub level: Level,
    /// What the meeting is to be called.
    pub title: String,
    /// What those asked are to know.
    pub note: String,
    /// How long the meeting is to last.
    pub minutes: i64,
    /// Where; may be empty.
    pub place: String,
    /// Where in the net; may be empty.
    pub online: String,
    /// The last day on which an answer is in time.
    pub answer_until: Day,
    /// How it stands.
    pub state: PollState,
    /// The meeting that came of it.
    pub meeting: Option<Id<Meeting>>,
    /// When those asked were written to.
    pub sent_at: Option<Moment>,
    /// When those who had not answered were reminded.
    pub reminded_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

impl Poll {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
}

/// What is asked for a new poll, and for a changed one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPoll {
    /// What the meeting is to be called, at most 120 characters.
    pub title: String,
    /// What those asked are to know.
    pub note: String,
    /// How long the meeting is to last: 1 minute to 14 days.
    pub minutes: i64,
    /// Where.
    pub place: String,
    /// Where in the net: an address.
    pub online: String,
    /// The last day on which an answer is in time.
    pub answer_until: Day,
}

impl From<&Poll> for NewPoll {
    fn from(p: &Poll) -> Self {
        Self {
            title: p.title.clone(),
            note: p.note.clone(),
            minutes: p.minutes,
            place: p.place.clone(),
            online: p.online.clone(),
            answer_until: p.answer_until,
        }
    }
}

/// A day and hour to choose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PollDate {
    /// Its number.
    pub id: Id<Self>,
    /// When the meeting would begin.
    pub starts_at: Moment,
}

/// Somebody who is asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Voter {
    /// Her number.
    pub id: Id<Self>,
    /// The poll.
    pub poll: Id<Poll>,
    /// The seat through which.
    pub seat: Option<Id<Seat>>,
    /// Who, where the house knows her.
    pub person: Option<Id<Person>>,
    /// The vacant post whose mailbox it is.
    pub post: Option<Id<Post>>,
    /// Where letters go; empty where nobody knows.
    pub address: String,
    /// The language of her letters.
    pub lang: Lang,
    /// When she answered.
    pub answered_at: Option<Moment>,
    /// How.
    pub way: Option<Way>,
    /// Whether it came after its day.
    pub late: bool,
    /// When answers contradicted each other, so that none counts.
    pub contested_at: Option<Moment>,
    /// Since when she is no longer asked.
    pub ended_at: Option<Moment>,
}

impl Voter {
    /// Whether her answer counts.
    #[must_use]
    pub const fn stands(&self) -> bool {
        self.ended_at.is_none()
    }
    /// Whether letters go to her.
    #[must_use]
    pub const fn is_written_to(&self) -> bool {
        self.stands() && !self.address.is_empty()
    }
    /// Whether a letter can bring to mind that her answer is missing.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.is_written_to() && self.answered_at.is_none()
    }
}

/// One answer for one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pick {
    /// Who.
    pub voter: Id<Voter>,
    /// For which day.
    pub date: Id<PollDate>,
    /// What.
    pub choice: Choice,
}
