//! Settings: where they come from, which one wins, and what is refused.

use super::house::{House, Said, program};

#[test]
fn a_key_nobody_knows_is_refused_with_the_nearest_one() {
    let house = House::new();
    let file = house.file("own.toml");
    std::fs::write(&file, "[mail]\nhots = \"mail.example.org\"\n").unwrap();
    house
        .run(&["check", "--config", file.to_str().unwrap()])
        .refused("own.toml: there is no setting mail.hots. Did you mean mail.host?");
    let said = Said::of(house.command(&["check"]).env("GEFLECHT_LISTN", "x").output().unwrap());
    said.refused("The environment: there is no setting GEFLECHT_LISTN. Did you mean GEFLECHT_LISTEN?");
    house.run(&["check", "--config", "nowhere.toml"]).refused("The settings file nowhere.toml cannot be read");
}

#[test]
fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
    let house = House::new();
    // Each source names a directory without a database; the sentence tells which one was asked.
    std::fs::write(house.file("geflecht.toml"), "data = \"from-file\"\n").unwrap();
    let asked = |command: &mut std::process::Command| {
        Said::of(command.current_dir(&house.folder).arg("check").output().unwrap())
    };
    asked(&mut program()).refused("no database at sqlite:from-file/geflecht.db");
    asked(program().env("GEFLECHT_DATA", "from-environment"))
        .refused("no database at sqlite:from-environment/geflecht.db");
    asked(program().env("GEFLECHT_DATA", "from-environment").args(["--data", "from-line"]))
        .refused("no database at sqlite:from-line/geflecht.db");
    asked(program().env("GEFLECHT_TEST_SOMETHING", "x")).refused("no database at sqlite:from-file/geflecht.db");
}

#[test]
fn wrong_values_are_refused_before_anything_is_made() {
    let house = House::new();
    house.run(&["serve", "--listen", "8080"]).refused("listen: 8080 is no address with a port");
    house.run(&["serve", "--listen", "0.0.0.0:8080"]).refused("please set base_url");
    house.run(&["serve", "--database", "mysql://x"]).refused("database: a database is sqlite:PATH or postgres://");
    Said::of(house.command(&["serve"]).env("GEFLECHT_NODE", "99").output().unwrap())
        .refused("node: 99 is not a number from 0 to 15");
    Said::of(house.command(&["serve"]).env("GEFLECHT_LOG", "geflecht=loud").output().unwrap())
        .refused("log: geflecht=loud is no filter");
    assert!(!house.data().exists());
    let typed = house.run(&["serv"]);
    assert_eq!(typed.code, Some(2));
    assert!(typed.err.contains("serve"), "{}", typed.err);
}

#[test]
fn the_printed_file_explains_every_key_and_can_be_used_as_it_is() {
    let house = House::new();
    let printed = house.run(&["config"]).well();
    assert!(printed.contains("#listen = \"127.0.0.1:8080\"") && printed.contains("[backup]"));
    std::fs::write(house.file("geflecht.toml"), &printed).unwrap();
    house.run(&["check"]).refused("There is no database");
}
