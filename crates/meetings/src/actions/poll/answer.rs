//! Answering: for every day, on the page or by the link of a letter.

use db::{Conn, Tx};
use kernel::{Error, Event, Id, Reason, Result, Subject};

use super::{
    closed,
    letters::{Asker, Asks, hash},
};
use crate::{
    Choice, Poll, PollDate, PollState, Voter, Way,
    actions::rule,
    rules::{Outcome, counts, is_late},
    store::polls,
};

/// Whoever a letter's link belongs to, with the poll; `None` where there is nobody.
///
/// # Errors
/// When the database cannot be read.
pub fn find_voter(conn: &Conn, token: &str) -> Result<Option<(Voter, Poll)>> {
    let Some(voter) = polls::find_voter_by_token(conn, &hash(token))? else { return Ok(None) };
    let poll = polls::find_any_poll(conn, voter.poll)?;
    Ok(Some((voter, poll)))
}

/// Takes an answer in place of the one before. After its day it is taken and marked as late, until a day is settled. Two
/// answers by link that contradict each other within a minute count as none, and the person is asked.
///
/// Whether it is hers was asked before: by her session, or by the secret of her letter.
///
/// # Errors
/// [`Error::Rule`] when the poll is over or she is no longer asked; [`Error::Form`] on `dates` where a day has no answer.
pub fn answer_poll(
    tx: &Tx<'_>,
    (voter, poll): (&Voter, &Poll),
    picks: &[(Id<PollDate>, Choice)],
    way: Way,
    base: &str,
) -> Result<Outcome> {
    if poll.state != PollState::Open {
        return closed();
    }
    if !voter.stands() {
        return rule("Diese Frage gilt Ihnen nicht mehr.", "This question no longer concerns you.");
    }
    let dates = polls::list_dates(tx, poll.id)?;
    let answered = |date: &PollDate| picks.iter().filter(|(id, _)| *id == date.id).count() == 1;
    if picks.len() != dates.len() || !dates.iter().all(answered) {
        return Err(Error::field(
            "dates",
            Reason::new("Bitte antworten Sie zu jedem Termin.", "Please answer for every date."),
        ));
    }
    let before = polls::list_own_picks(tx, voter.id)?;
    // Whoever answered is nobody's news.
    let event = |verb| Event::new(verb, Subject::new("poll", poll.id.raw())).by(voter.person.map(Id::raw));
    if !counts((&before, voter.answered_at, voter.way), voter.contested_at, (picks, way), tx.now()) {
        polls::save_contested(tx, voter.id)?;
        // Once: programs that send everything send it again and again.
        if voter.contested_at.is_none() {
            let body = networks::body_for_program(tx, poll.body)?;
            Asker { tx, poll, body: &body, dates: &dates, base }.write(voter, Asks::Contested)?;
        }
        tx.emit(event("poll.contested"));
        return Ok(Outcome::Contested);
    }
    polls::save_picks(tx, voter, picks, way, is_late(Some(poll.answer_until), tx.today()))?;
    tx.emit(event("poll.answered"));
    Ok(Outcome::Counts)
}
