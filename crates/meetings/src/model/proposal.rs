//! A topic somebody asks for.

use kernel::{Id, Moment};
use people::{Person, stored_words};

use crate::{Invitation, Meeting};

stored_words! {
    /// How a proposal stands.
    pub enum ProposalState {
        /// Whoever convenes has not decided.
        Open = "open",
        /// It is on the agenda.
        Accepted = "accepted",
        /// It is not, and why.
        Declined = "declined",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// A topic somebody asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposal {
    /// Its number.
    pub id: Id<Self>,
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// Who asks.
    pub person: Option<Id<Person>>,
    /// The invitation through whose link she asks.
    pub invitation: Option<Id<Invitation>>,
    /// What it is about.
    pub title: String,
    /// Why.
    pub note: String,
    /// How long it needs; 0 where she did not say.
    pub minutes: i64,
    /// How it stands.
    pub state: ProposalState,
    /// What whoever convenes answered.
    pub answer: String,
    /// When she asked.
    pub made_at: Moment,
}
