//! What meetings there are for somebody, and what she is to one.

use db::Conn;
use kernel::{Actor, Day, Id, Moment, Result, Voice};
use networks::Body;
use people::Person;
use web::Viewer;

use crate::{
    Answer, Capacity, Invitation, Meeting, MeetingState, Poll,
    rules::{self, Hearing},
    store::{invitations, meetings, polls},
};

/// The most meetings a list shows.
pub const MOST: i64 = 300;
/// How many meetings Start shows.
const NEXT: usize = 5;
/// How far ahead Start looks: days.
const AHEAD_DAYS: i32 = 60;

/// What an invitation lets somebody hear.
#[must_use]
pub const fn hearing_of(invitation: &Invitation) -> Hearing {
    match invitation.capacity {
        Capacity::Member => Hearing::Own,
        Capacity::StandIn | Capacity::Mailbox | Capacity::Substitute => Hearing::StandIn,
        Capacity::Guest => Hearing::Guest,
    }
}

/// Whether somebody invited so may send a substitute.
#[must_use]
pub const fn may_send(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::Member | Capacity::StandIn | Capacity::Mailbox)
}

/// What a reader is to a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stance {
    /// Whether she convenes it.
    pub leads: bool,
    /// What she hears of the agenda.
    pub hearing: Hearing,
    /// Her invitation, if she has one that stands.
    pub invitation: Option<Invitation>,
}

impl Stance {
    /// What she answered, if she is invited.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        self.invitation.as_ref().map(|i| i.answer)
    }
    /// Whether she belongs to those who meet.
    #[must_use]
    pub const fn within(&self) -> bool {
        matches!(self.hearing, Hearing::Own | Hearing::StandIn)
    }
}

/// Whether somebody fills a seat of a body herself, rather than deputising or standing in there. At most three statements,
/// none for whoever does not sit there.
///
/// # Errors
/// When the database cannot be read.
pub fn fills(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<bool> {
    let sits = actor.sits.iter().any(|s| s.body == body.raw() && !s.substitute && s.voice != Voice::Guest);
    let (Some(person), true) = (actor.person, sits) else { return Ok(false) };
    let hats = networks::hats(conn, actor, Id::new(person), conn.today())?;
    Ok(hats.iter().any(|hat| hat.body.id == body && hat.capacity.fills()))
}

/// What the reader is to a meeting she sees. At most four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn stance(conn: &Conn, actor: &Actor, meeting: &Meeting) -> Result<Stance> {
    let leads = rules::leads(actor, &meeting.scope());
    let invitation = match actor.person {
        Some(person) => invitations::find_own(conn, meeting.id, Id::new(person))?,
        None => None,
    };
    let body = meeting.body.raw();
    // Whoever deputises for a post sits there for everything but what is closed.
    let own = !leads && fills(conn, actor, meeting.body)?;
    let stands_in = actor.sits.iter().any(|s| s.body == body && (s.substitute || s.voice != Voice::Guest));
    let guest = actor.sits.iter().any(|s| s.body == body);
    let by_seat = if leads || own {
        Hearing::Own
    } else if stands_in {
        Hearing::StandIn
    } else if guest {
        Hearing::Guest
    } else {
        Hearing::Outside
    };
    let by_letter = invitation.as_ref().map(hearing_of);
    let hearing = match (by_seat, by_letter) {
        (Hearing::Own, _) | (_, Some(Hearing::Own)) => Hearing::Own,
        (Hearing::StandIn, _) | (_, Some(Hearing::StandIn)) => Hearing::StandIn,
        (Hearing::Guest, _) | (_, Some(Hearing::Guest)) => Hearing::Guest,
        _ => Hearing::Outside,
    };
    Ok(Stance { leads, hearing, invitation })
}

/// A meeting that is near, with its body where the viewer may see that, and her own answer where she is invited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Next {
    /// The meeting.
    pub meeting: Meeting,
    /// Its body.
    pub body: Option<Body>,
    /// What she answered.
    pub answer: Option<Answer>,
}

