//! Opening: the roll is frozen, with the reason for each, and those who may vote are written to.

use db::Tx;
use kernel::{Error, Id, Reason, Result};
use networks::{Body, Voter};

use super::{body_of, event, refused};
use crate::{
    Grade, Vote, VoteKind, VoteState, letters, roll,
    rules::{RuleSet, secret},
    store::{boards, rolls, rules as versions, votes},
};

/// Whether a vote could be opened with the seats of today.
///
/// # Errors
/// [`Error::Rule`] when nobody has a vote, or it may not be covert.
pub fn may_open(tx: &Tx<'_>, vote: &Vote, body: &Body, rules: &RuleSet) -> Result<()> {
    let voters = networks::voters(tx, body, tx.today())?;
    let bars = rolls::list_bars(tx, vote.id)?;
    let entries = entries(rules, &voters, &bars);
    fits(vote, rules, &entries).map_err(Error::Rule)
}

type Barred = Vec<(roll::Entry, Option<String>)>;

fn entries(rules: &RuleSet, voters: &[Voter], bars: &[(Id<networks::Seat>, String)]) -> Barred {
    let made = roll::made(rules.votes.unit.value, voters);
    let bar =
        |entry: &roll::Entry| bars.iter().find(|(seat, _)| entry.seats.contains(seat)).map(|(_, why)| why.clone());
    made.into_iter().map(|entry| (bar(&entry), entry)).map(|(bar, entry)| (entry, bar)).collect()
}

fn fits(vote: &Vote, rules: &RuleSet, entries: &Barred) -> Result<(), Reason> {
    let free: Vec<&roll::Entry> = entries.iter().filter(|(_, bar)| bar.is_none()).map(|(entry, _)| entry).collect();
    if free.is_empty() {
        return Err(Reason::new("Niemand hat hier heute eine Stimme.", "Nobody has a vote here today."));
    }
    if vote.grade == Grade::Covert {
        let equal = free.windows(2).all(|two| two[0].votes == two[1].votes) && free[0].votes == 1;
        let verdict = secret::may_be_covert(&rules.votes.secret.clause, free.len() as u64, equal);
        if !verdict.holds {
            return Err(Reason::new(verdict.de, verdict.en));
        }
    }
    Ok(())
}

/// Opens an announced vote. A second time changes nothing; one that cannot be opened is given up with the reason.
///
/// # Errors
/// When the database refuses.
pub fn open(tx: &Tx<'_>, id: Id<Vote>, base: &str) -> Result<()> {
    let vote = votes::find_any_vote(tx, id)?;
    if vote.state != VoteState::Announced {
        tx.silent("it was opened or given up before");
        return Ok(());
    }
    let body = body_of(tx, &vote)?;
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let today = tx.today();
    let voters = networks::voters(tx, &body, today)?;
    let bars = rolls::list_bars(tx, id)?;
    let entries = entries(&rules, &voters, &bars);
    if let Err(reason) = fits(&vote, &rules, &entries) {
        return given_up(tx, &vote, &body, &reason, base);
    }
    if vote.kind == VoteKind::Election {
        match super::election::freeze(tx, &vote) {
            Err(Error::Rule(reason)) => return given_up(tx, &vote, &body, &reason, base),
            other => other?,
        }
    }
    // The roll is that of this day, however late the worker came.
    if !votes::begin(tx, id)? {
        return Err(Error::Stale);
    }
    for (n, (entry, bar)) in (1..).zip(&entries) {
        rolls::insert_entitlement(tx, id, n, entry, bar.as_deref())?;
    }
    let end = vote.closes_at.ok_or_else(|| refused("Es fehlt ein Ende.", "There is no end."))?;
    let payload = format!("{id} {base}");
    tx.enqueue("decisions.close", &payload, end, Some(&format!("vote close {id}")))?;
    if let Some(at) = reminder(&vote, &rules, tx.now(), end).filter(|_| vote.method.is_cast_here()) {
        tx.enqueue("decisions.remind", &payload, at, Some(&format!("vote remind {id}")))?;
    }
    let free = |seat: &Voter| !bars.iter().any(|(barred, _)| *barred == seat.seat);
    let persons: Vec<_> = voters.iter().filter(|v| free(v)).flat_map(|v| v.may_cast.iter().copied()).collect();
    // Ballots of a sitting are handed out there, those of a postal vote come by post.
    if vote.method.is_cast_here() {
        letters::opened(tx, &vote, &body, persons, base)?;
    }
    tx.emit(event("vote.opened", &vote, None));
    Ok(())
}

/// Gives up a vote that cannot be opened, and tells whoever prepared it and its board.
fn given_up(tx: &Tx<'_>, vote: &Vote, body: &Body, reason: &Reason, base: &str) -> Result<()> {
    votes::save_void(tx, vote.id, reason)?;
    tx.emit(event("vote.void", vote, None));
    let board = boards::list_board(tx, vote.id)?;
    let persons = board.iter().map(|m| m.person).chain(vote.by).collect();
    letters::given_up(tx, vote, body, persons, reason, base)
}

/// When those who have not voted are reminded: as the rules of circular procedures say, otherwise when a quarter of the time
/// is left and that is at least a day.
fn reminder(vote: &Vote, rules: &RuleSet, now: kernel::Moment, end: kernel::Moment) -> Option<kernel::Moment> {
    if vote.method == crate::Method::Circular {
        let at = crate::rules::circular::dates(&rules.circular, now.day()).reminder?.at(7, 0);
        return Some(at).filter(|at| *at > now && *at < end);
    }
    let left = end.seconds_since(now) / 4;
    (left >= 86_400).then(|| end.plus_seconds(-left))
}
