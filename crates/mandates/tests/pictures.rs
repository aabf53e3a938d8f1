//! Chains as pictures on any day: who speaks for whom over several stages, and where it does not hold.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day, network};
use kernel::{Id, Level, Voice};
use networks::{Body, NewOccupancy, NewSeat, Occupancy, Occupant};
use support::{Stage, all};

/// RAG sends Anna into the LAG, the LAG sends her into the BAG.
fn three(s: &Stage) -> (Id<Body>, Id<Body>, Id<Occupancy>, Id<Occupancy>) {
    let w = s.w;
    let open = |f: &mut networks::BodyForm| (f.level, f.roster_level) = (Level::Public, Level::Public);
    let (lag, bag) = s
        .fresh
        .db
        .write_now(move |tx| {
            let lag = network(tx, "LAG", w.kora, open)?;
            let bag = network(tx, "BAG", w.kora, open)?;
            Ok((lag, bag))
        })
        .unwrap();
    let (middle, last) = act(&s.fresh, w.kora, move |tx, by| {
        let anna = Occupant::person_by_post(w.anna, w.post_aachen);
        let into = networks::add_seat(tx, by, lag, &NewSeat::delegated(w.rag, Voice::Advisory, day("2020-01-01")))?;
        let middle = networks::fill_seat(tx, by, &NewOccupancy::new(into, anna, day("2024-01-01")))?;
        let far = networks::add_seat(tx, by, bag, &NewSeat::delegated(lag, Voice::Advisory, day("2020-01-01")))?;
        let new = NewOccupancy { term_end: Some(day("2028-01-01")), ..NewOccupancy::new(far, anna, day("2024-02-01")) };
        Ok((middle, networks::fill_seat(tx, by, &new)?))
    })
    .unwrap();
    (lag, bag, middle, last)
}

#[test]
fn x10_1_chains_are_shown_on_any_day_with_broken_links_in_words() {
    for s in all() {
        let w = s.w;
        let (_, bag, middle, _) = three(&s);
        s.delegated(&[]);
        let page = format!("/gremien/{}/mandate", w.rag);
        s.get(Some(w.dora), &page).is(200).says(&[
            "Von Regionale AG nach BAG",
            "Von Regionale AG nach Beirat Arbeitsmarkt",
            "Von Regionale AG nach Strukturpolitischer Ausschuss",
            "Anna Albers",
            "bis 31. Dezember 2027",
            "keine Bestätigung",
        ]);
        // As many rows in the table as stages in the picture: RAG, LAG, BAG.
        let far = s.get(Some(w.anna), &format!("/gremien/{bag}/mandate"));
        let html = &far.is(200).says(&["Von Regionale AG nach BAG"]).html;
        let figure = html.split("<figure").nth(1).unwrap().split("</figure>").next().unwrap();
        assert_eq!(figure.split("<tbody>").nth(1).unwrap().matches("<tr>").count(), 3);
        assert_eq!(figure.split("</svg>").next().unwrap().matches("data-mark").count(), 3);
        // She loses the middle: the last link breaks, in words and sign, and only from that day on.
        act(&s.fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, middle, day("2026-11-20"), networks::EndReason::Recall)
        })
        .unwrap();
        let broken = "Kette gebrochen: kein Sitz mehr im entsendenden Gremium";
        s.get(Some(w.dora), &page).says(&[broken, "unbesetzt", "An 2 Stellen hält die Kette nicht."]);
        s.get(Some(w.dora), &format!("{page}?stand=2026-11-19")).hides(&[broken]).says(&["Von Regionale AG nach BAG"]);
        s.get(Some(w.dora), &format!("{page}?stand=2023-06-01")).hides(&["Anna Albers</text>"]);
        // One or two steps.
        let near = s.get(Some(w.dora), &format!("{page}?schritte=1"));
        near.says(&["Von LAG nach BAG"]).hides(&["Von Regionale AG nach BAG"]);
        // Whoever belongs to no network of it sees none of it.
        s.get(Some(w.nora), &page).is(404);
        s.get(None, &page).is(303);
    }
}

