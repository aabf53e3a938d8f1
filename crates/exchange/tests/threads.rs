//! Threads through the router: who writes and reads, what helped, what came of it, and who finds nothing of it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day};
use support::{all, at, bundles, count, daily, fields, finds, link, list, page, replies, writes};

fn version(seen: &house::Seen) -> String {
    seen.html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn reply_of(seen: &house::Seen, words: &str) -> String {
    let item = seen.html.split("<li id=\"antwort-").find(|item| item.contains(words)).unwrap();
    item.split('"').next().unwrap().to_owned()
}

#[test]
fn n1_3_a_question_to_the_circle_is_answered_and_what_came_of_it_is_kept() {
    for h in all() {
        let w = h.w;
        h.get(Some(w.dora), &list(w.rag)).is(200).says(&["Noch nichts geschrieben.", "/austausch/neu"]);
        h.get(Some(w.dora), &format!("{}/neu", list(w.rag))).is(200).says(&["Anna Albers"]);
        let thread = writes(&h, w.dora, w.rag, "Wer hat eine Satzung?", &[]);
        h.get(Some(w.dora), &page(thread)).is(200).says(&[
            "Wer hat eine Satzung?",
            "<em>Erfahrung</em>",
            "Frage",
            "Noch keine Antwort.",
        ]);
        h.get(Some(w.kora), "/austausch").is(200).says(&["Wer hat eine Satzung?", "ungelesen", "Dora Dahlke"]);
        // Nobody outside reads, answers, finds or counts it.
        for who in [Some(w.nora), Some(w.olga), Some(w.quinn)] {
            h.get(who, &page(thread)).is(404).hides(&["Satzung"]);
            h.get(who, "/austausch").is(200).hides(&["Satzung"]);
            assert!(!finds(&h, who, "Satzung"));
            h.post(who.unwrap(), &page(thread), &[("tat", "antworten"), ("words", "x")]).is(404);
        }
        h.get(None, &list(w.rag)).is(403).hides(&["Satzung"]);
        h.get(Some(w.nora), &list(w.rag)).is(403).hides(&["Satzung"]);
        h.post(w.nora, &format!("{}/neu", list(w.rag)), &fields("Fremd", &[])).is(403);
        assert!(finds(&h, Some(w.kora), "Satzung"));
        replies(&h, w.kora, thread, "Ja, **Aachen** hat eine: https://example.org/satzung.");
        replies(&h, w.anna, thread, "Wir nicht.");
        let seen = h.get(Some(w.dora), &page(thread));
        seen.is(200).says(&[
            "<strong>Aachen</strong>",
            "href=\"https://example.org/satzung\"",
            "Hat geholfen",
            "Was ist daraus geworden?",
        ]);
        // Only whoever asked says what helped.
        let (good, own) = (reply_of(&seen, "Aachen"), page(thread));
        h.post(w.anna, &own, &[("tat", "hilft"), ("antwort", &good)]).is(403);
        h.post(w.dora, &own, &[("tat", "hilft"), ("antwort", &good)]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM reply WHERE helped_at IS NOT NULL"), 1);
        h.get(Some(w.anna), &own).says(&["hat geholfen"]);
        // One to three sentences, by whoever asked or leads.
        let outcome = format!("{own}/ergebnis");
        h.get(Some(w.rosa), &outcome).is(404);
        h.post(w.dora, &outcome, &[("words", "Eins. Zwei ist da. Drei ist da. Vier ist da. Fünf ist da.")])
            .is(422)
            .says(&["ein bis drei Sätzen", "Fünf ist da"]);
        h.post(w.dora, &outcome, &[("words", "Zwei Städte haben eine Satzung.")]).is(303);
        h.get(Some(w.anna), &own).says(&[
            "Zwei Städte haben eine Satzung.",
            "Festgehalten von Dora Dahlke",
            "mit Ergebnis",
        ]);
        h.get(Some(w.kora), &format!("{}?art=offen", list(w.rag))).hides(&["Wer hat eine Satzung?"]);
        h.get(Some(w.kora), &format!("{}?art=fragen", list(w.rag))).says(&["Wer hat eine Satzung?"]);
        assert!(finds(&h, Some(w.anna), "Städte") && !finds(&h, Some(w.nora), "Städte"));
    }
}

#[test]
fn a_form_that_is_refused_keeps_what_was_typed() {
    for h in all() {
        let w = h.w;
        let new = format!("{}/neu", list(w.rag));
        let long = "x".repeat(10_000);
        for (name, value) in [
            ("title", ""),
            ("words", " "),
            ("title", long.as_str()),
            ("answer_until", "2026-11-01"),
            ("level", "0"),
            ("kind", ""),
        ] {
            h.post(
                w.dora,
                &new,
                &fields(
                    "Titel der Frage",
                    &[(name, value), ("answer_until", if name == "answer_until" { value } else { "" })],
                ),
            )
            .is(422)
            .says(&["Fehler"]);
        }
        h.post(w.dora, &new, &fields("Zeile\r\nBcc: x@example.org", &[])).is(422);
        h.post(w.dora, &new, &fields("Recht\u{202e}s", &[])).is(422);
        h.post(w.dora, &new, &fields("Titel", &[("words", ""), ("topic", "")])).says(&["value=\"Titel\""]);
        // Whoever does not belong there cannot be asked.
        let nora = w.nora.to_string();
        h.post(w.dora, &new, &fields("Titel", &[("asked", &nora)])).is(422).says(&["wer hier dabei ist"]);
        // A topic nobody knows is refused at its field, in a new thread and when one is changed.
        let no_topic = ["Dieses Thema gibt es nicht.", "href=\"#topic\""];
        h.post(w.dora, &new, &fields("Titel", &[("topic", "999")])).is(422).says(&no_topic);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread"), 0);
        // What attackers type is words.
        let bad = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
        let thread = writes(&h, w.dora, w.rag, "<b>Titel</b>", &[("words", bad)]);
        let edit = format!("{}/aendern", page(thread));
        let version = version(&h.get(Some(w.dora), &edit));
        let changed = [("title", "Titel"), ("words", bad), ("topic", "999"), ("version", &version)];
        h.post(w.dora, &edit, &changed).is(422).says(&no_topic);
        h.get(Some(w.kora), &page(thread)).is(200).says(&["&lt;script&gt;", "&#60;b&#62;Titel"]).hides(&[
            "<script>alert",
            "<img src=x",
            "href=\"javascript",
            "<b>Titel",
        ]);
    }
}

#[test]
fn n8_3_incidents_are_told_without_names_and_released_as_a_number() {
    for h in all() {
        let w = h.w;
        let new = format!("{}/neu", list(w.kept));
        let secret = |words: &'static str| fields("Vorfall beim Umzug", &[("confidential", "ja"), ("words", words)]);
        // Names are warned of; whoever looked again goes on.
        h.post(w.quinn, &new, &secret("Frau Meier wurde bedroht, sagt Anna Albers.")).is(422).says(&[
            "Frau Meier",
            "Anna Albers",
            "Niemand ist erkennbar",
            "Vorfall beim Umzug",
        ]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread"), 0);
        let mut looked = secret("Frau Meier, die es nicht gibt, wurde bedroht.");
        looked.push(("checked", "ja"));
        let thread: String = h.post(w.quinn, &new, &looked).is(303).location().rsplit('/').next().unwrap().to_owned();
        let own = format!("/austausch/{thread}");
        h.get(Some(w.anna), &own).is(200).says(&["vertraulich", "Vorfall beim Umzug"]);
        h.post(w.anna, &own, &[("tat", "antworten"), ("words", "Herr Schmidt auch.")]).is(422).says(&["Herr Schmidt"]);
        h.post(w.anna, &own, &[("tat", "antworten"), ("words", "Hier auch: Kanarienwort.")]).is(303);
        // In no search, not even of those who read it; for all others it does not exist.
        for who in [w.anna, w.quinn, w.kora, w.dora, w.nora] {
            assert!(!finds(&h, Some(who), "Kanarienwort") && !finds(&h, Some(who), "Umzug"));
        }
        for who in [w.dora, w.nora, w.rosa] {
            h.get(Some(who), &own).is(404).hides(&["Umzug", "Kanarienwort"]);
        }
        // Never for all networks.
        let wide = fields("Weit", &[("confidential", "ja"), ("level", "1")]);
        h.post(w.dora, &format!("{}/neu", list(w.rag)), &wide).is(422);
        // A letter says that there is something, and nothing of it.
        bundles(&h, "2026-11-24");
        let letters = h.all_letters();
        assert!(!letters.is_empty());
        for (_, subject, text) in &letters {
            for word in ["Umzug", "Meier", "Kanarienwort", "LSBTIQ", "bedroht"] {
                assert!(!subject.contains(word) && !text.contains(word), "{word}: {subject} {text}");
            }
            assert!(text.contains("geschützten Bereich") && !text.contains("/nachricht/"), "{text}");
        }
        // It cannot be forwarded. Its number is released without details; a small one is not told exactly.
        h.get(Some(w.quinn), &format!("{own}/weiterleiten")).is(422);
        let release = format!("{}/zahl", list(w.kept));
        let asked = [("from", "2026-01-01"), ("until", "2026-12-31"), ("topic", ""), ("level", "0")];
        h.post(w.quinn, &release, &asked).is(403);
        h.get(None, &list(w.kept)).is(403);
        h.post(w.kora, &release, &asked).is(303);
        let told = h.get(None, &list(w.kept));
        told.is(200).says(&["weniger als 3 vertrauliche Gespräche"]).hides(&[
            "Umzug",
            "Kanarienwort",
            "/austausch/neu",
            "Antwort",
        ]);
        for title in ["Zweiter", "Dritter", "Vierter"] {
            writes(&h, w.quinn, w.kept, title, &[("confidential", "ja")]);
        }
        h.post(w.kora, &release, &asked).is(303);
        h.get(Some(w.nora), &list(w.kept)).is(200).says(&["4 vertrauliche Gespräche"]).hides(&["Zweiter"]);
        // Nobody knows the hidden network, so nothing of it is released.
        h.post(w.kora, &format!("{}/zahl", list(w.hidden)), &asked).is(422);
        h.get(Some(w.nora), &list(w.hidden)).is(404);
    }
}

#[test]
fn n4_8_what_stands_in_the_wrong_place_is_moved_and_what_must_go_is_hidden_with_a_reason() {
    for h in all() {
        let w = h.w;
        support::joins(&h, w.sina, w.rag);
        let thread = writes(&h, w.dora, w.rag, "Falsch hier", &[]);
        replies(&h, w.sina, thread, "Eine Beleidigung mit Kanarienwort");
        let own = page(thread);
        let edit = format!("{own}/aendern");
        // Those who lead move it; whoever wrote it changes the words, and what stood there stays to be read.
        let form = h.get(Some(w.kora), &edit);
        form.is(200).says(&["Gender-Mainstreaming-Ausschuss"]).hides(&["name=\"words\""]);
        let gma = w.gma.to_string();
        h.post(w.kora, &edit, &[("version", &version(&form)), ("topic", ""), ("body", &gma)]).is(303);
        h.get(Some(w.kora), &list(w.gma)).is(200).says(&["Falsch hier"]);
        h.get(Some(w.dora), &list(w.rag)).hides(&["Falsch hier"]);
        h.get(Some(w.rosa), &edit).is(404);
        h.post(w.dora, &edit, &[("version", "1"), ("title", "Neu"), ("words", "Neu"), ("topic", "")])
            .is(409)
            .says(&["inzwischen geändert", "value=\"Neu\""]);
        let form = h.get(Some(w.dora), &edit);
        h.post(
            w.dora,
            &edit,
            &[("version", &version(&form)), ("title", "Richtig"), ("words", "Jetzt richtig"), ("topic", "")],
        )
        .is(303);
        h.get(Some(w.sina), &own).says(&["Richtig", "geändert"]);
        h.get(Some(w.sina), &format!("{own}/verlauf")).is(200).says(&["Falsch hier", "galt bis"]);
        // Hiding takes a reason; the words are gone for all but their writer and those who lead, in search as well.
        assert!(finds(&h, Some(w.dora), "Kanarienwort"));
        let seen = h.get(Some(w.kora), &own);
        let hide = format!("/antworten/{}/ausblenden", reply_of(&seen, "Kanarienwort"));
        h.get(Some(w.dora), &hide).is(403);
        h.post(w.dora, &hide, &[("reason", "Weil")]).is(403);
        h.post(w.kora, &hide, &[("reason", "")]).is(422);
        h.post(w.kora, &hide, &[("reason", "Beleidigend")]).is(303);
        h.get(Some(w.dora), &own).says(&["ausgeblendet: Beleidigend"]).hides(&["Kanarienwort"]);
        h.get(Some(w.dora), &format!("{own}/verlauf")).hides(&["Kanarienwort"]);
        for who in [w.sina, w.kora] {
            h.get(Some(who), &own).says(&["Kanarienwort"]);
        }
        assert!(!finds(&h, Some(w.dora), "Kanarienwort"));
        h.post(w.kora, &hide, &[]).is(303);
        h.get(Some(w.dora), &own).says(&["Kanarienwort"]);
        // A whole thread.
        h.post(w.kora, &format!("{own}/ausblenden"), &[("reason", "Doppelt")]).is(303);
        h.get(Some(w.sina), &own).is(404);
        h.get(Some(w.dora), &own).is(200).says(&["Ausgeblendet: Doppelt"]).hides(&["Antwort senden"]);
        h.post(w.dora, &own, &[("tat", "antworten"), ("words", "Doch")]).is(422);
        assert!(!finds(&h, Some(w.dora), "Richtig"));
        h.post(w.kora, &own, &[("tat", "zeigen")]).is(303);
        h.get(Some(w.sina), &own).is(200);
        // Nobody is told of what was hidden meanwhile.
        h.post(w.kora, &format!("{own}/ausblenden"), &[("reason", "Doppelt")]).is(303);
        assert_eq!(bundles(&h, "2026-11-24"), 0);
    }
}

#[test]
fn n8_7_who_left_a_sensitive_network_is_a_former_member_there_and_reads_no_more() {
    for h in all() {
        let w = h.w;
        h.consents(w.quinn, networks::Field::Name, networks::Audience::Network, Some(w.kept));
        let thread = writes(&h, w.quinn, w.kept, "Sanitärräume", &[]);
        h.get(Some(w.anna), &page(thread)).is(200).says(&["Quinn Quast"]);
        let occupancy = w.occupancy_quinn;
        act(&h.fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, occupancy, day("2026-12-01"), networks::EndReason::Exit).map(drop)
        })
        .unwrap();
        at(&h, "2026-12-02", 9);
        h.get(Some(w.anna), &page(thread))
            .is(200)
            .says(&["Ehemaliges Mitglied", "Sanitärräume"])
            .hides(&["Quinn Quast"]);
        h.get(Some(w.quinn), &page(thread)).is(404);
        assert_eq!(bundles(&h, "2026-12-02"), h.all_letters().len());
        assert!(h.all_letters().iter().all(|(_, _, text)| !text.contains("Quinn")));
    }
}

#[test]
fn an_outcome_that_is_owed_is_asked_for_once() {
    for h in all() {
        let w = h.w;
        let thread = writes(&h, w.dora, w.rag, "Wer weiß es?", &[]);
        let open = writes(&h, w.dora, w.rag, "Niemand weiß es", &[]);
        replies(&h, w.kora, thread, "Ich.");
        daily(&h, "exchange.remind", "2026-12-04");
        assert!(h.all_letters().is_empty(), "too early");
        daily(&h, "exchange.remind", "2026-12-08");
        let letters = h.letters("dora@example.org");
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains("Wer weiß es?") && !letters[0].1.contains(&page(open)), "{}", letters[0].1);
        daily(&h, "exchange.remind", "2026-12-09");
        assert_eq!(h.letters("dora@example.org").len(), 1);
        h.letters_have_their_shape(&["outcome"]);
    }
}

