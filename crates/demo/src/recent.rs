//! What is new these weeks: what Start shows first.

use db::Tx;
use kernel::{Day, Result};
use networks::{
    BodyForm, BodyKind, EdgeKind, Eligibility, NewBody, NewEdge, NewOccupancy, NewSeat, Occupant, SeatKind,
};

use crate::{facts::at, region, world::World};

type News = fn(&mut World, &Tx<'_>) -> Result<()>;
/// Days before today, and what happened then.
pub const NEWS: [(i64, News); 4] = [(20, newcomer), (12, nominated), (6, project), (1, joins)];
const GROUP: &str = "pg-konferenz";

/// The post that stood empty for a month has somebody new.
fn newcomer(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for tenure in std::mem::take(&mut w.ahead) {
        at("newcomer", networks::appoint(tx, &w.keeper("rag-aachen")?, &tenure))?;
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
