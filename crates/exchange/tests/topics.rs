//! N7.5: once a week one letter tells what is new under the topics somebody follows, from every network where she may read it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{day, operate};
use house::House;
use kernel::Id;
use networks::Topic;
use people::Person;
use support::{account, all, at, bundles, count, page, replies, stop, writes};

const DORA: &str = "dora@example.org";
const KORA: &str = "kora@example.org";
const ANNA: &str = "anna.albers@aachen.example.org";
const SINA: &str = "sina@example.org";
const LEVELS: &str = "/konto/nachrichten";

/// The vocabulary of these tests: violence, and the budget.
fn topics(h: &House) -> (String, String) {
    at(h, "2026-11-23", 9);
    let add = |slug: &'static str, name: &'static str, name_en: &'static str| -> Id<Topic> {
        operate(&h.fresh, move |tx, op| networks::add_topic(tx, op, slug, name, name_en)).unwrap()
    };
    let violence = add("gewaltschutz", "Gewaltschutz", "Protection from violence");
    (violence.to_string(), add("haushalt", "Haushalt", "Budget").to_string())
}

#[track_caller]
fn follows(h: &House, who: Id<Person>, topics: &[&str]) {
    let mut form = vec![("rhythm", "auto")];
    form.extend(topics.iter().map(|topic| ("topics", *topic)));
    h.post(who, LEVELS, &form).is(303);
}

/// The weekly letters to an address: subject and words.
fn weekly(h: &House, to: &str) -> Vec<(String, String)> {
    h.letters(to).into_iter().filter(|(subject, _)| subject.contains("Themen")).collect()
}

#[test]
fn n7_5_a_weekly_letter_tells_each_thing_under_a_topic_once_with_its_network_and_its_way() {
    for h in all() {
        let w = h.w;
        let (violence, budget) = topics(&h);
        h.get(Some(w.dora), LEVELS).is(200).says(&["Themen für den Wochenüberblick", "Gewaltschutz", "Haushalt"]);
        follows(&h, w.dora, &[&violence]);
        at(&h, "2026-11-23", 12);
        let about = |more: &[(&'static str, &'static str)], title: &str, body| {
            let mut fields = vec![("topic", violence.as_str())];
            fields.extend_from_slice(more);
            writes(&h, w.kora, body, title, &fields)
        };
        let here = about(&[], "Hilfe am Wochenende", w.rag);
        about(&[("level", "1")], "Studie für alle", w.verband);
        about(&[], "Nur im Verband", w.verband);
        let brought = about(&[], "Notruf auf Reisen", w.verband);
        writes(&h, w.kora, w.rag, "Kassenstand", &[("topic", &budget)]);
        let rag = w.rag.to_string();
        h.post(w.kora, &format!("{}/weiterleiten", page(brought)), &[("network", &rag), ("note", "")]).is(303);
        // What she wrote herself is no news to her.
        writes(&h, w.dora, w.rag, "Meine eigene Frage", &[("topic", &violence)]);

        // In her bundle stands what is not under her topic; whoever follows none has all of it there.
        bundles(&h, "2026-11-24");
        let bundle = h.letters(DORA).pop().unwrap().1;
        assert!(bundle.contains("Kassenstand"), "{bundle}");
        for title in ["Hilfe am Wochenende", "Notruf auf Reisen", "Studie", "Nur im Verband"] {
            assert!(!bundle.contains(title), "{title} comes once a week: {bundle}");
        }
        assert!(h.letters(ANNA).pop().unwrap().1.contains("Hilfe am Wochenende"));
        at(&h, "2026-11-24", 12);
        h.post(w.kora, &format!("{}/ergebnis", page(here)), &[("words", "Eine Nummer für alle Kommunen.")]).is(303);
        replies(&h, w.anna, here, "Danke.");
        // Not before Monday.
        for day in ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"] {
            bundles(&h, day);
        }
        assert!(weekly(&h, DORA).is_empty());

        bundles(&h, "2026-11-30");
        let letters = weekly(&h, DORA);
        assert_eq!(letters.len(), 1, "{letters:?}");
        let (subject, text) = &letters[0];
        assert_eq!(subject, "Neues zu Ihren Themen: 3 Einträge");
        for title in ["Hilfe am Wochenende", "Notruf auf Reisen", "Studie für alle"] {
            assert_eq!(text.matches(title).count(), 1, "{title} once: {text}");
        }
        for word in [
            "Mit Ergebnis, Neu. Aus Regionale AG. Sie verfolgen das Thema Gewaltschutz.",
            "Frauennetzwerk, weitergeleitet an Regionale AG.",
            "Frauennetzwerk, auch außerhalb zu lesen.",
            "/nachricht/",
            "/abbestellen/",
            "/konto/nachrichten",
        ] {
            assert!(text.contains(word), "{word} is missing in {text}");
        }
        for word in ["Kassenstand", "Nur im Verband", "Meine eigene Frage", "Danke."] {
            assert!(!text.contains(word), "{word} is no news of her topics: {text}");
        }
        // The link opens each of them, also what is for all networks.
        let link = text.split_whitespace().find(|word| word.contains("/nachricht/")).unwrap();
        h.get(None, link.strip_prefix("http://localhost:8080").unwrap()).is(200);
        // Nobody else gets such a letter, nothing comes twice, and none is empty.
        assert!(weekly(&h, KORA).is_empty() && weekly(&h, ANNA).is_empty());
        bundles(&h, "2026-12-07");
        assert_eq!(weekly(&h, DORA).len(), 1);
        // What stands under two topics of hers comes once, too.
        follows(&h, w.dora, &[&violence, &budget]);
        at(&h, "2026-12-07", 12);
        about(&[], "Geld für Schutzplätze", w.rag);
        bundles(&h, "2026-12-14");
        assert_eq!(weekly(&h, DORA)[1].1.matches("Geld für Schutzplätze").count(), 1);
        h.letters_have_their_shape(&["topics", "bundle"]);
    }
}

