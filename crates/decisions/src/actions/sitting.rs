//! A vote as it was taken in a sitting, entered with its numbers or with who voted how.

use std::collections::BTreeSet;

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result};
use networks::{Body, Seat, Voter};
use rights::{Action, Kind};

use super::{
    close, event,
    prepare::{made, rules_for, settle as checked},
    random, refused,
};
use crate::{
    Ballot, Counted, Grade, Method, NamedResult, NewVote, RuleVersion, SittingResult, Spoken, Vote, VoteState,
    roll::{self, Entry, Here, Line},
    rules::{
        Casting, Subject, majority,
        quorum::{self, Attendance},
    },
    store::{ballots, rolls, votes},
};

/// Enters a vote taken in a sitting: who was there, what was counted. The rules of that day say whether it is adopted.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `day`, `yes`, `title`, `grade`; [`Error::Rule`] when the body has
/// no rules, or the numbers cannot be.
pub fn record_sitting(
    tx: &Tx<'_>,
    by: &Actor,
    body: Id<Body>,
    new: &NewVote,
    result: &SittingResult,
) -> Result<Id<Vote>> {
    let (vote, rules, subject) = begun(tx, by, body, new, result.day)?;
    let voters = networks::voters(tx, &super::body_of(tx, &vote)?, result.day)?;
    let Attendance { voting_seats, occupied_seats, members, .. } = roll::strength(&rules.rules, &voters);
    let attendance = Attendance { voting_seats, occupied_seats, members, ..result.attendance };
    let counted = Counted { entitled: members, ..result.counted };
    majority::fits(&counted.counts(result.chair)).map_err(|reason| Error::field("yes", reason))?;
    votes::insert_vote(tx, &vote)?;
    tx.emit(event("vote.entered", &vote, by.person));
    ended(tx, &vote, &rules, subject, &SittingResult { attendance, counted, ..*result })
}

/// Enters a vote by name taken in a sitting: for each seat that was there, what was said. The roll is that of the day.
///
/// # Errors
/// As [`record_sitting`]; [`Error::Rule`] where a proxy was used that the rules do not allow, or nobody voted.
pub fn record_names(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewVote, result: &NamedResult) -> Result<Id<Vote>> {
    let new = NewVote { grade: Grade::Open, ..new.clone() };
    let (vote, rules, subject) = begun(tx, by, body, &new, result.day)?;
    let proxies = result.spoken.iter().any(|(_, said)| matches!(said, Spoken::Vote { proxy: true, .. }));
    if proxies && !rules.rules.proxies.allowed.value {
        return Err(refused("Die Regeln erlauben hier keine Vollmacht.", "The rules allow no proxy here."));
    }
    if result.spoken.is_empty() {
        return Err(refused("Bitte tragen Sie ein, wer wie gestimmt hat.", "Please enter who voted how."));
    }
    let voters = networks::voters(tx, &super::body_of(tx, &vote)?, result.day)?;
    let roll = roll::made(rules.rules.votes.unit.value, &voters);
    if !rules.rules.votes.several.value {
        once_each(&rules, &roll, &voters, result)?;
    }
    votes::insert_vote(tx, &vote)?;
    let mut lines = Vec::with_capacity(roll.len());
    for (n, entry) in (1..).zip(roll) {
        let said = result.spoken.iter().find(|(seat, _)| entry.seats.contains(seat)).map(|(_, said)| said);
        let barred = matches!(said, Some(Spoken::Barred)).then_some("§ 34 BGB");
        let unit = rolls::insert_entitlement(tx, vote.id, n, &entry, barred)?;
        let here = said.map(|said| match said {
            Spoken::Vote { proxy: true, .. } => Here::Proxy,
            Spoken::Vote { .. } | Spoken::Barred => Here::Present,
        });
        lines.push(Line::of(&entry, barred.is_some(), here));
        if let Some(Spoken::Vote { choice, .. }) = said {
            let ballot = Ballot { choice: choice.clone(), votes: entry.votes, entitlement: Some(unit), person: None };
            ballots::insert_ballot(tx, random()?, vote.id, &ballot)?;
            rolls::take_unit(tx, unit, 1)?;
        }
    }
    let mut there = Attendance {
        duly_invited: result.duly_invited,
        second_summons: result.second_summons,
        doubted: result.doubted,
        ..roll::attendance(&rules.rules, &voters, &lines)
    };
    let remote = result.remote.min(there.present);
    (there.remote, there.present) = (remote, there.present - remote);
    let (listed, cast) = (rolls::list_roll(tx, vote.id)?, ballots::list_ballots(tx, vote.id)?);
    let mut counted = close::counted(&listed, &cast, Casting::First, rules.rules.bars.out_of_base.value);
    let chair = close::chair(&voters, &rolls::list_seats(tx, vote.id)?, &cast, Casting::First);
    counted.present = there.present + there.remote + there.proxies - there.barred;
    tx.emit(event("vote.entered", &vote, by.person));
    let result = SittingResult { day: result.day, attendance: there, counted, chair };
    ended(tx, &vote, &rules, subject, &result)
}

