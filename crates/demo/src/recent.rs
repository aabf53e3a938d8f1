//! What is new these weeks: what Start shows first.

use db::Tx;
use kernel::{Day, Error, Result, Voice};
use networks::{
    BodyForm, BodyKind, Deputed, EdgeKind, Eligibility, NewBody, NewEdge, NewOccupancy, NewRepresentative, NewSeat,
    Occupant, SeatKind,
};
use people::{NewOrganisation, NewTenure, OrganisationKind};

use crate::{facts::at, region, world::World};

type News = fn(&mut World, &Tx<'_>) -> Result<()>;
/// Days before today, and what happened then.
pub const NEWS: [(i64, News); 42] = [
    (45, crate::exchanged::autumn),
    (40, crate::demands::autumn),
    (39, crate::heard::asked),
    (38, crate::heard::answered),
    (37, crate::heard::effects),
    (30, crate::sittings::committee),
    (25, visitor),
    (24, crate::mandates::autumn),
    (20, newcomer),
    (19, crate::sittings::winter),
    (18, crate::work::given),
    (17, crate::minuted::autumn),
    (17, crate::planned::rules),
    (16, crate::rounds::opened),
    (15, deputy),
    (13, crate::rounds::runoff),
    (14, crate::mandates::november),
    (12, nominated),
    (12, crate::rounds::called),
    (9, crate::rounds::lot),
    (9, second_contact),
    (6, project),
    (5, crate::demands::november),
    (5, crate::heard::running),
    (6, crate::minuted::objected),
    (4, crate::rounds::postponed),
    (8, crate::exchanged::support),
    (6, crate::exchanged::follows),
    (5, crate::exchanged::lately),
    (4, crate::exchanged::circular),
    (4, crate::checks::round),
    (4, crate::planned::polls),
    (4, crate::work::later),
    (3, crate::exchanged::friday),
    (3, guest),
    (3, crate::votes::news),
    (3, crate::elections::news),
    (3, crate::sittings::topics),
    (2, crate::asking::news),
    (1, joins),
    (0, crate::exchanged::monday),
    (0, crate::running::today),
];
const GROUP: &str = "pg-konferenz";

/// Somebody who belongs to no organisation comes to the open evening.
fn visitor(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let from = Day::literal("2026-10-29");
    let person = w.person_at(tx, "-", "mitwirken.example.org")?;
    let seat = NewSeat::new(SeatKind::Personal, from).with_voice(Voice::Advisory);
    let seat = w.seat(tx, "frauennetzwerk", "fa-stammtisch", seat)?;
    w.fill(tx, "frauennetzwerk", &NewOccupancy::new(seat, Occupant::person(person), from)).map(|_| ())
}

/// A small town names a deputy.
fn deputy(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let person = w.person_at(tx, "=", "simmerath.example.org")?;
    let mail = w.mails.get(&person).cloned();
    let tenure = NewTenure { mail, ..NewTenure::deputy(w.post("05334028")?.id, person, Day::literal("2026-11-08")) };
    at("deputy", networks::appoint(tx, &w.keeper("ak-staedteregion")?, &tenure)).map(|_| ())
}

/// A LAG names a second contact for the BAG.
fn second_contact(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let Some(occupancy) = w.land_in_bag else { return Ok(()) };
    let person = w.person_at(tx, "-", "lag-schleswig-holstein.example.org")?;
    let from = Day::literal("2026-11-14");
    let new = NewRepresentative { occupancy, who: Deputed::Person(person), rank: 2, from, until: Day::OPEN };
    at("second contact", networks::name_representative(tx, &w.keeper("bag")?, &new)).map(|_| ())
}

/// The LAG's assembly admits another permanent guest.
fn guest(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let from = Day::literal("2026-11-20");
    let name = "Hochschulrunde Gleichstellung Westwind";
    let new = NewOrganisation {
        territory: Some(w.territory("05")?),
        mail: Some("runde@hochschulrunde.example.org".to_owned()),
        ..NewOrganisation::new(OrganisationKind::Association, name, Day::literal("2012-01-01"))
    };
    let organisation = at(name, people::add_organisation(tx, &World::operator(), &new))?;
    let seat = w.seat(tx, "lag-nrw", "lag-nrw", NewSeat::new(SeatKind::Guest, from).labelled("Ständiger Gast"))?;
    w.fill(tx, "lag-nrw", &NewOccupancy::new(seat, Occupant::Organisation(organisation), from)).map(|_| ())
}

/// The post that stood empty for a month has somebody new; in another town the deputy took over in autumn.
fn newcomer(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper("rag-aachen")?;
    for tenure in std::mem::take(&mut w.ahead) {
        let done = match networks::appoint(tx, &by, &tenure) {
            // Whom the coordination does not know (any more), the operator enters.
            Err(Error::NotFound) => people::appoint(tx, &World::operator(), &tenure),
            done => done,
        };
        at("newcomer", done)?;
    }
    Ok(())
}

/// The conference of the Städtetag puts somebody forward; the committee has not confirmed her yet.
fn nominated(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for (network, seat, row) in w.nominated.take() {
        region::delegate(w, tx, &network, seat, &row)?;
    }
    Ok(())
}

/// The Regionale AG prepares its next conference.
fn project(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let (by, rag) = (w.keeper("rag-aachen")?, w.body("rag-aachen")?);
    let (from, until) = (Day::literal("2026-11-15"), Day::literal("2028-04-01"));
    let form = BodyForm {
        name_en: Some("Project group regional conference".to_owned()),
        purpose: "Bereitet die Regionalkonferenz im März 2028 und die Wahl des Ausschusses vor.".to_owned(),
        purpose_en: Some(
            "Prepares the regional conference of March 2028 and the election of the committee.".to_owned(),
        ),
        hue: 5,
        ..BodyForm::new("Projektgruppe Regionalkonferenz")
    };
    let group = NewBody {
        slug: Some("regionalkonferenz".to_owned()),
        until,
        ..NewBody::new(rag, BodyKind::ProjectGroup, form, from)
    };
    let group = at(GROUP, networks::add_body(tx, &by, &group))?;
    w.bodies.insert(GROUP, group);
    at(GROUP, networks::connect(tx, &by, &NewEdge { until, ..NewEdge::new(group, EdgeKind::OrganOf, rag, from) }))?;
    let seat = NewSeat { eligibility: Eligibility::Post, until, ..NewSeat::new(SeatKind::Personal, from) };
    let seats = w.seats(tx, "rag-aachen", GROUP, &[seat.clone(), seat.clone(), seat])?;
    for (seat, key) in seats.iter().zip(["05366", "05334016"]) {
        w.fill(
            tx,
            "rag-aachen",
            &NewOccupancy::new(*seat, Occupant::person_by_post(w.holder(key, from)?, w.post(key)?.id), from),
        )?;
    }
    w.open_seat = seats.get(2).copied();
    Ok(())
}

/// The newcomer joins the project group.
fn joins(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let from = Day::literal("2026-11-22");
    let Some(seat) = w.open_seat else { return Ok(()) };
    let who = Occupant::person_by_post(w.holder("05370040", from)?, w.post("05370040")?.id);
    w.fill(tx, "rag-aachen", &NewOccupancy::new(seat, who, from)).map(drop)
}
