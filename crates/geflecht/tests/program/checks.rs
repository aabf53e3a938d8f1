//! `geflecht check` finds what is planted and leaves what is sound alone.

use serde_json::Value;

use super::house::{House, both};

/// A small sound network: a body with two seats, one of them filled through a post.
pub const SOUND: &[&str] = &[
    "INSERT INTO organisation (id, kind, name, sort_name, from_day) VALUES (10, 'municipality', 'Stadt', 'stadt', '2000-01-01')",
    "INSERT INTO person (id, given, family, sort_name) VALUES (20, 'Mira', 'Kowalski', 'kowalski mira')",
    "INSERT INTO post (id, organisation_id, title, engagement, from_day) VALUES (30, 10, 'Gleichstellungsstelle', 'full_time', '2000-01-01')",
    "INSERT INTO tenure (id, post_id, person_id, mode, from_day, until_day) VALUES (40, 30, 20, 'holder', '2020-01-01', '9999-12-31')",
    "INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (50, 50, 'network', 'netz', 'Netz', 'netz', '2000-01-01')",
    "INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (51, 50, 'committee', 'a', 'A', 'a', '2000-01-01')",
    "INSERT INTO edge (id, from_body_id, to_body_id, kind, from_day) VALUES (55, 51, 50, 'organ_of', '2000-01-01')",
    "INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES (60, 50, 1, 'post', 'voting', '2000-01-01')",
    "INSERT INTO seat (id, body_id, number, kind, voice, eligibility, from_day) VALUES (61, 51, 1, 'elected', 'voting', 'post', '2000-01-01')",
    "INSERT INTO occupancy (id, seat_id, post_id, basis, status, from_day) VALUES (70, 60, 30, 'statute', 'confirmed', '2000-01-01')",
    "INSERT INTO occupancy (id, seat_id, person_id, eligible_post_id, basis, status, from_day) VALUES (71, 61, 20, 30, 'election', 'confirmed', '2024-01-01')",
];

fn plant(house: &House, statements: &'static [&'static str]) {
    let event = || kernel::Event::new("test.planted", kernel::Subject::new("body", 50));
    let db = house.open();
    db.write_now(move |tx| {
        tx.emit(event());
        tx.emit(event());
        tx.emit(event());
        statements.iter().try_for_each(|sql| tx.exec(sql, db::args! {}).map(drop))
    })
    .unwrap();
    house.close(db);
}

fn found(house: &House) -> (Value, Option<i32>, Vec<String>) {
    let said = house.run(&["check", "--json"]);
    let answer: Value = serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{e}: {said:?}"));
    let names =
        answer["problems"].as_array().unwrap().iter().map(|p| p["check"].as_str().unwrap().to_owned()).collect();
    (answer, said.code, names)
}

#[test]
fn a_sound_database_is_counted_and_found_sound_even_beside_a_server() {
    both(|house| {
        plant(house, SOUND);
        let before = house.dump();
        let (answer, code, names) = found(house);
        assert_eq!((code, names), (Some(0), vec![]), "{answer:#}");
        for (name, count) in [("networks", 1), ("bodies", 2), ("seats", 2), ("persons", 1)] {
            assert_eq!(answer[name], count, "{name}");
        }
        let words = house.run(&["check"]).well();
        assert!(
            words.contains("1 networks, 2 bodies, 2 seats, 1 persons") && words.ends_with("Everything is in order.\n"),
            "{words}"
        );
        assert_eq!(house.dump(), before, "looking changes nothing");
        let server = house.serve();
        assert_eq!(found(house).1, Some(0));
        server.stop();
    });
}

