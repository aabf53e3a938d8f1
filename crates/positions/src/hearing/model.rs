//! What a hearing is.

use kernel::{Day, Id, Level, Scope};
use networks::{Body, Topic};
use people::{Person, stored_words};

use crate::{Addressee, Position, Way};

stored_words! {
    /// How far a hearing has come.
    pub enum HearingState {
        /// It is worked on.
        Open = "open",
        /// Two persons released the reply.
        Released = "released",
        /// The reply went out.
        Sent = "sent",
        /// The network does not reply.
        Declined = "declined",
    }
}

stored_words! {
    /// What another network says to being asked.
    pub enum AskState {
        /// It was asked.
        Asked = "asked",
        /// It contributed.
        Answered = "answered",
        /// It does not.
        Declined = "declined",
    }
}

/// A hearing, one round of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hearing {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that replies.
    pub body: Id<Body>,
    /// Who sees it: the network. Who reads contributions is asked apart.
    pub level: Level,
    /// Who asks.
    pub addressee: Id<Addressee>,
    /// What that was called then.
    pub office: String,
    /// What it is about, in a line.
    pub title: String,
    /// The same in more words; may be empty.
    pub about: String,
    /// Their file number; may be empty.
    pub file_mark: String,
    /// What it is about, as a topic.
    pub topic: Option<Id<Topic>>,
    /// When it came.
    pub received: Day,
    /// The last day on which a reply is in time.
    pub due: Day,
    /// Who writes the draft.
    pub drafter: Option<Id<Person>>,
    /// How far it has come.
    pub state: HearingState,
    /// Why the network does not reply; may be empty.
    pub reason: String,
    /// The last day on which contributions are taken; `None` before anybody was asked.
    pub asked_until: Option<Day>,
    /// Whether the members of the network are asked.
    pub members_asked: bool,
    /// The statement that is the reply.
    pub position: Option<Id<Position>>,
    /// Which round it is, from 1.
    pub round: i64,
    /// The round before.
    pub earlier: Option<Id<Self>>,
    /// Counts changes.
    pub version: i64,
}

impl Hearing {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
    /// Whether contributions are taken on that day.
    #[must_use]
    pub fn takes(&self, today: Day) -> bool {
        self.state == HearingState::Open && self.asked_until.is_some_and(|until| today <= until)
    }
}

/// What is asked for a new hearing, and for changing one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewHearing {
    /// Who asks.
    pub addressee: Id<Addressee>,
    /// What it is about, at most 100 characters.
    pub title: String,
    /// The same in more words.
    pub about: String,
    /// Their file number.
    pub file_mark: String,
    /// What it is about, as a topic.
    pub topic: Option<Id<Topic>>,
    /// When it came.
    pub received: Day,
    /// The last day on which a reply is in time.
    pub due: Day,
    /// Who writes the draft.
    pub drafter: Option<Id<Person>>,
    /// What is asked, point by point.
    pub points: Vec<String>,
}

/// The days of a plan, counted back in working days from the day a reply is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plan {
    /// Contributions are in.
    pub input: Day,
    /// The draft is written.
    pub draft: Day,
    /// Two persons have released it.
    pub release: Day,
    /// It goes out: the last working day that is in time.
    pub send: Day,
    /// How many working days there are between the day it came and the day it goes out.
    pub working_days: i32,
}

/// Another network that is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ask {
    /// The network.
    pub network: Id<Body>,
    /// What it says.
    pub state: AskState,
}

/// What somebody contributed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Voice {
    /// The network that contributed; `None` for a member office.
    pub network: Option<Id<Body>>,
    /// As what, in words of that day.
    pub capacity: String,
    /// Whether it is to be named.
    pub named: bool,
    /// The number of the point.
    pub point: i64,
    /// What it says.
    pub text: String,
}

/// How a reply goes out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// Who sees it here from then on.
    pub level: Level,
    /// By mail, on paper, by hand.
    pub way: Way,
    /// When it went; by mail today.
    pub day: Day,
    /// What the letter with it says.
    pub letter: String,
}
