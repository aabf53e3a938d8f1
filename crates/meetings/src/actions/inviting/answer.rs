//! Answers: on the page, by the link of a letter, from a calendar.

use db::{Conn, Tx};
use kernel::{Event, Id, Reason, Result, Subject};
use people::rules::Check;

use super::{
    send::blank,
    tell::{Teller, hash},
};
use crate::{
    Answer, Capacity, Invitation, LetterKind, Meeting, MeetingState, Way,
    actions::rule,
    reads::may_send,
    rules::{Outcome, is_late, settle},
    store::{self, invitations},
};

/// Somebody sent instead: name and address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sent<'a> {
    /// Her name.
    pub name: &'a str,
    /// Where her letters go.
    pub mail: &'a str,
}

/// Takes an answer. After its day it is taken and marked as late. Two answers through one letter's link that contradict
/// each other within a minute count as none, and the person is asked. Whoever is sent gets an invitation of her own.
///
/// Whether the invitation is hers was asked before: by her session, or by the secret of her letter.
///
/// # Errors
/// [`kernel::Error::Rule`] when the invitation or the meeting no longer stands, or somebody sent wants to send somebody;
/// [`kernel::Error::Form`] on `name` and `mail`.
pub fn answer(
    tx: &Tx<'_>,
    id: Id<Invitation>,
    (new, way): (Answer, Way),
    sent: Sent<'_>,
    base: &str,
) -> Result<Outcome> {
    let was = invitations::find_invitation(tx, id)?;
    let meeting = store::meetings::find_any_meeting(tx, was.meeting)?;
    open(tx, &was, &meeting)?;
    let person = was.person.map(Id::raw);
    // Whoever answered is nobody's news.
    let event = |verb| Event::new(verb, Subject::new("meeting", meeting.id.raw())).by(person);
    if new == Answer::Substitute && !may_send(was.capacity) {
        return rule("Eine Vertretung kann niemanden schicken.", "A substitute cannot send anybody.");
    }
    let checked = if new == Answer::Substitute { Some(substitute(sent, &was)?) } else { None };
    let body = networks::body_for_program(tx, meeting.body)?;
    let teller = Teller::load(tx, meeting.id, &body, base)?;
    let before = (was.answer, was.answered_at, was.way);
    if settle(before, was.contested_at, (new, way), tx.now()) == Outcome::Contested {
        invitations::save_contested(tx, id)?;
        dismiss(tx, &teller, &meeting, id)?;
        // Once: programs that send everything send it again and again.
        if was.contested_at.is_none() {
            teller.write(&was, LetterKind::Question, "")?;
        }
        tx.emit(event("meeting.contested"));
        return Ok(Outcome::Contested);
    }
    invitations::save_answer(tx, id, new, way, is_late(meeting.answer_until, tx.today()))?;
    dismiss(tx, &teller, &meeting, id)?;
    if let Some((name, address)) = checked {
        let made = Invitation {
            seat: was.seat,
            name,
            address,
            lang: was.lang,
            substitute_for: Some(id),
            ..blank(tx.id(), meeting.id, Capacity::Substitute)
        };
        invitations::insert_invitation(tx, &made)?;
        teller.write(&made, LetterKind::Invitation, "")?;
    }
    if let (Answer::No, Some(of)) = (new, was.substitute_for) {
        let sender = invitations::find_invitation(tx, of)?;
        if sender.stands() {
            teller.write(&sender, LetterKind::Substitute, "")?;
        }
    }
    tx.emit(event("meeting.answered"));
    Ok(Outcome::Counts)
}

/// Whoever was sent before no longer comes for her.
fn dismiss(tx: &Tx<'_>, teller: &Teller<'_>, meeting: &Meeting, of: Id<Invitation>) -> Result<()> {
    let all = invitations::list_invitations(tx, meeting.id)?;
    let sent: Vec<&Invitation> = all.iter().filter(|i| i.substitute_for == Some(of) && i.stands()).collect();
    for invitation in &sent {
        teller.write(invitation, LetterKind::Cancellation, "")?;
    }
    let ids: Vec<_> = sent.iter().map(|i| i.id).collect();
    if ids.is_empty() { Ok(()) } else { invitations::save_ended(tx, &ids, tx.now()) }
}

fn open(tx: &Tx<'_>, invitation: &Invitation, meeting: &Meeting) -> Result<()> {
    if meeting.state == MeetingState::Cancelled {
        return rule("Dieser Termin ist abgesagt.", "This meeting has been called off.");
    }
    if !invitation.stands() {
        return rule("Diese Einladung gilt nicht mehr.", "This invitation no longer stands.");
    }
    if meeting.state == MeetingState::Ended || meeting.ends_at() <= tx.now() {
        return rule("Dieser Termin ist schon vorbei.", "This meeting is over already.");
    }
    Ok(())
}

fn substitute(sent: Sent<'_>, was: &Invitation) -> Result<(String, String)> {
    let mut check = Check::new();
    let name = check.name("name", sent.name);
    let mail = check.take("mail", people::rules::mail(sent.mail)).unwrap_or_default();
    check.that(mail.is_empty() || !mail.eq_ignore_ascii_case(&was.address), "mail", || {
        Reason::new(
            "Das ist Ihre eigene Adresse. Bitte nennen Sie die Ihrer Vertretung.",
            "This is your own address. Please give that of your substitute.",
        )
    });
    check.done()?;
    Ok((name, mail))
}

/// The invitation of a letter's link, with its meeting; `None` where there is none.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_token(conn: &Conn, token: &str) -> Result<Option<(Invitation, Meeting)>> {
    let Some(found) = invitations::find_by_token(conn, &hash(token))? else { return Ok(None) };
    let meeting = store::meetings::find_any_meeting(conn, found.meeting)?;
    Ok(Some((found, meeting)))
}
