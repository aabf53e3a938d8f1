//! Sending the invitations: whom they go to is asked of the seats at that moment.

use db::{Conn, Tx};
use decisions::rules::notice::{Latest, judge, latest};
use kernel::{Actor, Day, Id, Reason, Result};
use networks::{Body, Invitee};
use people::{Person, rules::Check};

use super::tell::{Teller, tell_all};
use crate::{
    Answer, Capacity, Invitation, Item, LetterKind, Meeting, MeetingState, Openness, Verdict,
    actions::{event, led, rule},
    store::{self, invitations},
};

/// What somebody who is about to invite is shown.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Everybody the invitation goes to now.
    pub invitees: Vec<Invitee>,
    /// The last day, and why; `None` where the body has no rules.
    pub latest: Option<Latest>,
    /// Whether today is in time.
    pub today: Option<Verdict>,
}

/// Whom the invitation would go to, and whether it is in time.
///
/// # Errors
/// When the database cannot be read.
pub fn preview(conn: &Conn, body: &Body, meeting: &Meeting) -> Result<Preview> {
    let rules = decisions::rules_of(conn, body, conn.today())?;
    Ok(Preview {
        invitees: addressees(conn, body)?,
        latest: rules.map(|found| latest(&found.rules.notice, meeting.day(), false)),
        today: judged(conn, body, meeting.day())?,
    })
}

/// What the rules of a body say of an invitation that leaves today; `None` where it has none, or they name no period.
///
/// # Errors
/// When the database cannot be read.
pub fn judged(conn: &Conn, body: &Body, sitting: Day) -> Result<Option<Verdict>> {
    let Some(found) = decisions::rules_of(conn, body, conn.today())? else { return Ok(None) };
    let notice = &found.rules.notice;
    if latest(notice, sitting, false).day.is_none() {
        return Ok(None);
    }
    let said = judge(notice, sitting, false, conn.today());
    Ok(Some(Verdict { holds: said.holds, de: said.de, en: said.en }))
}

/// Invites everybody who has a seat now, and keeps what the rules say of it. Where topics can still be proposed the agenda
/// stays open until [`send_agenda`]; else it stands. Gives how many letters leave: whoever has no address is invited all the same.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when the invitations have left, the meeting lies behind, or
/// nobody has a seat.
pub fn invite(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, base: &str) -> Result<usize> {
    let (meeting, body) = led(tx, by, id)?;
    if meeting.state != MeetingState::Planned {
        return rule("Die Einladungen sind schon verschickt.", "The invitations have been sent already.");
    }
    if meeting.starts_at <= tx.now() {
        return rule("Dieser Termin liegt schon zurück.", "This meeting lies in the past.");
    }
    let frozen = meeting.proposals_until.is_none_or(|until| until < tx.today());
    let count = send(tx, by, &meeting, &body, frozen, base)?;
    tx.emit(event("meeting.invited", &meeting, by.person));
    Ok(count)
}

/// Sends the invitations of a planned meeting. The caller asked for the right, and leaves the event.
///
/// # Errors
/// [`kernel::Error::Rule`] when nobody has a seat.
pub fn send(tx: &Tx<'_>, by: &Actor, meeting: &Meeting, body: &Body, frozen: bool, base: &str) -> Result<usize> {
    send_to(tx, by, (meeting, body), frozen, base, &[])
}

/// The same with addresses that were typed just now.
///
/// # Errors
/// As [`send`].
pub fn send_to(
    tx: &Tx<'_>,
    by: &Actor,
    (meeting, body): (&Meeting, &Body),
    frozen: bool,
    base: &str,
    typed: &[(Id<Person>, String)],
) -> Result<usize> {
    let (invitees, by_hand) = addressed(tx, networks::invitees(tx, body, tx.today())?, typed)?;
    if invitees.is_empty() {
        return rule("In diesem Gremium sitzt noch niemand.", "Nobody sits in this body yet.");
    }
    let notice = judged(tx, body, meeting.day())?;
    store::meetings::save_invited(tx, meeting.id, (by.person, frozen), notice.as_ref())?;
    let teller = Teller::load(tx, meeting.id, body, base)?;
    for invitee in &invitees {
        let made = welcome(tx, &teller, meeting.id, invitee)?;
        if invitee.person.is_some_and(|person| by_hand.contains(&person)) {
            invitations::save_typed(tx, made)?;
        }
    }
    Ok(invitees.iter().filter(|invitee| invitee.address.is_some()).count())
}

/// Everybody a letter to a body goes to now, each with her address: invitations, date polls and minutes ask here alone.
///
/// # Errors
/// When the database cannot be read.
pub fn addressees(conn: &Conn, body: &Body) -> Result<Vec<Invitee>> {
    Ok(addressed(conn, networks::invitees(conn, body, conn.today())?, &[])?.0)
}

