//! What stands in somebody's inbox: one entry for each thing, however often something happened to it. Pure.

use kernel::{Day, Moment};
use web::{Told, Weight};

use super::{When, Why, seat_of, unmarked};
use crate::{Mark, MarkState, Reader};

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// It waits for her.
    Open,
    /// She put it off until a day.
    Later,
    /// She has done with it, or did what was asked.
    Done,
    /// She wants to hear no more of it.
    Muted,
}

/// One thing in an inbox.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The kind of the thing.
    pub kind: &'static str,
    /// Its number.
    pub id: i64,
    /// When something happened to it last.
    pub at: Moment,
    /// What happened last, in a few words, German and English; both empty where the weight says it.
    pub word: [&'static str; 2],
    /// How much that weighs.
    pub weight: Weight,
    /// Why it is here.
    pub why: Why,
    /// The networks through which it comes.
    pub through: Vec<i64>,
    /// The seat of hers it is for, where it is for a seat.
    pub seat: Option<i64>,
    /// The last day on which she can act.
    pub due: Option<Day>,
    /// Where it stands.
    pub stage: Stage,
    /// Until when she put it off: the first day on which it is here again.
    pub until: Option<Day>,
}

impl Entry {
    /// Whether she can silence it: not what is a duty of her seat.
    #[must_use]
    pub fn can_be_muted(&self) -> bool {
        self.weight != Weight::Duty
    }
}

/// Whether something that needs somebody is out of her sight, and until when: what she put off until a day, and of what she may
/// leave (`optional`) also what she has done with or silenced. What she owes stands until it is done, and what began to wait
/// (`since`, where that is known) after she put the same thing away is here again.
#[must_use]
pub fn put_off(mark: Option<&Mark>, since: Option<Moment>, optional: bool, day: Day) -> Option<Day> {
    let mark = mark.filter(|mark| since.is_none_or(|since| since <= mark.until))?;
    match mark.state {
        MarkState::Later => mark.day.filter(|until| day < *until),
        MarkState::Done | MarkState::Muted => optional.then_some(Day::OPEN),
    }
}

/// The entries of a person on a day: what is due first in front, then the latest. What she may not see is not among them.
#[must_use]
pub fn inbox(reader: &Reader, told: &[Told], day: Day) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for one in told {
        let holds = unmarked(reader, one, day);
        // What she did herself shows that she knows: it stays to be found again among what is done.
        let did = holds.why == Why::Read;
        if holds.when == When::None && !did {
            continue;
        }
        let hers = || reader.actor.sits.iter().map(|s| s.network);
        let through = if did {
            one.ways.iter().map(|w| w.0).filter(|n| hers().any(|h| h == *n)).collect()
        } else {
            holds.through
        };
        let entry = Entry {
            kind: one.kind,
            id: one.id,
            at: one.at,
            word: one.word,
            weight: one.weight,
            why: holds.why,
            through,
            seat: seat_of(reader, one),
            due: one.due,
            stage: if did { Stage::Done } else { Stage::Open },
            until: None,
        };
        match entries.iter_mut().find(|e| (e.kind, e.id) == (one.kind, one.id)) {
            Some(known) => known.take(entry),
            None => entries.push(entry),
        }
    }
    for entry in &mut entries {
        entry.mark(reader, day);
    }
    entries.sort_by_key(|e| (e.due.is_none(), e.due, std::cmp::Reverse(e.at), e.kind, e.id));
    entries
}

impl Entry {
    /// Something more happened to the same thing: the latest says what, the weightier why.
    fn take(&mut self, other: Self) {
        let (late, early) = if other.at >= self.at { (other, self.clone()) } else { (self.clone(), other) };
        let mut through = early.through.clone();
        through.extend(late.through.iter().filter(|n| !early.through.contains(n)));
        let duty = early.weight == Weight::Duty && early.stage == Stage::Open;
        *self = Self {
            weight: if duty { early.weight } else { late.weight },
            why: if early.why == Why::Duty && late.why != Why::Asked { early.why } else { late.why },
            seat: late.seat.or(early.seat),
            due: late.due.or(early.due),
            // An open duty is not done with by something later that she has read.
            stage: if duty { Stage::Open } else { late.stage },
            through,
            ..late
        };
    }

    /// What she did with it.
    fn mark(&mut self, reader: &Reader, day: Day) {
        let Some(mark) = reader.mark(self.kind, self.id) else { return };
        match mark.state {
            MarkState::Muted if self.can_be_muted() => self.stage = Stage::Muted,
            MarkState::Done if mark.until >= self.at => self.stage = Stage::Done,
            MarkState::Later if mark.until >= self.at && mark.day.is_some_and(|until| day < until) => {
                (self.stage, self.until) = (Stage::Later, mark.day);
            }
            _ => {}
        }
    }
}
