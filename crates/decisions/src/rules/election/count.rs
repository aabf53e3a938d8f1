//! Counting a round.

use kernel::Reason;

use super::{
    BallotKind, Candidate, ElectionResult, Elections, Hurdle, Of, OnTie, Poll, RunoffSet, Tally, Undecided,
    space::Space,
    tally::{Numbers, tally},
    words,
};
use crate::rules::{Verdict, check::reason};

/// Whether a form of ballot may be used: the usual one, or one the rules let the body decide on.
#[must_use]
pub fn may_use(rule: &Elections, kind: BallotKind) -> Verdict {
    let usual = rule.ballot.value == kind;
    let decided = rule.also.value.contains(&kind);
    let clause = if usual { &rule.ballot.clause } else { &rule.also.clause };
    Verdict::new(usual || decided, clause, &[], |t| {
        match (usual, decided) {
            (true, _) => t.election_kind_usual(),
            (false, true) => t.election_kind_decided(),
            (false, false) => t.election_kind_refused(),
        }
        .to_owned()
    })
}

/// Counts one round.
///
/// # Errors
/// When the numbers cannot be: more ballots than entitled, a sum that does not add up, a number that stands twice, a
/// form of ballot or a round the rules do not have.
pub fn count(rule: &Elections, poll: &Poll) -> Result<ElectionResult, Reason> {
    let hurdle = possible(rule, poll)?;
    let numbers = tally(rule, poll)?;
    let round = Round::new(rule, poll, hurdle, &numbers);
    let (elected, undecided) = match poll.kind {
        BallotKind::List => round.list(),
        _ => round.people(),
    };
    let needed = round.needed;
    let mut tallies = numbers.tallies;
    // A stable sort keeps the order of the ballot among equals.
    tallies.sort_by_key(|tally| std::cmp::Reverse(tally.votes));
    let mut result = ElectionResult {
        tallies,
        no: numbers.no,
        valid: numbers.valid,
        blank: numbers.blank,
        invalid: numbers.invalid,
        needed,
        elected,
        drawn: Vec::new(),
        undecided,
        balance: None,
        verdict: Verdict::new(false, &rule.first.clause, &[], |_| String::new()),
    };
    words::judge(rule, poll, &mut result);
    Ok(result)
}

/// The hurdle of the round, when there is such a round, such a ballot and a place.
fn possible(rule: &Elections, poll: &Poll) -> Result<Hurdle, Reason> {
    let used = may_use(rule, poll.kind);
    if !used.holds {
        return Err(Reason::new(used.de, used.en));
    }
    if poll.places == 0 || (poll.kind == BallotKind::Single && poll.places != 1) {
        return Err(reason(|t| t.bad_places()));
    }
    if poll.kind != BallotKind::List && Space::new(rule, poll).is_overfull() {
        return Err(reason(|t| t.bad_reserved()));
    }
    rule.hurdle(poll.round).ok_or_else(|| reason(|t| t.bad_round()))
}

impl Elections {
    /// What elects in a round, counted from 1; `None` when there is no such round.
    #[must_use]
    pub const fn hurdle(&self, round: u32) -> Option<Hurdle> {
        match round {
            1 => Some(self.first.value),
            2 => self.second.value,
            3 => self.third.value,
            _ => None,
        }
    }
}

/// What the share of a round is taken of, in votes.
pub(super) fn base(poll: &Poll, of: Of, valid: u64, cast: u64) -> u64 {
    match of {
        Of::Valid => valid,
        Of::Ballots => cast,
        Of::Present => poll.present,
        Of::Entitled => poll.entitled,
    }
}

struct Round<'p> {
    rule: &'p Elections,
    poll: &'p Poll,
    numbers: &'p Numbers,
    needed: Option<u64>,
}

