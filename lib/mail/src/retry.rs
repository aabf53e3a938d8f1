//! When to try a letter again.

use kernel::Moment;

/// Minutes to wait after the first, second, … failure: about two days in all. A greylisting server lets the second or
/// third pass; RFC 5321 4.5.4.1 asks for half an hour between the later ones and four to five days altogether, which
/// is too long for letters about meetings.
const WAITS: [i64; 9] = [1, 5, 15, 30, 60, 180, 360, 720, 1_440];

/// Failures after which a letter is given up.
pub const GIVE_UP_AFTER: usize = WAITS.len() + 1;

/// The moment of the next attempt after `failures` (the one just now included) that were all temporary.
///
/// `None` when the letter is to be given up: it has failed [`GIVE_UP_AFTER`] times, or the next attempt would come after
/// `useless_after`, such as the end of a sign-in code.
#[must_use]
pub fn next_try(failures: usize, now: Moment, useless_after: Option<Moment>) -> Option<Moment> {
    let minutes = WAITS.get(failures.saturating_sub(1))?;
    let next = now.plus_seconds(minutes * 60);
    useless_after.is_none_or(|last| next < last).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let start = Moment::from_micros(1_000_000);
        let (mut now, mut waits, mut failures) = (start, Vec::new(), 1);
        while let Some(next) = next_try(failures, now, None) {
            waits.push(next.seconds_since(now) / 60);
            now = next;
            failures += 1;
        }
        assert_eq!(failures, GIVE_UP_AFTER);
        assert_eq!(waits.first(), Some(&1));
        assert!(waits.is_sorted() && waits.len() == GIVE_UP_AFTER - 1);
        assert!((40..72).contains(&(now.seconds_since(start) / 3_600)));
        assert_eq!(next_try(usize::MAX, now, None), None);
        assert_eq!(next_try(0, start, None), next_try(1, start, None));
    }

    #[test]
    fn a_letter_that_came_too_late_is_not_sent() {
        let now = Moment::from_micros(0);
        assert!(next_try(1, now, Some(now.plus_seconds(61))).is_some());
        assert_eq!(next_try(1, now, Some(now.plus_seconds(60))), None);
        assert_eq!(next_try(3, now, Some(now.plus_seconds(600))), None);
    }
}
