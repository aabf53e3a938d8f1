//! N3: the Frauennetzwerk with sixty organisations, its board, seven committees open to everybody, and project groups.

use std::collections::HashMap;

use db::Tx;
use kernel::{Day, Id, Office, Result};
use networks::{
    Deputed, Eligibility, EndReason, NewOccupancy, NewRepresentative, NewSeat, Occupancy, Occupant, Seat, SeatKind,
};
use people::{Grain, NewOrganisation, Organisation, OrganisationKind, Person, Post};

use crate::{
    facts::{self, at, day, field, missing, rows},
    names::plain,
    world::World,
};

const NETWORK: &str = "frauennetzwerk";
/// Letters of the table and the committees they stand for.
const COMMITTEES: [(char, &str, &str); 9] = [
    ('A', "fa-arbeit", "2010-01-01"),
    ('B', "fa-bildungswoche", "2010-01-01"),
    ('D', "fa-digitalisierung", "2019-09-01"),
    ('S', "fa-stammtisch", "2017-05-01"),
    ('E', "fa-forum-e", "2011-03-01"),
    ('G', "fa-gewalt", "2010-01-01"),
    ('P', "fa-prostitution", "2012-10-01"),
    ('W', "pg-wegweiser", "2025-09-01"),
    ('J', "pg-jubilaeum", "2022-06-01"),
];
/// Committees whose members stay within.
const KEPT: [&str; 2] = ["fa-gewalt", "fa-prostitution"];
/// An organisation that had another name until a day.
const RENAMED: (usize, &str, &str) = (33, "Frauenseminar Nordkreis e.V.", "2021-05-01");
/// The organisation whose representative can be tried out, and the one that keeps the minutes.
const VEREIN: usize = 10;
const SECRETARY: usize = 39;

/// A member organisation and who speaks for it.
struct Member {
    id: Id<Organisation>,
    person: Id<Person>,
    second: Option<Id<Person>>,
    /// The post that speaks, where the organisation is an office of the administration.
    post: Option<Id<Post>>,
    joined: Day,
    left: Day,
    committees: &'static str,
}

/// Builds the network.
pub fn build(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = World::operator();
    let mut association = NewOrganisation {
        territory: Some(w.territory("05334")?),
        mail: Some("kontakt@frauennetzwerk.example.org".to_owned()),
        ..NewOrganisation::new(
            OrganisationKind::Association,
            "Frauennetzwerk StädteRegion Aachen e.V.",
            Day::literal("1993-01-01"),
        )
    };
    association.purpose = Some("Vertritt rund sechzig Organisationen in der StädteRegion.".to_owned());
    let association = people::add_organisation(tx, &by, &association)?;
    let members = members(w, tx)?;
    let secretary = member(&members, SECRETARY)?.person;
    w.found(tx, NETWORK, secretary, "05334", Some(association))?;
    seats(w, tx, &members)?;
    board(w, tx, &members)?;
    committees(w, tx, &members)
}

fn member(members: &[Member], number: usize) -> Result<&Member> {
    members.get(number - 1).ok_or_else(|| missing("organisation", &number.to_string()))
}

fn members(w: &mut World, tx: &Tx<'_>) -> Result<Vec<Member>> {
    let by = World::operator();
    let mut made = Vec::new();
    for (n, row) in rows(facts::FRAUEN).enumerate() {
        let (town, name) = (field(&row, 1), field(&row, 5));
        let domain = format!("{}.example.org", plain(name.trim_end_matches(" e.V.").split(':').next().unwrap_or(name)));
        let kind = facts::word(OrganisationKind::from_word(field(&row, 0)), field(&row, 0))?;
        let joined = day(field(&row, 2))?;
        let first_name = if n + 1 == RENAMED.0 { RENAMED.1 } else { name };
        let mut new = NewOrganisation {
            territory: Some(w.territory(town)?),
            mail: Some(format!("info@{domain}")),
            purpose: Some(field(&row, 6).to_owned()),
            ..NewOrganisation::new(kind, first_name, joined.plus_months(-24))
        };
        let office = kind == OrganisationKind::Unit;
        if office {
            new.parent = Some(w.organisation(town)?);
        }
        let id = at(name, people::add_organisation(tx, &by, &new))?;
        if n + 1 == RENAMED.0 {
            at(name, people::rename_organisation(tx, &by, id, 1, name, Day::literal(RENAMED.2)))?;
        }
        let today = tx.today();
        let person = match n + 1 {
            _ if office => w.holder(town, today)?,
            VEREIN => w.person_at(tx, "verein", &domain)?,
            _ => w.person_at(tx, "=", &domain)?,
        };
        let second = if !office && n % 4 == 2 { Some(w.person_at(tx, "=", &domain)?) } else { None };
        let post = if office { Some(w.post(town)?.id) } else { None };
        made.push(Member { id, person, second, post, joined, left: day(field(&row, 3))?, committees: field(&row, 4) });
    }
    Ok(made)
}

