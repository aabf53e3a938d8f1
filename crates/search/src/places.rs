//! Sets of entries by their number, as the index keeps them: one row for each word and each block of numbers. Pure.
//!
//! What holds several words is what stands in each of their sets, however many entries hold one of them. The sets are those
//! of `roaring`; a row is shorter than what that crate writes, since most words stand in one or two entries of a block.

use roaring::RoaringBitmap;

/// So many numbers are in one block.
const BLOCK: u32 = 65_536;
/// How a stored set begins: a list of places, two bytes each, or a bit for each place up to the last one taken.
const LIST: u8 = 0;
const BITS: u8 = 1;
/// Bytes of a bit for each place.
const WHOLE: usize = BLOCK as usize / 8;

/// The block a number is kept in.
#[must_use]
pub fn block_of(number: i64) -> i64 {
    number.div_euclid(i64::from(BLOCK))
}

/// Some entries, by their numbers.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Numbers(RoaringBitmap);

impl Numbers {
    /// Adds the stored places of a block. Bytes that mean nothing add nothing.
    pub fn add(&mut self, block: i64, stored: &[u8]) {
        let Some(begin) = u32::try_from(block).ok().and_then(|block| block.checked_mul(BLOCK)) else { return };
        match stored.split_first() {
            Some((&LIST, list)) => {
                let numbers = list.chunks_exact(2).map(|two| begin + u32::from(u16::from_le_bytes([two[0], two[1]])));
                // As it was stored it is in order, and so it is taken fastest.
                match RoaringBitmap::from_sorted_iter(numbers.clone()) {
                    Ok(sorted) => self.0 |= sorted,
                    Err(_) => self.0.extend(numbers),
                }
            }
            Some((&BITS, bits)) => {
                self.0 |= RoaringBitmap::from_lsb0_bytes(begin, &bits[..bits.len().min(WHOLE)]);
            }
            _ => {}
        }
    }

    /// Those of a block as they are stored: whichever form is shorter.
    #[must_use]
    pub fn stored(&self, block: i64) -> Vec<u8> {
        let places: Vec<u16> = self.of_block(block).map(|number| (number % BLOCK) as u16).collect();
        let last = places.last().map_or(0, |place| usize::from(*place) / 8 + 1);
        if places.len() * 2 <= last {
            return std::iter::once(LIST).chain(places.into_iter().flat_map(u16::to_le_bytes)).collect();
        }
        let mut bytes = vec![0; 1 + last];
        bytes[0] = BITS;
        places.into_iter().for_each(|place| bytes[1 + usize::from(place) / 8] |= 1 << (place % 8));
        bytes
    }

    /// Adds one number. A number no entry can have is none.
    pub fn put(&mut self, number: i64) {
        if let Ok(number) = u32::try_from(number) {
            self.0.insert(number);
        }
    }

    /// Takes one number away.
    pub fn leave(&mut self, number: i64) {
        if let Ok(number) = u32::try_from(number) {
            self.0.remove(number);
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds all of another set.
    pub fn join(&mut self, other: &Self) {
        self.0 |= &other.0;
    }

    /// What stands in both.
    #[must_use]
    pub fn both(&self, other: &Self) -> Self {
        Self(&self.0 & &other.0)
    }

    /// What does not stand in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.len()
    }

    /// The blocks in which there are some, the newest first.
    #[must_use]
    pub fn blocks(&self) -> Vec<i64> {
        let below = |number: u32| self.0.range(..number - number % BLOCK).next_back();
        std::iter::successors(self.0.max(), |number| below(*number)).map(|number| block_of(i64::from(number))).collect()
    }

    /// The numbers in some blocks, the newest first.
    pub fn newest(&self, blocks: &[i64]) -> impl Iterator<Item = i64> {
        blocks.iter().flat_map(|block| self.of_block(*block).rev().map(i64::from))
    }

    fn of_block(&self, block: i64) -> roaring::bitmap::Iter<'_> {
        let begin = u32::try_from(block).ok().and_then(|block| block.checked_mul(BLOCK));
        begin.map_or_else(|| self.0.range(..0), |begin| self.0.range(begin..=begin + (BLOCK - 1)))
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
        for (count, step, bytes) in
            [(0_i64, 1, 1), (1, 1, 2), (2, 20_000, 5), (3, 20_000, 7), (800, 1, 101), (60_000, 1, 7_501)]
        {
            for block in [0, 3] {
                let all: BTreeSet<i64> = (0..count).map(|n| block * i64::from(BLOCK) + n * step).collect();
                let set = made(&all);
                let stored = set.stored(block);
                assert_eq!(stored.len(), bytes, "{count}");
                let mut again = Numbers::default();
                again.add(block, &stored);
                assert_eq!(again, set);
                all.iter().for_each(|number| again.leave(*number));
                assert!(again.is_empty());
            }
        }
        // Bytes of nobody's add nothing and stop nothing, nor do blocks that cannot be.
        let mut none = Numbers::default();
        for stored in [&[][..], &[7, 1, 2], &[LIST, 9], &[BITS]] {
            none.add(0, stored);
        }
        none.add(0, &[vec![BITS], vec![0; 10_000]].concat());
        for block in [-1, i64::from(u32::MAX), i64::MAX] {
            none.add(block, &[LIST, 1, 1]);
            assert_eq!(none.newest(&[block]).count(), 0);
        }
        none.put(-1);
        none.put(i64::MAX);
        assert!(none.is_empty());
        // A list in no order is taken as well.
        let mut mixed = Numbers::default();
        mixed.add(0, &[LIST, 9, 0, 3, 0, 9, 0]);
        assert_eq!(mixed.newest(&[0]).collect::<Vec<_>>(), [9, 3]);
        // More bytes than a block has places reach into no other.
        let mut full = Numbers::default();
        full.add(0, &[vec![BITS], vec![255; 10_000]].concat());
        assert_eq!((full.count(), full.blocks()), (u64::from(BLOCK), vec![0]));
        full.add(65_535, &[LIST, 255, 255]);
        assert_eq!((full.blocks(), full.newest(&[65_535]).next()), (vec![65_535, 0], Some(i64::from(u32::MAX))));
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
            a.blocks().into_iter().for_each(|block| again.add(block, &a.stored(block)));
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
            let count = usize::try_from(all.count()).unwrap();
            prop_assert_eq!((count, in_all([&a, &b, &all].into_iter())), ((&one | &other).len(), a.both(&b)));
        }
    }
}
