//! What holds for date polls.

use decisions::rules::notice::{Notice, latest};
use kernel::{Day, Id, Moment, Reason, Result};
use people::rules::Check;

use super::{MINUTES_MOST, QUIET_SECONDS};
use crate::{Choice, NewPoll, Pick, PollDate, Way};

/// The most days to choose from.
pub const DATES_MOST: usize = 20;
/// The fewest.
pub const DATES_LEAST: usize = 2;
/// How far ahead a day in time is looked for: longer than any period of notice.
const FURTHEST: i32 = 400;
/// The most characters of a place.
const PLACE_MOST: usize = 300;

/// How a day fared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
    /// The day.
    pub date: PollDate,
    /// How many can.
    pub yes: usize,
    /// How many can, if need be.
    pub maybe: usize,
    /// How many cannot.
    pub no: usize,
}

/// How each day fared with those whose answer counts, in the order of the days.
#[must_use]
pub fn tally(dates: &[PollDate], picks: &[Pick], counts: impl Fn(&Pick) -> bool) -> Vec<Tally> {
    let of =
        |date: &PollDate, choice| picks.iter().filter(|p| p.date == date.id && p.choice == choice && counts(p)).count();
    dates
        .iter()
        .map(|date| Tally {
            date: *date,
            yes: of(date, Choice::Yes),
            maybe: of(date, Choice::Maybe),
            no: of(date, Choice::No),
        })
        .collect()
}

/// The best days, earliest first: most people can come at all, among these most without need. None while nobody can.
#[must_use]
pub fn best(tallies: &[Tally]) -> Vec<Tally> {
    let rank = |t: &Tally| (t.yes + t.maybe, t.yes);
    let Some(top) = tallies.iter().map(rank).max().filter(|top| top.0 > 0) else { return Vec::new() };
    tallies.iter().filter(|t| rank(t) == top).copied().collect()
}

/// Why the invitation to a day would not be in time; the last day for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TooNear {
    /// That day has passed.
    Missed(Day),
    /// It lies before the last day for answers.
    Tight(Day),
}

/// Whether a day is too near for an invitation that leaves once those asked could answer.
#[must_use]
pub fn too_near(notice: &Notice, sitting: Day, today: Day, answers: Day) -> Option<TooNear> {
    let last = latest(notice, sitting, false).day?;
    if last < today {
        Some(TooNear::Missed(last))
    } else {
        (today <= answers && last < answers).then_some(TooNear::Tight(last))
    }
}

/// The first day whose invitation is in time when it leaves on that day; `None` where the rules name no period.
#[must_use]
pub fn earliest(notice: &Notice, leaves: Day) -> Option<Day> {
    latest(notice, leaves, false).day?;
    let in_time = |day: &Day| latest(notice, *day, false).day.is_some_and(|last| last >= leaves);
    (0..FURTHEST).map(|n| leaves.plus_days(n)).find(in_time)
}

/// What somebody chose for each day.
pub type Choices = [(Id<PollDate>, Choice)];

/// What becomes of an answer, as with invitations: two answers by link that contradict each other within a minute count as
/// none, and the person is asked. `before`: what she chose, when and how.
#[must_use]
pub fn counts(
    before: (&Choices, Option<Moment>, Option<Way>),
    contested: Option<Moment>,
    new: (&Choices, Way),
    now: Moment,
) -> bool {
    if new.1 != Way::Link {
        return true;
    }
    let soon = |at: Moment| now.seconds_since(at) < QUIET_SECONDS;
    let sorted = |some: &Choices| {
        let mut some = some.to_vec();
        some.sort_unstable();
        some
    };
    let contradicts = before.2 == Some(Way::Link) && before.1.is_some_and(soon) && sorted(before.0) != sorted(new.0);
    !contradicts && !contested.is_some_and(soon)
}

