//! Ballots and piles become numbers.

use std::collections::HashMap;

use kernel::Reason;

use super::{Ballot, BallotKind, Crosses, Elections, Poll, Sum, Tally};
use crate::rules::check::reason;

/// The numbers of a round.
pub(super) struct Numbers {
    /// In the order of the ballot.
    pub(super) tallies: Vec<Tally>,
    pub(super) no: u64,
    pub(super) valid: u64,
    pub(super) blank: u64,
    pub(super) invalid: u64,
}

impl Numbers {
    pub(super) const fn cast(&self) -> u64 {
        self.valid + self.blank + self.invalid
    }
}

/// How a ballot of this round is read.
struct Reader {
    places: HashMap<u32, usize>,
    most: usize,
    fewest: usize,
    no_counts: bool,
}

/// Counts ballots and piles.
pub(super) fn tally(rule: &Elections, poll: &Poll) -> Result<Numbers, Reason> {
    let names = numbers_on_ballot(poll);
    let places: HashMap<u32, usize> = names.iter().enumerate().map(|(at, number)| (*number, at)).collect();
    if names.is_empty() || places.len() != names.len() {
        return Err(reason(|t| t.bad_candidates()));
    }
    let most = crosses(rule, poll);
    let fewest = if rule.all_crosses.value { most.min(names.len()) } else { 1 };
    let reader = Reader { places, most, fewest, no_counts: rule.no_counts.value };
    let tallies = names.iter().map(|number| Tally { number: *number, votes: 0 }).collect();
    let mut numbers = Numbers { tallies, no: 0, valid: 0, blank: 0, invalid: 0 };
    for ballot in &poll.ballots {
        reader.read(ballot, &mut numbers);
    }
    for sum in &poll.sums {
        reader.join(sum, &mut numbers)?;
    }
    let cast = numbers.cast();
    if cast > poll.entitled {
        return Err(reason(|t| t.bad_ballots_entitled(cast, poll.entitled)));
    }
    Ok(numbers)
}

fn numbers_on_ballot(poll: &Poll) -> Vec<u32> {
    match poll.kind {
        BallotKind::List => poll.lists.iter().map(|list| list.number).collect(),
        _ => poll.candidates.iter().map(|candidate| candidate.number).collect(),
    }
}

fn crosses(rule: &Elections, poll: &Poll) -> usize {
    let most = match (poll.kind, rule.crosses.value) {
        (BallotKind::Combined, Crosses::AsPlaces) => poll.places,
        (BallotKind::Combined, Crosses::Exactly(n)) => u32::from(n).min(poll.places),
        _ => 1,
    };
    usize::try_from(most).unwrap_or(usize::MAX)
}

impl Reader {
    const fn is_single(&self, numbers: &Numbers) -> bool {
        numbers.tallies.len() == 1
    }
    fn read(&self, ballot: &Ballot, numbers: &mut Numbers) {
        match ballot {
            Ballot::Blank | Ballot::Abstain => numbers.blank += 1,
            Ballot::Yes if self.is_single(numbers) => {
                numbers.valid += 1;
                numbers.tallies[0].votes += 1;
            }
            Ballot::No if self.is_single(numbers) => self.no(1, numbers),
            Ballot::Invalid | Ballot::Yes | Ballot::No => numbers.invalid += 1,
            Ballot::Chosen(chosen) => self.chosen(chosen, numbers),
        }
    }
    fn no(&self, votes: u64, numbers: &mut Numbers) {
        numbers.no += votes;
        if self.no_counts {
            numbers.valid += votes;
        } else {
            numbers.blank += votes;
        }
    }
    fn chosen(&self, chosen: &[u32], numbers: &mut Numbers) {
        if chosen.is_empty() {
            numbers.blank += 1;
            return;
        }
        let places: Option<Vec<usize>> = chosen.iter().map(|number| self.places.get(number).copied()).collect();
        let twice = || (1..chosen.len()).any(|at| chosen[..at].contains(&chosen[at]));
        let fits = (self.fewest..=self.most).contains(&chosen.len());
        match places {
            Some(places) if fits && !twice() => {
                numbers.valid += 1;
                places.iter().for_each(|at| numbers.tallies[*at].votes += 1);
            }
            _ => numbers.invalid += 1,
        }
    }
    /// Adds a pile, if its numbers can come from ballots as the rules want them.
    fn join(&self, sum: &Sum, numbers: &mut Numbers) -> Result<(), Reason> {
        let wrong = || reason(|t| t.bad_sum());
        let single = self.is_single(numbers);
        let mut whole = 0_u64;
        for (at, (number, votes)) in sum.votes.iter().enumerate() {
            let twice = sum.votes[..at].iter().any(|(other, _)| other == number);
            let place = self.places.get(number).copied().filter(|_| !twice && *votes <= sum.valid);
            numbers.tallies[place.ok_or_else(wrong)?].votes += votes;
            whole = whole.saturating_add(*votes);
        }
        let no = if self.no_counts { sum.no } else { 0 };
        let (fewest, most) = (self.fewest as u64, self.most as u64);
        let chosen = sum.valid.checked_sub(no).ok_or_else(wrong)?;
        let enough = whole >= chosen.saturating_mul(fewest) && whole <= chosen.saturating_mul(most);
        if !enough || (sum.no > 0 && !single) || sum.valid > MANY || sum.blank > MANY || sum.invalid > MANY {
            return Err(wrong());
        }
        numbers.no += sum.no;
        numbers.valid += sum.valid;
        numbers.invalid += sum.invalid;
        numbers.blank += sum.blank + (sum.no - no).min(MANY);
        Ok(())
    }
}

/// The most ballots in one pile.
const MANY: u64 = 10_000_000;
