//! Letters for many: what a contribution costs its author in a large network, and how long the bundles of its members take.

use std::{path::Path, time::Instant};

use db::{Db, Open, Tx, Url, args};
use kernel::{Actor, Clock, Day, Id, Office, Result, Sitting, Voice};

/// A working day: at 7 o'clock its bundles are due.
const DAY: &str = "2026-11-24";

/// A network of so many members in a new file; prints how long its author waits, and how long the bundles take.
pub fn run(file: &Path, members: i64) -> std::result::Result<(), String> {
    let clock = Clock::fixed(Day::literal(DAY).previous().at(12, 0));
    let mut open = Open::new(Url::Sqlite(file.to_path_buf()), clock.clone());
    open.synchronous = "NORMAL";
    let db = Db::open(&open, &migrations::SCHEMA).map_err(|e| e.to_string())?;
    db.write_now(move |tx| fill(tx, members)).map_err(|e| e.to_string())?;
    let begun = Instant::now();
    db.write_now(|tx| {
        let by = Actor {
            person: Some(1),
            sits: vec![Sitting {
                seat: 1,
                body: 1_000_000,
                network: 1_000_000,
                voice: Voice::Voting,
                office: Some(Office::Chair),
                substitute: false,
            }],
            ..Actor::default()
        };
        exchange::write_thread(tx, &by, &exchange::NewThread::new(Id::new(1_000_000), "Eine Frage", "Wer weiß es?"))
            .map(drop)
    })
    .map_err(|e| e.to_string())?;
    println!("post: {:.1} ms to its author among {members}", begun.elapsed().as_secs_f64() * 1000.0);
    clock.set(Day::literal(DAY).at(7, 0));
    let sources: &'static [web::AskTold] = Box::leak(
        [exchange::slice(), notices::slice(), decisions::slice(), networks::slice()]
            .iter()
            .filter_map(|s| s.told)
            .collect::<Vec<_>>()
            .into_boxed_slice(),
    );
    let begun = Instant::now();
    let made = notices::bundle(&db, sources).map_err(|e| e.to_string())?;
    println!(
        "bundles: {} letters for {} persons in {:.2} s",
        made.letters,
        made.persons,
        begun.elapsed().as_secs_f64()
    );
    Ok(())
}

fn fill(tx: &Tx<'_>, members: i64) -> Result<()> {
    tx.silent("a world to measure in");
    tx.set(networks::ADDRESS, "http://localhost:8080")?;
    tx.exec("INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (1000000, 1000000, 'network', 'netz', 'Netz', 'netz', '2020-01-01')", args! {})?;
    for n in 1..=members {
        tx.exec(
            "INSERT INTO person (id, given, family, sort_name) VALUES (:n, 'Jo', 'Muster', 'muster jo')",
            args! { n: n },
        )?;
        tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES (:n, 1000000, :n, 'personal', 'voting', '2020-01-01')", args! { n: n })?;
        tx.exec("INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day) VALUES (:n, :n, :n, 'joined', 'confirmed', '2020-01-01')", args! { n: n })?;
        tx.exec(
            "INSERT INTO account (person_id, mail, lang, created_at) VALUES (:n, :mail, 'de', 1)",
            args! { n: n, mail: format!("m{n}@example.org") },
        )?;
    }
    Ok(())
}
