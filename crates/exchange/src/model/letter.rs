//! Letters that came in and of which it is not known who wrote them.

use files::{Unwanted, Upload};
use kernel::{Id, Moment};
use networks::Body;
use people::{Person, stored_words};

use crate::Thread;

stored_words! {
    /// Why a letter waits.
    pub enum Why {
        /// The address is known, but nothing proves that the letter comes from there.
        Unsigned = "unsigned",
        /// Nobody is known by that address.
        Unknown = "unknown",
        /// Several persons have that address.
        Shared = "shared",
    }
}

impl From<notices::Doubt> for Why {
    fn from(doubt: notices::Doubt) -> Self {
        match doubt {
            notices::Doubt::Unsigned => Self::Unsigned,
            notices::Doubt::Unknown => Self::Unknown,
            notices::Doubt::Shared => Self::Shared,
        }
    }
}

/// A letter that waits for somebody to say whose it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeldLetter {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body it was written to, or whose thread it answers.
    pub body: Id<Body>,
    /// The thread it answers; `None` where it begins one.
    pub thread: Option<Id<Thread>>,
    /// Whose letter it answers, or whom the address belongs to.
    pub person: Option<Id<Person>>,
    /// Why it waits.
    pub why: Why,
    /// The address it names as its sender, in small letters.
    pub address: String,
    /// What it is about.
    pub subject: String,
    /// What is to be written.
    pub words: String,
    /// What its writer wrote herself, where it passes another letter on.
    pub own: String,
    /// The hash of its name.
    pub name_hash: String,
    /// The hash of the name of the letter from outside it passes on.
    pub outside_hash: Option<String>,
    /// When it came.
    pub at: Moment,
}

/// What a letter brought beside its words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Brought {
    /// Files that were taken.
    pub files: Vec<Upload>,
    /// What stayed outside.
    pub left: Vec<Left>,
}

/// What of a letter stayed outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Left {
    /// What the file is called; empty where it is the end of the words.
    pub name: String,
    /// Why; `None` where the words were longer than a contribution.
    pub why: Option<Unwanted>,
}

/// The word for [`Left::why`] where words were cut.
const CUT: &str = "cut";

impl Left {
    /// The end of words that were too long.
    #[must_use]
    pub const fn words() -> Self {
        Self { name: String::new(), why: None }
    }
    /// The word under which the reason is stored.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.why.map_or(CUT, Unwanted::word)
    }
    /// From what is stored.
    #[must_use]
    pub fn stored(name: String, word: &str) -> Self {
        Self { name, why: (word != CUT).then(|| Unwanted::from_word(word).unwrap_or(Unwanted::Unknown)) }
    }
}
