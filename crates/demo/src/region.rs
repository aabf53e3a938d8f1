//! N1 and N2: the working circle of the StädteRegion, the Regionale AG with its committee, and who is sent where.

use std::collections::HashMap;

use db::Tx;
use kernel::{Day, Id, Office, Result, Voice};
use networks::{
    Deputed, Eligibility, EndReason, NewOccupancy, NewSeat, NewSubstitute, Occupant, Seat, SeatKind, Status,
};

use crate::{
    facts::{self, at, day, field, missing, rows},
    ground::{CONTACT, in_region},
    world::World,
};

/// The working circle: eleven posts, a host each quarter, no formal votes.
pub fn working_circle(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let admin = w.person(tx, "ak")?;
    w.found(tx, "ak-staedteregion", admin, "05334", None)?;
    let since = Day::literal("1992-01-01");
    let keys: Vec<String> = w.posts.keys().filter(|k| k.starts_with("05334")).cloned().collect();
    posts_sit(w, tx, "ak-staedteregion", "ak-staedteregion", &keys, since)?;
    // The host changes each quarter, and the rota for the coming year is known.
    let host = w.seat(
        tx,
        "ak-staedteregion",
        "ak-staedteregion",
        NewSeat::office(Office::Host, SeatKind::Territory, Day::literal("2025-01-01")),
    )?;
    let start = Day::literal("2025-01-01");
    let towns: Vec<&String> = keys.iter().filter(|k| *k != "05334008").collect();
    for (n, key) in towns.iter().cycle().take(12).enumerate() {
        let from = start.plus_months(i32::try_from(n * 3).unwrap_or(0));
        let turn =
            NewOccupancy::new(host, Occupant::Post(w.post(key)?.id), from).ended(from.plus_months(3), EndReason::Term);
        w.fill(tx, "ak-staedteregion", &turn)?;
    }
    Ok(())
}

/// Post seats, one for each key, in that order.
pub fn posts_sit(
    w: &World,
    tx: &Tx<'_>,
    network: &str,
    body: &str,
    keys: &[String],
    since: Day,
) -> Result<Vec<Id<Seat>>> {
    let seats: Vec<NewSeat> = keys.iter().map(|_| NewSeat::new(SeatKind::Post, since)).collect();
    let seats = w.seats(tx, network, body, &seats)?;
    for (seat, key) in seats.iter().zip(keys) {
        w.fill(tx, network, &NewOccupancy::new(*seat, Occupant::Post(w.post(key)?.id), since))?;
    }
    Ok(seats)
}

/// The five territories of the region: Stadt Aachen counts beside the StädteRegion.
fn quarter(key: &str) -> &str {
    if key == "05334002" { key } else { key.get(..5).unwrap_or(key) }
}

/// The Regionale AG: 38 posts, one of them vacant, and the committee they elect every two years.
pub fn regional_group(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let admin = w.person(tx, "rag")?;
    w.found(tx, "rag-aachen", admin, "region", None)?;
    let since = Day::literal("1998-01-01");
    let keys: Vec<String> = w.posts.keys().filter(|k| in_region(k) && k.as_str() != CONTACT).cloned().collect();
    let mut seats = Vec::new();
    for key in &keys {
        seats.push(NewSeat {
            source_territory: Some(w.territory(quarter(key))?),
            ..NewSeat::new(SeatKind::Post, since)
        });
    }
    let seats = w.seats(tx, "rag-aachen", "rag-aachen", &seats)?;
    for (seat, key) in seats.iter().zip(&keys) {
        w.fill(tx, "rag-aachen", &NewOccupancy::new(*seat, Occupant::Post(w.post(key)?.id), since))?;
    }
    committee(w, tx)
}