/// Those without any address get the one that was typed for them, now or for an earlier meeting on the same seat. Nobody
/// writes to a locked account, whatever was typed. Gives also for whom it was.
///
/// # Errors
/// When the database cannot be read.
pub fn addressed(
    conn: &Conn,
    mut invitees: Vec<Invitee>,
    typed: &[(Id<Person>, String)],
) -> Result<(Vec<Invitee>, Vec<Id<Person>>)> {
    let lost: Vec<Id<Person>> = invitees.iter().filter(|i| i.address.is_none()).filter_map(|i| i.person).collect();
    if lost.is_empty() {
        return Ok((invitees, Vec::new()));
    }
    let before = invitations::list_typed(conn, &lost)?;
    let known = accounts::list_addresses(conn, &lost)?;
    let mut by_hand = Vec::new();
    for invitee in invitees.iter_mut().filter(|i| i.address.is_none()) {
        let Some(person) = invitee.person.filter(|person| !known.iter().any(|reach| reach.person == *person)) else {
            continue;
        };
        let now = typed.iter().find(|(of, _)| *of == person).map(|(_, mail)| mail);
        let then = || before.iter().find(|(seat, of, _)| *of == person && *seat == invitee.seat).map(|(.., mail)| mail);
        invitee.address = now.or_else(then).cloned();
        by_hand.extend(invitee.address.is_some().then_some(person));
    }
    Ok((invitees, by_hand))
}

/// Writes one invitation down and its letter.
pub(super) fn welcome(
    tx: &Tx<'_>,
    teller: &Teller<'_>,
    meeting: Id<Meeting>,
    invitee: &Invitee,
) -> Result<Id<Invitation>> {
    let capacity = match (invitee.person, invitee.stands_in) {
        (None, _) => Capacity::Mailbox,
        (Some(_), true) => Capacity::StandIn,
        (Some(_), false) => Capacity::Member,
    };
    let made = Invitation {
        seat: Some(invitee.seat),
        person: invitee.person,
        post: invitee.post,
        address: invitee.address.clone().unwrap_or_default(),
        lang: invitee.lang,
        ..blank(tx.id(), meeting, capacity)
    };
    invitations::insert_invitation(tx, &made)?;
    teller.write(&made, LetterKind::Invitation, "")?;
    Ok(made.id)
}

/// An invitation of nobody in particular.
pub(super) fn blank(id: Id<Invitation>, meeting: Id<Meeting>, capacity: Capacity) -> Invitation {
    Invitation {
        id,
        meeting,
        seat: None,
        person: None,
        post: None,
        name: String::new(),
        address: String::new(),
        lang: kernel::Lang::De,
        capacity,
        substitute_for: None,
        item: None,
        answer: Answer::None,
        answered_at: None,
        way: None,
        late: false,
        contested_at: None,
        reminded_at: None,
        ended_at: None,
    }
}

/// The agenda stands: everybody invited gets it.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when it stands already, or nobody was invited.
pub fn send_agenda(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, base: &str) -> Result<usize> {
    let (meeting, body) = led(tx, by, id)?;
    if meeting.state != MeetingState::Invited {
        return rule("Laden Sie zuerst ein.", "Please send the invitations first.");
    }
    if meeting.is_frozen() {
        return rule("Die Tagesordnung ist schon verschickt.", "The agenda has been sent already.");
    }
    store::meetings::save_frozen(tx, id)?;
    let told = tell_all(tx, id, &body, LetterKind::Agenda, "", base)?;
    tx.emit(event("agenda.sent", &meeting, by.person));
    Ok(told)
}

/// Invites a guest, for one item or for all that guests may hear.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when nobody was invited yet or the meeting is not ahead;
/// [`kernel::Error::Form`] on `name`, `mail` and `item`.
pub fn invite_guest(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Meeting>,
    (name, mail): (&str, &str),
    item: Option<Id<Item>>,
    base: &str,
) -> Result<Id<Invitation>> {
    let (meeting, body) = led(tx, by, id)?;
    if meeting.state != MeetingState::Invited {
        return rule("Laden Sie zuerst das Gremium ein.", "Please invite the body first.");
    }
    let mut check = Check::new();
    let name = check.name("name", name);
    let address = check.take("mail", people::rules::mail(mail)).unwrap_or_default();
    let items = store::agenda::list_items(tx, id)?;
    let open = |it: &Item| matches!(it.openness, Openness::Guests | Openness::Public);
    check.that(item.is_none_or(|item| items.iter().any(|it| it.id == item && open(it))), "item", || {
        Reason::new(
            "Dieser Punkt ist nicht für Gäste. Öffnen Sie ihn zuerst.",
            "This item is not for guests. Please open it first.",
        )
    });
    check.done()?;
    let made = Invitation { name, address, item, ..blank(tx.id(), id, Capacity::Guest) };
    invitations::insert_invitation(tx, &made)?;
    Teller::load(tx, id, &body, base)?.write(&made, LetterKind::Invitation, "")?;
    tx.emit(event("meeting.guest_invited", &meeting, by.person));
    Ok(made.id)
}