fn seats(w: &World, tx: &Tx<'_>, members: &[Member]) -> Result<()> {
    let seats: Vec<NewSeat> = members.iter().map(|m| NewSeat::new(SeatKind::Organisation, m.joined)).collect();
    let seats = w.seats(tx, NETWORK, NETWORK, &seats)?;
    let (by, today) = (w.keeper(NETWORK)?, tx.today());
    for (seat, m) in seats.iter().zip(members) {
        let mut joined = NewOccupancy::new(*seat, Occupant::Organisation(m.id), m.joined);
        if !m.left.is_open() {
            joined = joined.ended(m.left, EndReason::Exit);
        }
        let occupancy: Id<Occupancy> = w.fill(tx, NETWORK, &joined)?;
        if m.left < today {
            at("seat", networks::end_seat(tx, &by, *seat, m.left))?;
        }
        let since = m.joined.max(Day::literal("2018-01-01"));
        let first = m.post.map_or(Deputed::Person(m.person), Deputed::Post);
        for (rank, who) in [(1, Some(first)), (2, m.second.map(Deputed::Person))] {
            if let Some(who) = who.filter(|_| since < m.left) {
                let new = NewRepresentative { occupancy, who, rank, from: since, until: m.left };
                at("representative", networks::name_representative(tx, &by, &new))?;
            }
        }
    }
    Ok(())
}

fn board(w: &mut World, tx: &Tx<'_>, members: &[Member]) -> Result<()> {
    let since = Day::literal("2002-01-01");
    let mut seats: Vec<(Id<Seat>, Office)> = Vec::new();
    let offices = [
        Office::Chair,
        Office::DeputyChair,
        Office::DeputyChair,
        Office::Secretary,
        Office::Treasurer,
        Office::Assessor,
        Office::Assessor,
        Office::Assessor,
    ];
    let network = w.body(NETWORK)?;
    let new: Vec<NewSeat> = offices
        .iter()
        .map(|office| NewSeat {
            office: Some(*office),
            source_body: Some(network),
            ..NewSeat::elected(48, Eligibility::Organisation, since)
        })
        .collect();
    seats.extend(w.seats(tx, NETWORK, "vorstand", &new)?.into_iter().zip(offices));
    let mut taken: HashMap<Id<Seat>, Day> = HashMap::new();
    for row in rows(facts::VORSTAND) {
        let office = facts::word(Office::from_word(field(&row, 0)), field(&row, 0))?;
        let organisation = member(members, field(&row, 2).parse().unwrap_or(1))?.id;
        let person = match field(&row, 1).strip_prefix('@') {
            Some(number) => member(members, number.parse().unwrap_or(1))?.person,
            None => w.person_at(tx, field(&row, 1), "frauennetzwerk.example.org")?,
        };
        let (from, until) = (day(field(&row, 3))?, day(field(&row, 4))?);
        let free =
            |(seat, of): &&(Id<Seat>, Office)| *of == office && taken.get(seat).is_none_or(|until| *until <= from);
        let seat =
            seats.iter().find(free).map(|(seat, _)| *seat).ok_or_else(|| missing("board seat", field(&row, 0)))?;
        taken.insert(seat, until);
        let grain = facts::word(Grain::from_word(field(&row, 5)), field(&row, 5))?;
        let mut term =
            NewOccupancy::new(seat, Occupant::person_by_organisation(person, organisation), from).grain(grain);
        if !until.is_open() {
            term = term.ended(until, facts::word(EndReason::from_word(field(&row, 6)), field(&row, 6))?);
        }
        let occupancy = w.fill(tx, NETWORK, &term)?;
        // The last assessor is away for a while: her mandate pauses.
        if field(&row, 1) == "@19" {
            at("suspend", networks::suspend(tx, &w.keeper(NETWORK)?, occupancy))?;
        }
    }
    Ok(())
}

