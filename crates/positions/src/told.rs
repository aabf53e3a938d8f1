//! What positions have to tell: input that is asked for, signing that is asked for, publication, answers of addressees.

use std::collections::HashMap;

use db::{Conn, Entry};
use kernel::{Id, Level, Result, Scope};
use networks::Body;
use web::{Told, Weight, Window};

use crate::{Position, State, paths::PositionPage, store::told as store, words::T};

/// The kind of what a network is asked to sign: one thing for each network, beside the position itself.
pub const SIGNATURE: &str = "position_signature";

/// What the registry asks: five statements.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let mut verbs = vec!["position.published", "position.answered"];
    if window.letters {
        verbs.push("position.input");
    }
    let events = window.events(conn, &verbs)?;
    let asked = store::list_asked(conn, window)?;
    let ids: Vec<i64> = events.iter().map(|e| e.subject).chain(asked.iter().map(|a| a.position)).collect();
    let known: HashMap<i64, Position> =
        store::list_positions(conn, &ids)?.into_iter().map(|p| (p.id.raw(), p)).collect();
    let bodies: Vec<Id<Body>> = known.values().map(|p| p.body).chain(asked.iter().map(|a| a.network)).collect();
    let quiet = networks::quiet_bodies(conn, &bodies)?;
    let mut all: Vec<Told> = events.iter().filter_map(|e| happened(conn, e, known.get(&e.subject)?)).collect();
    all.extend(signing(conn, &asked, &known)?);
    for told in &mut all {
        told.quiet = told.ways.iter().any(|(_, body)| quiet.contains(&Id::new(*body)));
    }
    Ok(all)
}

fn of(position: &Position) -> Told {
    let (network, body) = (position.network.raw(), position.body.raw());
    // A draft is for the body; what the network may read reaches all of it.
    let mut ways = vec![(network, body)];
    if position.level <= Level::Network && network != body {
        ways.push((network, network));
    }
    Told {
        title: position.title.clone(),
        path: PositionPage { position: position.id }.to_string(),
        ways,
        scopes: vec![position.scope(), Scope::body(Level::Body, network, body)],
        topics: position.topic.iter().map(|topic| topic.raw()).collect(),
        ..Told::new("position", position.id.raw(), position.made_at, Weight::Outcome)
    }
}

fn happened(conn: &Conn, e: &Entry, position: &Position) -> Option<Told> {
    let told = Told { at: e.at, by: e.actor, ..of(position) };
    match e.verb.as_str() {
        "position.input" => {
            let open = position.state == State::Input && position.input_until.is_some_and(|day| day >= conn.today());
            let told = Told { weight: Weight::New, due: position.input_until, letter: true, ..told };
            open.then(|| told.saying(|lang| T(lang).told_input()))
        }
        "position.answered" => Some(told.saying(|lang| T(lang).told_answered())),
        _ => position.state.is_published().then(|| told.saying(|lang| T(lang).told_published())),
    }
}

/// Networks that are asked to sign: those who lead them got a task, with its letter.
fn signing(conn: &Conn, asked: &[store::Asked], known: &HashMap<i64, Position>) -> Result<Vec<Told>> {
    let networks: Vec<Id<Body>> = asked.iter().map(|a| a.network).collect();
    let leaders = if networks.is_empty() { Vec::new() } else { tasks::list_leaders(conn, &networks, conn.today())? };
    let tell = |a: &store::Asked| {
        let network = a.network.raw();
        let told = Told {
            kind: SIGNATURE,
            id: a.signature.raw(),
            at: a.at,
            by: a.by,
            weight: Weight::New,
            ways: vec![(network, network)],
            scopes: vec![Scope::body(Level::Network, network, network)],
            due: a.until,
            lettered: leaders.iter().filter(|(body, _)| *body == a.network).map(|(_, who)| who.raw()).collect(),
            ..of(known.get(&a.position)?)
        };
        Some(told.saying(|lang| T(lang).told_signature()))
    };
    Ok(asked.iter().filter_map(tell).collect())
}
