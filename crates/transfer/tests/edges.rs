//! What lists are like: same names, shared addresses, odd days and files; each row says what would become of it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use rust_xlsxwriter::{Formula, Workbook};
use std::fmt::Write as _;
use support::{all, count, empty, pasted, sent, take, upload};

fn h() -> House {
    let h = all().remove(0);
    empty(&h, "Kreis");
    h
}

fn checked(h: &House, kind: &str, text: &str) -> house::Seen {
    let check = pasted(h, "kreis", kind, text);
    h.get(Some(h.w.kora), &check)
}

#[test]
fn t1_one_name_at_two_places_is_two_persons_and_at_one_place_a_question() {
    let h = h();
    let list = "Name\tE-Mail\tKommune\nEva Ernst\te1@a.example.org\tGemeinde Auen\nEva Ernst\te2@b.example.org\tGemeinde Born\nEva Ernst\te3@a.example.org\tAuen\nEva Ernst\t\tAuen";
    let seen = checked(&h, "stellen", list);
    seen.says(&["neu 2", "unklar 1", "schon da 1", "Denselben Namen hat Zeile 2. Es werden zwei Personen."]);
    seen.says(&[
        "Name und Ort sind wie in Zeile 2, die Adresse ist eine andere.",
        "Das sind zwei Personen.",
        "Das steht schon in Zeile 2.",
    ]);
    let check = pasted(&h, "kreis", "stellen", list);
    h.post(h.w.kora, &check, &[("z4", "1"), ("z4-wahl", "other"), ("schritt", "uebernehmen")]).is(303);
    assert_eq!(count(&h, "SELECT COUNT(*) FROM person WHERE family = 'Ernst'"), 3);
    assert_eq!(count(&h, "SELECT COUNT(*) FROM organisation WHERE name LIKE '%Auen'"), 1);
}

#[test]
fn t1_an_old_distribution_list_is_enough_for_a_circle_of_persons() {
    let h = h();
    let check = pasted(&h, "kreis", "personen", "Ida Imhof <ida@a.example.org>; \"Jung, Jana\" <jana@b.example.org>");
    h.get(Some(h.w.kora), &check).says(&["neu 2", "Jung, Jana", "jana@b.example.org"]);
    take(&h, &check).says(&["2 Personen", "2 Sitze"]);
    // Spelled in two ways, and the earlier day comes later.
    let list = "Name;Kommune;seit\nLea Lang;Gemeinde Born;2020\nMia Moos;Born;1999";
    empty(&h, "Runde");
    let check = pasted(&h, "runde", "stellen", list);
    take(&h, &check).says(&["2 Personen", "eine Organisation", "eine Stelle"]);
    assert_eq!(
        count(
            &h,
            "SELECT COUNT(*) FROM post p JOIN organisation o ON o.id = p.organisation_id WHERE o.name = 'Gemeinde Born' AND p.from_day = '1999-01-01' AND o.from_day = '1999-01-01'"
        ),
        1
    );
}

#[test]
fn t1_two_persons_behind_one_address_are_two_persons() {
    let h = h();
    let list =
        "Name\tE-Mail\tKommune\nIda Imhof\tgb@a.example.org\tGemeinde Auen\nJana Jung\tGB@a.example.org\tGemeinde Auen";
    checked(&h, "stellen", list).says(&[
        "neu 2",
        "Dieselbe Adresse steht in Zeile 2.",
        "Mit Zeile 2 teilen sich dann mehrere die Stelle.",
    ]);
    let check = pasted(&h, "kreis", "stellen", list);
    take(&h, &check).says(&["2 Personen", "eine Stelle", "ein Sitz"]);
    h.get(Some(h.w.kora), &check.replace("pruefen", "einladung")).says(&["Jetzt 2 Einladungen senden"]);
}

