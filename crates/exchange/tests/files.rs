//! Files at threads and answers: they are read by whoever reads what they came with.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use support::{all, count, fields, list, page};

fn newest(h: &House) -> i64 {
    count(h, "SELECT COALESCE(MAX(id), 0) FROM attachment")
}

#[test]
fn n1_3_a_question_and_its_answer_bring_files_that_members_save() {
    for h in all() {
        let w = h.w;
        let new = format!("{}/neu", list(w.rag));
        h.get(Some(w.dora), &new).says(&["type=\"file\"", "multipart/form-data"]);
        // What is no document is refused, and what was typed stays.
        h.upload(w.dora, &new, &fields("Wer hat eine Satzung?", &[]), &[("a.txt", "gut"), ("b.pdf", "MZ\u{0}")])
            .is(422)
            .says(&["b.pdf: Diese Datei ist ein Programm", "Wer hat eine Satzung?"]);
        h.upload(w.dora, &new, &fields("", &[]), &[("a.txt", "gut")])
            .is(422)
            .says(&["Bitte wählen Sie die Datei noch einmal aus."]);
        assert_eq!(newest(&h), 0);
        let done = h.upload(w.dora, &new, &fields("Wer hat eine Satzung?", &[]), &[("Entwurf.txt", "§ 1 Ziel")]);
        let thread = done.is(303).location().to_owned();
        let file = format!("{thread}/dateien/{}", newest(&h));
        h.get(Some(w.anna), &thread).says(&["Entwurf.txt", "Text, 9 Byte", &file, "Entfernen"]);
        h.get(Some(w.vera), &thread).says(&["Entwurf.txt"]).hides(&["Entfernen"]);
        let saved = h.get(Some(w.anna), &file);
        saved.is(200).says(&["§ 1 Ziel"]);
        assert_eq!(saved.headers["content-type"], "text/plain; charset=utf-8");
        assert!(saved.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        for who in [Some(w.nora), Some(w.olga), Some(w.quinn)] {
            h.get(who, &file).is(404).hides(&["§ 1"]);
        }
        h.get(None, &file).is(303);
        // An answer brings one, too; of another thread it is none.
        let answer = [("tat", "antworten"), ("words", "So ist unsere.")];
        h.upload(w.anna, &thread, &answer, &[("Satzung.txt", "§ 1 Zweck")]).is(303);
        let reply = count(&h, "SELECT MAX(id) FROM reply");
        let hers = format!("/antworten/{reply}/dateien/{}", newest(&h));
        h.get(Some(w.dora), &thread).says(&["Satzung.txt", &hers]);
        h.get(Some(w.dora), &hers).is(200).says(&["§ 1 Zweck"]);
        h.get(Some(w.nora), &hers).is(404);
        h.get(Some(w.dora), &format!("{thread}/dateien/{}", newest(&h))).is(404);
        // Without a file one answers as ever.
        h.post(w.kora, &thread, &[("tat", "antworten"), ("words", "Danke.")]).is(303);
        // What is hidden takes its files along, but for whoever wrote it and those who lead.
        h.post(w.kora, &format!("/antworten/{reply}/ausblenden"), &[("reason", "Gehört nicht hierher.")]).is(303);
        h.get(Some(w.dora), &thread).hides(&["Satzung.txt"]);
        h.get(Some(w.dora), &hers).is(404);
        h.get(Some(w.anna), &hers).is(200);
        // Taken away by whoever brought it, and by those who lead; by nobody else.
        let number = file.rsplit('/').next().unwrap();
        let away = format!("{thread}/dateien");
        h.post(w.vera, &away, &[("tat", "entfernen"), ("nummer", number)]).is(403);
        h.post(w.nora, &away, &[("tat", "entfernen"), ("nummer", number)]).is(404);
        h.post(w.dora, &away, &[("tat", "entfernen"), ("nummer", number)]).is(303);
        h.get(Some(w.anna), &file).is(404);
        h.post(
            w.kora,
            &format!("/antworten/{reply}/dateien"),
            &[("tat", "entfernen"), ("nummer", hers.rsplit('/').next().unwrap())],
        )
        .is(303);
        assert_eq!((newest(&h), count(&h, "SELECT COUNT(*) FROM file")), (0, 0));
    }
}

#[test]
fn n8_3_in_a_confidential_thread_a_file_that_is_called_like_a_person_is_asked_about() {
    for h in all() {
        let w = h.w;
        let new = format!("{}/neu", list(w.kept));
        let words = fields("Vorfall", &[("confidential", "ja")]);
        h.upload(w.quinn, &new, &words, &[("Bericht Frau Muster.txt", "x")])
            .is(422)
            .says(&["sieht nach Personen aus", "Frau Muster"]);
        let done = h.upload(w.quinn, &new, &words, &[("Bericht.txt", "x")]);
        let thread = done.is(303).location().to_owned();
        let file = format!("{thread}/dateien/{}", newest(&h));
        h.get(Some(w.quinn), &file).is(200);
        for outside in [w.dora, w.nora, w.olga] {
            h.get(Some(outside), &file).is(404);
        }
        h.get(Some(w.dora), &page(thread.rsplit('/').next().unwrap().parse().unwrap())).is(404);
    }
}
