//! Standing: who is put forward, what she answers, and the ballot as it is frozen.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use networks::{Body, Names};
use people::Person;

use super::{
    super::{
        body_of, event,
        prepare::{may_lead, on_board},
        refused,
    },
    eligible::may_stand_by,
    tell,
};
use crate::{
    Candidate, CandidateState, Consent, Method, RuleVersion, Vote, VoteKind, VoteState,
    rules::{BallotKind, RuleSet},
    store::{candidates, election_seats, rules as versions, votes},
};

/// The longest statement of a candidate, in characters.
pub const STATEMENT: usize = 500;

fn election(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<(Vote, RuleVersion)> {
    let vote = votes::find_vote(tx, by, id)?;
    // Whoever was put forward while it is prepared was written to, and answers.
    let asked = || -> Result<bool> {
        let me = by.person.map(Id::<Person>::new);
        Ok(candidates::list_candidates(tx, id)?.iter().any(|c| Some(c.person) == me))
    };
    let known = vote.state != VoteState::Draft || may_lead(by, &vote) || asked()?;
    if vote.kind != VoteKind::Election || !known {
        return Err(Error::NotFound);
    }
    let rules = versions::find_rules(tx, vote.rules)?;
    Ok((vote, rules))
}

/// Puts somebody forward; herself stands at once, anybody else is asked.
///
/// # Errors
/// [`Error::NotFound`] for an election or a person she may not see; [`Error::Denied`] for who has no vote and does not
/// lead it; [`Error::Form`] on `person`, `list`; [`Error::Rule`] when it is too late.
pub fn nominate(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Vote>,
    person: Id<Person>,
    list: Option<&str>,
    base: &str,
) -> Result<Id<Candidate>> {
    let (vote, rules) = election(tx, by, id)?;
    let body = body_of(tx, &vote)?;
    let me = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    let leads = may_lead(by, &vote);
    let votes = networks::voters(tx, &body, tx.today())?.iter().any(|v| v.may_cast.contains(&me));
    if !leads && !votes {
        return Err(Error::Denied(Some(Reason::new(
            "Vorschlagen kann, wer hier eine Stimme hat.",
            "Whoever has a vote here can put somebody forward.",
        ))));
    }
    if !matches!(vote.state, VoteState::Draft | VoteState::Announced) || vote.previous.is_some() {
        return Err(refused("Der Stimmzettel steht fest.", "The ballot is settled."));
    }
    let late = vote.nominations_until.is_some_and(|end| end <= tx.now());
    if late && !(leads && rules.rules.elections.from_floor.value) {
        return Err(refused("Die Frist für Vorschläge ist vorbei.", "The time for nominations is over."));
    }
    known(tx, by, person)?;
    let new = enter(tx, by, (&vote, &body, &rules.rules), person, list, (me, person == me))?;
    if person != me {
        tell::nominated(tx, &vote, &body, person, base)?;
    }
    Ok(new.id)
}

/// Only whose name she sees can be put forward: nobody is found by trying numbers.
pub(super) fn known(tx: &Tx<'_>, by: &Actor, person: Id<Person>) -> Result<()> {
    let names = Names::load_with_places(tx, by, [person])?;
    names.anywhere(person).map(drop).ok_or(Error::NotFound)
}

/// Enters a candidature, answered or not.
///
/// # Errors
/// [`Error::Form`] on `person`, `list`.
pub(super) fn enter(
    tx: &Tx<'_>,
    by: &Actor,
    (vote, body, rules): (&Vote, &Body, &RuleSet),
    person: Id<Person>,
    list: Option<&str>,
    (me, stands): (Id<Person>, bool),
) -> Result<Candidate> {
    let lists = vote.paper_kind == Some(BallotKind::List);
    let list = list.map(str::trim).filter(|l| !l.is_empty() && lists);
    if lists && list.is_none() {
        return Err(Error::field("list", Reason::new("Bitte nennen Sie die Liste.", "Please name the list.")));
    }
    let seats = election_seats::list_vote_seats(tx, vote.id)?;
    let standing = may_stand_by(tx, (vote, body, rules), &seats, person, (Some(me), Some(by)))?
        .map_err(|reason| Error::field("person", reason))?;
    let there = candidates::list_candidates(tx, vote.id)?;
    if there.iter().any(|c| c.person == person) {
        return Err(Error::field(
            "person",
            Reason::new("Diese Person ist schon vorgeschlagen.", "This person is put forward already."),
        ));
    }
    let new = Candidate {
        id: tx.id(),
        vote: vote.id,
        number: there.iter().map(|c| c.number).max().unwrap_or(0) + 1,
        person,
        post: standing.post,
        organisation: standing.organisation,
        territory: standing.territory,
        list: list.map(str::to_owned),
        statement: String::new(),
        by: Some(me),
        state: if stands { CandidateState::Standing } else { CandidateState::Nominated },
        votes: None,
        rank: None,
        seat: None,
        occupancy: None,
        answered_at: stands.then(|| tx.now()),
        entered: None,
    };
    candidates::insert_candidate(tx, &new)?;
    tx.emit(event("candidate.nominated", vote, Some(me.raw())));
    Ok(new)
}

fn own(tx: &Tx<'_>, by: &Actor, vote: &Vote) -> Result<Candidate> {
    let me = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    candidates::list_candidates(tx, vote.id)?.into_iter().find(|c| c.person == me).ok_or(Error::NotFound)
}

/// She answers whether she stands, and says something about herself.
///
/// # Errors
/// [`Error::NotFound`] for who was not put forward; [`Error::Form`] on `statement`; [`Error::Rule`] once the ballot is
/// settled or she declined.
pub fn answer_nomination(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, stands: bool, statement: &str) -> Result<()> {
    let (vote, _) = election(tx, by, id)?;
    let mine = own(tx, by, &vote)?;
    if !matches!(vote.state, VoteState::Draft | VoteState::Announced) {
        return Err(refused("Der Stimmzettel steht fest.", "The ballot is settled."));
    }
    // What others entered for her she can put right.
    let entered = mine.state == CandidateState::Declined && mine.entered.is_some();
    if !entered && !matches!(mine.state, CandidateState::Nominated | CandidateState::Standing) {
        return Err(refused("Das haben Sie schon beantwortet.", "You have answered this already."));
    }
    if statement.chars().count() > STATEMENT {
        return Err(Error::field(
            "statement",
            Reason::new("Bitte kürzen Sie auf 500 Zeichen.", "Please shorten this to 500 characters."),
        ));
    }
    let state = if stands { CandidateState::Standing } else { CandidateState::Declined };
    candidates::save_answer(tx, &mine, state, if stands { statement } else { "" })?;
    tx.emit(event(if stands { "candidate.stands" } else { "candidate.declined" }, &vote, by.person));
    Ok(())
}

/// Somebody who runs the election enters what a person put forward said by word of mouth or in writing: she may have no
/// access here, or not look. Who entered it stays beside it, and she is written to.
///
/// # Errors
/// [`Error::NotFound`] for whoever neither leads it nor is on its board; [`Error::Rule`] once the ballot is settled or she
/// answered.
pub fn record_nomination(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Vote>,
    candidate: Id<Candidate>,
    stands: bool,
    how: Consent,
    base: &str,
) -> Result<()> {
    let vote = votes::find_vote(tx, by, id)?;
    let me = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    if vote.kind != VoteKind::Election {
        return Err(Error::NotFound);
    }
    if !may_lead(by, &vote) {
        on_board(tx, by, id)?;
    }
    let all = candidates::list_candidates(tx, id)?;
    let it = all.into_iter().find(|c| c.id == candidate).ok_or(Error::NotFound)?;
    if !matches!(vote.state, VoteState::Draft | VoteState::Announced) {
        return Err(refused("Der Stimmzettel steht fest.", "The ballot is settled."));
    }
    if it.state != CandidateState::Nominated {
        return Err(refused("Die Person hat schon geantwortet.", "This person has answered already."));
    }
    let state = if stands { CandidateState::Standing } else { CandidateState::Declined };
    candidates::save_entered(tx, it.id, state, (me, how))?;
    tx.emit(event(if stands { "candidate.stands" } else { "candidate.declined" }, &vote, by.person));
    let body = body_of(tx, &vote)?;
    tell::entered(tx, &vote, &body, it.person, stands, base)
}

/// She stands no more, as long as the ballot is not settled.
///
/// # Errors
/// As [`answer_nomination`].
pub fn withdraw_candidature(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<()> {
    let (vote, _) = election(tx, by, id)?;
    let mine = own(tx, by, &vote)?;
    if !matches!(vote.state, VoteState::Draft | VoteState::Announced) {
        return Err(refused(
            "Der Stimmzettel steht fest. Sie können die Wahl später ablehnen.",
            "The ballot is settled. You can refuse the election later.",
        ));
    }
    if mine.state != CandidateState::Standing {
        return Err(refused("Sie kandidieren nicht.", "You do not stand."));
    }
    candidates::save_answer(tx, &mine, CandidateState::Withdrawn, "")?;
    tx.emit(event("candidate.withdrawn", &vote, by.person));
    Ok(())
}

/// Notes what was decided about territories nobody stands in: their places stay open, or are filled from elsewhere.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `decision`; [`Error::Rule`] once it is open.
pub fn note_imbalance(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, elsewhere: bool, decision: &str) -> Result<()> {
    let (vote, ..) = super::super::led(tx, by, id)?;
    if vote.kind != VoteKind::Election || !matches!(vote.state, VoteState::Draft | VoteState::Announced) {
        return Err(refused("Das wird geklärt, bevor es beginnt.", "This is settled before it begins."));
    }
    let decision = decision.trim();
    if decision.is_empty() || decision.chars().count() > 300 {
        return Err(Error::field(
            "decision",
            Reason::new("Bitte nennen Sie, wer das wann beschlossen hat.", "Please say who decided this, and when."),
        ));
    }
    candidates::save_waiver(tx, id, &format!("{} {decision}", if elsewhere { "elsewhere" } else { "open" }))?;
    tx.emit(event("vote.changed", &vote, by.person));
    Ok(())
}

/// Settles the ballot of an election that opens: those who stand and may, in the order of the alphabet (lists by name);
/// whoever has not answered is not on it. In a further round the numbers stay.
///
/// # Errors
/// [`Error::Rule`] when nobody stands.
pub fn freeze(tx: &Tx<'_>, vote: &Vote) -> Result<()> {
    let body = body_of(tx, vote)?;
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let seats = election_seats::list_vote_seats(tx, vote.id)?;
    let mut all = candidates::list_candidates(tx, vote.id)?;
    for it in &mut all {
        it.state = match it.state {
            CandidateState::Nominated => CandidateState::Declined,
            CandidateState::Standing => {
                let may = may_stand_by(tx, (vote, &body, &rules), &seats, it.person, (it.by, None))?;
                if may.is_ok() { CandidateState::Standing } else { CandidateState::Withdrawn }
            }
            other => other,
        };
    }
    let stand: Vec<Candidate> = all.iter().filter(|c| c.state == CandidateState::Standing).cloned().collect();
    // In a sitting whose rules allow it, those who stand may be named there.
    let floor = vote.method == Method::Sitting && rules.elections.from_floor.value;
    if stand.is_empty() && !floor {
        return Err(refused("Niemand kandidiert.", "Nobody stands."));
    }
    let mut order: Vec<(u8, String, String, Candidate)> = Vec::with_capacity(all.len());
    for it in all {
        let name = people::find_person(tx, it.person)?.name();
        let last = u8::from(it.state != CandidateState::Standing);
        let list = it.list.as_deref().map(i18n::fold).unwrap_or_default();
        order.push((last, list, i18n::fold(&format!("{} {}", name.family, name.given)), it));
    }
    if vote.previous.is_none() {
        order.sort_by(|a, b| (a.0, &a.1, &a.2, a.3.id).cmp(&(b.0, &b.1, &b.2, b.3.id)));
    } else {
        order.sort_by_key(|it| it.3.number);
    }
    candidates::free_numbers(tx, vote.id)?;
    for (number, (.., it)) in (1..).zip(order) {
        let number = if vote.previous.is_none() { number } else { it.number };
        candidates::save_number(tx, it.id, number, it.state)?;
    }
    Ok(())
}
