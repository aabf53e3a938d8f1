//! Writes that wait share a commit: what one of them does to itself it does to none of the others, and when the commit fails it
//! failed for all.

use std::{
    collections::BTreeSet,
    path::Path,
    pin::pin,
    sync::mpsc,
    task::{Context, Poll, Waker},
    thread,
    time::Duration,
};

use db::{Trouble, Tx, Url, args};
use kernel::{Error, Reason, Result};

use crate::{
    connections::trouble,
    store::{Store, both, event, usual},
};

/// Hands in one write for each number while another one keeps the writer busy, and gives their outcomes.
fn at_once(store: &Store, numbers: std::ops::Range<i64>, write: fn(&Tx<'_>, i64) -> Result<i64>) -> Vec<Result<i64>> {
    let (go, gate) = mpsc::channel::<()>();
    let mut busy = pin!(store.db.write(move |_| {
        let _ = gate.recv();
        Ok(())
    }));
    let mut context = Context::from_waker(Waker::noop());
    assert!(busy.as_mut().poll(&mut context).is_pending());
    let mut waiting: Vec<_> = numbers.map(|n| Box::pin(store.db.write(move |tx| write(tx, n)))).collect();
    for work in &mut waiting {
        assert!(matches!(work.as_mut().poll(&mut context), Poll::Pending), "the writer is busy");
    }
    // Longer than one write waits for others, so that it is none of them.
    thread::sleep(Duration::from_millis(60));
    go.send(()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        busy.await.unwrap();
        let mut done = Vec::new();
        for work in waiting {
            done.push(work.await);
        }
        done
    })
}

/// Writes its number and gives the transaction's, where the database tells it.
fn kept(tx: &Tx<'_>, n: i64) -> Result<i64> {
    tx.set(&format!("k{n}"), &n.to_string())?;
    tx.emit(event(n));
    if tx.is_postgres() { tx.count("SELECT txid_current()", args! {}) } else { Ok(0) }
}

/// How many commits stand in the log of SQLite's file: the last frame of each says how large the file is then
/// (<https://www.sqlite.org/fileformat2.html#the_write_ahead_log>).
fn commits_in_log(path: &Path) -> usize {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    // Before the first change there is none, or nothing in it.
    let log = std::fs::read(name).unwrap_or_default();
    let Some((head, frames)) = log.split_at_checked(32) else { return 0 };
    let page = u32::from_be_bytes(head[8..12].try_into().unwrap()) as usize;
    let of_now = |frame: &&[u8]| frame[8..16] == head[16..24];
    frames.chunks_exact(24 + page).take_while(of_now).filter(|frame| frame[4..8] != [0; 4]).count()
}

#[test]
fn many_writes_are_one_transaction() {
    both(usual, |store| {
        let commits = || if let Url::Sqlite(path) = &store.url { commits_in_log(path) } else { 0 };
        let before = commits();
        let done = at_once(store, 0..20, kept);
        let transactions: BTreeSet<i64> = done.into_iter().map(Result::unwrap).collect();
        // One, where the machine is quick enough.
        let count = if store.is_postgres() { transactions.len() } else { commits() - before };
        assert!((1..=10).contains(&count), "{count} commits for 20 writes");
        assert_eq!(store.log(), (0..20).map(|n| (n + 1, n)).collect::<Vec<_>>());
        assert!(store.db.seq().is_none_or(|seq| seq == 20));
    });
}

#[test]
fn what_the_worker_does_has_a_commit_of_its_own() {
    let store = Store::sqlite(usual);
    let Url::Sqlite(path) = &store.url else { panic!("a file") };
    let before = commits_in_log(path);
    let (go, gate) = mpsc::channel::<()>();
    let threads: Vec<_> = std::iter::once(Some(gate))
        .chain((1..5).map(|_| None))
        .enumerate()
        .map(|(n, gate)| {
            let db = store.db.clone();
            let n = i64::try_from(n).unwrap();
            thread::spawn(move || {
                db.write_now(move |tx| {
                    let _ = gate.map(|gate| gate.recv());
                    kept(tx, n)
                })
            })
        })
        .collect();
    thread::sleep(Duration::from_millis(60));
    drop(go);
    assert!(threads.into_iter().all(|thread| thread.join().unwrap().is_ok()));
    assert_eq!(commits_in_log(path) - before, 5);
}

