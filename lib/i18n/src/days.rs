//! Days, months and times as people write them. Days are days in Germany, times are German local time.

use kernel::{Day, Lang, Moment, Term};

use crate::words::T;

const DAYS_DE: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Duden writes short month names with a stop and leaves names of up to four letters whole.
const SHORT_DE: [&str; 12] =
    ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
const SHORT_EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The name of the weekday: `Montag`.
#[must_use]
pub fn weekday(lang: Lang, day: Day) -> &'static str {
    let place = usize::try_from(day.date().weekday().to_monday_zero_offset()).unwrap_or_default();
    by(lang, &DAYS_DE, &DAYS_EN, place)
}

/// Takes the name of a weekday from the front of a folded text, long or as short as it is printed: which one (0 for Monday),
/// and what stands behind it.
#[must_use]
pub fn split_weekday(folded: &str) -> (Option<i8>, &str) {
    let (word, rest) = folded.split_once([' ', ',', '.']).unwrap_or((folded, ""));
    let is = |name: &str, short: usize| {
        let name = crate::fold(name);
        name == word || name.get(..short) == Some(word)
    };
    let found = (0..7).find(|n: &usize| {
        DAYS_DE.get(*n).is_some_and(|name| is(name, 2)) || DAYS_EN.get(*n).is_some_and(|name| is(name, 3))
    });
    match found.and_then(|n| i8::try_from(n).ok()) {
        Some(n) => (Some(n), rest.trim_start_matches([' ', ',', '.'])),
        None => (None, folded),
    }
}

/// The month of a folded name, long or as short as it is printed: `april`, `apr`.
#[must_use]
pub fn month_of(folded: &str) -> Option<i8> {
    let is = |names: &[&str; 12], n: usize| {
        names.get(n).is_some_and(|name| crate::fold(name).trim_end_matches('.') == folded)
    };
    let found = (0..12).find(|n| [&MONTHS_DE, &MONTHS_EN, &SHORT_DE, &SHORT_EN].iter().any(|names| is(names, *n)));
    found.and_then(|n| i8::try_from(n + 1).ok())
}

/// The name of a month, 1 to 12: `März`. Other numbers give the nearest month.
#[must_use]
pub fn month_name(lang: Lang, month: i8) -> &'static str {
    by(lang, &MONTHS_DE, &MONTHS_EN, place(month))
}

/// `März 2028`, `March 2028`.
#[must_use]
pub fn month_year(lang: Lang, day: Day) -> String {
    unless_open(lang, day, || format!("{} {}", month_name(lang, day.date().month()), day.year()))
}

/// `Montag, 23. November 2026`, `Monday, 23 November 2026`. A day that never comes is `ohne Ende`.
#[must_use]
pub fn day_long(lang: Lang, day: Day) -> String {
    unless_open(lang, day, || format!("{}, {}", weekday(lang, day), without_weekday(lang, day)))
}

/// `23. November 2026`, `23 November 2026`: the form for terms.
#[must_use]
pub fn day_medium(lang: Lang, day: Day) -> String {
    unless_open(lang, day, || without_weekday(lang, day))
}

/// `Mo, 23. Nov.`, `Mon, 23 Nov`; with the year when that is not the year of `today`: `Di, 9. März 2027`.
#[must_use]
pub fn day_short(lang: Lang, day: Day, today: Day) -> String {
    unless_open(lang, day, || {
        let date = day.date();
        let (name, month) = (weekday(lang, day), by(lang, &SHORT_DE, &SHORT_EN, place(date.month())));
        let year = if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) };
        match lang {
            Lang::De => format!("{}, {}. {month}{year}", name.get(..2).unwrap_or(name), date.day()),
            Lang::En => format!("{}, {} {month}{year}", name.get(..3).unwrap_or(name), date.day()),
        }
    })
}

/// `23.11.2026`; in English `23 Nov 2026`, because digits alone are read in two ways there.
#[must_use]
pub fn day_numeric(lang: Lang, day: Day) -> String {
    unless_open(lang, day, || {
        let date = day.date();
        match lang {
            Lang::De => format!("{:02}.{:02}.{}", date.day(), date.month(), day.year()),
            Lang::En => {
                format!("{} {} {}", date.day(), by(lang, &SHORT_DE, &SHORT_EN, place(date.month())), day.year())
            }
        }
    })
}

