//! N4 and N5: the LAG NRW with its 370 posts and eight speakers, and the conference in the Städtetag NRW.

use std::collections::HashSet;

use db::Tx;
use kernel::{Day, Id, Office, Result, Voice};
use networks::{Basis, Deputed, Eligibility, EndReason, NewOccupancy, NewRepresentative, NewSeat, Occupant, SeatKind};
use people::{Grain, NewOrganisation, OrganisationKind, Person};

use crate::{
    facts::{self, at, missing, rows},
    ground::CONTACT,
    region::{delegates, posts_sit},
    world::World,
};

const LAG: &str = "lag-nrw";
/// Posts that have not joined the LAG in this world: membership is voluntary.
const OUTSIDE: [&str; 5] = ["05382048", "05570052", "05758036", "05770040", "05958024"];
/// For each speaker's seat: the election before the last, the last one, the end of the term. Terms are staggered; the
/// last one has ended, and its holder stays until the next assembly.
const SPEAKERS: [(&str, &str, &str); 8] = [
    ("2022-12-08", "2024-12-05", "2026-12-05"),
    ("2022-12-08", "2024-12-05", "2026-12-05"),
    ("2023-04-20", "2025-04-10", "2027-04-10"),
    ("2023-04-20", "2025-04-10", "2027-04-10"),
    ("2023-10-26", "2025-10-23", "2027-10-23"),
    ("2023-10-26", "2025-10-23", "2027-10-23"),
    ("2024-04-18", "2026-04-16", "2028-04-16"),
    ("2022-10-27", "2024-10-24", "2026-10-24"),
];
/// Regional groups: body, how many, and the keys they are taken from.
const GROUPS: [(&str, usize, &[&str]); 3] = [
    ("rg-rheinland", 14, &["05315", "05362", "05374", "05378", "05382"]),
    ("rg-ruhr", 12, &["05112", "05113", "05119", "0551", "0591"]),
    ("rg-westfalen", 16, &["05515", "05566", "057"]),
];
/// The name under which the LAG itself is an organisation.
pub const LAG_ORGANISATION: &str = "lag:05";

/// The LAG NRW.
pub fn state_group(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let admin = w.person_at(tx, "lag", "lag.example.org")?;
    let organisation = w.organisation(LAG_ORGANISATION)?;
    w.found(tx, LAG, admin, "05", Some(organisation))?;
    let since = Day::literal("1990-01-01");
    let keys: Vec<String> =
        w.posts.keys().filter(|k| k.as_str() != CONTACT && !OUTSIDE.contains(&k.as_str())).cloned().collect();
    posts_sit(w, tx, LAG, LAG, &keys, since)?;
    office(w, tx, admin)?;
    guests(w, tx)?;
    speakers(w, tx)?;
    for (body, count, prefixes) in GROUPS {
        let of: Vec<String> =
            keys.iter().filter(|k| prefixes.iter().any(|p| k.starts_with(p))).take(count).cloned().collect();
        posts_sit(w, tx, LAG, body, &of, Day::literal("2004-01-01"))?;
        let (from, speaker) = (
            Day::literal("2025-02-01"),
            NewSeat {
                term_months: Some(24),
                eligibility: Eligibility::Post,
                ..NewSeat::office(Office::Speaker, SeatKind::Elected, Day::literal("2004-01-01"))
            },
        );
        let seat = w.seat(tx, LAG, body, speaker)?;
        let post = of
            .iter()
            .filter_map(|key| w.posts.get(key))
            .find_map(|p| Some((p.id, p.throughout(from, Day::OPEN)?)))
            .ok_or_else(|| missing("speaker of", body))?;
        w.fill(tx, LAG, &NewOccupancy::new(seat, Occupant::person_by_post(post.1, post.0), from))?;
    }
    Ok(())
}

/// The paid office: administers, has no vote.
fn office(w: &mut World, tx: &Tx<'_>, first: Id<Person>) -> Result<()> {
    let second = w.person_at(tx, "-", "lag.example.org")?;
    for (person, from) in [(first, "2019-01-01"), (second, "2022-09-01")] {
        let seat =
            w.seat(tx, LAG, LAG, NewSeat::office(Office::Secretariat, SeatKind::Personal, Day::literal("2010-01-01")))?;
        w.fill(
            tx,
            LAG,
            &NewOccupancy::new(seat, Occupant::person(person), Day::literal(from)).basis(Basis::Appointment),
        )?;
    }
    Ok(())
}

/// Permanent guests without vote.
fn guests(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for (kind, name, domain) in [
        (
            OrganisationKind::Ministry,
            "Für Gleichstellung zuständiges Ministerium des Landes",
            "ministerium.example.org",
        ),
        (OrganisationKind::Association, "Dachverband der Frauenhäuser Lindenkrone", "lindenkrone.example.org"),
    ] {
        let new = NewOrganisation {
            territory: Some(w.territory("05")?),
            mail: Some(format!("gleichstellung@{domain}")),
            ..NewOrganisation::new(kind, name, Day::literal("1990-01-01"))
        };
        let organisation = at(name, people::add_organisation(tx, &World::operator(), &new))?;
        let person = w.person_at(tx, "-", domain)?;
        let from = Day::literal("2021-06-01");
        let seat = w.seat(tx, LAG, LAG, NewSeat::new(SeatKind::Guest, from).labelled("Ständiger Gast"))?;
        let occupancy = w.fill(tx, LAG, &NewOccupancy::new(seat, Occupant::Organisation(organisation), from))?;
        let named = NewRepresentative { occupancy, who: Deputed::Person(person), rank: 1, from, until: Day::OPEN };
        at(name, networks::name_representative(tx, &w.keeper(LAG)?, &named))?;
    }
    Ok(())
}

