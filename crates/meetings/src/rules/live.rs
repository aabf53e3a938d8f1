//! What holds while a sitting runs. Pure.

use kernel::{Error, Moment, Reason, Result};

use crate::{Coming, Line, Meeting, Presence, Run, Span, Speech};

/// How often somebody comes, goes or changes how she is there, at most.
pub const SPANS_MOST: usize = 20;
/// Whoever says within so many seconds that she is there in another way, or back, pressed the wrong button before.
const SLIP_SECONDS: i64 = 60;

/// How many digits the number has that is shown in the room.
pub const DIGITS: usize = 6;

/// The number as somebody typed it, without what people put between digits.
#[must_use]
pub fn digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).take(DIGITS + 1).collect()
}

/// A line after somebody said of herself that she is there or goes.
///
/// The later word of the same person counts. Where a person and whoever she sent both say that they are there, the line
/// stays as it was and is contested: the seat counts once, and whoever leads says who is there.
///
/// # Errors
/// [`Error::Rule`] when she goes who was not there, or whose seat is contested, and for whoever comes and goes without end.
pub fn entered(meeting: &Meeting, line: &Line, coming: &Coming, now: Moment) -> Result<Line> {
    let there = line.checked > 0 && line.presence.is_there() && line.until.is_none();
    let contested = Line { contested: true, ..line.clone() };
    match coming {
        Coming::Own(_) if there && line.presence == Presence::Represented => Ok(contested),
        Coming::Sent(_) if there && line.presence != Presence::Represented => Ok(contested),
        Coming::Sent(name) if there && line.by_name != *name => Ok(contested),
        Coming::Own(presence) => here(meeting, line, (*presence, ""), now),
        Coming::Sent(name) => here(meeting, line, (Presence::Represented, name), now),
        Coming::Gone if line.contested => refused(
            "Für diesen Sitz haben sich zwei Personen eingetragen. Bitte wenden Sie sich an die Sitzungsleitung.",
            "Two persons have checked in for this seat. Please turn to whoever leads the sitting.",
        ),
        Coming::Gone if !line.is_there_at(now) => {
            refused("Sie sind nicht als anwesend eingetragen.", "You are not on the list as being there.")
        }
        Coming::Gone => {
            let until = now.max(line.from.map_or(now, |from| from.plus_seconds(1)));
            Ok(Line { until: Some(until), ..line.clone() })
        }
    }
}

/// The line of somebody who is there from now on, in that way. What was before stays as a time of its own; what was before the
/// beginning, or only a wrong button, does not.
fn here(meeting: &Meeting, line: &Line, (presence, by_name): (Presence, &str), now: Moment) -> Result<Line> {
    let begun = (now > meeting.starts_at).then_some(now);
    let mut new = Line { presence, by_name: by_name.to_owned(), until: None, ..line.clone() };
    if !line.presence.is_there() {
        new.from = line.from.or(begun);
        return Ok(new);
    }
    let same = line.presence == presence && line.by_name == by_name;
    // When what the line says so far ended: as she went, or now, where she is there in another way.
    let ended = match line.until {
        Some(until) => until,
        None if same => return Ok(new),
        None => now,
    };
    let since = line.from.unwrap_or(meeting.starts_at);
    let slip = match line.until {
        Some(until) => same && now.seconds_since(until) < SLIP_SECONDS,
        None => now.seconds_since(since) < SLIP_SECONDS,
    };
    if slip || begun.is_none() {
        return Ok(new);
    }
    new.from = begun;
    if ended > since {
        if line.earlier.len() >= SPANS_MOST {
            return refused(
                "So oft kommen und gehen geht hier nicht. Bitte wenden Sie sich an die Sitzungsleitung.",
                "One cannot come and go that often here. Please turn to whoever leads the sitting.",
            );
        }
        let (presence, by_name) = (line.presence, line.by_name.clone());
        new.earlier.push(Span { presence, by_name, from: line.from, until: ended });
    }
    Ok(new)
}

fn refused<T>(de: &str, en: &str) -> Result<T> {
    Err(Error::Rule(Reason::new(de, en)))
}

/// Who speaks, and who waits in which order.
#[must_use]
pub fn floor(speeches: &[Speech]) -> (Option<&Speech>, Vec<&Speech>) {
    let speaks = speeches.iter().find(|one| one.called_at.is_some());
    (speaks, speeches.iter().filter(|one| one.called_at.is_none()).collect())
}

/// The run that is on.
#[must_use]
pub fn running(runs: &[Run]) -> Option<&Run> {
    runs.iter().find(|run| run.until.is_none())
}

