//! What leaves by mail: one bundle for each person with its reasons, questions in person, forwarding, and what was lost
//! meanwhile.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day, operate};
use support::{account, all, at, bundles, by_link, count, joins, link, list, page, replies, stop, work, writes};

const DORA: &str = "dora@example.org";
const KORA: &str = "kora@example.org";
const ANNA: &str = "anna.albers@aachen.example.org";

/// What somebody chose on her page.
fn chooses(h: &house::House, who: kernel::Id<people::Person>, body: kernel::Id<networks::Body>, level: &str) {
    let field = format!("stufe-{body}");
    h.post(who, "/konto/nachrichten", &[("rhythm", "auto"), (&field, level)]).is(303);
}

#[test]
fn one_bundle_says_what_is_new_why_and_never_twice_nor_without_news() {
    for h in all() {
        let w = h.w;
        assert_eq!(bundles(&h, "2026-11-23"), 0, "nothing is new");
        at(&h, "2026-11-23", 12);
        let thread = writes(&h, w.dora, w.rag, "Wer hat eine Satzung?", &[]);
        let other = writes(&h, w.kora, w.rag, "Tagungsort gesucht", &[]);
        assert_eq!(bundles(&h, "2026-11-24"), 3);
        let letters = h.letters(ANNA);
        assert_eq!(letters.len(), 1);
        let (subject, text) = &letters[0];
        assert_eq!(subject, "Neues für Sie: 2 Einträge");
        for word in [
            "[Regionale AG] Wer hat eine Satzung?",
            "Tagungsort gesucht",
            "Neu. Sie bekommen das über Regionale AG.",
            "/nachricht/",
            "/abbestellen/",
            "/konto/nachrichten",
        ] {
            assert!(text.contains(word), "{word} is missing in {text}");
        }
        // What she wrote herself nobody tells her.
        assert!(!h.letters(DORA)[0].1.contains("Satzung") && !h.letters(KORA)[0].1.contains("Tagungsort"));
        assert_eq!(bundles(&h, "2026-11-25"), 0, "nothing twice, no empty bundle");
        // Answers reach those who take part or follow, not everybody.
        replies(&h, w.kora, thread, "Wir.");
        h.post(w.anna, &page(other), &[("tat", "verfolgen")]).is(303);
        replies(&h, w.dora, other, "Bei uns.");
        assert_eq!(bundles(&h, "2026-11-26"), 2, "Kora keeps four networks: hers comes on Friday");
        let doras = h.letters(DORA).pop().unwrap().1;
        assert!(doras.contains("eine neue Antwort. Sie bekommen das, weil Sie mitschreiben."), "{doras}");
        assert!(!doras.contains("Tagungsort"));
        let annas = h.letters(ANNA).pop().unwrap().1;
        assert!(annas.contains("weil Sie das Gespräch verfolgen") && !annas.contains("Satzung"), "{annas}");
        // Muted and read is not told; on the highest level every answer is.
        h.post(w.anna, &page(other), &[("tat", "stumm")]).is(303);
        chooses(&h, w.anna, w.rag, "all");
        at(&h, "2026-11-26", 12);
        replies(&h, w.kora, thread, "Noch etwas.");
        replies(&h, w.kora, other, "Danke.");
        at(&h, "2026-11-26", 13);
        h.post(w.dora, "/austausch", &[("gelesen", &thread.to_string()), ("gelesen", &other.to_string())]).is(303);
        assert_eq!(bundles(&h, "2026-11-27"), 1, "Kora answered herself and has read the rest");
        let annas = h.letters(ANNA).pop().unwrap().1;
        assert!(annas.contains("Satzung") && !annas.contains("Tagungsort"), "{annas}");
        // Not on a weekend; on Monday.
        at(&h, "2026-11-27", 12);
        writes(&h, w.kora, w.rag, "Am Freitag geschrieben", &[]);
        assert_eq!((bundles(&h, "2026-11-28"), bundles(&h, "2026-11-29")), (0, 0));
        assert_eq!(bundles(&h, "2026-11-30"), 2);
        h.letters_have_their_shape(&["bundle"]);
    }
}

#[test]
fn a_letter_has_at_most_seven_lines_and_counts_the_rest() {
    for h in all() {
        let w = h.w;
        for n in 0..12 {
            writes(&h, w.kora, w.rag, &format!("Frage Nummer {n:02}"), &[]);
        }
        bundles(&h, "2026-11-24");
        let text = h.letters(ANNA).pop().unwrap().1;
        assert_eq!((text.matches("Frage Nummer").count(), text.contains("Und 5 weitere")), (7, true), "{text}");
        assert_eq!(bundles(&h, "2026-11-25"), 0, "what was counted is told");
    }
}

