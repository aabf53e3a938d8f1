//! How long it takes to derive who acts, without HTTP around it.

use std::{path::Path, time::Instant};

use db::{Db, Open, Url};
use kernel::Clock;

/// How often it is done; the first tenth prepares the statements.
const TIMES: usize = 5_000;

/// Loads one person's actor again and again, each time in a snapshot that is open already, and prints
/// `seats p50-µs p99-µs`.
pub fn load(file: &Path, person: i64) -> Result<(), String> {
    let open = Open::new(Url::Sqlite(file.to_path_buf()), Clock::system());
    let db = Db::open(&open, &migrations::SCHEMA).map_err(|e| e.to_string())?;
    let (seats, mut times) = db
        .read_now(move |conn| {
            let (mut seats, mut times) = (0, Vec::with_capacity(TIMES));
            for _ in 0..TIMES {
                let begun = Instant::now();
                seats = rights::load(conn, person, conn.today(), None)?.sits.len();
                times.push(begun.elapsed().as_nanos());
            }
            Ok((seats, times.split_off(TIMES / 10)))
        })
        .map_err(|e| e.to_string())?;
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).map_or(0.0, |nanos| *nanos as f64 / 1000.0);
    println!("{seats} {:.1} {:.1}", at(50), at(99));
    Ok(())
}
