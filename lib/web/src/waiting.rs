//! What needs somebody: derived from facts by the slice that knows them all, and gone by itself once it is done. The page she
//! starts on and her inbox show the same list, and every page of hers how long it is.

use std::{collections::HashMap, sync::Mutex};

use kernel::{Day, Moment, Result};

use crate::Reading;

/// How a slice answers what needs the viewer, most urgent first.
pub type AskWaiting = fn(&Reading<'_>) -> Result<Vec<Waiting>>;

/// Something that needs her.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Waiting {
    /// Kind and number of the thing, as an inbox knows it; `None` for what is about several.
    pub of: Option<(&'static str, i64)>,
    /// Class and name of its icon.
    pub mark: (&'static str, &'static str),
    /// What it is, in words.
    pub title: String,
    /// Where she does it.
    pub href: String,
    /// The hue of its network, 0 for none.
    pub hue: i64,
    /// The network it comes from, where she sees that.
    pub network: Option<i64>,
    /// Where it belongs, in words.
    pub place: String,
    /// When it is due or since when it waits; may be empty.
    pub due: String,
    /// What she does: the word on the button.
    pub action: &'static str,
    /// Whether somebody waits for it.
    pub primary: bool,
    /// Whether she owes it to nobody: she may put it away for good.
    pub optional: bool,
    /// The first day on which it stands here again, where she put it off.
    pub later: Option<Day>,
}

/// So long a number is shown without being derived anew: seconds. What she does herself is counted at once.
const LASTS: i64 = 60;
/// So many persons are remembered; then all are forgotten.
const MOST: usize = 10_000;

/// How much needs each person, as it was derived within the last minute.
#[derive(Default)]
pub struct Numbers(Mutex<HashMap<i64, (Moment, usize)>>);

impl Numbers {
    /// The number of a person, if it is fresh.
    pub fn find(&self, person: i64, now: Moment) -> Option<usize> {
        let (at, number) = self.0.lock().ok()?.get(&person).copied()?;
        (0..LASTS).contains(&now.seconds_since(at)).then_some(number)
    }
    /// Notes it.
    pub fn note(&self, person: i64, now: Moment, number: usize) {
        let Ok(mut known) = self.0.lock() else { return };
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(person, (now, number));
    }
    /// She did something: it is to be derived anew.
    pub fn forget(&self, person: i64) {
        if let Ok(mut known) = self.0.lock() {
            known.remove(&person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_lasts_a_minute_and_until_she_does_something() {
        let (numbers, now) = (Numbers::default(), Day::literal("2026-11-23").at(9, 0));
        assert_eq!(numbers.find(7, now), None);
        numbers.note(7, now, 3);
        assert_eq!((numbers.find(7, now), numbers.find(8, now)), (Some(3), None));
        assert_eq!(numbers.find(7, now.plus_seconds(59)), Some(3));
        assert_eq!(numbers.find(7, now.plus_seconds(60)), None);
        // A clock that was set back makes nothing last longer.
        assert_eq!(numbers.find(7, now.plus_seconds(-1)), None);
        numbers.forget(7);
        assert_eq!(numbers.find(7, now), None);
        (0..i64::try_from(MOST).unwrap() + 1).for_each(|person| numbers.note(person, now, 1));
        assert!(numbers.0.lock().unwrap().len() <= MOST);
    }
}
