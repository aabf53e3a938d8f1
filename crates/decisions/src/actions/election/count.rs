//! Counting a round: what was cast and what was counted by hand become one result.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Moment, Result};
use networks::{Deputed, NewSubstitute};
use people::Person;

use super::{
    super::{body_of, close::of_unit, event, prepare::on_board, refused},
    acting, eligible, is_elected, on_ballot, slip_of, tell,
};
use crate::{
    Candidate, CandidateState, Choice, Counting, Entitlement, Grade, Left, PaperSum, Vote, VoteKind, VoteSeat,
    VoteState,
    rules::{
        BallotKind, Casting, RuleSet, Verdict,
        election::{self, Ballot, List, Poll, Sum},
        secret,
        unit::Cast,
    },
    store::{
        ballots, candidates, election_seats, rolls, rules as versions,
        votes::{self, Outcome},
    },
};

/// What is counted in a round, from who is on its ballot.
///
/// # Errors
/// When the database cannot be read.
pub fn poll_of(conn: &Conn, vote: &Vote, rules: &RuleSet, cast: Vec<Ballot>, sums: Vec<Sum>) -> Result<Poll> {
    let seats = election_seats::list_vote_seats(conn, vote.id)?;
    let standing = on_ballot(conn, vote)?;
    let body = networks::body_for_program(conn, vote.body)?;
    let mut territories = eligible::territories(conn, &body, rules, &seats)?;
    if candidates::find_waiver(conn, vote.id)?.is_some_and(|w| w.starts_with("elsewhere ")) {
        territories.retain(|it| standing.iter().any(|c| c.territory == Some(*it)));
    }
    let as_rule =
        |c: &Candidate| election::Candidate { number: c.ballot_number(), territory: c.territory.map(Id::raw) };
    let slip = slip_of(vote, rules, standing.clone());
    let people = |name: &String| {
        standing.iter().filter(|c| c.list.as_ref() == Some(name)).map(Candidate::ballot_number).collect()
    };
    let entitled = rolls::list_roll(conn, vote.id)?
        .iter()
        .filter(|e| e.barred.is_none())
        .map(|e| u64::try_from(e.votes).unwrap_or_default())
        .sum();
    let by_hand: u64 = sums.iter().map(|s| s.valid.saturating_add(s.blank).saturating_add(s.invalid)).sum();
    Ok(Poll {
        kind: vote.paper_kind.unwrap_or(BallotKind::Single),
        round: u32::try_from(vote.round).unwrap_or(1),
        places: u32::try_from(vote.places.unwrap_or(1)).unwrap_or(1),
        candidates: standing.iter().map(as_rule).collect(),
        lists: slip.lists.iter().map(|(number, name)| List { number: *number, people: people(name) }).collect(),
        already: already(conn, vote)?.iter().map(as_rule).collect(),
        territories: territories.into_iter().map(Id::raw).collect(),
        present: by_hand.saturating_add(cast.len() as u64),
        entitled,
        ballots: cast,
        sums,
    })
}

/// Those elected in the rounds before.
fn already(conn: &Conn, vote: &Vote) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    let mut before = vote.previous;
    while let Some(id) = before {
        found.extend(candidates::list_candidates(conn, id)?.into_iter().filter(|c| is_elected(c.state)));
        before = votes::find_any_vote(conn, id)?.previous;
    }
    Ok(found)
}

/// Ballots as the rules count them: one for each vote; where a unit's people disagree, an abstention.
fn cast(roll: &[Entitlement], stored: &[crate::Ballot], casting: Casting) -> Vec<Ballot> {
    let read = |choice: &Choice| match choice {
        Choice::Yes => Ballot::Yes,
        Choice::No => Ballot::No,
        Choice::Abstain => Ballot::Abstain,
        Choice::Blank => Ballot::Blank,
        Choice::Invalid => Ballot::Invalid,
        Choice::Chosen(numbers) => Ballot::Chosen(numbers.clone()),
    };
    let times = |ballot: Ballot, votes: i64| vec![ballot; usize::try_from(votes).unwrap_or(1)];
    let mut all: Vec<Ballot> =
        stored.iter().filter(|b| b.entitlement.is_none()).flat_map(|b| times(read(&b.choice), b.votes)).collect();
    for unit in roll {
        let ballot = match of_unit(unit.id, stored, casting) {
            Cast::Nothing => continue,
            Cast::Disagreed => Ballot::Abstain,
            Cast::Vote(choice) => read(choice),
        };
        all.extend(times(ballot, unit.votes));
    }
    all
}

