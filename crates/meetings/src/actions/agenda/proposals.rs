//! Topics that members ask for, on the page or by the link of a letter.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};
use people::rules::Check;

use super::items::insert;
use crate::{
    Invitation, Meeting, NewItem, Openness, Proposal, ProposalState,
    actions::{event, led, rule},
    reads::stance,
    rules::Hearing,
    store::{self, proposals},
};

/// The most proposals for one meeting.
const MOST: usize = 100;

/// Whether topics can still be proposed.
///
/// # Errors
/// The sentence that says why not.
pub fn may_propose(meeting: &Meeting, today: Day) -> Result<(), Reason> {
    if !meeting.state.is_ahead() {
        return Err(Reason::new("Dieser Termin hat schon begonnen.", "This meeting has begun already."));
    }
    if meeting.is_frozen() {
        return Err(Reason::new("Die Tagesordnung steht schon.", "The agenda stands already."));
    }
    if let Some(until) = meeting.proposals_until.filter(|until| today > *until) {
        let day = |lang| i18n::day_medium(lang, until);
        return Err(Reason::new(
            format!("Themen konnten Sie bis zum {} vorschlagen.", day(kernel::Lang::De)),
            format!("Topics could be proposed until {}.", day(kernel::Lang::En)),
        ));
    }
    Ok(())
}

/// Proposes a topic as who is signed in.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who meet; [`Error::Rule`] when it is too late; [`Error::Form`] on
/// `title`, `note`, `minutes`.
pub fn propose(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, new: (&str, &str, i64)) -> Result<Id<Proposal>> {
    let meeting = store::meetings::find_meeting(tx, by, id)?;
    if !stance(tx, by, &meeting)?.within() {
        return Err(Error::Denied(None));
    }
    let made = insert_proposal(tx, &meeting, (by.person.map(Id::new), None), new)?;
    tx.emit(event("agenda.proposed", &meeting, by.person));
    Ok(made)
}

/// Proposes a topic by the link of a letter; guests propose nothing.
///
/// # Errors
/// [`Error::Denied`] for a guest; [`Error::Rule`], [`Error::Form`] as [`propose`].
pub fn propose_by_letter(
    tx: &Tx<'_>,
    invitation: &Invitation,
    meeting: &Meeting,
    new: (&str, &str, i64),
) -> Result<Id<Proposal>> {
    if !invitation.stands() || crate::reads::hearing_of(invitation) == Hearing::Guest {
        return Err(Error::Denied(None));
    }
    let made = insert_proposal(tx, meeting, (invitation.person, Some(invitation.id)), new)?;
    let subject = Subject::new("meeting", meeting.id.raw());
    tx.emit(Event::new("agenda.proposed", subject).by(invitation.person.map(Id::raw)).within(meeting.scope()));
    Ok(made)
}

fn insert_proposal(
    tx: &Tx<'_>,
    meeting: &Meeting,
    from: (Option<Id<people::Person>>, Option<Id<Invitation>>),
    (title, note, minutes): (&str, &str, i64),
) -> Result<Id<Proposal>> {
    may_propose(meeting, tx.today()).map_err(Error::Rule)?;
    let mut check = Check::new();
    let title = check.name("title", title);
    let note = check.text("note", Some(note)).unwrap_or_default();
    check.that((0..=600).contains(&minutes), "minutes", || {
        Reason::new("Bitte nennen Sie 0 bis 600 Minuten.", "Please give 0 to 600 minutes.")
    });
    check.done()?;
    if proposals::list_proposals(tx, meeting.id)?.len() >= MOST {
        return rule(
            "Für diesen Termin gibt es schon sehr viele Vorschläge.",
            "There are very many proposals already.",
        );
    }
    let id = tx.id();
    proposals::insert_proposal(tx, id, meeting.id, from, (&title, &note, minutes))?;
    Ok(id)
}

fn found(tx: &Tx<'_>, by: &Actor, id: Id<Proposal>) -> Result<(Proposal, Meeting, networks::Body)> {
    let proposal = proposals::find_proposal(tx, id)?;
    let (meeting, body) = led(tx, by, proposal.meeting)?;
    if proposal.state != ProposalState::Open {
        return rule("Über diesen Vorschlag ist schon entschieden.", "This proposal has been decided already.");
    }
    Ok((proposal, meeting, body))
}

/// Puts a proposal on the agenda.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is decided, or the agenda stands.
pub fn accept_proposal(tx: &Tx<'_>, by: &Actor, id: Id<Proposal>) -> Result<Id<Meeting>> {
    let (proposal, meeting, body) = found(tx, by, id)?;
    let new = NewItem {
        note: proposal.note.clone(),
        openness: Openness::Internal,
        ..NewItem::new(&proposal.title, proposal.minutes)
    };
    insert(tx, &meeting, &body, &new)?;
    proposals::save_decided(tx, id, ProposalState::Accepted, "")?;
    tx.emit(event("agenda.added", &meeting, by.person));
    Ok(meeting.id)
}

/// Does not put a proposal on the agenda, and says why.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is decided; [`Error::Form`] on `answer`.
pub fn decline_proposal(tx: &Tx<'_>, by: &Actor, id: Id<Proposal>, answer: &str) -> Result<Id<Meeting>> {
    let (_, meeting, _) = found(tx, by, id)?;
    let mut check = Check::new();
    let answer = check.text("answer", Some(answer)).unwrap_or_default();
    check.that(!answer.is_empty(), "answer", || Reason::new("Bitte schreiben Sie, warum.", "Please write why."));
    check.done()?;
    proposals::save_decided(tx, id, ProposalState::Declined, &answer)?;
    tx.emit(event("agenda.declined", &meeting, by.person));
    Ok(meeting.id)
}

/// Takes one's own proposal back.
///
/// # Errors
/// [`Error::NotFound`] for one that is not hers; [`Error::Rule`] when it is decided.
pub fn withdraw_proposal(tx: &Tx<'_>, by: &Actor, id: Id<Proposal>) -> Result<Id<Meeting>> {
    let proposal = proposals::find_proposal(tx, id)?;
    let meeting = store::meetings::find_meeting(tx, by, proposal.meeting)?;
    if proposal.person.map(Id::raw) != by.person || by.person.is_none() {
        return Err(Error::NotFound);
    }
    if proposal.state != ProposalState::Open {
        return rule("Über diesen Vorschlag ist schon entschieden.", "This proposal has been decided already.");
    }
    proposals::save_decided(tx, id, ProposalState::Withdrawn, "")?;
    tx.emit(event("agenda.withdrawn", &meeting, by.person));
    Ok(meeting.id)
}
