//! What was entered wrongly and put right.

use kernel::{Day, Id, Moment};
use people::{Organisation, Person, Post, Tenure, stored_words};

use super::Occupancy;

/// What was put right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Corrected {
    /// Who had a post from when to when.
    Tenure(Id<Tenure>),
    /// Who had a seat from when to when.
    Occupancy(Id<Occupancy>),
    /// What an organisation is called.
    Organisation(Id<Organisation>),
    /// What a post is called.
    Post(Id<Post>),
}

stored_words! {
    /// Which part of it.
    pub enum CorrectedField {
        /// The first day.
        From = "from",
        /// The first day after.
        Until = "until",
        /// The person.
        Person = "person",
        /// The name.
        Name = "name",
    }
}

/// What stands in that part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Right {
    /// A first day.
    From(Day),
    /// A first day after.
    Until(Day),
    /// A person.
    Person(Id<Person>),
    /// A name.
    Name(String),
}

/// A correction: shown beside what it mends, and taken back for a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// Its number.
    pub id: Id<Self>,
    /// What was put right.
    pub of: Corrected,
    /// What stood there before.
    pub was: Right,
    /// What stands there since.
    pub became: Right,
    /// Who did it.
    pub by: Option<Id<Person>>,
    /// When.
    pub at: Moment,
    /// When it was taken back.
    pub undone: Option<Moment>,
}

impl Right {
    /// Which part it is.
    #[must_use]
    pub const fn field(&self) -> CorrectedField {
        match self {
            Self::From(_) => CorrectedField::From,
            Self::Until(_) => CorrectedField::Until,
            Self::Person(_) => CorrectedField::Person,
            Self::Name(_) => CorrectedField::Name,
        }
    }
    /// As it is stored.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::From(day) | Self::Until(day) => day.to_string(),
            Self::Person(id) => id.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
    /// The person, where it is one.
    #[must_use]
    pub const fn person(&self) -> Option<Id<Person>> {
        match self {
            Self::Person(id) => Some(*id),
            _ => None,
        }
    }
}

impl Corrected {
    /// Its kind and number, as they are stored.
    #[must_use]
    pub const fn stored(self) -> (&'static str, i64) {
        match self {
            Self::Tenure(id) => ("tenure", id.raw()),
            Self::Occupancy(id) => ("occupancy", id.raw()),
            Self::Organisation(id) => ("organisation", id.raw()),
            Self::Post(id) => ("post", id.raw()),
        }
    }
    /// From kind and number.
    #[must_use]
    pub fn from_stored(kind: &str, id: i64) -> Option<Self> {
        Some(match kind {
            "tenure" => Self::Tenure(Id::new(id)),
            "occupancy" => Self::Occupancy(Id::new(id)),
            "organisation" => Self::Organisation(Id::new(id)),
            "post" => Self::Post(Id::new(id)),
            _ => return None,
        })
    }
}