/// Counts a closed round and writes the result: votes, who is elected to which seat, who moves up.
///
/// # Errors
/// [`Error::Rule`] when the numbers cannot be.
pub fn settle(tx: &Tx<'_>, vote: &Vote, base: &str) -> Result<()> {
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    // Where votes are on paper alone, the sum counted by hand is all there is.
    let here = vote.method.is_cast_here();
    let stored = if here { ballots::list_ballots(tx, vote.id)? } else { Vec::new() };
    if vote.grade == Grade::Covert {
        let shown = secret::may_be_shown(&rules.elections.secret.clause, stored.len() as u64);
        // With votes on paper beside it, none here is no secret; a few are.
        let all_on_paper = stored.is_empty() && vote.method.has_paper();
        if !shown.holds && !all_on_paper {
            ballots::delete_ballots(tx, vote.id)?;
            return withheld(tx, vote, &shown);
        }
    }
    let roll = rolls::list_roll(tx, vote.id)?;
    let paper: Option<PaperSum> =
        vote.paper.as_deref().map(serde_json::from_str).transpose().map_err(Error::internal)?;
    let sums = paper.filter(|_| vote.needs_sum()).map(|p| vec![p.sum()]).unwrap_or_default();
    let poll = poll_of(tx, vote, &rules, cast(&roll, &stored, rules.votes.casting.value), sums)?;
    let result = election::count(&rules.elections, &poll).map_err(Error::Rule)?;
    let counting = Counting::of(&result, poll.present, poll.entitled);
    let until = accept_until(tx, vote, &rules);
    let outcome = Outcome {
        state: VoteState::Decided,
        counted: Some(serde_json::to_string(&counting).map_err(Error::internal)?),
        verdicts: verdicts(&counting)?,
        holds: Some(counting.verdict.holds),
        de: counting.verdict.de.clone(),
        en: counting.verdict.en.clone(),
        accept_until: until,
    };
    votes::save_outcome(tx, vote.id, &outcome)?;
    spread(tx, vote, &rules, &counting, base)?;
    tx.emit(event("vote.decided", vote, None));
    Ok(())
}

/// So few ballots can be guessed: nobody looks at them, now or later.
fn withheld(tx: &Tx<'_>, vote: &Vote, why: &Verdict) -> Result<()> {
    let outcome = Outcome {
        state: VoteState::Void,
        counted: None,
        verdicts: serde_json::to_string(&[why]).map_err(Error::internal)?,
        holds: None,
        de: why.de.clone(),
        en: why.en.clone(),
        accept_until: None,
    };
    votes::save_outcome(tx, vote.id, &outcome)?;
    tx.emit(event("vote.void", vote, None));
    Ok(())
}

fn verdicts(counting: &Counting) -> Result<String> {
    let all: Vec<&Verdict> = std::iter::once(&counting.verdict).chain(counting.balance.as_ref()).collect();
    serde_json::to_string(&all).map_err(Error::internal)
}

fn accept_until(tx: &Tx<'_>, vote: &Vote, rules: &RuleSet) -> Option<Moment> {
    let period = rules.elections.acceptance.value;
    // In a sitting those elected are asked at once; otherwise the last day is whole.
    let asked = !period.is_none() && vote.method != crate::Method::Sitting;
    asked.then(|| period.after(tx.today()).next().at(0, 0))
}

/// Writes what a result means for everybody on the ballot.
fn spread(tx: &Tx<'_>, vote: &Vote, rules: &RuleSet, counting: &Counting, base: &str) -> Result<()> {
    let body = body_of(tx, vote)?;
    let mut all = on_ballot(tx, vote)?;
    let seats = election_seats::list_vote_seats(tx, vote.id)?;
    let lists = slip_of(vote, rules, all.clone()).lists;
    let votes_of = |c: &Candidate| {
        let number = match &c.list {
            Some(list) if !lists.is_empty() => lists.iter().find(|(_, name)| name == list).map(|(n, _)| *n),
            _ => Some(c.ballot_number()),
        };
        counting.tallies.iter().find(|(n, _)| Some(*n) == number).map(|(_, votes)| *votes)
    };
    let waits = |number: u32| {
        counting.left.iter().any(|left| match left {
            Left::Runoff(all, _) | Left::Lot(all, _) | Left::Repeat(all, _) => all.contains(&number),
            Left::Open(_) => false,
        })
    };
    for it in &mut all {
        it.votes = votes_of(it).and_then(|v| i64::try_from(v).ok());
        if is_elected(it.state) || it.state == CandidateState::Refused {
            continue;
        }
        it.state = if counting.elected.contains(&it.ballot_number()) {
            CandidateState::Elected
        } else if waits(it.ballot_number()) {
            CandidateState::Standing
        } else if rules.elections.move_up.value && it.votes.is_some_and(|v| v > 0) && lists.is_empty() {
            CandidateState::Substitute
        } else {
            CandidateState::Lost
        };
    }
    assign(&mut all, &seats, &counting.elected);
    let mut next: Vec<usize> = (0..all.len()).filter(|at| all[*at].state == CandidateState::Substitute).collect();
    next.sort_by_key(|at| (std::cmp::Reverse(all[*at].votes), all[*at].number));
    for (rank, at) in (1..).zip(next) {
        all[at].rank = Some(rank);
    }
    for it in &all {
        candidates::save_result(tx, it)?;
    }
    let over = counting.left.iter().all(|left| matches!(left, Left::Open(_)));
    if over && let Some(seat) = seats.first() {
        substitutes(tx, vote, seat, &all)?;
    }
    let elected: Vec<Id<Person>> =
        all.iter().filter(|c| c.state == CandidateState::Elected).map(|c| c.person).collect();
    let until = accept_until(tx, vote, rules).map(|at| at.plus_seconds(-1).day());
    tell::elected(tx, vote, &body, &elected, until, base)
}

