//! What networks have to tell: bodies that end, and in the inbox what letters of their own told: requests to join, data
//! checks. What begins stands among what is new; whoever founds a network founds its bodies with it, and nobody wants a letter
//! for each.

use std::collections::HashMap;

use db::Conn;
use kernel::{Id, Level, Result, Scope};
use web::{Told, Weight, Window};

use crate::{
    Body, JoinState,
    paths::{CheckOwn, JoinShow, NetworkPage},
    rules::{check_last, still_runs},
    store::{bodies, checks, joining::requests},
    words::T,
};

const VERBS: [&str; 1] = ["body.ended"];
/// The kind of requests to join.
pub const REQUEST: &str = "join_request";
/// The kind of questions whether one's data are right.
pub const CHECK: &str = "data_check_link";

/// What the registry asks: three statements, with what letters of their own told four more.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let mut all = ended(conn, window)?;
    if window.letters {
        all.extend(joining(conn, window)?);
        all.extend(checking(conn, window)?);
    }
    Ok(all)
}

fn ended(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
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

/// Requests to join: for those who are named and have not answered; once they go on, for the members, of whom each is shown
/// those she may do something about.
fn joining(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let waiting = requests::list_told(conn, window)?;
    let ids: Vec<_> = waiting.iter().map(|q| q.id).collect();
    let named = requests::list_named(conn, &ids)?;
    let bodies: Vec<Id<Body>> = waiting.iter().map(|q| q.body).collect();
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    let known: HashMap<Id<Body>, Body> =
        bodies::list_for_program(conn, &bodies)?.into_iter().map(|b| (b.id, b)).collect();
    let tell = |q: requests::ToldRequest| {
        let body = known.get(&q.body)?;
        let (network, body) = (body.network.raw(), body.id.raw());
        let vouching = q.state == JoinState::Waiting;
        let asked: Vec<i64> = named.iter().filter(|(id, _)| vouching && *id == q.id).map(|(_, who)| *who).collect();
        if vouching && asked.is_empty() || q.state == JoinState::Objecting && !still_runs(conn.now(), q.due) {
            return None;
        }
        let told = Told {
            path: JoinShow { request: q.id }.to_string(),
            ways: vec![(network, network), (network, body)],
            scopes: vec![Scope::body(Level::Body, network, network), Scope::body(Level::Body, network, body)],
            due: q.due.map(check_last),
            asked,
            letter: true,
            ..Told::new(REQUEST, q.id.raw(), q.at, if vouching { Weight::Direct } else { Weight::New })
        };
        Some(told.saying(match q.state {
            JoinState::Waiting => |lang| T(lang).told_vouch(),
            JoinState::Handed => |lang| T(lang).told_decide(),
            _ => |lang| T(lang).told_object(),
        }))
    };
    Ok(waiting.into_iter().filter_map(tell).collect())
}

/// Whoever is asked whether what is kept of her is right, until she answered or the round is over.
fn checking(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let tell = |(link, check): (crate::CheckLink, crate::DataCheck)| {
        let person = link.person.raw();
        let told = Told {
            path: CheckOwn { link: link.id }.to_string(),
            ways: vec![(check.body.raw(), check.body.raw())],
            due: Some(check_last(check.due)),
            asked: vec![person],
            read: link.answered.map(|at| (person, at.max(check.created))).into_iter().collect(),
            letter: true,
            ..Told::new(CHECK, link.id.raw(), check.created, Weight::Direct)
        };
        told.saying(|lang| T(lang).told_check())
    };
    Ok(checks::list_told(conn, window)?.into_iter().map(tell).collect())
}
