//! Mandates of persons: elected, sent, personal, guests; terms, resignation, removal, substitutes, chains.

use networks::{EndReason, Link, NewOccupancy, Occupant, SeatState::*, Status};

use crate::{
    TODAY,
    common::day,
    row::{Row, row},
};

/// The rows.
pub fn rows() -> Vec<Row> {
    let mut rows = terms();
    rows.extend(ends_of_mandates());
    rows.extend(delegations());
    rows
}

fn terms() -> Vec<Row> {
    vec![
        row("the term ends and the body carries over", "Ausschuss")
            .on("2025-06-01", "Anna self", Filled, "?").reads("Anna")
            .on("2027-03-09", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2027-03-10", "Anna self", CarriesOver, "?").reads("Anna"),
        row("the term ends and the body does not carry over", "Sprecherin")
            .on("2025-06-01", "Dora self", Filled, "Dora").reads("Dora")
            .on("2027-03-09", "Dora self", EndsSoon, "Dora").reads("Dora")
            .on("2027-03-10", "", Vacant, "").bars("Dora"),
        row("who is elected next ends the carrying over", "Ausschuss")
            .step("2027-05-20", |s| s.fill("Ausschuss", Occupant::person_by_post(s.w.dora, s.w.post_dueren), "2027-06-01"))
            .on("2027-03-10", "Anna self", CarriesOver, "?").reads("Anna").bars("Dora")
            .on("2027-05-31", "Anna self", CarriesOver, "?").reads("Anna").bars("Dora")
            .on("2027-06-01", "Dora self", Filled, "Dora").reads("Dora").bars("Anna")
            .ends("Ausschuss", EndReason::Term),
        row("the changed rule ends the term with its day", "Ausschuss")
            .step(TODAY, |s| s.edit_body("Ausschuss", |f| f.carries_over = false))
            .on(TODAY, "Anna self", EndsSoon, "?").reads("Anna")
            .on("2027-03-09", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2027-03-10", "", Vacant, "").bars("Anna"),
        row("she resigns and a by-election fills the rest of the term", "Ausschuss")
            .step(TODAY, |s| {
                let held = s.held("Ausschuss");
                crate::common::act(s.fresh, s.w.anna, move |tx, by| networks::leave(tx, by, held, day("2026-12-01"))).unwrap();
            })
            .step("2027-01-10", |s| {
                let dora = Occupant::person_by_post(s.w.dora, s.w.post_dueren);
                let new = NewOccupancy::new(s.seat("Ausschuss"), dora, day("2027-01-15")).term_end(day("2027-03-10"));
                s.keep(move |tx, by| networks::fill_seat(tx, by, &new));
            })
            .on("2026-12-01", "", Vacant, "").bars("Anna Dora")
            .on("2027-01-15", "Dora self", EndsSoon, "Dora").reads("Dora").bars("Anna")
            .on("2027-03-10", "Dora self", CarriesOver, "Dora").reads("Dora")
            .ends("Ausschuss", EndReason::Resignation),
        row("nobody elected sits before she accepted", "Ausschuss")
            .step(TODAY, |s| s.end("Ausschuss", "2026-11-24", EndReason::Removal))
            .step("2026-11-25", |s| {
                let dora = Occupant::person_by_post(s.w.dora, s.w.post_dueren);
                let asked = s.fill_as("Ausschuss", dora, "2026-11-26", Status::Nominated);
                s.refused("Kora", "annehmen", move |tx, by| networks::confirm(tx, by, asked));
            })
            .step("2026-12-02", |s| {
                let waits = crate::common::read(s.fresh, Some(s.w.dora), networks::asked).remove(0).seat.id;
                let seat = waits.raw();
                let (dora, sql) = (s.w.dora, "SELECT id FROM occupancy WHERE seat_id = :s AND person_id = :p");
                let id = crate::common::act(s.fresh, dora, move |tx, by| {
                    let id = tx.one(sql, db::args! { s: seat, p: dora }, |r| r.get(0))?;
                    networks::accept(tx, by, id).map(|()| id)
                }).unwrap();
                s.keep(move |tx, by| networks::confirm(tx, by, id));
            })
            .on("2026-11-24", "", Vacant, "").bars("Anna Dora")
            .on("2026-12-01", "", Vacant, "").bars("Dora")
            .on("2026-12-02", "Dora self", Filled, "Dora").reads("Dora")
            .ends("Ausschuss", EndReason::Removal)
            .undated(),
        row("who was elected declines", "Ausschuss")
            .step(TODAY, |s| s.end("Ausschuss", "2026-11-24", EndReason::Removal))
            .step("2026-11-25", |s| {
                let dora = Occupant::person_by_post(s.w.dora, s.w.post_dueren);
                let asked = s.fill_as("Ausschuss", dora, "2026-11-26", Status::Nominated);
                crate::common::act(s.fresh, s.w.dora, move |tx, by| networks::refuse(tx, by, asked)).unwrap();
            })
            .on("2026-11-22", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2026-11-26", "", Vacant, "").bars("Anna Dora")
            .on("2027-01-01", "", Vacant, "").bars("Anna Dora"),
    ]
}

fn ends_of_mandates() -> Vec<Row> {
    vec![
        row("she loses the post she was eligible through and nobody ends the seat", "Ausschuss")
            .step(TODAY, |s| s.leaves(s.w.tenure_anna, "2026-12-01"))
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2026-12-01", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2027-03-10", "Anna self", CarriesOver, "?").reads("Anna"),
        row("the handover ends what hung on the post", "Ausschuss")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2026-12-01", Some("Nora"), &["Ausschuss"]))
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna").bars("Nora")
            .on("2026-12-01", "", Vacant, "").bars("Anna Nora")
            .on("2027-03-10", "", Vacant, "").bars("Anna Nora")
            .ends("Ausschuss", EndReason::Eligibility),
        row("the handover lets the mandate go on", "Ausschuss")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2026-12-01", Some("Nora"), &[]))
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2026-12-01", "Anna self", EndsSoon, "?").reads("Anna").bars("Nora")
            .on("2027-03-10", "Anna self", CarriesOver, "?").reads("Anna").bars("Nora"),
        row("an office she was elected to as herself stays hers", "Vorsitz")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2026-12-01", Some("Nora"), &[]))
            .on("2026-11-30", "Anna self", Filled, "?").reads("Anna").officers("Anna")
            .on("2026-12-01", "Anna self", Filled, "?").reads("Anna Nora").officers("Anna")
            .on("2027-12-01", "Anna self", Filled, "?").reads("Anna Nora").officers("Anna"),
        row("the body votes her out", "Ausschuss")
            .step(TODAY, |s| s.end("Ausschuss", "2026-12-01", EndReason::Removal))
            .on("2026-11-22", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna")
            .on("2026-12-01", "", Vacant, "").bars("Anna")
            .ends("Ausschuss", EndReason::Removal),
        row("she dies in office", "Ausschuss")
            .step("2026-11-28", |s| s.end("Ausschuss", "2026-11-25", EndReason::Death))
            .on("2026-11-24", "Anna self", EndsSoon, "?").looked_back()
            .on("2026-11-25", "", Vacant, "").looked_back()
            .on("2026-11-28", "", Vacant, "").bars("Anna")
            .ends("Ausschuss", EndReason::Death),
        row("a paused mandate gives no rights and its substitute acts", "Ausschuss")
            .step(TODAY, |s| s.stands_in("Ausschuss", networks::Deputed::Person(s.w.dora), false))
            .step(TODAY, |s| {
                let held = s.held("Ausschuss");
                s.keep(move |tx, by| networks::suspend(tx, by, held));
            })
            .step("2027-02-01", |s| {
                let held = s.held("Ausschuss");
                s.keep(move |tx, by| networks::resume(tx, by, held));
            })
            .on("2026-11-22", "Anna self", EndsSoon, "?").reads("Anna").bars("Dora")
            .on(TODAY, "Anna self", Suspended, "?").reads("Dora").bars("Anna")
            .on("2027-02-01", "Anna self", EndsSoon, "?").reads("Anna").bars("Dora")
            .undated(),
        row("whoever only moves up reads nothing while the seat is vacant", "Ausschuss")
            .step(TODAY, |s| s.stands_in("Ausschuss", networks::Deputed::Person(s.w.dora), true))
            .step(TODAY, |s| s.end("Ausschuss", "2026-12-01", EndReason::Removal))
            .step("2027-01-10", |s| s.fill("Ausschuss", Occupant::person_by_post(s.w.dora, s.w.post_dueren), "2027-01-10"))
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna").bars("Dora")
            .on("2026-12-01", "", Vacant, "").bars("Anna Dora")
            .on("2027-01-10", "Dora self", Filled, "Dora").reads("Dora").bars("Anna"),
        row("a personal seat in a network kept within outlives every post", "vertraulich")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2026-12-01", Some("Nora"), &[]))
            .on("2026-11-30", "? self", Filled, "-").reads("Anna Quinn").bars("Nora Dora")
            .on("2026-12-01", "? self", Filled, "-").reads("Anna Quinn").bars("Nora Dora")
            .on("2027-12-01", "? self", Filled, "-").reads("Anna Quinn").bars("Nora Dora"),
        row("she leaves the network kept within", "vertraulich")
            .step(TODAY, |s| {
                let held = s.w.occupancy_quinn;
                crate::common::act(s.fresh, s.w.quinn, move |tx, by| networks::leave(tx, by, held, day("2026-12-01"))).unwrap();
            })
            .on("2026-05-01", "? self", Filled, "-").reads("Anna Quinn")
            .on("2026-11-30", "? self", EndsSoon, "-").reads("Anna Quinn")
            .on("2026-12-01", "", Vacant, "-").reads("Anna").bars("Quinn"),
        row("a guest leaves again", "Gast")
            .step(TODAY, |s| s.end("Gast", "2026-12-01", EndReason::Exit))
            .on("2026-05-01", "Olga self", Filled, "?").reads("Anna")
            .on("2026-11-30", "Olga self", EndsSoon, "?").reads("Anna")
            .on("2026-12-01", "", Vacant, "").bars("Olga")
            .ends("Gast", EndReason::Exit),
        row("somebody who sits in one open committee loses nothing by what happens in its network", "offen")
            .step(TODAY, |s| s.end("Verein", "2026-12-01", EndReason::Exit))
            .on("2026-11-30", "Olga self", Filled, "-").reads("Olga")
            .on("2026-12-01", "Olga self", Filled, "-").reads("Olga").bars("Rosa")
            .on("2027-12-01", "Olga self", Filled, "-").reads("Olga"),
    ]
}

fn delegations() -> Vec<Row> {
    vec![
        row("the sender calls its delegate back", "entsandt")
            .step(TODAY, |s| s.end("entsandt", "2026-12-01", EndReason::Recall))
            .on("2026-05-01", "Anna self", Filled, "?").reads("Anna").link(Link::Holds)
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna").link(Link::Holds)
            .on("2026-12-01", "", Vacant, "").bars("Anna").link(Link::Vacant)
            .ends("entsandt", EndReason::Recall),
        row("the delegate loses her seat in the body that sent her", "entsandt")
            .step(TODAY, |s| s.end("Ausschuss", "2026-12-01", EndReason::Resignation))
            .on("2026-11-30", "Anna self", Filled, "?").reads("Anna").link(Link::Holds)
            .on("2026-12-01", "Anna self", Filled, "?").reads("Anna").link(Link::Broken)
            .on("2027-06-01", "Anna self", Filled, "?").reads("Anna").link(Link::Broken),
        row("the sender names somebody else", "entsandt")
            .step(TODAY, |s| {
                s.end("entsandt", "2026-12-01", EndReason::Recall);
                s.end("Ausschuss", "2026-12-01", EndReason::Removal);
                s.fill("Ausschuss", Occupant::person_by_post(s.w.dora, s.w.post_dueren), "2026-12-01");
                s.fill("entsandt", Occupant::person(s.w.dora), "2026-12-15");
            })
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna").bars("Dora").link(Link::Holds)
            .on("2026-12-14", "", Vacant, "").bars("Anna Dora").link(Link::Vacant)
            .on("2026-12-15", "Dora self", Filled, "Dora").reads("Dora").bars("Anna").link(Link::Holds),
        row("her substitute acts while the delegate is away", "entsandt")
            .step(TODAY, |s| s.stands_in("entsandt", networks::Deputed::Person(s.w.dora), false))
            .step(TODAY, |s| s.away("Anna", "2027-01-01", "2027-03-01"))
            .on("2026-12-31", "Anna self", Filled, "?").reads("Anna").bars("Dora")
            .on("2027-01-01", "Anna self", Filled, "?").reads("Anna Dora")
            .on("2027-03-01", "Anna self", Filled, "?").reads("Anna").bars("Dora"),
        row("a substitute by post changes with the post", "entsandt")
            .step(TODAY, |s| s.stands_in("entsandt", networks::Deputed::Post(s.w.post_dueren), false))
            .step(TODAY, |s| {
                s.end("entsandt", "2026-12-01", EndReason::Recall);
                s.hand_over(s.w.tenure_dora, "2027-01-01", Some("Nora"), &[]);
            })
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna").bars("Dora Nora")
            .on("2026-12-31", "", Vacant, "").reads("Dora").bars("Anna Nora")
            .on("2027-01-01", "", Vacant, "").reads("Nora").bars("Anna Dora"),
        row("a chain of three bodies breaks at its second link", "Landesrat")
            .step(TODAY, |s| s.end("entsandt", "2026-12-01", EndReason::Recall))
            .on("2026-11-30", "Anna self", Filled, "?").reads("Anna").link(Link::Holds)
            .on("2026-12-01", "Anna self", Filled, "?").reads("Anna").link(Link::Broken)
            .on("2027-06-01", "Anna self", Filled, "?").reads("Anna").link(Link::Broken),
        row("a chain of three bodies does not break where its first link does", "Landesrat")
            .step(TODAY, |s| s.end("Ausschuss", "2026-12-01", EndReason::Resignation))
            .on("2026-11-30", "Anna self", Filled, "?").reads("Anna").link(Link::Holds)
            .on("2026-12-01", "Anna self", Filled, "?").reads("Anna").link(Link::Holds)
            .on("2027-06-01", "Anna self", Filled, "?").reads("Anna").link(Link::Holds),
        row("handing the post over ends the delegation that hung on it", "entsandt")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2026-12-01", Some("Nora"), &["Ausschuss", "entsandt"]))
            .on("2026-11-30", "Anna self", EndsSoon, "?").reads("Anna").bars("Nora").link(Link::Holds)
            .on("2026-12-01", "", Vacant, "").bars("Anna Nora").link(Link::Vacant)
            .on("2027-06-01", "", Vacant, "").bars("Anna Nora").link(Link::Vacant)
            .ends("entsandt", EndReason::Eligibility),
    ]
}
