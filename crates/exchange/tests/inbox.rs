//! P05, the inbox: what waits for somebody from all her networks, why, and what becomes of it when she puts it away or may
//! not see it any more.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{day, operate};
use exchange::Thread;
use house::{House, Seen};
use kernel::Id;
use people::Person;
use support::{account, all, at, bundles, count, joins, page, replies, writes};

const INBOX: &str = "/eingang";
const DORA: &str = "dora@example.org";

/// What the form of an entry sends; `seen` as the page gave it.
fn puts(h: &House, who: Id<Person>, thread: Id<Thread>, act: &str, more: &[(&str, &str)]) -> Seen {
    let shown = h.get(Some(who), INBOX);
    let (id, seen) = (thread.to_string(), seen_at(&shown, thread));
    let mut fields = vec![("kind", "thread"), ("id", id.as_str()), ("seen", seen.as_str()), ("tat", act)];
    fields.extend_from_slice(more);
    h.post(who, INBOX, &fields)
}

/// The moment the page names for a thread; empty where it stands there no more.
fn seen_at(shown: &Seen, thread: Id<Thread>) -> String {
    let mark = format!("name=\"id\" value=\"{thread}\"><input type=\"hidden\" name=\"seen\" value=\"");
    let html = shown.main();
    html.find(&mark).map_or_else(String::new, |at| html[at + mark.len()..].split('"').next().unwrap().to_owned())
}

#[test]
fn what_is_new_stands_in_the_inbox_with_its_reason_until_it_is_put_away() {
    for h in all() {
        let w = h.w;
        h.get(Some(w.dora), INBOX).is(200).says(&["Alles erledigt.", "Gerade wartet nichts auf Sie."]);
        let (dora, anna) = (w.dora.to_string(), w.anna.to_string());
        let first = writes(&h, w.kora, w.rag, "Wer hat eine Satzung?", &[]);
        let second = writes(&h, w.kora, w.rag, "Frage an Dora", &[("asked", &dora)]);
        let third = writes(&h, w.kora, w.rag, "Frage an Anna", &[("asked", &anna)]);
        let seen = h.get(Some(w.dora), INBOX);
        seen.is(200).says(&[
            "3 Einträge sind neu.",
            "Wer hat eine Satzung?",
            "Sie bekommen das über Regionale AG.",
            "Sie sind gefragt",
            "Sie bekommen das, weil Sie direkt gefragt sind.",
            "Offen (3)",
            "Später (0)",
        ]);
        // What she writes herself is no news to her.
        h.get(Some(w.kora), INBOX).is(200).hides(&["Satzung"]);
        // Done, later, silent: each in a list of its own, with a way back.
        puts(&h, w.dora, first, "erledigt", &[]).is(303);
        puts(&h, w.dora, second, "spaeter", &[("until", "25.11.2026")]).is(303);
        puts(&h, w.dora, third, "stumm", &[]).is(303);
        h.get(Some(w.dora), INBOX).says(&[
            "Alles erledigt.",
            "Die nächste Frist ist am Mittwoch, 25. November 2026.",
            "Erledigt (1)",
            "Später (1)",
            "Stumm (1)",
        ]);
        h.get(Some(w.dora), "/eingang?liste=spaeter")
            .says(&["Frage an Dora", "Wieder hier am Mittwoch, 25. November 2026."])
            .hides(&["Satzung"]);
        h.get(Some(w.dora), "/eingang?liste=erledigt").says(&["Wer hat eine Satzung?", "Wieder öffnen"]);
        h.get(Some(w.dora), "/eingang?liste=stumm").says(&["Frage an Anna"]);
        // On its day it is here again, without anybody doing anything.
        at(&h, "2026-11-24", 23);
        h.get(Some(w.dora), INBOX).hides(&["Frage an Dora"]);
        at(&h, "2026-11-25", 0);
        h.get(Some(w.dora), INBOX).says(&["Frage an Dora", "Offen (1)"]);
        // An answer brings back what was done with, but not what is silent.
        replies(&h, w.dora, first, "Wir auch nicht.");
        at(&h, "2026-11-25", 9);
        replies(&h, w.kora, first, "Gefunden!");
        h.post(w.dora, &page(third), &[("tat", "verfolgen")]).is(303);
        replies(&h, w.kora, third, "Noch etwas.");
        h.get(Some(w.dora), INBOX)
            .says(&["Wer hat eine Satzung?", "Neue Antwort", "weil Sie mitschreiben", "Offen (2)"])
            .hides(&["Frage an Anna"]);
        // Opened again, it waits.
        h.post(w.dora, INBOX, &[("kind", "thread"), ("id", &third.to_string()), ("tat", "wieder"), ("liste", "stumm")])
            .is(303);
        h.get(Some(w.dora), INBOX).says(&["Frage an Anna", "Offen (3)"]);
    }
}

