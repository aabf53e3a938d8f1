//! What positions have to tell: input that is asked for, signing that is asked for, publication, answers of addressees.

use std::collections::HashMap;

use db::{Conn, Entry};
use kernel::{Id, Level, Result, Scope};
use networks::Body;
use web::{Told, Weight, Window};

use crate::{
    Mover, MoverState, Position, State,
    paths::{PositionMovers, PositionPage},
    store::{signatures, told as store},
    words::T,
};

/// The kind of what a network is asked to sign: one thing for each network, beside the position itself.
pub const SIGNATURE: &str = "position_signature";

/// A body is asked to move a position together: told within that body.
const MOVERS: &str = "position.mover_asked";

/// What the registry asks: five statements, two more where bodies are asked to move something together.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let mut verbs = vec!["position.published", "position.answered"];
    if window.letters {
        verbs.extend(["position.input", MOVERS]);
    }
    let events = window.events(conn, &verbs)?;
    let asked = store::list_asked(conn, window)?;
    let ids: Vec<i64> = events.iter().map(|e| e.subject).chain(asked.iter().map(|a| a.position)).collect();
    let known: HashMap<i64, Position> =
        store::list_positions(conn, &ids)?.into_iter().map(|p| (p.id.raw(), p)).collect();
    let (questions, events): (Vec<Entry>, Vec<Entry>) = events.into_iter().partition(|e| e.verb == MOVERS);
    let asking = questions.iter().filter_map(|e| e.body.map(Id::new));
    let bodies: Vec<Id<Body>> =
        known.values().map(|p| p.body).chain(asked.iter().map(|a| a.network)).chain(asking).collect();
    let quiet = networks::quiet_bodies(conn, &bodies)?;
    let mut all: Vec<Told> = events.iter().filter_map(|e| happened(conn, e, known.get(&e.subject)?)).collect();
    all.extend(signing(conn, &asked, &known)?);
    all.extend(moving(conn, &questions, &known)?);
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
        let position = known.get(&a.position)?;
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
            ..of(position)
        };
        Some(told.saying(|lang| T(lang).told_signature()))
    };
    Ok(asked.iter().filter_map(tell).collect())
}

/// Bodies that are asked to move a position together: whoever leads one got a task, with its letter.
fn moving(conn: &Conn, questions: &[Entry], known: &HashMap<i64, Position>) -> Result<Vec<Told>> {
    if questions.is_empty() {
        return Ok(Vec::new());
    }
    let positions: Vec<i64> = questions.iter().map(|e| e.subject).collect();
    let mut movers = signatures::list_movers_of(conn, &positions)?;
    movers.retain(|(_, mover)| mover.state == MoverState::Asked);
    let bodies: Vec<Id<Body>> = movers.iter().flat_map(|(_, m)| [m.body, m.network]).collect();
    let leaders = if bodies.is_empty() { Vec::new() } else { tasks::list_leaders(conn, &bodies, conn.today())? };
    let of_body = |id: Id<Body>| leaders.iter().filter(move |(body, _)| *body == id).map(|(_, who)| who.raw());
    let tell = |e: &Entry| {
        let position = known.get(&e.subject).filter(|position| position.state.is_open())?;
        let asked = |(of, m): &&(Id<Position>, Mover)| *of == position.id && e.body == Some(m.body.raw());
        let (_, mover) = movers.iter().find(asked)?;
        // Where nobody leads the body itself, its network does.
        let mut who: Vec<i64> = of_body(mover.body).collect();
        if who.is_empty() {
            who = of_body(mover.network).collect();
        }
        let (network, body) = (mover.network.raw(), mover.body.raw());
        let told = Told {
            kind: "position_mover",
            path: PositionMovers { position: position.id }.to_string(),
            at: e.at,
            by: e.actor,
            weight: Weight::Direct,
            ways: vec![(network, body)],
            scopes: vec![Scope::body(Level::Body, network, body), Scope::body(Level::Network, network, network)],
            asked: who,
            letter: true,
            ..of(position)
        };
        Some(told.saying(|lang| T(lang).told_mover()))
    };
    Ok(questions.iter().filter_map(tell).collect())
}
