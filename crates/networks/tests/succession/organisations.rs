//! Organisations and who speaks for them; seats that follow another office.

use networks::{Deputed, EndReason, Occupant, SeatState::*};

use crate::{
    TODAY,
    common::{act, day},
    row::{Row, row},
};

/// The rows.
pub fn rows() -> Vec<Row> {
    let mut rows = spoken_for();
    rows.extend(following());
    rows
}

fn spoken_for() -> Vec<Row> {
    vec![
        row("the organisation sends somebody else", "Verein")
            .step(TODAY, |s| {
                s.falls_silent("Verein", 1, "2027-01-01");
                s.speaks("Verein", Deputed::Person(s.w.nora), 1, "2027-01-01");
            })
            .on("2026-12-31", "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina").bars("Nora")
            .on("2027-01-01", "Nora speaks, Sina speaks", Filled, "-").reads("Nora Sina").bars("Rosa")
            .on("2027-06-01", "Nora speaks, Sina speaks", Filled, "-").reads("Nora Sina").bars("Rosa"),
        row("the second contact acts when the first is gone", "Verein")
            .step(TODAY, |s| s.falls_silent("Verein", 1, "2027-01-01"))
            .on("2026-12-31", "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina")
            .on("2027-01-01", "Sina speaks", Filled, "-").reads("Sina").bars("Rosa")
            .on("2027-06-01", "Sina speaks", Filled, "-").reads("Sina").bars("Rosa"),
        row("nobody speaks any more: the organisation keeps its seat", "Verein")
            .step(TODAY, |s| {
                s.falls_silent("Verein", 1, "2027-01-01");
                s.falls_silent("Verein", 2, "2027-02-01");
            })
            .on("2026-12-31", "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina")
            .on("2027-01-31", "Sina speaks", Filled, "-").reads("Sina").bars("Rosa")
            .on("2027-02-01", "", Vacant, "-").bars("Rosa Sina").called(", Frauen helfen e.V."),
        row("the organisation leaves at a date", "Verein")
            .step(TODAY, |s| {
                let held = s.w.occupancy_verein;
                act(s.fresh, s.w.rosa, move |tx, by| networks::leave(tx, by, held, day("2027-01-01"))).unwrap();
            })
            .on("2026-05-01", "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina")
            .on("2026-12-31", "Rosa speaks, Sina speaks", EndsSoon, "-").reads("Rosa Sina")
            .on("2027-01-01", "", Vacant, "-").bars("Rosa Sina")
            .ends("Verein", EndReason::Exit),
        row("whoever speaks is away: nothing changes, the second contact reads as ever", "Verein")
            .step(TODAY, |s| s.away("Rosa", "2027-01-01", "2027-05-01"))
            .on("2026-12-31", "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina")
            .on("2027-01-01", "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina")
            .on("2027-05-01", "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina"),
        row("two organisations become one: the seat of the one ends by merger", "Verein")
            .step(TODAY, |s| {
                let (id, into) = (s.w.verein, s.w.bund);
                s.keep(move |tx, by| {
                    let there = people::find_organisation(tx, id)?;
                    people::end_organisation(tx, by, id, there.version, day("2027-01-01"), Some(into))
                });
                s.end("Verein", "2027-01-01", EndReason::Merger);
                s.fill("Verein", Occupant::Organisation(s.w.bund), "2027-01-01");
            })
            .on("2026-12-31", "Rosa speaks, Sina speaks", EndsSoon, "-").reads("Rosa Sina").called(", Frauen helfen e.V.")
            .on("2027-01-01", "", Vacant, "-").bars("Rosa Sina").called(", Regenbogenberatung")
            .on("2027-06-01", "", Vacant, "-").bars("Rosa Sina").called(", Regenbogenberatung")
            .ends("Verein", EndReason::Merger),
        row("the organisation gets a new name", "Verein")
            .step(TODAY, |s| {
                let id = s.w.verein;
                s.keep(move |tx, by| {
                    let there = people::find_organisation(tx, id)?;
                    people::rename_organisation(tx, by, id, there.version, "Frauen stärken e.V.", day("2026-11-01"))
                });
            })
            .on("2026-10-31", "Rosa speaks, Sina speaks", Filled, "-").called(", Frauen helfen e.V.").looked_back()
            .on("2026-11-01", "Rosa speaks, Sina speaks", Filled, "-").called(", Frauen stärken e.V.").looked_back()
            .on(TODAY, "Rosa speaks, Sina speaks", Filled, "-").reads("Rosa Sina").called(", Frauen stärken e.V."),
        row("who speaks by her post changes with the post", "Stadt Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", Some("Nora"), &[]))
            .on("2026-12-31", "Dora speaks", Filled, "-").reads("Dora").bars("Nora")
            .on("2027-01-01", "Nora speaks", Filled, "-").reads("Nora").bars("Dora")
            .on("2027-06-01", "Nora speaks", Filled, "-").reads("Nora").bars("Dora"),
        row("who spoke by her post is gone and nobody follows", "Stadt Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", None, &[]))
            .on("2026-12-31", "Dora speaks", Filled, "-").reads("Dora")
            .on("2027-01-01", "", Vacant, "-").bars("Dora").called(", Stadt Düren")
            .on("2027-06-01", "", Vacant, "-").bars("Dora").called(", Stadt Düren"),
        row("the territory leaves the network", "Gebiet")
            .step(TODAY, |s| s.end("Gebiet", "2027-01-01", EndReason::Exit))
            .on("2026-05-01", "Sina speaks", Filled, "?").reads("Sina")
            .on("2026-12-31", "Sina speaks", EndsSoon, "?").reads("Sina")
            .on("2027-01-01", "", Vacant, "").bars("Sina")
            .ends("Gebiet", EndReason::Exit),
    ]
}

