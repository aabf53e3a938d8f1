//! Days and terms. Every dated fact of the product is a half-open period of days.

use std::{fmt, str::FromStr};

use jiff::civil::Date;

use crate::Moment;

/// A calendar day in Germany, from the year 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// Why a text is not a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayError {
    /// Not of the form `2026-11-23` or `23.11.2026`.
    Form,
    /// Of the right form, but the calendar has no such day.
    Impossible,
}

impl Day {
    /// The day that means "still open": 31 December 9999, so that plain comparisons use the index.
    pub const OPEN: Self = Self(Date::constant(9999, 12, 31));

    /// The first day there is: 1 January of the year 1.
    pub const FIRST: Self = Self(Date::constant(1, 1, 1));

    /// Wraps a calendar date.
    #[must_use]
    pub const fn from_date(date: Date) -> Self {
        Self(date)
    }
    /// The calendar date.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }
    /// A day from numbers, if the calendar has it.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        (year > 0).then(|| Date::new(year, month, day).ok().map(Self)).flatten()
    }
    /// A day written in the code as `2026-11-23`.
    ///
    /// # Panics
    /// When the text is no day: a mistake of the programmer, seen at the first run.
    #[must_use]
    #[expect(clippy::panic, reason = "only for literals in code, data files and tests")]
    pub fn literal(text: &str) -> Self {
        match text.parse() {
            Ok(day) => day,
            Err(_) => panic!("{text} is not a day"),
        }
    }
    /// The moment of a local time on this day. In the hour the clock skips, the moment after it.
    #[must_use]
    pub fn at(self, hour: i8, minute: i8) -> Moment {
        let local = self.0.at(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0);
        let zoned = jiff::tz::TimeZone::get("Europe/Berlin").and_then(|zone| local.to_zoned(zone));
        Moment::from_micros(zoned.map_or(0, |z| z.timestamp().as_microsecond()))
    }
    /// So many days later, or earlier when negative; stays within the years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        self.shifted(jiff::Span::new().try_days(days), days < 0)
    }
    /// So many months later, or earlier; the 31st becomes the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        self.shifted(jiff::Span::new().try_months(months), months < 0)
    }
    fn shifted(self, span: Result<jiff::Span, jiff::Error>, back: bool) -> Self {
        let edge = if back { Self::FIRST } else { Self::OPEN };
        span.and_then(|span| self.0.checked_add(span)).map_or(edge, Self).max(Self::FIRST)
    }
    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1)
    }
    /// The day before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus_days(-1)
    }
    /// Days from `earlier` to this one; negative when it lies before.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.since(earlier.0).map_or(0, |span| span.get_days())
    }
    /// Whole months from `earlier` to this one.
    #[must_use]
    pub fn months_since(self, earlier: Self) -> i32 {
        let span = self.0.since((jiff::Unit::Month, earlier.0));
        span.map_or(0, |span| span.get_months())
    }
    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }
    /// Whether this is [`Day::OPEN`].
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Self::OPEN
    }
}

impl fmt::Display for Day {
    /// ISO 8601, as stored and as used in addresses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}
impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = DayError;

    /// Reads `2026-11-23` and, as people type it, `23.11.2026` or `1.3.2026`.
    fn from_str(text: &str) -> Result<Self, DayError> {
        // What databases hold most: pages read it hundreds of times.
        if text == "9999-12-31" {
            return Ok(Self::OPEN);
        }
        if let [a, b, c, d, b'-', e, f, b'-', g, h] = *text.as_bytes() {
            let digits = [a, b, c, d, e, f, g, h];
            if digits.iter().all(u8::is_ascii_digit) {
                let [a, b, c, d, e, f, g, h] = digits.map(|digit| digit - b'0');
                let year = i16::from(a) * 1000 + i16::from(b) * 100 + i16::from(c) * 10 + i16::from(d);
                // Two digits are at most 99.
                let two = |tens: u8, ones: u8| i8::try_from(tens * 10 + ones).unwrap_or(i8::MAX);
                return Self::new(year, two(e, f), two(g, h)).ok_or(DayError::Impossible);
            }
        }
        let text = text.trim();
        let number = |part: &str, most: usize| -> Option<i16> {
            let plain = !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        let (year, month, day) = if text.contains('.') {
            let parts: Vec<&str> = text.split('.').map(str::trim).collect();
            let [d, m, y] = parts[..] else { return Err(DayError::Form) };
            (number(y, 4).filter(|_| y.len() == 4), number(m, 2), number(d, 2))
        } else {
            let mut parts = text.split('-');
            let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
                return Err(DayError::Form);
            };
            let exact = y.len() == 4 && m.len() == 2 && d.len() == 2;
            (number(y, 4).filter(|_| exact), number(m, 2), number(d, 2))
        };
        let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Err(DayError::Form) };
        let small = |n: i16| i8::try_from(n).map_err(|_| DayError::Impossible);
        Self::new(year, small(month)?, small(day)?).ok_or(DayError::Impossible)
    }
}

