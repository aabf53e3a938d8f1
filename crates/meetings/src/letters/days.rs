//! Holidays and school holidays of a day in plain words, wherever days are chosen: on pages and in letters.

use decisions::rules::holidays::Holiday;
use kernel::Day;

use crate::{
    rules::{Off, off},
    words::T,
};

/// Why people may be away, in a word.
#[must_use]
pub fn off_word(t: T, off: Off) -> &'static str {
    match off {
        Off::Holiday(by_law) => holiday_word(t, by_law),
        Off::CarnivalThursday => t.off_carnival_thursday(),
        Off::CarnivalMonday => t.off_carnival_monday(),
        Off::Weekend => t.off_weekend(),
        Off::SchoolEaster => t.off_school_easter(),
        Off::SchoolWhitsun => t.off_school_whitsun(),
        Off::SchoolSummer => t.off_school_summer(),
        Off::SchoolAutumn => t.off_school_autumn(),
        Off::SchoolChristmas => t.off_school_christmas(),
    }
}

fn holiday_word(t: T, by_law: Holiday) -> &'static str {
    match by_law {
        Holiday::NewYear => t.off_new_year(),
        Holiday::GoodFriday => t.off_good_friday(),
        Holiday::EasterSunday => t.off_easter_sunday(),
        Holiday::EasterMonday => t.off_easter_monday(),
        Holiday::MayDay => t.off_may_day(),
        Holiday::Ascension => t.off_ascension(),
        Holiday::WhitSunday => t.off_whit_sunday(),
        Holiday::WhitMonday => t.off_whit_monday(),
        Holiday::CorpusChristi => t.off_corpus_christi(),
        Holiday::GermanUnity => t.off_german_unity(),
        Holiday::AllSaints => t.off_all_saints(),
        Holiday::Christmas => t.off_christmas(),
        Holiday::SecondChristmas => t.off_second_christmas(),
    }
}

/// Holidays and school holidays of a day, each in a word.
#[must_use]
pub fn day_words(t: T, day: Day) -> Vec<String> {
    off(day).into_iter().map(|it| off_word(t, it).to_owned()).collect()
}