/// That nobody who alone speaks for two units voted for both herself.
fn once_each(rules: &RuleVersion, roll: &[Entry], voters: &[Voter], result: &NamedResult) -> Result<()> {
    let voted = |seat: Id<Seat>| {
        let own = |(at, said): &(Id<Seat>, Spoken)| *at == seat && matches!(said, Spoken::Vote { proxy: false, .. });
        result.spoken.iter().any(own)
    };
    let mut seen = BTreeSet::new();
    for entry in roll {
        let Some(seat) = entry.seats.iter().find(|seat| voted(**seat)) else { continue };
        let of = voters.iter().find(|v| v.seat == *seat);
        let Some([person]) = of.map(|v| v.may_cast.as_slice()) else { continue };
        if !seen.insert(*person) {
            let (number, clause) = (of.map_or(0, |v| v.number), &rules.rules.votes.several.clause.number);
            return Err(Error::Rule(Reason::new(
                format!(
                    "Sitz {number} und ein anderer haben dieselbe Person. Nach {clause} gibt niemand mehr als eine Stimme ab."
                ),
                format!(
                    "Seat {number} and another one have the same person. By {clause} nobody casts more than one vote."
                ),
            )));
        }
    }
    Ok(())
}

/// The vote to be entered, checked against the rules of its day.
fn begun(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewVote, day: Day) -> Result<(Vote, RuleVersion, Subject)> {
    let body = networks::find_body(tx, by, body)?;
    rights::require(by, Kind::Decision, Action::Edit, &body.scope())?;
    if day > tx.today() || day < tx.today().plus_months(-12 * 2) {
        return Err(Error::field(
            "day",
            Reason::new(
                "Bitte nennen Sie den Tag der Sitzung, höchstens zwei Jahre zurück.",
                "Please give the day of the sitting, two years back at most.",
            ),
        ));
    }
    rules_for(tx, &body, Method::Sitting)?;
    let rules = crate::store::rules::rules_of(tx, &body, day)?.ok_or_else(|| {
        Error::field("day", Reason::new("An diesem Tag galten hier keine Regeln.", "No rules held here on that day."))
    })?;
    let Some(subject) = new.matter.subject() else { return Err(Error::internal("an election is no motion")) };
    let mut vote = made(tx, by, &body, &rules, &NewVote { method: Method::Sitting, ..new.clone() });
    checked(&mut vote, &body, &rules.rules, tx.now())?;
    vote.sitting = Some(day);
    Ok((vote, rules, subject))
}

/// What the rules say of it.
fn ended(tx: &Tx<'_>, vote: &Vote, rules: &RuleVersion, subject: Subject, result: &SittingResult) -> Result<Id<Vote>> {
    let counts = result.counted.counts(result.chair);
    let quorum = quorum::judge(&rules.rules.quorum, &rules.rules.bars, &result.attendance);
    let majority = majority::judge(rules.rules.votes.majority(subject), &counts);
    close::settle(tx, vote, VoteState::Decided, Some(result.counted), &close::reasons(majority, quorum))?;
    Ok(vote.id)
}
