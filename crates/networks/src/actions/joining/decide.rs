//! The rule, vouching, objecting, and what keepers decide.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Moment, Reason, Result};
use people::rules::Check;

use super::{admit::advance, decides, event, rule as refused, stance};
use crate::{
    Body, HandedOver, JoinRequest, JoinRule, JoinState, SeatKind, letters, rules,
    store::{
        bodies,
        joining::{self as store, requests, rule_of, vouches},
        occupancies,
    },
};

/// The work that goes on with a request when its time is over.
pub const JOB: &str = "networks.joining";

/// Saves what a body asks of newcomers and of whoever leaves.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who keep the membership; [`Error::Form`]; [`Error::Stale`].
pub fn save_join_rule(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &JoinRule) -> Result<()> {
    let body = bodies::find_body(tx, by, body)?;
    super::super::keeps(by, &body)?;
    let mut check = Check::new();
    let question = check.name_or_none("question", new.question.as_deref());
    check.that(rules::PERIODS.contains(&new.objection_days), "objection_days", || {
        Reason::new("Bitte wählen Sie eine der Fristen.", "Please choose one of the periods.")
    });
    check.that((0..=rules::NOTICE_MOST).contains(&new.notice_months), "notice_months", || {
        Reason::new(
            "Eine Kündigungsfrist dauert höchstens 24 Monate (§ 39 BGB).",
            "The longest notice is 24 months (§ 39 BGB).",
        )
    });
    let kinds = [SeatKind::Post, SeatKind::Organisation, SeatKind::Personal];
    check.that(kinds.contains(&new.seat_kind), "seat_kind", || {
        Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.")
    });
    check.done()?;
    store::save_rule(tx, body.id, &JoinRule { question, ..new.clone() })?;
    tx.emit(super::super::body_event("body.join_rule", &body, by));
    Ok(())
}

/// A request the actor may know of, with its body.
pub fn found(tx: &Tx<'_>, by: &Actor, id: Id<JoinRequest>) -> Result<(JoinRequest, Body, super::Stance)> {
    let request = requests::find_request(tx, id)?;
    let body = requests::body_of(tx, &request)?;
    let stance = stance(tx, by, &request, &body)?.ok_or(Error::NotFound)?;
    Ok((request, body, stance))
}

/// Those who said yes and belong at this moment: place and person.
///
/// # Errors
/// When the database cannot be read.
pub fn counted(conn: &Conn, request: &JoinRequest) -> Result<Vec<(i64, i64)>> {
    let mut yes = Vec::new();
    for vouch in vouches::list_vouches(conn, request.id)?.into_iter().filter(|v| v.answer == Some(true)) {
        if occupancies::sits_in(conn, vouch.person.raw(), request.body, conn.today())? {
            yes.push((vouch.place, vouch.person.raw()));
        }
    }
    Ok(yes)
}

/// Says whether she vouches for whoever asks to join.
///
/// # Errors
/// [`Error::NotFound`] where she is not asked, or does not belong any more.
pub fn vouch(tx: &Tx<'_>, by: &Actor, id: Id<JoinRequest>, yes: bool, base: &str) -> Result<()> {
    let (request, _, stance) = found(tx, by, id)?;
    let person = by.person.map(Id::new).filter(|_| stance.asked.is_some()).ok_or(Error::NotFound)?;
    vouches::save_answer(tx, request.id, person, yes)?;
    tx.emit(event("join.vouched", request.id, by.person));
    advance(tx, request.id, base)
}

/// Objects to a request, with a reason only those who decide read.
///
/// # Errors
/// [`Error::NotFound`] where she does not belong; [`Error::Rule`] when the time is over; [`Error::Form`] on `reason`.
pub fn object(tx: &Tx<'_>, by: &Actor, id: Id<JoinRequest>, reason: &str) -> Result<()> {
    let request = requests::find_request(tx, id)?;
    let person = by.person.ok_or(Error::NotFound)?;
    let belongs = occupancies::sits_in(tx, person, request.body, tx.today())?;
    if !belongs || !request.asked_members {
        return Err(Error::NotFound);
    }
    if request.state != JoinState::Objecting || !rules::still_runs(tx.now(), request.due_at) {
        return Err(refused("Die Frist für Einwände ist vorbei.", "The time for objections is over."));
    }
    let mut check = Check::new();
    let reason = check.text("reason", Some(reason)).unwrap_or_default();
    check.that(!reason.is_empty(), "reason", || {
        Reason::new("Bitte schreiben Sie, was dagegen spricht.", "Please write what speaks against it.")
    });
    check.done()?;
    vouches::save_objection(tx, request.id, Id::new(person), &reason)?;
    tx.emit(event("join.objected", request.id, by.person).within(kernel::Scope::own(person)));
    Ok(())
}

