//! Two databases behind one small door: SQLite inside the program, PostgreSQL beside it.
//!
//! One SQL text serves both. Parameters are bound by name (`:body`), lists are written `:ids*` and padded to powers
//! of two, `{visible:b}` is replaced by the reader's condition and by nothing else. Closures run on threads that own
//! their connection: [`Db::read`] in one snapshot, [`Db::write`] in one transaction, writers one after the other; those that
//! wait share a commit.

mod args;
mod collation;
mod conn;
mod dump;
mod events;
mod group;
mod jobs;
mod line;
mod memory;
mod migrate;
mod outbox;
mod pool;
mod postgres_side;
mod presence;
mod row;
mod settings;
mod sqlite_side;
mod text;
mod trouble;
mod tx;
mod url;

pub use args::{Args, Condition, Value};
pub use conn::Conn;
pub use dump::{MOST_COLUMNS, dump, is_unused, restore};
pub use events::{Entry, entries_after, entries_of, last_event, touched_after};
pub use jobs::{Job, JobState};
pub use migrate::{ColumnNote, Migration, Schema, migrate, version};
pub use outbox::{
    CalendarPart, FORGOTTEN, MailState, OutMail, PROVING, QueuedMail, Returned, STRIKES, due_mail, list_returned,
    mail_states, written_since,
};
pub use pool::{Db, Open};
pub use presence::{Presence, peek};
pub use row::{FromColumn, Row};
pub use settings::{setting, settings};
pub use trouble::Trouble;
pub use tx::Tx;
pub use url::Url;
