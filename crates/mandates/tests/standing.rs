//! A mandate while it lasts: it rests, its term is over, its post is vacant; and what is known of the body it goes into.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day};
use support::{BOARD_MAIL, all};

#[test]
fn away_for_long_the_mandate_rests_the_substitute_acts_and_the_board_is_told() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[("instruction", "Linie")]);
        let rest = format!("/mandate/{id}/ruhen");
        for (who, status) in [(w.dora, 403), (w.vera, 403), (w.nora, 404)] {
            s.get(Some(who), &rest).is(status);
            s.post(who, &rest, &[]).is(status);
        }
        s.get(Some(w.anna), &rest).is(200).says(&["Eine Vertretung ist nicht benannt."]);
        s.substitute(id, w.anna).is(303);
        s.get(Some(w.anna), &rest).says(&["Solange handelt: Anna Albers", "Das Gremium bekommt eine Mail."]);
        s.post(w.anna, &rest, &[]).is(303);
        let told = s.letters(BOARD_MAIL);
        let (subject, text) = told.last().unwrap();
        assert_eq!(subject, "Vertretung bei einer Entsendung: Beirat Arbeitsmarkt");
        assert!(text.contains("Dora Dahlke") && text.contains("Anna Albers") && !text.contains("Linie"), "{text}");
        s.get(Some(w.kora), &format!("/mandate/{id}"))
            .says(&["Das Mandat ruht. Bis dahin handelt die Vertretung.", "Wieder aufnehmen"]);
        s.get(Some(w.anna), &format!("/gremien/{}/mandate", s.board)).says(&["ruht, die Vertretung handelt"]);
        // She acts no more; whoever stands in prepares, reports, and is the one who is reminded.
        let session = act(&s.fresh, w.anna, {
            let board = s.board;
            move |tx, by| {
                let new = mandates::NewSession {
                    title: "5. Sitzung".into(),
                    starts_at: day("2026-12-07").at(10, 0),
                    place: String::new(),
                    agenda: "Förderung".into(),
                };
                mandates::note_session(tx, by, board, &new)
            }
        })
        .unwrap();
        let form = format!("/mandate/{id}/sitzungen/{session}/bericht");
        s.daily("mandates.brief", "2026-11-30");
        let packs = |to| s.subjects(to).iter().filter(|m| *m == "Vorbereitung: Beirat Arbeitsmarkt").count();
        assert_eq!((packs("anna@example.org"), packs("dora@example.org")), (1, 0));
        s.daily("mandates.reports", "2026-12-08");
        s.get(Some(w.anna), "/aufgaben").says(&["Rückbericht schreiben: 5. Sitzung"]);
        s.daily("mandates.remind", "2026-12-12");
        assert!(s.subjects("anna@example.org").contains(&"Rückbericht: Beirat Arbeitsmarkt".to_owned()));
        assert!(!s.subjects("dora@example.org").contains(&"Rückbericht: Beirat Arbeitsmarkt".to_owned()));
        s.get(Some(w.dora), &form).is(403);
        s.get(Some(w.anna), &form).is(200);
        // Back again.
        s.post(w.anna, &rest, &[]).is(303);
        assert_eq!(s.subjects(BOARD_MAIL).last().unwrap(), "Wieder da: Beirat Arbeitsmarkt");
        s.get(Some(w.dora), &form).is(200);
    }
}

#[test]
fn a_term_that_is_over_is_to_be_settled_with_the_board_and_a_vacant_post_is_shown_to_those_who_send() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let page = format!("/mandate/{id}");
        s.get(Some(w.anna), &page).hides(&["Die Amtszeit ist abgelaufen."]);
        s.at("2028-11-02", 9);
        // She stays until it is settled; those who lead are told what they can do, and nobody else.
        s.get(Some(w.anna), &page)
            .says(&["Die Amtszeit ist abgelaufen. Bitte klären Sie mit dem Gremium", "mandate/entsenden"]);
        s.get(Some(w.dora), &page).hides(&["Bitte klären Sie mit dem Gremium"]);
        s.get(Some(w.anna), &format!("/gremien/{}/mandate", s.board))
            .says(&["Amtszeit abgelaufen am 31. Oktober 2028"]);
    }
    for s in all() {
        let w = s.w;
        let seat = s.seat;
        act(&s.fresh, w.kora, move |tx, by| {
            let post = networks::Occupant::Post(w.post_dueren);
            networks::fill_seat(tx, by, &networks::NewOccupancy::new(seat, post, day("2025-01-01")))
        })
        .unwrap();
        let board = format!("/gremien/{}/mandate", s.board);
        s.get(Some(w.anna), &board).says(&["Dora Dahlke"]).hides(&["unbesetzt"]);
        act(&s.fresh, w.kora, move |tx, by| {
            let new = networks::NewHandover {
                tenure: w.tenure_dora,
                day: day("2026-12-01"),
                successor: None,
                ends: Vec::new(),
            };
            networks::hand_over(tx, by, &new)
        })
        .unwrap();
        s.at("2026-12-02", 9);
        s.get(Some(w.anna), &board).says(&["unbesetzt"]);
        s.get(Some(w.nora), &board).is(404);
    }
}

#[test]
fn d1_an_outside_body_shows_its_organisation_purpose_rhythm_seats_contacts_and_sittings() {
    for s in all() {
        let w = s.w;
        s.delegated(&[]);
        let board = s.board;
        // Whoever keeps the network says by name what the body belongs to.
        let edit = format!("/gremien/{board}/bearbeiten");
        let version = s.count("SELECT version FROM body WHERE slug = 'beirat-arbeitsmarkt'").to_string();
        let named = |name: &str| {
            let fields = [
                ("version", version.as_str()),
                ("purpose", "Berät über Förderung."),
                ("mail", BOARD_MAIL),
                ("rhythm", "viermal im Jahr"),
                ("organisation", name),
            ];
            s.post(w.kora, &edit, &fields)
        };
        named("Nirgendwo").is(422).says(&["Eine Organisation dieses Namens gibt es hier nicht.", "Nirgendwo"]);
        named("Stadt Düren").is(303);
        s.get(Some(w.kora), &edit).says(&["value=\"Stadt Düren\""]);
        let page = format!("/gremien/{board}/mandate");
        s.post(
            w.dora,
            &format!("{page}/kontakt"),
            &[("name", "Geschäftsstelle"), ("role", ""), ("mail", ""), ("phone", "")],
        )
        .is(303);
        s.sitting("2026-12-07", "1. Begrüßung");
        s.get(Some(w.dora), &page).is(200).says(&[
            "Organisation",
            &format!("/organisationen/{}", w.dueren),
            "Berät über Förderung.",
            "viermal im Jahr",
            "Unsere Sitze",
            "Dora Dahlke",
            "Geschäftsstelle",
            "4. Sitzung",
        ]);
    }
}
