//! What holds while a sitting runs. Pure.

use kernel::{Error, Moment, Reason, Result};

use crate::{Coming, Line, Meeting, Presence, Run, Speech};

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
/// [`Error::Rule`] when she goes who was not there, or whose seat is contested.
pub fn entered(meeting: &Meeting, line: &Line, coming: &Coming, now: Moment) -> Result<Line> {
    let there = line.checked > 0 && line.presence.is_there() && line.until.is_none();
    let late = if there { line.from } else { line.from.or((now > meeting.starts_at).then_some(now)) };
    let here = |presence, by_name: &str| Line {
        presence,
        by_name: by_name.to_owned(),
        from: late,
        until: None,
        contested: line.contested,
        ..line.clone()
    };
    let contested = Line { contested: true, ..line.clone() };
    match coming {
        Coming::Own(_) if there && line.presence == Presence::Represented => Ok(contested),
        Coming::Sent(_) if there && line.presence != Presence::Represented => Ok(contested),
        Coming::Sent(name) if there && line.by_name != *name => Ok(contested),
        Coming::Own(presence) => Ok(here(*presence, "")),
        Coming::Sent(name) => Ok(here(Presence::Represented, name)),
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
    use crate::{Capacity, MeetingState, NewMeeting, PlaceFor};
    use kernel::{Day, Id, Level};

    fn meeting() -> Meeting {
        let new = NewMeeting::new("Treffen", Day::literal("2027-03-17").at(10, 0));
        Meeting {
            id: Id::new(1),
            network: Id::new(1),
            body: Id::new(1),
            level: Level::Body,
            title: new.title,
            note: String::new(),
            starts_at: new.starts_at,
            minutes: 120,
            place: String::new(),
            online: String::new(),
            place_for: PlaceFor::All,
            answer_until: None,
            proposals_until: None,
            state: MeetingState::Running,
            reason: None,
            uid: String::new(),
            sequence: 0,
            invited_at: None,
            frozen_at: None,
            notice: None,
            split_from: None,
            reminded_at: None,
            made_by: None,
            version: 1,
        }
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
            checked: 0,
            contested: false,
        }
    }

    #[test]
    fn the_later_word_of_one_person_counts_and_two_for_one_seat_are_contested() {
        let (m, ten, later) = (meeting(), Day::literal("2027-03-17").at(9, 55), Day::literal("2027-03-17").at(10, 20));
        let here = entered(&m, &line(), &Coming::Own(Presence::Present), ten).unwrap();
        assert_eq!((here.presence, here.from, here.until), (Presence::Present, None, None));
        let here = Line { checked: 1, ..here };
        let remote = entered(&m, &here, &Coming::Own(Presence::Remote), later).unwrap();
        assert_eq!((remote.presence, remote.from, remote.contested), (Presence::Remote, None, false));
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
        assert_eq!((back.presence, back.from, back.until), (Presence::Remote, Some(at(5)), None));
    }

    #[test]
    fn the_number_is_read_as_people_type_it() {
        assert_eq!(digits(" 482 913 "), "482913");
        assert_eq!(digits("482-9134 5"), "4829134", "too many digits stay wrong");
    }
}
