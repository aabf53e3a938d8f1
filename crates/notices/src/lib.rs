//! Who is told what by letter, when, and why: one inbox for however many networks.
//!
//! What happened comes from the slices ([`web::Slice::told`]); whether a person hears of it, at once, in her bundle or
//! not at all, is said by one pure function, [`rules::effective`], with the reason that stands in the letter. Rights are
//! asked when a letter is written, never before: nothing waits that somebody lost the right to read. One letter per
//! person, however many hats she has.

mod actions;
mod answers;
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

pub use actions::{Bundled, bundle, bundle_at, bundle_for, opened, write_letter};
pub use answers::Answers;
pub use inbox::{Act, Shown, count_open, put_away, shown};
pub use letters::{Links, footer, why_words};
pub use model::{Hours, Item, Level, Mark, MarkState, Opened, Reader, Rhythm, Setting, Stands};
pub use rules::{Doubt, Whose, whose};
pub use slice::slice;
pub use store::{find_hours, find_substitute, load_readers, reader, readers_of};
