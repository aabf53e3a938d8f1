//! What people write. Pure: no input, no output, no clock.
//!
//! Texts that several people work on: words that are new or struck, changes that meet each other, paragraphs that stay
//! themselves from version to version. A change is kept as [`Edit`]s, places in bytes of the text it was made for. Carried
//! over to a newer text ([`carry`]) it applies, collides or is obsolete; carried changes commute, so accepted ones give the
//! same text in any order.
//!
//! And writings that are shown: Markdown as [`html`] that can do nothing, as [`plain`] words for mails and search; and what
//! is pasted from a word processor as lines with its lists ([`pasted`]).

mod change;
mod edit;
mod markup;
mod paragraph;
mod pasted;
mod words;
mod writing;

pub use change::{Change, Fit, Step, carry};
pub use edit::{Edit, apply, edits, union};
pub use paragraph::{Paragraph, align, insert_place, paragraphs};
pub use pasted::{PASTED_MOST, TooMuch, pasted};
pub use words::{Piece, Sort, compare};
pub use writing::{ALLOWED, excerpt, html, plain};
