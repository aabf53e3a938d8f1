//! Writes that wait share a commit: what one of them does to itself it does to none of the others, and when the commit fails it
//! failed for all.

use std::{
    collections::BTreeSet,
    pin::pin,
    sync::mpsc,
    task::{Context, Poll, Waker},
    thread,
    time::Duration,
};

use db::{Trouble, Tx, args};
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

#[test]
fn many_writes_are_one_transaction() {
    both(usual, |store| {
        let done = at_once(store, 0..20, kept);
        let transactions: BTreeSet<i64> = done.into_iter().map(Result::unwrap).collect();
        assert!(transactions.len() < 20, "each write had a commit of its own");
        assert_eq!(store.log(), (0..20).map(|n| (n + 1, n)).collect::<Vec<_>>());
        assert!(store.db.seq().is_none_or(|seq| seq == 20));
    });
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
