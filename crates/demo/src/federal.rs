//! N6 and N7: the federal working group of the Länder's LAGs, and the Diversity-Netzwerk of administrations.

use db::Tx;
use kernel::{Day, Id, Office, Result};
use networks::{
    Basis, Deputed, Eligibility, EndReason, NewOccupancy, NewRepresentative, NewSeat, Occupancy, Occupant, SeatKind,
};
use people::{NewOrganisation, OrganisationKind, Person};

use crate::{
    facts::{self, at, day, field, missing, rows},
    land::LAG_ORGANISATION,
    names::plain,
    world::World,
};

const BAG: &str = "bag";
const DIVERSITY: &str = "diversity";

/// Enters the LAG of each Land as an organisation.
pub fn state_groups(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for row in rows(facts::LAENDER) {
        let (key, land) = (field(&row, 0), field(&row, 1));
        let name = if key == "05" {
            "Landesarbeitsgemeinschaft kommunaler Frauenbüros und Gleichstellungsstellen NRW".to_owned()
        } else {
            format!("Landesarbeitsgemeinschaft der kommunalen Gleichstellungsstellen {land}")
        };
        let domain =
            if key == "05" { "lag.example.org".to_owned() } else { format!("lag-{}.example.org", plain(land)) };
        let new = NewOrganisation {
            territory: Some(w.territory(key)?),
            mail: Some(format!("kontakt@{domain}")),
            ..NewOrganisation::new(OrganisationKind::Association, name, Day::literal("1988-01-01"))
        };
        let id = at(land, people::add_organisation(tx, &World::operator(), &new))?;
        w.organisations.insert(if key == "05" { LAG_ORGANISATION.to_owned() } else { format!("lag:{key}") }, id);
    }
    Ok(())
}

/// The BAG: a seat for each Land's LAG, nine speakers for three years, the federal conference.
pub fn federal_group(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let admin = w.person_at(tx, "bag", "bag.example.org")?;
    w.found(tx, BAG, admin, "bund", None)?;
    let since = Day::literal("1990-01-01");
    let laender: Vec<_> = rows(facts::LAENDER).collect();
    let seats = w.seats(
        tx,
        BAG,
        BAG,
        &laender.iter().map(|_| NewSeat::new(SeatKind::Organisation, since)).collect::<Vec<_>>(),
    )?;
    let mut speaking: Vec<Id<Person>> = Vec::new();
    for (n, (row, seat)) in laender.iter().zip(seats).enumerate() {
        let (key, land) = (field(row, 0), field(row, 1));
        let occupancy = w.fill(
            tx,
            BAG,
            &NewOccupancy::new(seat, Occupant::Organisation(w.organisation(&format!("lag:{key}"))?), since),
        )?;
        if key == "01" {
            w.land_in_bag = Some(occupancy);
        }
        let domain = format!("lag-{}.example.org", plain(land));
        let change = Day::literal("2023-05-16");
        let first = if key == "05" { w.person(tx, "mira")? } else { w.person_at(tx, "-", &domain)? };
        let mut named = vec![(first, 1, change, Day::OPEN)];
        if n % 2 == 0 || key == "05" {
            named.push((w.person_at(tx, "-", &domain)?, 1, Day::literal("2017-09-01"), change));
        }
        if n % 3 == 1 {
            named.push((w.person_at(tx, "-", &domain)?, 2, change, Day::OPEN));
        }
        for (person, rank, from, until) in named {
            let new = NewRepresentative { occupancy, who: Deputed::Person(person), rank, from, until };
            at(land, networks::name_representative(tx, &w.keeper(BAG)?, &new))?;
        }
        if key != "05" {
            speaking.push(first);
        }
    }
    let office =
        w.seat(tx, BAG, BAG, NewSeat::office(Office::Secretariat, SeatKind::Personal, Day::literal("1995-01-01")))?;
    w.fill(
        tx,
        BAG,
        &NewOccupancy::new(office, Occupant::person(admin), Day::literal("2020-01-01")).basis(Basis::Appointment),
    )?;
    speakers(w, tx, &speaking)?;
    conference(w, tx, &speaking)
}

