//! What kind of day it is in North Rhine-Westphalia: public holidays by law, school holidays, the days of carnival on which
//! no town hall of the Rhineland works. Pure.

use decisions::rules::holidays::{self, Holiday};
use kernel::{Day, Term};

pub use decisions::rules::holidays::easter;

/// Why people may be away on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Off {
    /// A holiday by law.
    Holiday(Holiday),
    /// The Thursday before Ash Wednesday; no holiday by law.
    CarnivalThursday,
    /// The Monday before Ash Wednesday; no holiday by law.
    CarnivalMonday,
    /// A Saturday or Sunday.
    Weekend,
    /// Easter holidays of schools.
    SchoolEaster,
    /// Whitsun holidays of schools.
    SchoolWhitsun,
    /// Summer holidays of schools.
    SchoolSummer,
    /// Autumn holidays of schools.
    SchoolAutumn,
    /// Christmas holidays of schools.
    SchoolChristmas,
}

impl Off {
    /// Whether nobody works on such a day.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Holiday(_) | Self::Weekend)
    }
}

/// School holidays in North Rhine-Westphalia: the ministry's order for the school years up to 2029/30, first and last day.
/// Later ones are not settled.
const SCHOOL: &[(Off, &str, &str)] = &[
    (Off::SchoolAutumn, "2025-10-13", "2025-10-25"),
    (Off::SchoolChristmas, "2025-12-22", "2026-01-06"),
    (Off::SchoolEaster, "2026-03-30", "2026-04-11"),
    (Off::SchoolWhitsun, "2026-05-26", "2026-05-26"),
    (Off::SchoolSummer, "2026-07-20", "2026-09-01"),
    (Off::SchoolAutumn, "2026-10-17", "2026-10-31"),
    (Off::SchoolChristmas, "2026-12-23", "2027-01-06"),
    (Off::SchoolEaster, "2027-03-22", "2027-04-03"),
    (Off::SchoolWhitsun, "2027-05-18", "2027-05-18"),
    (Off::SchoolSummer, "2027-07-19", "2027-08-31"),
    (Off::SchoolAutumn, "2027-10-23", "2027-11-06"),
    (Off::SchoolChristmas, "2027-12-24", "2028-01-08"),
    (Off::SchoolEaster, "2028-04-10", "2028-04-22"),
    (Off::SchoolSummer, "2028-07-10", "2028-08-22"),
    (Off::SchoolAutumn, "2028-10-23", "2028-11-04"),
    (Off::SchoolChristmas, "2028-12-21", "2029-01-05"),
    (Off::SchoolEaster, "2029-03-26", "2029-04-07"),
    (Off::SchoolWhitsun, "2029-05-22", "2029-05-22"),
    (Off::SchoolSummer, "2029-07-02", "2029-08-14"),
    (Off::SchoolAutumn, "2029-10-15", "2029-10-27"),
    (Off::SchoolChristmas, "2029-12-20", "2030-01-04"),
    (Off::SchoolEaster, "2030-04-15", "2030-04-27"),
    (Off::SchoolSummer, "2030-06-24", "2030-08-06"),
];

/// The last day of which school holidays are known.
#[must_use]
pub fn schools_known_until() -> Day {
    Day::literal("2030-08-06")
}

/// Why people may be away on that day, what is by law first.
#[must_use]
pub fn off(day: Day) -> Vec<Off> {
    let mut found: Vec<Off> = holiday(day).into_iter().collect();
    if day.date().weekday().to_monday_zero_offset() >= 5 {
        found.push(Off::Weekend);
    }
    let within = |first: &str, last: &str| {
        let term = Term { from: Day::literal(first), until: Day::literal(last).next() };
        term.contains(day)
    };
    found.extend(SCHOOL.iter().filter(|(_, first, last)| within(first, last)).map(|(kind, ..)| *kind));
    found
}

/// The holiday of a day by law, and two days of carnival by name, too.
fn holiday(day: Day) -> Option<Off> {
    if let Some(by_law) = holidays::holiday(day) {
        return Some(Off::Holiday(by_law));
    }
    match day.days_since(easter(day.year())?) {
        -52 => Some(Off::CarnivalThursday),
        -48 => Some(Off::CarnivalMonday),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_of_the_land_are_found_by_rule() {
        for (day, wanted) in [
            ("2027-01-01", vec![Off::Holiday(Holiday::NewYear), Off::SchoolChristmas]),
            ("2027-02-04", vec![Off::CarnivalThursday]),
            ("2027-02-08", vec![Off::CarnivalMonday]),
            ("2027-03-26", vec![Off::Holiday(Holiday::GoodFriday), Off::SchoolEaster]),
            ("2027-03-29", vec![Off::Holiday(Holiday::EasterMonday), Off::SchoolEaster]),
            ("2027-05-06", vec![Off::Holiday(Holiday::Ascension)]),
            ("2027-05-17", vec![Off::Holiday(Holiday::WhitMonday)]),
            ("2027-05-18", vec![Off::SchoolWhitsun]),
            ("2027-05-27", vec![Off::Holiday(Holiday::CorpusChristi)]),
            ("2027-10-31", vec![Off::Weekend, Off::SchoolAutumn]),
            ("2027-11-01", vec![Off::Holiday(Holiday::AllSaints), Off::SchoolAutumn]),
            ("2026-11-25", vec![]),
            ("2027-09-01", vec![]),
            // Reformation Day is none here.
            ("2028-10-31", vec![Off::SchoolAutumn]),
        ] {
            assert_eq!(off(Day::literal(day)), wanted, "{day}");
        }
    }

    #[test]
    fn school_holidays_follow_one_another_and_are_all_known_until_their_last_day() {
        let days: Vec<(Day, Day)> = SCHOOL.iter().map(|(_, a, b)| (Day::literal(a), Day::literal(b))).collect();
        assert!(days.iter().all(|(first, last)| first <= last));
        assert!(days.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert_eq!(days.last().map(|(_, last)| *last), Some(schools_known_until()));
    }
}
