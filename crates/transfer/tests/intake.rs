//! A list comes in: from the paste to the preview of the invitation, through the router, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use rust_xlsxwriter::{Format, Workbook};
use support::{all, count, empty, pasted, sent, sixty, take, upload};

#[test]
fn t1_sixty_rows_with_five_faults_lose_nobody_silently() {
    for h in all() {
        empty(&h, "Kreis der Sechzig");
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        page.set_name("Mitglieder").unwrap();
        page.write_string(0, 0, "Mitgliederliste, Stand Herbst").unwrap();
        for (column, word) in (0..).zip(["Name", "E-Mail", "Amt", "Kommune", "seit"]) {
            page.write_string(2, column, word).unwrap();
        }
        let mut rows = sixty();
        rows[4][1].clear(); // no address
        rows[9][4] = "31.02.2021".into(); // no such day
        rows[14] = rows[13].clone(); // twice the same
        rows[19][0] = "Nachname20".into(); // half a name
        rows[24][1] = "vorname25.example.org".into(); // no address, though it looks like one
        for (row, cells) in (3..).zip(&rows) {
            for (column, cell) in (0..).zip(cells) {
                page.write_string(row, column, cell).unwrap();
            }
        }
        page.merge_range(33, 3, 34, 3, "Gemeinde Ort31", &Format::new()).unwrap(); // merged cells
        let check = sent(&h, "kreis-der-sechzig", "stellen", "liste.xlsx", &book.save_to_buffer().unwrap());
        let seen = h.get(Some(h.w.kora), &check);
        seen.is(200).says(&[
            "unklar 5",
            "neu 54",
            "schon da 1",
            "60 Personen erkannt, bei einer fehlt die E-Mail. Bitte ergänzen.",
            "54 übernehmen",
        ]);
        seen.says(&[
            "Diesen Tag gibt es im Kalender nicht.",
            "Bitte nennen Sie Vor- und Familiennamen.",
            "zerrissen",
            "Bitte schreiben Sie eine Mailadresse",
        ]);
        h.get(Some(h.w.kora), &format!("{check}?seite=2")).says(&["Das steht schon in Zeile 17."]);
        assert_eq!(
            (
                count(&h, "SELECT COUNT(*) FROM mail_out"),
                count(&h, "SELECT COUNT(*) FROM person WHERE family LIKE 'Nachname%'")
            ),
            (0, 0),
            "nothing happens before it is taken"
        );

        // Mended in place: row 13 gets a day, 23 a name, 28 an address; of the torn ones one is right, one is left out.
        let fields = [
            ("z13", "1"),
            ("z13-name", "Vorname10 Nachname10"),
            ("z13-mail", "gleichstellung10@ort.example.org"),
            ("z13-organisation", "Gemeinde Ort10"),
            ("z13-from", "28.02.2021"),
            ("z23", "1"),
            ("z23-name", "Vorname20 Nachname20"),
            ("z28", "1"),
            ("z28-mail", "v25@ort.example.org"),
            ("z34", "1"),
            ("z34-wahl", "other"),
            ("z35", "1"),
            ("z35-weg", "1"),
            ("z8", "1"),
            ("z8-mail", "v5@ort.example.org"),
            ("schritt", "speichern"),
        ];
        h.post(h.w.kora, &check, &fields).is(303);
        let seen = h.get(Some(h.w.kora), &check);
        seen.is(200)
            .says(&["neu 58", "schon da 1", "weggelassen 1", "58 übernehmen"])
            .hides(&["unklar 1", "fehlt die E-Mail"]);
        let done = take(&h, &check);
        done.is(200).says(&[
            "58 Personen",
            "58 Organisationen",
            "58 Stellen",
            "58 Sitze",
            "Verschickt wurde noch nichts.",
            "Einladung ansehen",
        ]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM person WHERE family LIKE 'Nachname%'"), 58);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM mail_out"), 0);
        h.get(Some(h.w.kora), "/netzwerke/kreis-der-sechzig/personen").is(200).says(&["Nachname10", "Gemeinde Ort10"]);

        let letters = done
            .html
            .split("href=\"")
            .find(|l| l.split('"').next().unwrap().ends_with("/einladung"))
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let preview = h.get(Some(h.w.kora), &letters);
        preview.is(200).says(&[
            "Ihre Einladung",
            "Kora Krings lädt Sie ein",
            "Kreis der Sechzig",
            "Jetzt 58 Einladungen senden",
            "v5@ort.example.org",
        ]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM mail_out"), 0, "a preview sends nothing");
        h.post(h.w.kora, &letters, &[("anzahl", "12")]).is(409);
        h.post(h.w.kora, &letters, &[("anzahl", "58")]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM mail_out WHERE purpose = 'invitation'"), 58);
        h.get(Some(h.w.kora), &letters).is(200).says(&["Niemand wartet auf eine Einladung."]);
        h.post(h.w.kora, &letters, &[("anzahl", "58")]).is(409);
    }
}

#[test]
fn t1_only_whoever_keeps_the_membership_takes_lists_in() {
    let h = &all()[0];
    let slug = "regionale-ag";
    let check = pasted(h, slug, "stellen", "Name\tE-Mail\tKommune\nNeu Person\tneu@ort.example.org\tGemeinde Neuort");
    let base = check.trim_end_matches("/pruefen").to_owned();
    for (who, status) in [(h.w.dora, 403), (h.w.anna, 403), (h.w.nora, 403)] {
        h.get(Some(who), &format!("/netzwerke/{slug}/einlesen")).is(status).hides(&["Liste aus Excel"]);
        upload(h, Some(who), &format!("/netzwerke/{slug}/einlesen"), &[("text", None, b"Name\nA B")]).is(status);
        for page in ["spalten", "pruefen", "fertig", "rueckgaengig", "verwerfen", "einladung"] {
            h.get(Some(who), &format!("{base}/{page}")).is(status).hides(&["Neuort", "neu@ort"]);
        }
        for page in ["spalten", "pruefen", "rueckgaengig", "verwerfen", "einladung"] {
            h.post(who, &format!("{base}/{page}"), &[("schritt", "uebernehmen"), ("anzahl", "1")]).is(status);
        }
    }
    // Of the unlisted network nobody outside knows; a list of one network is none of another.
    h.get(Some(h.w.dora), "/netzwerke/runder-tisch-schutz/einlesen").is(404);
    h.get(Some(h.w.kora), &check.replace(slug, "frauennetzwerk")).is(404);
    assert_eq!(count(h, "SELECT COUNT(*) FROM person WHERE family = 'Person'"), 0);
    // Whoever is not signed in comes to the sign-in, and her file is not read.
    let away = upload(h, None, &format!("/netzwerke/{slug}/einlesen"), &[("text", None, b"Name\nA B")]);
    assert!(away.is(303).location().starts_with("/anmelden?weiter="));
    // Other forms take no files.
    upload(h, Some(h.w.kora), &check, &[("schritt", None, b"uebernehmen")]).is(415);
}

#[test]
fn t1_what_is_known_is_recognised_and_what_differs_is_offered() {
    for h in all() {
        let list = "Name;E-Mail;Kommune;seit\nAnna Albers;anna.albers@aachen.example.org;Aachen;1.5.2018\nDahlke, Dora;dora@dueren.example.org;Stadt Düren;\nEva Ernst;eva@eschweiler.example.org;Eschweiler;3/2020\n";
        let check = pasted(&h, "regionale-ag", "stellen", list);
        let seen = h.get(Some(h.w.kora), &check);
        seen.is(200).says(&[
            "schon da 1",
            "schon da, weicht ab 1",
            "neu 1",
            "Adresse ergänzen: dora@dueren.example.org.",
            "1 übernehmen",
        ]);
        take(&h, &check).is(200).says(&["eine Person"]).hides(&["Stelle", "Organisation"]);
        assert_eq!(
            count(&h, "SELECT COUNT(*) FROM tenure WHERE mail = 'dora@dueren.example.org'"),
            0,
            "never silently"
        );
        assert_eq!(
            count(
                &h,
                "SELECT COUNT(*) FROM tenure WHERE mail = 'eva@eschweiler.example.org' AND grain = 'month' AND from_day = '2020-03-01'"
            ),
            1
        );
        // The same list again: everybody is there.
        let again = pasted(&h, "regionale-ag", "stellen", list);
        h.get(Some(h.w.kora), &again).says(&["schon da 2", "weicht ab 1"]).hides(&["neu 1", "übernehmen</span>"]);
        h.post(h.w.kora, &again, &[("z3", "1"), ("z3-wahl", "change"), ("schritt", "uebernehmen")]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM tenure WHERE mail = 'dora@dueren.example.org'"), 1);
        // Somebody else in a post that is held is a question, not a change.
        let other = pasted(&h, "regionale-ag", "stellen", "Name;Kommune\nZoe Zander;Stadt Aachen");
        h.get(Some(h.w.kora), &other)
            .says(&["unklar 1", "Diese Stelle hat schon jemand anderes inne.", "Beide teilen sich die Stelle."])
            .hides(&["Anna Albers"]);
        h.post(h.w.kora, &other, &[("z2", "1"), ("z2-wahl", "other"), ("schritt", "speichern")]).is(303);
        let seen = h.get(Some(h.w.kora), &other);
        seen.says(&["neu 1"]).hides(&["unklar"]);
        assert!(seen.html.contains("name=\"z2-wahl\" value=\"other\""), "what was decided stays decided");
    }
}

#[test]
fn t1_an_import_is_undone_within_a_day_but_for_what_was_used() {
    for h in all() {
        let before = ["person", "organisation", "post", "seat", "occupancy", "tenure"].map(|_| 0).len();
        assert_eq!(before, 6);
        let all_of = |h: &house::House| {
            [
                "SELECT COUNT(*) FROM person",
                "SELECT COUNT(*) FROM organisation",
                "SELECT COUNT(*) FROM post",
                "SELECT COUNT(*) FROM seat",
                "SELECT COUNT(*) FROM occupancy",
                "SELECT COUNT(*) FROM tenure",
            ]
            .map(|sql| count(h, sql))
        };
        let empty_then = all_of(&h);
        let list = "Name;E-Mail;Kommune;Funktion\nIda Imhof;ida@a.example.org;Gemeinde Auen;Sprecherin\nJana Jung;jana@a.example.org;Gemeinde Auen;Stellvertretung\nLea Lang;lea@b.example.org;Gemeinde Born;\n";
        let check = pasted(&h, "regionale-ag", "stellen", list);
        take(&h, &check).is(200).says(&[
            "3 Personen",
            "2 Organisationen",
            "2 Stellen",
            "3 Sitze",
            "können Sie alles zurücknehmen",
        ]);
        let base = check.trim_end_matches("/pruefen").to_owned();
        h.get(Some(h.w.kora), &format!("{base}/rueckgaengig")).is(200).says(&["wird wieder gelöscht"]);
        let undone = h.post(h.w.kora, &format!("{base}/rueckgaengig"), &[]);
        assert_eq!(undone.is(303).location(), check);
        assert_eq!(all_of(&h), empty_then, "nothing is left of it");
        h.get(Some(h.w.kora), &check).says(&["neu 3", "3 übernehmen"]);

        // Taken again; Lea is invited and so stays with all that is hers.
        take(&h, &check).is(200);
        let letters = format!("{base}/einladung");
        h.get(Some(h.w.kora), &letters).says(&["Jetzt 3 Einladungen senden"]);
        let lea = count(&h, "SELECT id FROM person WHERE given = 'Lea'");
        let (kora, rag) = (h.w.kora, h.w.rag);
        common::act(&h.fresh, kora, move |tx, by| {
            let body = networks::find_body(tx, by, rag)?;
            let right = accounts::Right { kind: rights::Kind::Body, scope: body.scope() };
            let invite = accounts::Invite {
                person: kernel::Id::new(lea),
                mail: "lea@b.example.org".into(),
                about: None,
                about_words: None,
            };
            accounts::invite(tx, by, &right, "http://localhost", &invite).map(drop)
        })
        .unwrap();
        h.get(Some(h.w.kora), &letters)
            .says(&["Jetzt 2 Einladungen senden", "Eine Person ist schon eingeladen"])
            .hides(&["lea@b"]);
        let partly = h.post(h.w.kora, &format!("{base}/rueckgaengig"), &[]);
        partly
            .is(200)
            .says(&["Zum Teil rückgängig gemacht", "Lea Lang", "inzwischen geändert oder eingeladen"])
            .hides(&["Ida Imhof"]);
        let left = all_of(&h);
        assert_eq!([left[0] - empty_then[0], left[1] - empty_then[1], left[5] - empty_then[5]], [1, 1, 1]);
        h.get(Some(h.w.kora), &check).says(&["neu 2", "schon da 1"]);

        // After a day it is over.
        take(&h, &check).is(200);
        h.fresh.clock.set(support::today().plus_days(1).at(12, 1));
        h.get(Some(h.w.kora), &format!("{base}/fertig")).is(200).hides(&["zurücknehmen"]);
        h.post(h.w.kora, &format!("{base}/rueckgaengig"), &[]).is(422).says(&["Die 24 Stunden sind vorbei."]);
    }
}

#[test]
fn t1_whom_a_task_waits_for_stays_with_her_whole_row() {
    for h in all() {
        let list = "Name;E-Mail;Kommune;Funktion\nIda Imhof;ida@a.example.org;Gemeinde Auen;\nJana Jung;jana@b.example.org;Gemeinde Born;\n";
        let check = pasted(&h, "regionale-ag", "stellen", list);
        take(&h, &check).is(200);
        let standing = || {
            [
                "SELECT COUNT(*) FROM tenure t JOIN person p ON p.id = t.person_id WHERE p.given = 'Jana'",
                "SELECT COUNT(*) FROM occupancy o JOIN tenure t ON t.post_id = o.post_id JOIN person p ON p.id = t.person_id WHERE p.given = 'Jana'",
            ]
            .map(|sql| count(&h, sql))
        };
        assert_eq!(standing(), [1, 1]);
        // Of another slice, and by a row no event of hers tells of.
        let (jana, rag) = (count(&h, "SELECT id FROM person WHERE given = 'Jana'"), h.w.rag);
        h.fresh
            .db
            .write_now(move |tx| {
                tx.silent("a test writes a row of another slice");
                tx.exec_one(
                    "INSERT INTO task (id, network_id, body_id, level, title, person_id, given_at, state) VALUES (:id, :body, :body, 3, 'Saal buchen', :person, :now, 'open')",
                    db::args! { id: tx.id::<()>(), body: rag, person: jana, now: tx.now() },
                )
            })
            .unwrap();
        let base = check.trim_end_matches("/pruefen");
        let partly = h.post(h.w.kora, &format!("{base}/rueckgaengig"), &[]);
        partly.is(200).says(&["Zum Teil rückgängig gemacht", "Jana Jung", "wird noch gebraucht"]).hides(&["Ida Imhof"]);
        assert_eq!(standing(), [1, 1], "she keeps post and seat");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM person WHERE given = 'Ida' AND family = 'Imhof'"), 0);
        let told = "SELECT COUNT(*) FROM event WHERE verb = 'person.removed'";
        assert_eq!(count(&h, told), 1, "what was taken back leaves no event");
    }
}
