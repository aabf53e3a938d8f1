//! Sending the minutes round: remarks go, tasks are given, letters leave.

use db::{Conn, OutMail, Tx};
use kernel::{Actor, Day, Error, Id, Lang, Moment, Reason, Result, Subject};
use networks::{Body, Invitee};
use tasks::{NewTask, Source};

use super::{event, pass_on, written};
use crate::{
    Capacity, Invitation, Item, Meeting, Minutes, MinutesLetter, Openness, Todo,
    actions::{attendance, inviting, rule},
    letters::minutes as letters,
    rules::{
        attendance::counted,
        minutes::{Reader, still_draft},
    },
    store::{self, invitations, minutes as rows},
};

/// How a link's secret is known here.
fn hash(token: &str) -> String {
    accounts::secrets::hash("minutes letter", &[token])
}

/// Somebody the minutes go to.
struct Addressee {
    person: Option<Id<people::Person>>,
    seat: Option<Id<networks::Seat>>,
    capacity: Capacity,
    item: Option<Id<Item>>,
    address: String,
    lang: Lang,
}

/// Sends the minutes round: to everybody who has a seat now, and to substitutes and guests of the meeting, who read what
/// was open to them. What those who write noted for themselves goes before; what is to be done becomes tasks; who was
/// there and whether enough were is counted and stays. Gives how many letters left.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when they went out already, hold nothing, or a task's day is
/// over.
pub fn circulate(tx: &Tx<'_>, by: &Actor, id: Id<Minutes>, base: &str) -> Result<usize> {
    let (minutes, meeting, body) = written(tx, by, id)?;
    still_draft(&minutes)?;
    let entries = rows::list_entries(tx, id)?;
    if entries.iter().all(|entry| entry.text.is_empty() && entry.result.is_empty()) {
        return rule("In diesem Protokoll steht noch nichts.", "These minutes do not say anything yet.");
    }
    let list = attendance::attendance_of(tx, &meeting, &body)?;
    let quorum = attendance::quorum_in_one(tx, &meeting, &body, &list)?;
    let rules = decisions::rules_of(tx, &body, tx.today())?;
    let closes = decisions::rules::minutes::closes(rules.as_ref().map(|found| &found.rules.minutes), tx.today());
    rows::forget_remarks(tx, id)?;
    rows::save_circulated(tx, id, (by.person, closes), counted(&list.lines, None), quorum.as_ref())?;
    for todo in rows::list_todos(tx, id)? {
        give(tx, by, (&minutes, &meeting), &todo)?;
    }
    let mut sent = 0;
    let last = last_day(closes);
    for to in addressees(tx, &meeting, &body)? {
        let reader = Reader::by_letter(to.capacity, to.item);
        if to.address.is_empty() || !entries.iter().any(|entry| reader.reads(entry)) {
            continue;
        }
        write(tx, (&minutes, &meeting, &body), &to, Some(last), base)?;
        sent += 1;
    }
    for entry in entries.iter().filter(|entry| entry.passed_on && entry.openness != Openness::Closed) {
        pass_on::tell(tx, by, (&meeting, &body), entry)?;
    }
    tx.emit(event("minutes.circulated", &minutes, &meeting, by.person));
    Ok(sent)
}

/// The last day on which an objection is in time.
fn last_day(closes: Moment) -> Day {
    closes.plus_seconds(-1).day()
}

/// What is to be done becomes a task, once.
fn give(tx: &Tx<'_>, by: &Actor, (minutes, meeting): (&Minutes, &Meeting), todo: &Todo) -> Result<()> {
    let subject = Subject::new("minutes", minutes.id.raw());
    let source = Source::new(subject, format!("Protokoll: {}", meeting.title), format!("Minutes: {}", meeting.title));
    let new = NewTask { due: todo.due, ..NewTask::new(meeting.body, &todo.title).to(todo.owner).from(source) };
    let made = tasks::make(tx, &new, &format!("minutes todo {}", todo.id), by.person).map_err(|fault| match fault {
        Error::Form(_) => Error::Rule(Reason::new(
            format!("Bitte prüfen Sie Tag und Wortlaut der Aufgabe „{}“.", todo.title),
            format!("Please check day and words of the task “{}”.", todo.title),
        )),
        other => other,
    })?;
    rows::save_task(tx, todo.id, made)
}