#[test]
fn x10_1_the_chains_of_a_person_are_drawn_for_any_day_as_far_as_her_seats_may_be_seen() {
    for s in all() {
        let w = s.w;
        let (_, _, middle, _) = three(&s);
        let id = s.delegated(&[("instruction", "Linie")]);
        let (anna, dora) = (format!("/mandate/personen/{}", w.anna), format!("/mandate/personen/{}", w.dora));
        let (lag, bag) = ("Von Regionale AG nach LAG", "Von Regionale AG nach BAG");
        // All of her own; of a colleague's only where those send whom one belongs to, or where her name is shown.
        s.get(Some(w.anna), &anna).is(200).says(&["Anna Albers", ">LAG<", bag]);
        s.get(Some(w.dora), &anna).is(200).says(&["Anna Albers", lag]).hides(&[bag, "Linie"]);
        s.get(Some(w.anna), &dora).is(200).says(&["Von Regionale AG nach Beirat Arbeitsmarkt"]);
        s.get(Some(w.anna), &format!("{anna}?schritte=1")).says(&["Von LAG nach BAG"]).hides(&[bag]);
        s.get(Some(w.anna), &format!("{anna}?stand=2023-06-01")).is(200).hides(&[lag, bag]);
        s.get(Some(w.vera), &format!("/mandate/personen/{}", w.kora)).says(&["läuft keine Kette über diese Person"]);
        // The way there: her name on the page of a mandate, and her own list.
        s.get(Some(w.anna), &format!("/mandate/{id}")).says(&[&format!("href=\"{dora}\"")]);
        s.get(Some(w.dora), "/mandate").says(&[&dora, "Ihre Ketten an jedem Tag"]);
        act(&s.fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, middle, day("2026-11-20"), networks::EndReason::Recall)
        })
        .unwrap();
        let broken = "Kette gebrochen: kein Sitz mehr im entsendenden Gremium";
        s.get(Some(w.anna), &anna).says(&[broken]);
        s.get(Some(w.anna), &format!("{anna}?stand=2026-11-19")).hides(&[broken]);
        // Whoever may not see who she is finds nobody.
        for stranger in [w.nora, w.quinn] {
            s.get(Some(stranger), &anna).is(404);
        }
        s.get(None, &anna).is(303);
    }
}

#[test]
fn n5_1_the_view_shows_where_one_city_holds_several_seats() {
    for s in all() {
        let (w, gma) = (s.w, s.w.gma);
        s.delegated(&[]);
        let page = format!("/gremien/{gma}/mandate");
        s.get(Some(w.anna), &page).is(200).hides(&["Mehrere Sitze aus einer Verwaltung"]);
        // A second body of others, and again Dora of Düren.
        act(&s.fresh, w.kora, move |tx, by| {
            let other = common::body(tx, by, w.rag, networks::BodyKind::Outside, "Beirat Ausbildung", |f| {
                (f.level, f.roster_level) = (Level::Public, Level::Public);
            })?;
            let seat = networks::add_seat(tx, by, other, &NewSeat::delegated(gma, Voice::Advisory, day("2020-01-01")))?;
            let dora = Occupant::person_by_post(w.dora, w.post_dueren);
            networks::fill_seat(tx, by, &NewOccupancy::new(seat, dora, day("2026-11-01"))).map(drop)
        })
        .unwrap();
        s.get(Some(w.anna), &page).says(&[
            "Mehrere Sitze aus einer Verwaltung",
            "2 Sitze",
            &format!("/organisationen/{}", w.dueren),
            "Beirat Ausbildung",
        ]);
        s.get(Some(w.nora), &page).is(404);
    }
}

#[test]
fn a_chain_of_three_whose_middle_holder_loses_her_post_breaks_at_the_end() {
    for s in all() {
        let w = s.w;
        let (lag, ..) = three(&s);
        let ends = s
            .fresh
            .db
            .read_now(move |c| {
                let sql = "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE o.person_id = :p AND s.body_id = :b";
                c.one(sql, db::args! { p: w.anna, b: lag }, |r| r.get::<Id<Occupancy>>(0))
            })
            .unwrap();
        act(&s.fresh, w.kora, move |tx, by| {
            let new = networks::NewHandover {
                tenure: w.tenure_anna,
                day: day("2026-12-01"),
                successor: None,
                ends: vec![ends],
            };
            networks::hand_over(tx, by, &new)
        })
        .unwrap();
        s.at("2026-12-02", 9);
        s.get(Some(w.dora), &format!("/gremien/{}/mandate", w.rag)).says(&["Kette gebrochen", "unbesetzt"]);
    }
}