impl<'p> Round<'p> {
    fn new(rule: &'p Elections, poll: &'p Poll, hurdle: Hurdle, numbers: &'p Numbers) -> Self {
        let needed = match hurdle {
            Hurdle::Most => None,
            Hurdle::Share(of, need) => Some(need.needed(base(poll, of, numbers.valid, numbers.cast())).max(1)),
        };
        Self { rule, poll, numbers, needed }
    }
    fn has_next(&self) -> bool {
        self.rule.hurdle(self.poll.round + 1).is_some()
    }
    /// Whether so many votes elect. Nobody is elected without a vote.
    fn passes(&self, votes: u64) -> bool {
        let beats_no = self.numbers.tallies.len() > 1 || !self.rule.no_counts.value || votes > self.numbers.no;
        votes > 0 && self.needed.map_or(beats_no, |needed| votes >= needed)
    }
    fn tied(&self, candidates: Vec<u32>, places: u32) -> Undecided {
        match self.rule.tie.value {
            _ if self.has_next() => Undecided::Runoff { candidates, places },
            OnTie::Lot => Undecided::Lot { candidates, places },
            OnTie::Repeat => Undecided::Repeat { candidates, places },
        }
    }
    /// Groups with equal votes, the most first.
    fn levels<T: Copy>(&self, all: impl Fn(&Tally) -> Option<T>) -> Vec<(u64, Vec<T>)> {
        let mut sorted: Vec<Tally> = self.numbers.tallies.clone();
        sorted.sort_by_key(|tally| std::cmp::Reverse(tally.votes));
        let mut levels: Vec<(u64, Vec<T>)> = Vec::new();
        for tally in &sorted {
            let Some(who) = all(tally) else { continue };
            match levels.last_mut() {
                Some((votes, group)) if *votes == tally.votes => group.push(who),
                _ => levels.push((tally.votes, vec![who])),
            }
        }
        levels
    }
    /// Single and combined ballots.
    fn people(&self) -> (Vec<u32>, Vec<Undecided>) {
        let mut space = Space::new(self.rule, self.poll);
        let (mut elected, mut undecided, mut filled) = (Vec::new(), Vec::new(), 0_u64);
        let mut rest: Vec<(u64, Candidate)> = Vec::new();
        let find = |tally: &Tally| self.poll.candidates.iter().find(|it| it.number == tally.number).copied();
        for (votes, group) in self.levels(find) {
            if !self.passes(votes) {
                rest.extend(group.iter().map(|candidate| (votes, *candidate)));
                continue;
            }
            let level = space.take(&group);
            elected.extend(level.sure.iter().map(|it| it.number));
            filled += level.sure.len() as u64 + level.places;
            if level.places > 0 {
                let tied = level.tied.iter().map(|it| it.number).collect();
                undecided.push(self.tied(tied, places(level.places)));
            }
        }
        let open = u64::from(self.poll.places).saturating_sub(filled);
        let (runoff, places_of_runoff) = self.runoff(&space, &rest);
        if places_of_runoff > 0 {
            undecided.push(Undecided::Runoff { candidates: runoff, places: places(places_of_runoff) });
        }
        if open > places_of_runoff {
            undecided.push(Undecided::Open { places: places(open - places_of_runoff) });
        }
        (elected, undecided)
    }
    /// Who goes into the next round for the places nobody has reached, and for how many. A single candidate who was
    /// not elected does not stand against herself.
    fn runoff(&self, space: &Space<'_>, rest: &[(u64, Candidate)]) -> (Vec<u32>, u64) {
        let can: Vec<&(u64, Candidate)> = rest.iter().filter(|(_, it)| space.admits(it)).collect();
        let fillable = space.clone().fill(can.iter().map(|(_, it)| it));
        if !self.has_next() || fillable == 0 || self.numbers.tallies.len() == 1 {
            return (Vec::new(), 0);
        }
        let size = match self.rule.runoff.value {
            RunoffSet::OneMore => fillable + 1,
            RunoffSet::Twice => fillable * 2,
            RunoffSet::Everyone => u64::MAX,
        };
        let last = usize::try_from(size - 1).unwrap_or(usize::MAX);
        let edge = can.get(last).map_or(0, |(votes, _)| *votes);
        let goes = can.iter().filter(|(votes, it)| *votes >= edge || space.lacks(it));
        (goes.map(|(_, it)| it.number).collect(), fillable)
    }
    /// Closed lists: one is elected, its people take the places in its order.
    fn list(&self) -> (Vec<u32>, Vec<Undecided>) {
        let levels = self.levels(|tally| Some(tally.number));
        let all = self.poll.places;
        let open = |places| if places > 0 { vec![Undecided::Open { places }] } else { Vec::new() };
        let Some((votes, first)) = levels.first() else { return (Vec::new(), open(all)) };
        if self.passes(*votes) {
            if let [only] = first[..] {
                let people = people_of(self.poll, only);
                let left = all.saturating_sub(places(people.len() as u64));
                return (people, open(left));
            }
            return (Vec::new(), vec![self.tied(first.clone(), 1)]);
        }
        if !self.has_next() || self.numbers.tallies.len() == 1 {
            return (Vec::new(), open(all));
        }
        let sorted: Vec<(u64, u32)> = levels.iter().flat_map(|(v, group)| group.iter().map(|n| (*v, *n))).collect();
        let edge = if self.rule.runoff.value == RunoffSet::Everyone { 0 } else { sorted.get(1).map_or(0, |it| it.0) };
        let candidates = sorted.iter().filter(|(votes, _)| *votes >= edge).map(|(_, number)| *number).collect();
        (Vec::new(), vec![Undecided::Runoff { candidates, places: 1 }])
    }
}

/// The people of a list who get a place.
pub(super) fn people_of(poll: &Poll, list: u32) -> Vec<u32> {
    let places = usize::try_from(poll.places).unwrap_or(usize::MAX);
    let found = poll.lists.iter().find(|it| it.number == list);
    found.map(|it| it.people.iter().take(places).copied().collect()).unwrap_or_default()
}

pub(super) fn places(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