/// A poll as it may be written.
///
/// # Errors
/// [`kernel::Error::Form`] on `title`, `note`, `length`, `place`, `online`, `answer_until`.
pub fn poll_checked(new: &NewPoll, today: Day) -> Result<NewPoll> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let note = check.text("note", Some(&new.note)).unwrap_or_default();
    let place = check.text("place", Some(&new.place)).unwrap_or_default().replace('\n', ", ");
    let online = check.website("online", Some(&new.online)).unwrap_or_default();
    check.that((1..=MINUTES_MOST).contains(&new.minutes), "length", || {
        Reason::new(
            "Bitte nennen Sie eine Dauer zwischen einer Minute und 14 Tagen.",
            "Please give a length between one minute and 14 days.",
        )
    });
    check.that(place.chars().count() <= PLACE_MOST, "place", || {
        Reason::new(
            format!("Bitte kürzen Sie auf höchstens {PLACE_MOST} Zeichen."),
            format!("Please shorten this to at most {PLACE_MOST} characters."),
        )
    });
    check.that(new.answer_until >= today, "answer_until", || {
        Reason::new("Dieser Tag liegt schon zurück.", "This day lies in the past.")
    });
    check.done()?;
    Ok(NewPoll { title, note, place, online, ..new.clone() })
}

/// Whether a day may stand to choose.
///
/// # Errors
/// The sentence that says why not.
pub fn date_fits(there: &[PollDate], new: Moment, now: Moment) -> Result<(), Reason> {
    if new <= now {
        return Err(Reason::new("Dieser Tag liegt schon zurück.", "This day lies in the past."));
    }
    if new.day().year() > 2200 {
        return Err(Reason::new("Bitte prüfen Sie das Jahr.", "Please check the year."));
    }
    if there.iter().any(|d| d.starts_at == new) {
        return Err(Reason::new("Dieser Termin steht schon zur Wahl.", "This date is there already."));
    }
    if there.len() >= DATES_MOST {
        return Err(Reason::new(
            format!("Höchstens {DATES_MOST} Termine stehen zur Wahl."),
            format!("At most {DATES_MOST} dates can be chosen from."),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(n: i64) -> PollDate {
        PollDate { id: Id::new(n), starts_at: Day::literal("2027-03-17").at(10, 0).plus_seconds(86_400 * n) }
    }

    fn picks(rows: &[&[Choice]]) -> Vec<Pick> {
        let row = |(voter, row): (usize, &&[Choice])| {
            let voter = Id::new(i64::try_from(voter).unwrap());
            row.iter()
                .zip(1..)
                .map(move |(choice, d)| Pick { voter, date: Id::new(d), choice: *choice })
                .collect::<Vec<_>>()
        };
        rows.iter().enumerate().flat_map(row).collect()
    }

    #[test]
    fn the_best_day_is_the_one_most_can_come_to_and_then_the_one_least_of_need() {
        use Choice::{Maybe, No, Yes};
        let dates = [date(1), date(2), date(3)];
        let of = |rows: &[&[Choice]]| {
            let all = tally(&dates, &picks(rows), |_| true);
            best(&all).iter().map(|t| t.date.id.raw()).collect::<Vec<_>>()
        };
        assert_eq!(of(&[]), Vec::<i64>::new());
        assert_eq!(of(&[&[No, No, No]]), Vec::<i64>::new());
        assert_eq!(of(&[&[Yes, Maybe, No], &[Yes, Maybe, Yes], &[No, Maybe, Yes]]), [2]);
        assert_eq!(of(&[&[Yes, Maybe, No], &[Maybe, Maybe, Yes]]), [1]);
        assert_eq!(of(&[&[Yes, No, Yes], &[No, No, No]]), [1, 3]);
        // Whoever is no longer asked does not count.
        let all = tally(&dates, &picks(&[&[Yes, No, No], &[No, Yes, No]]), |p| p.voter.raw() == 1);
        assert_eq!((all[0].yes, all[0].no, all[1].yes), (0, 1, 1));
    }

    #[test]
    fn two_answers_of_one_link_within_a_minute_count_as_none() {
        let now = Day::literal("2027-03-01").at(9, 0);
        let (one, other) = ([(Id::new(1), Choice::Yes)], [(Id::new(1), Choice::No)]);
        let at = |seconds| now.plus_seconds(seconds);
        let before = (&one[..], Some(now), Some(Way::Link));
        assert!(!counts(before, None, (&other, Way::Link), at(59)));
        assert!(counts(before, None, (&other, Way::Link), at(60)));
        assert!(counts(before, None, (&one, Way::Link), at(1)), "the same again is no contradiction");
        assert!(counts(before, None, (&other, Way::Page), at(1)));
        let page = (&one[..], Some(now), Some(Way::Page));
        assert!(counts(page, None, (&other, Way::Link), at(1)));
        assert!(!counts((&[], None, None), Some(now), (&one, Way::Link), at(59)));
        assert!(counts((&[], None, None), Some(now), (&one, Way::Link), at(60)));
    }
}