#[test]
fn a_right_lost_while_something_waits_is_a_letter_that_never_leaves() {
    for h in all() {
        let w = h.w;
        joins(&h, w.sina, w.rag);
        account(&h, w.sina, "sina@example.org");
        at(&h, "2026-11-23", 20);
        let (dora, sina) = (w.dora.to_string(), w.sina.to_string());
        let thread = writes(&h, w.kora, w.rag, "Kanarienfrage", &[("asked", &dora)]);
        writes(&h, w.kora, w.rag, "Kanarienfrage zwei", &[("asked", &sina)]);
        work(&h);
        assert!(h.all_letters().is_empty(), "quiet hours");
        // Dora loses her post over night: neither the question in person nor the bundle comes.
        let tenure = w.tenure_dora;
        operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, tenure, day("2026-11-24")).map(drop)).unwrap();
        at(&h, "2026-11-24", 7);
        work(&h);
        bundles(&h, "2026-11-24");
        assert!(h.letters(DORA).is_empty());
        // Sina gets the question for her once, at seven, and not again in her bundle.
        let letters = h.letters("sina@example.org");
        let hers: Vec<_> = letters.iter().filter(|(_, text)| text.contains("Kanarienfrage zwei")).collect();
        assert_eq!(hers.len(), 1, "{letters:?}");
        assert_eq!(hers[0].0, "[Regionale AG] Kanarienfrage zwei");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread_asked WHERE told_at IS NOT NULL"), 1);
        // A network that became sensitive after somebody was asked is named in nothing that leaves later.
        at(&h, "2026-11-24", 20);
        writes(&h, w.kora, w.rag, "Kanarienfrage drei", &[("asked", &sina)]);
        support::keeps_within(&h, w.rag);
        at(&h, "2026-11-25", 7);
        work(&h);
        bundles(&h, "2026-11-25");
        let letters = h.letters("sina@example.org");
        let (subject, text) = letters.last().unwrap();
        assert_eq!(subject, "Eine Frage an Sie");
        assert!(h.all_letters().iter().all(|(_, s, x)| !s.contains("drei") && !x.contains("drei")), "{text}");
        // And the link of the letter before opens nothing of it any more.
        h.get(None, &link_in(&hers[0].1)).is(410).hides(&["Kanarienfrage"]);
        let _ = thread;
    }
}

fn link_in(text: &str) -> String {
    let at = text.find("/nachricht/").unwrap();
    text[at..].split(['\n', ' ']).next().unwrap().to_owned()
}

#[test]
fn a_question_in_person_comes_at_once_and_is_answered_by_its_link() {
    for h in all() {
        let w = h.w;
        let anna = w.anna.to_string();
        let thread = writes(&h, w.dora, w.rag, "Kurze Frage", &[("asked", &anna), ("answer_until", "2026-11-25")]);
        work(&h);
        let letters = h.letters(ANNA);
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains("Bitte antworten Sie bis Mittwoch, 25. November 2026."), "{}", letters[0].1);
        at(&h, "2026-11-23", 13);
        by_link(&h, &link(&h, ANNA), "Gern, ruf an.").is(303);
        h.get(Some(w.dora), &page(thread)).says(&["Gern, ruf an.", "Direkt gefragt", "Anna Albers"]);
        // Whoever is away is not disturbed: the letter comes after her return.
        let person = w.dora;
        operate(&h.fresh, move |tx, op| {
            let new = people::NewAbsence { person, tenure: None, from: day("2026-11-23"), until: day("2026-11-26") };
            people::note_absence(tx, op, &new).map(drop)
        })
        .unwrap();
        let dora = w.dora.to_string();
        writes(&h, w.kora, w.rag, "Im Urlaub gefragt", &[("asked", &dora)]);
        for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
            at(&h, day, 12);
            work(&h);
            bundles(&h, day);
        }
        assert!(h.letters(DORA).is_empty());
        at(&h, "2026-11-26", 7);
        work(&h);
        bundles(&h, "2026-11-26");
        let letters = h.letters(DORA);
        assert_eq!(letters.iter().filter(|(_, text)| text.contains("Im Urlaub gefragt")).count(), 1, "{letters:?}");
        assert!(
            letters.iter().any(|(_, text)| text.contains("eine neue Antwort")),
            "what waited is in the bundle: {letters:?}"
        );
        h.letters_have_their_shape(&["asked"]);
    }
}

