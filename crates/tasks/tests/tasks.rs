//! Tasks through the router: who gives, sees and does them, what passes with a post, what the program does by itself.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use kernel::Lang;
use networks::{Audience, Field};
use support::{account, all, count, daily, does, gives, indexed, list, noon, opens};
use tasks::Owner;

const TITLE: &str = "Tagungsraum anfragen";

#[test]
fn x10_4_a_task_is_given_seen_and_done_by_those_it_concerns() {
    for h in all() {
        let w = h.w;
        account(&h, w.anna, "anna@example.org", Lang::De);
        account(&h, w.kora, "kora@example.org", Lang::De);
        let there = list(w.rag);
        h.get(Some(w.kora), "/aufgaben").is(200).says(&["Keine offenen Aufgaben."]);
        // Who leads nothing gives nothing; who has no part in it sees nothing.
        let new = format!("{there}/neu");
        h.get(Some(w.dora), &new).is(403);
        h.post(w.dora, &new, &[("title", TITLE), ("owner", &Owner::Body(w.rag).key())]).is(403);
        h.get(Some(w.nora), &there).is(403);
        h.get(Some(w.nora), &list(w.hidden)).is(404);
        h.get(None, &there).is(303);
        h.get(Some(w.kora), &new)
            .is(200)
            .says(&["Gleichstellungsbeauftragte, Stadt Aachen (Anna Albers)", "Dora Dahlke"]);
        let task = gives(&h, w.rag, Owner::Post(w.post_aachen), TITLE, "2026-11-30");
        let page = format!("/aufgaben/{task}");
        // One letter, to whoever holds the post.
        let letters = h.all_letters();
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(
            (letters[0].0.as_str(), letters[0].1.as_str()),
            ("anna@example.org", "[Regionale AG] Eine Aufgabe für Sie")
        );
        assert!(letters[0].2.contains(TITLE) && letters[0].2.contains("Regionale AG"), "{}", letters[0].2);
        assert!(
            letters[0].2.contains(&format!("http://localhost:8080{page}"))
                && letters[0].2.contains("30. November 2026")
        );
        h.get(Some(w.anna), "/aufgaben").says(&[TITLE, "bis Mo, 30. Nov.", "eine offene Aufgabe", "Regionale AG"]);
        h.get(Some(w.kora), "/aufgaben").hides(&[TITLE]);
        h.get(Some(w.kora), "/aufgaben?wer=vergeben").says(&[TITLE, "Gleichstellungsstelle, Stadt Aachen"]);
        // A member sees it in the body's list and does not do it for her.
        h.get(Some(w.dora), "/aufgaben").hides(&[TITLE]);
        h.get(Some(w.dora), &there).is(200).says(&[TITLE]).hides(&["/erledigt", "/neu"]);
        h.get(Some(w.dora), &page).is(200).says(&[TITLE, "Kora Krings"]).hides(&["/erledigt", "/aendern"]);
        assert_eq!(does(&h, w.dora, task), 403);
        for who in [w.nora, w.quinn, w.olga] {
            h.get(Some(who), &page).is(404).hides(&[TITLE]);
            assert_eq!(does(&h, who, task), 404);
        }
        // Done in one click; a second one acts no more.
        assert_eq!((does(&h, w.anna, task), does(&h, w.anna, task), does(&h, w.kora, task)), (303, 303, 303));
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb = 'task.done'"), 1);
        assert_eq!(h.all_letters().len(), 1);
        let mine = h.get(Some(w.anna), "/aufgaben");
        mine.says(&["Keine offenen Aufgaben.", "Gerade erledigt", TITLE, "Wieder öffnen"]);
        h.get(Some(w.anna), "/aufgaben?zeigen=erledigt").says(&[TITLE, "erledigt am Mo, 23. Nov."]);
        // Undone within 24 hours, and not later.
        assert_eq!((opens(&h, w.dora, task), opens(&h, w.anna, task)), (403, 303));
        h.get(Some(w.anna), "/aufgaben").says(&["eine offene Aufgabe"]).hides(&["Gerade erledigt"]);
        assert_eq!(does(&h, w.anna, task), 303);
        h.fresh.clock.advance(86_399);
        assert_eq!(opens(&h, w.anna, task), 303);
        assert_eq!(does(&h, w.anna, task), 303);
        h.fresh.clock.advance(86_400);
        assert_eq!(opens(&h, w.anna, task), 422);
    }
}