/// From when to when an item was on, first to last; `None` where it never was or still is.
#[must_use]
pub fn span(runs: &[Run], item: kernel::Id<crate::Item>) -> Option<(Moment, Moment)> {
    let of: Vec<&Run> = runs.iter().filter(|run| run.item == item).collect();
    Some((of.first()?.from, of.last()?.until?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Capacity, MeetingState, NewMeeting};
    use kernel::{Day, Id};

    fn meeting() -> Meeting {
        let new = NewMeeting::new("Treffen", Day::literal("2027-03-17").at(10, 0));
        Meeting { state: MeetingState::Running, ..new.drafted((Id::new(1), Id::new(1))) }
    }

    fn line() -> Line {
        Line {
            key: "s1-1".into(),
            seat: None,
            person: None,
            name: String::new(),
            capacity: Capacity::Member,
            presence: Presence::Absent,
            by_name: String::new(),
            from: None,
            until: None,
            earlier: Vec::new(),
            checked: 0,
            contested: false,
            row: None,
            authorised: false,
        }
    }

    #[test]
    fn the_later_word_of_one_person_counts_and_two_for_one_seat_are_contested() {
        let (m, ten, later) = (meeting(), Day::literal("2027-03-17").at(9, 55), Day::literal("2027-03-17").at(10, 20));
        let before = Day::literal("2027-03-17").at(9, 58);
        let here = entered(&m, &line(), &Coming::Own(Presence::Present), ten).unwrap();
        assert_eq!((here.presence, here.from, here.until), (Presence::Present, None, None));
        let here = Line { checked: 1, ..here };
        let remote = entered(&m, &here, &Coming::Own(Presence::Remote), before).unwrap();
        assert_eq!((remote.presence, remote.from, remote.contested), (Presence::Remote, None, false));
        assert!(remote.earlier.is_empty(), "before it begins nothing is kept");
        let sent = entered(&m, &here, &Coming::Sent("Jo".into()), later).unwrap();
        assert_eq!((sent.presence, sent.contested), (Presence::Present, true));
        assert!(entered(&m, &sent, &Coming::Gone, later).is_err());
        let first = Line { checked: 1, ..entered(&m, &line(), &Coming::Sent("Jo".into()), later).unwrap() };
        assert_eq!((first.presence, first.from), (Presence::Represented, Some(later)));
        let both = entered(&m, &first, &Coming::Own(Presence::Present), later).unwrap();
        assert_eq!((both.presence, both.by_name.as_str(), both.contested), (Presence::Represented, "Jo", true));
    }

    #[test]
    fn whoever_goes_was_there_and_whoever_comes_back_is_there_again() {
        let m = meeting();
        let at = |minute| Day::literal("2027-03-17").at(10, minute);
        assert!(entered(&m, &line(), &Coming::Gone, at(5)).is_err());
        let here = Line { checked: 1, ..entered(&m, &line(), &Coming::Own(Presence::Present), at(5)).unwrap() };
        let gone = entered(&m, &here, &Coming::Gone, at(5)).unwrap();
        assert!(gone.from < gone.until, "a line that ends where it begins is none");
        let gone = entered(&m, &here, &Coming::Gone, at(40)).unwrap();
        assert_eq!((gone.from, gone.until), (Some(at(5)), Some(at(40))));
        let back = entered(&m, &gone, &Coming::Own(Presence::Remote), at(50)).unwrap();
        assert_eq!((back.presence, back.from, back.until), (Presence::Remote, Some(at(50)), None));
        let first = Span { presence: Presence::Present, by_name: String::new(), from: Some(at(5)), until: at(40) };
        assert_eq!(back.earlier, [first]);
        let there = [4, 5, 39, 40, 49, 50, 59].map(|minute| back.how_at(at(minute)));
        let (room, away, screen) = (Some(Presence::Present), None, Some(Presence::Remote));
        assert_eq!(there, [away, room, room, away, away, screen, screen]);
        assert_eq!(back.overall(), Presence::Present);
        // Into the room again, without having gone: one time ends where the next begins.
        let moved = entered(&m, &Line { checked: 2, ..back }, &Coming::Own(Presence::Present), at(55)).unwrap();
        assert_eq!((moved.earlier.len(), moved.earlier[1].until, moved.from), (2, at(55), Some(at(55))));
    }

    #[test]
    fn a_wrong_button_is_no_time_of_its_own_and_nobody_comes_and_goes_without_end() {
        let m = meeting();
        let at = |minute, second| Day::literal("2027-03-17").at(10, minute).plus_seconds(second);
        let here = Line { checked: 1, ..entered(&m, &line(), &Coming::Own(Presence::Present), at(5, 0)).unwrap() };
        let mended = entered(&m, &here, &Coming::Own(Presence::Remote), at(5, 40)).unwrap();
        assert_eq!((mended.presence, mended.from, mended.earlier.len()), (Presence::Remote, Some(at(5, 0)), 0));
        let gone = entered(&m, &here, &Coming::Gone, at(20, 0)).unwrap();
        let back = entered(&m, &gone, &Coming::Own(Presence::Present), at(20, 30)).unwrap();
        assert_eq!((back.from, back.until, back.earlier.len()), (Some(at(5, 0)), None, 0));
        let mut line = here;
        let mut come = |minute: i8| -> Result<usize> {
            let gone = entered(&m, &line, &Coming::Gone, at(minute, 0))?;
            line = entered(&m, &gone, &Coming::Own(Presence::Present), at(minute + 1, 30))?;
            Ok(line.earlier.len())
        };
        let kept: Vec<usize> = (3..23).map(|n| come(2 * n).unwrap()).collect();
        assert_eq!(kept.last(), Some(&SPANS_MOST));
        assert!(come(48).is_err());
    }

    #[test]
    fn the_number_is_read_as_people_type_it() {
        assert_eq!(digits(" 482 913 "), "482913");
        assert_eq!(digits("482-9134 5"), "4829134", "too many digits stay wrong");
    }
}