/// A time of day: `18 Uhr`, `9:30 Uhr`; `6 pm`, `9:30 am`, `noon`, `midnight`. Hours beyond 23 and minutes beyond 59
/// become these.
#[must_use]
pub fn time(lang: Lang, hour: i8, minute: i8) -> String {
    let (hour, minute) = (hour.clamp(0, 23), minute.clamp(0, 59));
    match (lang, hour, minute) {
        (Lang::De, _, 0) => format!("{hour} Uhr"),
        (Lang::De, _, _) => format!("{hour}:{minute:02} Uhr"),
        (Lang::En, 0, 0) => "midnight".to_owned(),
        (Lang::En, 12, 0) => "noon".to_owned(),
        (Lang::En, _, _) => {
            let (shown, half) = (if hour % 12 == 0 { 12 } else { hour % 12 }, if hour < 12 { "am" } else { "pm" });
            if minute == 0 { format!("{shown} {half}") } else { format!("{shown}:{minute:02} {half}") }
        }
    }
}

/// `Montag, 23. November 2026, 18 Uhr`.
#[must_use]
pub fn moment_long(lang: Lang, moment: Moment) -> String {
    let local = moment.local();
    T(lang).day_and_time(day_long(lang, moment.day()), time(lang, local.hour(), local.minute()))
}

/// `Mo, 23. Nov., 18 Uhr`, with the year when that is not the year of `today`.
#[must_use]
pub fn moment_short(lang: Lang, moment: Moment, today: Day) -> String {
    let local = moment.local();
    T(lang).day_and_time(day_short(lang, moment.day(), today), time(lang, local.hour(), local.minute()))
}

/// A term as seen on `today`: `1. März 2024 bis 28. Februar 2026` (both days belong to it), `seit 1. März 2024` when it
/// runs without known end, `ab 1. März 2027` when it is still to come.
#[must_use]
pub fn term(lang: Lang, term: &Term, today: Day) -> String {
    let first = day_medium(lang, term.from);
    match term.last_day() {
        Some(last) => period(lang, term.from, last),
        None if term.from > today => T(lang).term_coming(first),
        None => T(lang).term_open(first),
    }
}

/// From the first to the last day, in as few words as are clear: `3. bis 5. März 2026`, `28. Februar bis 3. März 2026`.
#[must_use]
pub fn period(lang: Lang, first: Day, last: Day) -> String {
    let whole = day_medium(lang, last);
    if first == last {
        return whole;
    }
    let (a, b) = (first.date(), last.date());
    let same_year = a.year() == b.year();
    let short = match (lang, same_year, same_year && a.month() == b.month()) {
        (Lang::De, _, true) => format!("{}.", a.day()),
        (Lang::En, _, true) => a.day().to_string(),
        (Lang::De, true, _) => format!("{}. {}", a.day(), month_name(lang, a.month())),
        (Lang::En, true, _) => format!("{} {}", a.day(), month_name(lang, a.month())),
        _ => day_medium(lang, first),
    };
    T(lang).term_closed(short, whole)
}

fn without_weekday(lang: Lang, day: Day) -> String {
    let (number, month) = (day.date().day(), month_name(lang, day.date().month()));
    match lang {
        Lang::De => format!("{number}. {month} {}", day.year()),
        Lang::En => format!("{number} {month} {}", day.year()),
    }
}

fn unless_open(lang: Lang, day: Day, shown: impl FnOnce() -> String) -> String {
    if day.is_open() { T(lang).open_end().to_owned() } else { shown() }
}

fn place(month: i8) -> usize {
    usize::try_from(month.clamp(1, 12) - 1).unwrap_or_default()
}