#[test]
fn every_planted_fault_is_found_by_its_name() {
    let faults: &[(&str, &'static [&'static str])] = &[
        ("event-gap", &["DELETE FROM event WHERE seq = 2"]),
        ("event-counter", &["UPDATE counter SET value = 9 WHERE name = 'event'"]),
        ("occupancy-seat", &["UPDATE seat SET from_day = '2010-01-01' WHERE id = 60"]),
        (
            "occupancy-twice",
            &[
                "INSERT INTO occupancy (id, seat_id, organisation_id, basis, status, from_day) VALUES (72, 60, 10, 'statute', 'confirmed', '2025-01-01')",
            ],
        ),
        (
            "seat-body",
            &[
                "UPDATE seat SET until_day = '2024-01-01' WHERE id = 60",
                "UPDATE occupancy SET until_day = '2024-01-01' WHERE id = 70",
                "UPDATE body SET until_day = '2023-01-01' WHERE id = 50",
            ],
        ),
        ("body-network", &["UPDATE body SET sensitive = TRUE WHERE id = 50"]),
        (
            "organ-cycle",
            &[
                "INSERT INTO edge (id, from_body_id, to_body_id, kind, from_day) VALUES (56, 50, 51, 'organ_of', '2000-01-01')",
            ],
        ),
        (
            "representative",
            &["INSERT INTO representative (id, occupancy_id, person_id, from_day) VALUES (80, 70, 20, '2024-01-01')"],
        ),
        ("handover", &["UPDATE tenure SET until_day = '2025-07-01' WHERE id = 40"]),
        ("search", &["INSERT INTO search_doc (id, kind, subject_id) VALUES (90, 'ghost', 4711)"]),
    ];
    both(|house| {
        plant(house, SOUND);
        let sound = house.file("sound");
        house.run(&["backup", sound.to_str().unwrap()]).well();
        for (name, statements) in faults {
            let db = house.open();
            let statements: &'static [&'static str] = statements;
            db.write_now(move |tx| {
                tx.silent("a test");
                statements.iter().try_for_each(|sql| tx.exec(sql, db::args! {}).map(drop))
            })
            .unwrap();
            house.close(db);
            let (answer, code, names) = found(house);
            assert_eq!(code, Some(1), "{name}");
            assert!(names.iter().any(|n| n == name), "{name} was not found: {answer:#}");
            let words = house.run(&["check"]);
            assert!(
                words.code == Some(1) && words.out.ends_with("Something is wrong; nothing was changed.\n"),
                "{words:?}"
            );
            house.run(&["restore", sound.to_str().unwrap(), "--replace"]).well();
            assert_eq!(found(house).1, Some(0), "after {name}");
        }
    });
}

#[test]
fn a_file_that_hangs_on_nothing_is_found() {
    both(|house| {
        plant(house, SOUND);
        let db = house.open();
        db.write_now(|tx| {
            tx.silent("a test");
            let upload = files::Upload::of("a.txt", b"a").unwrap();
            files::attach(tx, files::On::new("agenda_item", 4711), &[upload], None).map(drop)
        })
        .unwrap();
        house.close(db);
        let (answer, code, names) = found(house);
        assert_eq!((code, names), (Some(1), vec!["attachment".to_owned()]), "{answer:#}");
    });
}

#[test]
fn what_the_schema_itself_forbids_is_found_when_a_file_was_tampered_with() {
    let house = House::new();
    plant(&house, SOUND);
    let path = house.data().join("geflecht.db");
    let tampered = rusqlite::Connection::open(&path).unwrap();
    tampered
        .execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; DELETE FROM person WHERE id = 20; \
             UPDATE occupancy SET organisation_id = 10 WHERE id = 70; UPDATE body SET roster_level = 0 WHERE id = 51; UPDATE occupancy SET until_day = '2020-01-01' WHERE id = 71;",
        )
        .unwrap();
    drop(tampered);
    let (answer, code, names) = found(&house);
    assert_eq!(code, Some(1));
    for name in ["reference", "occupancy-holder", "body-level", "period"] {
        assert!(names.iter().any(|n| n == name), "{name} was not found: {answer:#}");
    }
    let broken = answer["problems"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["text"] == "tenure.person_id points at what is not in person")
        .unwrap();
    assert_eq!(broken["ids"], serde_json::json!(["20"]));
    // A page of the file, overwritten as a failing disk does it.
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    std::fs::write(&path, bytes).unwrap();
    let said = house.run(&["check"]);
    assert_eq!(said.code, Some(1), "{said:?}");
}
