//! What somebody or something is called is put right by those who keep it, and nothing of the mistake stays.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use house::{House, Seen, house};

fn version(page: &Seen) -> String {
    page.html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn count(h: &House, sql: &'static str) -> i64 {
    h.fresh.db.read_now(move |c| c.count(sql, db::args! {})).unwrap()
}

#[test]
fn a_name_is_put_right_by_whoever_keeps_a_body_she_sits_in_while_she_has_no_account() {
    let h = house();
    let path = format!("/personen/{}/name", h.w.dora);
    h.get(None, &path).is(303);
    for who in [h.w.anna, h.w.dora] {
        h.get(Some(who), &path).is(403);
        h.post(who, &path, &[("version", "1"), ("given", "X"), ("family", "Y")]).is(403);
    }
    // Whoever does not know her learns nothing.
    h.get(Some(h.w.quinn), &path).is(404);
    let there = format!("/personen/{}", h.w.dora);
    h.get(Some(h.w.kora), &there).says(&["Namen berichtigen"]);
    h.get(Some(h.w.anna), &there).hides(&["Namen berichtigen"]);
    let version = version(h.get(Some(h.w.kora), &path).is(200));
    let good = [("version", version.as_str()), ("title", "Dr."), ("given", "Dora"), ("family", "Dahlcke")];
    h.post(h.w.kora, &path, &[("version", &version), ("given", ""), ("family", "Dahlcke")])
        .is(422)
        .says(&["Bitte schreiben Sie den Vornamen.", "Dahlcke"]);
    h.post(h.w.kora, &path, &good).is(303);
    h.get(Some(h.w.kora), &there).says(&["Dr. Dora Dahlcke"]).hides(&["Dahlke"]);
    // Over a newer one: both are seen.
    let mine = [("version", version.as_str()), ("given", "Dora"), ("family", "Dahlkke")];
    h.post(h.w.kora, &path, &mine).is(409).says(&["Dahlkke", "Dahlcke", "inzwischen geändert"]);
    assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb = 'person.corrected'"), 1);
    // With an account of her own she does it herself.
    let dora = h.w.dora;
    common::operate(&h.fresh, move |tx, _| {
        tx.exec_one(
            "INSERT INTO account (person_id, mail, created_at) VALUES (:person, 'dora@example.org', :now)",
            db::args! { person: dora, now: tx.now() },
        )?;
        tx.silent("a test gives her an account");
        Ok(())
    })
    .unwrap();
    h.get(Some(h.w.kora), &path).is(403);
    h.get(Some(h.w.kora), &there).hides(&["Namen berichtigen"]);
    // Whoever runs the installation may.
    h.operates(h.w.kora);
    h.get(Some(h.w.kora), &path).is(200);
}

#[test]
fn a_misspelt_name_of_a_body_is_replaced_and_not_kept() {
    let h = house();
    let former = "SELECT COUNT(*) FROM former_name";
    let before = count(&h, former);
    let path = format!("/gremien/{}/umbenennen", h.w.rag);
    let fields = |version: &str, name: &str| {
        vec![
            ("version".to_owned(), version.to_owned()),
            ("name".to_owned(), name.to_owned()),
            ("name_en".to_owned(), String::new()),
            ("from".to_owned(), String::new()),
            ("mistake".to_owned(), "ja".to_owned()),
        ]
    };
    fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
        fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
    }
    let seen = h.get(Some(h.w.kora), &path);
    seen.is(200).says(&["Der alte Name war nie richtig"]);
    let version_of_body = version(&seen);
    h.post(h.w.anna, &path, &pairs(&fields(&version_of_body, "Regionale Arbeitsgemeinschaft"))).is(403);
    h.post(h.w.kora, &path, &pairs(&fields(&version_of_body, ""))).is(422);
    h.post(h.w.kora, &path, &pairs(&fields(&version_of_body, "Regionale Arbeitsgemeinschaft"))).is(303);
    h.get(Some(h.w.anna), &format!("/gremien/{}", h.w.rag));
    assert_eq!(count(&h, "SELECT COUNT(*) FROM body WHERE name = 'Regionale Arbeitsgemeinschaft'"), 1);
    assert_eq!(count(&h, former), before, "no former name of what was a mistake");
    assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb = 'body.corrected'"), 1);
}