fn by<const N: usize>(lang: Lang, de: &[&'static str; N], en: &[&'static str; N], place: usize) -> &'static str {
    let names = match lang {
        Lang::De => de,
        Lang::En => en,
    };
    names.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use kernel::Lang::{De, En};

    use super::*;

    fn day(text: &str) -> Day {
        Day::literal(text)
    }

    #[test]
    fn days_in_every_form() {
        for (iso, long, medium, short, numeric, month) in [
            (
                "2026-11-23",
                "Montag, 23. November 2026",
                "23. November 2026",
                "Mo, 23. Nov.",
                "23.11.2026",
                "November 2026",
            ),
            ("2028-03-01", "Mittwoch, 1. März 2028", "1. März 2028", "Mi, 1. März 2028", "01.03.2028", "März 2028"),
            ("9999-12-31", "ohne Ende", "ohne Ende", "ohne Ende", "ohne Ende", "ohne Ende"),
        ] {
            let day = day(iso);
            assert_eq!(
                [day_long(De, day), day_medium(De, day), day_numeric(De, day), month_year(De, day)],
                [long, medium, numeric, month]
            );
            assert_eq!(day_short(De, day, Day::literal("2026-01-01")), short);
        }
        for (iso, long, short, numeric) in [
            ("2026-11-23", "Monday, 23 November 2026", "Mon, 23 Nov", "23 Nov 2026"),
            ("2025-05-04", "Sunday, 4 May 2025", "Sun, 4 May 2025", "4 May 2025"),
        ] {
            let day = day(iso);
            assert_eq!(
                [day_long(En, day), day_short(En, day, Day::literal("2026-01-01")), day_numeric(En, day)],
                [long, short, numeric]
            );
        }
    }

    #[test]
    fn every_weekday_and_month_has_its_name() {
        let monday = day("2026-11-23");
        let names: Vec<&str> = (0..7).map(|n| weekday(De, monday.plus_days(n))).collect();
        assert_eq!(names, DAYS_DE);
        let months: Vec<&str> = (1..=12).map(|n| month_name(En, n)).collect();
        assert_eq!(months, MONTHS_EN);
        assert_eq!((month_name(De, 0), month_name(De, 13)), ("Januar", "Dezember"));
    }

    #[test]
    fn times_of_day() {
        for (hour, minute, de, en) in [
            (18, 0, "18 Uhr", "6 pm"),
            (9, 30, "9:30 Uhr", "9:30 am"),
            (0, 0, "0 Uhr", "midnight"),
            (12, 0, "12 Uhr", "noon"),
            (0, 5, "0:05 Uhr", "12:05 am"),
            (12, 1, "12:01 Uhr", "12:01 pm"),
            (99, 99, "23:59 Uhr", "11:59 pm"),
        ] {
            assert_eq!((time(De, hour, minute).as_str(), time(En, hour, minute).as_str()), (de, en));
        }
    }

    #[test]
    fn moments_are_local_in_winter_and_summer() {
        let today = day("2026-01-01");
        assert_eq!(moment_short(De, day("2026-11-25").at(18, 0), today), "Mi, 25. Nov., 18 Uhr");
        assert_eq!(moment_long(De, day("2026-07-01").at(9, 30),), "Mittwoch, 1. Juli 2026, 9:30 Uhr");
        assert_eq!(moment_short(En, day("2027-07-01").at(18, 0), today), "Thu, 1 Jul 2027, 6 pm");
    }

    #[test]
    fn terms_and_periods() {
        let today = day("2026-11-23");
        for (from, until, de, en) in [
            ("2024-03-01", "2026-03-01", "1. März 2024 bis 28. Februar 2026", "1 March 2024 to 28 February 2026"),
            ("2026-02-28", "2026-03-04", "28. Februar bis 3. März 2026", "28 February to 3 March 2026"),
            ("2026-03-03", "2026-03-06", "3. bis 5. März 2026", "3 to 5 March 2026"),
            ("2025-03-03", "2026-03-06", "3. März 2025 bis 5. März 2026", "3 March 2025 to 5 March 2026"),
            ("2026-03-03", "2026-03-04", "3. März 2026", "3 March 2026"),
            ("2024-03-01", "9999-12-31", "seit 1. März 2024", "since 1 March 2024"),
            ("2026-11-24", "9999-12-31", "ab 24. November 2026", "from 24 November 2026"),
        ] {
            let span = Term::new(day(from), day(until)).unwrap();
            assert_eq!((term(De, &span, today).as_str(), term(En, &span, today).as_str()), (de, en));
        }
    }
}
