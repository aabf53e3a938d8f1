//! From an older database to today's schema, with everything that was in it.

use std::collections::BTreeMap;

use db::{Db, Open, Schema, args};
use serde_json::Value;

use super::{
    checks::SOUND,
    house::{House, both},
};

/// Rows of the ground and of accounts, as the steps up to the fourth know them.
const OLD: &[&str] = &[
    "INSERT INTO account (person_id, mail, lang, created_at) VALUES (20, 'mira@example.org', 'en', 1)",
    "INSERT INTO mail_out (id, address, subject, body_text, purpose, person_id, state, tries, next_at, created_at, sent_at) \
     VALUES (90, 'mira@example.org', '', '', 'invitation', 20, 'sent', 0, 1, 1, 2)",
    "INSERT INTO setting (name, value) VALUES ('site.name', 'Netz Aachen')",
];

/// A database that has run the first steps only, with a network in it.
fn at_step(house: &House, step: usize) {
    let old = Schema { migrations: &migrations::MIGRATIONS[..step], columns: &[], apart: &[] };
    let path = house.data();
    std::os::unix::fs::DirBuilderExt::mode(std::fs::DirBuilder::new().recursive(true), 0o700).create(path).unwrap();
    let db = Db::open(&Open::new(house.url(), testkit::clock()), &old).unwrap();
    db.write_now(|tx| {
        tx.emit(kernel::Event::new("test.planted", kernel::Subject::new("body", 50)));
        SOUND.iter().chain(OLD).try_for_each(|sql| tx.exec(sql, args! {}).map(drop))
    })
    .unwrap();
    assert_eq!(db.read_now(db::version).unwrap(), i64::try_from(step).unwrap());
    house.close(db);
}

/// Every row of a backup by table, each as its columns with their values.
fn rows(dump: &str) -> BTreeMap<String, Vec<BTreeMap<String, Value>>> {
    let (mut found, mut table, mut columns) = (BTreeMap::new(), String::new(), Vec::new());
    for line in dump.lines().skip(1) {
        match serde_json::from_str(line).unwrap() {
            Value::Object(head) if head.contains_key("table") => {
                table = head["table"].as_str().unwrap().to_owned();
                columns = head["columns"].as_array().unwrap().iter().map(|c| c.as_str().unwrap().to_owned()).collect();
                found.insert(table.clone(), Vec::new());
            }
            Value::Array(row) => found.get_mut(&table).unwrap().push(columns.iter().cloned().zip(row).collect()),
            _ => {}
        }
    }
    found
}

/// Where databases begin: with the first step that knows all of [`OLD`], up to the last but one.
fn beginnings() -> std::ops::Range<usize> {
    4..migrations::MIGRATIONS.len()
}

// One test for each database, because they take longest of all.
#[test]
fn an_older_database_reaches_the_newest_schema_and_keeps_every_row() {
    for step in beginnings() {
        reaches_the_newest(&House::new(), step);
    }
}

#[test]
fn an_older_database_on_postgresql_reaches_the_newest_schema_and_keeps_every_row() {
    for step in beginnings() {
        let Some(house) = House::on_postgres() else { return };
        reaches_the_newest(&house, step);
    }
}

fn reaches_the_newest(house: &House, step: usize) {
    let newest = migrations::MIGRATIONS.len();
    at_step(house, step);
    let before = rows(&house.dump());
    assert!(before["occupancy"].len() == 2 && before["mail_out"].len() == 1, "{before:?}");
    for words in [vec!["check"], vec!["check", "--json"]] {
        house.run(&words).refused("bring it up to date with geflecht migrate first");
    }
    let said = house.run(&["migrate"]).well();
    assert!(said.ends_with(&format!("was brought from schema {step} to {newest}.\n")), "{said}");
    let after = rows(&house.dump());
    for (table, old) in &before {
        let new = &after[table];
        assert_eq!(old.len(), new.len(), "{table}");
        for (old, new) in old.iter().zip(new) {
            assert!(old.iter().all(|(column, value)| new[column] == *value), "{table}: {old:?} became {new:?}");
        }
    }
    assert_eq!(after["mail_out"][0]["lang"], "de", "a letter of that time was German");
    // What follows sees the newest schema whatever it came from: the oldest and the youngest beginning stand for all.
    if step != beginnings().start && step + 1 != newest {
        return;
    }
    let noted = |c: &db::Conn| c.count("SELECT COUNT(*) FROM column_note", args! {});
    let db = house.open();
    assert_eq!(db.read_now(noted).unwrap(), i64::try_from(migrations::COLUMNS.len()).unwrap());
    house.close(db);
    house.run(&["check"]).well();
    assert!(house.run(&["migrate"]).well().ends_with("already.\n"));
    // And it serves, and goes into a backup and back.
    let file = house.file("b");
    house.serve().stop();
    house.run(&["backup", file.to_str().unwrap()]).well();
    house.run(&["restore", file.to_str().unwrap(), "--replace"]).well();
    assert_eq!(rows(&house.dump())["occupancy"], after["occupancy"]);
}

#[test]
fn a_backup_of_an_older_schema_is_refused_with_the_version_that_takes_it() {
    both(|house| {
        let newest = migrations::MIGRATIONS.len();
        at_step(house, newest - 1);
        let file = house.file("old");
        house.run(&["backup", file.to_str().unwrap()]).well();
        house.run(&["migrate"]).well();
        let before = house.dump();
        house.run(&["restore", file.to_str().unwrap(), "--replace"]).refused("made by an older version of Geflecht");
        assert_eq!(house.dump(), before);
    });
}

#[test]
fn notes_that_say_more_reach_a_database_without_a_step_of_its_schema() {
    both(|house| {
        let db = house.open();
        db.write_now(|tx| {
            tx.silent("a test");
            tx.exec("UPDATE column_note SET retention = 'irgendwann' WHERE table_name = 'invitation'", args! {})
        })
        .unwrap();
        house.close(db);
        house.serve().stop();
        let db = house.open();
        let stale = "SELECT COUNT(*) FROM column_note WHERE retention = 'irgendwann'";
        assert_eq!(db.read_now(move |c| c.count(stale, args! {})).unwrap(), 0);
        house.close(db);
    });
}
