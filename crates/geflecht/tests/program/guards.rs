//! What keeps two processes, two versions and the demo apart.

use std::time::{Duration, Instant};

use super::house::{House, both, mode};

#[test]
fn a_second_process_on_the_same_data_is_refused_within_a_second() {
    both(|house| {
        let first = house.serve();
        let begun = Instant::now();
        house.run(&["serve", "--listen", "127.0.0.1:0"]).refused("in use by another process");
        assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
        first.stop();
        house.serve().stop();
    });
}

#[test]
fn one_database_from_two_directories_is_refused_too() {
    both(|house| {
        let first = house.serve();
        let other = house.file("elsewhere");
        let url =
            house.database.clone().unwrap_or_else(|| format!("sqlite:{}", house.data().join("geflecht.db").display()));
        let mut command = super::house::program();
        command.args(["serve", "--listen", "127.0.0.1:0", "--database", &url, "--data"]).arg(&other);
        let begun = Instant::now();
        let said = super::house::Said::of(command.output().unwrap());
        // Several nodes may share a PostgreSQL, but not a number.
        said.refused(if house.database.is_some() {
            "Another process is node 0 of this database already"
        } else {
            "in use by another process"
        });
        assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
        first.stop();
    });
}

/// The database once the new server's first jobs are done.
fn at_rest(house: &House) -> String {
    let until = Instant::now() + Duration::from_secs(10);
    loop {
        let dump = house.dump();
        if !dump.contains("\"table\":\"job\"}\n[") {
            return dump;
        }
        assert!(Instant::now() < until, "the jobs of the first minute do not end: {dump}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn restore_and_migrate_refuse_while_a_server_runs_wherever_it_runs() {
    both(|house| {
        let server = house.serve();
        let file = house.file("b");
        house.run(&["backup", file.to_str().unwrap()]).well();
        let before = at_rest(house);
        house.run(&["restore", file.to_str().unwrap(), "--replace"]).refused("A server runs on");
        house.run(&["migrate"]).refused("A server runs on");
        // From another directory, as from another machine: only the database knows.
        let url =
            house.database.clone().unwrap_or_else(|| format!("sqlite:{}", house.data().join("geflecht.db").display()));
        for words in [vec!["restore", file.to_str().unwrap(), "--replace"], vec!["migrate"]] {
            let mut command = super::house::program();
            command.args(words).args(["--database", &url, "--data"]).arg(house.file("elsewhere"));
            super::house::Said::of(command.output().unwrap()).refused("in use by another process");
        }
        assert!(house.dump() == before, "a refused command changed something");
        server.stop();
        house.run(&["migrate"]).well();
        house.run(&["restore", file.to_str().unwrap(), "--replace"]).well();
    });
}

#[test]
fn a_newer_schema_is_refused_by_every_command_that_would_touch_it() {
    both(|house| {
        let db = house.open();
        db.write_now(|tx| {
            tx.silent("a test");
            tx.exec("INSERT INTO migration (number, name, checksum, at) VALUES (9999, 'later', 'x', 1)", db::args! {})
        })
        .unwrap();
        house.close(db);
        for words in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["migrate"], vec!["check"]] {
            house.run(&words).refused("newer version of Geflecht");
        }
    });
}

#[test]
fn the_demo_stays_on_this_machine_and_away_from_installations() {
    let house = House::new();
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.7:80"] {
        house.run(&["demo", "--listen", listen]).refused("listens on this machine only");
    }
    house.run(&["demo", "--listen", "127.0.0.1:0", "--today", "2026-02-30"]).refused("--today: 2026-02-30 is no day");
    assert!(!house.data().exists());
    house.serve().stop();
    house.run(&["demo", "--listen", "127.0.0.1:0"]).refused("holds an installation that is not the demo");
    let Some(used) = House::on_postgres() else { return };
    used.open()
        .write_now(|tx| {
            tx.silent("a test");
            tx.exec("INSERT INTO person (id, given, family, sort_name) VALUES (1, 'A', 'B', 'b a')", db::args! {})
        })
        .unwrap();
    used.run(&["demo", "--listen", "127.0.0.1:0"]).refused("holds an installation that is not the demo");
    assert!(!used.data().join("demo").exists());
}

#[test]
fn serve_refuses_the_demos_directory_and_the_demos_database() {
    let house = House::new();
    house.start(&["demo"]).unwrap().stop();
    assert!(house.data().join("demo").is_file());
    house.run(&["serve", "--listen", "127.0.0.1:0"]).refused("holds the demo");
    // The mark in the database is enough when the directory lost its own.
    std::fs::remove_file(house.data().join("demo")).unwrap();
    house.run(&["serve", "--listen", "127.0.0.1:0"]).refused("holds the demo");
}

#[test]
fn the_demos_world_is_sound_and_answers_only_as_this_machine() {
    let house = House::new();
    let demo = house.start(&["demo"]).unwrap();
    for (host, good) in [
        ("localhost", true),
        ("127.0.0.1", true),
        ("evil.example.org", false),
        ("localhost.example.org", false),
        ("192.0.2.1", false),
        ("127.0.0.1.example.org:80", false),
    ] {
        let answer = demo.get("/", host);
        assert_eq!(!answer.starts_with("HTTP/1.1 421"), good, "{host}: {answer}");
    }
    let counts: serde_json::Value = serde_json::from_str(&house.run(&["check", "--json"]).well()).unwrap();
    assert_eq!(counts["problems"], serde_json::json!([]));
    assert!(counts["networks"].as_i64() >= Some(10) && counts["seats"].as_i64() > Some(400), "{counts}");
    demo.stop();
    let begun = Instant::now();
    let again = house.start(&["demo"]).unwrap();
    println!("the demo was ready again after {:?}", begun.elapsed());
    again.stop();
}

#[test]
fn a_demo_whose_world_was_never_finished_is_written_anew() {
    let house = House::new();
    house.start(&["demo"]).unwrap().stop();
    let db = house.open();
    db.write_now(|tx| {
        tx.silent("a test");
        tx.set("half", "written")
    })
    .unwrap();
    house.close(db);
    house.start(&["demo"]).unwrap().stop();
    assert!(house.dump().contains("[\"half\",\"written\"]"), "a world that stands is left alone");
    // As a killed first start leaves the mark.
    std::fs::write(house.data().join("demo"), "This directory holds the demo.\n").unwrap();
    house.start(&["demo"]).unwrap().stop();
    let dump = house.dump();
    assert!(
        !dump.contains("[\"half\",\"written\"]") && dump.contains("[\"demo\",\"yes\"]"),
        "the half-written world must be gone"
    );
}

#[test]
fn the_data_directory_is_its_owners_alone() {
    let house = House::new();
    let server = house.serve();
    assert_eq!(mode(&house.data()), 0o700);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(house.data()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(mode(&entry.path()), 0o600, "{:?}", entry.file_name());
        names.push(entry.file_name().into_string().unwrap());
    }
    names.sort();
    assert_eq!(
        names,
        ["control.sock", "geflecht.db", "geflecht.db-shm", "geflecht.db-wal", "geflecht.db.lock", "lock"]
    );
    server.stop();
    assert!(!house.data().join("control.sock").exists());
    assert_eq!(
        std::fs::metadata(house.data().join("geflecht.db-wal")).map_or(0, |it| it.len()),
        0,
        "a stopped installation lies in one file"
    );
}