#[test]
fn n7_5_a_right_lost_before_monday_is_asked_when_the_letter_is_written() {
    for h in all() {
        let w = h.w;
        let (violence, _) = topics(&h);
        follows(&h, w.dora, &[&violence]);
        at(&h, "2026-11-24", 12);
        let hidden = writes(&h, w.kora, w.rag, "Kanarienfrage eins", &[("topic", &violence)]);
        writes(&h, w.kora, w.rag, "Kanarienfrage zwei", &[("topic", &violence)]);
        h.post(w.kora, &format!("{}/ausblenden", page(hidden)), &[("reason", "Doppelt")]).is(303);
        // On Sunday her post ends, and with it the seat by which she read.
        let tenure = w.tenure_dora;
        operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, tenure, day("2026-11-29")).map(drop)).unwrap();
        bundles(&h, "2026-11-30");
        assert!(weekly(&h, DORA).is_empty(), "no empty letter, and nothing of what she may not read");
        // For whoever still sits there only what is in sight comes.
        follows(&h, w.anna, &[&violence]);
        at(&h, "2026-11-30", 12);
        let hidden = writes(&h, w.kora, w.rag, "Kanarienfrage drei", &[("topic", &violence)]);
        writes(&h, w.kora, w.rag, "Kanarienfrage vier", &[("topic", &violence)]);
        h.post(w.kora, &format!("{}/ausblenden", page(hidden)), &[("reason", "Doppelt")]).is(303);
        bundles(&h, "2026-12-07");
        let text = weekly(&h, ANNA).pop().unwrap().1;
        assert!(text.contains("vier") && !text.contains("drei") && !text.contains("zwei"), "{text}");
    }
}

#[test]
fn n7_5_of_a_sensitive_network_the_weekly_letter_names_nothing() {
    for h in all() {
        let w = h.w;
        let (violence, _) = topics(&h);
        account(&h, w.quinn, "quinn@example.org");
        follows(&h, w.quinn, &[&violence]);
        follows(&h, w.dora, &[&violence]);
        at(&h, "2026-11-24", 12);
        writes(&h, w.anna, w.kept, "Kanarienraum", &[("topic", &violence)]);
        writes(&h, w.kora, w.rag, "Später geschützt", &[("topic", &violence)]);
        // A network that became sensitive before the letter is written is named in none.
        support::keeps_within(&h, w.rag);
        bundles(&h, "2026-11-30");
        let quinns = weekly(&h, "quinn@example.org").pop().unwrap();
        assert_eq!(quinns.0, "Neues zu Ihren Themen");
        assert!(quinns.1.contains("geschützten Bereich") && quinns.1.contains("/austausch/"), "{}", quinns.1);
        assert!(weekly(&h, DORA).pop().unwrap().1.contains("geschützten Bereich"));
        for (_, subject, text) in h.all_letters() {
            for word in ["Kanarienraum", "Später geschützt", "LSBTIQ", "Gewaltschutz", "/nachricht/"] {
                assert!(!subject.contains(word) && !text.contains(word), "{word}: {subject} {text}");
            }
        }
    }
}

