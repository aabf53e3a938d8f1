//! What election questions are.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::Body;
use people::stored_words;

use crate::{Addressee, Way};

stored_words! {
    /// How far they have come.
    pub enum QuestionsState {
        /// They are being written.
        Draft = "draft",
        /// The network agreed on them: they stay as they are, and go to parties.
        Agreed = "agreed",
        /// Everybody reads questions and answers.
        Published = "published",
    }
}

/// Questions before an election.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Questionnaire {
    /// Their number.
    pub id: Id<Self>,
    /// The network of their body.
    pub network: Id<Body>,
    /// The body that asks.
    pub body: Id<Body>,
    /// Who sees them.
    pub level: Level,
    /// Before which election.
    pub title: String,
    /// Its day.
    pub election: Day,
    /// Until when answers are awaited.
    pub due: Day,
    /// How far they have come.
    pub state: QuestionsState,
    /// When the network agreed on them.
    pub agreed: Option<Day>,
    /// How, in words.
    pub agreed_how: String,
    /// When they were published.
    pub published_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

impl Questionnaire {
    /// Who sees them.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
}

/// What is asked for new ones, and for changing them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewQuestions {
    /// Before which election, at most 120 characters.
    pub title: String,
    /// Its day.
    pub election: Day,
    /// Until when answers are awaited.
    pub due: Day,
    /// The questions, in their order.
    pub questions: Vec<String>,
}

/// A party that is asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// Its number.
    pub id: Id<Self>,
    /// The questions.
    pub questions: Id<Questionnaire>,
    /// The party.
    pub addressee: Id<Addressee>,
    /// What it was called then.
    pub name: String,
    /// How they went there; `None` while they have not.
    pub way: Option<Way>,
    /// Where they went.
    pub address: String,
    /// When.
    pub sent: Option<Day>,
    /// Whether the mail left this house.
    pub left: bool,
    /// Whether it could not be delivered.
    pub failed: bool,
    /// When it answered.
    pub answered: Option<Day>,
}
