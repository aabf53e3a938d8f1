//! Elections.

use std::collections::{BTreeMap, BTreeSet};

use decisions::rules::{
    Balance, BallotKind, Crosses, Elections, Hurdle, Of, OnTie, RunoffSet, Spread, Threshold,
    election::{self, Ballot, Candidate, Poll, Sum, Undecided},
};

use super::{Dice, evaluations, reaches, reads_well};
use crate::rules;

#[test]
fn election_agrees_with_trying_everything_out() {
    let (mut dice, mut rule) = (Dice(0xda94_2042_e4dd_58b5), rules("assembly").elections);
    let (mut ties, mut runoffs, mut full, mut bound) = (0, 0, 0, 0);
    for _ in 0..evaluations() {
        random_rule(&mut dice, &mut rule);
        let poll = random_poll(&mut dice, &rule);
        let expected = plain_count(&rule, &poll);
        let result = match (election::count(&rule, &poll), expected) {
            (Ok(result), Some(expected)) => {
                assert_eq!((result.valid, result.blank, result.invalid), expected.ballots, "{poll:?}");
                let elected: BTreeSet<u32> = result.elected.iter().copied().collect();
                assert_eq!(elected, expected.elected, "{rule:?} {poll:?} {result:?}");
                assert_eq!(sorted(&result.undecided), sorted(&expected.undecided), "{rule:?} {poll:?} {result:?}");
                result
            }
            (Err(_), None) => continue,
            (got, _) => panic!("{got:?} {rule:?} {poll:?}"),
        };
        reads_well(&result.verdict);
        let tied = |it: &Undecided| matches!(it, Undecided::Lot { .. } | Undecided::Repeat { .. });
        ties += u64::from(result.undecided.iter().any(tied));
        runoffs += u64::from(result.undecided.iter().any(|it| matches!(it, Undecided::Runoff { .. })));
        full += u64::from(result.verdict.holds);
        bound += u64::from(matches!(rule.balance.value, Balance::Constraint(_)));
    }
    let often = evaluations() / 50;
    assert!(ties > often && runoffs > often && full > often && bound > often, "{ties} {runoffs} {full} {bound}");
}

fn random_rule(dice: &mut Dice, rule: &mut Elections) {
    let mut hurdle = || match dice.below(3) {
        0 => Hurdle::Most,
        1 => Hurdle::Share(Of::Valid, Threshold::MORE_THAN_HALF),
        _ => Hurdle::Share(dice.of(&[Of::Valid, Of::Ballots, Of::Present, Of::Entitled]), dice.threshold()),
    };
    (rule.first.value, rule.second.value, rule.third.value) = (hurdle(), Some(hurdle()), Some(hurdle()));
    if dice.coin() {
        rule.third.value = None;
    }
    if dice.coin() {
        (rule.second.value, rule.third.value) = (None, None);
    }
    rule.crosses.value = if dice.coin() { Crosses::AsPlaces } else { Crosses::Exactly(1 + dice.below(4) as u16) };
    rule.all_crosses.value = dice.below(4) == 0;
    rule.no_counts.value = dice.coin();
    rule.tie.value = dice.of(&[OnTie::Lot, OnTie::Repeat]);
    rule.runoff.value = dice.of(&[RunoffSet::OneMore, RunoffSet::Twice, RunoffSet::Everyone]);
    let least = dice.below(3) as u16;
    let most = if dice.coin() { 0 } else { least.max(1) + dice.below(2) as u16 };
    let spread = Spread { least, most };
    rule.balance.value = dice.of(&[Balance::None, Balance::Check(spread), Balance::Constraint(spread)]);
}

fn random_poll(dice: &mut Dice, rule: &Elections) -> Poll {
    let single = dice.below(4) == 0;
    let people = 1 + dice.below(7) as u32;
    let rounds = 1 + u32::from(rule.second.value.is_some()) + u32::from(rule.third.value.is_some());
    let mut someone = |number| Candidate { number, territory: dice.of(&[None, Some(1), Some(2), Some(3)]) };
    let candidates: Vec<Candidate> = (1..=people).map(&mut someone).collect();
    let mut already = vec![someone(90), someone(91)];
    already.truncate(dice.below(3) as usize);
    let places = if single { 1 } else { 1 + dice.below(4) as u32 };
    let mut ballots = Vec::new();
    for _ in 0..dice.below(14) {
        ballots.push(match dice.below(12) {
            0 => Ballot::Blank,
            1 => Ballot::Abstain,
            2 => Ballot::Invalid,
            3 => Ballot::No,
            4 => Ballot::Yes,
            _ => {
                let chosen = dice.below(u64::from(places) + 2);
                Ballot::Chosen((0..chosen).map(|_| 1 + dice.below(u64::from(people)) as u32).collect())
            }
        });
    }
    let entitled = ballots.len() as u64 + dice.below(6);
    let kind = if single { BallotKind::Single } else { BallotKind::Combined };
    let mut poll = Poll {
        kind,
        round: 1 + dice.below(u64::from(rounds)) as u32,
        places,
        candidates,
        lists: Vec::new(),
        already,
        territories: vec![1, 2, 3],
        present: ballots.len() as u64,
        entitled,
        ballots,
        sums: Vec::new(),
    };
    if dice.coin() {
        // The second half of the ballots comes as a pile counted by hand.
        let rest = poll.ballots.split_off(poll.ballots.len() / 2);
        let pile = Pile::of(rule, &poll, &rest);
        let votes = pile.votes.into_iter().filter(|(_, votes)| *votes > 0).collect();
        let uncounted = if rule.no_counts.value { 0 } else { pile.no };
        poll.sums =
            vec![Sum { valid: pile.valid, votes, no: pile.no, blank: pile.blank - uncounted, invalid: pile.invalid }];
    }
    poll
}

