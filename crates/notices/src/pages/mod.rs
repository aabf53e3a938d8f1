//! What people see of notices: the inbox, what they chose, when they are away, and the page that ends letters.

pub mod absence;
pub mod inbox;
pub mod levels;
pub mod stop;

use crate::{Level, Rhythm, words::T};

/// A level in words (product: these are the words of the field).
#[must_use]
pub fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::All => t.level_all(),
        Level::Important => t.level_important(),
        Level::Duty => t.level_duty(),
    }
}

/// A rhythm in words.
#[must_use]
pub fn rhythm_word(t: T, rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Auto => t.rhythm_auto(),
        Rhythm::Daily => t.rhythm_daily(),
        Rhythm::Twice => t.rhythm_twice(),
        Rhythm::Weekly => t.rhythm_weekly(),
        Rhythm::Never => t.rhythm_never(),
    }
}
