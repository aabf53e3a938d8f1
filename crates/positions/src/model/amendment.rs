//! Comments and amendments.

use kernel::{Id, Moment};
use networks::{Body, Seat};
use people::{Person, stored_words};
use text::Change;

use crate::Position;

stored_words! {
    /// What is to be done with a paragraph.
    pub enum Sort {
        /// Other words.
        Words = "words",
        /// It goes.
        Strike = "strike",
        /// A new one behind it.
        Add = "add",
    }
}

stored_words! {
    /// How an amendment stands to the latest text.
    pub enum FitState {
        /// It applies.
        Applies = "applies",
        /// The same or neighbouring words were changed.
        Collides = "collides",
        /// Its paragraph has gone, or what it wants stands there already.
        Obsolete = "obsolete",
    }
}

stored_words! {
    /// What those who prepare the decision recommend.
    pub enum Advice {
        /// Taken over as it is.
        Adopt = "adopt",
        /// Taken over with other words.
        Changed = "changed",
        /// Not taken over.
        Reject = "reject",
        /// To be voted on.
        Vote = "vote",
    }
}

stored_words! {
    /// Yes or no.
    pub enum Said {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

stored_words! {
    /// What became of an amendment.
    pub enum AmendmentState {
        /// Nothing yet.
        Open = "open",
        /// It is taken over.
        Accepted = "accepted",
        /// It is not taken over.
        Rejected = "rejected",
        /// Whoever asked took it back.
        Withdrawn = "withdrawn",
    }
}

/// A change somebody asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amendment {
    /// Its number in the database.
    pub id: Id<Self>,
    /// The position.
    pub position: Id<Position>,
    /// Its number there, from 1.
    pub number: i64,
    /// The number of the text it was made for.
    pub base: i64,
    /// The paragraph; `None` for a new one before all.
    pub paragraph: Option<i64>,
    /// What is to be done with it.
    pub sort: Sort,
    /// The paragraph as it was; empty for a new one.
    pub old: String,
    /// What it shall say; empty where it goes.
    pub new: String,
    /// Why.
    pub reason: String,
    /// Who asks.
    pub person: Option<Id<Person>>,
    /// On which seat.
    pub seat: Option<Id<Seat>>,
    /// As what, in words of that day.
    pub capacity: String,
    /// How it stands to the latest text.
    pub fit: FitState,
    /// The change in places of the latest text, where it applies.
    pub carried: Option<Change>,
    /// What is recommended.
    pub advice: Option<Advice>,
    /// The words that are recommended instead.
    pub advised: String,
    /// The same as a change in places of the latest text, where it applies.
    pub advised_carried: Option<Change>,
    /// Why that is recommended.
    pub advice_note: String,
    /// Whether whoever asked agrees to that.
    pub proposer: Option<Said>,
    /// What became of it.
    pub state: AmendmentState,
    /// How that was decided, in words.
    pub outcome: String,
    /// The number of the text it went into.
    pub merged_in: Option<i64>,
    /// When it came.
    pub made_at: Moment,
    /// Counts changes.
    pub version: i64,
}

/// What is asked for a new amendment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewAmendment {
    /// The paragraph; `None` for a new one before all.
    pub paragraph: Option<i64>,
    /// What is to be done with it.
    pub sort: Sort,
    /// What it shall say.
    pub new: String,
    /// Why.
    pub reason: String,
    /// On which seat, where she has several.
    pub seat: Option<Id<Seat>>,
}

/// What a body that moves the position says to a recommendation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Consent {
    /// The amendment.
    pub amendment: Id<Amendment>,
    /// The body.
    pub body: Id<Body>,
    /// What it says.
    pub answer: Said,
}

/// What stands for the whole text where a remark names its paragraph.
pub const WHOLE: i64 = 0;

/// A remark to a paragraph, or to the whole text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comment {
    /// Its number.
    pub id: Id<Self>,
    /// The number of the text it was made for.
    pub base: i64,
    /// The paragraph, or [`WHOLE`].
    pub paragraph: i64,
    /// What it says.
    pub text: String,
    /// Who says it.
    pub person: Option<Id<Person>>,
    /// As what.
    pub capacity: String,
    /// When.
    pub made_at: Moment,
}