/// Puts the next look at a request down for the end of what it waits for.
pub fn enqueue(tx: &Tx<'_>, id: Id<JoinRequest>, due: Moment, base: &str) -> Result<()> {
    tx.enqueue(JOB, &format!("{id} {base}"), due, Some(&format!("{JOB} {id} {}", due.micros())))
}

/// From now on members may object.
pub fn begin_objections(tx: &Tx<'_>, request: &JoinRequest, days: i64, by: Option<i64>, base: &str) -> Result<()> {
    let due = rules::period_end(tx.today(), days);
    requests::save_step(tx, request, JoinState::Objecting, None, Some(due))?;
    tx.emit(event("join.objections", request.id, by));
    let body = requests::body_of(tx, request)?;
    let last = due.plus_seconds(-1).day();
    for member in super::members_to_write(tx, &body)? {
        let link = super::answer_link(tx, request, &body, member.person, member.lang, base)?;
        let letter = letters::to_member(member.lang, &body, request, (days, last), &link);
        tx.post(&db::OutMail { to: member.mail, person: Some(member.person.raw()), ..letter })?;
    }
    enqueue(tx, request.id, due, base)
}

/// Hands a request to those who keep the membership.
pub fn hand(tx: &Tx<'_>, request: &JoinRequest, body: &Body, why: HandedOver, base: &str) -> Result<()> {
    requests::save_step(tx, request, JoinState::Handed, Some(why), None)?;
    tx.emit(event("join.handed", request.id, None));
    super::tell_keepers(tx, body, request.id, base)
}

/// Asks the members: the keepers are for it, and the body's rule gives everybody some days.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] where there is no such period or it is over.
pub fn ask_members(tx: &Tx<'_>, by: &Actor, id: Id<JoinRequest>, base: &str) -> Result<()> {
    let (request, body, _) = found(tx, by, id)?;
    decides(by, &body)?;
    let rule = rule_of(tx, body.id)?;
    if request.state != JoinState::Handed || rule.objection_days == 0 || request.asked_members {
        return Err(refused("Die Mitglieder sind schon gefragt.", "The members were asked already."));
    }
    begin_objections(tx, &request, rule.objection_days, by.person, base)
}

/// Declines a request, with a sentence to whoever asked.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] while members may object, or when it was decided;
/// [`Error::Form`] on `answer`.
pub fn refuse_request(tx: &Tx<'_>, by: &Actor, id: Id<JoinRequest>, answer: &str) -> Result<()> {
    let (request, body, _) = found(tx, by, id)?;
    decides(by, &body)?;
    if !matches!(request.state, JoinState::Waiting | JoinState::Handed) {
        return Err(not_now(&request));
    }
    let mut check = Check::new();
    let answer = check.text("answer", Some(answer)).unwrap_or_default();
    check.done()?;
    requests::save_decision(tx, &request, None, tx.now())?;
    tx.post(&db::OutMail { to: request.mail.clone(), ..letters::refused(request.lang, &body, &answer) })?;
    tx.emit(event("join.refused", request.id, by.person));
    Ok(())
}

/// Why a request cannot be decided now.
pub fn not_now(request: &JoinRequest) -> Error {
    match request.state {
        JoinState::Admitted | JoinState::Refused => {
            refused("Über die Anfrage ist schon entschieden.", "The request is decided already.")
        }
        JoinState::Objecting => refused(
            "Die Frist für Einwände läuft noch. Danach geht es weiter.",
            "The time for objections still runs. It goes on afterwards.",
        ),
        _ => refused("Noch fehlt, wer für die Person bürgt.", "Somebody still has to vouch for the person."),
    }
}
