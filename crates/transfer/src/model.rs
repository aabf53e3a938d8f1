//! What a list is while it is taken in.

use kernel::{Id, Moment, Reason};
use web::{Answers, RowChoice};

/// A list that is being taken in, or was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// Its number.
    pub id: Id<Self>,
    /// The number of the network.
    pub body: i64,
    /// Where it came from: a file's name, or empty for what was pasted.
    pub source: String,
    /// What is worth knowing about the file.
    pub notes: Vec<Reason>,
    /// The headings, one for each column of the file.
    pub headings: Vec<String>,
    /// What each column holds, by key; empty for what is not taken.
    pub columns: Vec<String>,
    /// What was answered once for the whole list; empty until the columns are confirmed.
    pub answers: Answers,
    /// When it was last touched.
    pub touched: Moment,
    /// When rows of it were taken.
    pub taken: Option<Moment>,
    /// When that was undone.
    pub undone: Option<Moment>,
}

/// One row of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its number in the file.
    pub number: i64,
    /// Its cells, in the order of the file.
    pub cells: Vec<String>,
    /// Whether it looks torn.
    pub torn: bool,
    /// What was decided; `None` to leave it out.
    pub choice: Option<RowChoice>,
    /// Whether it was taken.
    pub done: bool,
}

/// The stored word of a choice.
#[must_use]
pub const fn choice_word(choice: Option<RowChoice>) -> &'static str {
    match choice {
        None => "skip",
        Some(RowChoice::Usual) => "",
        Some(RowChoice::Other) => "other",
        Some(RowChoice::Change) => "change",
    }
}

/// A choice from its word; an unknown one is none.
#[must_use]
pub fn choice_of(word: &str) -> Option<RowChoice> {
    match word {
        "skip" => None,
        "other" => Some(RowChoice::Other),
        "change" => Some(RowChoice::Change),
        _ => Some(RowChoice::Usual),
    }
}

/// Somebody to invite.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address {
    /// The person's number.
    pub person: i64,
    /// Where to.
    pub mail: String,
    /// Whether the invitation was sent.
    pub sent: bool,
}
