//! When a request to join goes on, and when one may leave.

use std::collections::BTreeSet;

use kernel::{Day, Moment};

use crate::{HandedOver, JoinState, Vouching};

/// How many members vouch.
pub const VOUCHERS: usize = 2;
/// The periods for objections a body can choose, in days.
pub const PERIODS: [i64; 4] = [0, 7, 14, 28];
/// How long those who should vouch are waited for, in days.
pub const VOUCHING_DAYS: i32 = 28;
/// How long a request waits for its mailbox, in seconds.
pub const CONFIRM_SECONDS: i64 = 86_400;
/// How many wrong codes a request takes; afterwards only its link confirms it.
pub const CODE_TRIES: i64 = 5;
/// The longest notice for leaving an association, in months (§ 39 (2) BGB).
pub const NOTICE_MOST: i64 = 24;
/// The most letters one address gets by such forms in an hour, and one body sends.
pub const LETTERS_PER_HOUR: i64 = 5;
/// See [`LETTERS_PER_HOUR`]. Far above what any campaign brings: each origin is stopped long before.
pub const REQUESTS_PER_HOUR: i64 = 400;
/// The most such forms one origin sends in an hour: a town hall is behind one address.
pub const REQUESTS_OF_ORIGIN: u32 = 10;

/// The end of a period that begins on a day: local midnight after its last day. At this moment it is over.
#[must_use]
pub fn period_end(begins: Day, days: i64) -> Moment {
    begins.plus_days(i32::try_from(days).unwrap_or(0)).next().at(0, 0)
}

/// Whether a period still runs.
#[must_use]
pub fn still_runs(now: Moment, end: Option<Moment>) -> bool {
    end.is_some_and(|end| now < end)
}

/// How many vouch: each of the named addresses once, and each person once. `yes` holds place and person of those who
/// said yes and belong at this moment.
#[must_use]
pub fn vouched(yes: &[(i64, i64)]) -> usize {
    let places: BTreeSet<i64> = yes.iter().map(|(place, _)| *place).collect();
    let persons: BTreeSet<i64> = yes.iter().map(|(_, person)| *person).collect();
    places.len().min(persons.len())
}

/// Whether enough answers for her.
#[must_use]
pub fn is_supported(vouching: Vouching, functional: bool, yes: &[(i64, i64)]) -> bool {
    let members = vouched(yes) >= VOUCHERS;
    match vouching {
        // Reached only after the keepers themselves asked the members.
        Vouching::Keeper => true,
        Vouching::TwoMembers => members,
        Vouching::Mailbox => functional,
        Vouching::Either => functional || members,
    }
}

/// What a request waits for, as far as its next step depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Where it stands.
    pub state: JoinState,
    /// Whether the rule leaves it to the keepers.
    pub keeper: bool,
    /// Whether enough answers for her at this moment.
    pub supported: bool,
    /// Whether somebody objected in time.
    pub objected: bool,
    /// Days for objections.
    pub days: i64,
    /// Whether members were asked already.
    pub asked_members: bool,
    /// The end of what it waits for.
    pub due: Option<Moment>,
}

/// The next step of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStep {
    /// Nothing yet.
    Wait,
    /// Members may object from now on.
    AskMembers,
    /// She is in.
    Admit,
    /// The keepers decide.
    Hand(HandedOver),
}

/// What follows at a moment. Everything is looked at when it is counted: whoever vouched and has left meanwhile does
/// not count.
#[must_use]
pub fn next_step(s: &Standing, now: Moment) -> NextStep {
    match s.state {
        JoinState::Waiting if s.keeper => NextStep::Hand(HandedOver::Keeper),
        JoinState::Waiting if s.supported && s.days > 0 && !s.asked_members => NextStep::AskMembers,
        JoinState::Waiting if s.supported => NextStep::Admit,
        JoinState::Waiting if !still_runs(now, s.due) => NextStep::Hand(HandedOver::Unvouched),
        JoinState::Objecting if still_runs(now, s.due) => NextStep::Wait,
        JoinState::Objecting if s.objected => NextStep::Hand(HandedOver::Objection),
        JoinState::Objecting if !s.supported => NextStep::Hand(HandedOver::Lapsed),
        JoinState::Objecting => NextStep::Admit,
        _ => NextStep::Wait,
    }
}

