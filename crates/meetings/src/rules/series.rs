//! The rule of a series, in the calendar of the country: days, never moments, so that ten o'clock stays ten o'clock on both
//! sides of a change of the clock. Pure.

use std::{fmt, str::FromStr};

use kernel::{Day, Id};

use crate::{Host, Turn};

/// The most days that are asked for at once.
pub const DAYS_MOST: usize = 24;
/// How far ahead days are looked for: months.
const AHEAD_MONTHS: i32 = 36;

/// Which of the weekdays of a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nth {
    /// The first to the fourth: 1 to 4.
    Count(u8),
    /// The last one, the fourth or the fifth.
    Last,
}

/// How meetings come again. Nothing else can be written: no rule means more than one day a week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// Every so many weeks (1 to 52) on the weekday of the first day.
    Weeks(u8),
    /// Every so many months (1 to 24), counted from the month of the first day, on one of its weekdays.
    Months {
        /// Every so many.
        every: u8,
        /// Which one.
        nth: Nth,
        /// 0 for Monday to 6 for Sunday.
        weekday: u8,
    },
}

impl Rule {
    /// The days of a series that began on `first`: from `from` on, at most `count` of them and at most [`DAYS_MOST`], none
    /// later than three years after `from`.
    #[must_use]
    pub fn days(self, first: Day, from: Day, count: usize) -> Vec<Day> {
        let (from, until) = (from.max(first), from.max(first).plus_months(AHEAD_MONTHS));
        let good = |day: &Day| *day >= from && *day < until;
        let most = count.min(DAYS_MOST);
        match self {
            Self::Weeks(every) => {
                let step = i32::from(every.clamp(1, 52)) * 7;
                let begun = from.days_since(first).max(0) / step;
                // One more than fit, since the first may lie before.
                (begun..begun + 170).map(|n| first.plus_days(n * step)).filter(good).take(most).collect()
            }
            Self::Months { every, nth, weekday } => {
                let step = i32::from(every.clamp(1, 24));
                let Some(month) = Day::new(first.year(), first.date().month(), 1) else { return Vec::new() };
                let begun = from.months_since(month).max(0) / step;
                (begun..begun + 40)
                    .filter_map(|n| nth_of(month.plus_months(n * step), nth, weekday))
                    .filter(good)
                    .take(most)
                    .collect()
            }
        }
    }
}

/// A weekday of the month that begins on that day.
fn nth_of(month: Day, nth: Nth, weekday: u8) -> Option<Day> {
    let offset = |day: Day| i32::from(day.date().weekday().to_monday_zero_offset());
    let first = month.plus_days((i32::from(weekday.min(6)) - offset(month)).rem_euclid(7));
    match nth {
        Nth::Count(n) => Some(first.plus_days(7 * (i32::from(n.clamp(1, 4)) - 1))),
        Nth::Last => {
            (4..=5).rev().map(|n| first.plus_days(7 * (n - 1))).find(|day| day.date().month() == month.date().month())
        }
    }
}

impl fmt::Display for Rule {
    /// As it is stored: `weeks 2`, `months 3 2 1`, `months 1 last 4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weeks(every) => write!(f, "weeks {every}"),
            Self::Months { every, nth: Nth::Count(n), weekday } => write!(f, "months {every} {n} {weekday}"),
            Self::Months { every, nth: Nth::Last, weekday } => write!(f, "months {every} last {weekday}"),
        }
    }
}

