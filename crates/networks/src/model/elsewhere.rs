//! Seats in bodies that are not on this installation, as a person notes them for herself.

use kernel::{Day, Id, Term};
use people::{Person, Post, stored_words};

use super::{Audience, Body};

stored_words! {
    /// What sort of body it is, elsewhere.
    pub enum ElsewhereKind {
        /// Netzwerk, Arbeitskreis.
        Network = "network",
        /// Ausschuss.
        Committee = "committee",
        /// Beirat, Kuratorium.
        Council = "council",
        /// Vorstand.
        Board = "board",
        /// Konferenz.
        Conference = "conference",
        /// Anything else.
        Other = "other",
    }
}

/// A seat elsewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    /// Its number.
    pub id: Id<Self>,
    /// Whose.
    pub person: Id<Person>,
    /// What is noted.
    pub noted: NewElsewhere,
    /// Counts changes.
    pub version: i64,
}

/// What a person notes of a seat elsewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewElsewhere {
    /// The name of the body.
    pub body: String,
    /// What sort of body.
    pub kind: ElsewhereKind,
    /// What she is there.
    pub role: String,
    /// From when to when.
    pub term: Term,
    /// The post she sits there for; `None` for herself.
    pub post: Option<Id<Post>>,
    /// Whether whoever comes after her on that post is offered the seat.
    pub passes: bool,
    /// A note for nobody but her.
    pub note: String,
    /// Who else may see it; nobody where there is none.
    pub audience: Option<Audience>,
    /// The network or body, for [`Audience::Network`].
    pub shown_in: Option<Id<Body>>,
}

impl NewElsewhere {
    /// A seat of hers since a day, for her own eyes.
    #[must_use]
    pub fn new(body: impl Into<String>, kind: ElsewhereKind, since: Day) -> Self {
        Self {
            body: body.into(),
            kind,
            role: String::new(),
            term: Term::since(since),
            post: None,
            passes: false,
            note: String::new(),
            audience: None,
            shown_in: None,
        }
    }
}
