//! What kind of day it is in North Rhine-Westphalia: public holidays by law, school holidays, the days of carnival on which
//! no town hall of the Rhineland works. Pure.

use kernel::{Day, Term};

/// Why people may be away on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Off {
    /// New Year's Day.
    NewYear,
    /// The Thursday before Ash Wednesday; no holiday by law.
    CarnivalThursday,
    /// The Monday before Ash Wednesday; no holiday by law.
    CarnivalMonday,
    /// Good Friday.
    GoodFriday,
    /// Easter Sunday.
    EasterSunday,
    /// Easter Monday.
    EasterMonday,
    /// The first of May.
    MayDay,
    /// Ascension.
    Ascension,
    /// Whit Sunday.
    WhitSunday,
    /// Whit Monday.
    WhitMonday,
    /// Corpus Christi.
    CorpusChristi,
    /// The third of October.
    GermanUnity,
    /// All Saints.
    AllSaints,
    /// The 25th of December.
    Christmas,
    /// The 26th.
    SecondChristmas,
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
        !matches!(
            self,
            Self::CarnivalThursday
                | Self::CarnivalMonday
                | Self::SchoolEaster
                | Self::SchoolWhitsun
                | Self::SchoolSummer
                | Self::SchoolAutumn
                | Self::SchoolChristmas
        )
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

/// The holiday of a day (§ 2 Feiertagsgesetz NW); the Sundays of Easter and Whitsun and two days of carnival by name, too.
fn holiday(day: Day) -> Option<Off> {
    let date = day.date();
    match (date.month(), date.day()) {
        (1, 1) => return Some(Off::NewYear),
        (5, 1) => return Some(Off::MayDay),
        (10, 3) => return Some(Off::GermanUnity),
        (11, 1) => return Some(Off::AllSaints),
        (12, 25) => return Some(Off::Christmas),
        (12, 26) => return Some(Off::SecondChristmas),
        _ => {}
    }
    match day.days_since(easter(day.year())?) {
        -52 => Some(Off::CarnivalThursday),
        -48 => Some(Off::CarnivalMonday),
        -2 => Some(Off::GoodFriday),
        0 => Some(Off::EasterSunday),
        1 => Some(Off::EasterMonday),
        39 => Some(Off::Ascension),
        49 => Some(Off::WhitSunday),
        50 => Some(Off::WhitMonday),
        60 => Some(Off::CorpusChristi),
        _ => None,
    }
}

/// Easter Sunday of a year of the Gregorian calendar, by Gauss as Lichtenberg completed it.
#[must_use]
pub fn easter(year: i16) -> Option<Day> {
    let x = i32::from(year);
    let k = x / 100;
    let m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
    let s = 2 - (3 * k + 3) / 4;
    let a = x % 19;
    let d = (19 * a + m) % 30;
    let r = (d + a / 11) / 29;
    let og = 21 + d - r;
    let sz = 7 - (x + x / 4 + s) % 7;
    let oe = 7 - (og - sz) % 7;
    // Days of March: the 32nd is the first of April.
    Some(Day::new(year, 3, 1)?.plus_days(og + oe - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_calendar_has_it() {
        for (year, day) in [
            (1818, "1818-03-22"),
            (1943, "1943-04-25"),
            (2000, "2000-04-23"),
            (2024, "2024-03-31"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2028, "2028-04-16"),
            (2038, "2038-04-25"),
            (2049, "2049-04-18"),
            (2076, "2076-04-19"),
        ] {
            assert_eq!(easter(year), Some(Day::literal(day)));
        }
    }

    #[test]
    fn holidays_of_the_land_are_found_by_rule() {
        for (day, wanted) in [
            ("2027-01-01", vec![Off::NewYear, Off::SchoolChristmas]),
            ("2027-02-04", vec![Off::CarnivalThursday]),
            ("2027-02-08", vec![Off::CarnivalMonday]),
            ("2027-03-26", vec![Off::GoodFriday, Off::SchoolEaster]),
            ("2027-03-29", vec![Off::EasterMonday, Off::SchoolEaster]),
            ("2027-05-06", vec![Off::Ascension]),
            ("2027-05-17", vec![Off::WhitMonday]),
            ("2027-05-18", vec![Off::SchoolWhitsun]),
            ("2027-05-27", vec![Off::CorpusChristi]),
            ("2027-10-31", vec![Off::Weekend, Off::SchoolAutumn]),
            ("2027-11-01", vec![Off::AllSaints, Off::SchoolAutumn]),
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
