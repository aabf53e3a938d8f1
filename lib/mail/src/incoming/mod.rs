//! Letters that come in: the talk with the mail server in front (LMTP, RFC 2033), and what a letter holds (MIME).
//!
//! Everything here comes from outside. Limits are held before work is put into anything: lines, bytes, recipients and
//! letters of a talk, heads, parts and their depth.

mod lmtp;
mod mime;

pub use lmtp::{LETTER_MOST, LETTERS_MOST, RECIPIENTS_MOST, Taken, converse};
pub use mime::{Opened, Unopened, open_letter};
