//! Sets of entries by their number, as the index keeps them: one row for each word and each block of numbers. Pure.
//!
//! What holds several words is what stands in each of their sets: a few thousand machine words are compared, however many
//! entries hold one of them.

use std::collections::BTreeMap;

/// So many numbers are in one block.
pub const BLOCK: i64 = 65_536;
const WORDS: usize = 1024;
/// How a stored set begins: a list of places, two bytes each, or a bit for each place up to the last one taken.
const LIST: u8 = 0;
const BITS: u8 = 1;

/// Where a number is kept: its block, and its place there.
#[must_use]
pub fn place_of(number: i64) -> (i64, u16) {
    (number.div_euclid(BLOCK), u16::try_from(number.rem_euclid(BLOCK)).unwrap_or(u16::MAX))
}

/// Some places of one block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Places(Box<[u64; WORDS]>);

impl Default for Places {
    fn default() -> Self {
        Self(Box::new([0; WORDS]))
    }
}

impl Places {
    /// Adds what is stored. Bytes that mean nothing add nothing.
    pub fn add(&mut self, stored: &[u8]) {
        match stored.split_first() {
            Some((&LIST, list)) => {
                for two in list.chunks_exact(2) {
                    self.put(u16::from_le_bytes([two[0], two[1]]));
                }
            }
            Some((&BITS, bits)) => {
                for (word, bytes) in self.0.iter_mut().zip(bits.chunks(8)) {
                    let mut eight = [0; 8];
                    eight[..bytes.len()].copy_from_slice(bytes);
                    *word |= u64::from_le_bytes(eight);
                }
            }
            _ => {}
        }
    }

    /// As it is stored: whichever form is shorter.
    #[must_use]
    pub fn stored(&self) -> Vec<u8> {
        let count: usize = self.0.iter().map(|word| word.count_ones() as usize).sum();
        let last = self.0.iter().rposition(|word| *word != 0).map_or(0, |at| at + 1);
        if count * 2 <= last * 8 {
            let mut bytes = Vec::with_capacity(1 + count * 2);
            bytes.push(LIST);
            bytes.extend(self.iter().flat_map(u16::to_le_bytes));
            return bytes;
        }
        let mut bytes = Vec::with_capacity(1 + last * 8);
        bytes.push(BITS);
        bytes.extend(self.0[..last].iter().flat_map(|word| word.to_le_bytes()));
        while bytes.last() == Some(&0) {
            bytes.pop();
        }
        bytes
    }

    /// Takes a place up.
    pub fn put(&mut self, place: u16) {
        self.0[usize::from(place) / 64] |= 1_u64 << (place % 64);
    }

    /// Gives a place away.
    pub fn leave(&mut self, place: u16) {
        self.0[usize::from(place) / 64] &= !(1_u64 << (place % 64));
    }

    /// Whether no place is taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The places, the highest last.
    fn iter(&self) -> impl DoubleEndedIterator<Item = u16> {
        let taken = self.0.iter().enumerate().filter(|(_, word)| **word != 0);
        taken.flat_map(|(at, word)| {
            (0..64_usize)
                .filter(move |bit| *word & (1_u64 << *bit) != 0)
                .filter_map(move |bit| u16::try_from(at * 64 + bit).ok())
        })
    }

    fn with(mut self, other: &Self, how: fn(u64, u64) -> u64) -> Self {
        for (own, theirs) in self.0.iter_mut().zip(other.0.iter()) {
            *own = how(*own, *theirs);
        }
        self
    }
}

/// Some entries, by their numbers.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Numbers(BTreeMap<i64, Places>);

impl Numbers {
    /// Adds the stored places of a block.
    pub fn add(&mut self, block: i64, stored: &[u8]) {
        self.0.entry(block).or_default().add(stored);
    }

    /// Adds one number.
    pub fn put(&mut self, number: i64) {
        let (block, place) = place_of(number);
        self.0.entry(block).or_default().put(place);
    }

    /// Adds all of another set.
    pub fn join(&mut self, other: &Self) {
        for (block, places) in &other.0 {
            let own = self.0.entry(*block).or_default();
            *own = std::mem::take(own).with(places, |a, b| a | b);
        }
    }