#[test]
fn t1_days_that_do_not_exist_and_towns_nobody_knows_are_said_at_their_cell() {
    let h = h();
    let list = "Name;Kommune;AGS;seit;bis\nA Eins;Auen;;31.02.2021;\nB Zwei;Born;12345678;;\nC Drei;;;;\nD Vier;Auen;;2022;2020\nE Fünf;;5334012;;\nF Sechs;Auen;;;1999\n;Auen;;;\nN.N.;Gemeinde Leer;;;";
    let seen = checked(&h, "stellen", list);
    seen.says(&[
        "unklar 6",
        "neu 2",
        "Diesen Tag gibt es im Kalender nicht.",
        "Diesen Gemeindeschlüssel kennen wir nicht.",
        "Es fehlt die Kommune oder Organisation.",
    ]);
    seen.says(&[
        "Das Ende liegt vor dem Anfang.",
        "Für diese Zeit fehlt der Anfang.",
        "Es fehlt der Name.",
        "Die Stelle wird unbesetzt eingetragen.",
    ]);
    let check = pasted(&h, "kreis", "stellen", list);
    take(&h, &check).says(&["eine Person", "eine Organisation", "eine Stelle", "2 Sitze", "6 Zeilen warten noch."]);
    let held = "SELECT COUNT(*) FROM tenure t JOIN post p ON p.id = t.post_id JOIN organisation o ON o.id = p.organisation_id JOIN person x ON x.id = t.person_id WHERE o.name = 'Stadt Eschweiler' AND x.family = 'Fünf'";
    assert_eq!(count(&h, held), 1, "the post of the town with that key");
}

#[test]
fn t1_windows_1252_is_read_and_formulas_give_what_they_showed() {
    let h = h();
    let latin: Vec<u8> = "Name;Kommune;E-Mail\r\nÖzlem Özdemir;Gemeinde Jülich;oe@j.example.org\r\n"
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let check = sent(&h, "kreis", "stellen", "liste.csv", &latin);
    h.get(Some(h.w.kora), &check).says(&["Özlem Özdemir", "Gemeinde Jülich", "neu 1"]);
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (column, word) in (0..).zip(["Name", "Kommune", "E-Mail"]) {
        page.write_string(0, column, word).unwrap();
    }
    page.write_formula(1, 0, Formula::new("=A9&\" \"&B9").set_result("Fatma Formel")).unwrap();
    page.write_string(1, 1, "Gemeinde Auen").unwrap();
    page.write_formula(1, 2, Formula::new("=HYPERLINK(\"mailto:x\",\"x\")").set_result("f@a.example.org")).unwrap();
    let check = sent(&h, "kreis", "stellen", "formeln.xlsx", &book.save_to_buffer().unwrap());
    h.get(Some(h.w.kora), &check).says(&["Fatma Formel", "f@a.example.org", "neu 1"]).hides(&["HYPERLINK"]);
}

#[test]
fn t1_what_is_too_much_or_no_table_is_refused_with_a_sentence_at_the_field() {
    let h = h();
    let path = "/netzwerke/kreis/einlesen";
    let many = "Anna Albers\ta@a.example.org\n".repeat(100_000);
    let refused = |parts: &[(&str, Option<&str>, &[u8])], words: &str| {
        upload(&h, Some(h.w.kora), path, parts).is(422).says(&["Fehler:", words]);
    };
    refused(&[("text", None, &many.as_bytes()[..2_000_000])], "Auf einmal gehen 5.000. Bitte teilen Sie die Tabelle.");
    refused(
        &[("text", None, b""), ("datei", Some("leer.csv"), b"")],
        "Bitte fügen Sie eine Liste ein oder wählen Sie eine Datei.",
    );
    refused(&[("datei", Some("a.pdf"), b"%PDF-1.7")], "In dieser Datei ist keine Tabelle.");
    refused(&[("datei", Some("alt.xls"), b"\xd0\xcf\x11\xe0")], "geschützt oder sehr alt");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, &vec![b' '; 80 << 20]).unwrap();
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 200_000);
    refused(&[("datei", Some("bombe.xlsx"), &bomb)], "entpackt aber viel zu groß");
    upload(&h, Some(h.w.kora), path, &[("datei", Some("zuviel.csv"), &vec![b'a'; 3 << 20])]).is(413);
    // What was pasted is still there when something is wrong with it.
    upload(&h, Some(h.w.kora), path, &[("text", None, ";;;".as_bytes())]).is(422).says(&[">;;;</textarea>"]);
    assert_eq!(count(&h, "SELECT COUNT(*) FROM import"), 0);
}

