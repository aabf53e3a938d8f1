//! Several processes on one database, at once and one after the other.

use db::{Db, Open, Presence};

use super::house::{House, Said, both, program};

fn open(house: &House, node: u8, presence: Presence, schema: &db::Schema) -> kernel::Result<Db> {
    Db::open(&Open { node, presence, ..Open::new(house.url(), testkit::clock()) }, schema)
}

#[track_caller]
fn refused(opened: kernel::Result<Db>, with: &str) {
    let why = opened.err().expect("it must be refused").to_string();
    assert!(why.contains(with), "not `{with}` but: {why}");
}

#[test]
fn several_nodes_share_a_postgresql_and_none_of_them_is_overlooked() {
    let Some(house) = House::on_postgres() else { return };
    let first = house.serve();
    let mut second = House::new();
    second.database.clone_from(&house.database);
    let url = house.database.clone().unwrap();
    let elsewhere = |words: &[&str]| {
        Said::of(program().args(words).args(["--database", &url, "--data"]).arg(house.file("third")).output().unwrap())
    };
    // Another directory and another number, as on another machine.
    std::fs::write(second.file("geflecht.toml"), "node = 1\n").unwrap();
    let other = second.serve();
    elsewhere(&["user", "invite", "mira@example.org", "--given", "Mira", "--family", "Kowalski"]).well();
    elsewhere(&["backup", house.file("b").to_str().unwrap()]).well();
    elsewhere(&["check"]).well();
    first.stop();
    elsewhere(&["migrate"]).refused("in use by another process");
    elsewhere(&["restore", house.file("b").to_str().unwrap(), "--replace"]).refused("in use by another process");
    other.signal("KILL");
    other.ended(std::time::Duration::from_secs(5));
    // A killed process is forgotten as soon as the server notices that its connection is gone.
    let until = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while elsewhere(&["migrate"]).code != Some(0) {
        assert!(std::time::Instant::now() < until, "a killed node is still seen");
    }
    second.database = None;
}

#[test]
fn one_that_wants_the_database_alone_waits_for_nobody_and_lets_nobody_in() {
    let Some(house) = House::on_postgres() else { return };
    let serving = open(&house, 3, Presence::Serve, &migrations::SCHEMA).unwrap();
    refused(open(&house, 3, Presence::Serve, &migrations::SCHEMA), "another process is node 3");
    refused(open(&house, 4, Presence::Alone, &migrations::SCHEMA), "in use by another process");
    let visits: Vec<Db> = (0..15).map(|_| open(&house, 3, Presence::Visit, &migrations::SCHEMA).unwrap()).collect();
    refused(open(&house, 3, Presence::Visit, &migrations::SCHEMA), "another process is node");
    drop(visits);
    house.close(serving);
    let alone = open(&house, 0, Presence::Alone, &migrations::SCHEMA).unwrap();
    refused(open(&house, 1, Presence::Serve, &migrations::SCHEMA), "being restored or brought up to date");
    house.close(alone);
    house.close(open(&house, 1, Presence::Serve, &migrations::SCHEMA).unwrap());
}

#[test]
fn a_schema_is_not_changed_under_the_feet_of_an_older_program() {
    let Some(house) = House::on_postgres() else { return };
    let old = open(&house, 0, Presence::Serve, &migrations::SCHEMA).unwrap();
    let mut steps = migrations::SCHEMA.migrations.to_vec();
    steps.push(db::Migration {
        number: steps.len() as i64 + 1,
        name: "later",
        sqlite: "CREATE TABLE later (id BIGINT PRIMARY KEY)",
        postgres: "CREATE TABLE later (id BIGINT PRIMARY KEY)",
    });
    let newer = db::Schema { migrations: steps.leak(), ..migrations::SCHEMA };
    refused(open(&house, 1, Presence::Serve, &newer), "another process still serves it");
    assert_eq!(old.read_now(db::version).unwrap(), migrations::SCHEMA.migrations.len() as i64);
    house.close(old);
    // Several nodes that start at once after an update: one of them changes the schema, the others wait for it.
    let nodes: Vec<Db> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..4)
            .map(|n| {
                let house = &house;
                scope.spawn(move || open(house, n, Presence::Serve, &newer).unwrap())
            })
            .collect();
        starting.into_iter().map(|node| node.join().unwrap()).collect()
    });
    assert!(nodes.iter().all(|node| node.read_now(db::version).unwrap() == newer.migrations.len() as i64));
}

#[test]
fn ids_go_on_when_the_clock_stands_still_or_was_set_back() {
    both(|house| {
        let made = |n: usize, days: i64| {
            let clock = testkit::clock();
            clock.advance(-86_400 * days);
            let db = Db::open(&Open::new(house.url(), clock), &migrations::SCHEMA).unwrap();
            let ids = db.write_now(move |tx| {
                tx.silent("a test");
                (0..n)
                    .map(|_| {
                        let id = tx.id::<()>();
                        tx.exec("INSERT INTO territory (id, level, name, sort_name, from_day) VALUES (:id, 'land', 'x', 'x', '2000-01-01')", db::args! { id: id })?;
                        Ok(id.raw())
                    })
                    .collect::<kernel::Result<Vec<i64>>>()
            });
            house.close(db);
            ids.unwrap()
        };
        let first = made(50, 0);
        // Another process at the very same moment, and one whose clock is a little behind.
        let second = made(50, 0);
        assert!(first.iter().max() < second.iter().min());
        let third = made(50, 0);
        assert!(second.iter().max() < third.iter().min());
        // Far back nothing can collide either: the day lies before every id there is.
        assert_eq!(made(1, 400).len(), 1);
    });
}