#[test]
fn who_is_told_that_it_is_kept_finds_it_also_when_the_database_ended_the_transaction() {
    let patient = |most| {
        move |open: &mut db::Open| {
            usual(open);
            open.patience = Duration::from_millis(most);
        }
    };
    // Broken off so soon that others would still join.
    let sqlite = Store::sqlite(patient(5));
    for store in std::iter::once(sqlite).chain(Store::postgres(patient(600))) {
        let done = at_once(&store, 0..9, |tx, n| {
            kept(tx, n)?;
            if n == 3 {
                // A change that is broken off makes SQLite end the transaction, PostgreSQL only what stands behind the savepoint.
                let endless = "UPDATE setting SET value = (WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT COUNT(*) FROM n) WHERE name = 'k3'";
                assert!(tx.exec(endless, args! {}).is_err());
                // Who goes on all the same has nothing kept by itself.
                assert!(tx.set("beside", "1").is_err());
            }
            Ok(n)
        });
        assert!(done[3].is_err(), "{done:?}");
        let told: Vec<i64> = done.into_iter().filter_map(Result::ok).collect();
        assert_eq!(store.log().into_iter().map(|(_, n)| n).collect::<Vec<_>>(), told);
        assert!(told.ends_with(&[4, 5, 6, 7, 8]), "those behind it were kept: {told:?}");
        assert_eq!(store.get("beside"), None);
        assert!(store.db.seq().is_none_or(|seq| usize::try_from(seq) == Ok(told.len())));
    }
}

#[test]
fn each_sees_what_those_before_it_wrote_and_has_a_moment_of_its_own() {
    both(usual, |store| {
        let done = at_once(store, 0..12, |tx, n| {
            let before = tx.count("SELECT COUNT(*) FROM setting WHERE name LIKE 'k%'", args! {})?;
            assert_eq!(tx.statements(), 1, "statements are counted for each write");
            kept(tx, n).map(|_| before)
        });
        assert_eq!(done.into_iter().map(Result::unwrap).collect::<Vec<_>>(), (0..12).collect::<Vec<_>>());
    });
}

#[test]
fn one_that_is_refused_or_panics_takes_nothing_with_it() {
    both(usual, |store| {
        let done = at_once(store, 0..18, |tx, n| {
            // The first of them stands behind no savepoint, so it is tried as well.
            let done = kept(tx, n);
            match n % 6 {
                0 => Err(Error::Rule(Reason::new("nein", "no"))),
                2 => panic!("on purpose"),
                4 => {
                    let _ = tx.attempt(|| -> Result<()> {
                        tx.set("part", "1")?;
                        Err(Error::NotFound)
                    });
                    done
                }
                _ => done,
            }
        });
        for (n, done) in done.iter().enumerate() {
            match n % 6 {
                0 => assert!(matches!(done, Err(Error::Rule(_))), "{n}: {done:?}"),
                2 => assert_eq!(trouble(done), Some(Trouble::Panicked), "{n}: {done:?}"),
                _ => assert!(done.is_ok(), "{n}: {done:?}"),
            }
        }
        let stay = (0..18).filter(|n| ![0, 2].contains(&(n % 6)));
        assert_eq!(store.log(), (1..).zip(stay).collect::<Vec<_>>());
        assert_eq!((store.get("k0"), store.get("k2"), store.get("part")), (None, None, None));
        assert_eq!((store.get("k4"), store.get("k17")), (Some("4".to_owned()), Some("17".to_owned())));
    });
}

#[test]
fn one_that_goes_on_after_a_failed_statement_fails_alone() {
    both(usual, |store| {
        let done = at_once(store, 0..9, |tx, n| {
            if n % 4 == 3 {
                let _ = tx.exec("INSERT INTO nowhere (id) VALUES (1)", args! {});
                // PostgreSQL does nothing more in such a transaction, SQLite goes on.
                let _ = tx.set("mute", "1");
                tx.silent("a test");
                return Ok(0);
            }
            kept(tx, n)
        });
        for (n, done) in done.iter().enumerate() {
            assert_eq!(done.is_err(), n % 4 == 3 && store.is_postgres(), "{n}: {done:?}");
        }
        let stay = (0..9).filter(|n| n % 4 != 3);
        assert_eq!(store.log(), (1..).zip(stay).collect::<Vec<_>>());
        assert_eq!(store.get("mute").is_some(), !store.is_postgres());
    });
}

#[test]
fn a_commit_that_fails_failed_for_all_who_share_it_and_the_next_ones_are_kept() {
    both(usual, |store| {
        let done = at_once(store, 0..5, |tx, n| {
            kept(tx, n)?;
            if n == 2 {
                // What is only looked at in the end fails in the end.
                let later =
                    if tx.is_postgres() { "SET CONSTRAINTS ALL DEFERRED" } else { "PRAGMA defer_foreign_keys = ON" };
                tx.exec(later, args! {})?;
                tx.exec("INSERT INTO event_touch (seq, kind, subject_id) VALUES (987654, 'x', 1)", args! {})?;
            }
            Ok(n)
        });
        assert!(done.iter().skip(2).take(1).all(Result::is_err), "{done:?}");
        // Who shared it is no matter of the test; who was told it is kept must find it.
        let told: Vec<i64> = done.into_iter().filter_map(Result::ok).collect();
        assert_eq!(store.log().into_iter().map(|(_, n)| n).collect::<Vec<_>>(), told);
        let again = at_once(store, 10..13, kept);
        assert!(again.iter().all(Result::is_ok), "{again:?}");
        assert_eq!(store.log().len(), told.len() + 3);
    });
}