#[test]
fn x10_3_what_is_forwarded_reaches_each_person_once_with_its_way_in_sight() {
    for h in all() {
        let w = h.w;
        // Dora is in both networks; Rosa in the second only.
        joins(&h, w.dora, w.verband);
        account(&h, w.rosa, "rosa@example.org");
        let thread = writes(&h, w.kora, w.rag, "Studie zur Entgeltlücke", &[]);
        replies(&h, w.anna, thread, "Sehr nützlich.");
        let own = page(thread);
        at(&h, "2026-11-23", 14);
        h.get(Some(w.rosa), &own).is(404);
        // Whoever neither wrote it nor leads does not bring it elsewhere.
        h.get(Some(w.dora), &format!("{own}/weiterleiten")).is(403);
        h.get(Some(w.rosa), &format!("{own}/weiterleiten")).is(404);
        let verband = w.verband.to_string();
        h.get(Some(w.kora), &format!("{own}/weiterleiten"))
            .is(200)
            .says(&["Frauennetzwerk"])
            .hides(&["Regionale AG</option>"]);
        let to = |network: &str| {
            h.post(w.kora, &format!("{own}/weiterleiten"), &[("network", network), ("note", "Passt zur Bildungswoche")])
        };
        to(&verband).is(303);
        to(&verband).is(422).says(&["Dort ist es schon zu lesen."]);
        to(&w.gma.to_string()).is(403);
        let seen = h.get(Some(w.rosa), &own);
        seen.is(200).says(&[
            "Weitergeleitet an Frauennetzwerk von Kora Krings",
            "Passt zur Bildungswoche",
            "Sehr nützlich.",
        ]);
        h.get(Some(w.rosa), &list(w.verband)).is(200).says(&["Studie zur Entgeltlücke"]);
        assert!(support::finds(&h, Some(w.rosa), "Entgeltlücke") && !support::finds(&h, Some(w.nora), "Entgeltlücke"));
        bundles(&h, "2026-11-24");
        for to in [DORA, "rosa@example.org"] {
            let text = h.letters(to).pop().unwrap().1;
            assert_eq!(text.matches("Studie zur Entgeltlücke").count(), 1, "{text}");
        }
        assert!(h.letters("rosa@example.org")[0].1.contains("[Frauennetzwerk]"));
        assert!(h.letters(DORA)[0].1.contains("[Regionale AG und Frauennetzwerk]"));
        // Rosa answers by the link, and those at home read it.
        by_link(&h, &link(&h, "rosa@example.org"), "Wir nehmen sie auf.").is(303);
        h.get(Some(w.dora), &own).says(&["Wir nehmen sie auf."]);
        // Brought later, nobody of the first network is told again.
        let later = writes(&h, w.kora, w.rag, "Zweite Studie", &[]);
        bundles(&h, "2026-11-25");
        h.post(w.kora, &format!("{}/weiterleiten", page(later)), &[("network", &verband), ("note", "")]).is(303);
        let before = h.letters(DORA).len();
        bundles(&h, "2026-11-26");
        assert_eq!(h.letters(DORA).len(), before);
        assert!(h.letters("rosa@example.org").pop().unwrap().1.contains("Zweite Studie"));
        // Out of a sensitive network nothing is brought.
        let kept = writes(&h, w.kora, w.kept, "Bleibt hier", &[]);
        h.post(w.kora, &format!("{}/weiterleiten", page(kept)), &[("network", &verband), ("note", "")]).is(422);
        h.get(Some(w.rosa), &page(kept)).is(404);
    }
}

#[test]
fn x10_3_from_the_fourth_network_on_a_bundle_comes_twice_a_week() {
    for h in all() {
        let w = h.w;
        for body in [w.verband, w.kept, w.hidden] {
            joins(&h, w.dora, body);
        }
        h.get(Some(w.dora), "/konto/nachrichten").is(200).says(&[
            "Sie sind in 4 Netzwerken",
            "dienstags und freitags",
            "Nur Einladungen und Abstimmungen",
        ]);
        at(&h, "2026-11-24", 9);
        for body in [w.rag, w.verband, w.kept, w.hidden] {
            writes(&h, w.kora, body, "Neue Frage", &[]);
        }
        assert!(h.letters(DORA).is_empty());
        bundles(&h, "2026-11-25");
        bundles(&h, "2026-11-26");
        assert!(h.letters(DORA).is_empty());
        bundles(&h, "2026-11-27");
        let letters = h.letters(DORA);
        assert_eq!(letters.len(), 1);
        // Of the two protected networks nothing but that there is something.
        let (subject, text) = &letters[0];
        assert!(subject == "Neues für Sie: 4 Einträge" && text.contains("2 Neuigkeiten"), "{subject} {text}");
        assert!(!text.contains("LSBTIQ") && !text.contains("Runder Tisch"), "{text}");
        assert_eq!(text.matches("Neue Frage").count(), 2);
    }
}

