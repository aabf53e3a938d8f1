//! Closing and deciding.

use std::collections::HashMap;

use db::Tx;
use kernel::{Actor, Error, Id, Moment, Office, Reason, Result};
use networks::{Seat, Voter};

use super::{body_of, event, led, mix, refused};
use crate::{
    Ballot, Choice, Counted, Entitlement, Grade, Mark, Method, Vote, VoteKind, VoteState, Way,
    roll::{self, Here, Line},
    rules::{
        Casting, RuleSet, Verdict,
        circular::{self, Answers, State},
        majority,
        quorum::{self, Attendance},
        secret,
        unit::{Cast, cast},
    },
    store::{
        ballots, proxies, rolls, rules as versions,
        votes::{self, Outcome},
    },
};

/// Whoever leads it ends an open vote before its time; an election's board does that together.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] for an election or when it is not open.
pub fn close_now(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<()> {
    let (vote, ..) = led(tx, by, id)?;
    if vote.kind == VoteKind::Election {
        return Err(refused("Eine Wahl schließt der Wahlvorstand.", "The election board closes an election."));
    }
    if vote.method == Method::Circular {
        return Err(refused(
            "Ein Umlaufbeschluss endet mit seiner Frist, oder sobald alle geantwortet haben.",
            "A circular resolution ends with its time, or as soon as all have answered.",
        ));
    }
    if vote.state != VoteState::Open {
        return Err(refused("Die Abstimmung ist nicht offen.", "The vote is not open."));
    }
    votes::save_end(tx, id, tx.now())?;
    close(tx, &vote)
}

/// Closes an open vote whose time is over, or that is ended: no more votes are taken. A matter is decided at once, unless
/// votes on paper are still to be counted.
pub fn close(tx: &Tx<'_>, vote: &Vote) -> Result<()> {
    if !votes::step(tx, vote.id, VoteState::Open, VoteState::Closed)? {
        tx.silent("another closed it");
        return Ok(());
    }
    if vote.grade == Grade::Covert {
        mix::mix_all(tx, vote.id)?;
    }
    tx.emit(event("vote.closed", vote, None));
    // Where names could come from the floor and none came, there is nothing to count.
    if vote.kind == VoteKind::Election && super::election::on_ballot(tx, vote)?.is_empty() {
        votes::save_void(tx, vote.id, &Reason::new("Niemand kandidiert.", "Nobody stands."))?;
        tx.emit(event("vote.void", vote, None));
        return Ok(());
    }
    if vote.kind == VoteKind::Motion && !vote.method.has_paper() { decide(tx, vote) } else { Ok(()) }
}

/// A circular procedure ends when its outcome can no longer change, as its rules say.
pub fn close_if_settled(tx: &Tx<'_>, vote: &Vote, rules: &RuleSet) -> Result<()> {
    let answers = answers(tx, vote, false)?;
    match circular::judge(&rules.circular, &answers).state {
        State::Running => Ok(()),
        _ => {
            votes::save_end(tx, vote.id, tx.now())?;
            close(tx, vote)
        }
    }
}

fn answers(tx: &Tx<'_>, vote: &Vote, over: bool) -> Result<Answers> {
    let roll = rolls::list_roll(tx, vote.id)?;
    let counted = counted(&roll, &ballots::list_ballots(tx, vote.id)?, Casting::Together, true);
    let objections: i64 = proxies::list_objections(tx, vote.id)?.iter().map(|o| o.votes).sum();
    Ok(Answers {
        entitled: counted.entitled,
        yes: counted.yes,
        no: counted.no,
        abstain: counted.abstain,
        objections: number(objections),
        over,
    })
}

fn number(n: i64) -> u64 {
    u64::try_from(n).unwrap_or_default()
}

/// What the ballots on a motion amount to. `casting`: what those of one unit amount to. `out`: those barred leave the number
/// of those entitled.
#[must_use]
pub fn counted(roll: &[Entitlement], ballots: &[Ballot], casting: Casting, out: bool) -> Counted {
    let entitled = roll.iter().filter(|e| !out || e.barred.is_none()).map(|e| number(e.votes)).sum();
    let mut sum = Counted { entitled, ..Counted::default() };
    let mut add = |choice: &Choice, votes: u64| {
        let place = match choice {
            Choice::Yes => &mut sum.yes,
            Choice::No => &mut sum.no,
            Choice::Abstain | Choice::Blank => &mut sum.abstain,
            Choice::Invalid | Choice::Chosen(_) => &mut sum.invalid,
        };
        *place += votes;
    };
    for ballot in ballots.iter().filter(|b| b.entitlement.is_none()) {
        add(&ballot.choice, number(ballot.votes));
    }
    let mut disagreed = 0;
    for unit in roll {
        match of_unit(unit.id, ballots, casting) {
            Cast::Nothing => {}
            Cast::Vote(choice) => add(choice, number(unit.votes)),
            Cast::Disagreed => {
                disagreed += number(unit.votes);
                add(&Choice::Abstain, number(unit.votes));
            }
        }
    }
    sum.disagreed = disagreed;
    sum.present = sum.cast();
    sum
}

/// What the ballots of one unit amount to.
pub fn of_unit(unit: Id<Entitlement>, ballots: &[Ballot], casting: Casting) -> Cast<&Choice> {
    cast(casting, ballots.iter().filter(|b| b.entitlement == Some(unit)).map(|b| &b.choice))
}

/// The roll as it was frozen, each unit there as its people cast: in covert votes, too, it is known that they did.
fn lines(roll: &[Entitlement], seats: &[(Id<Entitlement>, Id<Seat>)], marks: &[Mark]) -> Vec<Line> {
    let mut of: HashMap<_, Vec<_>> = HashMap::new();
    for (unit, seat) in seats {
        of.entry(*unit).or_default().push(*seat);
    }
    let way = |mark: &Mark| if mark.way == Way::Proxy { Here::Proxy } else { Here::Present };
    let here: HashMap<_, _> = marks.iter().map(|mark| (mark.entitlement, way(mark))).collect();
    let mut line = |unit: &Entitlement| Line {
        seats: of.remove(&unit.id).unwrap_or_default(),
        votes: number(unit.votes),
        barred: unit.barred.is_some(),
        here: here.get(&unit.id).copied(),
    };
    roll.iter().map(&mut line).collect()
}

/// Decides on a closed matter: counts, asks the rules, writes the reasons down; an adopted one enters the register.
///
/// # Errors
/// When the database refuses, or the numbers cannot be.
pub fn decide(tx: &Tx<'_>, vote: &Vote) -> Result<()> {
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let body = body_of(tx, vote)?;
    if vote.method == Method::Circular {
        let answers = answers(tx, vote, true)?;
        let found = circular::judge(&rules.circular, &answers);
        let state = if found.state == State::Stopped { VoteState::Void } else { VoteState::Decided };
        let sum = Counted {
            yes: answers.yes,
            no: answers.no,
            abstain: answers.abstain,
            present: answers.yes + answers.no + answers.abstain,
            entitled: answers.entitled,
            ..Counted::default()
        };
        return settle(tx, vote, state, Some(sum), &[found.verdict]);
    }
    // The seats of the day on which the roll was frozen.
    let day = vote.opens_at.map_or_else(|| tx.today(), Moment::day);
    let voters = networks::voters(tx, &body, day)?;
    let roll = rolls::list_roll(tx, vote.id)?;
    let (seats, ballots) = (rolls::list_seats(tx, vote.id)?, ballots::list_ballots(tx, vote.id)?);
    if vote.grade == Grade::Covert {
        let shown = secret::may_be_shown(&rules.votes.secret.clause, ballots.len() as u64);
        if !shown.holds {
            // So few can be guessed: nobody looks at them, now or later.
            ballots::delete_ballots(tx, vote.id)?;
            return settle(tx, vote, VoteState::Void, None, &[shown]);
        }
    }
    let casting = rules.votes.casting.value;
    let sum = counted(&roll, &ballots, casting, rules.bars.out_of_base.value);
    let chair = chair(&voters, &seats, &ballots, casting);
    let Some(subject) = vote.matter.subject() else { return Err(Error::internal("an election is no motion")) };
    let majority = majority::judge(rules.votes.majority(subject), &sum.counts(chair));
    let lines = lines(&roll, &seats, &rolls::list_marks(tx, vote.id)?);
    let there = Attendance { duly_invited: true, ..roll::attendance(&rules, &voters, &lines) };
    let quorum = quorum::judge(&rules.quorum, &rules.bars, &there);
    settle(tx, vote, VoteState::Decided, Some(sum), &reasons(majority, quorum))
}

/// What is said of a result: without a quorum nothing was decided, so no majority is spoken of.
pub fn reasons(majority: Verdict, quorum: Verdict) -> Vec<Verdict> {
    if quorum.holds { vec![majority, quorum] } else { vec![quorum] }
}

/// The voting seats of whoever is chair: the chair's own, and others of the same person.
pub fn chair_seats(voters: &[Voter]) -> impl Iterator<Item = Id<Seat>> {
    let of = |v: &&Voter| v.office == Some(Office::Chair);
    let person = voters.iter().filter(of).find_map(|v| v.holder);
    let own = voters.iter().filter(of).map(|v| v.seat);
    own.chain(voters.iter().filter(move |v| person.is_some() && v.holder == person).map(|v| v.seat))
}

/// How the chair voted, where votes are by name: what was cast for the unit of the chair's seat, else for another one of the
/// same person. What the chair cast for somebody else is that one's vote.
pub fn chair(
    voters: &[Voter],
    seats: &[(Id<Entitlement>, Id<Seat>)],
    ballots: &[Ballot],
    casting: Casting,
) -> Option<bool> {
    let unit = |seat: Id<Seat>| seats.iter().find(|(_, of)| *of == seat).map(|(unit, _)| *unit);
    let mut said = chair_seats(voters).filter_map(unit).map(|unit| of_unit(unit, ballots, casting));
    match said.find(|cast| *cast != Cast::Nothing)? {
        Cast::Vote(Choice::Yes) => Some(true),
        Cast::Vote(Choice::No) => Some(false),
        _ => None,
    }
}

/// Writes the result of a matter and what follows from it.
pub fn settle(tx: &Tx<'_>, vote: &Vote, state: VoteState, sum: Option<Counted>, verdicts: &[Verdict]) -> Result<()> {
    let outcome = outcome(state, sum.as_ref(), verdicts)?;
    votes::save_outcome(tx, vote.id, &outcome)?;
    tx.emit(event(if state == VoteState::Decided { "vote.decided" } else { "vote.void" }, vote, None));
    if outcome.holds == Some(true) { super::adopted(tx, vote.id) } else { Ok(()) }
}

/// A result as it is stored: adopted only where every verdict holds.
pub fn outcome(state: VoteState, sum: Option<&Counted>, verdicts: &[Verdict]) -> Result<Outcome> {
    let holds = verdicts.iter().all(|v| v.holds);
    let json = |value: serde_json::Result<String>| value.map_err(Error::internal);
    let said = |each: fn(&Verdict) -> &str| verdicts.iter().map(each).collect::<Vec<_>>().join(" ");
    Ok(Outcome {
        state,
        counted: sum.map(|sum| json(serde_json::to_string(sum))).transpose()?,
        verdicts: json(serde_json::to_string(verdicts))?,
        holds: (state == VoteState::Decided).then_some(holds),
        de: said(|v| &v.de),
        en: said(|v| &v.en),
        accept_until: None,
    })
}

/// The end of a vote's time, looked at by the worker: `true` when it is over.
#[must_use]
pub fn is_over(vote: &Vote, now: Moment) -> bool {
    vote.state == VoteState::Open && vote.closes_at.is_some_and(|end| end <= now)
}
