//! Public holidays in North Rhine-Westphalia, and days on which offices work: for deadlines that are counted in working days.
//! The one place that knows them. Pure.

use kernel::Day;

/// A holiday by law (§ 2 Feiertagsgesetz NW); the Sundays of Easter and Whitsun by name, too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holiday {
    /// New Year's Day.
    NewYear,
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
}

/// The holiday of a day.
#[must_use]
pub fn holiday(day: Day) -> Option<Holiday> {
    let date = day.date();
    match (date.month(), date.day()) {
        (1, 1) => return Some(Holiday::NewYear),
        (5, 1) => return Some(Holiday::MayDay),
        (10, 3) => return Some(Holiday::GermanUnity),
        (11, 1) => return Some(Holiday::AllSaints),
        (12, 25) => return Some(Holiday::Christmas),
        (12, 26) => return Some(Holiday::SecondChristmas),
        _ => {}
    }
    match day.days_since(easter(day.year())?) {
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterSunday),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::Ascension),
        49 => Some(Holiday::WhitSunday),
        50 => Some(Holiday::WhitMonday),
        60 => Some(Holiday::CorpusChristi),
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

/// Whether offices work on that day: Monday to Friday, no holiday.
#[must_use]
pub fn is_working(day: Day) -> bool {
    day.date().weekday().to_monday_zero_offset() < 5 && holiday(day).is_none()
}

/// The last working day that is not after a day.
#[must_use]
pub fn last_working(mut day: Day) -> Day {
    while !is_working(day) {
        day = day.previous();
    }
    day
}

/// So many working days before a day, which itself is not counted.
#[must_use]
pub fn working_before(mut day: Day, count: i32) -> Day {
    for _ in 0..count {
        day = last_working(day.previous());
    }
    day
}

/// How many working days lie after the first day, up to and with the last.
#[must_use]
pub fn working_between(first: Day, last: Day) -> i32 {
    let (mut day, mut count) = (first, 0);
    while day < last {
        day = day.next();
        count += i32::from(is_working(day));
    }
    count
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
    fn working_days_leave_out_weekends_and_holidays() {
        let day = Day::literal;
        // All Saints 2027 is a Monday; Corpus Christi 2027 a Thursday.
        assert!(!is_working(day("2027-11-01")) && !is_working(day("2027-05-27")) && is_working(day("2027-05-28")));
        assert_eq!(last_working(day("2027-11-01")), day("2027-10-29"));
        assert_eq!(last_working(day("2027-10-29")), day("2027-10-29"));
        assert_eq!(working_before(day("2027-11-02"), 1), day("2027-10-29"));
        assert_eq!(working_before(day("2027-01-04"), 3), day("2026-12-29"));
        assert_eq!(working_between(day("2027-10-29"), day("2027-11-02")), 1);
        assert_eq!(working_between(day("2026-11-23"), day("2026-12-07")), 10);
    }
}
