//! What networks have to tell: bodies that end. What begins stands among what is new; whoever founds a network founds its
//! bodies with it, and nobody wants a letter for each.

use std::collections::HashMap;

use db::Conn;
use kernel::{Id, Result};
use web::{Told, Weight, Window};

use crate::{Body, paths::NetworkPage, store::bodies, words::T};

const VERBS: [&str; 1] = ["body.ended"];

/// What the registry asks: three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let events = window.events(conn, &VERBS)?;
    let mut ids: Vec<Id<Body>> = events.iter().map(|e| Id::new(e.subject)).collect();
    ids.extend(events.iter().filter_map(|e| e.network.map(Id::new)));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let quiet = bodies::quiet_bodies(conn, &ids)?;
    let known: HashMap<i64, Body> =
        bodies::list_for_program(conn, &ids)?.into_iter().map(|b| (b.id.raw(), b)).collect();
    let tell = |e: db::Entry| {
        let (body, network) = (known.get(&e.subject)?, known.get(&e.network?)?);
        let slug = network.slug.parse().ok()?;
        let told = Told {
            title: body.name.clone(),
            path: NetworkPage { network: slug }.to_string(),
            by: e.actor,
            ways: vec![(network.id.raw(), network.id.raw()), (network.id.raw(), body.id.raw())],
            scopes: vec![body.scope()],
            quiet: quiet.contains(&body.id),
            ..Told::new("body", e.subject, e.at, Weight::Outcome)
        };
        Some(told.saying(|lang| T(lang).told_body_ended()))
    };
    Ok(events.into_iter().filter_map(tell).collect())
}