/// Everybody the minutes of a meeting go to: who has a seat now; substitutes and guests of the meeting. Some have no address.
///
/// # Errors
/// When the database cannot be read.
pub fn recipients(conn: &Conn, meeting: &Meeting, body: &Body) -> Result<(Vec<Invitee>, Vec<Invitation>)> {
    let mut others = invitations::list_invitations(conn, meeting.id)?;
    others.retain(|it| it.stands() && matches!(it.capacity, Capacity::Substitute | Capacity::Guest));
    Ok((inviting::addressees(conn, body)?, others))
}

/// As what somebody with a seat reads them.
#[must_use]
pub const fn capacity_of(invitee: &Invitee) -> Capacity {
    match (invitee.person, invitee.stands_in) {
        (None, _) => Capacity::Mailbox,
        (Some(_), true) => Capacity::StandIn,
        (Some(_), false) => Capacity::Member,
    }
}

fn addressees(conn: &Conn, meeting: &Meeting, body: &Body) -> Result<Vec<Addressee>> {
    let (there, others) = recipients(conn, meeting, body)?;
    let seated = there.into_iter().map(|it| Addressee {
        capacity: capacity_of(&it),
        person: it.person,
        seat: Some(it.seat),
        item: None,
        address: it.address.unwrap_or_default(),
        lang: it.lang,
    });
    let others = others.into_iter().map(|it| Addressee {
        person: it.person,
        seat: None,
        capacity: it.capacity,
        item: it.item,
        address: it.address,
        lang: it.lang,
    });
    Ok(seated.chain(others).collect())
}

/// Tells everybody who gets the minutes that they are approved: who has a seat now, and substitutes and guests of the
/// meeting. Where the house does not know its own address yet, nobody is told.
///
/// # Errors
/// When the database refuses.
pub fn tell_approved(tx: &Tx<'_>, minutes: &Minutes, meeting: &Meeting, entries: &[crate::Entry]) -> Result<()> {
    let Some(base) = db::setting(tx, networks::ADDRESS)? else { return Ok(()) };
    let body = networks::body_for_program(tx, meeting.body)?;
    for to in addressees(tx, meeting, &body)? {
        let reader = Reader::by_letter(to.capacity, to.item);
        if !to.address.is_empty() && entries.iter().any(|entry| reader.reads(entry)) {
            write(tx, (minutes, meeting, &body), &to, None, &base)?;
        }
    }
    Ok(())
}

/// Writes one letter: `last` is the last day for an objection, none where the minutes are approved. Those of a sensitive network say nothing, and lead to the page behind the sign-in.
fn write(
    tx: &Tx<'_>,
    (minutes, meeting, body): (&Minutes, &Meeting, &Body),
    to: &Addressee,
    last: Option<Day>,
    base: &str,
) -> Result<()> {
    // Whoever has no account of the house cannot sign in: of a sensitive network she reads nothing by mail.
    let token = if body.sensitive { None } else { Some(accounts::secrets::link()?) };
    let about = letters::about(to.lang, (meeting, body), token.as_deref(), last, base);
    let mail = tx.post(&OutMail { to: to.address.clone(), person: to.person.map(Id::raw), ..about.out("minutes") })?;
    let letter = MinutesLetter {
        id: tx.id(),
        minutes: minutes.id,
        person: to.person,
        capacity: to.capacity,
        item: to.item,
        address: to.address.clone(),
        written_at: tx.now(),
        failed: false,
    };
    rows::insert_letter(tx, &letter, to.seat, (token.as_deref().map(hash).as_deref(), mail.raw()), last.is_none())
}

/// What the link of a letter still opens: the minutes until 30 days after they were approved, and for somebody of the body
/// as long as she sits there.
///
/// # Errors
/// When the database cannot be read.
pub fn find_letter(conn: &Conn, token: &str) -> Result<Option<(MinutesLetter, Minutes, Meeting, Body)>> {
    let Some(letter) = rows::find_letter_by_token(conn, &hash(token))? else { return Ok(None) };
    let minutes = rows::find_minutes(conn, letter.minutes)?;
    let over = |at: Moment| conn.now().seconds_since(at) >= crate::rules::minutes::LINK_SECONDS;
    if minutes.approved_at.is_some_and(over) {
        return Ok(None);
    }
    let meeting = store::meetings::find_any_meeting(conn, minutes.meeting)?;
    let body = networks::body_for_program(conn, meeting.body)?;
    if let (Some(person), Capacity::Member | Capacity::StandIn) = (letter.person, letter.capacity) {
        let there = networks::invitees(conn, &body, conn.today())?;
        if !there.iter().any(|it| it.person == Some(person)) {
            return Ok(None);
        }
    }
    Ok(Some((letter, minutes, meeting, body)))
}
