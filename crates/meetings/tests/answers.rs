//! Answers through the router: by the link of a letter, on the page, late, contradicting, by somebody sent.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::{all, answers, at, by_link, count, invites, link, plans, subjects};

const MEETING: &str = "2027-03-17";

#[test]
fn n8_5_an_answer_takes_two_clicks_from_the_mail_and_no_signing_in() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        let there = link(&h, "dora@example.org");
        let events = "SELECT COUNT(*) FROM event";
        let before = count(&h, events);
        let page = h.get(None, &format!("{there}?antwort=zusagen"));
        page.is(200).says(&["Herbsttreffen", "Zusagen", "Absagen", "Vertretung schicken", "Löwenstein"]);
        page.hides(&["Anna Albers", "Dora Dahlke", "Kora Krings"]);
        assert_eq!((count(&h, events), answers(&h, meeting, "yes")), (before, 0), "opening changes nothing");
        by_link(&h, &there, "zusagen", &[]).is(303);
        assert_eq!(answers(&h, meeting, "yes"), 1);
        h.get(None, &there).says(&["Ihre Antwort: zugesagt."]);
        // A minute later she changes her mind; on the page she does so at once.
        h.fresh.clock.advance(61);
        by_link(&h, &there, "absagen", &[]).is(303);
        assert_eq!((answers(&h, meeting, "yes"), answers(&h, meeting, "no")), (0, 1));
        let own = format!("/termine/{meeting}/antwort");
        h.post(w.dora, &own, &[("antwort", "zusagen")]).is(303);
        h.post(w.dora, &own, &[("antwort", "absagen")]).is(303);
        assert_eq!(answers(&h, meeting, "no"), 1);
        // Whoever is not invited answers nothing; a link of nobody opens nothing.
        h.post(w.nora, &own, &[("antwort", "zusagen")]).is(404);
        h.get(None, &format!("/einladung/{}", "a".repeat(64))).is(410);
        by_link(&h, &format!("/einladung/{}", "a".repeat(64)), "zusagen", &[]).is(410);
        by_link(&h, &there, "vielleicht", &[]).is(422);
        // Nobody learns of it from the log.
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb = 'meeting.answered' AND level < 5"), 0);
    }
}

#[test]
fn a_scanner_that_opens_and_sends_everything_answers_nothing_and_the_person_is_asked() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        let there = link(&h, "dora@example.org");
        for asked in ["", "?antwort=zusagen", "?antwort=absagen", "?antwort=vertretung"] {
            h.get(None, &format!("{there}{asked}")).is(200);
        }
        assert_eq!(answers(&h, meeting, "none"), 4);
        // It sends every button it finds, one after the other, again and again.
        for answer in ["zusagen", "absagen", "vertretung", "thema", "zusagen", "absagen"] {
            by_link(&h, &there, answer, &[]);
            h.fresh.clock.advance(2);
        }
        assert_eq!(answers(&h, meeting, "none"), 4, "none of it counts");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM agenda_proposal"), 0);
        // The person is asked once, and those who convene see why.
        assert_eq!(
            subjects(&h, "dora@example.org"),
            [
                "[Regionale AG] Einladung: Herbsttreffen",
                "[Regionale AG] Bitte antworten Sie noch einmal: Herbsttreffen"
            ]
        );
        h.get(Some(w.kora), &format!("/termine/{meeting}/einladung")).says(&["widersprüchlich, neu gefragt"]);
        h.get(None, &there).says(&["Keine davon zählt."]);
        by_link(&h, &there, "zusagen", &[]).is(303);
        assert_eq!(answers(&h, meeting, "yes"), 0, "within the minute nothing counts");
        h.fresh.clock.advance(60);
        by_link(&h, &there, "zusagen", &[]).is(303);
        assert_eq!(answers(&h, meeting, "yes"), 1);
        // Signed in she need not wait.
        by_link(&h, &there, "absagen", &[]).is(303);
        assert_eq!(answers(&h, meeting, "yes"), 0);
        h.post(w.dora, &format!("/termine/{meeting}/antwort"), &[("antwort", "zusagen")]).is(303);
        assert_eq!(answers(&h, meeting, "yes"), 1);
    }
}

