//! N8, N9 and one invented network: two sensitive ones, and one whose very existence stays within.

use db::Tx;
use kernel::{Actor, Day, Id, Result};
use networks::{Audience, Field, NewOccupancy, NewSeat, Occupant, SeatKind};
use people::Person;

use crate::{
    facts::{at, missing},
    world::World,
};

/// Towns whose administrations have somebody in the LSBTIQ* network.
const TOWNS: [&str; 23] = [
    "05315000", "05111000", "05913000", "05113000", "05112000", "05911000", "05116000", "05314000", "05515000",
    "05711000", "05124000", "05513000", "05114000", "05119000", "05914000", "05915000", "05122000", "05316000",
    "05774032", "05970040", "05162024", "05562032", "05334002",
];

/// The Kommunales LSBTIQ*-NRW-Netzwerk: 24 persons, each with the administration she works for.
pub fn lsbtiq(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let network = "lsbtiq-nrw";
    let admin = w.person_at(tx, "lsbtiq", "koeln.example.org")?;
    w.found(tx, network, admin, "05", None)?;
    let mut members = vec![(admin, Occupant::person_by_organisation(admin, w.organisation("05315000")?))];
    for town in TOWNS {
        let person = w.person_at(tx, "-", "rathaus.example.org")?;
        members.push((person, Occupant::person_by_organisation(person, w.organisation(town)?)));
    }
    sit(w, tx, network, &members, Day::literal("2013-03-01"))?;
    within(w, tx, network, members.iter().map(|m| m.0))
}

/// LGBTQIA+ und Gleichstellung: posts and persons from all over the country.
pub fn lgbtqia(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let network = "lgbtqia-gleichstellung";
    let admin = w.person_at(tx, "lgbtqia", "kiel.example.org")?;
    w.found(tx, network, admin, "bund", None)?;
    let mut members = vec![(admin, Occupant::person(admin))];
    let mira = w.person(tx, "mira")?;
    members.push((mira, Occupant::person(mira)));
    for _ in 0..12 {
        let person = w.person_at(tx, "-", "verwaltung.example.org")?;
        members.push((person, Occupant::person(person)));
    }
    let since = Day::literal("2021-06-01");
    sit(w, tx, network, &members, since)?;
    let mut seen: Vec<Id<Person>> = members.iter().map(|m| m.0).collect();
    let posts = ["05314000", "05711000", "05113000", "05515000", "05911000"];
    crate::region::posts_sit(w, tx, network, network, &posts.map(str::to_owned), since)?;
    for key in posts {
        seen.extend(w.post(key)?.holder(tx.today()));
    }
    within(w, tx, network, seen.into_iter())
}

/// The round table nobody outside knows of: five persons.
pub fn unlisted(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let network = "rueckhalt";
    let admin = w.person_at(tx, "verborgen", "rueckhalt.example.org")?;
    w.found(tx, network, admin, "05", None)?;
    let since = Day::literal("2024-09-01");
    let mut members = vec![(admin, Occupant::person(admin))];
    for key in ["05113000", "05370020", "05913000", "05774032"] {
        let (post, person) = (w.post(key)?.id, w.holder(key, since)?);
        members.push((person, Occupant::person_by_post(person, post)));
    }
    sit(w, tx, network, &members, since)?;
    within(w, tx, network, members.iter().map(|m| m.0))
}

fn sit(w: &World, tx: &Tx<'_>, network: &str, members: &[(Id<Person>, Occupant)], since: Day) -> Result<()> {
    let new: Vec<NewSeat> = members.iter().map(|_| NewSeat::new(SeatKind::Personal, since)).collect();
    let seats = w.seats(tx, network, network, &new)?;
    for (n, (seat, (_, who))) in seats.into_iter().zip(members).enumerate() {
        let joined = since.plus_months(i32::try_from(n * 5 % 24).unwrap_or(0));
        w.fill(tx, network, &NewOccupancy::new(seat, *who, joined))?;
    }
    Ok(())
}

/// In a sensitive network one sees each other's names only by consent; all but every ninth give it.
fn within(w: &World, tx: &Tx<'_>, network: &str, persons: impl Iterator<Item = Id<Person>>) -> Result<()> {
    let body = w.body(network)?;
    for (n, person) in persons.enumerate() {
        if n % 9 != 8 {
            let her = own(tx, person)?;
            at(network, networks::give_consent(tx, &her, Field::Name, Audience::Network, Some(body)))?;
        }
    }
    Ok(())
}

/// A person acting for herself.
pub fn own(tx: &Tx<'_>, person: Id<Person>) -> Result<Actor> {
    let actor = rights::load(tx, person.raw(), tx.today(), Some(tx.now()))?;
    if actor.person == Some(person.raw()) { Ok(actor) } else { Err(missing("person", &person.to_string())) }
}
