//! What decisions have to tell: votes that open, what came of them, resolutions that end.

use std::collections::HashMap;

use db::{Conn, Entry};
use kernel::{Id, Moment, Result};
use networks::Body;
use web::{Told, Weight, Window};

use crate::{
    Resolution, Vote, VoteKind, VoteState,
    paths::{ResolutionPage, VotePage},
    store::told as store,
    words::T,
};

/// What the registry asks: seven statements.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let mut verbs = vec!["vote.decided", "resolution.superseded", "resolution.repealed"];
    if window.letters {
        verbs.push("vote.opened");
    }
    let events = window.events(conn, &verbs)?;
    let of = |kind: &str| -> Vec<i64> { events.iter().filter(|e| e.kind == kind).map(|e| e.subject).collect() };
    let votes: HashMap<i64, Vote> =
        store::list_votes(conn, &of("vote"))?.into_iter().map(|v| (v.id.raw(), v)).collect();
    let resolutions: HashMap<i64, Resolution> =
        store::list_resolutions(conn, &of("resolution"))?.into_iter().map(|r| (r.id.raw(), r)).collect();
    let bodies: Vec<Id<Body>> = votes.values().map(|v| v.body).chain(resolutions.values().map(|r| r.body)).collect();
    let quiet = networks::quiet_bodies(conn, &bodies)?;
    let open: Vec<i64> = votes.values().filter(|v| v.state == VoteState::Open).map(|v| v.id.raw()).collect();
    let topics = store::list_topics(conn, &of("resolution"), &of("vote"))?;
    let (seats, cast) = (store::list_seats(conn, &open)?, store::list_cast(conn, &open)?);
    let tell = |e: &Entry| {
        let told = match (votes.get(&e.subject), resolutions.get(&e.subject)) {
            (Some(vote), _) if e.verb == "vote.opened" => opened(e, vote, &seats, &cast)?,
            (Some(vote), _) if e.verb == "vote.decided" => decided(e, vote)?,
            (_, Some(resolution)) if e.kind == "resolution" => ended(e, resolution),
            _ => return None,
        };
        let (network, body) = told.ways[0];
        let quiet = quiet.contains(&Id::new(body)) || quiet.contains(&Id::new(network));
        let under = topics.iter().filter(|(kind, id, _)| (*kind, *id) == (told.kind, told.id));
        Some(Told { by: e.actor, quiet, topics: under.map(|(.., topic)| *topic).collect(), ..told })
    };
    Ok(events.iter().filter_map(tell).collect())
}

fn of_vote(e: &Entry, vote: &Vote, weight: Weight) -> Told {
    Told {
        title: vote.title.clone(),
        path: VotePage { vote: vote.id }.to_string(),
        ways: vec![(vote.network.raw(), vote.body.raw())],
        scopes: vec![vote.scope()],
        ..Told::new("vote", e.subject, e.at, weight)
    }
}

/// Votes are taken: a duty of the seats on its roll, until whoever sits there voted.
fn opened(e: &Entry, vote: &Vote, seats: &[(i64, i64)], cast: &[(i64, i64)]) -> Option<Told> {
    if vote.state != VoteState::Open || !vote.method.is_cast_here() {
        return None;
    }
    let of = |pairs: &[(i64, i64)]| -> Vec<i64> {
        pairs.iter().filter(|(id, _)| *id == e.subject).map(|(_, what)| *what).collect()
    };
    let mut seats = of(seats);
    seats.sort_unstable();
    let read = of(cast).into_iter().map(|person| (person, Moment::from_micros(i64::MAX))).collect();
    let told = Told { due: vote.last_day(), seats, read, letter: true, ..of_vote(e, vote, Weight::Duty) };
    Some(told.saying(if vote.kind == VoteKind::Election {
        |lang| T(lang).told_election()
    } else {
        |lang| T(lang).news_opened()
    }))
}

fn decided(e: &Entry, vote: &Vote) -> Option<Told> {
    let told = of_vote(e, vote, Weight::Outcome).saying(|lang| T(lang).news_decided());
    (vote.state == VoteState::Decided).then_some(told)
}

fn ended(e: &Entry, resolution: &Resolution) -> Told {
    let told = Told {
        title: format!("{} {}", resolution.mark, resolution.title),
        path: ResolutionPage { resolution: resolution.id }.to_string(),
        ways: vec![(resolution.network.raw(), resolution.body.raw())],
        scopes: vec![kernel::Scope::body(resolution.level, resolution.network.raw(), resolution.body.raw())],
        ..Told::new("resolution", e.subject, e.at, Weight::Outcome)
    };
    told.saying(if e.verb == "resolution.repealed" {
        |lang| T(lang).news_repealed()
    } else {
        |lang| T(lang).news_superseded()
    })
}
