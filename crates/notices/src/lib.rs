//! Who is told what by letter, when, and why: one inbox for however many networks.
//!
//! What happened comes from the slices ([`web::Slice::told`]); whether a person hears of it, at once, in her bundle or
//! not at all, is said by one pure function, [`rules::effective`], with the reason that stands in the letter. Rights are
//! asked when a letter is written, never before: nothing waits that somebody lost the right to read. One letter per
//! person, however many hats she has.

mod actions;
mod answers;
mod bundles;
mod inbox;
mod letters;
mod model;
mod own;
mod pages;
pub mod paths;
pub mod rules;
mod slice;
mod store;
mod words;

pub use actions::{follow_topics, opened, write_letter};
pub use answers::Answers;
pub use bundles::{Bundled, bundle, bundle_at, bundle_for, topics_for};
pub use inbox::{Act, Shown, count_open, put_away, put_off_waiting, shown};
pub use letters::{Links, footer, why_words};
pub use model::{Ends, Hours, Item, Level, Mark, MarkState, Opened, Reader, Rhythm, Setting, Stands};
pub use rules::{Doubt, Whose, put_off, whose};
pub use slice::slice;
pub use store::{Marks, find_hours, find_substitute, list_marks, load_readers, reader, readers_of};
