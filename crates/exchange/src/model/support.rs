//! Support with a measure: asked for or offered, agreed between two, with days and what came of it.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::Body;
use people::{Person, stored_words};

stored_words! {
    /// Which side begins.
    pub enum Side {
        /// Somebody asks for it.
        Ask = "ask",
        /// Somebody offers it.
        Offer = "offer",
    }
}

stored_words! {
    /// What it is.
    pub enum SupportKind {
        /// A day at somebody's side.
        Visit = "visit",
        /// A look at a draft or plan.
        Review = "review",
        /// A text to be taken over.
        Text = "text",
        /// Talking it through.
        Advice = "advice",
    }
}

stored_words! {
    /// How it stands.
    pub enum SupportState {
        /// Waits for somebody.
        Open = "open",
        /// Somebody answered with days; the first has to agree.
        Answered = "answered",
        /// Both agreed.
        Agreed = "agreed",
        /// Over, with what came of it.
        Done = "done",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// A request or offer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Support {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body it was made in.
    pub body: Id<Body>,
    /// Who sees it: [`Level::Network`] or [`Level::Body`].
    pub level: Level,
    /// Which side begins.
    pub side: Side,
    /// What it is.
    pub kind: SupportKind,
    /// What it is called.
    pub title: String,
    /// The words, as Markdown.
    pub words: String,
    /// How it stands.
    pub state: SupportState,
    /// Who began; `None` once her account is erased.
    pub author: Option<Id<Person>>,
    /// Who answered.
    pub partner: Option<Id<Person>>,
    /// The first day.
    pub first: Option<Day>,
    /// The last day.
    pub last: Option<Day>,
    /// What came of it, in one to three sentences.
    pub outcome: Option<String>,
    /// When it last changed.
    pub changed_at: Moment,
    /// Counts changes.
    pub version: i64,
}

impl Support {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
}

/// What is asked for a new one.
#[derive(Clone, Debug)]
pub struct NewSupport {
    /// The body it is made in.
    pub body: Id<Body>,
    /// Which side begins.
    pub side: Side,
    /// What it is.
    pub kind: SupportKind,
    /// What it is called, at most 120 characters.
    pub title: String,
    /// The words.
    pub words: String,
}
