//! Minutes of a meeting.

use decisions::Vote;
use kernel::{Day, Id, Moment, Office};
use people::{Person, stored_words};
use tasks::{Owner, Task};

use super::attendance::There;
use crate::{Capacity, Item, Meeting, Openness, Verdict};

stored_words! {
    /// How minutes stand.
    pub enum MinutesState {
        /// Being written; seen by those who convene.
        Draft = "draft",
        /// Sent round; objections are taken.
        Circulated = "circulated",
        /// Approved: nothing changes any more.
        Approved = "approved",
    }
}

stored_words! {
    /// How an objection stands.
    pub enum ObjectionState {
        /// Nobody decided yet.
        Open = "open",
        /// The paragraph was changed.
        Accepted = "accepted",
        /// The paragraph stays.
        Declined = "declined",
    }
}

/// Minutes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Minutes {
    /// Their number.
    pub id: Id<Self>,
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// How they stand.
    pub state: MinutesState,
    /// Who led the meeting.
    pub chair: Option<Id<Person>>,
    /// Who keeps the minutes.
    pub keeper: Option<Id<Person>>,
    /// When they went out.
    pub circulated_at: Option<Moment>,
    /// The first moment too late for an objection.
    pub closes_at: Option<Moment>,
    /// When they were approved.
    pub approved_at: Option<Moment>,
    /// The meeting that approved them.
    pub approved_in: Option<Id<Meeting>>,
    /// Whether the time for objections ran out and the rules let that suffice.
    pub by_clock: bool,
    /// SHA-256 of what was approved, in hexadecimal.
    pub hash: Option<String>,
    /// Who was there, counted when they went out.
    pub there: There,
    /// Whether enough were there, said when they went out.
    pub quorum: Option<Verdict>,
    /// Counts changes.
    pub version: i64,
}

impl Minutes {
    /// Whether objections are still taken at that moment.
    #[must_use]
    pub fn is_open_at(&self, now: Moment) -> bool {
        self.state == MinutesState::Circulated && self.closes_at.is_some_and(|end| now < end)
    }
}

/// What the minutes say of one item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its number.
    pub id: Id<Self>,
    /// The minutes.
    pub minutes: Id<Minutes>,
    /// The item of the agenda.
    pub item: Option<Id<Item>>,
    /// Its place in the order.
    pub place: i64,
    /// What it is about.
    pub title: String,
    /// For whom it is.
    pub openness: Openness,
    /// What was said, as paragraphs and lists.
    pub text: String,
    /// What came of it.
    pub result: String,
    /// For those who write alone; never goes out.
    pub remark: String,
    /// The vote taken on it.
    pub vote: Option<Id<Vote>>,
    /// Whether bodies whose delegates sit here are told of it.
    pub passed_on: bool,
    /// Counts changes.
    pub version: i64,
}

/// What is written of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewEntry {
    /// What it is about, at most 120 characters.
    pub title: String,
    /// For whom it is.
    pub openness: Openness,
    /// What was said, at most 4,000 characters.
    pub text: String,
    /// What came of it, at most 4,000 characters.
    pub result: String,
    /// For those who write alone.
    pub remark: String,
    /// The vote taken on it.
    pub vote: Option<Id<Vote>>,
    /// Whether bodies whose delegates sit here are told of it.
    pub passed_on: bool,
}

impl NewEntry {
    /// Of a title, for all of the body.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            openness: Openness::Internal,
            text: String::new(),
            result: String::new(),
            remark: String::new(),
            vote: None,
            passed_on: false,
        }
    }
}

impl From<&Entry> for NewEntry {
    fn from(it: &Entry) -> Self {
        Self {
            title: it.title.clone(),
            openness: it.openness,
            text: it.text.clone(),
            result: it.result.clone(),
            remark: it.remark.clone(),
            vote: it.vote,
            passed_on: it.passed_on,
        }
    }
}

/// What is to be done: noted while the minutes are written, a task once they went out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Todo {
    /// Its number.
    pub id: Id<Self>,
    /// The entry it comes from.
    pub entry: Id<Entry>,
    /// What is to be done.
    pub title: String,
    /// By whom.
    pub owner: Owner,
    /// The last day that is in time.
    pub due: Option<Day>,
    /// The task it became.
    pub task: Option<Id<Task>>,
}

/// To whom minutes went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MinutesLetter {
    /// Its number.
    pub id: Id<Self>,
    /// The minutes.
    pub minutes: Id<Minutes>,
    /// To whom, where the house knows her.
    pub person: Option<Id<Person>>,
    /// As what.
    pub capacity: Capacity,
    /// The only item she reads.
    pub item: Option<Id<Item>>,
    /// Where it went.
    pub address: String,
    /// When it was written.
    pub written_at: Moment,
    /// Whether it could not be delivered.
    pub failed: bool,
}

/// What somebody has against a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MinutesObjection {
    /// Its number.
    pub id: Id<Self>,
    /// The minutes.
    pub minutes: Id<Minutes>,
    /// The entry.
    pub entry: Id<Entry>,
    /// The paragraph, from 1.
    pub paragraph: i64,
    /// Who, where the house knows her.
    pub person: Option<Id<Person>>,
    /// The letter whose link she used.
    pub letter: Option<Id<MinutesLetter>>,
    /// What she says.
    pub text: String,
    /// When.
    pub made_at: Moment,
    /// How it stands.
    pub state: ObjectionState,
    /// Why the paragraph stays, or what was changed.
    pub answer: String,
    /// The task by which those who lead learn of it.
    pub task: Option<Id<Task>>,
}

/// What is added to approved minutes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Addendum {
    /// Its number.
    pub id: Id<Self>,
    /// What it says.
    pub text: String,
    /// Who signs.
    pub person: Option<Id<Person>>,
    /// In which office of the body or its network.
    pub office: Option<Office>,
    /// When.
    pub made_at: Moment,
}