#[test]
fn a_form_keeps_what_was_typed_and_says_what_is_missing() {
    for h in all() {
        let (w, new) = (h.w, format!("{}/neu", list(h.w.rag)));
        let owner = Owner::Body(w.rag).key();
        let sent = |title: &str, owner: &str, due: &str| {
            h.post(w.kora, &new, &[("title", title), ("owner", owner), ("due", due), ("note", "Bitte bald")])
        };
        sent("", &owner, "").is(422).says(&["Bitte schreiben Sie, was zu tun ist.", "Bitte bald"]);
        sent(TITLE, &owner, "2026-11-22").is(422).says(&["Dieser Tag ist schon vorbei.", TITLE, "Bitte bald"]);
        sent(TITLE, &owner, "bald").is(422).says(&["Schreiben Sie den Tag so: 23.11.2026"]);
        sent(TITLE, "", "").is(422).says(&["Bitte wählen Sie, wer das übernimmt."]);
        // Nobody gets tasks of a body she does not belong to.
        for stranger in
            [Owner::Person(w.nora), Owner::Person(w.quinn), Owner::Body(w.verband), Owner::Post(kernel::Id::new(4711))]
        {
            sent(TITLE, &stranger.key(), "").is(422).says(&["Bitte wählen Sie, wer das übernimmt."]);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task"), 0);
        // Changing over somebody else's change is refused; the day it has may stay when it is over.
        let task = gives(&h, w.rag, Owner::Body(w.rag), TITLE, "2026-11-24");
        noon(&h, "2026-11-26");
        let page = format!("/aufgaben/{task}/aendern");
        h.get(Some(w.kora), &page).is(200).says(&["value=\"2026-11-24\""]);
        h.get(Some(w.dora), &page).is(403);
        let change = |version: &str, title: &str| {
            h.post(w.kora, &page, &[("version", version), ("title", title), ("owner", &owner), ("due", "2026-11-24")])
        };
        change("7", "Anderes").is(409).says(&["inzwischen geändert"]);
        change("1", "Anderes").is(303);
        change("1", "Noch etwas").is(409);
        h.get(Some(w.anna), "/aufgaben").says(&["Anderes", "seit 2 Tagen fällig", "davon eine überfällig"]);
        // Given up with a reason everybody concerned reads.
        let up = format!("/aufgaben/{task}/aufgeben");
        h.post(w.kora, &up, &[("reason", " ")]).is(422).says(&["Bitte schreiben Sie, warum."]);
        h.post(w.dora, &up, &[("reason", "Nein")]).is(403);
        h.post(w.kora, &up, &[("reason", "Die Konferenz fällt aus.")]).is(303);
        h.get(Some(w.dora), &format!("/aufgaben/{task}")).says(&["Aufgegeben", "Die Konferenz fällt aus."]);
        assert_eq!((does(&h, w.kora, task), opens(&h, w.kora, task)), (422, 422));
    }
}

#[test]
fn a_handover_moves_the_tasks_of_the_post_and_leaves_her_own() {
    for h in all() {
        let w = h.w;
        account(&h, w.dora, "dora@example.org", Lang::De);
        let of_post = gives(&h, w.rag, Owner::Post(w.post_dueren), TITLE, "2027-01-15");
        gives(&h, w.rag, Owner::Person(w.dora), "Bericht schreiben", "2027-01-20");
        let path = format!("/stellen/{}/uebergabe", w.post_dueren);
        let seen = h.get(Some(w.dora), &format!("{path}?bis=2026-12-31"));
        seen.is(200).says(&[TITLE, "Bericht schreiben"]);
        let (passes, stays) = (seen.html.find(TITLE).unwrap(), seen.html.find("Bericht schreiben").unwrap());
        let heading = |words: &str| seen.html.find(words).unwrap_or_else(|| panic!("{words} in {}", seen.main()));
        assert!(heading("Das geht auf die Nachfolge über") < passes && passes < stays);
        let sent = [
            ("bis", "2026-12-31"),
            ("q", ""),
            ("whom", "neu"),
            ("given", "Kim"),
            ("family", "Neumann"),
            ("mail", "kim.neumann@example.org"),
        ];
        let page = h.post(w.kora, &path, &sent).is(303).location().to_owned();
        // The letter lists seats as seats and the tasks of the post apart, without the day on which somebody looks.
        let letter = h.get(Some(w.dora), &format!("{page}/brief")).is(200).html.clone();
        let seats = letter.split("Diese Sitze gehören zur Stelle").nth(1).unwrap().split("\n\n").next().unwrap();
        assert!(!seats.contains(TITLE), "{letter}");
        assert!(letter.contains(&format!("Diese Aufgaben der Stelle gehen mit über:\n- {TITLE}\n")), "{letter}");
        noon(&h, "2026-12-31");
        h.get(Some(w.dora), "/aufgaben").says(&[TITLE, "Bericht schreiben"]);
        noon(&h, "2027-01-04");
        let kim = kernel::Id::new(count(&h, "SELECT id FROM person WHERE family = 'Neumann'"));
        h.get(Some(w.dora), "/aufgaben").says(&["Bericht schreiben"]).hides(&[TITLE]);
        h.get(Some(kim), "/aufgaben").says(&[TITLE]).hides(&["Bericht schreiben"]);
        assert_eq!(does(&h, w.dora, of_post), 404);
        assert_eq!(does(&h, kim, of_post), 303);
    }
}

#[test]
fn nothing_of_a_sensitive_network_is_told_outside() {
    for h in all() {
        let w = h.w;
        account(&h, w.quinn, "quinn@example.org", Lang::De);
        account(&h, w.kora, "kora@example.org", Lang::De);
        h.consents(w.quinn, Field::Name, Audience::Network, Some(w.kept));
        let task = gives(&h, w.kept, Owner::Person(w.quinn), "Handreichung gegenlesen", "2026-11-30");
        let page = format!("/aufgaben/{task}");
        let quiet = |text: &str| !["Handreichung", "LSBTIQ"].iter().any(|word| text.contains(word));
        let letters = h.letters("quinn@example.org");
        assert_eq!(letters.len(), 1);
        assert!(letters.iter().all(|(subject, text)| quiet(subject) && quiet(text)), "{letters:?}");
        daily(&h, "2026-11-27");
        daily(&h, "2026-12-01");
        let letters = h.all_letters();
        assert_eq!(letters.len(), 3);
        assert!(letters.iter().all(|(to, subject, text)| to == "quinn@example.org" && quiet(subject) && quiet(text)));
        noon(&h, "2026-11-27");
        indexed(&h);
        h.get(Some(w.quinn), "/aufgaben").says(&["Handreichung gegenlesen", "eine offene Aufgabe"]);
        h.get(Some(w.quinn), "/suche?q=handreichung").says(&[&page]);
        for who in [w.dora, w.olga, w.nora, w.uma] {
            h.get(Some(who), &page).is(404);
            h.get(Some(who), "/aufgaben").says(&["keine offene Aufgabe"]).hides(&["Handreichung"]);
            h.get(Some(who), "/suche?q=handreichung").hides(&["</mark> gegenlesen", &page]);
            let list = h.get(Some(who), &list(w.kept));
            list.is(403).hides(&["Handreichung"]);
            h.get(Some(who), &format!("/gremien/{}/ausgeben/aufgaben/csv", w.kept)).is(403);
            let network = h.get(Some(who), "/netzwerke/kommunales-lsbtiq-netzwerk");
            network.hides(&[&format!("/gremien/{}/aufgaben", w.kept), "Handreichung"]);
        }
        // A file leaves the network for good: whoever leads it takes it, members do not.
        h.get(Some(w.quinn), &format!("/gremien/{}/ausgeben/aufgaben/csv", w.kept)).is(403);
        h.get(Some(w.kora), &format!("/gremien/{}/ausgeben/aufgaben/csv", w.kept))
            .is(200)
            .says(&["Handreichung", "Vertraulich"]);
        // Whoever leads another network without sitting there does not lead this one.
        let hidden = gives(&h, w.hidden, Owner::Body(w.hidden), "Notrufnummern erneuern", "");
        let hidden = format!("/aufgaben/{hidden}");
        indexed(&h);
        for who in [w.quinn, w.anna, w.dora] {
            h.get(Some(who), &list(w.hidden)).is(404);
            h.get(Some(who), "/suche?q=notrufnummern").hides(&[&hidden]);
        }
        h.get(Some(w.uma), &list(w.hidden)).is(200).says(&["Notrufnummern erneuern"]);
        h.get(Some(w.uma), "/suche?q=notrufnummern").says(&[&hidden]);
    }
}

#[test]
fn whoever_has_a_task_is_reminded_before_its_day_and_once_after_it() {
    for h in all() {
        let w = h.w;
        account(&h, w.anna, "anna@example.org", Lang::En);
        account(&h, w.kora, "kora@example.org", Lang::De);
        let task = gives(&h, w.rag, Owner::Body(w.rag), TITLE, "2026-11-30");
        // The chair leads the network as much as whoever gave the task, who needs no letter for it.
        assert_eq!(h.letters("anna@example.org")[0].0, "[Regionale AG] A task for you");
        assert!(h.letters("kora@example.org").is_empty());
        gives(&h, w.rag, Owner::Post(w.post_aachen), "Gleich fertig", "2026-11-25");
        assert_eq!(h.all_letters().len(), 2);
        let subjects = |mail: &str| h.letters(mail).into_iter().map(|(s, _)| s).collect::<Vec<_>>();
        daily(&h, "2026-11-24");
        daily(&h, "2026-11-26");
        assert_eq!(subjects("anna@example.org").len(), 3, "{:?}", h.letters("anna@example.org"));
        assert_eq!(subjects("anna@example.org")[2], "[Regionale AG] A task is due");
        let text = h.letters("anna@example.org")[2].1.clone();
        assert!(
            text.contains("was to be done by 25 November 2026 and is still open. Regionale AG: “Gleich fertig”."),
            "{text}"
        );
        // A day left out is made up for; twice the same day tells nothing twice.
        daily(&h, "2026-11-28");
        daily(&h, "2026-11-28");
        daily(&h, "2026-11-30");
        assert_eq!(subjects("anna@example.org")[3..], ["[Regionale AG] A task is due soon"]);
        assert_eq!(subjects("kora@example.org"), ["[Regionale AG] Eine Aufgabe ist bald fällig"]);
        let text = h.letters("kora@example.org")[0].1.clone();
        assert!(text.contains("ist bis 30. November 2026 zu erledigen. Regionale AG: „"), "{text}");
        daily(&h, "2026-12-01");
        daily(&h, "2026-12-02");
        assert_eq!(
            subjects("kora@example.org"),
            ["[Regionale AG] Eine Aufgabe ist bald fällig", "[Regionale AG] Eine Aufgabe ist fällig"]
        );
        let texts: Vec<String> = h.letters("kora@example.org").into_iter().map(|(_, text)| text).collect();
        let over = format!("war bis 30. November 2026 zu erledigen und ist noch offen. Regionale AG: „{TITLE}“.");
        assert!(texts[1].contains(&over), "{texts:?}");
        // Another day begins anew; what is done is not brought to mind.
        let (page, owner) = (format!("/aufgaben/{task}/aendern"), Owner::Body(w.rag).key());
        let change = [("version", "1"), ("title", TITLE), ("owner", &owner), ("due", "2026-12-10")];
        h.post(w.kora, &page, &change).is(303);
        daily(&h, "2026-12-07");
        assert_eq!(subjects("kora@example.org").len(), 3);
        assert_eq!(does(&h, w.kora, task), 303);
        daily(&h, "2026-12-11");
        assert_eq!(subjects("kora@example.org").len(), 3);
        h.letters_have_their_shape(&["task"]);
    }
}

#[test]
fn the_tasks_of_a_dissolved_body_fall_to_those_who_lead_the_network() {
    for h in all() {
        let w = h.w;
        // Nobody holds an office in the committee, so its network does its tasks from the start.
        let task = gives(&h, w.open, Owner::Body(w.open), TITLE, "");
        let own = gives(&h, w.open, Owner::Person(w.olga), "Bericht schreiben", "");
        h.get(Some(w.kora), "/aufgaben").says(&[TITLE, "ohne Frist"]);
        h.get(Some(w.olga), "/aufgaben").says(&["Bericht schreiben"]).hides(&[TITLE]);
        h.get(Some(w.olga), &list(w.open)).says(&[TITLE]);
        let open = w.open;
        act(&h.fresh, w.kora, move |tx, by| {
            let body = networks::find_body(tx, by, open)?;
            networks::end_body(tx, by, open, body.version, kernel::Day::literal("2026-12-01"))
        })
        .unwrap();
        noon(&h, "2026-12-02");
        h.get(Some(w.kora), &list(w.open)).is(200).says(&[TITLE]).hides(&["/aufgaben/neu"]);
        let fields = [("title", "Neues"), ("owner", &Owner::Body(w.open).key()), ("level", "gremium")];
        h.post(w.kora, &format!("{}/neu", list(w.open)), &fields).is(422).says(&["aufgelöst"]);
        h.get(Some(w.kora), "/aufgaben").says(&[TITLE]);
        h.get(Some(w.olga), "/aufgaben").says(&["Bericht schreiben"]).hides(&[TITLE]);
        h.get(Some(w.olga), &list(w.open)).is(403);
        assert_eq!((does(&h, w.olga, own), does(&h, w.olga, task), does(&h, w.kora, task)), (303, 404, 303));
    }
}

#[test]
fn x10_4_a_task_carries_topics_and_loses_them_with_itself() {
    for h in all() {
        let w = h.w;
        let topic = h
            .fresh
            .db
            .write_now(|tx| {
                networks::add_topic(tx, &common::operator(), "arbeit", "Arbeit und Entgelt", "Work and pay")
            })
            .unwrap()
            .to_string();
        let key = Owner::Body(w.rag).key();
        let fields = [("title", TITLE), ("owner", key.as_str()), ("due", ""), ("note", ""), ("topics", topic.as_str())];
        h.get(Some(w.kora), &format!("{}/neu", list(w.rag))).says(&["Themen", "Arbeit und Entgelt"]);
        h.post(w.kora, &format!("{}/neu", list(w.rag)), &fields).is(303);
        let task = count(&h, "SELECT MAX(id) FROM task");
        let page = format!("/aufgaben/{task}");
        h.get(Some(w.dora), &page).says(&["Themen", "Arbeit und Entgelt"]);
        h.get(Some(w.nora), &page).is(404);
        // Whoever saves over a change sees that the topics were others.
        let change = |version: &str, topics: &[&str]| {
            let mut all = vec![("version", version), ("title", TITLE), ("owner", key.as_str()), ("due", "")];
            all.extend(topics.iter().map(|t| ("topics", *t)));
            h.post(w.kora, &format!("{page}/aendern"), &all)
        };
        change("7", &[]).is(409).says(&["Jetzt gespeichert: Arbeit und Entgelt"]);
        change("1", &["4711"]).is(404);
        change("1", &[]).is(303);
        h.get(Some(w.dora), &page).hides(&["Arbeit und Entgelt"]);
        change("2", &[&topic]).is(303);
        assert_eq!(does(&h, w.kora, kernel::Id::new(task)), 303);
        noon(&h, "2029-01-01");
        let run = tasks::slice().jobs.iter().find(|j| j.name == "tasks.cleanup").unwrap().run;
        h.fresh.db.write_now(move |tx| run(tx, "2029-01-01")).unwrap();
        assert_eq!((count(&h, "SELECT COUNT(*) FROM task"), count(&h, "SELECT COUNT(*) FROM task_topic")), (0, 0));
    }
}