/// A period of days, half open: `from` belongs to it, `until` does not. Never empty.
///
/// Users read "bis" as the last day, so pages show [`Term::last_day`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// First day.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}

impl Term {
    /// A period, if it has at least one day.
    #[must_use]
    pub fn new(from: Day, until: Day) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }
    /// From a day on, without known end.
    #[must_use]
    pub const fn since(from: Day) -> Self {
        Self { from, until: Day::OPEN }
    }
    /// Whether the day lies in it.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day < self.until
    }
    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }
    /// The days both share.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.until.min(other.until))
    }
    /// The last day that belongs to it; `None` when open.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        (!self.until.is_open()).then(|| self.until.previous())
    }
    /// Whether no end is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.until.is_open()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_and_databases_write_them() {
        for (text, iso) in [
            ("2026-11-23", "2026-11-23"),
            (" 23.11.2026 ", "2026-11-23"),
            ("1.3.2024", "2024-03-01"),
            ("29.02.2024", "2024-02-29"),
        ] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), iso);
        }
        for text in ["29.02.2026", "2026-02-30", "2026-13-01", "0000-01-01", "31.4.2026", "99.99.2026"] {
            assert_eq!(text.parse::<Day>(), Err(DayError::Impossible), "{text}");
        }
        for text in ["", "morgen", "2026-1-1", "1.1.26", "2026-11", "2026-11-23T00:00", "+026-11-23", "1.1.2026.1"] {
            assert_eq!(text.parse::<Day>(), Err(DayError::Form), "{text}");
        }
    }

    #[test]
    fn a_term_is_half_open_and_never_empty() {
        let day = Day::literal;
        assert!(Term::new(day("2026-01-01"), day("2026-01-01")).is_none());
        let term = Term::new(day("2024-03-10"), day("2026-03-10")).unwrap();
        assert!(term.contains(day("2024-03-10")) && !term.contains(day("2026-03-10")));
        assert_eq!(term.last_day(), Some(day("2026-03-09")));
        assert_eq!(Term::since(day("2024-01-01")).last_day(), None);
        assert!(term.overlaps(&Term::since(day("2026-03-09"))) && !term.overlaps(&Term::since(day("2026-03-10"))));
    }

    #[test]
    fn months_keep_to_the_calendar() {
        assert_eq!(Day::literal("2026-01-31").plus_months(1), Day::literal("2026-02-28"));
        assert_eq!(Day::OPEN.plus_days(1), Day::OPEN);
        // More days or months than the calendar has end at its edges, however many.
        for many in [i32::MAX, 8_000_000, 200_000] {
            let day = Day::literal("2026-11-23");
            assert_eq!((day.plus_months(many), day.plus_months(-many)), (Day::OPEN, Day::FIRST), "{many}");
            let days = many.saturating_mul(40);
            assert_eq!((day.plus_days(days), day.plus_days(-days)), (Day::OPEN, Day::FIRST), "{days}");
        }
        assert_eq!(Day::literal("2026-11-23").plus_days(i32::MIN), Day::FIRST);
        assert_eq!(Day::literal("2027-02-23").months_since(Day::literal("2026-11-23")), 3);
        assert_eq!(Day::literal("2026-11-23").days_since(Day::literal("2026-11-18")), 5);
    }
}
