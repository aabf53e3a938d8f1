//! Who signs a position beside networks, and what it brought about somewhere.

use kernel::{Day, Id};
use people::{Person, stored_words};

use crate::Position;

stored_words! {
    /// What sort of signer it is.
    pub enum SignerSort {
        /// An association outside, by a link that was confirmed.
        Association = "association",
        /// A person for herself.
        Person = "person",
        /// A post, by whoever holds it.
        Post = "post",
    }
}

stored_words! {
    /// How it stands.
    pub enum SignerState {
        /// It was asked.
        Asked = "asked",
        /// It signed, and the employer's clearance is missing.
        Clearing = "clearing",
        /// It signed.
        Signed = "signed",
        /// It does not.
        Declined = "declined",
        /// It signed, and took that back.
        Withdrawn = "withdrawn",
    }
}

/// An association, a person or a post that signs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signer {
    /// Its number.
    pub id: Id<Self>,
    /// The position.
    pub position: Id<Position>,
    /// What sort it is.
    pub sort: SignerSort,
    /// As it stands beside the text.
    pub name: String,
    /// The person who signs for herself or for her post.
    pub person: Option<Id<Person>>,
    /// How it stands.
    pub state: SignerState,
    /// Whether it is named.
    pub named: bool,
    /// Who cleared it, in words; empty where nobody need.
    pub clearance: String,
    /// Who confirmed for an association, in words.
    pub how: String,
    /// When it signed.
    pub signed: Option<Day>,
    /// Whether that was after the position was public.
    pub late: bool,
    /// Since when it no longer holds.
    pub withdrawn: Option<Day>,
}

/// Who may sign beside networks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SigningRules {
    /// Persons.
    pub persons: bool,
    /// Posts.
    pub posts: bool,
    /// Whether posts need the clearance of their employer.
    pub clearance: bool,
}

/// What a position brought about somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    /// Its number.
    pub id: Id<Self>,
    /// Where, in words.
    pub place: String,
    /// When.
    pub day: Day,
    /// What.
    pub text: String,
    /// Whether everybody reads it who reads the position.
    pub open: bool,
    /// Who told it.
    pub person: Option<Id<Person>>,
}