fn speakers(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let network = w.body(LAG)?;
    let since = Day::literal("1990-01-01");
    let new: Vec<NewSeat> = SPEAKERS
        .iter()
        .map(|_| NewSeat {
            office: Some(Office::Speaker),
            source_body: Some(network),
            ..NewSeat::elected(24, Eligibility::Post, since)
        })
        .collect();
    let seats = w.seats(tx, LAG, "sprecherinnen", &new)?;
    let mut used: HashSet<Id<Person>> = HashSet::new();
    for ((before, last, end), seat) in SPEAKERS.iter().zip(seats) {
        let (before, last, end) = (Day::literal(before), Day::literal(last), Day::literal(end));
        let (post, person) = officer(w, before, last, &mut used)?;
        w.fill(
            tx,
            LAG,
            &NewOccupancy::new(seat, Occupant::person_by_post(person, post), before).ended(last, EndReason::Term),
        )?;
        let (post, person) = officer(w, last, Day::OPEN, &mut used)?;
        w.fill(tx, LAG, &NewOccupancy::new(seat, Occupant::person_by_post(person, post), last).term_end(end))?;
    }
    Ok(())
}

/// An officer outside the Region Aachen who held her post throughout, somebody else each time, from all over the Land.
fn officer(w: &World, from: Day, until: Day, used: &mut HashSet<Id<Person>>) -> Result<(Id<people::Post>, Id<Person>)> {
    let keys: Vec<&String> =
        w.posts.keys().filter(|k| !crate::ground::in_region(k) && !OUTSIDE.contains(&k.as_str())).collect();
    let start = used.len() * 23;
    let found = (0..keys.len())
        .filter_map(|n| keys.get((start + n) % keys.len()))
        .filter_map(|key| w.posts.get(*key))
        .find_map(|p| {
            let person = p.throughout(from, until).filter(|person| !used.contains(person))?;
            Some((p.id, person))
        });
    let (post, person) = found.ok_or_else(|| missing("officer", &format!("{from} to {until}")))?;
    used.insert(person);
    Ok((post, person))
}

const STAEDTETAG: &str = "staedtetag-nrw";

/// The conference in the Städtetag NRW: 39 member cities, the StädteRegion beside them without vote, delegates.
pub fn cities(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let admin = w.person_at(tx, "konferenz", "staedtekonferenz.example.org")?;
    w.found(tx, STAEDTETAG, admin, "05", None)?;
    let mut keys: Vec<String> =
        rows(facts::CITIES).flatten().flat_map(str::split_whitespace).map(str::to_owned).collect();
    keys.extend(w.posts.keys().filter(|k| k.len() == 8 && (k.ends_with("000") || *k == "05334002")).cloned());
    keys.sort_unstable();
    let since = Day::literal("1990-01-01");
    posts_sit(w, tx, STAEDTETAG, STAEDTETAG, &keys, since)?;
    let seat = w.seat(
        tx,
        STAEDTETAG,
        STAEDTETAG,
        NewSeat::new(SeatKind::Post, Day::literal("2009-10-21")).with_voice(Voice::Advisory),
    )?;
    w.fill(tx, STAEDTETAG, &NewOccupancy::new(seat, Occupant::Post(w.post("05334")?.id), Day::literal("2009-10-21")))?;
    chairs(w, tx)?;
    delegates(w, tx, STAEDTETAG, STAEDTETAG)
}

fn chairs(w: &World, tx: &Tx<'_>) -> Result<()> {
    let since = Day::literal("1990-01-01");
    let office = |office| NewSeat {
        term_months: Some(24),
        eligibility: Eligibility::Post,
        ..NewSeat::office(office, SeatKind::Elected, since)
    };
    let seats = w.seats(tx, STAEDTETAG, STAEDTETAG, &[office(Office::Chair), office(Office::DeputyChair)])?;
    let (chair, deputy) = seats.first().zip(seats.get(1)).ok_or_else(|| missing("chair", STAEDTETAG))?;
    for (seat, key, from, until) in [
        (chair, "05315000", "2021-03-01", Some("2023-03-01")),
        (chair, "05515000", "2023-03-01", Some("2025-03-01")),
        (chair, "05334002", "2025-03-01", None),
        (deputy, "05515000", "2021-03-01", Some("2023-03-01")),
        (deputy, "05913000", "2025-03-01", None),
    ] {
        let from = Day::literal(from);
        let mut term = NewOccupancy::new(*seat, Occupant::person_by_post(w.holder(key, from)?, w.post(key)?.id), from)
            .grain(Grain::Month);
        if let Some(until) = until {
            term = term.ended(Day::literal(until), EndReason::Term);
        }
        w.fill(tx, STAEDTETAG, &term)?;
    }
    Ok(())
}
