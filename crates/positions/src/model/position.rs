//! A position and its texts.

use decisions::Resolution;
use kernel::{Day, Id, Level, Moment, Scope};
use networks::{Body, Topic};
use people::{Person, stored_words};

stored_words! {
    /// What sort of text it is.
    pub enum Kind {
        /// Where a network stands on a matter.
        Position = "position",
        /// A reply to a bill or a consultation.
        Statement = "statement",
        /// What an assembly resolves to say.
        Resolution = "resolution",
        /// What is put to another assembly.
        Motion = "motion",
        /// A letter that everybody may read.
        Letter = "letter",
        /// How something could be done.
        Proposal = "proposal",
        /// What is wrong with something.
        Criticism = "criticism",
    }
}

stored_words! {
    /// How far it has come.
    pub enum State {
        /// It is being written.
        Draft = "draft",
        /// Members are asked for comments and amendments.
        Input = "input",
        /// Nobody adds anything more; what is open is put to the vote.
        Vote = "vote",
        /// It is decided, and not public yet.
        Adopted = "adopted",
        /// It has its number and its address.
        Published = "published",
        /// It went to those it is for.
        Sent = "sent",
        /// Somebody answered.
        Answered = "answered",
        /// What came of it is known.
        Closed = "closed",
        /// It was given up before it was public.
        Dropped = "dropped",
    }
}

impl State {
    /// Whether it has its number.
    #[must_use]
    pub const fn is_published(self) -> bool {
        matches!(self, Self::Published | Self::Sent | Self::Answered | Self::Closed)
    }
    /// Whether its text may still become another one.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Input | Self::Vote)
    }
}

/// A position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Position {
    /// Its number in the database, and its permanent address.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that drafts and adopts it.
    pub body: Id<Body>,
    /// Who sees it now.
    pub level: Level,
    /// What sort of text it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub topic: Option<Id<Topic>>,
    /// How far it has come.
    pub state: State,
    /// The number of its latest text; 0 before there is one.
    pub text: i64,
    /// The last day on which members can add something.
    pub input_until: Option<Day>,
    /// When it was adopted.
    pub adopted: Option<Day>,
    /// By whom and how, in words; may be empty.
    pub adopted_how: String,
    /// The resolution by which it was adopted.
    pub resolution: Option<Id<Resolution>>,
    /// Why it was not adopted, last time; may be empty.
    pub not_adopted: String,
    /// Who is to see it once it is published.
    pub publish_level: Level,
    /// Published by itself once so many networks signed; 0 for never by itself.
    pub signers_least: i64,
    /// Its number as it is written: `2026/3`.
    pub mark: Option<String>,
    /// The year it counts in.
    pub year: Option<i64>,
    /// When it was published.
    pub published_at: Option<Moment>,
    /// What stands beside its text.
    pub slots: Slots,
    /// First day no longer in force.
    pub ended: Option<Day>,
    /// The newer one in its place.
    pub superseded_by: Option<Id<Self>>,
    /// When somebody is to look whether it still holds.
    pub review: Option<Day>,
    /// Who began it.
    pub made_by: Option<Id<Person>>,
    /// When.
    pub made_at: Moment,
    /// Counts changes.
    pub version: i64,
}

impl Position {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
}

/// What stands beside the text of a position. All may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Slots {
    /// What it says, in English.
    pub summary_en: String,
    /// What it says, in easy language.
    pub easy: String,
    /// A sentence for the press.
    pub quote: String,
    /// Who says it, in words that may be printed.
    pub quote_by: String,
}

/// What is asked for a new position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPosition {
    /// What sort of text it is.
    pub kind: Kind,
    /// What it is called, at most 120 characters.
    pub title: String,
    /// What it is about.
    pub topic: Option<Id<Topic>>,
    /// Its text; empty lines part its paragraphs.
    pub text: String,
}

/// A text of a position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// Its number in the database.
    pub id: Id<Self>,
    /// Its number, from 1.
    pub number: i64,
    /// Why it is another one; may be empty.
    pub note: String,
    /// Who wrote it.
    pub made_by: Option<Id<Person>>,
    /// When.
    pub made_at: Moment,
}

/// What those say who did not agree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Minority {
    /// Whose opinion it is, in words.
    pub who: String,
    /// What they say.
    pub text: String,
}
