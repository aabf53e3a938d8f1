//! Hours of one's own, days away, and whoever is told in somebody's place.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use kernel::Id;
use people::Person;
use support::{account, all, at, bundles, count, replies, work, writes};

const DORA: &str = "dora@example.org";
const SINA: &str = "sina@example.org";
const AWAY: &str = "/konto/abwesenheit";

/// Sina sits beside Dora; Dora names her.
fn stands_in(h: &House) {
    let w = h.w;
    support::joins(h, w.sina, w.rag);
    account(h, w.sina, SINA);
    let consent = networks::Audience::Network;
    h.consents(w.sina, networks::Field::Name, consent, Some(w.rag));
    let seen = h.get(Some(w.dora), AWAY);
    seen.is(200).says(&["Keine Abwesenheit eingetragen.", "Sina Simons"]);
    h.post(w.dora, AWAY, &[("tat", "vertretung"), ("substitute", &w.sina.to_string())]).is(303);
}

fn away(h: &House, who: Id<Person>, from: &str, last: &str) {
    h.post(who, AWAY, &[("tat", "eintragen"), ("from", from), ("last", last)]).is(303);
}

fn about(h: &House, to: &str, words: &str) -> usize {
    h.letters(to).iter().filter(|(subject, text)| subject.contains(words) || text.contains(words)).count()
}

#[test]
fn whoever_is_away_is_left_alone_and_whom_she_named_is_told_once() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 9);
        stands_in(&h);
        away(&h, w.dora, "2026-11-23", "2026-11-25");
        h.get(Some(w.dora), AWAY).says(&["gerade abwesend", "23. November 2026 bis Mittwoch, 25. November 2026"]);
        let dora = w.dora.to_string();
        let thread = writes(&h, w.kora, w.rag, "Kanarienfrage", &[("asked", &dora)]);
        writes(&h, w.kora, w.rag, "Allgemeines", &[]);
        work(&h);
        for day in ["2026-11-24", "2026-11-25"] {
            bundles(&h, day);
            at(&h, day, 12);
            work(&h);
        }
        assert!(h.letters(DORA).is_empty());
        // Sina hears of it at once, with the reason, once, and not again in her bundle, which tells the rest.
        assert_eq!(about(&h, SINA, "Kanarienfrage"), 1, "{:?}", h.letters(SINA));
        let text = h.letters(SINA).into_iter().find(|(subject, _)| subject.contains("Kanarienfrage")).unwrap().1;
        assert!(text.contains("Sie bekommen das in Vertretung einer abwesenden Person."), "{text}");
        assert_eq!(about(&h, SINA, "Allgemeines"), 1);
        h.get(Some(w.sina), "/eingang").is(200).says(&["Kanarienfrage", "in Vertretung einer abwesenden Person"]);
        // Nobody else gets a letter of it; whoever stands in answers as herself.
        assert_eq!(h.letters("kora@example.org").len(), 0);
        replies(&h, w.sina, thread, "Dora kommt am Donnerstag.");
        // After her return she has it all: the question as a letter of its own, the rest in her bundle.
        at(&h, "2026-11-26", 7);
        work(&h);
        bundles(&h, "2026-11-26");
        assert_eq!((about(&h, DORA, "Kanarienfrage"), about(&h, DORA, "Allgemeines")), (2, 1), "{:?}", h.letters(DORA));
        h.get(Some(w.sina), "/eingang?liste=offen").hides(&["in Vertretung"]);
    }
}

#[test]
fn whoever_stands_in_is_told_only_what_she_may_read_herself() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 9);
        stands_in(&h);
        away(&h, w.dora, "2026-11-23", "2026-11-25");
        let dora = w.dora.to_string();
        // In a network she is not in.
        support::joins(&h, w.dora, w.kept);
        h.consents(w.dora, networks::Field::Name, networks::Audience::Network, Some(w.kept));
        writes(&h, w.kora, w.kept, "Kanarienfrage", &[("asked", &dora)]);
        work(&h);
        bundles(&h, "2026-11-24");
        assert!(h.letters(SINA).is_empty(), "{:?}", h.letters(SINA));
        h.get(Some(w.sina), "/eingang").hides(&["in Vertretung"]);
        // Nobody can be named whom one does not see, and nobody from elsewhere.
        for who in [w.nora, w.olga, w.quinn, w.dora] {
            h.post(w.dora, AWAY, &[("tat", "vertretung"), ("substitute", &who.to_string())]).is(404);
        }
        h.post(w.dora, AWAY, &[("tat", "vertretung"), ("substitute", "")]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM notice_substitute"), 0);
        h.get(None, AWAY).is(303);
    }
}

