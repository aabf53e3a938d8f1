//! Mandates in the demo: the chains it shows, a pack with what applies, sittings out of a council's system, and what a body of
//! others hears when somebody leaves.

use db::args;
use kernel::Day;

use super::{body, coordinator, holder, id, name, number, post};
use crate::world::{World, both, reading};

/// The post of whoever chairs the committee and is sent into the board.
const CHAIR: &str = "05358";

fn board_seat(world: &World, person: i64) -> (i64, i64) {
    let board = body(world, "beirat-arbeitsmarkt");
    let sql = "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :board AND o.person_id = :person AND o.until_day > '2026-11-23'";
    (number(world, sql, args! { board: board, person: person }), board)
}

#[test]
fn x10_1_the_demo_shows_the_committee_in_three_bodies_of_others_and_a_broken_way_to_the_federation() {
    reading(|world| {
        let rag = body(world, "rag-aachen");
        let mut chair = world.signed_in(holder(world, post(world, CHAIR)));
        let page = chair.get(&format!("/gremien/{rag}/mandate"));
        page.is(200);
        for outside in
            ["Regionaler Beirat Arbeitsmarkt", "Lenkungskreis Strukturwandel", "Regionale Fachkräfteinitiative"]
        {
            page.shows(outside);
        }
        for words in [
            "Gender-Mainstreaming-Ausschuss",
            "Landesarbeitsgemeinschaft",
            "Bundesarbeitsgemeinschaft",
            "Kette gebrochen: kein Sitz mehr im entsendenden Gremium",
        ] {
            page.shows(words);
        }
        page.shows("Bild als Tabelle lesen").shows("Nur die letzte Entsendung");
        // The same by person, and only to those who may see who she is.
        let person = holder(world, post(world, CHAIR));
        let chains = format!("/mandate/personen/{person}");
        chair.get(&chains).is(200).shows(&name(world, person)).shows("Regionaler Beirat Arbeitsmarkt");
        world.visitor().get(&chains).is(303);
    });
}

#[test]
fn n2_5_a_pack_names_what_applies_by_topic_and_fits_on_paper() {
    reading(|world| {
        let person = holder(world, post(world, CHAIR));
        let (mandate, board) = board_seat(world, person);
        let session = number(
            world,
            "SELECT id FROM outside_session WHERE receiver_id = :board AND title = '4. Sitzung 2026'",
            args! { board: board },
        );
        let pack = format!("/mandate/{mandate}/sitzungen/{session}");
        let mut chair = world.signed_in(person);
        let page = chair.get(&pack);
        page.is(200).shows("Was dazu gilt").shows("Strukturwandel braucht Gleichstellung").shows("zu Punkt");
        chair.get(&format!("{pack}/datei/pdf")).is(200);
        chair.get(&format!("{pack}/datei/docx")).is(200);
        // A member of the network who is not of the committee reads no pack, on no way.
        for path in [pack.clone(), format!("{pack}/datei/pdf")] {
            world.person("neu").get(&path).is(403).hides("Strukturwandel braucht");
            world.person("lag").get(&path).is(404);
        }
    });
}

#[test]
fn sittings_of_a_council_are_read_in_the_demo_without_leaving_the_machine() {
    reading(|world| {
        let (taken, waits) = (body(world, "fachkraefteinitiative"), body(world, "lenkungskreis-strukturwandel"));
        let mut chair = world.signed_in(holder(world, post(world, CHAIR)));
        chair.get(&format!("/gremien/{taken}/mandate")).is(200).shows("3. Sitzung 2026").shows("1. Sitzung 2027");
        let page = chair.get(&format!("/gremien/{waits}/mandate/ratsinformation"));
        page.is(200).shows("Was übernommen wird").shows("Sondersitzung zum Leitbild").shows("Sitzungen übernehmen");
        for (who, status) in [("mira", 403), ("lag", 404), ("gast", 404), ("betrieb", 404)] {
            world.person(who).get(&format!("/gremien/{waits}/mandate/ratsinformation")).is(status);
        }
    });
}