#[test]
fn what_was_put_away_no_bundle_tells_and_what_came_meanwhile_stays() {
    for h in all() {
        let w = h.w;
        let done = writes(&h, w.kora, w.rag, "Schon gelesen", &[]);
        let silent = writes(&h, w.kora, w.rag, "Will ich nicht", &[]);
        writes(&h, w.kora, w.rag, "Noch neu", &[]);
        puts(&h, w.dora, done, "erledigt", &[]).is(303);
        puts(&h, w.dora, silent, "stumm", &[]).is(303);
        // She saw the page before somebody wrote on: what came since is not swallowed.
        let shown = h.get(Some(w.dora), "/eingang?liste=erledigt");
        let seen = seen_at(&shown, done);
        at(&h, "2026-11-23", 15);
        h.post(w.dora, &page(done), &[("tat", "verfolgen")]).is(303);
        replies(&h, w.kora, done, "Nachtrag.");
        h.post(w.dora, INBOX, &[("kind", "thread"), ("id", &done.to_string()), ("seen", &seen), ("tat", "erledigt")])
            .is(303);
        h.get(Some(w.dora), INBOX).says(&["Schon gelesen", "Noch neu"]).hides(&["Will ich nicht"]);
        bundles(&h, "2026-11-24");
        let text = h.letters(DORA).pop().unwrap().1;
        assert!(text.contains("Noch neu") && text.contains("eine neue Antwort"), "{text}");
        assert!(!text.contains("Will ich nicht"), "{text}");
        // All of it put away: no bundle at all.
        at(&h, "2026-11-24", 10);
        let last = writes(&h, w.kora, w.rag, "Letzte Frage", &[]);
        puts(&h, w.dora, last, "erledigt", &[]).is(303);
        let before = h.letters(DORA).len();
        bundles(&h, "2026-11-25");
        assert_eq!(h.letters(DORA).len(), before);
    }
}

#[test]
fn a_right_that_is_lost_takes_the_entry_its_count_and_its_filters_along() {
    for h in all() {
        let w = h.w;
        joins(&h, w.dora, w.verband);
        let kept = writes(&h, w.kora, w.rag, "Kanarienfrage", &[]);
        writes(&h, w.kora, w.verband, "Andere Frage", &[]);
        h.get(Some(w.dora), INBOX).is(200).says(&["Offen (2)", "Regionale AG", "Frauennetzwerk", "Kanarienfrage"]);
        h.get(Some(w.dora), &format!("/eingang?netz={}", w.verband))
            .says(&["Andere Frage", "Offen (1)"])
            .hides(&["Kanarienfrage"]);
        // Out of sight: gone at once, also from the counts.
        h.post(w.kora, &format!("{}/ausblenden", page(kept)), &[("reason", "Verstößt gegen die Regeln.")]).is(303);
        h.get(Some(w.dora), INBOX).says(&["Offen (1)"]).hides(&["Kanarienfrage", "Regionale AG"]);
        let again = writes(&h, w.kora, w.rag, "Kanarienfrage zwei", &[]);
        h.get(Some(w.dora), INBOX).says(&["Kanarienfrage zwei", "Offen (2)"]);
        let tenure = w.tenure_dora;
        at(&h, "2026-11-24", 1);
        operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, tenure, day("2026-11-24")).map(drop)).unwrap();
        let seen = h.get(Some(w.dora), INBOX);
        seen.is(200).says(&["Offen (1)"]).hides(&["Kanarien", "Regionale AG"]);
        for list in ["spaeter", "erledigt", "stumm"] {
            h.get(Some(w.dora), &format!("/eingang?liste={list}&netz={}&art=thread", w.rag))
                .is(200)
                .hides(&["Kanarien", "Regionale AG"]);
        }
        // She cannot do anything with what she may not see, nor can anybody who never could.
        for who in [w.dora, w.nora] {
            let fields = [("kind", "thread"), ("id", &again.to_string()), ("tat", "erledigt")];
            h.post(who, INBOX, &fields).is(404);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_mark"), 0);
        h.get(None, INBOX).is(303);
    }
}

