//! What was raised in a body of others, and what became of it.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::{Body, Seat};
use people::{Person, stored_words};

use crate::Session;

stored_words! {
    /// What became of it so far.
    pub enum Outcome {
        /// It was raised.
        Raised = "raised",
        /// The body took note.
        Noted = "noted",
        /// Another body or office looks into it.
        Referred = "referred",
        /// It was adopted.
        Adopted = "adopted",
        /// It was rejected.
        Rejected = "rejected",
        /// Nobody can say.
        Unknown = "unknown",
    }
}

impl Outcome {
    /// Whether the body has spoken: nothing more is waited for.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Adopted | Self::Rejected)
    }
}

/// A proposal that was raised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raised {
    /// Its number.
    pub id: Id<Self>,
    /// The network on whose side it is.
    pub network: Id<Body>,
    /// The body that sends whoever raised it.
    pub sender: Id<Body>,
    /// The seat through which it was raised.
    pub seat: Id<Seat>,
    /// Who sees it: network, sender's body or delegation.
    pub level: Level,
    /// Where it was raised.
    pub receiver: Id<Body>,
    /// In which sitting.
    pub session: Option<Id<Session>>,
    /// What it is called.
    pub title: String,
    /// What it asks for.
    pub text: String,
    /// What became of it so far.
    pub state: Outcome,
    /// When somebody looks after it next.
    pub next: Option<Day>,
    /// Who entered it.
    pub made_by: Option<Id<Person>>,
    /// When.
    pub made_at: Moment,
    /// Counts changes.
    pub version: i64,
}

impl Raised {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope { seat: Some(self.seat.raw()), ..Scope::body(self.level, self.network.raw(), self.sender.raw()) }
    }
}

/// What is asked for something raised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewRaised {
    /// What it is called.
    pub title: String,
    /// What it asks for.
    pub text: String,
    /// In which sitting.
    pub session: Option<Id<Session>>,
    /// Who sees it.
    pub level: Level,
    /// The day it was raised.
    pub day: Day,
    /// When somebody looks after it next.
    pub next: Option<Day>,
}

/// One step of its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// What became of it.
    pub state: Outcome,
    /// On which day.
    pub day: Day,
    /// In words; may be empty.
    pub note: String,
    /// Where it can be read; may be empty.
    pub evidence: String,
}

/// What is asked for a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewStep {
    /// The step.
    pub step: Step,
    /// When somebody looks after it next.
    pub next: Option<Day>,
}
