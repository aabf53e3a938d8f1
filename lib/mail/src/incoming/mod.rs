//! Letters that come in: the talk with the mail server in front (LMTP, RFC 2033), and what a letter holds (MIME).
//!
//! Everything here comes from outside. Limits are held before work is put into anything: lines, bytes, recipients and
//! letters of a talk, heads, parts and their depth.

mod html;
mod lmtp;
mod mime;
mod origin;
mod quotes;
mod read;
mod report;

pub use html::html_text;
pub use lmtp::{Arrived, LETTER_MOST, LETTERS_MOST, Mailbox, RECIPIENTS_MOST, Taken, converse};
pub use mime::{Opened, Unopened, open_letter};
pub use quotes::{is_forwarded, own_words};
pub use read::{FILES_MOST, File, WORDS_MOST, Words, read_words};
pub use report::{Fate, read_report};
