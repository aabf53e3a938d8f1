//! What the election board does: closing early, envelopes, the sum from paper, and the count; two sign each.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use people::Person;

use super::{
    super::{body_of, cast::receipt, close, event, prepare::on_board, random, refused},
    count, tell,
};
use crate::{
    BoardMember, Entitlement, Mark, Method, PaperSum, Vote, VoteKind, VoteState, Way,
    rules::election as rule,
    store::{
        boards::{self, Signature},
        rolls, rules as versions, votes,
    },
};

/// How many of a board sign.
pub const TWO: usize = 2;

impl Vote {
    /// Whether the board enters a sum that was counted by hand.
    #[must_use]
    pub const fn needs_sum(&self) -> bool {
        self.method.has_paper() || matches!(self.method, Method::Sitting)
    }
}

/// An election the actor is on the board of.
fn boarded(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<(Vote, Id<Person>)> {
    let vote = votes::find_vote(tx, by, id)?;
    let person = on_board(tx, by, id)?;
    if vote.kind != VoteKind::Election {
        return Err(Error::NotFound);
    }
    Ok((vote, person))
}

/// Signs, and tells whether enough have.
fn signed(tx: &Tx<'_>, id: Id<Vote>, person: Id<Person>, what: Signature) -> Result<bool> {
    match boards::save_signature(tx, id, person, what) {
        Err(Error::Stale) => Err(refused(
            "Sie haben schon unterschrieben. Es fehlt eine zweite Person des Wahlvorstands.",
            "You have signed already. A second person of the election board is needed.",
        )),
        Err(other) => Err(other),
        Ok(()) => {
            let of = |m: &BoardMember| match what {
                Signature::Release => m.released_at,
                Signature::Close => m.closed_at,
                Signature::Count => m.counted_at,
                Signature::Paper => m.paper_at,
            };
            Ok(boards::list_board(tx, id)?.iter().filter(|m| of(m).is_some()).count() >= TWO)
        }
    }
}

/// The others of the board hear that a second signature is needed.
fn ask_others(tx: &Tx<'_>, vote: &Vote, me: Id<Person>, base: &str) -> Result<()> {
    let body = body_of(tx, vote)?;
    let others: Vec<Id<Person>> =
        boards::list_board(tx, vote.id)?.iter().map(|m| m.person).filter(|p| *p != me).collect();
    tell::board(tx, vote, &body, &others, base)
}

/// Signs that an open election closes now; the second signature closes it. `true` when it is closed.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not on the board; [`Error::Rule`] when it is not open, or she signed before.
pub fn close_together(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, base: &str) -> Result<bool> {
    let (vote, me) = boarded(tx, by, id)?;
    if vote.state != VoteState::Open {
        return Err(refused("Die Wahl ist nicht offen.", "The election is not open."));
    }
    let enough = signed(tx, id, me, Signature::Close)?;
    tx.emit(event("vote.close_signed", &vote, by.person));
    if enough {
        votes::save_end(tx, id, tx.now())?;
        close::close(tx, &vote)?;
    } else {
        ask_others(tx, &vote, me, base)?;
    }
    Ok(enough)
}

/// Notes that a unit's envelope arrived: it cannot vote here any more.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Rule`] when it has voted, or no envelopes are taken.
pub fn mark_envelope(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, unit: Id<Entitlement>) -> Result<()> {
    let (vote, _) = boarded(tx, by, id)?;
    if !vote.method.has_paper() || !matches!(vote.state, VoteState::Open | VoteState::Closed) {
        return Err(refused("Hier werden keine Umschläge vermerkt.", "No envelopes are noted here."));
    }
    if !rolls::list_roll(tx, id)?.iter().any(|e| e.id == unit) {
        return Err(Error::NotFound);
    }
    if !rolls::take_unit(tx, unit, 1)? {
        return Err(refused(
            "Für diesen Platz im Verzeichnis ist die Stimme schon abgegeben. Der Umschlag bleibt ungeöffnet.",
            "The vote of this entry is cast already. The envelope stays closed.",
        ));
    }
    let mark = Mark { entitlement: unit, person: None, way: Way::Post, at: None, receipt: receipt()? };
    rolls::insert_mark(tx, random()?, id, &mark)?;
    rearrange(tx, &vote)?;
    tx.emit(event("vote.envelope", &vote, by.person));
    Ok(())
}

/// Takes such a note back: it was a mistake.
///
/// # Errors
/// [`Error::NotFound`] where no envelope is noted; [`Error::Rule`] once the result stands.
pub fn take_back_envelope(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, unit: Id<Entitlement>) -> Result<()> {
    let (vote, _) = boarded(tx, by, id)?;
    if !matches!(vote.state, VoteState::Open | VoteState::Closed) {
        return Err(refused("Das Ergebnis steht fest.", "The result stands."));
    }
    let noted = rolls::list_marks(tx, id)?.iter().any(|m| m.entitlement == unit && m.way == Way::Post);
    if !noted {
        return Err(Error::NotFound);
    }
    rolls::delete_envelope(tx, unit)?;
    rolls::give_back_unit(tx, unit)?;
    rearrange(tx, &vote)?;
    tx.emit(event("vote.envelope", &vote, by.person));
    Ok(())
}

/// What was signed about paper is void when the envelopes changed after it.
fn rearrange(tx: &Tx<'_>, vote: &Vote) -> Result<()> {
    if vote.state == VoteState::Closed { boards::clear_paper_signatures(tx, vote.id) } else { Ok(()) }
}

/// Enters the sum of the ballots on paper, and signs it; what was signed before is void.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `valid` when the numbers cannot be; [`Error::Rule`] while it is not closed.
pub fn enter_paper(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, sum: &PaperSum, base: &str) -> Result<()> {
    let (vote, me) = boarded(tx, by, id)?;
    if vote.state != VoteState::Closed || !vote.needs_sum() {
        return Err(refused(
            "Die Summe wird eingetragen, wenn die Wahl geschlossen ist.",
            "The sum is entered when the election is closed.",
        ));
    }
    let bad = |reason: Reason| Error::field("valid", reason);
    if vote.method.has_paper() {
        let envelopes = rolls::list_marks(tx, id)?.iter().filter(|m| m.way == Way::Post).count() as u64;
        if sum.ballots() > envelopes {
            return Err(bad(Reason::new(
                format!("Es sind mehr Stimmzettel als vermerkte Umschläge: {} statt {envelopes}.", sum.ballots()),
                format!("There are more ballots than noted envelopes: {} instead of {envelopes}.", sum.ballots()),
            )));
        }
    }
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let poll = count::poll_of(tx, &vote, &rules, Vec::new(), vec![sum.sum()])?;
    rule::count(&rules.elections, &poll).map_err(bad)?;
    votes::save_paper(tx, id, &serde_json::to_string(sum).map_err(Error::internal)?)?;
    boards::clear_paper_signatures(tx, id)?;
    signed(tx, id, me, Signature::Paper)?;
    tx.emit(event("vote.paper", &vote, by.person));
    ask_others(tx, &vote, me, base)
}

/// Signs the sum another one entered.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Rule`] where nothing is entered, or she signed before.
pub fn sign_paper(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<()> {
    let (vote, me) = boarded(tx, by, id)?;
    if vote.state != VoteState::Closed || vote.paper.is_none() {
        return Err(refused("Es ist noch keine Summe eingetragen.", "No sum is entered yet."));
    }
    signed(tx, id, me, Signature::Paper)?;
    tx.emit(event("vote.paper", &vote, by.person));
    Ok(())
}

/// Signs the count; the second signature counts and the result stands. `true` when it does.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Rule`] while it is not closed, the sum from paper lacks a signature, or numbers cannot be.
pub fn sign_count(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, base: &str) -> Result<bool> {
    let (vote, me) = boarded(tx, by, id)?;
    if vote.state != VoteState::Closed {
        return Err(refused("Ausgezählt wird, wenn die Wahl geschlossen ist.", "Votes are counted when it is closed."));
    }
    let paper = boards::list_board(tx, id)?.iter().filter(|m| m.paper_at.is_some()).count();
    if vote.needs_sum() && (vote.paper.is_none() || paper < TWO) {
        return Err(refused(
            "Zuerst unterschreiben zwei Personen die Summe der Stimmzettel auf Papier.",
            "First two persons sign the sum of the ballots on paper.",
        ));
    }
    let enough = signed(tx, id, me, Signature::Count)?;
    tx.emit(event("vote.count_signed", &vote, by.person));
    if enough {
        count::settle(tx, &vote, base)?;
    } else {
        ask_others(tx, &vote, me, base)?;
    }
    Ok(enough)
}
