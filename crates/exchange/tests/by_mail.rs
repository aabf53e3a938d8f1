//! Stories by mail, and what comes in that must not do anything: whoever only has mail takes part where letters are allowed,
//! and learns nothing where they are not.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use exchange::Thread;
use house::House;
use kernel::Id;
use people::Person;
use support::{
    account, at, bundles, count, daily, finds,
    letters::{ANNA, DORA, answer_tag, body_tag, comes, held, letters_come, words},
    list, page, replies, work, writes,
};
use web::Words;

/// The address at which a letter about a thread would be answered: as if somebody had kept one from before.
fn kept_tag(h: &House, thread: Id<Thread>, person: Id<Person>) -> String {
    let read = move |c: &db::Conn| Ok(notices::Answers::load(c)?.unwrap().tag(thread.raw(), person));
    h.fresh.db.read_now(read).unwrap()
}

fn signed(from: &str, subject: &str, own: &str) -> Words {
    Words { signed: true, ..words(from, subject, own) }
}

#[test]
fn n4_8_a_forum_is_read_and_answered_by_mail_and_what_was_moved_or_hidden_no_letter_tells() {
    for h in letters_come() {
        let w = h.w;
        let topic = h
            .fresh
            .db
            .write_now(|tx| networks::add_topic(tx, &common::operator(), "haushalt", "Haushalt", "Budget"))
            .unwrap();
        writes(&h, w.kora, w.rag, "Wer prüft den Haushalt?", &[("topic", &topic.to_string())]);
        let wrong = writes(&h, w.kora, w.rag, "Falsch hier", &[]);
        let gone = writes(&h, w.kora, w.rag, "Kanarienfrage", &[]);
        let threat = writes(&h, w.kora, w.rag, "Bedrohung im Rathaus", &[("confidential", "ja")]);
        // Those who lead put it where it belongs, and hide what must go, before anybody was told.
        let form = h.get(Some(w.kora), &format!("{}/aendern", page(wrong)));
        let version =
            form.html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let moved = [
            ("version", version.as_str()),
            ("title", "Falsch hier"),
            ("words", "x"),
            ("topic", ""),
            ("body", &w.gma.to_string()),
        ];
        h.post(w.kora, &format!("{}/aendern", page(wrong)), &moved).is(303);
        h.post(w.kora, &format!("{}/ausblenden", page(gone)), &[("reason", "Doppelt")]).is(303);
        bundles(&h, "2026-11-24");
        let text = h.letters(DORA).pop().unwrap().1;
        assert!(text.contains("Wer prüft den Haushalt?") && !text.contains("Kanarienfrage"), "{text}");
        // Of the confidential area nothing but that there is something; who is elsewhere gets no letter at all.
        for (to, subject, text) in h.all_letters() {
            assert!(!subject.contains("Bedrohung") && !text.contains("Bedrohung"), "{to}: {text}");
            assert!(!["nora@example.org", "quinn@example.org"].contains(&to.as_str()), "{to}");
        }
        assert!(text.contains("geschützten Bereich"), "{text}");
        // Its address answers nobody, whoever knows it.
        let refused = Err("one writes there after signing in only".to_owned());
        assert_eq!(comes(&h, &kept_tag(&h, threat, w.dora), words(DORA, "AW", "Kanarienwort")), refused);
        h.get(Some(w.kora), &page(threat)).hides(&["Kanarienwort"]);
    }
}

#[test]
fn n8_2_and_n8_3_nothing_of_a_network_under_protection_comes_or_goes_by_letter() {
    for h in letters_come() {
        let w = h.w;
        account(&h, w.quinn, "quinn@example.org");
        let rooms = writes(&h, w.quinn, w.kept, "Sanitärräume im Neubau", &[]);
        let incident = writes(&h, w.quinn, w.kept, "Vorfall beim Umzug", &[("confidential", "ja")]);
        replies(&h, w.anna, rooms, "Einzelräume mit Vorraum.");
        work(&h);
        bundles(&h, "2026-11-24");
        // Its members are told that there is something, without an address at which one could answer.
        let told: Vec<_> =
            h.all_letters().into_iter().filter(|(_, _, text)| text.contains("geschützten Bereich")).collect();
        assert!(!told.is_empty());
        for (to, subject, text) in h.all_letters() {
            for word in ["Sanitär", "Einzelräume", "Vorfall", "LSBTIQ", "antwort+"] {
                assert!(!subject.contains(word) && !text.contains(word), "{word} to {to}: {text}");
            }
        }
        for who in [w.dora, w.rosa, w.nora] {
            assert!(!finds(&h, Some(who), "Einzelräume"));
        }
        // No letter reaches it: neither an answer nor something new, from whomever.
        let refused = Err("one writes there after signing in only".to_owned());
        for thread in [rooms, incident] {
            for (person, from) in [(w.quinn, "quinn@example.org"), (w.anna, ANNA), (w.kora, "kora@example.org")] {
                assert_eq!(comes(&h, &kept_tag(&h, thread, person), signed(from, "AW", "Kanarienwort")), refused);
            }
            h.get(Some(w.quinn), &page(thread)).hides(&["Kanarienwort"]);
        }
        assert_eq!(comes(&h, &body_tag(w.kept), signed("quinn@example.org", "Neu", "Kanarienwort")), refused);
        assert_eq!((held(&h), count(&h, "SELECT COUNT(*) FROM reply WHERE way = 'link'")), (0, 0));
    }
}

