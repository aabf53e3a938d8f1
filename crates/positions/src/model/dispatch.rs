//! To whom positions go, and what comes back.

use kernel::{Day, Id, Lang, Term};
use people::stored_words;

use crate::Position;

stored_words! {
    /// What sort of addressee it is.
    pub enum AddresseeKind {
        /// A ministry.
        Ministry = "ministry",
        /// A parliament, a council, one of their committees.
        Parliament = "parliament",
        /// Another authority.
        Authority = "authority",
        /// A party or parliamentary group.
        Party = "party",
        /// An association.
        Association = "association",
        /// A company.
        Company = "company",
        /// Anybody else.
        Other = "other",
    }
}

/// Somebody positions go to. Public as a whole: offices, never private persons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Addressee {
    /// Its number.
    pub id: Id<Self>,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// What sort it is.
    pub kind: AddresseeKind,
    /// Its mailbox.
    pub mail: Option<String>,
    /// Its address on paper, in lines.
    pub address: String,
    /// How long it is called and cut so.
    pub term: Term,
    /// Counts changes.
    pub version: i64,
}

impl Addressee {
    /// Its name in a language.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.name,
            Lang::En => self.name_en.as_deref().unwrap_or(&self.name),
        }
    }
}

/// What is asked for a new addressee.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewAddressee {
    /// Its name, at most 120 characters.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// What sort it is.
    pub kind: AddresseeKind,
    /// Its mailbox.
    pub mail: Option<String>,
    /// Its address on paper.
    pub address: String,
    /// Since when it is called and cut so.
    pub from: Day,
}

stored_words! {
    /// How something was sent.
    pub enum Way {
        /// By mail from here.
        Mail = "mail",
        /// On paper.
        Letter = "letter",
        /// Handed over.
        Handed = "handed",
    }
}

stored_words! {
    /// What became of a demand.
    pub enum Outcome {
        /// It is done as asked.
        Adopted = "adopted",
        /// A part of it is done.
        Partly = "partly",
        /// It was refused.
        Rejected = "rejected",
        /// Nobody answered, and nobody waits any more.
        None = "none",
        /// Nobody can say.
        Unknown = "unknown",
    }
}

/// A position on its way to somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dispatch {
    /// Its number.
    pub id: Id<Self>,
    /// The position.
    pub position: Id<Position>,
    /// To whom.
    pub addressee: Id<Addressee>,
    /// What that was called then.
    pub name: String,
    /// What the letter says.
    pub letter: String,
    /// How it went; `None` while it is only planned.
    pub way: Option<Way>,
    /// Where it went.
    pub address: String,
    /// Their file number.
    pub file_mark: String,
    /// When it went.
    pub sent: Option<Day>,
    /// Whether the mail left this house.
    pub left: bool,
    /// Whether it could not be delivered.
    pub failed: bool,
    /// Until when an answer is awaited.
    pub due: Option<Day>,
    /// After so many weeks without an answer the body is told to ask again, and so on; 0 for never.
    pub remind_weeks: i64,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// How that is known.
    pub evidence: String,
    /// Since when.
    pub judged: Option<Day>,
    /// Counts changes.
    pub version: i64,
}

/// What is asked for a planned letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewDispatch {
    /// To whom.
    pub addressee: Id<Addressee>,
    /// What the letter says.
    pub letter: String,
    /// Their file number.
    pub file_mark: String,
    /// Until when an answer is awaited.
    pub due: Option<Day>,
    /// After so many weeks the body is told to ask again; 0 for never.
    pub remind_weeks: i64,
}

/// How a letter goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sending {
    /// By mail, on paper, handed over.
    pub way: Way,
    /// When it went; by mail today.
    pub day: Day,
}

/// Somebody was asked again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reminder {
    /// The letter it belongs to.
    pub dispatch: Id<Dispatch>,
    /// When.
    pub day: Day,
    /// How.
    pub way: Way,
    /// Whether it could not be delivered.
    pub failed: bool,
}

/// What came back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// Its number; given when it is filed.
    pub id: Id<Self>,
    /// The letter it answers.
    pub dispatch: Id<Dispatch>,
    /// Its day.
    pub day: Day,
    /// What it says, or the sum of it.
    pub text: String,
    /// Their file number.
    pub file_mark: String,
    /// Whether everybody who sees the position reads it.
    pub open: bool,
}

impl Reply {
    /// An answer that is about to be filed, for everybody who sees the position.
    pub fn new(dispatch: Id<Dispatch>, day: Day, text: impl Into<String>) -> Self {
        Self { id: Id::new(0), dispatch, day, text: text.into(), file_mark: String::new(), open: true }
    }
}
