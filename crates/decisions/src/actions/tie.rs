//! The chair's vote where a vote is tied, the rules let it decide, and nobody can see how she voted: she says it aloud.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Result};
use networks::Body;

use super::{body_of, close, event, refused};
use crate::{
    Method, Vote, VoteKind, VoteState,
    rules::{Verdict, majority},
    store::{rules as versions, votes},
};

/// The verdicts of a vote that waits for the chair's vote, the majority first; `None` where it does not wait.
fn waiting(vote: &Vote) -> Result<Option<Vec<Verdict>>> {
    let decided = vote.kind == VoteKind::Motion && vote.state == VoteState::Decided && vote.method != Method::Circular;
    let Some(said) = vote.outcome.as_ref().filter(|_| decided && vote.holds == Some(false)) else { return Ok(None) };
    let verdicts: Vec<Verdict> = serde_json::from_str(said).map_err(Error::internal)?;
    // Without a quorum there is no majority to speak of.
    Ok(verdicts.first().is_some_and(majority::waits_for_chair).then_some(verdicts))
}

/// Whether the actor is the chair whose vote a tied vote waits for.
///
/// # Errors
/// When the database cannot be read.
pub fn may_break_tie(conn: &Conn, by: &Actor, vote: &Vote, body: &Body) -> Result<bool> {
    Ok(waiting(vote)?.is_some() && presides(conn, by, body)?)
}

fn presides(conn: &Conn, by: &Actor, body: &Body) -> Result<bool> {
    let voters = networks::voters(conn, body, conn.today())?;
    let chairs: Vec<_> = close::chair_seats(&voters).collect();
    let casts = |v: &networks::Voter| v.may_cast.iter().any(|p| Some(p.raw()) == by.person);
    Ok(voters.iter().any(|v| chairs.contains(&v.seat) && casts(v)))
}

/// The chair says how she votes, and that decides.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for the chair; [`Error::Rule`] where nothing waits for her.
pub fn break_tie(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, yes: bool) -> Result<()> {
    let vote = votes::find_vote(tx, by, id)?;
    let body = body_of(tx, &vote)?;
    if !presides(tx, by, &body)? {
        return Err(Error::Denied(None));
    }
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let (Some(mut verdicts), Some(sum), Some(subject)) = (waiting(&vote)?, &vote.counted, vote.matter.subject()) else {
        return Err(refused("Hier wartet nichts auf Ihre Stimme.", "Nothing waits for your vote here."));
    };
    verdicts[0] = majority::judge(rules.votes.majority(subject), &sum.counts(Some(yes)));
    votes::save_tie(tx, id, &close::outcome(VoteState::Decided, Some(sum), &verdicts)?)?;
    tx.emit(event("vote.tie_decided", &vote, by.person));
    if verdicts.iter().all(|v| v.holds) { super::adopted(tx, id) } else { Ok(()) }
}