/// Gives those newly elected their seats: the seat of their own territory, otherwise the first that is free.
fn assign(all: &mut [Candidate], seats: &[VoteSeat], elected: &[u32]) {
    for number in elected {
        let taken: Vec<_> = all.iter().filter(|c| is_elected(c.state)).filter_map(|c| c.seat).collect();
        let Some(it) = all.iter_mut().find(|c| c.ballot_number() == *number) else { continue };
        if it.seat.is_some() || it.state != CandidateState::Elected {
            continue;
        }
        let free = || seats.iter().filter(|s| !taken.contains(&s.seat));
        let own = free().find(|s| s.territory.is_some() && s.territory == it.territory);
        let any = free().find(|s| s.territory.is_none()).or_else(|| free().next());
        it.seat = own.or(any).map(|s| s.seat);
    }
}

/// Whoever moves up stands among those who do, in the body itself.
fn substitutes(tx: &Tx<'_>, vote: &Vote, seat: &VoteSeat, all: &[Candidate]) -> Result<()> {
    let body = networks::body_for_program(tx, seat.body)?;
    let from = vote.term_from.unwrap_or_else(|| tx.today()).max(tx.today());
    let until = vote.term_until.filter(|day| *day > from).unwrap_or(kernel::Day::OPEN);
    for it in all.iter().filter(|c| c.state == CandidateState::Substitute) {
        let new = NewSubstitute {
            body: body.id,
            seat: None,
            who: Deputed::Person(it.person),
            rank: it.rank.unwrap_or(1).clamp(1, 99),
            moves_up: true,
            from,
            until,
        };
        networks::name_substitute(tx, &acting(&body, Some(it.person)), &new)?;
    }
    Ok(())
}

/// Enters a lot: who drew it, and the numbers in the order in which they came.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not on the board; [`Error::Form`] on `drawn` when it does not fit; [`Error::Rule`]
/// where no lot decides.
pub fn draw_lot(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Vote>,
    group: usize,
    drawer: Id<Person>,
    drawn: &[u32],
    base: &str,
) -> Result<()> {
    let vote = votes::find_vote(tx, by, id)?;
    on_board(tx, by, id)?;
    let counting = candidates::find_counting(tx, id)?.filter(|_| vote.kind == VoteKind::Election);
    let Some(counting) = counting.filter(|c| matches!(c.left.get(group), Some(Left::Lot(..)))) else {
        return Err(refused("Hier entscheidet kein Los.", "No lot decides here."));
    };
    if !networks::may_pick(tx, by, drawer)? {
        return Err(Error::NotFound);
    }
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let mut poll = poll_of(tx, &vote, &rules, Vec::new(), Vec::new())?;
    (poll.present, poll.entitled) = (counting.present, counting.entitled);
    let after = election::after_lot(&rules.elections, &poll, &counting.result(), group, drawn)
        .map_err(|reason| Error::field("drawn", reason))?;
    let counting = Counting::of(&after, poll.present, poll.entitled);
    let until = accept_until(tx, &vote, &rules).max(vote.accept_until);
    candidates::save_counting(tx, id, &counting, &verdicts(&counting)?, until)?;
    let words = drawn.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    candidates::save_lot(tx, id, drawer, &words)?;
    spread(tx, &vote, &rules, &counting, base)?;
    tx.emit(event("vote.lot_drawn", &vote, by.person));
    Ok(())
}