/// What a pile of ballots amounts to, read one by one.
#[derive(Default)]
struct Pile {
    votes: BTreeMap<u32, u64>,
    no: u64,
    valid: u64,
    blank: u64,
    invalid: u64,
}

impl Pile {
    fn of(rule: &Elections, poll: &Poll, ballots: &[Ballot]) -> Self {
        let mut pile = Self::default();
        let allowed = match (poll.kind, rule.crosses.value) {
            (BallotKind::Combined, Crosses::Exactly(n)) if u32::from(n) < poll.places => usize::from(n),
            (BallotKind::Combined, _) => poll.places as usize,
            _ => 1,
        };
        let alone = poll.candidates.len() == 1;
        for ballot in ballots {
            let chosen: Vec<u32> = match ballot {
                Ballot::Yes if alone => vec![poll.candidates[0].number],
                Ballot::No if alone && rule.no_counts.value => {
                    pile.no += 1;
                    pile.valid += 1;
                    continue;
                }
                Ballot::No if alone => {
                    pile.no += 1;
                    Vec::new()
                }
                Ballot::Blank | Ballot::Abstain => Vec::new(),
                Ballot::Chosen(chosen) => chosen.clone(),
                _ => {
                    pile.invalid += 1;
                    continue;
                }
            };
            let different: BTreeSet<u32> = chosen.iter().copied().collect();
            let short = rule.all_crosses.value && chosen.len() < allowed.min(poll.candidates.len());
            if chosen.is_empty() {
                pile.blank += 1;
            } else if different.len() < chosen.len() || chosen.len() > allowed || short {
                pile.invalid += 1;
            } else {
                pile.valid += 1;
                chosen.into_iter().for_each(|number| *pile.votes.entry(number).or_default() += 1);
            }
        }
        pile
    }
}

struct Plain {
    ballots: (u64, u64, u64),
    elected: BTreeSet<u32>,
    undecided: Vec<Undecided>,
}