    /// What stands in both.
    #[must_use]
    pub fn both(&self, other: &Self) -> Self {
        let both = self.0.iter().filter_map(|(block, places)| {
            let both = places.clone().with(other.0.get(block)?, |a, b| a & b);
            (!both.is_empty()).then_some((*block, both))
        });
        Self(both.collect())
    }

    /// What does not stand in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let rest = self.0.iter().filter_map(|(block, places)| {
            let Some(theirs) = other.0.get(block) else { return Some((*block, places.clone())) };
            let rest = places.clone().with(theirs, |a, b| a & !b);
            (!rest.is_empty()).then_some((*block, rest))
        });
        Self(rest.collect())
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.values().flat_map(|places| places.0.iter()).map(|word| word.count_ones() as usize).sum()
    }

    /// The blocks in which there are some, the newest first.
    #[must_use]
    pub fn blocks(&self) -> Vec<i64> {
        self.0.iter().rev().filter(|(_, places)| !places.is_empty()).map(|(block, _)| *block).collect()
    }

    /// The numbers in some blocks, the newest first.
    pub fn newest(&self, blocks: &[i64]) -> impl Iterator<Item = i64> {
        let within = blocks.iter().filter_map(|block| Some((*block, self.0.get(block)?)));
        within.flat_map(|(block, places)| places.iter().rev().map(move |place| block * BLOCK + i64::from(place)))
    }
}

/// What stands in all of these; nothing where there is none.
#[must_use]
pub fn in_all<'a>(mut sets: impl Iterator<Item = &'a Numbers>) -> Numbers {
    let Some(first) = sets.next() else { return Numbers::default() };
    sets.fold(first.clone(), |all, set| all.both(set))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn made(numbers: &BTreeSet<i64>) -> Numbers {
        let mut found = Numbers::default();
        for number in numbers {
            found.put(*number);
        }
        found
    }

    #[test]
    fn a_set_is_stored_in_the_shorter_form_and_read_again() {
        for (count, step, bytes) in [(0_u16, 1, 1), (1, 1, 3), (3, 20_000, 7), (800, 1, 101), (60_000, 1, 7_501)] {
            let mut places = Places::default();
            (0..count).for_each(|n| places.put(n * step));
            let stored = places.stored();
            assert_eq!(stored.len(), bytes, "{count}");
            let mut again = Places::default();
            again.add(&stored);
            assert_eq!(again, places);
            (0..count).for_each(|n| again.leave(n * step));
            assert!(again.is_empty());
        }
        // Bytes of nobody's add nothing and stop nothing.
        let mut none = Places::default();
        for stored in [&[][..], &[7, 1, 2], &[LIST, 9], &[BITS]] {
            none.add(stored);
        }
        none.add(&[vec![BITS], vec![0; 10_000]].concat());
        assert!(none.is_empty());
    }

    proptest! {
        #[test]
        fn sets_are_what_sets_are(
            one in proptest::collection::btree_set(1_i64..200_000, 0..60),
            other in proptest::collection::btree_set(1_i64..200_000, 0..60),
            common in proptest::collection::btree_set(1_i64..200_000, 0..60),
        ) {
            let (one, other): (BTreeSet<i64>, BTreeSet<i64>) = (&one | &common, &other | &common);
            let (a, b) = (made(&one), made(&other));
            let mut again = Numbers::default();
            a.0.iter().for_each(|(block, places)| again.add(*block, &places.stored()));
            prop_assert_eq!(&again, &a);
            let listed = |n: &Numbers| {
                let mut all: Vec<i64> = n.newest(&n.blocks()).collect();
                all.reverse();
                all
            };
            let of = |n: BTreeSet<i64>| n.into_iter().collect::<Vec<_>>();
            prop_assert_eq!(listed(&a), of(one.clone()));
            prop_assert_eq!(listed(&a.both(&b)), of(&one & &other));
            prop_assert_eq!(listed(&a.without(&b)), of(&one - &other));
            let mut all = a.clone();
            all.join(&b);
            prop_assert_eq!(listed(&all), of(&one | &other));
            prop_assert_eq!((all.count(), in_all([&a, &b, &all].into_iter())), ((&one | &other).len(), a.both(&b)));
        }
    }
}
