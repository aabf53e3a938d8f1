//! What holds in exchange: who may write, hide and forward; which words look like names. Pure.

mod incoming;
mod names;
mod writing;

pub use incoming::{as_writing, title_from, title_of};
pub use names::{mentioned, suspicious};
pub use writing::{
    MOST_ASKED, OUTCOME_MOST, OUTCOME_SENTENCES, SMALLEST, TITLE_MOST, WORDS_MOST, checked_circular, checked_outcome,
    checked_thread, checked_words, is_small, leads, may_forward, may_reply, sentences,
};
