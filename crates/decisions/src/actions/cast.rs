//! Casting a vote.

use std::fmt::Write as _;

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};

use super::{
    body_of, close, event, mix, random, refused,
    standing::{Unit, standing},
};
use crate::{
    Ballot, Choice, Entitlement, Grade, Mark, Method, Receipt, RuleVersion, Vote, VoteKind, VoteState, Way,
    rules::{Casting as Casts, Consent, RuleSet},
    store::{
        ballots,
        proxies::{Objection, insert_objection},
        rolls, rules as versions, votes,
    },
};

/// What somebody casts, and for which unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Casting {
    /// The unit.
    pub unit: Id<Entitlement>,
    /// The choice.
    pub choice: Choice,
}

/// Casts a vote. Sending the same again gives the same receipt and counts once; nothing is changed afterwards.
///
/// # Errors
/// [`Error::NotFound`] for a vote she may not see or a unit she may not vote for; [`Error::Denied`] when only a shared
/// mailbox says who she is; [`Error::Form`] on `choice` when it fits no ballot; [`Error::Rule`] when it is closed, the unit is
/// barred or somebody else of it voted.
pub fn cast(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, casting: &Casting) -> Result<Receipt> {
    let vote = votes::find_vote(tx, by, id)?;
    let unit = unit_of(tx, by, &vote, casting.unit)?;
    if let Some(mark) = &unit.mark {
        tx.silent("she voted before; it counts once");
        return Ok(Receipt { code: mark.receipt.clone(), before: true });
    }
    let rules = versions::find_rules(tx, vote.rules)?;
    if vote.method == Method::Circular && rules.rules.circular.consent.value == Consent::Silence {
        return Err(refused("Hier zählt nur, wer widerspricht.", "Here only an objection counts."));
    }
    fits(tx, &vote, &rules, &casting.choice)?;
    if unit.is_spent(&vote, &rules.rules) {
        return Err(Error::Rule(spent(&rules.rules)));
    }
    let code = take(tx, &vote, &unit, &rules)?;
    write(tx, &vote, &unit, &casting.choice, by, &code)?;
    if vote.method == Method::Circular {
        close::close_if_settled(tx, &vote, &rules.rules)?;
    }
    Ok(Receipt { code, before: false })
}

/// Why a second vote of one person does not count, with the clause.
#[must_use]
pub fn spent(rules: &RuleSet) -> Reason {
    let clause = &rules.votes.several.clause.number;
    Reason::new(
        format!("Sie haben hier schon eine Stimme abgegeben. Nach {clause} gibt niemand mehr als eine ab."),
        format!("You have cast a vote here already. By {clause} nobody casts more than one."),
    )
}

fn unit_of(tx: &Tx<'_>, by: &Actor, vote: &Vote, unit: Id<Entitlement>) -> Result<Unit> {
    if by.shared_address {
        return Err(Error::Denied(Some(Reason::new(
            "Über ein Postfach, das mehrere lesen, kann niemand abstimmen. Bitte loggen Sie sich mit Ihrem eigenen Gerät ein.",
            "Nobody can vote through a mailbox that several read. Please sign in with a device of your own.",
        ))));
    }
    let body = body_of(tx, vote)?;
    let found = standing(tx, by, vote, &body)?.into_iter().find(|u| u.entitlement.id == unit);
    let found = found.ok_or(Error::NotFound)?;
    if let Some(why) = &found.entitlement.barred {
        return Err(Error::Rule(Reason::new(
            format!("Für diesen Sitz gilt ein Stimmverbot: {why}"),
            format!("This seat is barred from voting: {why}"),
        )));
    }
    Ok(found)
}

/// Takes the turn of the vote and of the unit; both are rows that whoever comes at the same instant waits for.
fn take(tx: &Tx<'_>, vote: &Vote, unit: &Unit, rules: &RuleVersion) -> Result<String> {
    if !vote.is_open_at(tx.now()) || !votes::take_turn(tx, vote.id)? {
        let still = vote.state == VoteState::Announced;
        return Err(if still {
            refused("Die Abstimmung hat noch nicht begonnen.", "The vote has not begun.")
        } else {
            refused(
                "Die Abstimmung ist geschlossen. Ihre Stimme wurde nicht gezählt.",
                "The vote is closed. Your vote was not counted.",
            )
        });
    }
    let together = rules.rules.votes.casting.value == Casts::Together && vote.grade == Grade::Open;
    // All who vote for one unit, where it counts what they agree on; an own vote excludes one by proxy or by post, and they it.
    let most = if together && unit.way == Way::Own { i64::MAX } else { 1 };
    let taken = rolls::take_unit(tx, unit.entitlement.id, most)?;
    // Asked once the turn is taken: what came at the same instant is there by now.
    let marks = if most > 1 { rolls::list_marks_of(tx, &[unit.entitlement.id])? } else { Vec::new() };
    if !taken || marks.iter().any(|mark| mark.way != Way::Own) {
        return Err(refused(
            "Für diesen Sitz ist die Stimme schon abgegeben.",
            "The vote of this seat is cast already.",
        ));
    }
    receipt()
}