#[test]
fn n2_2_a_mandate_that_ends_with_a_handover_is_told_to_the_body_of_others_on_its_day() {
    both(|world| {
        let person = holder(world, post(world, CHAIR));
        let (mandate, board) = board_seat(world, person);
        let tenure = number(
            world,
            "SELECT id FROM tenure WHERE post_id = :post AND person_id = :person AND until_day = '9999-12-31'",
            args! { post: post(world, CHAIR), person: person },
        );
        let admin = coordinator(world, "rag-aachen");
        let (before, day) = (world.mails().len(), Day::literal("2026-12-01"));
        world
            .site
            .db()
            .write_now(move |tx| {
                tx.silent("a test gives the board a mailbox");
                tx.exec("UPDATE body SET mail = 'beirat@region.example.org' WHERE id = :id", args! { id: board })?;
                let new = networks::NewHandover { tenure: id(tenure), day, successor: None, ends: vec![id(mandate)] };
                networks::hand_over(tx, &admin, &new)
            })
            .unwrap();
        let told = |world: &World| -> Vec<String> {
            let all = world.mails().into_iter().skip(before);
            all.filter(|(to, ..)| to == "beirat@region.example.org").map(|(_, subject, _)| subject).collect()
        };
        let work = |world: &World, day: &str| {
            world.clock.set(Day::literal(day).at(5, 0));
            world.site.db().write_now(|tx| mandates::daily::ends(tx, "")).unwrap();
        };
        work(world, "2026-11-30");
        assert!(told(world).is_empty(), "not before its day");
        for _ in 0..2 {
            work(world, "2026-12-01");
        }
        assert_eq!(told(world), ["[RAG Aachen] Ende einer Entsendung: Regionaler Beirat Arbeitsmarkt"], "once");
        let text = world.mails().into_iter().find(|(to, ..)| to == "beirat@region.example.org").unwrap().2;
        assert!(text.contains("30. November 2026") && text.contains(&name(world, person)), "{text}");
    });
}

#[test]
fn n2_5_a_report_she_owes_stands_on_start_and_leads_to_its_form_once() {
    both(|world| {
        let person = holder(world, post(world, CHAIR));
        let (mandate, board) = board_seat(world, person);
        let by = coordinator(world, "rag-aachen");
        // A sitting that is over since this morning; no job of the night has run.
        let session = world
            .site
            .db()
            .write_now(move |tx| {
                let new = mandates::NewSession {
                    title: "Sondersitzung".into(),
                    starts_at: tx.now().plus_seconds(-3_600),
                    place: String::new(),
                    agenda: String::new(),
                };
                mandates::note_session(tx, &by, id(board), &new)
            })
            .unwrap();
        let form = format!("/mandate/{mandate}/sitzungen/{session}/bericht");
        let mut chair = world.signed_in(person);
        let start = chair.get("/");
        start.shows("Rückbericht: Sondersitzung");
        assert_eq!(start.links().iter().filter(|link| **link == form).count(), 2, "title and button");
        // Afterwards its task is there as well, and the same thing stands on Start once.
        world.clock.set(Day::literal("2026-11-24").at(6, 0));
        world.site.db().write_now(|tx| mandates::daily::reports(tx, "")).unwrap();
        let mut chair = world.signed_in(person);
        chair.get("/aufgaben").shows("Rückbericht schreiben: Sondersitzung");
        chair.get("/").shows("Rückbericht: Sondersitzung").hides("Aufgabe: Rückbericht schreiben: Sondersitzung");
        let fields = [("tat", "abgeben"), ("version", "1"), ("subject", "Kurz")];
        chair.post(&form, &fields).is(303);
        chair.get("/").hides("Rückbericht: Sondersitzung");
    });
}
