//! What there is.

use kernel::{Id, Moment};

use crate::Format;

/// The most files at one thing.
pub const FILES_MOST: usize = 20;

/// What a file hangs on: a kind of thing and its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct On {
    /// The kind, `agenda_item`: the name of the table it stands in.
    pub thing: &'static str,
    /// Its number.
    pub id: i64,
}

impl On {
    /// Names a thing.
    #[must_use]
    pub const fn new(thing: &'static str, id: i64) -> Self {
        Self { thing, id }
    }
}

/// A file that came in and was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Upload {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub format: Format,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A file where it hangs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attachment {
    /// Its number.
    pub id: Id<Self>,
    /// The number of the thing.
    pub on: i64,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub format: Format,
    /// How many bytes.
    pub size: i64,
    /// Who brought it.
    pub by: Option<i64>,
    /// When.
    pub at: Moment,
}