#[test]
fn days_away_are_typed_taken_back_and_refused_with_what_was_typed() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 9);
        for (from, last, says) in [
            ("", "2026-11-25", "Bitte nennen Sie den ersten Tag."),
            ("2026-11-24", "", "Bitte nennen Sie den letzten Tag."),
            ("2026-11-24", "2026-11-23", "Der letzte Tag liegt vor dem ersten."),
            ("2026-11-01", "2026-11-20", "Diese Tage sind schon vorbei."),
            ("2026-11-24", "2036-11-24", "Höchstens zwei Jahre im Voraus."),
        ] {
            let seen = h.post(w.dora, AWAY, &[("tat", "eintragen"), ("from", from), ("last", last)]);
            seen.is(422).says(&[says]);
            assert!(seen.main().contains(&format!("value=\"{from}\"")), "{from}");
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM absence"), 0);
        away(&h, w.dora, "2026-12-01", "2026-12-01");
        h.get(Some(w.dora), AWAY).says(&["Dienstag, 1. Dezember 2026"]).hides(&["gerade abwesend"]);
        let id = count(&h, "SELECT MAX(id) FROM absence").to_string();
        for who in [w.kora, w.nora] {
            h.post(who, AWAY, &[("tat", "zuruecknehmen"), ("nummer", &id)]).is(404);
        }
        h.post(w.dora, AWAY, &[("tat", "zuruecknehmen"), ("nummer", &id)]).is(303);
        h.get(Some(w.dora), AWAY).says(&["Keine Abwesenheit eingetragen."]);
        h.post(w.dora, AWAY, &[("tat", "nichts")]).is(404);
    }
}

#[test]
fn quiet_hours_of_ones_own_hold_back_questions_answers_and_bundles() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 9);
        let field = format!("stufe-{}", w.rag);
        let sets = |from: &str, until: &str| {
            h.post(
                w.dora,
                "/konto/nachrichten",
                &[("rhythm", "auto"), (&field, "important"), ("from_hour", from), ("until_hour", until)],
            )
        };
        h.get(Some(w.dora), "/konto/nachrichten").says(&["Mails frühestens um", "19 Uhr"]);
        for (from, until) in [("3", "19"), ("7", "24"), ("x", "19"), ("7", "-1")] {
            sets(from, until).is(422).says(&["Bitte wählen Sie eine der Uhrzeiten."]);
        }
        sets("9", "16").is(303);
        // Dora is asked at 16 o'clock: the usual hours would let it pass, hers do not.
        at(&h, "2026-11-23", 16);
        let dora = w.dora.to_string();
        writes(&h, w.kora, w.rag, "Späte Frage", &[("asked", &dora)]);
        writes(&h, w.kora, w.rag, "Für alle", &[]);
        work(&h);
        assert!(h.letters(DORA).is_empty());
        bundles(&h, "2026-11-24");
        work(&h);
        assert!(h.letters(DORA).is_empty(), "seven o'clock is too early for her: {:?}", h.letters(DORA));
        at(&h, "2026-11-24", 9);
        work(&h);
        assert_eq!(about(&h, DORA, "Späte Frage"), 1);
        let told: &'static [web::AskTold] = Box::leak(vec![exchange::slice().told.unwrap()].into_boxed_slice());
        for hour in [8, 10] {
            assert_eq!(notices::bundle_at(&h.fresh.db, told, hour).unwrap().letters, 0, "{hour}");
        }
        assert_eq!(notices::bundle_at(&h.fresh.db, told, 9).unwrap().letters, 1);
        assert_eq!(notices::bundle_at(&h.fresh.db, told, 9).unwrap().letters, 0, "nothing twice");
        assert_eq!(about(&h, DORA, "Für alle"), 1);
        // What must be answered before her hours come again leaves all the same.
        at(&h, "2026-11-24", 20);
        writes(&h, w.kora, w.rag, "Bis heute", &[("asked", &dora), ("answer_until", "2026-11-24")]);
        work(&h);
        assert_eq!(about(&h, DORA, "Bis heute"), 1);
        // What she did not send stays.
        h.post(w.dora, "/konto/nachrichten", &[("rhythm", "daily"), (&field, "important")]).is(303);
        assert_eq!(
            count(
                &h,
                "SELECT COUNT(*) FROM notice_setting WHERE from_hour = 9 AND until_hour = 16 AND rhythm = 'daily'"
            ),
            1
        );
    }
}