impl FromStr for Rule {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |text: &str, most: u8| {
            // One way to write a number: no sign, no nought before it.
            let plain = matches!(text.as_bytes(), [b'0'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
            text.parse::<u8>().ok().filter(|n| plain && *n <= most).ok_or(())
        };
        let atleast = |n: u8| if n >= 1 { Ok(n) } else { Err(()) };
        match text.split(' ').collect::<Vec<_>>()[..] {
            ["weeks", every] => Ok(Self::Weeks(atleast(number(every, 52)?)?)),
            ["months", every, nth, weekday] => {
                let nth = if nth == "last" { Nth::Last } else { Nth::Count(atleast(number(nth, 4)?)?) };
                Ok(Self::Months { every: atleast(number(every, 24)?)?, nth, weekday: number(weekday, 6)? })
            }
            _ => Err(()),
        }
    }
}

/// Who is host next, for so many days in turn: whoever never was, then whoever was longest ago, each in the order of the list.
#[must_use]
pub fn next_hosts(hosts: &[Host], turns: &[Turn], count: usize) -> Vec<Id<Host>> {
    let mut last: Vec<(Option<Day>, usize, Id<Host>)> = hosts
        .iter()
        .enumerate()
        .map(|(place, host)| (turns.iter().filter(|t| t.host == host.id).map(|t| t.day).max(), place, host.id))
        .collect();
    let mut ahead = turns.iter().map(|t| t.day).max().unwrap_or(Day::FIRST);
    let mut next = Vec::new();
    for _ in 0..count.min(DAYS_MOST) {
        let Some(chosen) = last.iter_mut().min_by_key(|(day, place, _)| (*day, *place)) else { break };
        next.push(chosen.2);
        ahead = ahead.next();
        chosen.0 = Some(ahead);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rule: &str, first: &str, from: &str, count: usize) -> Vec<String> {
        let rule: Rule = rule.parse().unwrap();
        let found = rule.days(Day::literal(first), Day::literal(from), count);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_second_tuesday_and_the_last_friday_are_found() {
        assert_eq!(
            days("months 1 2 1", "2026-12-01", "2026-12-01", 4),
            ["2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09"]
        );
        assert_eq!(days("months 1 last 4", "2027-01-01", "2027-01-01", 3), ["2027-01-29", "2027-02-26", "2027-03-26"]);
        // Four in a year.
        assert_eq!(
            days("months 3 2 1", "2027-03-09", "2027-01-01", 5),
            ["2027-03-09", "2027-06-08", "2027-09-14", "2027-12-14", "2028-03-14"]
        );
        // The first day counts when it is one, and nothing before it.
        assert_eq!(days("months 1 2 1", "2026-12-09", "2020-01-01", 1), ["2027-01-12"]);
        assert_eq!(days("weeks 2", "2027-03-23", "2027-04-01", 3), ["2027-04-06", "2027-04-20", "2027-05-04"]);
        assert_eq!(days("months 12 1 0", "2028-02-29", "2028-02-29", 2), ["2029-02-05", "2030-02-04"]);
    }

    #[test]
    fn ten_oclock_stays_ten_oclock_over_both_changes_of_the_clock() {
        for (rule, first) in [("weeks 1", "2027-03-14"), ("weeks 1", "2027-10-17"), ("months 1 last 6", "2027-03-01")] {
            let rule: Rule = rule.parse().unwrap();
            let days = rule.days(Day::literal(first), Day::literal(first), 20);
            let change = |day: &str| days.contains(&Day::literal(day));
            assert!(change("2027-03-28") || change("2027-10-31"), "{days:?}");
            for day in &days {
                let at = day.at(10, 0).local();
                assert_eq!((at.hour(), at.minute(), Day::from_date(at.date())), (10, 0, *day));
                // In the hour the clock skips it is the moment after, on the same day.
                let night = day.at(2, 30).local();
                assert_eq!(Day::from_date(night.date()), *day);
                assert!((2..=3).contains(&night.hour()));
            }
        }
        let utc = |day: &str| Day::literal(day).at(10, 0).micros() / 3_600_000_000 % 24;
        assert_eq!([utc("2027-03-27"), utc("2027-03-28"), utc("2027-10-30"), utc("2027-10-31")], [9, 8, 8, 9]);
    }

    #[test]
    fn no_rule_means_more_days_than_are_asked_for() {
        for rule in ["weeks 1", "weeks 52", "months 1 1 0", "months 24 last 6"] {
            let parsed: Rule = rule.parse().unwrap();
            assert_eq!(parsed.to_string(), rule, "it reads back");
            for first in [Day::FIRST, Day::literal("2027-01-01"), Day::OPEN] {
                for from in [Day::FIRST, Day::literal("2027-01-01"), Day::OPEN] {
                    let found = parsed.days(first, from, usize::MAX);
                    assert!(
                        found.len() <= DAYS_MOST && found.windows(2).all(|pair| pair[0] < pair[1]),
                        "{rule}: {found:?}"
                    );
                    assert!(found.iter().all(|day| *day >= first.max(from)), "{rule}: {found:?}");
                    assert_eq!(parsed.days(first, from, 0), []);
                    // What comes after a day of the rule are the days that came after it.
                    if let Some(second) = found.get(1) {
                        assert_eq!(parsed.days(first, *second, 1), [*second], "{rule}");
                    }
                }
            }
        }
        for bomb in [
            "",
            "weeks 0",
            "weeks 53",
            "weeks 99999999999999999999",
            "weeks -1",
            "weeks +1",
            "months 1 5 0",
            "months 1 2 7",
            "months 0 1 1",
            "months 25 1 1",
            "FREQ=SECONDLY;COUNT=999999999",
            "RRULE:FREQ=YEARLY;BYSETPOS=-1",
            "weeks 1 ",
            "weeks 1\nweeks 1",
            "weeks 01",
            "months 01 2 1",
            "months 1 02 1",
            "months 1 LAST 1",
            "months 1 2 1 1",
            "weeks \u{0664}",
            "RRULE:FREQ=SECONDLY;INTERVAL=1;BYSECOND=0,1,2,3,4,5,6,7,8,9",
            "FREQ=DAILY;UNTIL=99991231T235959Z",
            &"weeks 1 ".repeat(100_000),
            &"9".repeat(1_000_000),
        ] {
            assert_eq!(bomb.parse::<Rule>(), Err(()), "{bomb}");
        }
    }

    #[test]
    fn hosts_take_turns_and_whoever_never_was_comes_first() {
        let host = |n: i64| Host { id: Id::new(n), name: format!("Stadt {n}"), place: String::new() };
        let turn = |n: i64, day: &str| Turn { host: Id::new(n), day: Day::literal(day) };
        let hosts = [host(1), host(2), host(3)];
        let next = |turns: &[Turn], count| next_hosts(&hosts, turns, count).iter().map(|h| h.raw()).collect::<Vec<_>>();
        assert_eq!(next(&[], 5), [1, 2, 3, 1, 2]);
        assert_eq!(next(&[turn(1, "2026-01-01"), turn(3, "2026-03-01")], 4), [2, 1, 3, 2]);
        assert_eq!(
            next(&[turn(2, "2025-01-01"), turn(1, "2026-01-01"), turn(3, "2026-03-01"), turn(2, "2026-06-01")], 3),
            [1, 3, 2]
        );
        assert_eq!(next_hosts(&[], &[], 5), Vec::<Id<Host>>::new());
        assert_eq!(next_hosts(&hosts, &[], usize::MAX).len(), DAYS_MOST);
    }
}
