//! What is on the agenda.

use kernel::Id;
use people::stored_words;
use tasks::Task;

use crate::Meeting;

stored_words! {
    /// For whom an item is.
    pub enum Openness {
        /// Those who sit there themselves; nobody who stands in.
        Closed = "closed",
        /// All of the body.
        Internal = "internal",
        /// Guests, too.
        Guests = "guests",
        /// Whoever sees the meeting.
        Public = "public",
    }
}

/// An item of an agenda.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its number.
    pub id: Id<Self>,
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// Its place in the order; not without gaps.
    pub place: i64,
    /// What it is about.
    pub title: String,
    /// More about it.
    pub note: String,
    /// How long it is to take; 0 where nobody said.
    pub minutes: i64,
    /// Who reports, in words.
    pub rapporteur: String,
    /// For whom it is.
    pub openness: Openness,
    /// The task it came from.
    pub task: Option<Id<Task>>,
    /// Whether it came after the invitation.
    pub late: bool,
    /// Counts changes.
    pub version: i64,
}

/// What is asked for a new item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewItem {
    /// What it is about, at most 120 characters.
    pub title: String,
    /// More about it.
    pub note: String,
    /// How long it is to take: 0 to 600 minutes.
    pub minutes: i64,
    /// Who reports.
    pub rapporteur: String,
    /// For whom it is.
    pub openness: Openness,
    /// The task it came from.
    pub task: Option<Id<Task>>,
}

impl NewItem {
    /// An item for all of the body.
    pub fn new(title: impl Into<String>, minutes: i64) -> Self {
        Self {
            title: title.into(),
            note: String::new(),
            minutes,
            rapporteur: String::new(),
            openness: Openness::Internal,
            task: None,
        }
    }
}

impl From<&Item> for NewItem {
    fn from(it: &Item) -> Self {
        Self {
            title: it.title.clone(),
            note: it.note.clone(),
            minutes: it.minutes,
            rapporteur: it.rapporteur.clone(),
            openness: it.openness,
            task: it.task,
        }
    }
}
