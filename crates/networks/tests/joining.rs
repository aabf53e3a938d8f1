//! Asking to join in the browser: the page, the letter, the rules.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;
mod joiners;

use db::args;
use joiners::{KEPT, OPEN, ZOE, kept, last, link, state, with};

#[test]
fn the_page_is_there_where_a_network_asks_for_it_and_says_who_could_read() {
    let h = kept();
    h.fresh
        .db
        .write_now(|tx| {
            tx.silent("a test");
            tx.set("operator.name", "Stadt Beispiel")
        })
        .unwrap();
    let page = h.get(None, KEPT);
    page.is(200).says(&[
        "Mitglied werden",
        "Diese Seite betreibt: Stadt Beispiel.",
        "Wer den Server oder eine Sicherung hat, könnte aber alles lesen",
        "Mails an Sie nennen das Netzwerk nicht",
        "Zwei Mitglieder bürgen.",
        "14 Tage lang",
        "name=\"voucher2\"",
    ]);
    page.hides(&["Quinn", "Anna", "Mitglieder gehören"]);
    h.get(None, &format!("/en{KEPT}")).is(200).says(&["whoever has the server or a backup"]);
    // Whoever belongs needs no form; a network that does not ask has no page, a hidden one not even for its members.
    h.get(Some(h.w.quinn), KEPT).is(200).says(&["Sie gehören schon dazu"]).hides(&["name=\"given\""]);
    for path in ["/netzwerke/regionale-ag/beitreten", "/netzwerke/runder-tisch-schutz/beitreten"] {
        h.get(None, path).is(404);
        h.get(Some(h.w.uma), path).is(404);
        h.send(None, path, &ZOE).is(404);
    }
    h.get(None, OPEN).is(200).says(&["Mitglied des Netzwerks werden Sie dadurch nicht"]).hides(&["Offen gesagt"]);
    h.get(None, "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss/beitreten").is(404);
    h.get(None, "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung").says(&["offen für alle", OPEN]);
}

#[test]
fn what_is_missing_names_its_field_and_what_is_needed_is_not_called_voluntary() {
    let h = kept();
    h.send(None, KEPT, &with(&[("given", ""), ("family", " ")]))
        .is(422)
        .says(&["Bitte schreiben Sie den Vornamen.", "Bitte schreiben Sie den Nachnamen."])
        .hides(&["Bitte füllen Sie dieses Feld aus."]);
}

#[test]
fn nothing_counts_before_the_mailbox_confirms_and_no_answer_tells_who_is_known() {
    let h = kept();
    let known = h.send(None, KEPT, &with(&[("mail", "quinn@example.org"), ("voucher2", "kora@example.org")]));
    let unknown = h.send(None, KEPT, &with(&[("voucher1", "niemand@example.org"), ("voucher2", "keine@example.org")]));
    assert_eq!((known.is(303).location(), known.html.as_str()), (unknown.is(303).location(), unknown.html.as_str()));
    let (one, other) = (h.letters("quinn@example.org"), h.letters("zoe.zander@rathaus.example.org"));
    assert_eq!((one.len(), other.len()), (1, 1), "each gets the same letter");
    assert_eq!(one[0].0, other[0].0);
    let id = last(&h);
    assert!(h.all_letters().iter().all(|(to, ..)| to != "kora@example.org" && to != "niemand@example.org"));
    for (_, subject, text) in h.all_letters() {
        assert!(!format!("{subject}{text}").contains("LSBTIQ"), "{text}");
    }
    // Looking changes nothing, as often as a scanner likes.
    let path = link(&h, "zoe.zander@rathaus.example.org");
    for _ in 0..3 {
        h.get(None, &path).is(200).says(&["Ja, das ist meine Anfrage", "Zoe Zander"]).hides(&["LSBTIQ"]);
    }
    assert_eq!(state(&h, id), "unconfirmed");
    h.get(Some(h.w.kora), &format!("/beitritte/{id}")).is(404);
    h.get(Some(h.w.kora), &format!("/gremien/{}/beitritte", h.w.kept)).is(200).hides(&["Zoe"]);
    let there = h.send(None, &path, &[]).is(303).location().to_owned();
    // It has arrived: there is nothing to call off by going.
    h.get(None, &there).is(200).says(&["Ihre Anfrage ist angekommen", "Zu den Netzwerken"]).hides(&["Abbrechen"]);
    h.send(None, &path, &[]).is(200).says(&["Ihre Anfrage ist angekommen"]);
    assert_eq!(state(&h, id), "waiting");
    // Nobody was found at these addresses, and nobody learns that.
    assert!(h.letters("niemand@example.org").is_empty());
    h.get(Some(h.w.kora), &format!("/beitritte/{id}"))
        .is(200)
        .says(&["Zoe Zander", "Ein bekanntes Funktionspostfach ist es nicht"]);
    // A second request of the same address is told after the proof that one runs.
    h.send(None, KEPT, &with(&[("voucher2", "quinn@example.org")])).is(303);
    let second = link(&h, "zoe.zander@rathaus.example.org");
    h.get(None, &second).is(200).says(&["läuft schon"]);
    h.send(None, &second, &[]).is(200).says(&["läuft schon"]);
    assert_eq!(state(&h, last(&h)), "unconfirmed");
    h.get(None, "/beitritt/irgendwas").is(410).says(&["Der Link gilt nicht mehr"]);
}

