//! What follows from an answer, and what becomes of a sitting that was read. Pure.

use std::collections::BTreeSet;

use kernel::{Day, Moment};

use super::reader::{Found, Listed, MeetingRead, Meetings};
use crate::{OparlTrouble, Session};

/// The most pages that are read.
pub const PAGES_MOST: usize = 100;
/// The most objects that are read: sittings and items.
pub const OBJECTS_MOST: i64 = 50_000;
/// The most bodies to choose from.
const CHOICES_MOST: usize = 500;
/// How far back sittings are taken, and how far ahead: months.
const SPAN: (i32, i32) = (-12, 36);

/// What follows from an answer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Follow {
    /// Pages to be read next, in this order.
    pub pages: Vec<String>,
    /// Bodies to choose from.
    pub choices: Vec<Listed>,
    /// Sittings.
    pub meetings: Vec<MeetingRead>,
}

/// Goes on from an answer. `known`: the pages that were read or wait; `chosen`: how many stand to be chosen already;
/// `objects`: how many were read before.
///
/// # Errors
/// [`OparlTrouble`] where it leads in circles, to too many pages, or to nothing.
pub fn follow(found: Found, known: &BTreeSet<String>, chosen: usize, objects: i64) -> Result<Follow, OparlTrouble> {
    let mut next = Follow::default();
    match found {
        Found::Above(list) | Found::Organization(Meetings::List(list)) => next.pages.push(list),
        Found::Organization(Meetings::Each(all)) => next.pages = all,
        Found::Meeting(it) => next.meetings.push(it),
        Found::Page { listed, meetings, next: page } => {
            (next.choices, next.meetings) = (listed, meetings);
            next.pages.extend(page);
        }
    }
    if next.pages.iter().any(|page| known.contains(page)) {
        return Err(OparlTrouble::Cycle);
    }
    let read = next.meetings.iter().map(|m| 1 + i64::try_from(m.items.len()).unwrap_or(i64::MAX)).sum::<i64>();
    let twice = next.pages.iter().collect::<BTreeSet<_>>().len() < next.pages.len();
    if known.len() + next.pages.len() > PAGES_MOST || chosen + next.choices.len() > CHOICES_MOST {
        return Err(OparlTrouble::TooManyPages);
    }
    if objects + read > OBJECTS_MOST {
        return Err(OparlTrouble::TooMany);
    }
    if twice { Err(OparlTrouble::Cycle) } else { Ok(next) }
}

/// What becomes of a sitting that was read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fate {
    /// It is entered.
    New,
    /// It is changed.
    Changed,
    /// It does not take place.
    Off,
    /// It stays as it is.
    Same,
    /// It is left out: over for long, far ahead, without a day, or called off before it was ever entered.
    Left,
}

/// How a sitting reads, to be compared with the next time.
#[must_use]
pub fn seen(it: &MeetingRead) -> String {
    let at = it.starts_at.map_or(0, Moment::micros);
    format!("{}\n{at}\n{}\n{}\n{}", it.title, it.place, it.called_off, it.items.join("\n"))
}

/// What becomes of a sitting. `known`: the sitting it became, and how it read then.
#[must_use]
pub fn fate(it: &MeetingRead, known: Option<(&Session, &str)>, today: Day) -> Fate {
    let Some((session, before)) = known else {
        let within =
            it.starts_at.is_some_and(|at| (today.plus_months(SPAN.0)..today.plus_months(SPAN.1)).contains(&at.day()));
        return if within && !it.called_off { Fate::New } else { Fate::Left };
    };
    if seen(it) == before || it.starts_at.is_none() && !it.called_off {
        return Fate::Same;
    }
    match (it.called_off, session.called_off) {
        (true, true) => Fate::Same,
        (true, false) => Fate::Off,
        (false, _) => Fate::Changed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Id;

    fn read(day: &str) -> MeetingRead {
        MeetingRead {
            id: "https://ris.example.org/1".into(),
            title: "4. Sitzung".into(),
            starts_at: Some(Day::literal(day).at(14, 0)),
            place: String::new(),
            items: vec!["Begrüßung".into()],
            called_off: false,
        }
    }

    fn session(called_off: bool) -> Session {
        Session {
            id: Id::new(1),
            receiver: Id::new(2),
            network: Id::new(3),
            title: "4. Sitzung".into(),
            starts_at: Day::literal("2026-12-03").at(14, 0),
            place: String::new(),
            called_off,
            briefed_at: None,
            version: 1,
        }
    }

    #[test]
    fn a_sitting_is_new_changed_off_or_the_same() {
        let today = Day::literal("2026-11-23");
        let it = read("2026-12-03");
        assert_eq!(fate(&it, None, today), Fate::New);
        assert_eq!(fate(&read("2025-10-01"), None, today), Fate::Left);
        assert_eq!(fate(&MeetingRead { starts_at: None, ..it.clone() }, None, today), Fate::Left);
        let off = MeetingRead { called_off: true, ..it.clone() };
        assert_eq!(fate(&off, None, today), Fate::Left);
        let (before, running, gone) = (seen(&it), session(false), session(true));
        assert_eq!(fate(&it, Some((&running, &before)), today), Fate::Same);
        // Changed by hand meanwhile, and still the same there: what was written by hand stays.
        let by_hand = Session { title: "Sondersitzung".into(), ..session(false) };
        assert_eq!(fate(&it, Some((&by_hand, &before)), today), Fate::Same);
        assert_eq!(fate(&off, Some((&running, &before)), today), Fate::Off);
        assert_eq!(fate(&off, Some((&gone, &before)), today), Fate::Same);
        assert_eq!(fate(&read("2026-12-10"), Some((&running, &before)), today), Fate::Changed);
        let other = MeetingRead { items: vec!["Haushalt".into()], ..it };
        assert_eq!(fate(&other, Some((&running, &before)), today), Fate::Changed);
    }

    #[test]
    fn circles_and_endless_lists_end() {
        let page = |next: &str| Found::Page { listed: Vec::new(), meetings: Vec::new(), next: Some(next.into()) };
        let known: BTreeSet<String> = (0..99).map(|n| format!("https://ris.example.org/{n}")).collect();
        assert_eq!(follow(page("https://ris.example.org/3"), &known, 0, 0), Err(OparlTrouble::Cycle));
        let last = follow(page("https://ris.example.org/99"), &known, 0, 0).unwrap();
        assert_eq!(last.pages, ["https://ris.example.org/99"]);
        let full: BTreeSet<String> = known.into_iter().chain(last.pages).collect();
        assert_eq!(follow(page("https://ris.example.org/100"), &full, 0, 0), Err(OparlTrouble::TooManyPages));
        let twice = Found::Organization(Meetings::Each(vec!["https://ris.example.org/a".into(); 2]));
        assert_eq!(follow(twice, &BTreeSet::new(), 0, 0), Err(OparlTrouble::Cycle));
        let one = Found::Meeting(read("2026-12-03"));
        assert_eq!(follow(one, &BTreeSet::new(), 0, OBJECTS_MOST - 1), Err(OparlTrouble::TooMany));
    }
}
