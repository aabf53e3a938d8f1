//! Identifiers: 63 bits, time-ordered, made by the application so that both databases share one text.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    str::FromStr,
    sync::atomic::{AtomicI64, Ordering::Relaxed},
};

use crate::{Clock, Moment};

/// The identifier of a `T`. Shown as decimal text, never as a JSON number (it exceeds 2^53).
pub struct Id<T: ?Sized>(i64, PhantomData<fn() -> T>);

impl<T: ?Sized> Id<T> {
    /// Wraps a number that came from the database or a path.
    #[must_use]
    pub const fn new(raw: i64) -> Self {
        Self(raw, PhantomData)
    }

    /// The bare number, for binding.
    #[must_use]
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// The same number seen as the id of something else, for instance a network seen as a body.
    #[must_use]
    pub const fn cast<U: ?Sized>(self) -> Id<U> {
        Id::new(self.0)
    }
}

impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for Id<T> {}
impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T: ?Sized> Eq for Id<T> {}
impl<T: ?Sized> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

impl<T: ?Sized> FromStr for Id<T> {
    type Err = ();

    /// Accepts one to nineteen digits without sign or leading zero; anything else is not an id.
    fn from_str(s: &str) -> Result<Self, ()> {
        let plain = !s.is_empty() && s.len() <= 19 && s.bytes().all(|b| b.is_ascii_digit());
        if !plain || s.starts_with('0') {
            return Err(());
        }
        s.parse().map(Self::new).map_err(drop)
    }
}

/// Milliseconds from 1970 to 2020, where ids begin to count.
const EPOCH_MS: i64 = 1_577_836_800_000;
/// Bits below the millisecond: 4 for the node, 16 to count within one millisecond.
const LOW_BITS: u32 = 20;
const NODE_BITS: u32 = 4;

/// Makes ids: milliseconds since 2020, then four bits of node, then a counter.
///
/// Monotonic within the process (`max(last + 1, now)`), because random low bits alone collided in trials.
#[derive(Debug)]
pub struct IdMaker {
    clock: Clock,
    node: i64,
    last: AtomicI64,
}

impl IdMaker {
    /// A maker for node 0 to 15; several nodes on one database need different numbers.
    #[must_use]
    pub fn new(clock: Clock, node: u8) -> Self {
        Self { clock, node: i64::from(node & 0x0f), last: AtomicI64::new(0) }
    }

    /// The next id, greater than every id this maker gave before.
    pub fn next<T: ?Sized>(&self) -> Id<T> {
        let floor = Self::first_at(self.clock.now()) >> NODE_BITS;
        let mut last = self.last.load(Relaxed);
        loop {
            let next = floor.max(last + 1);
            match self.last.compare_exchange_weak(last, next, Relaxed, Relaxed) {
                Ok(_) => return Id::new(self.with_node(next)),
                Err(seen) => last = seen,
            }
        }
    }

    /// Never again gives a number up to `seen`, which an earlier process gave: its clock may have been ahead of ours.
    pub fn raise(&self, seen: i64) {
        let counter_bits = LOW_BITS - NODE_BITS;
        let count = (seen >> LOW_BITS << counter_bits) | (seen & ((1 << counter_bits) - 1));
        self.last.fetch_max(count, Relaxed);
    }

    /// The largest number any node could give up to that moment.
    #[must_use]
    pub fn largest_at(moment: Moment) -> i64 {
        Self::first_at(moment.plus_seconds(1))
    }

    /// The smallest number any node could give at that moment.
    fn first_at(moment: Moment) -> i64 {
        (moment.micros() / 1000 - EPOCH_MS).max(1) << LOW_BITS
    }

    /// Puts the node between the millisecond and the counter.
    fn with_node(&self, count: i64) -> i64 {
        let counter_bits = LOW_BITS - NODE_BITS;
        let (ms, counter) = (count >> counter_bits, count & ((1 << counter_bits) - 1));
        (ms << LOW_BITS) | (self.node << counter_bits) | counter
    }
}

/// An id that tells nothing of time or order, for ballots and whatever must not betray a sequence.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn random_id<T: ?Sized>() -> crate::Result<Id<T>> {
    let word = getrandom::u64().map_err(crate::Error::internal)?;
    Ok(Id::new(i64::try_from(word >> 1).unwrap_or(1).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Seat;

    #[test]
    fn ids_rise_and_never_repeat_even_when_the_clock_stands_still_or_falls_back() {
        let clock = Clock::fixed(Moment::from_micros(1_795_000_000_000_000));
        let maker = IdMaker::new(clock.clone(), 3);
        let mut last = 0;
        for round in 0..200_000 {
            if round == 100_000 {
                clock.set(Moment::from_micros(1_794_000_000_000_000));
            }
            let id: Id<Seat> = maker.next();
            assert!(id.raw() > last, "round {round}");
            last = id.raw();
        }
    }

    #[test]
    fn nodes_never_meet() {
        let clock = Clock::fixed(Moment::from_micros(1_795_000_000_000_000));
        let (a, b) = (IdMaker::new(clock.clone(), 1), IdMaker::new(clock, 2));
        let of_a: Vec<Id<Seat>> = (0..70_000).map(|_| a.next()).collect();
        let of_b: std::collections::HashSet<Id<Seat>> = (0..70_000).map(|_| b.next()).collect();
        assert!(of_a.iter().all(|id| !of_b.contains(id)));
    }

    #[test]
    fn a_new_process_goes_on_where_the_last_one_stopped_even_if_the_clock_stands_still() {
        let clock = Clock::fixed(Moment::from_micros(1_795_000_000_000_000));
        let old = IdMaker::new(clock.clone(), 5);
        let seen = (0..70_000).map(|_| old.next::<Seat>().raw()).max().unwrap_or_default();
        assert!(seen <= IdMaker::largest_at(clock.now()));
        let new = IdMaker::new(clock, 2);
        new.raise(seen);
        new.raise(7);
        assert!((0..100).all(|_| new.next::<Seat>().raw() >> LOW_BITS >= seen >> LOW_BITS));
        let same = IdMaker::new(Clock::fixed(Moment::from_micros(1_795_000_000_000_000)), 5);
        same.raise(seen);
        assert!(same.next::<Seat>().raw() > seen);
    }

    #[test]
    fn only_plain_digits_are_an_id() {
        assert_eq!("42".parse::<Id<Seat>>(), Ok(Id::new(42)));
        for bad in ["", "0", "042", "-1", "+1", "1e3", "99999999999999999999", "9223372036854775808", "٣"] {
            assert!(bad.parse::<Id<Seat>>().is_err(), "{bad}");
        }
    }
}
