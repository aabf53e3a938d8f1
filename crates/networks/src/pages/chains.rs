//! Chains of delegation: from the network over the body it elects to the seat far away, and where they break.

use kernel::{Id, Result};
use pictures::{
    About, Picture,
    ways::{Link, Place as Stage, State, Ways, draw},
};
use web::Reading;

use super::{
    boxes::fitting,
    shared::{body_link, soft},
    world::{Sitters, World},
};
use crate::{Body, EdgeKind, SeatKind, rules::Place, store::overview::HeldSeat, words::T};

/// The longest chain followed.
const HOPS: usize = 6;
/// The most names on one stage.
const NAMED: usize = 3;

/// The most bodies of the picture.
const BODIES: usize = 300;

/// The ways to each body into which is sent over at least one stage, joined into one picture, with its title; `None` where there
/// is no way.
///
/// # Errors
/// When a stored slug is none.
pub fn chains(
    r: &Reading<'_>,
    world: &World,
    sitters: &Sitters<'_>,
    focus: Option<Id<Body>>,
) -> Result<Option<(String, Picture)>> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut order: Vec<Id<Body>> = Vec::new();
    let mut places = Vec::new();
    let mut links: Vec<Link> = Vec::new();
    let mut ends: Vec<&Body> = Vec::new();
    for body in &world.bodies {
        let way = way_to(world, body.id);
        let sent = world.seats_of(body.id).any(|s| s.kind == SeatKind::Delegated);
        if way.len() < 2 || !sent || focus.is_some_and(|f| !way.contains(&f)) || order.len() + way.len() > BODIES {
            continue;
        }
        ends.push(body);
        let mut before: Option<(Id<Body>, usize)> = None;
        for id in way {
            let Some(stage) = world.body(id) else { continue };
            let at = match order.iter().position(|known| *known == id) {
                Some(at) => at,
                None => {
                    order.push(id);
                    places.push(place(r, world, sitters, stage, before.map(|(id, _)| id))?);
                    order.len() - 1
                }
            };
            if let Some((_, from)) = before
                && !links.iter().any(|link| (link.from, link.to) == (from, at))
            {
                let elects = world.seats_of(id).any(|s| s.kind == SeatKind::Elected);
                let label = if elects { t.edge_elects() } else { t.edge_sends() };
                links.push(Link { from, to: at, label: label.to_owned() });
            }
            before = Some((id, at));
        }
    }
    let title = match ends[..] {
        [] => return Ok(None),
        [one] => t.chain_title(one.name_in(lang)),
        _ => t.chain_title_all(ends.len()),
    };
    let names: Vec<String> = ends.iter().map(|b| b.name_in(lang).to_owned()).collect();
    let first = order.first().and_then(|id| world.body(*id)).map_or("", |b| b.name_in(lang));
    let about = About {
        id: "kette".to_owned(),
        title: title.clone(),
        description: t.chain_says(places.len(), first, i18n::list_and(lang, &names)),
        table_caption: title.clone(),
        table_head: [t.chain_stage(), t.chain_who(), t.chain_from(), t.chain_state()].map(str::to_owned).to_vec(),
    };
    Ok(Some((title, draw(&Ways { about, places, links }))))
}

/// The bodies from the network to this one, each sending into the next; stops where it would turn in a circle.
fn way_to(world: &World, body: Id<Body>) -> Vec<Id<Body>> {
    let mut way = vec![body];
    while way.len() < HOPS {
        let Some(here) = way.last().copied() else { break };
        // Without election or sending, an organ stands for what it is an organ of.
        let organ_of =
            world.joints.iter().filter(|j| j.kind == EdgeKind::OrganOf && j.from.id == here).map(|j| j.to.id);
        let above =
            world.senders(here).into_iter().chain(organ_of).find(|s| world.body(*s).is_some() && !way.contains(s));
        let Some(above) = above else { break };
        way.push(above);
    }
    way.reverse();
    way
}

fn place(
    r: &Reading<'_>,
    world: &World,
    sitters: &Sitters<'_>,
    body: &Body,
    before: Option<Id<Body>>,
) -> Result<Stage> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let seats: Vec<&HeldSeat> = world
        .seats_of(body.id)
        .filter(|s| s.is_member_seat() && before.is_none_or(|b| s.source == Some(b) || s.kind != SeatKind::Delegated))
        .collect();
    let filled = seats.iter().filter(|s| s.occupied).count();
    let broken = before.filter(|from| world.seats_of(*from).next().is_some()).is_some_and(|from| {
        let sent = seats.iter().filter(|s| s.kind == SeatKind::Delegated && s.source == Some(from));
        sent.clone().any(|s| sitters.is_broken(s, world.seats_of(from)))
    });
    let (state, state_label) = match (filled, broken) {
        (_, true) => (State::Broken, t.chain_broken().to_owned()),
        (0, _) if !seats.is_empty() => (State::Vacant, t.chain_vacant().to_owned()),
        (n, _) if n < seats.len() => (State::Ok, t.seats_filled(n, seats.len())),
        _ => (State::Ok, t.chain_ok().to_owned()),
    };
    Ok(Stage {
        title: soft(fitting(body, lang)),
        subtitle: who(r, sitters, body, &seats, filled),
        state,
        state_label,
        seats: Vec::new(),
        href: Some(body_link(r, &world.network.slug, body)?),
    })
}

/// The names where they are few and the reader may see them all, else how many.
fn who(r: &Reading<'_>, sitters: &Sitters<'_>, body: &Body, seats: &[&HeldSeat], filled: usize) -> String {
    let t = T(r.viewer.lang);
    let place = Place::from(body);
    let names: Vec<Option<String>> = seats
        .iter()
        .flat_map(|s| sitters.of(s.id))
        .filter(|x| x.capacity.fills())
        .map(|x| sitters.who(x, &place).map(|w| w.name.full()))
        .collect();
    let known: Vec<String> = names.iter().flatten().cloned().collect();
    if (1..=NAMED).contains(&names.len()) && known.len() == names.len() {
        return i18n::list_and(r.viewer.lang, &known);
    }
    if body.is_network() { t.members(filled) } else { t.seats(seats.len()) }
}
