//! What waits for somebody, as cards of her inbox: requests to join, and whether what is kept of her is right.

use std::collections::HashMap;

use db::Conn;
use kernel::{Id, Result};
use web::{Card, Viewer};

use crate::{
    Body,
    paths::{CheckOwn, JoinShow},
    reads::{JoinTask, joining_for},
    store::{bodies::list_bodies_by_id, checks},
    told::{CHECK, REQUEST},
    words::T,
};

/// Requests the viewer can do something about.
///
/// # Errors
/// When the database cannot be read.
pub fn requests(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let card = |waiting: crate::reads::JoinWaiting| {
        let (request, title) = match waiting.task {
            JoinTask::Vouch(id) => (id, t.card_vouch()),
            JoinTask::Decide(id) => (id, t.card_decide()),
            JoinTask::Object(id) => (id, t.card_object()),
            JoinTask::Review(_) => return None,
        };
        wanted.contains(&request.raw()).then(|| Card {
            id: request.raw(),
            kind: REQUEST,
            title: title.to_owned(),
            detail: waiting.body.name_in(v.lang).to_owned(),
            url: v.link(&JoinShow { request }),
            icon: "door",
            hue: waiting.body.hue,
        })
    };
    Ok(joining_for(conn, &v.actor)?.into_iter().filter_map(card).collect())
}

/// The questions whether her data are right.
///
/// # Errors
/// When the database cannot be read.
pub fn checks(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let Some(person) = v.actor.person else { return Ok(Vec::new()) };
    let found = checks::list_own(conn, Id::new(person), wanted)?;
    let ids: Vec<Id<Body>> = found.iter().map(|(_, check)| check.body).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: HashMap<Id<Body>, Body> =
        list_bodies_by_id(conn, &v.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect();
    let card = |(link, check): (crate::CheckLink, crate::DataCheck)| {
        let body = bodies.get(&check.body)?;
        Some(Card {
            id: link.id.raw(),
            kind: CHECK,
            title: T(v.lang).check_title().to_owned(),
            detail: body.name_in(v.lang).to_owned(),
            url: v.link(&CheckOwn { link: link.id }),
            icon: "check",
            hue: body.hue,
        })
    };
    Ok(found.into_iter().filter_map(card).collect())
}
