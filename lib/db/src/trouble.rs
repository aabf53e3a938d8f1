//! What keeps the database from answering at all, for whoever must tell it apart from a fault in a statement.

use std::fmt;

/// A trouble inside [`kernel::Error::Internal`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// Too much waits already; nothing was begun.
    Full,
    /// There is no connection, or it broke: a write may or may not have been made.
    Away,
    /// The closure panicked; nothing was written.
    Panicked,
    /// A row was to go that other rows refer to, or one refers to a row that is not there.
    Referred,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "too many requests wait for the database",
            Self::Away => "no connection to the database",
            Self::Panicked => "work for the database panicked",
            Self::Referred => "another row refers to it",
        })
    }
}

impl std::error::Error for Trouble {}
