//! What meetings have to tell: invitations and what became of them, date polls, minutes; and to whoever invited, that a
//! letter came back.

use std::collections::HashMap;

use db::{Conn, Entry};
use kernel::{Id, Level, Moment, Result, Scope};
use networks::Body;
use web::{Told, Weight, Window};

use crate::{
    Meeting, MeetingState, MinutesState,
    paths::{MeetingPage, MinutesPage, PollPage},
    store::told::{self as store, Asked, Sent},
    words::T,
};

/// Those invited got a letter.
const LETTERS: [&str; 4] = ["meeting.invited", "meeting.moved", "agenda.sent", "meeting.cancelled"];

/// The kind of date polls.
pub const POLL: &str = "poll";
/// A letter about a meeting came back.
pub const CAME_BACK: &str = "meeting.came_back";

/// What the registry asks: eight statements.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let mut verbs = vec!["minutes.approved"];
    if window.letters {
        verbs.extend(LETTERS);
        verbs.push(CAME_BACK);
        verbs.push("minutes.circulated");
    }
    let events = window.events(conn, &verbs)?;
    let of = |kind: &str| -> Vec<i64> { events.iter().filter(|e| e.kind == kind).map(|e| e.subject).collect() };
    let minutes = store::list_minutes(conn, &of("minutes"))?;
    let mut ids = of("meeting");
    ids.extend(minutes.iter().map(|m| m.meeting.raw()));
    let meetings: HashMap<Id<Meeting>, Meeting> =
        store::list_meetings(conn, &ids)?.into_iter().map(|m| (m.id, m)).collect();
    let bodies: Vec<Id<Body>> = meetings.values().map(|m| m.body).collect();
    let quiet = networks::quiet_bodies(conn, &bodies)?;
    let asked = store::list_asked(conn, &of("meeting"))?;
    let minutes: HashMap<i64, Sent> = minutes.into_iter().map(|m| (m.id, m)).collect();
    let tell = |e: &Entry| {
        let sent = minutes.get(&e.subject).filter(|_| e.kind == "minutes");
        let meeting = meetings.get(&sent.map_or(Id::new(e.subject), |m| m.meeting))?;
        let told = match sent {
            Some(sent) => of_minutes(conn, e, meeting, sent)?,
            None => of_meeting(conn, e, meeting, &asked)?,
        };
        Some(Told {
            title: meeting.title.clone(),
            by: e.actor,
            ways: vec![(meeting.network.raw(), meeting.body.raw())],
            quiet: quiet.contains(&meeting.body),
            ..told
        })
    };
    // Whoever invited last is told what came back.
    let invited = |meeting: i64| {
        let of = |e: &&Entry| e.subject == meeting && LETTERS.contains(&e.verb.as_str());
        events.iter().filter(of).filter_map(|e| e.actor).next_back()
    };
    let tell = |e: &Entry| {
        let told = tell(e)?;
        match (e.verb.as_str(), invited(e.subject)) {
            (CAME_BACK, Some(who)) => {
                Some(Told { asked: vec![who], by: None, due: None, read: Vec::new(), seats: Vec::new(), ..told })
            }
            (CAME_BACK, None) => None,
            _ => Some(told),
        }
    };
    let mut all: Vec<Told> = events.iter().filter_map(tell).collect();
    if window.letters {
        all.extend(polls(conn, window)?);
    }
    Ok(all)
}

/// Date polls that are open: for each who is asked, until she answered.
fn polls(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let open = store::list_polls(conn, window)?;
    let asked = store::list_polled(conn, &open.iter().map(|p| p.id.raw()).collect::<Vec<_>>())?;
    let tell = |p: crate::Poll| {
        let of = || asked.iter().filter(|(poll, ..)| *poll == p.id);
        let told = Told {
            title: p.title.clone(),
            path: PollPage { poll: p.id }.to_string(),
            ways: vec![(p.network.raw(), p.body.raw())],
            scopes: vec![p.scope()],
            due: Some(p.answer_until),
            asked: of().map(|(_, person, _)| *person).collect(),
            read: of()
                .filter(|(.., did)| *did)
                .map(|(_, person, _)| (*person, Moment::from_micros(i64::MAX)))
                .collect(),
            letter: true,
            ..Told::new(POLL, p.id.raw(), p.sent_at?, Weight::Direct)
        };
        (!told.asked.is_empty()).then(|| told.saying(|lang| T(lang).told_poll()))
    };
    Ok(open.into_iter().filter_map(tell).collect())
}

/// A meeting that lies ahead, or was called off.
fn of_meeting(conn: &Conn, e: &Entry, meeting: &Meeting, asked: &[Asked]) -> Option<Told> {
    let off = e.verb == "meeting.cancelled";
    let stands = if off { meeting.state == MeetingState::Cancelled } else { meeting.state == MeetingState::Invited };
    if !stands || meeting.starts_at <= conn.now() {
        return None;
    }
    let of = || asked.iter().filter(|a| a.meeting == meeting.id);
    let mut seats: Vec<i64> = of().filter_map(|a| a.seat).collect();
    seats.sort_unstable();
    // An agenda asks nothing.
    let asks = matches!(e.verb.as_str(), "meeting.invited" | "meeting.moved");
    let weight = match e.verb.as_str() {
        "meeting.cancelled" => Weight::Outcome,
        _ if asks => Weight::Duty,
        CAME_BACK => Weight::Direct,
        _ => Weight::New,
    };
    let told = Told {
        path: MeetingPage { meeting: meeting.id }.to_string(),
        scopes: vec![meeting.scope()],
        due: (!off).then(|| meeting.answer_until.unwrap_or_else(|| meeting.day())),
        seats,
        // Whoever comes through no seat of hers is invited in person.
        asked: of().filter(|a| a.seat.is_none()).filter_map(|a| a.person).collect(),
        read: of().filter(|a| asks && a.answered).filter_map(answered).collect(),
        letter: true,
        ..Told::new("meeting", e.subject, e.at, weight)
    };
    Some(told.saying(match e.verb.as_str() {
        "meeting.invited" => |lang| T(lang).letter_subject_invitation(),
        "meeting.moved" => |lang| T(lang).letter_subject_change(),
        "agenda.sent" => |lang| T(lang).letter_subject_agenda(),
        CAME_BACK => |lang| T(lang).told_came_back(),
        _ => |lang| T(lang).letter_subject_cancellation(),
    }))
}

/// Whoever answered has done what was asked, whatever becomes of the meeting's agenda.
fn answered(asked: &Asked) -> Option<(i64, Moment)> {
    Some((asked.person?, Moment::from_micros(i64::MAX)))
}

/// Minutes that went out, or are approved.
fn of_minutes(conn: &Conn, e: &Entry, meeting: &Meeting, sent: &Sent) -> Option<Told> {
    let approved = e.verb == "minutes.approved";
    let state = if approved { MinutesState::Approved } else { MinutesState::Circulated };
    if sent.state != state {
        return None;
    }
    let told = Told {
        path: MinutesPage { meeting: meeting.id }.to_string(),
        scopes: vec![Scope::body(Level::Body, meeting.network.raw(), meeting.body.raw())],
        // Until then objections are in time.
        due: sent.closes_at.filter(|at| !approved && *at > conn.now()).map(|at| at.plus_seconds(-1).day()),
        letter: !approved,
        ..Told::new("minutes", e.subject, e.at, if approved { Weight::Outcome } else { Weight::New })
    };
    Some(told.saying(if approved { |lang| T(lang).told_approved() } else { |lang| T(lang).told_circulated() }))
}