/// The first day on which somebody who says so today need not belong any more: after the notice, and where the year
/// must end first, on a first of January (§ 39 (2) BGB).
#[must_use]
pub fn earliest_leaving(today: Day, notice_months: i64, year_end: bool) -> Day {
    let day = today.plus_months(i32::try_from(notice_months).unwrap_or(0));
    if !year_end {
        return day;
    }
    let first = |year: i16| Day::new(year, 1, 1).unwrap_or(day);
    if first(day.year()) == day { day } else { first(day.year() + 1) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::literal(text)
    }

    #[test]
    fn the_period_ends_at_midnight_after_its_last_day() {
        let end = period_end(day("2026-11-23"), 14);
        assert_eq!(end, day("2026-12-08").at(0, 0));
        assert!(still_runs(end.plus_seconds(-1), Some(end)) && !still_runs(end, Some(end)) && !still_runs(end, None));
        // A day of 25 hours lies within: it is midnight all the same.
        assert_eq!(period_end(day("2026-10-20"), 7), day("2026-10-28").at(0, 0));
    }

    #[test]
    fn two_vouch_when_two_addresses_and_two_persons_do() {
        for (yes, count) in [
            (vec![], 0),
            (vec![(1, 7)], 1),
            (vec![(1, 7), (1, 8)], 1),
            (vec![(1, 7), (2, 7)], 1),
            (vec![(1, 7), (2, 8)], 2),
            (vec![(1, 7), (1, 8), (2, 7)], 2),
        ] {
            assert_eq!(vouched(&yes), count, "{yes:?}");
        }
        assert!(!is_supported(Vouching::TwoMembers, true, &[(1, 7)]));
        assert!(is_supported(Vouching::Either, true, &[]) && is_supported(Vouching::Either, false, &[(1, 7), (2, 8)]));
        assert!(!is_supported(Vouching::Mailbox, false, &[(1, 7), (2, 8)]));
    }

    fn standing(state: JoinState) -> Standing {
        let due = Some(day("2026-12-08").at(0, 0));
        Standing { state, keeper: false, supported: true, objected: false, days: 14, asked_members: false, due }
    }

    #[test]
    fn what_follows_when() {
        let (before, at) = (day("2026-12-08").at(0, 0).plus_seconds(-1), day("2026-12-08").at(0, 0));
        let waiting = standing(JoinState::Waiting);
        assert_eq!(next_step(&waiting, before), NextStep::AskMembers);
        assert_eq!(next_step(&Standing { days: 0, ..waiting }, before), NextStep::Admit);
        assert_eq!(next_step(&Standing { supported: false, ..waiting }, before), NextStep::Wait);
        assert_eq!(next_step(&Standing { keeper: true, ..waiting }, before), NextStep::Hand(HandedOver::Keeper));
        assert_eq!(next_step(&Standing { supported: false, ..waiting }, at), NextStep::Hand(HandedOver::Unvouched));
        let objecting = standing(JoinState::Objecting);
        assert_eq!(next_step(&Standing { objected: true, ..objecting }, before), NextStep::Wait);
        assert_eq!(next_step(&objecting, at), NextStep::Admit);
        assert_eq!(next_step(&Standing { objected: true, ..objecting }, at), NextStep::Hand(HandedOver::Objection));
        assert_eq!(next_step(&Standing { supported: false, ..objecting }, at), NextStep::Hand(HandedOver::Lapsed));
        for over in [JoinState::Unconfirmed, JoinState::Handed, JoinState::Admitted, JoinState::Refused] {
            assert_eq!(next_step(&standing(over), at), NextStep::Wait, "{over:?}");
        }
    }

    #[test]
    fn one_leaves_after_the_notice_and_at_the_end_of_a_year_where_the_rule_says_so() {
        let leave = |months, year| earliest_leaving(day("2026-11-23"), months, year);
        assert_eq!(leave(0, false), day("2026-11-23"));
        assert_eq!(leave(3, false), day("2027-02-23"));
        assert_eq!(leave(0, true), day("2027-01-01"));
        assert_eq!(leave(1, true), day("2027-01-01"));
        assert_eq!(leave(3, true), day("2028-01-01"));
        assert_eq!(
            earliest_leaving(day("2026-10-01"), 3, true),
            day("2027-01-01"),
            "notice until the last day of the year"
        );
    }

    proptest! {
        #[test]
        fn nobody_is_held_longer_than_notice_and_one_year(n in 0_i32..4000, months in 0_i64..=24, year_end: bool) {
            let today = day("2024-02-29").plus_days(n);
            let leaves = earliest_leaving(today, months, year_end);
            prop_assert!(leaves >= today && leaves <= today.plus_months(i32::try_from(months).unwrap() + 12));
            prop_assert!(!year_end || leaves.to_string().ends_with("-01-01"));
        }

        #[test]
        fn nobody_gets_in_against_an_objection_or_before_the_end(
            days in 0_i64..29, supported: bool, objected: bool, late: bool, asked_members: bool
        ) {
            let due = day("2026-12-08").at(0, 0);
            let now = if late { due } else { due.plus_seconds(-1) };
            let s = Standing { state: JoinState::Objecting, keeper: false, supported, objected, days, asked_members, due: Some(due) };
            prop_assert_eq!(next_step(&s, now) == NextStep::Admit, supported && !objected && late);
        }
    }
}