#[test]
fn x10_3_five_networks_are_one_entry_and_one_bundle() {
    for h in all() {
        let w = h.w;
        joins(&h, w.dora, w.verband);
        let thread = writes(&h, w.kora, w.rag, "Studie zur Entgeltlücke", &[]);
        let to = w.verband.to_string();
        h.post(w.kora, &format!("{}/weiterleiten", page(thread)), &[("network", &to), ("note", "")]).is(303);
        let seen = h.get(Some(w.dora), INBOX);
        seen.is(200).says(&["Offen (1)", "Sie bekommen das über Regionale AG und Frauennetzwerk."]);
        assert_eq!(seen.main().matches("Studie zur Entgeltlücke</a>").count(), 1);
        // By either way it is found.
        for network in [w.rag, w.verband] {
            h.get(Some(w.dora), &format!("/eingang?netz={network}")).says(&["Studie zur Entgeltlücke"]);
        }
        puts(&h, w.dora, thread, "erledigt", &[]).is(303);
        h.get(Some(w.dora), INBOX).says(&["Alles erledigt."]);
    }
}

#[test]
fn a_network_that_became_sensitive_is_named_in_no_letter_and_still_in_her_inbox() {
    for h in all() {
        let w = h.w;
        writes(&h, w.kora, w.rag, "Heikle Frage", &[]);
        support::keeps_within(&h, w.rag);
        bundles(&h, "2026-11-24");
        let (subject, text) = h.letters(DORA).pop().unwrap();
        assert!(!subject.contains("Heikle") && !text.contains("Heikle") && !text.contains("Regionale"), "{text}");
        h.get(Some(w.dora), INBOX).is(200).says(&["Heikle Frage"]);
    }
}

#[test]
fn a_refused_day_keeps_what_was_typed_and_strange_input_does_nothing() {
    for h in all() {
        let w = h.w;
        let thread = writes(&h, w.kora, w.rag, "Eine Frage", &[]);
        for (typed, says) in [
            ("", "Bitte nennen Sie einen Tag."),
            ("gestern", "Schreiben Sie den Tag so"),
            ("31.2.2027", "Diesen Tag gibt es im Kalender nicht."),
            ("23.11.2026", "Bitte nennen Sie einen Tag nach heute"),
            ("1.1.2030", "höchstens ein halbes Jahr entfernt"),
        ] {
            let seen = puts(&h, w.dora, thread, "spaeter", &[("until", typed)]);
            seen.is(422).says(&[says, "Eine Frage"]);
            assert!(seen.main().contains(&format!("value=\"{typed}\"")), "{typed}");
            assert!(seen.main().contains("aria-invalid=\"true\" aria-describedby=\"until-e\""));
        }
        let id = thread.to_string();
        for (kind, id, act) in [
            ("thread", "x", "erledigt"),
            ("thread", "9223372036854775808", "erledigt"),
            ("person", id.as_str(), "erledigt"),
            ("thread", id.as_str(), "nichts"),
            ("", "", ""),
        ] {
            h.post(w.dora, INBOX, &[("kind", kind), ("id", id), ("tat", act), ("seen", "morgen")]).is(404);
        }
        for path in
            ["/eingang?liste=nichts", "/eingang?netz=-1&art=x", "/eingang?liste=stumm&netz=99999999999999999999"]
        {
            h.get(Some(w.dora), path).is(200);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_mark"), 0);
        // Twice the same does no harm.
        puts(&h, w.dora, thread, "erledigt", &[]).is(303);
        h.post(w.dora, INBOX, &[("kind", "thread"), ("id", &id), ("tat", "erledigt")]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_mark"), 1);
    }
}

#[test]
fn a_bundle_across_the_night_the_clocks_change_comes_at_seven_once() {
    for h in all() {
        let w = h.w;
        account(&h, w.sina, "sina@example.org");
        // Saturday evening before the clocks go back; Monday's bundle holds it once, and Tuesday's does not.
        at(&h, "2027-10-30", 22);
        writes(&h, w.kora, w.rag, "In der langen Nacht", &[]);
        assert_eq!(bundles(&h, "2027-10-31"), 0, "a Sunday");
        let before = h.letters(DORA).len();
        bundles(&h, "2027-11-01");
        bundles(&h, "2027-11-02");
        assert_eq!(h.letters(DORA).len(), before + 1);
        // And the short night of spring.
        at(&h, "2028-03-25", 22);
        writes(&h, w.kora, w.rag, "In der kurzen Nacht", &[]);
        bundles(&h, "2028-03-27");
        bundles(&h, "2028-03-28");
        assert_eq!(h.letters(DORA).len(), before + 2);
    }
}

/// Five networks more, in which Kora leads and Dora sits.
fn five_more(h: &House) -> Vec<Id<networks::Body>> {
    let (dora, kora) = (h.w.dora, h.w.kora);
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test's world");
            let mut made = Vec::new();
            for n in 0..5 {
                let body: Id<networks::Body> = tx.id();
                tx.exec("INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (:b, :b, 'network', :slug, :name, 'n', '2020-01-01')", db::args! { b: body, slug: format!("weiteres-{n}"), name: format!("Netzwerk {n}") })?;
                for (number, person, office) in [(1, dora, None), (2, kora, Some("chair"))] {
                    let (seat, held): (Id<()>, Id<()>) = (tx.id(), tx.id());
                    tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, office, from_day) VALUES (:s, :b, :n, 'personal', 'voting', :o, '2020-01-01')", db::args! { s: seat, b: body, n: number, o: office })?;
                    tx.exec("INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day) VALUES (:o, :s, :p, 'joined', 'confirmed', '2020-01-01')", db::args! { o: held, s: seat, p: person })?;
                }
                made.push(body);
            }
            Ok(made)
        })
        .unwrap()
}

