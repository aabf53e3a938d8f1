//! How far away a day is, in words: „noch 3 Monate“, „seit 5 Tagen“, „morgen“, „vor 2 Jahren“.
//!
//! Whole units, never rounded up: under two weeks in days, under two months in weeks, under two years in months.

use kernel::{Day, Lang};

use crate::words::T;

/// The time left until the last day of something, seen on `today`: `noch 3 Monate`, `letzter Tag`, `beendet`; without
/// known end `ohne Ende`.
#[must_use]
pub fn left(lang: Lang, today: Day, last: Day) -> String {
    let words = T(lang);
    if last.is_open() {
        return words.open_end().to_owned();
    }
    match Span::between(today, last) {
        None => words.ended().to_owned(),
        Some(Span::Days(0)) => words.last_day().to_owned(),
        Some(Span::Days(n)) => words.left_days(n),
        Some(Span::Weeks(n)) => words.left_weeks(n),
        Some(Span::Months(n)) => words.left_months(n),
        Some(Span::Years(n)) => words.left_years(n),
    }
}

/// The time since a day: `seit heute`, `seit 5 Tagen`, `seit 2 Jahren`; for a day to come like [`relative`].
#[must_use]
pub fn since(lang: Lang, today: Day, first: Day) -> String {
    let words = T(lang);
    match Span::between(first, today) {
        None => relative(lang, today, first),
        Some(Span::Days(0)) => words.since_today().to_owned(),
        Some(Span::Days(n)) => words.since_days(n),
        Some(Span::Weeks(n)) => words.since_weeks(n),
        Some(Span::Months(n)) => words.since_months(n),
        Some(Span::Years(n)) => words.since_years(n),
    }
}

/// A day seen from `today`: `heute`, `morgen`, `in 3 Wochen`, `gestern`, `vor 2 Jahren`.
#[must_use]
pub fn relative(lang: Lang, today: Day, day: Day) -> String {
    let words = T(lang);
    if day.is_open() {
        return words.open_end().to_owned();
    }
    match Span::between(today, day) {
        None => ago(lang, today, day),
        Some(Span::Days(0)) => words.today().to_owned(),
        Some(Span::Days(n)) => words.in_days(n),
        Some(Span::Weeks(n)) => words.in_weeks(n),
        Some(Span::Months(n)) => words.in_months(n),
        Some(Span::Years(n)) => words.in_years(n),
    }
}

/// A day that has been: `gestern`, `vor 2 Wochen`. A day to come is as far ahead as if it lay behind.
#[must_use]
pub fn ago(lang: Lang, today: Day, day: Day) -> String {
    let words = T(lang);
    match Span::between(day.min(today), day.max(today)) {
        None | Some(Span::Days(0)) => words.today().to_owned(),
        Some(Span::Days(n)) => words.ago_days(n),
        Some(Span::Weeks(n)) => words.ago_weeks(n),
        Some(Span::Months(n)) => words.ago_months(n),
        Some(Span::Years(n)) => words.ago_years(n),
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Span {
    Days(i32),
    Weeks(i32),
    Months(i32),
    Years(i32),
}

impl Span {
    /// `None` when `to` lies before `from`.
    fn between(from: Day, to: Day) -> Option<Self> {
        let (days, months) = (to.days_since(from), to.months_since(from));
        match (days, months) {
            (..0, _) => None,
            (0..14, _) => Some(Self::Days(days)),
            (_, 0..2) => Some(Self::Weeks(days / 7)),
            (_, 2..24) => Some(Self::Months(months)),
            _ => Some(Self::Years(months / 12)),
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang::{De, En};

    use super::*;

    const TODAY: &str = "2026-11-23";

    #[test]
    fn time_left() {
        for (last, de, en) in [
            ("2026-11-22", "beendet", "ended"),
            ("2026-11-23", "letzter Tag", "last day"),
            ("2026-11-24", "noch 1 Tag", "1 day left"),
            ("2026-12-06", "noch 13 Tage", "13 days left"),
            ("2026-12-07", "noch 2 Wochen", "2 weeks left"),
            ("2027-01-22", "noch 8 Wochen", "8 weeks left"),
            ("2027-01-23", "noch 2 Monate", "2 months left"),
            ("2027-02-22", "noch 2 Monate", "2 months left"),
            ("2027-02-23", "noch 3 Monate", "3 months left"),
            ("2028-11-22", "noch 23 Monate", "23 months left"),
            ("2028-11-23", "noch 2 Jahre", "2 years left"),
            ("3126-11-23", "noch 1.100 Jahre", "1,100 years left"),
            ("9999-12-31", "ohne Ende", "without end"),
        ] {
            let (today, last) = (Day::literal(TODAY), Day::literal(last));
            assert_eq!((left(De, today, last).as_str(), left(En, today, last).as_str()), (de, en), "{last}");
        }
    }

    #[test]
    fn time_since() {
        for (first, de, en) in [
            ("2026-11-23", "seit heute", "since today"),
            ("2026-11-22", "seit gestern", "since yesterday"),
            ("2026-11-18", "seit 5 Tagen", "for 5 days"),
            ("2026-11-09", "seit 2 Wochen", "for 2 weeks"),
            ("2026-09-23", "seit 2 Monaten", "for 2 months"),
            ("2024-11-23", "seit 2 Jahren", "for 2 years"),
            ("2026-11-24", "morgen", "tomorrow"),
        ] {
            let (today, first) = (Day::literal(TODAY), Day::literal(first));
            assert_eq!((since(De, today, first).as_str(), since(En, today, first).as_str()), (de, en), "{first}");
        }
    }

    #[test]
    fn a_day_seen_from_today() {
        for (day, de, en) in [
            ("2026-11-23", "heute", "today"),
            ("2026-11-25", "übermorgen", "in 2 days"),
            ("2026-12-01", "in 8 Tagen", "in 8 days"),
            ("2026-12-23", "in 4 Wochen", "in 4 weeks"),
            ("2027-05-23", "in 6 Monaten", "in 6 months"),
            ("2030-11-23", "in 4 Jahren", "in 4 years"),
            ("2026-11-22", "gestern", "yesterday"),
            ("2026-11-21", "vorgestern", "2 days ago"),
            ("2026-10-23", "vor 4 Wochen", "4 weeks ago"),
            ("2026-06-23", "vor 5 Monaten", "5 months ago"),
            ("2019-06-30", "vor 7 Jahren", "7 years ago"),
        ] {
            let (today, day) = (Day::literal(TODAY), Day::literal(day));
            assert_eq!((relative(De, today, day).as_str(), relative(En, today, day).as_str()), (de, en), "{day}");
        }
        assert_eq!(relative(De, Day::literal(TODAY), Day::OPEN), "ohne Ende");
    }
}
