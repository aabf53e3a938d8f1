//! Backups: from either database into the other and back, encrypted, cut, damaged, and with people at work meanwhile.

use std::{fs, process::Command};

use age::secrecy::ExposeSecret;

use super::house::{House, both, mode};

/// Something of everything: letters in two alphabets, flags, references to oneself, events, a session, waiting mail.
const ROWS: &[&str] = &[
    "INSERT INTO organisation (id, kind, name, sort_name, from_day) VALUES (10, 'municipality', 'Größe \"Ω\" und mehr', 'groesse', '2000-01-01')",
    "INSERT INTO organisation (id, kind, name, sort_name, parent_id, from_day) VALUES (11, 'unit', 'Amt', 'amt', 10, '2000-01-01')",
    "INSERT INTO person (id, given, family, sort_name) VALUES (9007199254740993, 'Mira', 'Kowalski', 'kowalski mira')",
    "INSERT INTO body (id, network_id, kind, slug, name, sort_name, formal, from_day) VALUES (50, 50, 'network', 'netz', 'Netz', 'netz', TRUE, '2000-01-01')",
    "INSERT INTO topic (id, slug, name, name_en, sort_name) VALUES (1, 'b', 'B', 'B', 'b'), (2, 'a', 'A', 'A', 'a')",
    "INSERT INTO body_topic (body_id, topic_id) VALUES (50, 2), (50, 1)",
    "INSERT INTO session (id, token_hash, person_id, device, created_at, seen_at, expires_at, proved_at) VALUES (1, 'geheimer-hash', 9007199254740993, 'd', 1, 1, 1, 1)",
    "INSERT INTO sign_in (id, purpose, mail_key, token_hash, code_hash, browser_hash, next_path, created_at, expires_at) VALUES (1, 'sign_in', 'k', 'geheimer-hash', 'c', 'b', '/', 1, 1)",
    "INSERT INTO mail_out (id, address, subject, body_text, purpose, state, tries, next_at, created_at) VALUES (1, 'a@example.org', 'wartend', 'x', 't', 'queued', 0, 1, 1), (2, 'a@example.org', '', '', 't', 'sent', 0, 1, 1)",
    "INSERT INTO job (id, kind, payload, run_at, tries, locked_until) VALUES (1, 'k', 'p', 1, 0, NULL)",
];

fn fill(house: &House) {
    let db = house.open();
    for n in 0..30 {
        db.write_now(move |tx| {
            tx.emit(
                kernel::Event::new("test.done", kernel::Subject::new("b", n))
                    .touching(kernel::Subject::new("a", 100 - n))
                    .touching(kernel::Subject::new("c", n)),
            );
            if n == 0 {
                ROWS.iter().try_for_each(|sql| tx.exec(sql, db::args! {}).map(drop))
            } else {
                tx.set(&format!("n{n}"), "x")
            }
        })
        .unwrap();
    }
    house.close(db);
}