fn write(tx: &Tx<'_>, vote: &Vote, unit: &Unit, choice: &Choice, by: &Actor, code: &str) -> Result<()> {
    let covert = vote.grade == Grade::Covert;
    let mark = Mark {
        entitlement: unit.entitlement.id,
        person: by.person.map(Id::new),
        way: unit.way,
        at: (!covert).then(|| tx.now()),
        receipt: code.to_owned(),
    };
    rolls::insert_mark(tx, random()?, vote.id, &mark)?;
    let named = |id: Id<Entitlement>| (!covert).then_some(id);
    let ballot = Ballot {
        choice: choice.clone(),
        votes: unit.entitlement.votes,
        entitlement: named(unit.entitlement.id),
        person: by.person.filter(|_| !covert).map(Id::new),
    };
    if covert {
        mix::insert_among(tx, vote.id, ballot)?;
        tx.silent("a covert ballot leaves no time and no order");
    } else {
        ballots::insert_ballot(tx, random()?, vote.id, &ballot)?;
        tx.emit(event("vote.cast", vote, by.person).within(kernel::Scope::own(by.person.unwrap_or_default())));
    }
    Ok(())
}

/// Whether a choice fits the ballot.
fn fits(tx: &Tx<'_>, vote: &Vote, rules: &RuleVersion, choice: &Choice) -> Result<()> {
    let wrong = || {
        Error::field(
            "choice",
            Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options."),
        )
    };
    let covert = vote.grade == Grade::Covert;
    match (vote.kind, choice) {
        (VoteKind::Motion, Choice::Yes | Choice::No | Choice::Abstain) => Ok(()),
        // Whoever votes covertly may also spoil her ballot; by name nobody does.
        (VoteKind::Motion, Choice::Invalid) if covert => Ok(()),
        (VoteKind::Motion, _) => Err(wrong()),
        (VoteKind::Election, choice) => {
            super::election::fits(tx, vote, &rules.rules, choice)?.then_some(()).ok_or_else(wrong)
        }
    }
}

/// Somebody entitled objects to deciding a matter without a sitting; in a silence procedure, to the matter itself.
///
/// # Errors
/// As [`cast`]; [`Error::Form`] on `reason`.
pub fn object_to_circular(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, unit: Id<Entitlement>, reason: &str) -> Result<()> {
    let vote = votes::find_vote(tx, by, id)?;
    if vote.method != Method::Circular {
        return Err(Error::NotFound);
    }
    let found = unit_of(tx, by, &vote, unit)?;
    if reason.trim().is_empty() {
        return Err(Error::field("reason", Reason::new("Bitte nennen Sie den Grund.", "Please give the reason.")));
    }
    if !vote.is_open_at(tx.now()) {
        return Err(refused("Die Frist ist vorbei.", "The time is over."));
    }
    let person = by.person.map(Id::new).ok_or(Error::NotFound)?;
    let new = Objection { unit, votes: found.entitlement.votes, person, reason: reason.to_owned() };
    if !insert_objection(tx, id, &new)? {
        tx.silent("the unit objected before");
        return Ok(());
    }
    tx.emit(event("vote.objected", &vote, by.person));
    let rules = versions::find_rules(tx, vote.rules)?;
    close::close_if_settled(tx, &vote, &rules.rules)
}

/// Two groups of four letters and digits that are not mistaken for one another.
pub fn receipt() -> Result<String> {
    const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let mut number = random()? >> 1;
    let mut code = String::with_capacity(9);
    for n in 0..8 {
        if n == 4 {
            code.push('-');
        }
        let at = usize::try_from(number & 31).unwrap_or_default();
        let _ = write!(code, "{}", char::from(SIGNS[at]));
        number >>= 5;
    }
    Ok(code)
}
