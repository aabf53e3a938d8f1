//! Seats of posts and what hangs on them: handovers, deputies, shared posts, vacancies, names.

use networks::{EndReason, SeatState::*};
use people::{Mode, NewTenure, PostTitles};

use crate::{
    TODAY,
    common::day,
    row::{Row, row},
};

/// The rows.
pub fn rows() -> Vec<Row> {
    let mut rows = handovers();
    rows.extend(deputies_and_shares());
    rows.extend(what_a_post_seat_does_not_do());
    rows
}

fn handovers() -> Vec<Row> {
    vec![
        row("handed over today", "Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, TODAY, Some("Nora"), &[]))
            .on("2026-11-22", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on(TODAY, "Nora holder", Filled, "Nora").reads("Nora").bars("Dora")
            .on("2027-11-23", "Nora holder", Filled, "Nora").reads("Nora").bars("Dora"),
        row("handed over with a day to come", "Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", Some("Nora"), &[]))
            .on(TODAY, "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on("2026-12-31", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on("2027-01-01", "Nora holder", Filled, "Nora").reads("Nora").bars("Dora"),
        row("handed over with a day gone by", "Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2026-10-01", Some("Nora"), &[]))
            .on("2026-09-30", "Dora holder", Filled, "Dora").looked_back()
            .on("2026-10-01", "Nora holder", Filled, "Nora").looked_back()
            .on(TODAY, "Nora holder", Filled, "Nora").reads("Nora").bars("Dora"),
        row("a handover taken back before its day", "Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", Some("Nora"), &[]))
            .step("2026-12-30", |s| {
                let post = s.w.post_dueren;
                s.keep(move |tx, by| {
                    let planned = networks::handovers_of(tx, post)?.remove(0);
                    networks::take_back_handover(tx, by, planned.id)
                });
            })
            .on("2026-12-31", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on("2027-01-01", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on("2028-01-01", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora"),
        row("a handover whose day has come is not taken back", "Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, TODAY, Some("Nora"), &[]))
            .step("2026-11-24", |s| {
                let post = s.w.post_dueren;
                s.refused("Kora", "nicht mehr zurücknehmen", move |tx, by| {
                    let planned = networks::handovers_of(tx, post)?.remove(0);
                    networks::take_back_handover(tx, by, planned.id)
                });
            })
            .on("2026-11-22", "Dora holder", Filled, "Dora").reads("Dora")
            .on(TODAY, "Nora holder", Filled, "Nora").reads("Nora")
            .on("2026-11-24", "Nora holder", Filled, "Nora").reads("Nora").bars("Dora"),
        row("nobody follows at first, somebody months later", "Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", None, &[]))
            .step("2027-02-20", |s| s.appoint("Nora", "2027-03-01", |t| t))
            .on("2026-12-31", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on("2027-02-28", "", Vacant, "").bars("Dora Nora")
            .on("2027-03-01", "Nora holder", Filled, "Nora").reads("Nora").bars("Dora"),
        row("a post that was vacant from the beginning is filled", "Eschweiler")
            .step(TODAY, |s| {
                let new = NewTenure::holder(s.w.post_eschweiler, s.w.nora, day("2026-12-01"));
                s.keep(move |tx, by| networks::appoint(tx, by, &new));
            })
            .on(TODAY, "", Vacant, "").bars("Nora")
            .on("2026-11-30", "", Vacant, "").bars("Nora")
            .on("2026-12-01", "Nora holder", Filled, "Nora").reads("Nora"),
        row("two swap their posts on one day: the one", "Düren")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", Some("Anna"), &[]))
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2027-01-01", Some("Dora"), &[]))
            .on("2026-12-31", "Dora holder", Filled, "Dora").reads("Dora Anna")
            .on("2027-01-01", "Anna holder", Filled, "?").reads("Dora Anna")
            .on("2027-06-01", "Anna holder", Filled, "?").reads("Dora Anna"),
        row("two swap their posts on one day: the other", "Aachen")
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", Some("Anna"), &[]))
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2027-01-01", Some("Dora"), &[]))
            .on("2026-12-31", "Anna holder, Vera deputy", Filled, "? ?").reads("Dora Anna Vera")
            .on("2027-01-01", "Dora holder, Vera deputy", Filled, "Dora ?").reads("Dora Anna Vera")
            .on("2027-06-01", "Dora holder, Vera deputy", Filled, "Dora ?").reads("Dora Anna Vera"),
        row("she leaves and comes back", "Düren")
            .step(TODAY, |s| s.leaves(s.w.tenure_dora, "2026-12-01"))
            .step("2027-05-20", |s| s.appoint("Dora", "2027-06-01", |t| t))
            .on("2026-11-30", "Dora holder", Filled, "Dora").reads("Dora")
            .on("2027-05-31", "", Vacant, "").bars("Dora")
            .on("2027-06-01", "Dora holder", Filled, "Dora").reads("Dora"),
        row("with a second post she stays when she leaves the first", "Düren")
            .step(TODAY, |s| {
                let new = NewTenure::holder(s.w.post_eschweiler, s.w.dora, day("2026-11-01"));
                s.keep(move |tx, by| networks::appoint(tx, by, &new));
                s.leaves(s.w.tenure_dora, "2026-12-01");
            })
            .on(TODAY, "Dora holder", Filled, "Dora").reads("Dora")
            .on("2026-12-01", "", Vacant, "").reads("Dora")
            .on("2027-12-01", "", Vacant, "").reads("Dora"),
    ]
}

fn deputies_and_shares() -> Vec<Row> {
    vec![
        row("the deputy acts alone: she reads, the seat stays vacant", "Aachen")
            .step(TODAY, |s| s.leaves(s.w.tenure_anna, "2026-12-01"))
            .on("2026-11-30", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna Vera")
            .on("2026-12-01", "Vera deputy", Vacant, "?").reads("Vera")
            .on("2027-06-01", "Vera deputy", Vacant, "?").reads("Vera"),
        row("where deputies do not read, one reads once nobody holds the post", "Aachen")
            .step(TODAY, |s| s.edit_body("Aachen", |f| f.deputy_reads = false))
            .step(TODAY, |s| s.leaves(s.w.tenure_anna, "2026-12-01"))
            .on("2026-11-30", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna").bars("Vera")
            .on("2026-12-01", "Vera deputy", Vacant, "?").reads("Vera")
            .on("2027-06-01", "Vera deputy", Vacant, "?").reads("Vera"),
        row("where deputies do not read, one reads while the holder is away for long", "Aachen")
            .step(TODAY, |s| s.edit_body("Aachen", |f| f.deputy_reads = false))
            .step(TODAY, |s| s.away("Anna", "2027-01-01", "2027-05-01"))
            .on("2026-12-31", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna").bars("Vera")
            .on("2027-01-01", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna Vera")
            .on("2027-05-01", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna").bars("Vera"),
        row("the deputy succeeds and deputises no longer", "Aachen")
            .step(TODAY, |s| s.hand_over(s.w.tenure_anna, "2027-01-01", Some("Vera"), &["Ausschuss", "entsandt"]))
            .on("2026-12-31", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna Vera")
            .on("2027-01-01", "Vera holder", Filled, "?").reads("Vera")
            .on("2027-06-01", "Vera holder", Filled, "?").reads("Vera")
            .ends("Ausschuss", EndReason::Eligibility).ends("entsandt", EndReason::Eligibility),
        row("somebody fills the post for a time", "Düren")
            .step(TODAY, |s| {
                s.leaves(s.w.tenure_dora, "2026-12-01");
                s.appoint("Nora", "2026-12-01", |t| NewTenure { mode: Mode::Acting, ..t }.until(day("2027-04-01")));
            })
            .on("2026-11-30", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on("2026-12-01", "Nora acting", Filled, "Nora").reads("Nora").bars("Dora")
            .on("2027-04-01", "", Vacant, "").bars("Nora Dora"),
        row("who filled it for a time is appointed", "Düren")
            .step(TODAY, |s| {
                s.leaves(s.w.tenure_dora, "2026-12-01");
                let acting = s.appointed("Nora", "2026-12-01", |t| NewTenure { mode: Mode::Acting, ..t });
                s.hand_over(acting, "2027-04-01", Some("Olga"), &[]);
            })
            .on("2026-12-01", "Nora acting", Filled, "Nora").reads("Nora").bars("Olga")
            .on("2027-03-31", "Nora acting", Filled, "Nora").reads("Nora").bars("Olga")
            .on("2027-04-01", "Olga holder", Filled, "?").reads("Olga").bars("Nora"),
        row("two share a post and one of them leaves", "Düren")
            .step(TODAY, |s| s.appoint("Nora", "2026-11-20", |t| NewTenure { share_percent: 50, rank: 2, ..t }))
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", None, &[]))
            .on("2026-11-19", "Dora holder", Filled, "Dora").reads("Dora").bars("Nora")
            .on("2026-12-31", "Dora holder, Nora holder", Filled, "Dora Nora").reads("Dora Nora")
            .on("2027-01-01", "Nora holder", Filled, "Nora").reads("Nora").bars("Dora"),
        row("of two who share a post the one takes it over whole", "Düren")
            .step(TODAY, |s| s.appoint("Nora", "2026-11-20", |t| NewTenure { share_percent: 50, rank: 2, ..t }))
            .step(TODAY, |s| s.hand_over(s.w.tenure_dora, "2027-01-01", Some("Nora"), &[]))
            .on(TODAY, "Dora holder, Nora holder", Filled, "Dora Nora").reads("Dora Nora")
            .on("2026-12-31", "Dora holder, Nora holder", Filled, "Dora Nora").reads("Dora Nora")
            .on("2027-01-01", "Nora holder", Filled, "Nora").reads("Nora").bars("Dora"),
        row("both who share a post leave", "Düren")
            .step(TODAY, |s| s.appoint("Nora", "2026-11-20", |t| NewTenure { share_percent: 50, rank: 2, ..t }.until(day("2027-03-01"))))
            .step(TODAY, |s| s.leaves(s.w.tenure_dora, "2027-01-01"))
            .on("2026-12-31", "Dora holder, Nora holder", Filled, "Dora Nora").reads("Dora Nora")
            .on("2027-01-01", "Nora holder", Filled, "Nora").reads("Nora").bars("Dora")
            .on("2027-03-01", "", Vacant, "").bars("Dora Nora"),
        row("the deputy of a post goes, the holder stays", "Aachen")
            .step(TODAY, |s| {
                let post = s.w.post_aachen;
                s.keep(move |tx, by| {
                    let all = people::list_tenures_of_post(tx, post)?;
                    let deputy = all.into_iter().find(|t| t.mode == Mode::Deputy).unwrap();
                    networks::end_tenure(tx, by, deputy.id, day("2026-12-01"))
                });
            })
            .on("2026-11-30", "Anna holder, Vera deputy", Filled, "? ?").reads("Anna Vera")
            .on("2026-12-01", "Anna holder", Filled, "?").reads("Anna").bars("Vera")
            .on("2027-06-01", "Anna holder", Filled, "?").reads("Anna").bars("Vera"),
    ]
}

fn what_a_post_seat_does_not_do() -> Vec<Row> {
    vec![
        row("nobody resigns from the seat of a post", "Düren")
            .step(TODAY, |s| {
                let held = s.held("Düren");
                s.refused("Dora", "folgt der Stelle", move |tx, by| networks::leave(tx, by, held, day("2026-12-01")));
            })
            .on(TODAY, "Dora holder", Filled, "Dora").reads("Dora")
            .on("2026-12-01", "Dora holder", Filled, "Dora").reads("Dora")
            .on("2027-12-01", "Dora holder", Filled, "Dora").reads("Dora"),
        row("nobody is voted out of the seat of a post", "Düren")
            .step(TODAY, |s| {
                let held = s.held("Düren");
                s.refused("Kora", "folgt der Stelle", move |tx, by| {
                    networks::end_occupancy(tx, by, held, day("2026-12-01"), EndReason::Removal)
                });
            })
            .on(TODAY, "Dora holder", Filled, "Dora").reads("Dora")
            .on("2026-12-01", "Dora holder", Filled, "Dora").reads("Dora")
            .on("2027-12-01", "Dora holder", Filled, "Dora").reads("Dora"),
        row("the town leaves the network with its post", "Düren")
            .step(TODAY, |s| s.end("Düren", "2027-01-01", EndReason::Exit))
            .on("2026-05-01", "Dora holder", Filled, "Dora").reads("Dora")
            .on("2026-12-31", "Dora holder", EndsSoon, "Dora").reads("Dora")
            .on("2027-01-01", "", Vacant, "").bars("Dora")
            .ends("Düren", EndReason::Exit),
        row("the seat is given up", "Düren")
            .step(TODAY, |s| {
                let seat = s.seat("Düren");
                s.keep(move |tx, by| networks::end_seat(tx, by, seat, day("2027-01-01")));
            })
            .on("2026-05-01", "Dora holder", Filled, "Dora").reads("Dora")
            .on("2026-12-31", "Dora holder", EndsSoon, "Dora").reads("Dora")
            .gone("2027-01-01").bars("Dora"),
        row("the town gets a new name with a day to come", "Düren")
            .step(TODAY, |s| {
                let id = s.w.dueren;
                s.keep(move |tx, by| {
                    let town = people::find_organisation(tx, id)?;
                    people::rename_organisation(tx, by, id, town.version, "Stadt Düren-Jülich", day("2027-01-01"))
                });
            })
            .on(TODAY, "Dora holder", Filled, "Dora").reads("Dora").called("Gleichstellungsbeauftragte, Stadt Düren")
            .on("2026-12-31", "Dora holder", Filled, "Dora").reads("Dora").called("Gleichstellungsbeauftragte, Stadt Düren")
            .on("2027-01-01", "Dora holder", Filled, "Dora").reads("Dora").called("Gleichstellungsbeauftragte, Stadt Düren-Jülich"),
        row("the post gets a new title on a day", "Eschweiler")
            .step(TODAY, |s| {
                let id = s.w.post_eschweiler;
                s.keep(move |tx, by| {
                    let titles = PostTitles::new("Stabsstelle Gleichstellung", None, None);
                    let post = people::find_post(tx, id)?;
                    people::rename_post(tx, by, id, post.version, &titles, day("2027-01-01"))
                });
            })
            .on(TODAY, "", Vacant, "").bars("Nora").called("Gleichstellungsstelle, Stadt Eschweiler")
            .on("2026-12-31", "", Vacant, "").called("Gleichstellungsstelle, Stadt Eschweiler")
            .on("2027-01-01", "", Vacant, "").called("Stabsstelle Gleichstellung, Stadt Eschweiler"),
        row("the town is merged into another: the seat keeps its post", "Düren")
            .step(TODAY, |s| {
                let (id, into) = (s.w.dueren, s.w.aachen);
                s.keep(move |tx, by| {
                    let town = people::find_organisation(tx, id)?;
                    people::end_organisation(tx, by, id, town.version, day("2027-01-01"), Some(into))
                });
            })
            .on(TODAY, "Dora holder", Filled, "Dora").reads("Dora")
            .on("2026-12-31", "Dora holder", Filled, "Dora").reads("Dora")
            .on("2027-01-01", "Dora holder", Filled, "Dora").reads("Dora"),
        row("the whole committee ends", "Ausschuss")
            .step(TODAY, |s| s.end_body("Ausschuss", "2027-01-01"))
            .on(TODAY, "Anna self", EndsSoon, "?").reads("Anna").bars("Olga")
            .on("2026-12-31", "Anna self", EndsSoon, "?").reads("Anna").bars("Olga")
            .gone("2027-01-01").bars("Anna Olga"),
        row("she held the post before anybody wrote it down", "Eschweiler")
            .step(TODAY, |s| {
                let new = NewTenure::holder(s.w.post_eschweiler, s.w.nora, day("2010-01-01")).until(day("2014-01-01"));
                s.keep(move |tx, by| networks::appoint(tx, by, &new));
            })
            .on("2012-06-30", "Nora holder", Filled, "Nora").looked_back()
            .on("2014-01-01", "", Vacant, "").looked_back()
            .on(TODAY, "", Vacant, "").bars("Nora"),
    ]
}