#[test]
fn an_answer_after_its_day_is_taken_and_marked_and_after_the_meeting_it_is_not() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("answer_until", "2027-03-10")]);
        invites(&h, meeting);
        let (dora, anna) = (link(&h, "dora@example.org"), link(&h, "anna@example.org"));
        at(&h, "2027-03-10", 23);
        by_link(&h, &anna, "zusagen", &[]).is(303);
        at(&h, "2027-03-11", 8);
        h.get(None, &dora).says(&["Die Frist war 10. März 2027. Ihre Antwort wird trotzdem angenommen."]);
        by_link(&h, &dora, "zusagen", &[]).is(303);
        assert_eq!(answers(&h, meeting, "yes"), 2);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting_invitation WHERE late"), 1);
        h.get(Some(w.kora), &format!("/termine/{meeting}/einladung")).says(&["zugesagt, verspätet am 11. März 2027"]);
        at(&h, "2027-03-17", 13);
        by_link(&h, &dora, "absagen", &[]).is(410);
        h.post(w.anna, &format!("/termine/{meeting}/antwort"), &[("antwort", "absagen")]).is(422);
        assert_eq!(answers(&h, meeting, "yes"), 2);
    }
}

#[test]
fn n1_7_somebody_sent_gets_an_invitation_of_her_own_and_the_sender_hears_when_she_declines() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let closed = support::item(&h, meeting, "Rechtsstreit einer Kollegin", "30", "closed");
        assert!(closed > 0);
        invites(&h, meeting);
        let dora = link(&h, "dora@example.org");
        by_link(&h, &dora, "vertretung", &[("name", ""), ("mail", "kein")]).is(422);
        by_link(&h, &dora, "vertretung", &[("name", "Dora"), ("mail", "DORA@example.org")])
            .is(422)
            .says(&["Das ist Ihre eigene Adresse."]);
        assert_eq!(answers(&h, meeting, "none"), 4);
        let jo = [("name", "Jo Muster"), ("mail", "jo@example.org")];
        by_link(&h, &dora, "vertretung", &jo).is(303);
        assert_eq!(subjects(&h, "jo@example.org"), ["[Regionale AG] Einladung: Herbsttreffen"]);
        let there = link(&h, "jo@example.org");
        h.get(None, &there).is(200).says(&["Herbsttreffen"]).hides(&["Rechtsstreit", "Vertretung schicken"]);
        by_link(&h, &there, "vertretung", &[("name", "Kim"), ("mail", "kim@example.org")]).is(422);
        h.get(Some(w.kora), &format!("/termine/{meeting}/einladung")).says(&[
            "Jo Muster",
            "als Vertretung geschickt",
            "schickt Vertretung",
        ]);
        by_link(&h, &there, "absagen", &[]).is(303);
        assert_eq!(
            subjects(&h, "dora@example.org").last().unwrap(),
            "[Regionale AG] Ihre Vertretung kommt nicht: Herbsttreffen"
        );
        // She comes herself after all: whom she sent is told, and has no link any more.
        h.fresh.clock.advance(120);
        by_link(&h, &link(&h, "dora@example.org"), "zusagen", &[]).is(303);
        assert_eq!(
            subjects(&h, "jo@example.org").last().unwrap(),
            "[Regionale AG] Sie sind nicht mehr eingeladen: Herbsttreffen"
        );
        h.get(None, &there).is(410);
        assert_eq!((answers(&h, meeting, "yes"), answers(&h, meeting, "substitute")), (1, 0));
    }
}

#[test]
fn x10_4_a_guest_for_one_item_sees_that_item_only() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        support::item(&h, meeting, "Interner Bericht", "30", "internal");
        let open = support::item(&h, meeting, "Vortrag des Ministeriums", "30", "guests");
        support::item(&h, meeting, "Aussprache mit Gästen", "30", "guests");
        let page = format!("/termine/{meeting}/einladung");
        invites(&h, meeting);
        let guest = |item: &str| {
            h.post(
                w.kora,
                &page,
                &[("tat", "gast"), ("name", "Gisa Gast"), ("mail", "gisa@example.org"), ("item", item)],
            )
        };
        guest("1").is(422).says(&["Dieser Punkt ist nicht für Gäste."]);
        guest(&open.to_string()).is(303);
        let text = &h.letters("gisa@example.org")[0].1;
        assert!(text.contains("Vortrag des Ministeriums"), "{text}");
        let there = link(&h, "gisa@example.org");
        h.get(None, &there).is(200).says(&["Vortrag des Ministeriums"]).hides(&[
            "Interner Bericht",
            "Aussprache",
            "Thema vorschlagen",
        ]);
        by_link(&h, &there, "thema", &[("title", "Mein Thema")]).is(403);
        by_link(&h, &there, "zusagen", &[]).is(303);
        assert!(!text.contains("Interner Bericht") && !text.contains("Aussprache"), "{text}");
    }
}