fn following() -> Vec<Row> {
    vec![
        row("an ex officio seat is empty with its source and follows whoever comes", "geboren")
            .step(TODAY, |s| {
                s.end("Vorsitz", "2027-01-01", EndReason::Resignation);
                s.fill("Vorsitz", Occupant::person(s.w.dora), "2027-02-01");
            })
            .on("2026-12-31", "Anna self", Filled, "-").reads("Anna")
            .on("2027-01-31", "", Vacant, "-").bars("Anna")
            .on("2027-02-01", "Dora self", Filled, "-").reads("Dora").bars("Anna"),
        row("an ex officio seat is empty while its source is paused", "geboren")
            .step(TODAY, |s| {
                let held = s.held("Vorsitz");
                s.keep(move |tx, by| networks::suspend(tx, by, held));
            })
            .on("2026-11-22", "Anna self", Filled, "-").reads("Anna")
            .on(TODAY, "", Vacant, "-").bars("Anna")
            .on("2027-06-01", "", Vacant, "-").bars("Anna")
            .undated(),
        row("an ex officio seat ends with the seat it hangs on", "geboren")
            .step(TODAY, |s| {
                let seat = s.seat("Vorsitz");
                s.keep(move |tx, by| networks::end_seat(tx, by, seat, day("2027-01-01")));
            })
            .on("2026-11-22", "Anna self", Filled, "-").reads("Anna")
            .on("2026-12-31", "Anna self", Filled, "-").reads("Anna")
            .on("2027-01-01", "", Vacant, "-").bars("Anna"),
        row("nobody resigns from an ex officio seat", "geboren")
            .step(TODAY, |s| {
                let held = s.held("geboren");
                s.refused("Anna", "folgt der Stelle oder dem Ursprungsamt", move |tx, by| {
                    networks::leave(tx, by, held, day("2026-12-01"))
                });
            })
            .on(TODAY, "Anna self", Filled, "-").reads("Anna")
            .on("2026-12-01", "Anna self", Filled, "-").reads("Anna")
            .on("2027-06-01", "Anna self", Filled, "-").reads("Anna"),
        row("an ex officio office passes with the post; the deputy reads and has no office", "Schriftführung")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2027-01-01", Some("Nora"), &["Ausschuss", "entsandt"]))
            .on("2026-12-31", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna Vera").bars("Nora").officers("Anna")
            .on("2027-01-01", "Nora holder, Vera deputy", Filled, "Nora ?").reads("Nora Vera").bars("Anna").officers("Nora")
            .on("2027-06-01", "Nora holder, Vera deputy", Filled, "Nora ?").reads("Nora Vera").bars("Anna").officers("Nora"),
        row("an ex officio office while its post is vacant: the deputy reads and has no office", "Schriftführung")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2027-01-01", None, &[]))
            .on("2026-12-31", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna Vera").officers("Anna")
            .on("2027-01-01", "Vera deputy", Vacant, "?").reads("Vera").bars("Anna").officers("")
            .on("2027-06-01", "Vera deputy", Vacant, "?").reads("Vera").bars("Anna").officers(""),
        row("an ex officio seat ends with the body its source is in", "geboren")
            .step(TODAY, |s| {
                s.end("geboren", "2026-11-21", EndReason::Exit);
                s.end("Stadt Düren", "2026-11-21", EndReason::Exit);
                s.fill("geboren", Occupant::Seat(s.seat("Sprecherin")), "2026-11-21");
            })
            .step(TODAY, |s| s.end_body("Sprecherin", "2027-01-01"))
            .on(TODAY, "Dora self", Filled, "-").reads("Dora").bars("Anna")
            .on("2026-12-31", "Dora self", Filled, "-").reads("Dora").bars("Anna")
            .on("2027-01-01", "", Vacant, "-").bars("Dora Anna"),
    ]
}
