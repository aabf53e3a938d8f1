//! Meetings as things of the house: their cards and what search knows of them.

use std::collections::HashMap;

use db::Conn;
use kernel::{Error, Id, Level, Result};
use networks::Body;
use web::{Card, Document, Kind, Viewer};

use crate::{
    Meeting, MeetingState, Minutes, MinutesState, Openness, Poll, PollState,
    letters::when,
    pages::hidden,
    paths::{MeetingPage, MinutesPage, PollPage},
    rules::minutes::Reader,
    store, told,
    words::T,
};

/// Meetings, their minutes, and date polls, which nobody searches for.
pub const KINDS: &[Kind] = &[
    Kind { name: "meeting", label: |lang| T(lang).nav_meetings(), cards, document, every: store::meetings::every },
    Kind {
        name: "minutes",
        label: |lang| T(lang).pro_search(),
        cards: minutes_cards,
        document: minutes_document,
        every: store::minutes::every,
    },
    Kind {
        name: told::POLL,
        label: |lang| T(lang).polls_label(),
        cards: poll_cards,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
];

fn cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let found = store::meetings::list_by_id(conn, &v.actor, wanted)?;
    let shown: Vec<Meeting> = found.into_iter().filter(|m| !hidden(&v.actor, m)).collect();
    let bodies: Vec<Id<Body>> = shown.iter().flat_map(|m| [m.body, m.network]).collect();
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: HashMap<Id<Body>, Body> =
        networks::list_bodies_by_id(conn, &v.actor, &bodies)?.into_iter().map(|b| (b.id, b)).collect();
    let card = |m: Meeting| {
        let body = bodies.get(&m.body)?;
        Some(Card {
            id: m.id.raw(),
            kind: "meeting",
            detail: format!("{} · {}", body.name_in(v.lang), when(v.lang, &m)),
            url: v.link(&MeetingPage { meeting: m.id }),
            icon: "calendar",
            hue: bodies.get(&m.network).map_or(0, |n| n.hue),
            title: m.title,
        })
    };
    Ok(shown.into_iter().filter_map(card).collect())
}

/// Found by its name and by what is on its agenda for everybody who sees it; a planned one by those who may see it before.
fn document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let m = match store::meetings::find_any_meeting(conn, Id::new(id)) {
        Ok(m) if m.state != MeetingState::Cancelled => m,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let mut words = vec![m.title.clone(), m.note.clone()];
    let items = store::agenda::list_items(conn, m.id)?;
    words.extend(items.into_iter().filter(|it| it.openness == Openness::Public).map(|it| it.title));
    let own = (Level::Body, m.body.raw());
    let scopes = match m.level {
        Level::Public => vec![(Level::Public, 0)],
        Level::AllNetworks => vec![(Level::AllNetworks, 0), own],
        Level::Network => vec![(Level::Network, m.network.raw()), own],
        _ => vec![own],
    };
    Ok(Some(Document { text: words.join(" "), scopes }))
}

/// Those of the body alone see that there are minutes, and nobody before they went out but those who write them.
fn minutes_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let mut found = store::minutes::list_minutes(conn, &v.actor, wanted)?;
    found.retain(|(m, minutes)| {
        let reader = Reader::by_seats(&v.actor, m, false, None);
        reader.within() && reader.opens(minutes)
    });
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: Vec<Id<Body>> = found.iter().flat_map(|(m, _)| [m.body, m.network]).collect();
    let bodies: HashMap<Id<Body>, Body> =
        networks::list_bodies_by_id(conn, &v.actor, &bodies)?.into_iter().map(|b| (b.id, b)).collect();
    let card = |(m, minutes): (Meeting, Minutes)| {
        let body = bodies.get(&m.body)?;
        Some(Card {
            id: minutes.id.raw(),
            kind: "minutes",
            title: format!("{}: {}", T(v.lang).pro_title(), m.title),
            detail: format!("{} · {}", body.name_in(v.lang), i18n::day_medium(v.lang, m.day())),
            url: v.link(&MinutesPage { meeting: m.id }),
            icon: "signature",
            hue: bodies.get(&m.network).map_or(0, |n| n.hue),
        })
    };
    Ok(found.into_iter().filter_map(card).collect())
}

/// For those who are asked or sit there; days that are still put together wait for nobody.
fn poll_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let mut found = store::polls::list_by_id(conn, &v.actor, wanted)?;
    found.retain(|p| p.state != PollState::Draft);
    let bodies: Vec<Id<Body>> = found.iter().flat_map(|p| [p.body, p.network]).collect();
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: HashMap<Id<Body>, Body> =
        networks::list_bodies_by_id(conn, &v.actor, &bodies)?.into_iter().map(|b| (b.id, b)).collect();
    let card = |p: Poll| {
        Some(Card {
            id: p.id.raw(),
            kind: told::POLL,
            detail: bodies.get(&p.body)?.name_in(v.lang).to_owned(),
            url: v.link(&PollPage { poll: p.id }),
            icon: "calendar",
            hue: bodies.get(&p.network).map_or(0, |n| n.hue),
            title: p.title,
        })
    };
    Ok(found.into_iter().filter_map(card).collect())
}

/// Found by the name of the meeting alone, once they went out: what was said stands in no index.
fn minutes_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let minutes = match store::minutes::find_minutes(conn, Id::new(id)) {
        Ok(minutes) if minutes.state != MinutesState::Draft => minutes,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let meeting = store::meetings::find_any_meeting(conn, minutes.meeting)?;
    let words = [T(kernel::Lang::De).pro_title(), T(kernel::Lang::En).pro_title(), meeting.title.as_str()];
    Ok(Some(Document { text: words.join(" "), scopes: vec![(Level::Body, meeting.body.raw())] }))
}