#[test]
fn the_link_is_good_for_a_day_and_what_nobody_confirms_goes() {
    let h = kept();
    h.send(None, KEPT, &with(&[("voucher2", "quinn@example.org")])).is(303);
    let path = link(&h, "zoe.zander@rathaus.example.org");
    h.fresh.clock.advance(86_399);
    h.get(None, &path).is(200).says(&["Ja, das ist meine Anfrage"]);
    h.fresh.clock.advance(1);
    h.get(None, &path).is(410);
    h.send(None, &path, &[]).is(410);
    let clean = networks::slice().jobs.iter().find(|j| j.name == "networks.cleanup").unwrap().run;
    h.fresh.db.write_now(move |tx| clean(tx, "")).unwrap();
    let left = h
        .fresh
        .db
        .read_now(|c| c.count("SELECT (SELECT COUNT(*) FROM join_request) + (SELECT COUNT(*) FROM vouch)", args! {}));
    assert_eq!(left.unwrap(), 0);
}

#[test]
fn an_address_gets_five_letters_an_hour_and_a_body_sends_four_hundred() {
    let h = kept();
    let fields = with(&[("voucher2", "quinn@example.org")]);
    for _ in 0..5 {
        h.send(None, KEPT, &fields).is(303);
    }
    h.send(None, KEPT, &fields).is(429);
    assert_eq!(h.letters("zoe.zander@rathaus.example.org").len(), 5);
    for n in 5..400 {
        let mail = format!("zoe{n}@example.org");
        h.send(None, KEPT, &with(&[("mail", &mail), ("voucher2", "quinn@example.org")])).is(303);
    }
    h.send(None, KEPT, &with(&[("mail", "neu@example.org"), ("voucher2", "quinn@example.org")])).is(429);
    h.fresh.clock.advance(3_601);
    h.send(None, KEPT, &fields).is(303);
}

#[test]
fn one_origin_is_stopped_after_ten_requests_and_another_is_not() {
    let h = kept();
    let ask = |from: &str, n: i32| {
        let mail = format!("zoe{n}@example.org");
        h.send_from(from, KEPT, &with(&[("mail", &mail), ("voucher2", "quinn@example.org")]))
    };
    for n in 0..10 {
        ask("203.0.113.7", n).is(303);
    }
    let stopped = ask("203.0.113.7", 10);
    stopped
        .is(429)
        .says(&["Von Ihrem Anschluss kam dieses Formular in der letzten Stunde sehr oft.", "um 13 Uhr noch einmal"]);
    assert_eq!(stopped.headers["retry-after"], "3600");
    assert!(h.letters("zoe10@example.org").is_empty());
    ask("203.0.113.8", 11).is(303);
    ask("2001:db8::1", 12).is(303);
    h.fresh.clock.advance(3_600);
    ask("203.0.113.7", 13).is(303);
}

#[test]
fn what_is_missing_stands_at_its_field_and_nothing_is_written() {
    let h = kept();
    let page = h.send(None, KEPT, &[("mail", "falsch"), ("given", "Zoe")]);
    page.is(422).says(&["value=\"Zoe\"", "Bitte nennen Sie zwei Mitglieder", "Mailadresse"]);
    h.send(None, KEPT, &with(&[("voucher2", "ANNA@example.org")])).is(422).says(&["eine andere Adresse"]);
    h.send(None, KEPT, &with(&[("voucher2", "zoe.zander@rathaus.example.org")])).is(422);
    assert_eq!(h.fresh.db.read_now(|c| c.count("SELECT COUNT(*) FROM join_request", args! {})).unwrap(), 0);
    h.get(None, &format!("{KEPT}?q=D%C3%BCren")).is(200).says(&["Stadt Düren", "Gefundene Organisation"]);
    // What sits in the sensitive network alone is not found.
    h.get(None, &format!("{KEPT}?q=regenbogen")).is(200).says(&["Keine gefunden"]).hides(&["Regenbogenberatung"]);
}

#[test]
fn the_rules_are_the_keepers_and_whoever_saves_over_a_change_sees_it() {
    let h = kept();
    let path = format!("/gremien/{}/beitritt", h.w.kept);
    for who in [h.w.anna, h.w.nora] {
        h.get(Some(who), &path).is(if who == h.w.anna { 403 } else { 404 });
    }
    let fields = |version: &'static str| {
        [
            ("vouching", "either"),
            ("objection_days", "28"),
            ("seat_kind", "personal"),
            ("statement", "ja"),
            ("question", "Welchen Auftrag haben Sie?"),
            ("notice_months", "3"),
            ("version", version),
        ]
    };
    h.get(Some(h.w.kora), &path).is(200).says(&["name=\"version\" value=\"1\""]);
    h.post(h.w.kora, &path, &fields("1")).is(303);
    // What she types over the other change is kept, and beside it stands, in words, what is stored where it differs.
    let mut mine = fields("1");
    (mine[1].1, mine[2].1, mine[4].1) = ("14", "organisation", "Warum?");
    let both = h.post(h.w.kora, &path, &mine);
    both.is(409).says(&["inzwischen geändert", "name=\"version\" value=\"2\"", "value=\"Warum?\""]);
    both.says(&["Jetzt gespeichert: Welchen Auftrag haben Sie?", "Jetzt gespeichert: 28 Tage"]);
    assert_eq!(both.main().matches("Jetzt gespeichert").count(), 3, "only what differs");
    let mut bad = fields("2");
    bad[5].1 = "25";
    h.post(h.w.kora, &path, &bad).is(422).says(&["höchstens 24 Monate"]);
    h.post(h.w.anna, &path, &fields("2")).is(403);
    h.get(None, KEPT).is(200).says(&["Welchen Auftrag haben Sie?", "28 Tage lang"]);
}