fn text(path: &std::path::Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn from_sqlite_to_postgresql_and_back_every_row_is_the_same() {
    let (first, last) = (House::new(), House::new());
    let Some(middle) = House::on_postgres() else { return };
    fill(&first);
    let (a, b) = (first.file("a"), middle.file("b"));
    let said = first.run(&["backup", a.to_str().unwrap()]).well();
    assert!(said.contains("not encrypted"), "{said}");
    assert_eq!(mode(&a), 0o600);
    let said = middle.run(&["restore", a.to_str().unwrap()]).well();
    assert!(said.contains("Everybody has to sign in again"), "{said}");
    middle.run(&["backup", b.to_str().unwrap()]).well();
    last.run(&["restore", b.to_str().unwrap()]).well();
    assert_eq!(text(&a), text(&b));
    assert_eq!(text(&a), last.dump());
    assert!(text(&a).contains("Größe \\\"Ω\\\"") && text(&a).contains("9007199254740993"));
    for left in ["geheimer-hash", "wartend"] {
        assert!(!text(&a).contains(left), "{left} must not be in a backup");
    }
    assert!(first.dump() == text(&a) && first.run(&["check"]).code == middle.run(&["check"]).code);
    // What came through both is still a database a server likes.
    last.serve().stop();
    middle.serve().stop();
}

#[test]
fn files_of_the_largest_size_come_back_byte_by_byte() {
    let house = House::new();
    let mut bytes: Vec<u8> = (0..files::FILE_MOST).map(|n| u8::try_from((n * 7) % 251).unwrap()).collect();
    bytes[..9].copy_from_slice(b"%PDF-1.7\n");
    bytes.truncate(files::FILE_MOST - 6);
    bytes.extend(b"\n%%EOF");
    let upload = files::Upload::of("groß.pdf", &bytes).unwrap();
    let db = house.open();
    let brought = upload.clone();
    db.write_now(move |tx| {
        tx.silent("a test");
        tx.exec(ROWS[3], db::args! {})?;
        tx.exec("INSERT INTO thread (id, network_id, body_id, level, kind, title, words, made_at, last_at) VALUES (7, 50, 50, 2, 'question', 'Frage', 'Text', 1, 1)", db::args! {})?;
        files::attach(tx, files::On::new("thread", 7), &[brought], None).map(drop)
    })
    .unwrap();
    house.close(db);
    let (file, other) = (house.file("a"), House::new());
    house.run(&["backup", file.to_str().unwrap()]).well();
    other.run(&["restore", file.to_str().unwrap()]).well();
    let db = other.open();
    let answer = db
        .read_now(|c| {
            let found = files::list(c, "thread", &[7])?;
            files::open(c, &found[0])
        })
        .unwrap();
    assert!(answer.body == bytes && answer.download.as_deref() == Some("groß.pdf"));
    other.close(db);
    assert_eq!(other.run(&["check"]).code, Some(0));
}

#[test]
fn nobody_is_signed_in_after_a_restore_and_no_mail_waits() {
    both(|house| {
        fill(house);
        let file = house.file("a");
        house.run(&["backup", file.to_str().unwrap()]).well();
        house.run(&["restore", file.to_str().unwrap(), "--replace"]).well();
        let db = house.open();
        let count = |sql: &'static str| db.read_now(move |c| c.count(sql, db::args! {})).unwrap();
        assert_eq!(
            count("SELECT COUNT(*) FROM session")
                + count("SELECT COUNT(*) FROM sign_in")
                + count("SELECT COUNT(*) FROM mail_out WHERE state = 'queued'"),
            0
        );
        assert_eq!(count("SELECT COUNT(*) FROM mail_out"), 1);
        // The log goes on where it was.
        assert_eq!(
            db.write_now(|tx| {
                tx.emit(kernel::Event::new("test.more", kernel::Subject::new("b", 1)));
                Ok(())
            })
            .map(|()| count("SELECT value FROM counter WHERE name = 'event'"))
            .unwrap(),
            31
        );
    });
}

#[test]
fn a_database_in_use_is_replaced_only_when_told_so() {
    both(|house| {
        fill(house);
        let file = house.file("a");
        house.run(&["backup", file.to_str().unwrap()]).well();
        let db = house.open();
        db.write_now(|tx| {
            tx.silent("a test");
            tx.set("later", "x")
        })
        .unwrap();
        house.close(db);
        let before = house.dump();
        house.run(&["restore", file.to_str().unwrap()]).refused("with --replace it is thrown away");
        assert_eq!(house.dump(), before);
        house.run(&["restore", file.to_str().unwrap(), "--replace"]).well();
        assert_eq!(house.dump(), text(&file));
    });
}

#[test]
fn cut_and_damaged_files_are_refused_and_the_database_stays_as_it_was() {
    both(|house| {
        fill(house);
        let file = house.file("a");
        house.run(&["backup", file.to_str().unwrap()]).well();
        let (good, before) = (fs::read(&file).unwrap(), house.dump());
        let try_one = |bytes: &[u8], with: &str| {
            let bad = house.file("bad");
            fs::write(&bad, bytes).unwrap();
            house.run(&["restore", bad.to_str().unwrap(), "--replace"]).refused(with);
            assert_eq!(house.dump(), before, "{with}");
        };
        try_one(b"", "the backup is empty");
        try_one(b"\x7fELF\x02\x01", "cut off");
        try_one(b"{\"some\":\"json\"}\n", "not a backup of Geflecht");
        try_one(&good[..good.len() / 2], "cut off");
        try_one(&good[..good.len() - 1], "cut off");
        let line = |n: usize| good.split(|b| *b == b'\n').take(n).map(<[u8]>::len).sum::<usize>() + n;
        try_one(&good[..line(6)], "cut off");
        let with = |from: &str, to: &str| String::from_utf8(good.clone()).unwrap().replacen(from, to, 1).into_bytes();
        try_one(&with("Kowalski", "Kowalskj"), "its checksum is wrong");
        try_one(&with("\"sha256\":\"", "\"sha256\":\"0"), "its checksum is wrong");
        try_one(&with("\"table\":\"person\"", "\"table\":\"persom\""), "unknown table persom");
        try_one(&with("\"schema\":", "\"schema\":9"), "newer version of Geflecht");
        try_one(&with("\"family\"", "\"family_\""), "has other columns");
        try_one(&[good.as_slice(), b"{}\n"].concat(), "goes on after its end");
        // Every single bit flipped somewhere is noticed; one place in each stretch stands for all.
        for at in (0..good.len()).step_by(good.len() / 12) {
            let mut bytes = good.clone();
            bytes[at] ^= 1;
            let bad = house.file("bad");
            fs::write(&bad, bytes).unwrap();
            assert_eq!(house.run(&["restore", bad.to_str().unwrap(), "--replace"]).code, Some(1), "bit {at}");
            assert_eq!(house.dump(), before, "bit {at}");
        }
    });
}

#[test]
fn an_encrypted_backup_opens_with_its_key_and_with_no_other() {
    let house = House::new();
    fill(&house);
    let (own, other) = (age::x25519::Identity::generate(), age::x25519::Identity::generate());
    let keys = |name: &str, identity: &age::x25519::Identity| {
        let path = house.file(name);
        fs::write(
            &path,
            format!(
                "# created: today\n# public key: {}\n{}\n",
                identity.to_public(),
                identity.to_string().expose_secret()
            ),
        )
        .unwrap();
        path.display().to_string()
    };
    let (own_file, other_file) = (keys("own.key", &own), keys("other.key", &other));
    let file = house.file("sealed");
    let path = file.to_str().unwrap();
    let said = house.run(&["backup", path, "--to", &own.to_public().to_string()]).well();
    assert!(said.contains("(encrypted)"), "{said}");
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1") && !String::from_utf8_lossy(&bytes).contains("Kowalski"));
    let before = house.dump();
    house.run(&["restore", path, "--replace"]).refused("is encrypted; say where the secret key is");
    house.run(&["restore", path, "--replace", "--key", &other_file]).refused("does not open");
    house.run(&["restore", path, "--replace", "--key", path]).refused("sealed");
    house.run(&["restore", path, "--replace", "--key", "/nowhere"]).refused("/nowhere");
    for (name, change) in [
        ("cut", bytes[..bytes.len() - 40].to_vec()),
        ("flipped", {
            let mut b = bytes.clone();
            let at = b.len() / 2;
            b[at] ^= 1;
            b
        }),
    ] {
        fs::write(house.file(name), change).unwrap();
        house
            .run(&["restore", house.file(name).to_str().unwrap(), "--replace", "--key", &own_file])
            .refused("was not restored");
    }
    assert_eq!(house.dump(), before);
    let fresh = House::on_postgres().unwrap_or_else(House::new);
    fresh.run(&["restore", path, "--key", &own_file]).well();
    assert_eq!(fresh.dump(), before);
    let plain = house.file("plain");
    house.run(&["backup", plain.to_str().unwrap()]).well();
    house.run(&["restore", plain.to_str().unwrap(), "--replace", "--key", &own_file]).refused("is not encrypted");
    house.run(&["backup", path, "--to", own.to_string().expose_secret()]).refused("this is the secret key");
}

#[test]
fn the_recipient_of_the_settings_is_used_by_the_running_server_too() {
    let house = House::new();
    let key = age::x25519::Identity::generate().to_public().to_string();
    fs::write(house.file("geflecht.toml"), format!("[backup]\nrecipient = \"{key}\"\n")).unwrap();
    let server = house.serve();
    let file = house.file("a");
    // The command itself is told nothing of a recipient: the server knows.
    let mut command: Command = super::house::program();
    let said =
        super::house::Said::of(command.arg("backup").arg(&file).arg("--data").arg(house.data()).output().unwrap())
            .well();
    assert!(said.contains("(encrypted)"), "{said}");
    assert!(fs::read(&file).unwrap().starts_with(b"age-encryption.org/v1"));
    server.stop();
}

#[test]
fn a_backup_while_others_write_is_one_moment_and_leaves_no_half_file() {
    both(|house| {
        fill(house);
        let db = house.open();
        let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let (told, writer) = (std::sync::Arc::clone(&stop), db.clone());
        let busy = std::thread::spawn(move || {
            let mut n = 0;
            while !told.load(std::sync::atomic::Ordering::SeqCst) {
                // Two rows that belong together: a backup has both or neither.
                n += 1;
                writer
                    .write_now(move |tx| {
                        tx.emit(kernel::Event::new("test.done", kernel::Subject::new("b", n)));
                        tx.set("one", &n.to_string())?;
                        tx.set("two", &n.to_string())
                    })
                    .unwrap();
            }
            n
        });
        let fresh = House::new();
        for round in 0..5 {
            let file = house.file(&format!("b{round}"));
            house.run(&["backup", file.to_str().unwrap()]).well();
            fresh.run(&["restore", file.to_str().unwrap(), "--replace"]).well();
            let there = fresh.open();
            let (one, two) = there.read_now(|c| Ok((db::setting(c, "one")?, db::setting(c, "two")?))).unwrap();
            assert_eq!(one, two);
            assert_eq!(
                there
                    .read_now(|c| c.count(
                        "SELECT value - (SELECT MAX(seq) FROM event) FROM counter WHERE name = 'event'",
                        db::args! {}
                    ))
                    .unwrap(),
                0
            );
            fresh.close(there);
        }
        stop.store(true, std::sync::atomic::Ordering::SeqCst);
        assert!(busy.join().unwrap() > 5);
        house.run(&["backup", "/nowhere/b"]).refused("/nowhere/b");
        assert!(
            fs::read_dir(&house.folder).unwrap().all(|it| !it
                .unwrap()
                .file_name()
                .to_string_lossy()
                .ends_with(".part"))
        );
    });
}

#[test]
fn a_backup_of_the_demo_goes_nowhere_else() {
    let (demo, house) = (House::new(), House::new());
    demo.start(&["demo"]).unwrap().stop();
    let file = demo.file("demo");
    demo.run(&["backup", file.to_str().unwrap()]).well();
    house.run(&["restore", file.to_str().unwrap()]).refused("a backup of the demo");
    assert!(house.serve().child.id() > 0);
    house.run(&["backup", house.file("own").to_str().unwrap()]).well();
    demo.run(&["restore", house.file("own").to_str().unwrap(), "--replace"]).refused("this directory is the demo's");
    demo.run(&["restore", file.to_str().unwrap(), "--replace"]).well();
    demo.start(&["demo"]).unwrap().stop();
}

#[test]
fn no_table_is_wider_than_a_restore_can_bind() {
    let widest = migrations::SCHEMA
        .columns
        .iter()
        .map(|of| migrations::SCHEMA.columns.iter().filter(|c| c.table == of.table).count())
        .max()
        .unwrap();
    assert!(widest <= db::MOST_COLUMNS, "{widest} columns: please give lib/db/src/dump.rs more names");
}