#[test]
fn t1_holders_of_former_days_come_with_their_days() {
    let h = h();
    let list = "Name;Kommune;Funktion;von;bis\nAlma Alt;Gemeinde Auen;;1998;2009\nBerta Beck;Gemeinde Auen;;1.10.2009;31.3.2021\nCora Clas;Gemeinde Auen;;04/2021;\nDana Dorn;Gemeinde Auen;Stellvertretung;2022;\n";
    let check = pasted(&h, "kreis", "stellen", list);
    h.get(Some(h.w.kora), &check).says(&["neu 4"]).hides(&["teilen sich"]);
    take(&h, &check).says(&["4 Personen", "eine Stelle", "ein Sitz"]);
    for (sql, expected) in [
        (
            "SELECT COUNT(*) FROM tenure WHERE from_day = '1998-01-01' AND until_day = '2010-01-01' AND grain = 'year'",
            1,
        ),
        ("SELECT COUNT(*) FROM tenure WHERE from_day = '2009-10-01' AND until_day = '2021-04-01' AND grain = 'day'", 1),
        (
            "SELECT COUNT(*) FROM tenure WHERE from_day = '2021-04-01' AND until_day = '9999-12-31' AND grain = 'month'",
            1,
        ),
        ("SELECT COUNT(*) FROM tenure WHERE mode = 'deputy' AND from_day = '2022-01-01'", 1),
        (
            "SELECT COUNT(*) FROM occupancy o JOIN post p ON p.id = o.post_id JOIN organisation g ON g.id = p.organisation_id WHERE g.name = 'Gemeinde Auen' AND o.from_day = '1998-01-01'",
            1,
        ),
    ] {
        assert_eq!(count(&h, sql), expected, "{sql}");
    }
    // The same minutes again: all of them are known.
    checked(&h, "stellen", list).says(&["schon da 4"]).hides(&["neu 1", "unklar"]);
}

#[test]
fn t1_organisations_come_with_two_contacts_and_persons_with_nothing_else() {
    let h = h();
    let list = "Organisation;Ansprechperson;E-Mail\nFrauen helfen;Rosa Roth;rosa@f.example.org\nMädchenhaus e.V.;Mia Moos;mia@m.example.org\nMädchenhaus;Nele Nord;nele@m.example.org\nStadtbücherei;;info@s.example.org\n";
    let check = pasted(&h, "kreis", "organisationen", list);
    h.get(Some(h.w.kora), &check).says(&[
        "neu 3",
        "unklar 1",
        "Eine Person dieses Namens gibt es in Ihren Netzwerken schon.",
    ]);
    h.post(h.w.kora, &check, &[("z2", "1"), ("z2-wahl", "change"), ("schritt", "uebernehmen")]).is(303);
    assert_eq!(
        count(&h, "SELECT COUNT(*) FROM organisation WHERE name LIKE 'Frauen helfen%'"),
        1,
        "known by its name without e.V."
    );
    assert_eq!(count(&h, "SELECT COUNT(*) FROM person WHERE family = 'Roth'"), 1);
    assert_eq!(
        count(
            &h,
            "SELECT COUNT(*) FROM representative r JOIN occupancy o ON o.id = r.occupancy_id JOIN organisation g ON g.id = o.organisation_id WHERE g.name = 'Mädchenhaus e.V.' AND r.rank IN (1, 2)"
        ),
        2
    );
    assert_eq!(
        count(&h, "SELECT COUNT(*) FROM organisation WHERE name = 'Stadtbücherei' AND mail = 'info@s.example.org'"),
        1
    );
    checked(&h, "organisationen", list).says(&["schon da 4"]).hides(&["neu 1"]);

    empty(&h, "Runde");
    let persons = "Vorname;Nachname;E-Mail;Organisation;Funktion\nPia;Pohl;pia@p.example.org;Stadtbücherei;Kassenführung\nQuirin;Quell;;;\n";
    let check = pasted(&h, "runde", "personen", persons);
    h.get(Some(h.w.kora), &check).says(&["neu 2", "fehlt die E-Mail"]);
    take(&h, &check).says(&["2 Personen", "3 Sitze"]).hides(&["Organisation"]);
    assert_eq!(count(&h, "SELECT COUNT(*) FROM seat WHERE office = 'treasurer'"), 1);
    let again = pasted(&h, "runde", "personen", persons);
    h.get(Some(h.w.kora), &again).says(&["schon da 2"]);
    // No list gives anybody the coordination.
    let check = pasted(&h, "runde", "personen", "Name;Funktion\nRia Rau;Koordination\nKora Krings;Koordination\n");
    h.get(Some(h.w.kora), &check).says(&["neu 2", "Die Koordination vergeben Sie später beim Sitz."]);
}