fn committee(w: &World, tx: &Tx<'_>) -> Result<()> {
    let since = Day::literal("1999-03-01");
    let rag = w.body("rag-aachen")?;
    let mut new = Vec::new();
    for n in 1..=8 {
        let place = rows(facts::GMA).find(|r| field(r, 0) == n.to_string()).ok_or_else(|| missing("seat", "gma"))?;
        let seat = NewSeat {
            source_body: Some(rag),
            source_territory: Some(w.territory(field(&place, 1))?),
            ..NewSeat::elected(24, Eligibility::Post, since)
        };
        new.push(seat);
    }
    for office in [Office::Chair, Office::DeputyChair] {
        new.push(NewSeat {
            term_months: Some(24),
            eligibility: Eligibility::Post,
            ..NewSeat::office(office, SeatKind::Elected, since)
        });
    }
    let seats = w.seats(tx, "rag-aachen", "gma", &new)?;
    for row in rows(facts::GMA) {
        let place = match field(&row, 0) {
            "chair" => 8,
            "deputy_chair" => 9,
            number => number.parse::<usize>().unwrap_or(1) - 1,
        };
        let seat = seats.get(place).copied().ok_or_else(|| missing("seat", field(&row, 0)))?;
        let from = day(field(&row, 3))?;
        let (post, person) = (w.post(field(&row, 2))?.id, w.holder(field(&row, 2), from)?);
        let mut term = NewOccupancy::new(seat, Occupant::person_by_post(person, post), from);
        if field(&row, 4) != "open" {
            let reason = facts::word(EndReason::from_word(field(&row, 5)), field(&row, 5))?;
            term = term.ended(day(field(&row, 4))?, reason);
        }
        // By-election: for the rest of the term, not for a new one.
        if from == Day::literal("2023-11-09") {
            term = term.term_end(Day::literal("2024-03-10"));
        }
        w.fill(tx, "rag-aachen", &term)?;
    }
    Ok(())
}

/// Who is sent into bodies of others, by the committee and by the conference of the Städtetag.
pub fn delegates(w: &World, tx: &Tx<'_>, network: &str, sender: &str) -> Result<()> {
    let sent = w.body(sender)?;
    let mut seats: HashMap<(&str, &str), Id<Seat>> = HashMap::new();
    let mine = rows(facts::BODIES).filter(|r| field(r, 1) == network && field(r, 2) == "outside").map(|r| field(&r, 0));
    let bodies: Vec<&str> = mine.collect();
    for row in rows(facts::DELEGATES).filter(|r| bodies.contains(&field(r, 0))) {
        let (body, number) = (field(&row, 0), field(&row, 1));
        let seat = match seats.get(&(body, number)) {
            Some(seat) => *seat,
            None => {
                let new = NewSeat {
                    number: number.parse().ok(),
                    ..NewSeat::delegated(sent, Voice::Advisory, Day::literal("2020-01-01"))
                };
                let seat = w.seat(tx, network, body, new)?;
                seats.insert((body, number), seat);
                seat
            }
        };
        if field(&row, 7) == "nominated" {
            w.nominated.borrow_mut().push((network.to_owned(), seat, row));
        } else {
            delegate(w, tx, network, seat, &row)?;
        }
    }
    Ok(())
}

/// Puts one delegate on her seat, with the substitute the row names.
pub fn delegate(w: &World, tx: &Tx<'_>, network: &str, seat: Id<Seat>, row: &[&'static str]) -> Result<()> {
    let (body, post) = (field(row, 0), field(row, 2));
    let from = day(field(row, 3))?;
    let status = facts::word(Status::from_word(field(row, 7)), field(row, 7))?;
    let occupant = Occupant::person_by_post(w.holder(post, from)?, w.post(post)?.id);
    let mut term = NewOccupancy::new(seat, occupant, from).term_end(day(field(row, 5))?).status(status);
    if field(row, 4) != "open" {
        term = term.ended(day(field(row, 4))?, facts::word(EndReason::from_word(field(row, 6)), field(row, 6))?);
    }
    w.fill(tx, network, &term)?;
    if !field(row, 8).is_empty() {
        let stands_in = Deputed::Person(w.holder(field(row, 8), from)?);
        let new = NewSubstitute {
            body: w.body(body)?,
            seat: Some(seat),
            who: stands_in,
            rank: 1,
            moves_up: false,
            from,
            until: Day::OPEN,
        };
        at(body, networks::name_substitute(tx, &w.keeper(network)?, &new))?;
    }
    Ok(())
}
