//! Sittings of bodies of others, as those who send know them.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::{Body, Seat};
use people::Person;

/// A sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Its number.
    pub id: Id<Self>,
    /// The body that sits.
    pub receiver: Id<Body>,
    /// The network that notes it.
    pub network: Id<Body>,
    /// What it is called.
    pub title: String,
    /// When it begins.
    pub starts_at: Moment,
    /// Where; may be empty.
    pub place: String,
    /// Whether it does not take place.
    pub called_off: bool,
    /// Since when those who are sent have the pack.
    pub briefed_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

impl Session {
    /// Its day.
    #[must_use]
    pub fn day(&self) -> Day {
        self.starts_at.day()
    }
    /// Who sees it: the network that notes it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(Level::Network, self.network.raw(), self.network.raw())
    }
}

/// What is asked for a sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewSession {
    /// What it is called.
    pub title: String,
    /// When it begins.
    pub starts_at: Moment,
    /// Where.
    pub place: String,
    /// The agenda as it was pasted: one item a line.
    pub agenda: String,
}

/// An item of its agenda.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its number in the database.
    pub id: Id<Self>,
    /// Its place, from 1.
    pub place: i64,
    /// What it is about.
    pub title: String,
    /// Whether it matters to those who send.
    pub relevant: bool,
}

/// What a colleague gives along.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// Its number.
    pub id: Id<Self>,
    /// The sitting.
    pub session: Id<Session>,
    /// The seat it is for.
    pub seat: Id<Seat>,
    /// Who wrote it.
    pub person: Option<Id<Person>>,
    /// What she wrote.
    pub text: String,
    /// When.
    pub made_at: Moment,
}
