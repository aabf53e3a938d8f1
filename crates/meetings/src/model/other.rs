//! Days of others that nobody is invited to.

use kernel::{Day, Id};
use networks::Body;
use people::{Person, stored_words};

stored_words! {
    /// What is on.
    pub enum OtherKind {
        /// A week in which a council and its committees sit.
        Council = "council",
        /// Christopher Street Day, or another pride.
        Csd = "csd",
        /// Anything else: a conference of others, an election, a trade fair.
        Other = "other",
    }
}

/// What is asked for a day of others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewOther {
    /// What is on.
    pub kind: OtherKind,
    /// What it is called, at most 120 characters.
    pub title: String,
    /// Where.
    pub town: String,
    /// Whom one asks.
    pub contact: String,
    /// What to look out for, such as the way in and what was agreed with the police.
    pub note: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub last: Day,
}

impl NewOther {
    /// Something that is on for one day.
    pub fn new(kind: OtherKind, title: impl Into<String>, day: Day) -> Self {
        let (title, empty) = (title.into(), String::new);
        Self { kind, title, town: empty(), contact: empty(), note: empty(), from: day, last: day }
    }
}

/// Days of others, as a network keeps them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Other {
    /// Its number.
    pub id: Id<Self>,
    /// The network that keeps it.
    pub network: Id<Body>,
    /// What is said of it.
    pub said: NewOther,
    /// Who wrote it down.
    pub made_by: Option<Id<Person>>,
    /// Counts changes.
    pub version: i64,
}
