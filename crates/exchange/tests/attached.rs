//! Files of letters that come in: they hang on what is written, are read by whoever reads that, and what stays outside is named.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use kernel::Id;
use support::{
    at, bundles, count, daily,
    letters::{ANNA, DORA, answer_tag, body_tag, comes_with, files, held, held_link, letters_come, words},
    page, replies, work, writes,
};
use web::Words;

/// Where the newest file of an answer lies.
fn newest(h: &House) -> String {
    let (reply, file) = (count(h, "SELECT MAX(id) FROM reply"), count(h, "SELECT MAX(id) FROM attachment"));
    format!("/antworten/{reply}/dateien/{file}")
}

#[test]
fn n1_3_a_file_that_comes_by_letter_hangs_on_the_answer_and_is_saved_by_whoever_reads_it() {
    for h in letters_come() {
        let w = h.w;
        let thread = writes(&h, w.dora, w.rag, "Wer hat eine Satzung?", &[]);
        bundles(&h, "2026-11-24");
        let tag = answer_tag(&h, ANNA);
        at(&h, "2026-11-24", 9);
        let came = files(&[("Satzung.txt", "§ 1 Zweck"), ("rechnung.pdf", "MZ\u{0}"), ("Bilder.zip", "Rar!")]);
        assert_eq!(comes_with(&h, &tag, words(ANNA, "AW: Satzung", "Unsere liegt bei."), &came), Ok(true));
        let file = newest(&h);
        let seen = h.get(Some(w.dora), &page(thread));
        seen.says(&["Unsere liegt bei.", "Satzung.txt", "Text, 10 Byte", &file]);
        // What was not taken is named for all, with its reason for whoever wrote.
        seen.says(&["Anhang, nicht übernommen: rechnung.pdf und Bilder.zip"]).hides(&["Diese Datei ist ein Programm"]);
        h.get(Some(w.anna), &page(thread))
            .says(&["rechnung.pdf. Diese Datei ist ein Programm", "Bilder.zip. In diesem Archiv"]);
        let (subject, text) = h.letters(ANNA).pop().unwrap();
        assert_eq!(subject, "Nicht alle Anhänge wurden übernommen");
        assert!(text.contains("rechnung.pdf. Diese Datei ist ein Programm") && !text.contains("Satzung.txt"), "{text}");
        // As the file of any answer: for those of the network alone, as a file to save.
        let saved = h.get(Some(w.dora), &file);
        saved.is(200).says(&["§ 1 Zweck"]);
        assert!(saved.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        for who in [Some(w.nora), Some(w.olga), Some(w.quinn)] {
            h.get(who, &file).is(404).hides(&["§ 1"]);
        }
        h.get(None, &file).is(303);
        // Whoever takes part by letter is told its name, and saves it by her link; of what was refused nothing is kept.
        assert_eq!(comes_with(&h, &tag, words(ANNA, "AW: noch eine", ""), &files(&[("Anlage.txt", "mehr")])), Ok(true));
        h.get(Some(w.dora), &page(thread)).says(&["Anlage.txt"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM file"), 2);
        at(&h, "2026-11-24", 10);
        h.upload(w.dora, &page(thread), &[("tat", "antworten"), ("words", "Danke.")], &[("Vergleich.txt", "A|B")])
            .is(303);
        work(&h);
        let text = h.letters(ANNA).pop().unwrap().1;
        assert!(text.contains("Mit Anhang: Vergleich.txt.") && !text.contains("A|B"), "{text}");
        // By the link of her letter she saves each of them, as often as she likes and whatever looked at it before.
        let link = support::link(&h, ANNA);
        let seen = h.get(None, &link);
        seen.is(200).says(&["Satzung.txt", "Vergleich.txt"]).hides(&["Eingeloggt speichern"]);
        let hrefs: Vec<&str> = seen
            .html
            .split("href=\"")
            .filter(|part| part.contains("/dateien/"))
            .filter_map(|p| p.split('"').next())
            .collect();
        assert_eq!(hrefs.len(), 3, "{hrefs:?}");
        for _ in 0..2 {
            let saved = h.get(None, hrefs[0]);
            saved.is(200).says(&["§ 1 Zweck"]);
            assert!(saved.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
            assert!(saved.headers["cache-control"].to_str().unwrap().contains("no-store"));
        }
        let spent = count(&h, "SELECT COUNT(*) FROM event");
        h.get(None, hrefs[0]).is(200);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event"), spent, "saving leaves nothing");
        // Another link, another thread, a file elsewhere: nothing.
        let other = writes(&h, w.dora, w.rag, "Etwas anderes", &[]);
        let number = hrefs[0].rsplit('/').next().unwrap();
        h.get(None, &format!("{}/{other}/dateien/{number}", link.rsplit_once('/').unwrap().0)).is(410);
        h.get(None, &format!("/nachricht/{}/{thread}/dateien/{number}", "x".repeat(43))).is(410);
        h.get(None, &format!("{link}/dateien/4711")).is(404);
        // One letter a day says what was not taken.
        let before = h.letters(ANNA).len();
        assert_eq!(comes_with(&h, &tag, words(ANNA, "AW: x", "Und das."), &files(&[("b.exe", "MZ")])), Ok(true));
        assert_eq!(h.letters(ANNA).len(), before);
        // Hidden with its answer, taken away with it.
        let reply = count(&h, "SELECT MIN(id) FROM reply");
        h.post(w.kora, &format!("/antworten/{reply}/ausblenden"), &[("reason", "Falsch hier.")]).is(303);
        h.get(Some(w.dora), &page(thread)).hides(&["Satzung.txt", "rechnung.pdf"]);
        h.get(Some(w.dora), &file).is(404);
        h.get(None, hrefs[0]).is(404);
        // What became confidential, or belongs to a network that became sensitive, is for those who sign in.
        let kept = hrefs[1];
        h.get(None, kept).is(200);
        support::keeps_within(&h, w.rag);
        h.get(None, kept).is(410);
        h.letters_have_their_shape(&["letter_left", "answer"]);
    }
}

#[test]
fn files_of_a_letter_nobody_can_prove_wait_with_it_and_go_with_it() {
    for h in letters_come() {
        let w = h.w;
        let forged = |n: &str| words(DORA, &format!("Dringend {n}"), "Bitte lesen.");
        let came = files(&[("Plan.txt", "Ziel"), ("x.exe", "MZ")]);
        assert_eq!(comes_with(&h, &body_tag(w.rag), forged("1"), &came), Ok(true));
        assert_eq!(
            (held(&h), count(&h, "SELECT COUNT(*) FROM file"), count(&h, "SELECT COUNT(*) FROM letter_file")),
            (1, 0, 1)
        );
        let link = held_link(&h, DORA);
        h.get(None, &link).says(&["Plan.txt"]).hides(&["Ziel", "/dateien/"]);
        h.get(Some(w.kora), &format!("/gremien/{}/briefe", w.rag)).says(&["Anhang: Plan.txt"]);
        h.send(None, &link, &[("person", &w.dora.to_string())]).is(200);
        let thread: Id<exchange::Thread> = Id::new(count(&h, "SELECT MAX(id) FROM thread"));
        let file = format!("{}/dateien/{}", page(thread), count(&h, "SELECT MAX(id) FROM attachment"));
        h.get(Some(w.kora), &page(thread)).says(&["Plan.txt", &file, "Anhang, nicht übernommen: x.exe"]);
        h.get(Some(w.kora), &file).is(200).says(&["Ziel"]);
        h.get(Some(w.nora), &file).is(404);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM letter_file"), 0);
        // Not hers: nothing of it is kept. Too old: neither.
        let count_waiting = || {
            count(&h, "SELECT COUNT(*) FROM letter_file")
                + count(&h, "SELECT COUNT(*) FROM letter_left WHERE letter_id IS NOT NULL")
        };
        at(&h, "2026-11-25", 12);
        assert_eq!(comes_with(&h, &body_tag(w.rag), forged("2"), &came), Ok(true));
        assert_eq!(count_waiting(), 2);
        h.send(None, &held_link(&h, DORA), &[("person", "nicht")]).is(200);
        assert_eq!((count_waiting(), count(&h, "SELECT COUNT(*) FROM file")), (0, 1));
        assert_eq!(comes_with(&h, &body_tag(w.rag), forged("3"), &came), Ok(true));
        daily(&h, "exchange.cleanup", "2026-12-15");
        assert_eq!((held(&h), count_waiting()), (0, 0));
        // Anybody can write here: what waits does not fill the disk.
        at(&h, "2026-12-15", 12);
        let large = "x".repeat(9 << 20);
        for n in 0..3 {
            let came = files(&[("Gross.txt", &format!("{n}{large}"))]);
            assert_eq!(comes_with(&h, &body_tag(w.rag), forged(&format!("gross {n}")), &came), Ok(true));
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM letter_file"), 2);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM letter_left WHERE why = 'room'"), 1);
    }
}

#[test]
fn n7_7_what_a_letter_from_outside_brought_hangs_on_its_thread_once() {
    for h in letters_come() {
        let w = h.w;
        let passed = |from: &str, own: &str, name: &str| Words {
            signed: true,
            forwarded: true,
            outside: vec!["erlass.5@land.example.org".into()],
            whole: format!("{own}\n\n-----Weitergeleitete Nachricht-----\nVon: Land\n\nDer Erlass gilt ab Januar."),
            name: format!("{name}@mail.example.org"),
            ..words(from, "WG: Erlass", own)
        };
        let erlass = files(&[("Erlass.txt", "§ 1")]);
        assert_eq!(comes_with(&h, &body_tag(w.rag), passed(DORA, "Zur Kenntnis.", "a"), &erlass), Ok(true));
        let both = files(&[("Erlass (1).txt", "§ 1"), ("Vermerk.txt", "Unser Vermerk")]);
        assert_eq!(
            comes_with(&h, &body_tag(w.rag), passed("kora@example.org", "Dazu unser Vermerk.", "b"), &both),
            Ok(true)
        );
        assert_eq!((count(&h, "SELECT COUNT(*) FROM thread"), count(&h, "SELECT COUNT(*) FROM attachment")), (1, 2));
        let thread: Id<exchange::Thread> = Id::new(count(&h, "SELECT MAX(id) FROM thread"));
        h.get(Some(w.anna), &page(thread)).says(&["Erlass.txt", "Vermerk.txt"]).hides(&["Erlass (1)"]);
        // Where nobody reads confidential things by letter, no file comes in by one.
        let kept =
            comes_with(&h, &body_tag(w.kept), Words { signed: true, ..words("kora@example.org", "Neu", "x") }, &erlass);
        assert_eq!(kept, Err("one writes there after signing in only".into()));
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attachment"), 2);
        replies(&h, w.dora, thread, "Danke.");
    }
}
