//! Threads as things of the house: their cards and what search knows of them.

use std::collections::HashMap;

use db::Conn;
use kernel::{Error, Id, Level, Result};
use networks::Body;
use web::{Card, Document, Kind, Viewer};

use crate::{
    Circular, Thread,
    actions::circulars::writes,
    pages::kind_word,
    paths::{CircularPage, ThreadPage},
    store,
    told::CIRCULAR,
    words::T,
};

/// Threads, and circulars, which nobody searches for.
pub const KINDS: &[Kind] = &[
    Kind {
        name: crate::told::KIND,
        label: |lang| T(lang).nav_exchange(),
        cards,
        document,
        every: store::threads::every,
    },
    Kind {
        name: CIRCULAR,
        label: |lang| T(lang).circulars_label(),
        cards: circular_cards,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
];

fn cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let mut found = store::threads::list_by_id(conn, &v.actor, wanted)?;
    found.retain(|t| t.hidden.is_none());
    let ids: Vec<Id<Body>> = found.iter().flat_map(|t| [t.body, t.network]).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: HashMap<Id<Body>, Body> =
        networks::list_bodies_by_id(conn, &v.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect();
    let card = |thread: Thread| {
        let place = bodies.get(&thread.body).map(|b| b.name_in(v.lang).to_owned());
        let parts: Vec<String> = std::iter::once(kind_word(T(v.lang), thread.kind).to_owned()).chain(place).collect();
        Card {
            id: thread.id.raw(),
            kind: crate::told::KIND,
            detail: parts.join(" · "),
            url: v.link(&ThreadPage { thread: thread.id }),
            icon: "people",
            hue: bodies.get(&thread.network).map_or(0, |n| n.hue),
            title: thread.title,
        }
    };
    Ok(found.into_iter().map(card).collect())
}

/// For those they went to, and for those who lead the body they come from.
fn circular_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let networks: Vec<i64> = v.actor.sits.iter().map(|s| s.network).collect();
    let Some(person) = v.actor.person.filter(|_| !networks.is_empty()) else { return Ok(Vec::new()) };
    let mut found = store::circulars::list_got(conn, Id::new(person), &networks, wanted)?;
    let others: Vec<i64> = wanted.iter().copied().filter(|id| !found.iter().any(|c| c.id.raw() == *id)).collect();
    let led = store::circulars::list_some(conn, &others)?;
    let ids: Vec<Id<Body>> = found.iter().chain(&led).flat_map(|c| [c.body, c.network]).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: HashMap<Id<Body>, Body> =
        networks::list_bodies_by_id(conn, &v.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect();
    found.extend(led.into_iter().filter(|c| bodies.get(&c.body).is_some_and(|body| writes(&v.actor, body))));
    let card = |c: Circular| Card {
        id: c.id.raw(),
        kind: CIRCULAR,
        // One that came through another network names the body it comes from only to those who may know of it.
        detail: bodies.get(&c.body).map_or_else(String::new, |b| b.name_in(v.lang).to_owned()),
        url: v.link(&CircularPage { circular: c.id }),
        icon: "mail",
        hue: bodies.get(&c.network).map_or(0, |n| n.hue),
        title: c.subject,
    };
    Ok(found.into_iter().map(card).collect())
}

/// Found by everybody who reads it, by its words and those of its answers. What is confidential or out of sight is found by
/// nobody.
fn document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let thread = match store::threads::find_any_thread(conn, Id::new(id)) {
        Ok(thread) if thread.hidden.is_none() && !thread.confidential => thread,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let replies = store::replies::list_replies(conn, thread.id)?;
    let mut words = vec![thread.title.clone(), text::plain(&thread.words)];
    words.extend(thread.outcome.iter().map(|o| text::plain(&o.words)));
    words.extend(replies.iter().filter(|y| y.hidden.is_none()).map(|y| text::plain(&y.words)));
    let own = (Level::Body, thread.body.raw());
    let mut scopes = match thread.level {
        Level::Public | Level::AllNetworks => vec![(Level::AllNetworks, 0), own],
        Level::Network => vec![(Level::Network, thread.network.raw()), own],
        _ => vec![own],
    };
    let ways = store::threads::list_forwards(conn, &[thread.id])?;
    scopes.extend(ways.iter().map(|way| (Level::Network, way.network.raw())));
    Ok(Some(Document { text: words.join(" "), scopes }))
}
