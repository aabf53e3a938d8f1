//! For whom persons are told while these are away: those who named them, and whose seats they stand in on by a decision.

use std::collections::HashMap;

use db::{Conn, args};
use kernel::{Actor, Day, Result};

use crate::Stands;

/// For whom each of some persons is told on a day. One statement, two more where somebody stands in.
///
/// # Errors
/// When the database cannot be read.
pub fn of(conn: &Conn, actors: &[Actor], day: Day) -> Result<HashMap<i64, Stands>> {
    let persons: Vec<i64> = actors.iter().filter_map(|actor| actor.person).collect();
    let mut found: HashMap<i64, Stands> = HashMap::new();
    for (who, away) in list_naming(conn, &persons, day)? {
        found.entry(who).or_default().persons.push(away);
    }
    let away: Vec<i64> = found.values().flat_map(|stands| stands.persons.iter().copied()).collect();
    let seats = if away.is_empty() { Vec::new() } else { list_seats_of(conn, &away, day)? };
    for stands in found.values_mut() {
        stands.seats = seats.iter().filter(|(_, person)| stands.persons.contains(person)).copied().collect();
    }
    let substitutes = |actor: &Actor| actor.sits.iter().filter(|s| s.substitute).map(|s| s.seat).collect::<Vec<_>>();
    let decided: Vec<i64> = actors.iter().flat_map(substitutes).collect();
    if decided.is_empty() {
        return Ok(found);
    }
    let empty = list_away_from(conn, &decided, day)?;
    for actor in actors {
        let (Some(person), hers) = (actor.person, substitutes(actor)) else { continue };
        let more: Vec<(i64, i64)> = empty.iter().filter(|(seat, _)| hers.contains(seat)).copied().collect();
        if !more.is_empty() {
            found.entry(person).or_default().seats.extend(more);
        }
    }
    Ok(found)
}

/// Those who named some persons and are away: whom they named, and who.
fn list_naming(conn: &Conn, persons: &[i64], day: Day) -> Result<Vec<(i64, i64)>> {
    conn.all(
        "SELECT x.substitute_id, x.person_id FROM notice_substitute x WHERE x.substitute_id IN (:persons*) \
         AND EXISTS (SELECT 1 FROM absence a WHERE a.person_id = x.person_id AND a.from_day <= :day AND a.until_day > :day) ORDER BY x.substitute_id, x.person_id",
        args! { persons: persons, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The seats some persons have: seat and person.
fn list_seats_of(conn: &Conn, persons: &[i64], day: Day) -> Result<Vec<(i64, i64)>> {
    conn.all(
        "SELECT DISTINCT v.seat_id, v.person_id FROM sits v WHERE v.person_id IN (:persons*) AND v.capacity <> 'substitute' AND v.from_day <= :day AND v.until_day > :day",
        args! { persons: persons, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Whoever has one of some seats and is away: seat and person.
fn list_away_from(conn: &Conn, seats: &[i64], day: Day) -> Result<Vec<(i64, i64)>> {
    conn.all(
        "SELECT DISTINCT v.seat_id, v.person_id FROM sits v WHERE v.seat_id IN (:seats*) AND v.capacity <> 'substitute' AND v.from_day <= :day AND v.until_day > :day \
         AND EXISTS (SELECT 1 FROM absence a WHERE a.person_id = v.person_id AND a.from_day <= :day AND a.until_day > :day)",
        args! { seats: seats, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
