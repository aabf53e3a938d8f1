//! The smaller commands.

use std::{
    io::{BufRead, BufReader, Write},
    os::unix::net::UnixStream,
    time::{Duration, Instant},
};

use super::house::Said;
use super::house::{House, both, mode, program};

#[test]
fn routes_lists_every_address_with_its_audience_in_words_and_in_json() {
    let house = House::new();
    let table = house.run(&["routes"]).well();
    let list: serde_json::Value = serde_json::from_str(&house.run(&["routes", "--json"]).well()).unwrap();
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), table.lines().count());
    assert!(list.len() > 10, "the house has rooms");
    for route in list {
        let word = |name: &str| route[name].as_str().unwrap().to_owned();
        assert!(["GET", "POST"].contains(&word("method").as_str()));
        assert!(["public", "signed-in", "operator"].contains(&word("audience").as_str()));
        assert!(word("path").starts_with('/') && table.contains(&word("path")));
        assert!(!word("path").starts_with("/demo"), "an installation has none of the demo's addresses");
    }
    let demo = house.run(&["routes", "--demo"]).well();
    assert!(demo.lines().any(|line| line.starts_with("POST") && line.contains(" /demo/anmelden")), "{demo}");
}

#[test]
fn migrate_says_from_where_to_where() {
    both(|house| {
        let newest = migrations::SCHEMA.migrations.last().unwrap().number;
        assert!(house.run(&["migrate"]).well().ends_with(&format!("was made with schema {newest}.\n")));
        assert!(house.run(&["migrate"]).well().ends_with(&format!("has schema {newest} already.\n")));
    });
}

#[test]
fn personas_are_listed_without_a_server_or_a_directory() {
    let house = House::new();
    let list = house.run(&["demo", "--personas"]).well();
    assert!(list.lines().count() >= 6, "{list}");
    for line in list.lines() {
        let (slug, words) = line.split_once('\t').expect("slug, tab, description");
        assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && words.len() > 5, "{line}");
    }
    assert!(!house.data().exists());
}

#[test]
fn a_person_is_invited_with_and_without_a_running_server() {
    both(|house| {
        let invite = |mail: &str| house.run(&["user", "invite", mail, "--given", "Mira", "--family", "Kowalski"]);
        let link =
            |out: String| out.split_whitespace().find(|word| word.starts_with("http://localhost:")).map(str::to_owned);
        let alone = link(invite("mira@example.org").well()).expect("a link");
        let server = house.serve();
        let beside = link(invite("jo@example.org").well()).expect("a link");
        assert!(beside.starts_with(&format!("http://localhost:{}/", server.port)), "{beside}");
        assert_ne!(alone.rsplit('/').next(), beside.rsplit('/').next());
        invite("nobody").refused("");
        let path = beside.split_once(&server.port.to_string()).unwrap().1;
        assert!(server.get(path, "localhost").starts_with("HTTP/1.1 200"), "the invitation opens");
        server.stop();
        let typed = Said::of(program().args(["user", "invite", "a@example.org"]).output().unwrap());
        assert_eq!(typed.code, Some(2), "{typed:?}");
    });
}

#[test]
fn factors_are_reset_only_for_who_has_an_account_with_and_without_a_running_server() {
    both(|house| {
        let reset = || house.run(&["user", "reset", "mira@example.org", "--given", "Mira", "--family", "Kowalski"]);
        reset().refused("Nobody of that name has an account at this address.");
        house.run(&["user", "invite", "mira@example.org", "--given", "Mira", "--family", "Kowalski"]).well();
        let server = house.serve();
        reset().refused("Nobody of that name has an account at this address.");
        // As if she had accepted; the reset itself is told of in the tests of accounts.
        server.stop();
        let db = house.open();
        db.write_now(|tx| {
            tx.silent("a test arranges");
            tx.exec(
                "INSERT INTO account (person_id, mail, created_at) SELECT id, 'mira@example.org', 1 FROM person",
                db::args! {},
            )
        })
        .unwrap();
        house.close(db);
        assert!(reset().well().contains("A code by mail is enough"));
        let server = house.serve();
        assert!(reset().well().contains("A code by mail is enough"));
        server.stop();
    });
}

#[test]
fn nobody_runs_a_new_installation_so_the_way_to_set_it_up_is_printed() {
    let house = House::new();
    let server = house.serve();
    let line = server.lines.recv_timeout(Duration::from_secs(5)).unwrap();
    let url = line.split_whitespace().last().unwrap();
    let path = url.strip_prefix(&format!("http://localhost:{}", server.port)).unwrap_or_else(|| panic!("{line}"));
    assert!(server.get(path, "localhost").starts_with("HTTP/1.1 200"));
    for (path, to) in [("/", "/einrichtung"), ("/en", "/en/einrichtung"), ("/anmelden", "/einrichtung")] {
        let answer = server.get(path, "localhost");
        let leads = answer.lines().any(|line| line.eq_ignore_ascii_case(&format!("location: {to}")));
        assert!(answer.starts_with("HTTP/1.1 303") && leads, "{path}: {answer}");
    }
    server.stop();
}

#[test]
fn the_control_socket_is_its_owners_alone_and_bears_with_nonsense() {
    let house = House::new();
    let server = house.serve();
    let socket = house.data().join("control.sock");
    assert_eq!(mode(&socket), 0o600);
    let say = |line: &[u8]| {
        let mut stream = UnixStream::connect(&socket).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(8))).unwrap();
        // A line that is too long is cut off by the server while it is still being written.
        let _ = stream.write_all(line);
        let mut answer = String::new();
        let _ = BufReader::new(stream).read_line(&mut answer);
        answer
    };
    let hears = |line: &[u8], words: &str| {
        let answer = say(line);
        assert!(answer.contains(words), "{}: {answer}", String::from_utf8_lossy(line));
    };
    hears(b"hello\n", "could not read the request");
    hears(b"{\"do\":\"delete everything\"}\n", "does not know this command");
    hears(b"{\"do\":\"backup\",\"file\":\"relative\"}\n", "whole path");
    hears(b"{\"do\":\"backup\",\"file\":\"/nowhere/at/all\"}\n", "\"error\"");
    hears(b"{\"do\":\"backup\",\"file\":\"/tmp/x\",\"to\":\"age1no\"}\n", "no public key");
    let long = say(&[b'['; 200_000]);
    assert!(long.is_empty() || long.contains("error"), "{long}");
    // Whoever says nothing is let go, and does not keep others out meanwhile.
    let silent: Vec<_> = (0..3).map(|_| UnixStream::connect(&socket).unwrap()).collect();
    let begun = Instant::now();
    house.run(&["backup", house.file("b").to_str().unwrap()]).well();
    assert!(begun.elapsed() < Duration::from_secs(4));
    drop(silent);
    server.stop();
}