#[test]
fn t1_a_sensitive_network_names_itself_in_no_mail_and_its_organisations_nowhere() {
    let h = h();
    let slug = "kommunales-lsbtiq-netzwerk";
    let check =
        pasted(&h, slug, "personen", "Name;E-Mail;Organisation\nSam Sander;sam@s.example.org;Regenbogenhaus e.V.\n");
    h.get(Some(h.w.kora), &check)
        .says(&["neu 1", "Die Organisation wird nicht eingetragen: Das Netzwerk ist sensibel."]);
    take(&h, &check).is(200);
    assert_eq!(count(&h, "SELECT COUNT(*) FROM organisation WHERE name LIKE 'Regenbogenhaus%'"), 0);
    let letters = check.replace("pruefen", "einladung");
    let seen = h.get(Some(h.w.kora), &letters);
    let letter = seen.html.split("class=\"letter").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(!letter.contains("LSBTIQ"), "{letter}");
    h.post(h.w.kora, &letters, &[("anzahl", "1")]).is(303);
    assert_eq!(
        count(&h, "SELECT COUNT(*) FROM mail_out WHERE body_text LIKE '%LSBTIQ%' OR subject LIKE '%LSBTIQ%'"),
        0
    );
    assert_eq!(count(&h, "SELECT COUNT(*) FROM mail_out WHERE address = 'sam@s.example.org'"), 1);
}

#[test]
fn t1_two_thousand_rows_are_checked_within_a_second_by_as_many_statements_as_two() {
    let h = h();
    let list = |n: usize| {
        let mut text = String::from("Name\tE-Mail\tKommune\tFunktion\tseit\n");
        for k in 0..n {
            writeln!(
                text,
                "Vorname{k} Nachname{}\tp{k}@ort.example.org\tGemeinde Ort{}\t{}\t{}",
                k % 700,
                k % 400,
                if k % 7 == 0 { "Stellvertretung" } else { "" },
                1990 + k % 30
            )
            .unwrap();
        }
        text
    };
    let few = pasted(&h, "kreis", "stellen", &list(2));
    let many = pasted(&h, "kreis", "stellen", &list(2_000));
    let (two, begun) = (h.get(Some(h.w.kora), &few), std::time::Instant::now());
    let thousands = h.get(Some(h.w.kora), &many);
    let took = begun.elapsed();
    thousands.is(200).says(&["neu 2000"]);
    assert_eq!(two.statements(), thousands.statements(), "no statement for each row");
    assert!(thousands.statements() <= 30, "{}", thousands.statements());
    // Unoptimised and beside other tests; the bar of one second is for the program as it is run.
    assert!(took.as_secs_f32() < 4.0, "{took:?}");
    println!("2,000 rows checked in {took:?} by {} statements", thousands.statements());
}