fn committees(w: &mut World, tx: &Tx<'_>, members: &[Member]) -> Result<()> {
    for (place, (letter, body, since)) in COMMITTEES.into_iter().enumerate() {
        let since = Day::literal(since);
        let over = (body == "pg-jubilaeum").then(|| Day::literal("2024-01-01"));
        let until = over.unwrap_or(Day::OPEN);
        let mut new = vec![NewSeat { until, ..NewSeat::office(Office::Speaker, SeatKind::Elected, since) }];
        let of: Vec<&Member> = members.iter().filter(|m| m.committees.contains(letter)).collect();
        new.extend(of.iter().map(|m| NewSeat {
            eligibility: Eligibility::Organisation,
            until,
            ..NewSeat::new(SeatKind::Personal, since.max(m.joined))
        }));
        let guests: Vec<_> = rows(facts::GUESTS).filter(|r| field(r, 0) == body).collect();
        for row in &guests {
            new.push(NewSeat {
                until,
                ..NewSeat::new(SeatKind::Personal, day(field(row, 2))?)
                    .with_voice(kernel::Voice::Advisory)
                    .labelled(field(row, 3))
            });
        }
        let kept = KEPT.contains(&body);
        if kept {
            new.push(NewSeat::office(Office::Secretariat, SeatKind::Personal, since));
        }
        let mut seats = w.seats(tx, NETWORK, body, &new)?;
        let office = if kept { seats.pop() } else { None };
        let fill = |tx: &Tx<'_>, w: &World, seat: Id<Seat>, who, from: Day| {
            let sits = NewOccupancy::new(seat, who, from);
            w.fill(tx, NETWORK, &over.map_or(sits.clone(), |end| sits.ended(end, EndReason::Abolished)))
        };
        let mut free = seats.into_iter();
        let joined = |n: usize, m: &Member| {
            // In the standing committees they came one after the other.
            let later = if body.starts_with("fa-") { n * 11 % 72 } else { 0 };
            let earliest = Day::literal(if m.post.is_some() { "2021-04-01" } else { "2019-01-01" });
            let from = since.max(m.joined).max(earliest).plus_months(i32::try_from(later).unwrap_or(0));
            from.min(tx.today().previous())
        };
        // Whoever can be tried out leads the group that comes to its end.
        let verein = w.cast.get("verein").copied().filter(|_| body == "pg-wegweiser");
        let tried = of.iter().position(|m| Some(m.person) == verein);
        let speaks = tried.unwrap_or(place % of.len().max(1));
        if let (Some(seat), Some(m)) = (free.next(), of.get(speaks)) {
            fill(tx, w, seat, Occupant::person_by_organisation(m.person, m.id), joined(speaks, m))?;
        }
        for (n, m) in of.iter().enumerate() {
            if let Some(seat) = free.next() {
                fill(tx, w, seat, Occupant::person_by_organisation(m.person, m.id), joined(n, m))?;
            }
        }
        for row in &guests {
            if let Some(seat) = free.next() {
                let person = w.person_at(tx, field(row, 1), "mitwirken.example.org")?;
                fill(tx, w, seat, Occupant::person(person), day(field(row, 2))?)?;
            }
        }
        // Who belongs to these two stays within, so one of them keeps the list.
        if let (Some(seat), Some(m)) = (office, of.get(1)) {
            fill(tx, w, seat, Occupant::person_by_organisation(m.person, m.id), Day::literal("2021-01-01"))?;
            w.close(tx, NETWORK, body)?;
        }
    }
    Ok(())
}
