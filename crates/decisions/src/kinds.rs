//! What links and search know of votes and resolutions.

use std::collections::HashMap;

use db::Conn;
use kernel::{Error, Id, Level, Result};
use networks::{Body, list_bodies_by_id};
use web::{Card, Document, Kind, Reading, Viewer, Wanted};

use crate::{
    Standing, VoteKind, VoteState,
    pages::{
        place::lets_in,
        register::{show::called, standing_word},
    },
    paths::{ResolutionPage, VotePage},
    store::{resolutions as store, votes},
    words::T,
};

/// Resolutions; votes and elections.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "resolution",
        label: |lang| T(lang).register_facet(),
        cards,
        document,
        every: store::every_resolution,
    },
    Kind {
        name: "vote",
        label: |lang| T(lang).kind_votes(),
        cards: vote_cards,
        document: vote_document,
        every: every_vote,
    },
];

/// How many resolutions are named about a subject.
const RELEVANT: usize = 8;

/// Resolutions in force of the bodies that are asked for, that are about one of the topics or whose titles speak of the subject; the
/// latest first.
pub fn relevant(r: &Reading<'_>, wanted: &Wanted) -> Result<Vec<Card>> {
    let mut found = Vec::new();
    // Two at most: the body that sends, and its network.
    for body in &wanted.bodies {
        let all = store::list_resolutions(r.conn, &r.viewer.actor, Id::new(*body))?;
        found.extend(all.into_iter().filter(|it| it.standing(r.viewer.today) == Standing::InForce));
    }
    let ids: Vec<_> = found.iter().map(|it| it.id).collect();
    let topics = if wanted.topics.is_empty() { Vec::new() } else { store::list_topics_of(r.conn, &ids)? };
    let about = |id| topics.iter().any(|(of, topic)| *of == id && wanted.topics.contains(&topic.raw()));
    found.retain(|it| about(it.id) || wanted.applies(&it.title));
    found.sort_by_key(|it| std::cmp::Reverse((it.day, it.id)));
    let ids: Vec<i64> = found.iter().take(RELEVANT).map(|it| it.id.raw()).collect();
    let mut all = cards(r.conn, r.viewer, &ids)?;
    all.sort_by_key(|card| ids.iter().position(|id| *id == card.id));
    Ok(all)
}

fn cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let ids: Vec<_> = wanted.iter().copied().map(Id::new).collect();
    let found = store::list_resolutions_by_id(conn, &v.actor, &ids)?;
    let mut of: Vec<Id<Body>> = found.iter().flat_map(|one| [one.body, one.network]).collect();
    of.sort_unstable();
    of.dedup();
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: HashMap<Id<Body>, Body> =
        list_bodies_by_id(conn, &v.actor, &of)?.into_iter().map(|b| (b.id, b)).collect();
    let card = |one: &crate::Resolution| {
        let body = bodies.get(&one.body).filter(|body| lets_in(&v.actor, body))?;
        Some(Card {
            id: one.id.raw(),
            kind: "resolution",
            title: called(one),
            detail: format!("{} · {}", body.name_in(v.lang), standing_word(v.lang, one.standing(v.today))),
            url: v.link(&ResolutionPage { resolution: one.id }),
            icon: "signature",
            hue: bodies.get(&one.network).map_or(0, |network| network.hue),
        })
    };
    Ok(found.iter().filter_map(card).collect())
}

/// Who finds what has that level.
pub fn scopes_of(level: Level, network: Id<Body>, body: Id<Body>) -> Vec<(Level, i64)> {
    let own = (Level::Body, body.raw());
    match level {
        Level::Public => vec![(Level::Public, 0)],
        Level::AllNetworks => vec![(Level::AllNetworks, 0), own],
        Level::Network => vec![(Level::Network, network.raw()), own],
        Level::Body => vec![own],
        Level::Delegation | Level::Named => vec![],
    }
}

fn document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let found = store::find_words(conn, Id::new(id))?;
    Ok(found.map(|one| Document {
        text: format!("{} {} {}", one.mark, one.title, one.text),
        scopes: scopes_of(one.level, one.network, one.body),
    }))
}

fn vote_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let found = votes::list_by_id(conn, &v.actor, wanted)?;
    let shown: Vec<_> =
        found.into_iter().filter(|f| f.state != VoteState::Draft || crate::may_lead(&v.actor, f)).collect();
    let networks: Vec<Id<Body>> = shown.iter().map(|f| f.network).collect();
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    let hues: HashMap<Id<Body>, i64> =
        list_bodies_by_id(conn, &v.actor, &networks)?.into_iter().map(|b| (b.id, b.hue)).collect();
    let card = |found: crate::Vote| Card {
        id: found.id.raw(),
        kind: "vote",
        detail: crate::pages::state_line(v, &found),
        url: v.link(&VotePage { vote: found.id }),
        icon: if found.kind == VoteKind::Election { "seat" } else { "check" },
        hue: hues.get(&found.network).copied().unwrap_or_default(),
        title: found.title,
    };
    Ok(shown.into_iter().map(card).collect())
}

fn vote_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    match votes::find_any_vote(conn, Id::new(id)) {
        Ok(found) if found.state != VoteState::Draft => Ok(Some(Document {
            text: format!("{}\n{}", found.title, found.text),
            scopes: scopes_of(found.level, found.network, found.body),
        })),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn every_vote(conn: &Conn) -> Result<Vec<i64>> {
    votes::every_vote(conn)
}
