//! A backup file: as it comes, and with a head and an end that are right, so that rows are reached.
#![no_main]

use std::{fmt::Write, sync::OnceLock};

use db::Db;
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

fn house() -> &'static (testkit::Fresh, String) {
    static HOUSE: OnceLock<(testkit::Fresh, String)> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let fresh = testkit::sqlite();
        let schema = fresh.db.read_now(db::version).expect("a schema");
        (fresh, format!("{{\"format\":1,\"geflecht\":\"backup\",\"schema\":{schema}}}\n"))
    })
}

fn hex(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

fuzz_target!(|data: &[u8]| {
    let (fresh, head) = house();
    let db: &Db = &fresh.db;
    restored(db, data.to_vec());
    let Ok(lines) = std::str::from_utf8(data) else { return };
    let rows = lines.lines().filter(|line| line.starts_with('[')).count();
    let mut whole = format!("{head}{lines}\n");
    let sum = hex(&whole);
    let _ = writeln!(whole, "{{\"end\":{rows},\"sha256\":\"{sum}\"}}");
    restored(db, whole.into_bytes());
});

/// Takes it or refuses it with a sentence; either way the database goes on working, and what it took it can give.
fn restored(db: &Db, bytes: Vec<u8>) {
    let done = db.write_now(move |tx| db::restore(tx, &mut bytes.as_slice()));
    if done.is_ok() {
        let given = db.read_now(|c| {
            let mut out = Vec::new();
            db::dump(c, &mut out)?;
            Ok(out)
        });
        let given = given.expect("what was taken can be given");
        db.write_now(move |tx| db::restore(tx, &mut given.as_slice())).expect("and taken again");
    }
    db.read_now(|c| c.count("SELECT COUNT(*) FROM person", db::Args::none())).expect("the database answers");
}
