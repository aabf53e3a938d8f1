//! Places under a balance: who can still be elected beside those who are.

use super::{Balance, Candidate, Elections, Poll};

/// Places and what a binding balance keeps of them. Everything that can be elected together forms a matroid: taking
/// the most votes first never shuts out a better whole.
#[derive(Clone)]
pub(super) struct Space<'p> {
    territories: &'p [i64],
    /// Elected so far, by the place of the territory in the list.
    counts: Vec<u64>,
    /// Elected who stand for none of the territories.
    others: u64,
    places: u64,
    least: u64,
    most: u64,
}

impl<'p> Space<'p> {
    /// All places of the election, with those elected in earlier rounds in them.
    pub(super) fn new(rule: &Elections, poll: &'p Poll) -> Self {
        let (least, most) = match rule.balance.value {
            Balance::Constraint(spread) => (u64::from(spread.least), u64::from(spread.most)),
            _ => (0, 0),
        };
        let territories = &poll.territories[..];
        let mut space = Self {
            territories,
            counts: vec![0; territories.len()],
            others: 0,
            places: u64::from(poll.places) + poll.already.len() as u64,
            least,
            most: if most == 0 { u64::MAX } else { most },
        };
        poll.already.iter().for_each(|candidate| space.add(candidate));
        space
    }
    /// Whether more places are kept than there are.
    pub(super) fn is_overfull(&self) -> bool {
        self.taken() > self.places
    }
    /// Places used or kept for a territory.
    fn taken(&self) -> u64 {
        self.counts.iter().map(|count| (*count).max(self.least)).sum::<u64>() + self.others
    }
    fn place_of(&self, candidate: &Candidate) -> Option<usize> {
        self.territories.iter().position(|territory| Some(*territory) == candidate.territory)
    }
    /// Whether she can be elected beside the others.
    pub(super) fn admits(&self, candidate: &Candidate) -> bool {
        match self.place_of(candidate) {
            None => self.taken() < self.places,
            Some(at) if self.counts[at] >= self.most => false,
            Some(at) => self.counts[at] < self.least || self.taken() < self.places,
        }
    }
    /// Whether her territory still lacks somebody.
    pub(super) fn lacks(&self, candidate: &Candidate) -> bool {
        self.place_of(candidate).is_some_and(|at| self.counts[at] < self.least)
    }
    /// Elects her.
    pub(super) fn add(&mut self, candidate: &Candidate) {
        match self.place_of(candidate) {
            None => self.others += 1,
            Some(at) => self.counts[at] += 1,
        }
    }
    /// Elects as many as possible; says how many.
    pub(super) fn fill<'c>(&mut self, group: impl Iterator<Item = &'c Candidate>) -> u64 {
        let mut filled = 0;
        for candidate in group {
            if self.admits(candidate) {
                self.add(candidate);
                filled += 1;
            }
        }
        filled
    }
    /// Takes in a group with equal votes: who is elected in any case, and who ties for how many places.
    pub(super) fn take(&mut self, group: &[Candidate]) -> Level {
        let free = self.clone();
        let can: Vec<Candidate> = group.iter().filter(|it| free.admits(it)).copied().collect();
        let most = free.clone().fill(can.iter());
        let without = |left: &Candidate| free.clone().fill(can.iter().filter(|it| it.number != left.number));
        let all = most == can.len() as u64;
        let (sure, tied): (Vec<Candidate>, Vec<Candidate>) = can.iter().partition(|it| all || without(it) < most);
        self.fill(sure.iter());
        let places = self.fill(tied.iter());
        Level { sure, tied, places }
    }
}

/// What became of a group with equal votes.
pub(super) struct Level {
    /// Elected whoever else is.
    pub(super) sure: Vec<Candidate>,
    /// Some of them are.
    pub(super) tied: Vec<Candidate>,
    /// So many of them.
    pub(super) places: u64,
}