#[test]
fn letters_are_ended_by_one_click_without_signing_in_and_opening_ends_nothing() {
    for h in all() {
        let w = h.w;
        writes(&h, w.kora, w.rag, "Eins", &[]);
        bundles(&h, "2026-11-24");
        let ends = stop(&h, ANNA);
        h.get(None, &ends).is(200).says(&["Jetzt abbestellen"]).hides(&["Regionale AG"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_setting WHERE rhythm = 'never'"), 0);
        // As mail programs send it (RFC 8058): no cookie, no number of a form.
        h.send(None, &ends, &[("List-Unsubscribe", "One-Click")]).is(200).says(&["Abbestellt."]);
        h.send(None, &ends, &[("List-Unsubscribe", "One-Click")]).is(200);
        h.send(None, &ends.replace("/abbestellen/", "/abbestellen/b"), &[]).is(410);
        at(&h, "2026-11-24", 12);
        writes(&h, w.kora, w.rag, "Zwei", &[]);
        bundles(&h, "2026-11-25");
        assert_eq!((h.letters(ANNA).len(), h.letters(DORA).len()), (1, 2));
        // A question in person still comes, and its link ends letters of that network.
        let anna = w.anna.to_string();
        at(&h, "2026-11-25", 12);
        writes(&h, w.dora, w.rag, "Drei", &[("asked", &anna)]);
        work(&h);
        assert_eq!(h.letters(ANNA).len(), 2);
        h.send(None, &stop(&h, ANNA), &[]).is(200);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_level WHERE level = 'duty'"), 1);
        h.get(Some(w.anna), "/konto/nachrichten").is(200);
        // The page keeps what somebody chose, and takes no word that is no level.
        chooses(&h, w.dora, w.rag, "alles");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_level WHERE level = 'all'"), 0);
        h.post(w.dora, "/konto/nachrichten", &[("rhythm", "nie")]).is(422);
    }
}

#[test]
fn a_successor_gets_what_belongs_to_the_post_and_not_what_her_predecessor_followed() {
    for h in all() {
        let w = h.w;
        let thread = writes(&h, w.kora, w.rag, "Laufende Sache", &[]);
        h.post(w.dora, &page(thread), &[("tat", "verfolgen")]).is(303);
        let (tenure, post, nora) = (w.tenure_dora, w.post_dueren, w.nora);
        operate(&h.fresh, move |tx, op| {
            people::end_tenure(tx, op, tenure, day("2026-12-01"))?;
            people::appoint(tx, op, &people::NewTenure::holder(post, nora, day("2026-12-01"))).map(drop)
        })
        .unwrap();
        account(&h, w.nora, "nora@example.org");
        bundles(&h, "2026-11-30");
        at(&h, "2026-12-01", 9);
        h.get(Some(w.nora), &page(thread)).is(200).says(&["Laufende Sache", "Wie eingestellt"]);
        replies(&h, w.anna, thread, "Weiter so.");
        at(&h, "2026-12-01", 10);
        h.get(Some(w.dora), &page(thread)).is(404);
        let before = (h.letters(DORA).len(), h.letters("nora@example.org").len());
        bundles(&h, "2026-12-02");
        assert_eq!(h.letters(DORA).len(), before.0);
        let text = h.letters("nora@example.org").into_iter().map(|(_, text)| text).collect::<String>();
        assert!(!text.contains("eine neue Antwort"), "she does not follow it: {text}");
    }
}

#[test]
fn what_is_held_about_a_person_is_given_to_her_and_goes_with_her() {
    for h in all() {
        let w = h.w;
        let thread = writes(&h, w.dora, w.rag, "Meine Frage", &[]);
        h.post(w.dora, &page(thread), &[("tat", "verfolgen")]).is(303);
        chooses(&h, w.dora, w.rag, "all");
        replies(&h, w.kora, thread, "Meine Antwort");
        bundles(&h, "2026-11-24");
        for slice in [exchange::slice(), notices::slice()] {
            let own = slice.own.unwrap();
            act(&h.fresh, w.dora, move |tx, by| (own.erase)(tx, by)).unwrap();
        }
        for sql in [
            "SELECT COUNT(*) FROM thread WHERE person_id IS NOT NULL",
            "SELECT COUNT(*) FROM thread_reader WHERE chose IS NOT NULL",
            "SELECT COUNT(*) FROM notice_level",
        ] {
            assert_eq!(count(&h, sql), 0, "{sql}");
        }
        h.get(Some(w.kora), &page(thread))
            .is(200)
            .says(&["Ehemaliges Mitglied", "Meine Frage", "Meine Antwort"])
            .hides(&["Dora Dahlke"]);
    }
}
