//! Where the sittings of a body of others are read from, and how far that is.

use fetch::Refused;
use kernel::{Id, Moment};
use networks::Body;
use people::stored_words;

use crate::oparl::Trouble;

stored_words! {
    /// How far reading is.
    pub enum SourceState {
        /// Pages wait to be read.
        Reading = "reading",
        /// Several bodies stand there.
        Choose = "choose",
        /// All is read and can be taken.
        Ready = "ready",
        /// It was stopped, with a reason.
        Failed = "failed",
        /// What was read is taken.
        Taken = "taken",
    }
}

/// A source of sittings: one for each body and network.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OparlSource {
    /// Its number.
    pub id: Id<Self>,
    /// The body that sits.
    pub receiver: Id<Body>,
    /// The network that reads.
    pub network: Id<Body>,
    /// The address that was entered or chosen.
    pub url: String,
    /// How far reading is.
    pub state: SourceState,
    /// Why it was stopped.
    pub trouble: Option<OparlTrouble>,
    /// How many objects were read.
    pub objects: i64,
    /// When it was taken last.
    pub taken_at: Option<Moment>,
    /// Counts runs and changes: what an earlier run brings late counts no more.
    pub version: i64,
}

/// Why reading stopped, for those who keep the sittings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OparlTrouble {
    /// Nothing came.
    Refused(Refused),
    /// The answer is no JSON.
    NotJson,
    /// A field holds something of another type.
    Field(String),
    /// Nothing of OParl that leads to sittings.
    NotOparl,
    /// More objects than are kept.
    TooMany,
    /// More pages than are read.
    TooManyPages,
    /// The pages lead in circles.
    Cycle,
}

impl From<Refused> for OparlTrouble {
    fn from(why: Refused) -> Self {
        Self::Refused(why)
    }
}

impl From<Trouble> for OparlTrouble {
    fn from(why: Trouble) -> Self {
        match why {
            Trouble::NotJson => Self::NotJson,
            Trouble::Field(name) => Self::Field(name.to_owned()),
            Trouble::NotOparl => Self::NotOparl,
            Trouble::TooMany => Self::TooMany,
        }
    }
}

/// Those that say nothing more than their name.
const WORDS: [(&str, OparlTrouble); 13] = [
    ("address", OparlTrouble::Refused(Refused::Address)),
    ("private", OparlTrouble::Refused(Refused::Private)),
    ("unknown", OparlTrouble::Refused(Refused::Unknown)),
    ("unreachable", OparlTrouble::Refused(Refused::Unreachable)),
    ("slow", OparlTrouble::Refused(Refused::Slow)),
    ("large", OparlTrouble::Refused(Refused::Large)),
    ("redirect", OparlTrouble::Refused(Refused::Redirect)),
    ("elsewhere", OparlTrouble::Refused(Refused::Elsewhere)),
    ("json", OparlTrouble::NotJson),
    ("oparl", OparlTrouble::NotOparl),
    ("many", OparlTrouble::TooMany),
    ("pages", OparlTrouble::TooManyPages),
    ("cycle", OparlTrouble::Cycle),
];

impl OparlTrouble {
    /// As it is stored: a word, and what it says beside it.
    #[must_use]
    pub fn stored(&self) -> (&'static str, String) {
        match self {
            Self::Refused(Refused::Status(code)) => ("status", code.to_string()),
            Self::Field(name) => ("field", name.clone()),
            other => (WORDS.iter().find(|(_, it)| it == other).map_or("oparl", |(word, _)| word), String::new()),
        }
    }
    /// Back from how it is stored; `None` where nothing is.
    #[must_use]
    pub fn of(word: &str, detail: &str) -> Option<Self> {
        match word {
            "status" => Some(Self::Refused(Refused::Status(detail.parse().unwrap_or_default()))),
            "field" => Some(Self::Field(detail.to_owned())),
            _ => WORDS.iter().find(|(known, _)| *known == word).map(|(_, it)| it.clone()),
        }
    }
    /// Whether it may pass, so that reading goes on where it stopped.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Refused(Refused::Unreachable | Refused::Slow | Refused::Status(500..=599 | 429)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_comes_back_from_how_it_is_stored() {
        let more = [OparlTrouble::Refused(Refused::Status(503)), OparlTrouble::Field("start".into())];
        for it in WORDS.iter().map(|(_, it)| it).chain(&more) {
            let (word, detail) = it.stored();
            assert_eq!(OparlTrouble::of(word, &detail).as_ref(), Some(it), "{word}");
        }
        assert_eq!(OparlTrouble::of("", ""), None);
    }
}