/// What lies ahead of the viewer, over all her networks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ahead {
    /// The nearest meetings of bodies she sits in and of those she is invited to, that are not called off: a few, and none that
    /// is far.
    pub next: Vec<Next>,
    /// All meetings for which her answer is missing, however many there are and however far.
    pub unanswered: Vec<Next>,
}

/// What is next for the viewer, and what waits for her answer. At most three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn ahead(conn: &Conn, viewer: &Viewer) -> Result<Ahead> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Ahead::default()) };
    let near = meetings::span(viewer.today, viewer.today.plus_days(AHEAD_DAYS));
    // Her own invitations have no last day: whoever asks for an answer may do so for a day of next year.
    let invited = meetings::list_invited(conn, &viewer.actor, person, (near.0, Moment::from_micros(i64::MAX)))?;
    let mut all = joined(invited, of_bodies(conn, &viewer.actor, near)?);
    all.retain(|(m, _)| m.state != MeetingState::Cancelled && m.ends_at() > viewer.now);
    let unanswered: Vec<_> = all.iter().filter(|(m, answer)| waits_for(m, *answer)).cloned().collect();
    all.retain(|(m, _)| m.starts_at < near.1);
    all.truncate(NEXT);
    let mut bodies: Vec<Id<Body>> = all.iter().chain(&unanswered).map(|(m, _)| m.body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let found = if bodies.is_empty() { Vec::new() } else { networks::list_bodies_by_id(conn, &viewer.actor, &bodies)? };
    let next = |(meeting, answer): (Meeting, Option<Answer>)| Next {
        body: found.iter().find(|b| b.id == meeting.body).cloned(),
        meeting,
        answer,
    };
    Ok(Ahead { next: all.into_iter().map(next).collect(), unanswered: unanswered.into_iter().map(next).collect() })
}

/// Somebody's meetings between two days: of bodies she sits in, and those she is invited to, by their beginning, with what
/// she answered. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn mine(
    conn: &Conn,
    actor: &Actor,
    person: Id<Person>,
    (from, until): (Day, Day),
) -> Result<Vec<(Meeting, Option<Answer>)>> {
    let span = meetings::span(from, until);
    let invited = meetings::list_invited(conn, actor, person, span)?;
    Ok(joined(invited, of_bodies(conn, actor, span)?))
}

/// Meetings of bodies somebody sits in between two moments. One statement.
fn of_bodies(conn: &Conn, actor: &Actor, span: (Moment, Moment)) -> Result<Vec<Meeting>> {
    let bodies: Vec<Id<Body>> = actor.bodies().into_iter().map(Id::new).collect();
    meetings::list_of_bodies(conn, actor, &bodies, span, MOST)
}

/// Those she is invited to and those of her bodies, each once, by their beginning.
fn joined(invited: Vec<(Meeting, Answer)>, of_bodies: Vec<Meeting>) -> Vec<(Meeting, Option<Answer>)> {
    let mut all: Vec<(Meeting, Option<Answer>)> = Vec::new();
    for (meeting, answer) in invited {
        match all.iter_mut().find(|(known, _)| known.id == meeting.id) {
            Some((_, known)) if *known == Some(Answer::None) => *known = Some(answer),
            Some(_) => {}
            None => all.push((meeting, Some(answer))),
        }
    }
    for meeting in of_bodies {
        if !all.iter().any(|(known, _)| known.id == meeting.id) {
            all.push((meeting, None));
        }
    }
    all.sort_by_key(|(m, _)| (m.starts_at, m.id));
    all
}

/// The date polls that wait for somebody's answer, the most urgent first. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn asking(conn: &Conn, actor: &Actor) -> Result<Vec<Poll>> {
    let Some(person) = actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let all = polls::list_asking(conn, actor, person)?;
    Ok(all.into_iter().filter(|(_, answered)| answered.is_none()).map(|(poll, _)| poll).collect())
}

/// Whether somebody is asked for an answer that is missing.
#[must_use]
pub fn waits_for(meeting: &Meeting, answer: Option<Answer>) -> bool {
    meeting.state == MeetingState::Invited && answer == Some(Answer::None)
}