#[test]
fn n7_5_the_link_of_the_weekly_letter_ends_it_and_the_bundle_tells_again() {
    for h in all() {
        let w = h.w;
        let (violence, _) = topics(&h);
        follows(&h, w.dora, &[&violence]);
        at(&h, "2026-11-24", 12);
        writes(&h, w.kora, w.rag, "Erste Frage", &[("topic", &violence)]);
        bundles(&h, "2026-11-30");
        assert_eq!(weekly(&h, DORA).len(), 1);
        let link = stop(&h, DORA);
        // Opening it changes nothing, whoever opens it.
        h.get(None, &link).is(200).says(&["Wochenüberblick"]).hides(&["Gewaltschutz", "Dora"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_topic"), 1);
        h.get(Some(w.dora), LEVELS).says(&["checked"]);
        h.send(None, &link, &[("List-Unsubscribe", "One-Click")]).is(200).says(&["Abbestellt."]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_topic"), 0);
        // Her days and levels stay as they were: the bundle brings it.
        at(&h, "2026-12-01", 12);
        writes(&h, w.kora, w.rag, "Zweite Frage", &[("topic", &violence)]);
        bundles(&h, "2026-12-02");
        assert!(h.letters(DORA).pop().unwrap().1.contains("Zweite Frage"));
        bundles(&h, "2026-12-07");
        assert_eq!(weekly(&h, DORA).len(), 1);
        // Unknown topics and more than twenty are refused.
        h.post(w.dora, LEVELS, &[("rhythm", "auto"), ("topics", "4711")]).is(404);
    }
}

#[test]
fn n7_5_whoever_is_away_on_monday_has_it_on_the_next_one() {
    for h in all() {
        let w = h.w;
        let (violence, _) = topics(&h);
        follows(&h, w.dora, &[&violence]);
        let days = [("tat", "eintragen"), ("from", "2026-11-28"), ("last", "2026-12-02")];
        h.post(w.dora, "/konto/abwesenheit", &days).is(303);
        at(&h, "2026-11-24", 12);
        writes(&h, w.kora, w.rag, "Während der Abwesenheit", &[("topic", &violence)]);
        bundles(&h, "2026-11-30");
        assert!(weekly(&h, DORA).is_empty());
        bundles(&h, "2026-12-07");
        assert!(weekly(&h, DORA)[0].1.contains("Während der Abwesenheit"));
    }
}

#[test]
fn n7_5_of_a_sensitive_committee_no_letter_names_anything_nor_leaves_once_it_became_one() {
    for h in all() {
        let w = h.w;
        let (violence, _) = topics(&h);
        follows(&h, w.dora, &[&violence]);
        account(&h, w.sina, SINA);
        for body in [w.rag, w.gma] {
            support::joins(&h, w.sina, body);
        }
        at(&h, "2026-11-24", 12);
        let thread = writes(&h, w.anna, w.gma, "Noch offen", &[("topic", &violence)]);
        bundles(&h, "2026-11-30");
        let told = |word: &str| -> Vec<String> {
            let all = h.all_letters().into_iter().filter(|(_, _, text)| text.contains(word));
            let mut to: Vec<String> = all.map(|(to, ..)| to).collect();
            to.sort();
            to
        };
        // A bundle and a weekly letter name it, and both know which committee they name: they are asked again when they leave.
        assert_eq!(told("Noch offen"), [DORA, SINA]);
        let waiting = h.fresh.db.read_now(|c| db::due_mail(c, 50)).unwrap();
        let naming: Vec<_> = waiting.iter().filter(|mail| mail.text.contains("Noch offen")).collect();
        assert_eq!(naming.len(), 2);
        for mail in naming {
            assert!(mail.names.contains(&w.gma.raw()), "{:?} {:?}", mail.sits_in, mail.names);
            assert!(!mail.sits_in.contains(&w.gma.raw()), "nobody has to sit there");
        }
        // Who sits in the committee is kept within from now on; its network stays as it is.
        support::keeps_within(&h, w.gma);
        at(&h, "2026-12-01", 12);
        replies(&h, w.anna, thread, "Kanarienwort");
        writes(&h, w.anna, w.gma, "Kanarientitel", &[("topic", &violence)]);
        bundles(&h, "2026-12-07");
        for (to, subjects) in [(DORA, "Neues zu Ihren Themen"), (SINA, "")] {
            let (subject, text) = h.letters(to).pop().unwrap();
            assert!(subject.contains(subjects) && text.contains("geschützten Bereich"), "{to}: {subject} {text}");
        }
        for (_, subject, text) in h.all_letters() {
            assert!(!subject.contains("Kanarien") && !text.contains("Kanarien"), "{subject} {text}");
        }
        assert_eq!(told("Noch offen").len(), 2, "the answer names its thread no more");
    }
}
