//! Letters of an invitation: shown before they leave, and sent to whoever joins later.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::day;
use support::{all, at, by_link, daily, invites, item, link, plans, subjects};

const MEETING: &str = "2027-03-17";

/// A letter without the secrets of its links.
fn without_secrets(text: &str) -> String {
    let mut parts = text.split("/einladung/");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |all, part| {
        let rest = part.find(['?', '/', '\n']).map_or("", |at| &part[at..]);
        format!("{all}/einladung/…{rest}")
    })
}

#[test]
fn before_an_invitation_leaves_its_letter_is_shown_and_what_it_lacks_is_said() {
    for h in all() {
        let w = h.w;
        let bare = plans(&h, w.rag, MEETING, &[("place", ""), ("online", "")]);
        let edit = format!("/termine/{bare}/aendern");
        h.get(Some(w.kora), &format!("/termine/{bare}/einladung"))
            .is(200)
            .says(&[
                "Bitte prüfen Sie vor dem Senden:",
                "Es ist weder ein Ort noch eine Online-Adresse angegeben.",
                "Es ist kein Tag angegeben, bis zu dem geantwortet werden soll.",
                "Die Tagesordnung ist leer.",
                &edit,
            ])
            .hides(&["Einladungsfrist ist versäumt"]);
        let meeting = plans(&h, w.rag, "13. April 2027", &[("answer_until", "Mi, 7. April 2027")]);
        item(&h, meeting, "Begrüßung", "10", "public");
        item(&h, meeting, "Rechtsstreit", "10", "closed");
        let page = format!("/termine/{meeting}/einladung");
        let seen = h.get(Some(w.kora), &page);
        seen.is(200).says(&["So kommt die E-Mail an"]).hides(&["Bitte prüfen Sie vor dem Senden:"]);
        h.get(Some(w.dora), &page).hides(&["So kommt die E-Mail an", "/einladung/…"]);
        let shown = seen.html.split("<pre class=\"paper\">").nth(1).unwrap().split("</pre>").next().unwrap();
        assert!(shown.contains("Wann: Dienstag, 13. April 2027, 10 Uhr") && shown.contains("Rechtsstreit"), "{shown}");
        // What leaves is what was shown, but for the secrets of the links.
        invites(&h, meeting);
        let (subject, text) = h.letters("dora@example.org").pop().unwrap();
        assert!(text.contains("http://localhost:8080/einladung/"), "{text}");
        assert_eq!(without_secrets(&text), shown);
        seen.says(&[&subject]);
        // Whoever has no address gets no letter, and is not counted as if she did.
        common::act(&h.fresh, w.kora, move |tx, by| {
            let personal = networks::NewSeat::new(networks::SeatKind::Personal, day("2000-01-01"));
            common::seated(tx, by, w.rag, &personal, networks::Occupant::person(w.rosa), "2026-01-01").map(drop)
        })
        .unwrap();
        let whole = format!("/termine/{bare}/einladung");
        h.get(Some(w.kora), &whole).says(&["Eine Person hat keine E-Mail-Adresse.", "Jetzt 4 Einladungen senden"]);
        let before = h.all_letters().len();
        invites(&h, bare);
        assert_eq!(h.all_letters().len(), before + 4);
        // A day for answers that passed meanwhile.
        let late = plans(&h, w.rag, "2027-05-05", &[("answer_until", "2027-04-20")]);
        at(&h, "2027-04-21", 8);
        h.get(Some(w.kora), &format!("/termine/{late}/einladung"))
            .says(&["Der letzte Tag für Antworten liegt schon zurück: Dienstag, 20. April 2027."]);
    }
}

#[test]
fn whoever_joins_later_is_invited_to_all_that_is_ahead_and_whoever_leaves_is_told_of_all() {
    for h in all() {
        let w = h.w;
        support::account(&h, w.nora, "nora@example.org");
        let past = plans(&h, w.rag, "2026-11-30", &[("title", "Novembertreffen")]);
        let first = plans(&h, w.rag, MEETING, &[]);
        let second = plans(&h, w.rag, "2027-05-05", &[("title", "Maitreffen")]);
        for meeting in [past, first, second] {
            invites(&h, meeting);
        }
        at(&h, "2026-12-01", 12);
        let (seat, held) = common::act(&h.fresh, w.kora, move |tx, by| {
            let personal = networks::NewSeat::new(networks::SeatKind::Personal, day("2026-12-01"));
            common::seated(tx, by, w.rag, &personal, networks::Occupant::person(w.nora), "2026-12-01")
        })
        .unwrap();
        assert!(h.letters("nora@example.org").is_empty(), "a seat alone writes no letter");
        // By the button to that one meeting, and what was is not invited to.
        let page = |meeting| format!("/termine/{meeting}/einladung");
        h.post(w.dora, &page(first), &[("tat", "abgleichen")]).is(403);
        h.post(w.kora, &page(first), &[("tat", "abgleichen")]).is(303);
        assert_eq!(subjects(&h, "nora@example.org"), ["[Regionale AG] Einladung: Herbsttreffen"]);
        h.get(Some(w.kora), &page(first)).says(&["Jetzt abgleichen", "Einladung Di, 1. Dez."]);
        // In the morning to all others, nobody twice.
        let others = h.all_letters().len();
        daily(&h, "meetings.follow", "2026-12-02");
        daily(&h, "meetings.follow", "2026-12-03");
        let all = ["[Regionale AG] Einladung: Herbsttreffen", "[Regionale AG] Einladung: Maitreffen"];
        assert_eq!(subjects(&h, "nora@example.org"), all);
        assert_eq!(h.all_letters().len(), others + 1);
        let (method, file) = support::calendar(&h, "nora@example.org").unwrap();
        assert!(method == "REQUEST" && file.contains("DTSTART:20270505"), "{file}");
        by_link(&h, &link(&h, "nora@example.org"), "zusagen", &[]).is(303);
        // She leaves: both are cancelled for her, and for nobody else.
        common::act(&h.fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, held, day("2026-12-03"), networks::EndReason::Resignation)
        })
        .unwrap();
        assert!(seat.raw() > 0);
        let others = h.all_letters().len();
        daily(&h, "meetings.follow", "2026-12-04");
        let mut told = subjects(&h, "nora@example.org").split_off(2);
        told.sort();
        assert_eq!(
            told,
            [
                "[Regionale AG] Sie sind nicht mehr eingeladen: Herbsttreffen",
                "[Regionale AG] Sie sind nicht mehr eingeladen: Maitreffen"
            ]
        );
        assert_eq!(h.all_letters().len(), others + 2);
        assert_eq!(support::calendar(&h, "nora@example.org").unwrap().0, "CANCEL");
        h.get(Some(w.nora), &format!("/termine/{second}")).is(404);
    }
}