/// Elected at the federal conferences, so that the terms are staggered.
fn speakers(w: &mut World, tx: &Tx<'_>, speaking: &[Id<Person>]) -> Result<()> {
    let conference = w.body("bundeskonferenz")?;
    let since = Day::literal("1990-01-01");
    let new: Vec<NewSeat> = (0..9)
        .map(|_| NewSeat {
            office: Some(Office::Speaker),
            source_body: Some(conference),
            ..NewSeat::elected(36, Eligibility::None, since)
        })
        .collect();
    for (n, seat) in w.seats(tx, BAG, "bundessprecherinnen", &new)?.into_iter().enumerate() {
        let (before, last) = if n < 5 { ("2021-09-14", "2024-09-17") } else { ("2023-05-16", "2026-03-10") };
        let (before, last) = (Day::literal(before), Day::literal(last));
        let earlier = w.person_at(tx, "-", "bag.example.org")?;
        w.fill(tx, BAG, &NewOccupancy::new(seat, Occupant::person(earlier), before).ended(last, EndReason::Term))?;
        let now = speaking.get(n).copied().ok_or_else(|| missing("speaker", BAG))?;
        w.fill(tx, BAG, &NewOccupancy::new(seat, Occupant::person(now), last))?;
    }
    Ok(())
}

/// The conference's own chairs; where it meets next is still open.
fn conference(w: &World, tx: &Tx<'_>, speaking: &[Id<Person>]) -> Result<()> {
    let since = Day::literal("2018-01-01");
    let elected = |office| NewSeat::office(office, SeatKind::Elected, since);
    let seats = w.seats(
        tx,
        BAG,
        "bundeskonferenz",
        &[
            elected(Office::Chair),
            elected(Office::DeputyChair),
            NewSeat::office(Office::Host, SeatKind::Organisation, since),
        ],
    )?;
    for (seat, person) in seats.iter().zip(speaking.iter().skip(10).take(2)) {
        w.fill(tx, BAG, &NewOccupancy::new(*seat, Occupant::person(*person), Day::literal("2024-09-17")))?;
    }
    Ok(())
}

/// The Diversity-Netzwerk: administrations with the day they joined, two of them coordinate.
pub fn administrations(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let mut members = Vec::new();
    for row in rows(facts::ADMINISTRATIONS) {
        let (key, name, joined) = (field(&row, 1), field(&row, 2), day(field(&row, 3))?);
        let organisation = match w.organisations.get(key) {
            Some(known) => *known,
            None => {
                let kind = facts::word(OrganisationKind::from_word(field(&row, 0)), name)?;
                let domain = format!("{}.example.org", plain(name));
                let new = NewOrganisation {
                    territory: Some(w.territory(key)?),
                    mail: Some(format!("vielfalt@{domain}")),
                    ..NewOrganisation::new(kind, name, Day::literal("1990-01-01"))
                };
                at(name, people::add_organisation(tx, &World::operator(), &new))?
            }
        };
        let person = if key == "05334002" {
            w.person(tx, "mira")?
        } else {
            w.person_at(tx, "-", &format!("{}.example.org", plain(name)))?
        };
        members.push((organisation, person, joined, field(&row, 4) == "yes"));
    }
    let mut coordinate = members.iter().filter(|m| m.3).map(|m| m.1);
    let (second, first) = coordinate.next().zip(coordinate.next()).ok_or_else(|| missing("coordination", DIVERSITY))?;
    w.found(tx, DIVERSITY, first, "bund", None)?;
    let new: Vec<NewSeat> = members.iter().map(|m| NewSeat::new(SeatKind::Organisation, m.2)).collect();
    let seats = w.seats(tx, DIVERSITY, DIVERSITY, &new)?;
    for (n, (seat, (organisation, person, joined, _))) in seats.into_iter().zip(&members).enumerate() {
        let occupancy =
            w.fill(tx, DIVERSITY, &NewOccupancy::new(seat, Occupant::Organisation(*organisation), *joined))?;
        // Contacts change: in every other administration that joined early somebody else spoke before.
        let mut from = *joined;
        if n > 1 && n % 2 == 0 && *joined < Day::literal("2021-01-01") {
            let earlier = w.person_at(tx, "-", "verwaltung.example.org")?;
            let change = Day::literal("2022-04-01");
            represent(w, tx, occupancy, earlier, *joined, change)?;
            from = change;
        }
        represent(w, tx, occupancy, *person, from, Day::OPEN)?;
    }
    let seat = w.seat(
        tx,
        DIVERSITY,
        DIVERSITY,
        NewSeat::office(Office::NetworkAdmin, SeatKind::Personal, Day::literal("2015-05-01")),
    )?;
    w.fill(tx, DIVERSITY, &NewOccupancy::new(seat, Occupant::person(second), Day::literal("2015-05-01"))).map(drop)
}

fn represent(
    w: &World,
    tx: &Tx<'_>,
    occupancy: Id<Occupancy>,
    person: Id<Person>,
    from: Day,
    until: Day,
) -> Result<()> {
    let named = NewRepresentative { occupancy, who: Deputed::Person(person), rank: 1, from, until };
    at("representative", networks::name_representative(tx, &w.keeper(DIVERSITY)?, &named)).map(|_| ())
}
