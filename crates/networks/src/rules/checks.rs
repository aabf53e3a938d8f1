//! How long a data check runs, and when one may remind. No input or output.

use kernel::{Day, Moment};

use super::period_end;

/// How long the links of a round work, in days: eight weeks.
pub const CHECK_DAYS: i64 = 56;
/// How many days lie between two reminders.
pub const AGAIN_DAYS: i64 = 7;
/// How many letters about a new address one link can have written to the old one.
pub const ADDRESS_LETTERS: i64 = 5;
/// How long a round is kept, in months.
pub const CHECK_KEPT_MONTHS: i32 = 24;

/// The moment at which the links of a round that begins on a day stop working.
#[must_use]
pub fn check_end(begins: Day) -> Moment {
    period_end(begins, CHECK_DAYS)
}

/// The last day on which they work.
#[must_use]
pub fn check_last(due: Moment) -> Day {
    due.plus_seconds(-1).day()
}

/// The moment after which no round may have begun, so that another is due: a year ago.
#[must_use]
pub fn year_before(today: Day) -> Moment {
    today.plus_months(-12).next().at(0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_work_for_eight_weeks_to_the_end_of_the_last_day() {
        let end = check_end(Day::literal("2026-11-23"));
        assert_eq!(end, Day::literal("2027-01-19").at(0, 0));
        assert_eq!(check_last(end), Day::literal("2027-01-18"));
    }

    #[test]
    fn a_round_of_the_same_day_last_year_is_due_again() {
        let since = year_before(Day::literal("2027-11-23"));
        assert!(Day::literal("2026-11-23").at(23, 59) < since && Day::literal("2026-11-24").at(0, 1) > since);
    }
}