/// Counts by trying every set of people. `None` when more places are kept than there are.
fn plain_count(rule: &Elections, poll: &Poll) -> Option<Plain> {
    if !feasible(rule, poll, &[]) {
        return None;
    }
    let mut pile = Pile::of(rule, poll, &poll.ballots);
    for sum in &poll.sums {
        pile.valid += sum.valid;
        pile.no += sum.no;
        pile.invalid += sum.invalid;
        pile.blank += sum.blank + if rule.no_counts.value { 0 } else { sum.no };
        sum.votes.iter().for_each(|(number, votes)| *pile.votes.entry(*number).or_default() += votes);
    }
    let votes = |it: &Candidate| pile.votes.get(&it.number).copied().unwrap_or(0);
    let hurdle = [Some(rule.first.value), rule.second.value, rule.third.value, None][poll.round as usize - 1].unwrap();
    let next = poll.round < 3 && [rule.second.value, rule.third.value][poll.round as usize - 1].is_some();
    let whole = |of| match of {
        Of::Valid => pile.valid,
        Of::Ballots => pile.valid + pile.blank + pile.invalid,
        Of::Present => poll.present,
        Of::Entitled => poll.entitled,
    };
    let alone = poll.candidates.len() == 1;
    let passes = |it: &Candidate| match hurdle {
        _ if votes(it) == 0 => false,
        Hurdle::Most => !alone || !rule.no_counts.value || votes(it) > pile.no,
        Hurdle::Share(of, need) => reaches(need, votes(it), whole(of)),
    };
    let (over, under): (Vec<Candidate>, Vec<Candidate>) = poll.candidates.iter().partition(|it| passes(it));
    // All sets that can be elected together, as their votes from the most down; the best of them.
    let strength = |set: &[Candidate]| {
        let mut all: Vec<u64> = set.iter().map(votes).collect();
        all.sort_unstable();
        all.reverse();
        all
    };
    let sets: Vec<Vec<Candidate>> = subsets(&over).into_iter().filter(|set| feasible(rule, poll, set)).collect();
    let best = sets.iter().map(|set| strength(set)).max().unwrap_or_default();
    let winning: Vec<&Vec<Candidate>> = sets.iter().filter(|set| strength(set) == best).collect();
    let in_some: Vec<Candidate> =
        over.iter().filter(|it| winning.iter().any(|set| set.contains(it))).copied().collect();
    let (sure, tied): (Vec<Candidate>, Vec<Candidate>) =
        in_some.iter().partition(|it| winning.iter().all(|set| set.contains(it)));
    let mut undecided = Vec::new();
    for level in tied.iter().map(votes).collect::<BTreeSet<u64>>() {
        let candidates = tied.iter().filter(|it| votes(it) == level).map(|it| it.number).collect();
        let at = |set: &[Candidate]| set.iter().filter(|it| votes(it) == level).count();
        let places = (at(winning[0]) - at(&sure)) as u32;
        undecided.push(match rule.tie.value {
            _ if next => Undecided::Runoff { candidates, places },
            OnTie::Lot => Undecided::Lot { candidates, places },
            OnTie::Repeat => Undecided::Repeat { candidates, places },
        });
    }
    let one = winning[0];
    let beside = |more: &[Candidate]| feasible(rule, poll, &[&one[..], more].concat());
    let reach = subsets(&under).iter().filter(|more| beside(more)).map(Vec::len).max().unwrap_or(0);
    let mut open = poll.places as usize - one.len();
    if next && !alone && reach > 0 {
        let can: Vec<&Candidate> = under.iter().filter(|it| beside(&[**it])).collect();
        let size = match rule.runoff.value {
            RunoffSet::OneMore => reach + 1,
            RunoffSet::Twice => 2 * reach,
            RunoffSet::Everyone => usize::MAX,
        };
        let ahead = |it: &Candidate| can.iter().filter(|other| votes(other) > votes(it)).count();
        let goes = can.iter().filter(|it| ahead(it) < size || lacks(rule, poll, one, it));
        undecided.push(Undecided::Runoff { candidates: goes.map(|it| it.number).collect(), places: reach as u32 });
        open -= reach;
    }
    if open > 0 {
        undecided.push(Undecided::Open { places: open as u32 });
    }
    let elected = sure.iter().map(|it| it.number).collect();
    Some(Plain { ballots: (pile.valid, pile.blank, pile.invalid), elected, undecided })
}

fn subsets(all: &[Candidate]) -> Vec<Vec<Candidate>> {
    let pick = |mask: u32| all.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, it)| *it).collect();
    (0..1_u32 << all.len()).map(pick).collect()
}

fn bounds(rule: &Elections) -> (usize, usize) {
    match rule.balance.value {
        Balance::Constraint(Spread { least, most: 0 }) => (usize::from(least), usize::MAX),
        Balance::Constraint(Spread { least, most }) => (usize::from(least), usize::from(most)),
        _ => (0, usize::MAX),
    }
}

fn from(poll: &Poll, set: &[Candidate], territory: i64) -> usize {
    poll.already.iter().chain(set).filter(|it| it.territory == Some(territory)).count()
}

fn lacks(rule: &Elections, poll: &Poll, set: &[Candidate], it: &Candidate) -> bool {
    it.territory.is_some_and(|territory| from(poll, set, territory) < bounds(rule).0)
}

/// Whether all of them can be elected: places enough for them and for what every territory still lacks.
fn feasible(rule: &Elections, poll: &Poll, set: &[Candidate]) -> bool {
    let (least, most) = bounds(rule);
    let of = |territory: &i64| from(poll, set, *territory);
    let lacking: usize = poll.territories.iter().map(|it| least.saturating_sub(of(it))).sum();
    let within = poll.territories.iter().all(|it| from(poll, &[], *it).max(most) >= of(it));
    within && set.len() + lacking <= poll.places as usize
}

/// Without the order in which they are named.
fn sorted(undecided: &[Undecided]) -> BTreeSet<(u8, Vec<u32>, u32)> {
    let line = |kind, candidates: &[u32], places| {
        let mut all = candidates.to_vec();
        all.sort_unstable();
        (kind, all, places)
    };
    let one = |it: &Undecided| match it {
        Undecided::Runoff { candidates, places } => line(1, candidates, *places),
        Undecided::Lot { candidates, places } => line(2, candidates, *places),
        Undecided::Repeat { candidates, places } => line(3, candidates, *places),
        Undecided::Open { places } => line(4, &[], *places),
    };
    undecided.iter().map(one).collect()
}
