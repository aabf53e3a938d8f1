//! What a calendar program fetches. Each time it is asked anew what the reader may see: whoever left a network leaves its
//! meetings, and what was called off leaves the calendar.

use std::collections::HashMap;

use formats::{CalendarFile, Method, write_calendar};
use kernel::{Actor, Error, Id, Result};
use networks::{Body, list_bodies_by_id};
use web::{Answer as Reply, Reading};

use crate::{
    Answer, Meeting, MeetingState,
    actions::calendar::hash,
    calendar::{Showing, event},
    pages::hidden,
    paths::{FeedFile, MeetingPage, NetworkFeed, PersonFeed},
    reads::{MOST, mine},
    store::{
        feeds,
        meetings::{list_public_of, span},
    },
    words::T,
};

/// How far a calendar looks back and ahead: months.
const MONTHS: (i32, i32) = (3, 24);
/// After so many hours programs may ask again.
const HOURS: u32 = 4;

/// The calendar of a person, for whoever has its address.
///
/// # Errors
/// [`Error::NotFound`] where nobody has this address, or it was taken away.
pub fn of_person(r: &Reading<'_>, p: PersonFeed) -> Result<Reply> {
    let feed = feeds::find_by_token(r.conn, &hash(p.file.token()))?.ok_or(Error::NotFound)?;
    let (today, lang) = (r.viewer.today, feed.lang);
    // Not who looks, but whose calendar it is; without any proof, as everywhere where nobody signed in.
    let actor = rights::load(r.conn, feed.person.raw(), today, None)?;
    let around = (today.plus_months(-MONTHS.0), today.plus_months(MONTHS.1));
    let mut found = mine(r.conn, &actor, feed.person, around)?;
    found.retain(|(m, answer)| shows(m) && !hidden(&actor, m) && *answer != Some(Answer::No));
    let bodies = bodies(r, &actor, found.iter().map(|(m, _)| m))?;
    let showing = if feed.titled { Showing::Titled } else { Showing::Neutral };
    let events = found.iter().filter_map(|(m, answer)| {
        let body = bodies.get(&m.body)?;
        let mut it = event(lang, (m, body), *answer, showing, r.viewer.now);
        if !it.private {
            it.url = r.site.absolute(&MeetingPage { meeting: m.id });
        }
        Some(it)
    });
    let name = T(lang).calendar_name().to_owned();
    let file = CalendarFile { method: Method::Publish, name, hours: HOURS, events: events.collect() };
    Ok(answer(&file).secret())
}

/// The public meetings of a network.
///
/// # Errors
/// [`Error::NotFound`] where the public knows of no such network.
pub fn of_network(r: &Reading<'_>, p: NetworkFeed) -> Result<Reply> {
    let nobody = Actor::public();
    let network = networks::find_network(r.conn, &nobody, p.network.as_str())?;
    let (today, lang) = (r.viewer.today, r.viewer.lang);
    let around = span(today.plus_months(-MONTHS.0), today.plus_months(MONTHS.1));
    let mut found = list_public_of(r.conn, network.id, around, MOST)?;
    found.retain(shows);
    let bodies = bodies(r, &nobody, found.iter())?;
    let events = found.iter().filter_map(|m| {
        let body = bodies.get(&m.body)?;
        let mut it = event(lang, (m, body), None, Showing::Titled, r.viewer.now);
        // The way into the room is for those who meet.
        it.note = body.name_in(lang).to_owned();
        it.url = r.site.absolute(&MeetingPage { meeting: m.id });
        Some(it)
    });
    let name = T(lang).calendar_name_of(network.name_in(lang));
    let file = CalendarFile { method: Method::Publish, name, hours: HOURS, events: events.collect() };
    Ok(answer(&file).until(today.next().at(0, 0)))
}

fn answer(file: &CalendarFile) -> Reply {
    Reply::data("text/calendar; charset=utf-8", write_calendar(file).into_bytes())
}

fn shows(m: &Meeting) -> bool {
    m.state != MeetingState::Cancelled
}

fn bodies<'a>(
    r: &Reading<'_>,
    actor: &Actor,
    of: impl Iterator<Item = &'a Meeting>,
) -> Result<HashMap<Id<Body>, Body>> {
    let mut ids: Vec<Id<Body>> = of.map(|m| m.body).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(list_bodies_by_id(r.conn, actor, &ids)?.into_iter().map(|b| (b.id, b)).collect())
}

/// The address of a person's calendar.
#[must_use]
pub fn address(r: &Reading<'_>, token: &str) -> String {
    r.site.absolute(&PersonFeed { file: FeedFile::new(token.to_owned()) })
}
