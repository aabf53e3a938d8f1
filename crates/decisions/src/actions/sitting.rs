//! A vote as it was taken in a sitting, entered with its numbers.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use rights::{Action, Kind};

use super::{
    close, event,
    prepare::{made, rules_for, settle as checked},
};
use crate::{
    Method, NewVote, SittingResult, Vote, VoteState,
    rules::{majority, quorum},
    store::votes,
};

/// Enters a vote taken in a sitting: who was there, what was counted. The rules of that day say whether it is adopted.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `day`, `yes`, `title`, `grade`; [`Error::Rule`] when the body has
/// no rules, or the numbers cannot be.
pub fn record_sitting(
    tx: &Tx<'_>,
    by: &Actor,
    body: Id<networks::Body>,
    new: &NewVote,
    result: &SittingResult,
) -> Result<Id<Vote>> {
    let body = networks::find_body(tx, by, body)?;
    rights::require(by, Kind::Decision, Action::Edit, &body.scope())?;
    if result.day > tx.today() || result.day < tx.today().plus_months(-12 * 2) {
        return Err(Error::field(
            "day",
            Reason::new(
                "Bitte nennen Sie den Tag der Sitzung, höchstens zwei Jahre zurück.",
                "Please give the day of the sitting, two years back at most.",
            ),
        ));
    }
    rules_for(tx, &body, Method::Sitting)?;
    let rules = crate::store::rules::rules_of(tx, &body, result.day)?.ok_or_else(|| {
        Error::field("day", Reason::new("An diesem Tag galten hier keine Regeln.", "No rules held here on that day."))
    })?;
    let Some(subject) = new.matter.subject() else { return Err(Error::internal("an election is no motion")) };
    let mut vote = made(tx, by, &body, &rules, &NewVote { method: Method::Sitting, ..new.clone() });
    checked(&mut vote, &body, &rules.rules, tx.now())?;
    vote.sitting = Some(result.day);
    let counts = result.counted.counts(result.attendance.members, result.chair);
    majority::fits(&counts).map_err(|reason| Error::field("yes", reason))?;
    votes::insert_vote(tx, &vote)?;
    tx.emit(event("vote.entered", &vote, by.person));
    let quorum = quorum::judge(&rules.rules.quorum, &rules.rules.bars, &result.attendance);
    let majority = majority::judge(rules.rules.votes.majority(subject), &counts);
    let verdicts = if quorum.holds { vec![majority, quorum] } else { vec![quorum, majority] };
    close::settle(tx, &vote, VoteState::Decided, Some(result.counted), &verdicts)?;
    Ok(vote.id)
}
