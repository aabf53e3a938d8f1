//! Series of meetings.

pub mod form;
pub mod list;
pub mod show;

use kernel::{Day, Lang};

use crate::{
    rules::{Nth, Rule},
    words::T,
};

/// A rule in words: `jeden Monat am zweiten Dienstag`.
#[must_use]
pub fn rule_words(lang: Lang, rule: Rule, first: Day) -> String {
    let t = T(lang);
    match rule {
        Rule::Weeks(every) => t.series_weeks(i64::from(every), i18n::weekday(lang, first)),
        Rule::Months { every, nth, weekday } => {
            t.series_months(i64::from(every), nth_word(t, nth), i18n::weekday(lang, any(weekday)))
        }
    }
}

/// Which of the weekdays of a month, in a word.
#[must_use]
pub fn nth_word(t: T, nth: Nth) -> &'static str {
    match nth {
        Nth::Count(1) => t.series_nth_1(),
        Nth::Count(2) => t.series_nth_2(),
        Nth::Count(3) => t.series_nth_3(),
        Nth::Count(_) => t.series_nth_4(),
        Nth::Last => t.series_nth_last(),
    }
}

/// Some day of that weekday, 0 for Monday.
#[must_use]
pub fn any(weekday: u8) -> Day {
    Day::literal("2024-01-01").plus_days(i32::from(weekday))
}