#[test]
fn with_one_account_and_members_by_mail_alone_a_thread_of_twenty_works() {
    for h in all() {
        let w = h.w;
        let thread = writes(&h, w.kora, w.rag, "Gemeinsame Fortbildung", &[]);
        assert_eq!(bundles(&h, "2026-11-24"), 2, "Anna and Dora; Kora wrote it herself");
        let to = "anna.albers@aachen.example.org";
        let (hers, doras) = (link(&h, to), link(&h, "dora@example.org"));
        // Opening changes nothing; the answer is one form.
        let seen = h.get(None, &hers);
        seen.is(200).says(&["Gemeinsame Fortbildung", "Antwort senden"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM reply"), 0);
        support::by_link(&h, &hers, " ").is(422).says(&["Bitte schreiben Sie etwas."]);
        for n in 0..19 {
            support::by_link(&h, &hers, &format!("Antwort Nummer {n}")).is(303);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM reply WHERE way = 'link'"), 19);
        h.get(Some(w.kora), &page(thread)).says(&["Antwort Nummer 18", "Anna Albers", "per E-Mail"]);
        // The link opens what its letter named, and nothing else.
        let other = writes(&h, w.kora, w.rag, "Etwas anderes", &[]);
        let bent = hers.replace(&thread.to_string(), &other.to_string());
        h.get(None, &bent).is(410).hides(&["Etwas anderes"]);
        h.get(None, &hers.replace("/nachricht/", "/nachricht/a")).is(410);
        // It opens what she may see now: once she has left, nothing.
        h.get(None, &doras).is(200);
        let tenure = w.tenure_dora;
        common::operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, tenure, day("2026-12-01")).map(drop))
            .unwrap();
        at(&h, "2026-12-01", 9);
        h.get(None, &doras).is(410).hides(&["Fortbildung"]);
        support::by_link(&h, &doras, "Noch eine").is(410);
    }
}