#[test]
fn an_expired_term_is_said_in_words() {
    for s in all() {
        let w = s.w;
        three(&s);
        s.at("2028-02-01", 9);
        s.get(Some(w.dora), &format!("/gremien/{}/mandate", w.rag)).says(&["Amtszeit abgelaufen am 31. Dezember 2027"]);
    }
}

#[test]
fn a_report_rises_along_the_chain_once_for_each_person() {
    for s in all() {
        let w = s.w;
        let (lag, bag, _, last) = three(&s);
        let session = act(&s.fresh, w.anna, move |tx, by| {
            let new = mandates::NewSession {
                title: "Bundeskonferenz".into(),
                starts_at: day("2026-11-20").at(10, 0),
                place: String::new(),
                agenda: String::new(),
            };
            mandates::note_session(tx, by, bag, &new)
        })
        .unwrap();
        let fields = [
            ("tat", "abgeben"),
            ("version", "0"),
            ("subject", "Bundesrecht"),
            ("weiter_subject", "ja"),
            ("effects", "Nur für die LAG"),
        ];
        s.post(w.anna, &format!("/mandate/{last}/sitzungen/{session}/bericht"), &fields).is(303);
        let report = format!("/rueckberichte/{}", s.report());
        // Dora is of the RAG two stages below; the BAG itself reads nothing.
        s.get(Some(w.dora), &report).says(&["Bundesrecht"]).hides(&["Nur für die LAG"]);
        // The picture of the chain says when the last report was, to those who read it.
        s.get(Some(w.dora), &format!("/gremien/{}/mandate", w.rag)).says(&["Bericht vom 20. November 2026", &report]);
        let reached = s.count("SELECT COUNT(*) FROM report_reach");
        assert_eq!(reached, 2, "LAG and RAG");
        // Kora keeps both networks: one letter, and once in her list.
        let told =
            s.letters("kora@example.org").into_iter().filter(|(m, _)| m.starts_with("Neuer Rückbericht")).count();
        assert_eq!(told, 1);
        let list = s.get(Some(w.kora), "/mandate").html;
        assert_eq!(list.matches(report.as_str()).count(), 1);
        assert_eq!(s.count("SELECT COUNT(*) FROM task"), 2);
        let _ = lag;
    }
}

#[test]
fn a_sensitive_sender_names_nothing_in_letters_and_lets_nothing_rise_beyond_itself() {
    for s in all() {
        let w = s.w;
        let board = s.board;
        // The sensitive network sends Quinn into the board; the network of the board would be above it.
        let seat = act(&s.fresh, w.kora, move |tx, by| {
            networks::add_seat(tx, by, board, &NewSeat::delegated(w.kept, Voice::Advisory, day("2020-01-01")))
        })
        .unwrap();
        let before = s.all_letters().len();
        let id = act(&s.fresh, w.kora, move |tx, by| {
            let new = mandates::NewDelegation {
                seat,
                sender: None,
                person: w.anna,
                from: day("2026-11-01"),
                term_end: None,
                mandate: networks::Mandate::Free,
                detail: mandates::Detail { report_days: 10, ..mandates::Detail::default() },
            };
            let id = mandates::nominate(tx, by, &new, "http://localhost:8080")?;
            mandates::confirm(tx, by, id, day("2026-11-02"), "", "http://localhost:8080")?;
            Ok(id)
        })
        .unwrap();
        let letters: Vec<_> = s.all_letters().into_iter().skip(before).collect();
        assert!(!letters.is_empty());
        for (to, subject, text) in letters {
            assert_ne!(to, support::BOARD_MAIL, "nothing leaves it");
            assert!(!format!("{subject}{text}").contains("Beirat") && !text.contains("LSBTIQ"), "{subject} {text}");
        }
        // The RAG keeps the board, and does not learn whom a sensitive network sends and on what that rests.
        s.get(Some(w.dora), &format!("/mandate/{id}")).is(404);
        s.get(Some(w.vera), &format!("/mandate/{id}")).is(404);
        s.get(Some(w.quinn), &format!("/mandate/{id}")).is(200);
    }
}