#[test]
fn x10_3_with_five_hats_and_more_one_letter_names_every_way_and_a_closed_one_closes_no_other() {
    for h in all() {
        let w = h.w;
        let five = five_more(&h);
        let brings = |title: &str| {
            let thread = writes(&h, w.kora, w.rag, title, &[]);
            for network in &five {
                let to = network.to_string();
                h.post(w.kora, &format!("{}/weiterleiten", page(thread)), &[("network", &to), ("note", "")]).is(303);
            }
        };
        brings("Studie zur Entgeltlücke");
        // Six networks: Tuesday and Friday.
        assert!(bundles(&h, "2026-11-24") > 0);
        let letters = h.letters(DORA);
        let text = &letters[0].1;
        assert_eq!((letters.len(), text.matches("Studie zur Entgeltlücke").count()), (1, 1), "{letters:?}");
        for way in ["Regionale AG", "Netzwerk 0", "Netzwerk 1", "Netzwerk 2", "Netzwerk 3", "Netzwerk 4"] {
            assert!(text.contains(way), "{way}: {text}");
        }
        let field = format!("stufe-{}", five[0]);
        h.post(w.dora, "/konto/nachrichten", &[("rhythm", "auto"), (&field, "duty")]).is(303);
        at(&h, "2026-11-24", 12);
        brings("Zweite Studie");
        bundles(&h, "2026-11-27");
        let text = h.letters(DORA).pop().unwrap().1;
        assert!(
            text.contains("Zweite Studie") && text.contains("Netzwerk 1") && !text.contains("Netzwerk 0"),
            "{text}"
        );
        // Who is in none of them hears nothing.
        for to in ["nora@example.org", "quinn@example.org"] {
            assert!(h.letters(to).is_empty());
        }
    }
}

#[test]
fn a_month_in_nine_networks_is_at_most_25_mails() {
    for h in all() {
        let w = h.w;
        for body in [w.verband, w.kept, w.hidden] {
            joins(&h, w.dora, body);
        }
        let mut networks = vec![w.rag, w.verband, w.kept, w.hidden];
        networks.extend(five_more(&h));
        h.get(Some(w.dora), "/konto/nachrichten").is(200).says(&["Sie sind in 9 Netzwerken"]);
        let (dora, first) = (w.dora.to_string(), day("2026-12-01"));
        let mut written = 0;
        // Four weeks and two days: somebody writes in each network every other day, and asks Dora in person once a week.
        for n in 0..30 {
            let today = first.plus_days(n);
            bundles(&h, &today.to_string());
            at(&h, &today.to_string(), 10);
            support::work(&h);
            let open = networks.iter().enumerate().filter(|(place, _)| (n as usize + place).is_multiple_of(2));
            for (place, network) in open {
                let asked = [("asked", dora.as_str())];
                let more: &[(&str, &str)] = if n % 7 == 0 && place == 0 { &asked } else { &[] };
                let thread = writes(&h, w.kora, *network, &format!("Frage vom {today}"), more);
                if n % 3 == 0 {
                    replies(&h, w.kora, thread, "Nachtrag.");
                }
                written += 1;
            }
            support::work(&h);
        }
        let letters = h.letters(DORA).len();
        assert!(written > 130 && (9..=25).contains(&letters), "{letters} letters of {written} contributions");
        // And what she did not put away waits in one list.
        assert!(h.get(Some(w.dora), INBOX).is(200).statements() < 60);
    }
}