#[test]
fn n8_6_a_question_without_a_name_leaves_no_trace_in_letters() {
    for h in letters_come() {
        let w = h.w;
        for who in [w.dora, w.rosa, w.sina] {
            support::joins(&h, who, w.kept);
        }
        account(&h, w.quinn, "quinn@example.org");
        let ask = format!("{}/anonym", list(w.kept));
        h.post(w.quinn, &ask, &[("words", "Wie sage ich es meinem Amt? Kanarienwort")]).is(303);
        daily(&h, "exchange.relay", "2026-11-24");
        let html = h.get(Some(w.kora), &format!("{}/anonyme-fragen", list(w.kept))).html;
        let link = html.split("/anonyme-fragen/").nth(1).unwrap().split('"').next().unwrap();
        let passed =
            [("act", "weitergeben"), ("title", "Ein Schritt im Amt"), ("words", "Wie sage ich es? Kanarienwort")];
        let there = h.post(w.kora, &format!("/anonyme-fragen/{link}"), &passed).is(303).location().to_owned();
        let thread: Id<Thread> = there.rsplit('/').next().unwrap().parse().unwrap();
        bundles(&h, "2026-11-25");
        replies(&h, w.kora, thread, "Erst die Vertrauensperson.");
        work(&h);
        bundles(&h, "2026-11-26");
        daily(&h, "exchange.remind", "2026-12-15");
        // Everybody is told alike; whoever asked gets no letter the others do not get, and none says a word of it.
        let to = |address: &str| h.letters(address).len();
        assert_eq!(to("quinn@example.org"), to(DORA));
        for (to, subject, text) in h.all_letters() {
            for word in ["Kanarienwort", "Schritt im Amt", "Quinn", "LSBTIQ"] {
                assert!(!subject.contains(word) && !text.contains(word), "{word} to {to}: {text}");
            }
        }
        let named = "SELECT COUNT(*) FROM letter_post WHERE person_id IS NOT NULL";
        assert_eq!(count(&h, named), 0);
    }
}

#[test]
fn an_absence_note_answers_nothing_and_gets_no_answer() {
    for h in letters_come() {
        let w = h.w;
        let thread = writes(&h, w.dora, w.rag, "Wer hat eine Satzung?", &[]);
        bundles(&h, "2026-11-24");
        let tag = answer_tag(&h, ANNA);
        at(&h, "2026-11-24", 9);
        assert_eq!(comes(&h, &tag, words(ANNA, "AW: Satzung", "Wir haben eine.")), Ok(true));
        // Anna writes by letter, and is away: each letter to her comes back as a note of her program.
        for round in 0..5 {
            h.fresh.clock.advance(600);
            replies(&h, w.dora, thread, &format!("Frage {round}"));
            work(&h);
            let note = Words { automatic: true, ..words(ANNA, "Automatische Antwort", &format!("Im Urlaub {round}")) };
            let (posts, letters) = (count(&h, "SELECT COUNT(*) FROM reply"), h.all_letters().len());
            assert_eq!(comes(&h, &tag, note), Err("a machine wrote it".into()));
            work(&h);
            assert_eq!((count(&h, "SELECT COUNT(*) FROM reply"), h.all_letters().len()), (posts, letters), "{round}");
        }
        h.get(Some(w.dora), &page(thread)).hides(&["Im Urlaub"]);
        assert_eq!(held(&h), 0);
    }
}

#[test]
fn a_letter_that_is_passed_on_with_another_address_in_it_goes_only_where_it_was_sent() {
    for h in letters_come() {
        let w = h.w;
        let (one, two) = (writes(&h, w.dora, w.rag, "Eins", &[]), writes(&h, w.dora, w.rag, "Zwei", &[]));
        bundles(&h, "2026-11-24");
        at(&h, "2026-11-24", 9);
        let other = kept_tag(&h, two, w.anna);
        // Anna passes a letter of ours about the second thread on to the body's address.
        let own = "Seht mal.";
        let passed = Words {
            forwarded: true,
            signed: true,
            whole: format!(
                "{own}\n\n-----Weitergeleitete Nachricht-----\nAntworten an antwort+{other}@netz.example.org"
            ),
            ..words(ANNA, "WG: Neues für Sie", own)
        };
        assert_eq!(comes(&h, &body_tag(w.rag), passed), Ok(true));
        assert_eq!((count(&h, "SELECT COUNT(*) FROM reply"), count(&h, "SELECT COUNT(*) FROM thread")), (0, 3));
        // And into the first thread as an answer: it stays there.
        let passed =
            Words { forwarded: true, ..words(ANNA, "WG: AW", &format!("Wie dort: antwort+{other}@netz.example.org")) };
        assert_eq!(comes(&h, &kept_tag(&h, one, w.anna), passed), Ok(true));
        h.get(Some(w.dora), &page(one)).says(&["Wie dort"]);
        h.get(Some(w.dora), &page(two)).hides(&["Wie dort", "Seht mal"]);
        // Whoever got the letter passed on and answers it writes in nobody's name but her own.
        account(&h, w.nora, "nora@example.org");
        assert_eq!(comes(&h, &other, words("nora@example.org", "AW", "Von außen")), Ok(true));
        h.get(Some(w.dora), &page(two)).hides(&["Von außen"]);
    }
}
