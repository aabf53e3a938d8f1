//! Circulars: one letter to many, whose recipients follow from the seats.

use kernel::{Id, Level, Moment, Scope};
use networks::{Body, Topic};
use people::{Person, Post, Territory, stored_words};

stored_words! {
    /// Whom of a body it goes to.
    pub enum Audience {
        /// Everybody with a seat.
        Everybody = "everybody",
        /// Those with an office.
        Offices = "offices",
        /// Those whose post or organisation is of a territory.
        Territory = "territory",
        /// Those who can be asked about a topic.
        Topic = "topic",
    }
}

stored_words! {
    /// How it stands.
    pub enum CircularState {
        /// Written, not released.
        Draft = "draft",
        /// Waits for the other networks to let it in.
        Confirming = "confirming",
        /// Leaves soon; can be called back.
        Waiting = "waiting",
        /// Left.
        Sent = "sent",
        /// Called back.
        Recalled = "recalled",
    }
}

stored_words! {
    /// Whether another network lets it in.
    pub enum BeyondState {
        /// Not decided.
        Asked = "asked",
        /// Yes.
        LetIn = "let_in",
        /// No.
        Declined = "declined",
    }
}

stored_words! {
    /// How it fared with somebody.
    pub enum RecipientState {
        /// Written; not known whether it left.
        Written = "written",
        /// Left the house.
        Left = "left",
        /// Given up by the mail server.
        Failed = "failed",
        /// Nobody knows where to write to.
        NoAddress = "no_address",
        /// Wants duties only.
        Declined = "declined",
    }
}

/// A circular.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Circular {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body it comes from.
    pub body: Id<Body>,
    /// What it is about, for the subject.
    pub subject: String,
    /// The words, as Markdown.
    pub words: String,
    /// Whom it goes to.
    pub audience: Audience,
    /// Of which territory.
    pub territory: Option<Id<Territory>>,
    /// About which topic.
    pub topic: Option<Id<Topic>>,
    /// Whether it is a duty: it comes whatever somebody chose.
    pub duty: bool,
    /// How it stands.
    pub state: CircularState,
    /// Who wrote it.
    pub author: Option<Id<Person>>,
    /// When.
    pub made_at: Moment,
    /// When it leaves; called back until then.
    pub leaves_at: Option<Moment>,
    /// When it left.
    pub sent_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

impl Circular {
    /// Where it belongs.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(Level::Body, self.network.raw(), self.body.raw())
    }
}

/// What is asked for a new circular.
#[derive(Clone, Debug)]
pub struct NewCircular {
    /// The body it comes from.
    pub body: Id<Body>,
    /// What it is about, at most 120 characters.
    pub subject: String,
    /// The words.
    pub words: String,
    /// Whom it goes to.
    pub audience: Audience,
    /// Of which territory.
    pub territory: Option<Id<Territory>>,
    /// About which topic.
    pub topic: Option<Id<Topic>>,
    /// Whether it is a duty.
    pub duty: bool,
    /// Other networks it is to go to.
    pub beyond: Vec<Id<Body>>,
}

impl NewCircular {
    /// A letter to everybody of a body.
    pub fn new(body: Id<Body>, subject: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            body,
            subject: subject.into(),
            words: words.into(),
            audience: Audience::Everybody,
            territory: None,
            topic: None,
            duty: false,
            beyond: Vec::new(),
        }
    }
}

/// Another network, and whether it lets a circular in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beyond {
    /// The circular.
    pub circular: Id<Circular>,
    /// The network.
    pub network: Id<Body>,
    /// What was decided.
    pub state: BeyondState,
    /// By whom.
    pub by: Option<Id<Person>>,
}

/// Somebody it went to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recipient {
    /// Its row.
    pub id: i64,
    /// The network through which it came.
    pub network: Id<Body>,
    /// Who; `None` for the mailbox of a vacant post.
    pub person: Option<Id<Person>>,
    /// The vacant post.
    pub post: Option<Id<Post>>,
    /// Where it went.
    pub address: String,
    /// How it fared.
    pub state: RecipientState,
}
