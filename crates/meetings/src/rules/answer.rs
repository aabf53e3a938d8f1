//! What an answer counts.

use kernel::{Day, Moment};

use crate::{Answer, Way};

/// Two answers through one letter's link that contradict each other within this time count as none: programs that look
/// through mail open and send everything they find.
pub const QUIET_SECONDS: i64 = 60;

/// What becomes of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It counts.
    Counts,
    /// It contradicts the one before, or comes too soon after such a pair: none counts, and the person is asked.
    Contested,
}

/// Whether a new answer counts. `before`: the answer that stands, when and how it came; `contested`: when answers
/// contradicted each other last. An answer on the page comes from who is signed in, and counts always.
#[must_use]
pub fn settle(
    before: (Answer, Option<Moment>, Option<Way>),
    contested: Option<Moment>,
    new: (Answer, Way),
    now: Moment,
) -> Outcome {
    if new.1 != Way::Link {
        return Outcome::Counts;
    }
    let soon = |at: Moment| now.seconds_since(at) < QUIET_SECONDS;
    let contradicts =
        before.0 != Answer::None && before.0 != new.0 && before.2 == Some(Way::Link) && before.1.is_some_and(soon);
    if contradicts || contested.is_some_and(soon) { Outcome::Contested } else { Outcome::Counts }
}

/// Whether an answer comes after its day. It is taken all the same, and marked.
#[must_use]
pub fn is_late(until: Option<Day>, today: Day) -> bool {
    until.is_some_and(|until| today > until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Day::literal("2026-11-23").at(12, 0).plus_seconds(seconds)
    }

    #[test]
    fn two_answers_of_one_link_within_a_minute_count_as_none() {
        let yes = (Answer::Yes, Some(at(0)), Some(Way::Link));
        for (seconds, wanted) in [(0, Outcome::Contested), (59, Outcome::Contested), (60, Outcome::Counts)] {
            assert_eq!(settle(yes, None, (Answer::No, Way::Link), at(seconds)), wanted, "{seconds}");
        }
        // The same again is no contradiction, and who is signed in knows what she does.
        assert_eq!(settle(yes, None, (Answer::Yes, Way::Link), at(1)), Outcome::Counts);
        assert_eq!(settle(yes, None, (Answer::No, Way::Page), at(1)), Outcome::Counts);
        // An answer given on the page is not taken back by a program that opens the letter.
        let page = (Answer::Yes, Some(at(0)), Some(Way::Page));
        assert_eq!(settle(page, None, (Answer::No, Way::Link), at(1)), Outcome::Counts);
    }

    #[test]
    fn after_a_contradiction_a_minute_of_quiet_is_wanted() {
        let none = (Answer::None, None, None);
        assert_eq!(settle(none, Some(at(0)), (Answer::Yes, Way::Link), at(59)), Outcome::Contested);
        assert_eq!(settle(none, Some(at(0)), (Answer::Yes, Way::Link), at(60)), Outcome::Counts);
        assert_eq!(settle(none, Some(at(0)), (Answer::Yes, Way::Page), at(1)), Outcome::Counts);
    }

    #[test]
    fn an_answer_on_the_last_day_is_in_time() {
        let day = Day::literal("2026-11-23");
        assert!(!is_late(Some(day), day) && is_late(Some(day), day.next()) && !is_late(None, day));
    }
}
