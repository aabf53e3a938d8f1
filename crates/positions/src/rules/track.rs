//! What became of a position: four steps, and how long nobody has answered.

use kernel::Day;

use crate::{Dispatch, Outcome, State};

/// How far a published position has come after what was sent, answered and judged.
#[must_use]
pub fn state_after(dispatches: &[Dispatch], answered: impl Fn(&Dispatch) -> bool) -> State {
    let sent: Vec<&Dispatch> = dispatches.iter().filter(|d| d.sent.is_some()).collect();
    if sent.is_empty() {
        State::Published
    } else if sent.iter().all(|d| d.outcome.is_some()) {
        State::Closed
    } else if sent.iter().any(|d| answered(d)) {
        State::Answered
    } else {
        State::Sent
    }
}

/// A step of the track.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Track {
    /// It is behind.
    Done,
    /// It is the one that is on.
    Now,
    /// It lies ahead.
    Ahead,
}

/// The four steps: adopted, sent, answered, outcome.
#[must_use]
pub fn track(state: State) -> [Track; 4] {
    let done = match state {
        State::Published => 1,
        State::Sent => 2,
        State::Answered => 3,
        State::Closed => 4,
        _ => 0,
    };
    [0, 1, 2, 3].map(|step: usize| match step {
        _ if step < done => Track::Done,
        _ if step == done => Track::Now,
        _ => Track::Ahead,
    })
}

/// For how many full weeks nobody has answered; `None` where somebody did, nothing was sent, or it is judged.
#[must_use]
pub fn weeks_without_answer(dispatch: &Dispatch, answered: bool, today: Day) -> Option<i64> {
    let waiting = matches!(dispatch.outcome, None | Some(Outcome::None)) && !answered;
    dispatch.sent.filter(|_| waiting).map(|sent| i64::from(today.days_since(sent).max(0)) / 7)
}

/// Which reminder of its plan is due: the first on the day after an answer was awaited, one more after each of its spans.
/// `None` while none is.
#[must_use]
pub fn reminder_due(dispatch: &Dispatch, answered: bool, today: Day) -> Option<i64> {
    let due = dispatch.due.filter(|_| dispatch.sent.is_some() && dispatch.outcome.is_none() && !answered)?;
    let over = i64::from(today.days_since(due));
    let span = dispatch.remind_weeks * 7;
    (over > 0 && span > 0).then(|| (over - 1) / span + 1)
}

#[cfg(test)]
mod tests {
    use kernel::Id;

    use super::*;

    fn sent(outcome: Option<Outcome>, day: Option<&str>) -> Dispatch {
        Dispatch {
            id: Id::new(1),
            position: Id::new(1),
            addressee: Id::new(1),
            name: String::new(),
            letter: String::new(),
            way: day.map(|_| crate::Way::Letter),
            address: String::new(),
            file_mark: String::new(),
            sent: day.map(Day::literal),
            left: false,
            failed: false,
            due: day.map(|d| Day::literal(d).plus_days(28)),
            remind_weeks: 4,
            outcome,
            evidence: String::new(),
            judged: None,
            version: 1,
        }
    }

    #[test]
    fn the_state_follows_what_was_sent_answered_and_judged() {
        let (planned, open) = (sent(None, None), sent(None, Some("2026-10-01")));
        let won = sent(Some(Outcome::Adopted), Some("2026-10-01"));
        assert_eq!(state_after(&[], |_| false), State::Published);
        assert_eq!(state_after(std::slice::from_ref(&planned), |_| false), State::Published);
        assert_eq!(state_after(&[planned.clone(), open.clone()], |_| false), State::Sent);
        assert_eq!(state_after(&[open.clone(), won.clone()], |_| false), State::Sent);
        assert_eq!(state_after(&[open, won.clone()], |_| true), State::Answered);
        assert_eq!(state_after(&[won, planned], |_| false), State::Closed);
        assert_eq!(track(State::Answered), [Track::Done, Track::Done, Track::Done, Track::Now]);
        assert_eq!(track(State::Closed), [Track::Done; 4]);
        assert_eq!(track(State::Adopted)[0], Track::Now);
    }

    #[test]
    fn weeks_are_counted_and_reminders_follow_their_plan() {
        let open = sent(None, Some("2026-10-01"));
        let on = |day| weeks_without_answer(&open, false, Day::literal(day));
        assert_eq!((on("2026-10-01"), on("2026-10-07"), on("2026-10-08")), (Some(0), Some(0), Some(1)));
        assert_eq!(weeks_without_answer(&open, true, Day::literal("2026-12-01")), None);
        assert_eq!(
            weeks_without_answer(&sent(Some(Outcome::Rejected), Some("2026-10-01")), false, Day::literal("2026-12-01")),
            None
        );
        let due = |day| reminder_due(&open, false, Day::literal(day));
        assert_eq!(
            (due("2026-10-29"), due("2026-10-30"), due("2026-11-26"), due("2026-11-27")),
            (None, Some(1), Some(1), Some(2))
        );
        assert_eq!(
            reminder_due(&Dispatch { remind_weeks: 0, ..open.clone() }, false, Day::literal("2027-01-01")),
            None
        );
        assert_eq!(reminder_due(&open, true, Day::literal("2027-01-01")), None);
    }
}
