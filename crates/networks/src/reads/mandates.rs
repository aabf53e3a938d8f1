//! Across bodies: what is vacant, what ends, who is sent where.

use std::collections::HashMap;

use db::Conn;
use kernel::{Actor, Day, Id, Result};
use rights::{Action, Kind};

use super::{
    roster::{assembled, persons},
    soon_after,
};
use crate::{
    Body, Counts, Delegation, Depends, Link, Names, RosterSeat, Seat, SeatIn,
    store::{
        bodies::list_bodies_by_id,
        mandates::{count_seats, list_chain, list_delegated, list_dependent, list_ending, list_vacant},
        roster::list_sitting_on,
    },
};

/// Vacant seats of networks and their bodies, as far as the reader may see them: with the day since which they are, by
/// body and number. Four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn vacancies(conn: &Conn, actor: &Actor, networks: &[Id<Body>], day: Day, soon: Day) -> Result<Vec<SeatIn>> {
    let vacant = list_vacant(conn, actor, networks, day)?;
    let mut list = seats_in(conn, actor, &vacant.iter().map(|v| v.0).collect::<Vec<_>>(), day, soon)?;
    let since: HashMap<Id<Seat>, Option<Day>> = vacant.into_iter().collect();
    for entry in &mut list {
        entry.vacant_since = since.get(&entry.seat.id).copied().flatten();
    }
    Ok(list)
}

/// Seats of networks and their bodies that end up to `soon` or carry over already, by body and number. Four
/// statements.
///
/// # Errors
/// When the database cannot be read.
pub fn ends_soon(conn: &Conn, actor: &Actor, networks: &[Id<Body>], day: Day, soon: Day) -> Result<Vec<SeatIn>> {
    seats_in(conn, actor, &list_ending(conn, actor, networks, day, soon)?, day, soon)
}

/// Seats that would depend on an occupancy which ends: told before it does. Four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn dependents(
    conn: &Conn,
    actor: &Actor,
    seat: Id<Seat>,
    body: Id<Body>,
    person: Option<i64>,
    day: Day,
) -> Result<Vec<(SeatIn, Depends)>> {
    let found = list_dependent(conn, actor, seat, body, person, day)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let why: HashMap<Id<Seat>, Depends> = found.iter().map(|(seat, _, why)| (*seat, *why)).collect();
    let seats = seats_in(conn, actor, &found.iter().map(|f| f.0).collect::<Vec<_>>(), day, soon_after(day))?;
    Ok(seats.into_iter().filter_map(|s| why.get(&s.seat.id).copied().map(|why| (s, why))).collect())
}

fn seats_in(conn: &Conn, actor: &Actor, seats: &[Id<Seat>], day: Day, soon: Day) -> Result<Vec<SeatIn>> {
    let seats = sitting_on(conn, actor, seats, day, soon)?;
    let bodies = bodies_of(conn, actor, seats.iter().map(|s| s.body))?;
    let mut list: Vec<(usize, SeatIn)> = Vec::with_capacity(seats.len());
    for seat in seats {
        if let Some((order, body)) = bodies.get(&seat.body) {
            list.push((*order, SeatIn { body: body.clone(), seat, vacant_since: None }));
        }
    }
    list.sort_by_key(|(order, s)| (*order, s.seat.number));
    Ok(list.into_iter().map(|(_, s)| s).collect())
}

fn sitting_on(conn: &Conn, actor: &Actor, seats: &[Id<Seat>], day: Day, soon: Day) -> Result<Vec<RosterSeat>> {
    let rows = list_sitting_on(conn, actor, seats, day)?;
    let names = Names::load(conn, actor, persons(&rows))?;
    Ok(assembled(rows, &names, actor, day, soon))
}

/// Bodies by number, with their place in the order of names.
pub fn bodies_of(
    conn: &Conn,
    actor: &Actor,
    ids: impl Iterator<Item = Id<Body>>,
) -> Result<HashMap<Id<Body>, (usize, Body)>> {
    let mut ids: Vec<Id<Body>> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(list_bodies_by_id(conn, actor, &ids)?.into_iter().enumerate().map(|(n, b)| (b.id, (n, b))).collect())
}

/// How many seats bodies have, for those whose roster the reader may see. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn counts(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], day: Day) -> Result<HashMap<Id<Body>, Counts>> {
    let rows = count_seats(conn, actor, bodies, day)?;
    Ok(rows.into_iter().map(|(body, [seats, voting, filled])| (body, Counts { seats, voting, filled })).collect())
}

/// Who a network's bodies send where, and who is sent into them, with whoever sits there; both bodies must be
/// visible. Four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn delegations(conn: &Conn, actor: &Actor, network: Id<Body>, day: Day, soon: Day) -> Result<Vec<Delegation>> {
    let found = list_delegated(conn, actor, network, day)?;
    delegated(conn, actor, found.into_iter().map(|(seat, sender)| (1, seat, sender, None)).collect(), day, soon)
}

/// The chain of delegations from a body upward: who is sent into it, who sends there, and so on, at most six hops.
/// Four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn chain(conn: &Conn, actor: &Actor, body: Id<Body>, day: Day, soon: Day) -> Result<Vec<Delegation>> {
    let found = list_chain(conn, actor, body, day)?;
    delegated(
        conn,
        actor,
        found.into_iter().map(|(hop, seat, sender, link)| (hop, seat, sender, Some(link))).collect(),
        day,
        soon,
    )
}

type Found = (i64, Id<Seat>, Id<Body>, Option<Link>);

fn delegated(conn: &Conn, actor: &Actor, found: Vec<Found>, day: Day, soon: Day) -> Result<Vec<Delegation>> {
    let seats = sitting_on(conn, actor, &found.iter().map(|f| f.1).collect::<Vec<_>>(), day, soon)?;
    let bodies = bodies_of(conn, actor, seats.iter().map(|s| s.body).chain(found.iter().map(|f| f.2)))?;
    let mut seats: HashMap<Id<Seat>, RosterSeat> = seats.into_iter().map(|s| (s.id, s)).collect();
    // Whether somebody still sits in the body that sends is told to those who may see who sits there.
    let told = |sender: &Body| rights::allows(actor, Kind::Roster, Action::Read, &sender.roster_scope());
    let mut list = Vec::with_capacity(found.len());
    for (hop, seat, sender, link) in found {
        let Some(seat) = seats.remove(&seat) else { continue };
        if let (Some((from, sender)), Some((to, receiver))) = (bodies.get(&sender), bodies.get(&seat.body)) {
            let link = link.filter(|l| *l == Link::Vacant || told(sender));
            list.push((
                (hop, *from, *to, seat.number),
                Delegation { hop, sender: sender.clone(), receiver: receiver.clone(), seat, link },
            ));
        }
    }
    list.sort_by_key(|(order, _)| *order);
    Ok(list.into_iter().map(|(_, d)| d).collect())
}
