//! What a motion book is.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::Body;

use crate::Position;

/// The motions of a conference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Book {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that meets.
    pub body: Id<Body>,
    /// Who sees it: the body, and the network once it is published.
    pub level: Level,
    /// What it is called.
    pub title: String,
    /// When the conference is.
    pub day: Day,
    /// When it was published.
    pub published_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

impl Book {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
}

/// What is asked for a new one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewBook {
    /// What it is called, at most 120 characters.
    pub title: String,
    /// When the conference is.
    pub day: Day,
}

/// A motion in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The motion.
    pub position: Position,
    /// Its number in the book; empty before the book is published.
    pub label: String,
}
