//! Resolutions as other parts of the house show and find them.

use std::collections::HashMap;

use db::Conn;
use kernel::{Id, Level, Result};
use networks::{Body, list_bodies_by_id};
use web::{Card, Document, Kind, Viewer};

use crate::{
    pages::{
        place::lets_in,
        register::{show::called, standing_word},
    },
    paths::ResolutionPage,
    store::resolutions as store,
    words::T,
};

/// Resolutions.
pub const KIND: Kind = Kind {
    name: "resolution",
    label: |lang| T(lang).register_facet(),
    cards,
    document,
    every: store::every_resolution,
};

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
fn scopes_of(level: Level, network: Id<Body>, body: Id<Body>) -> Vec<(Level, i64)> {
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
