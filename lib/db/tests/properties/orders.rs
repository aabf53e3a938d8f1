//! Any order of reads and writes, refusals and panics: what is there is what was acknowledged.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering::SeqCst},
    },
};

use db::args;
use kernel::{Error, Result};
use proptest::{collection::vec, prelude::*, test_runner::TestRunner};

use crate::store::{Store, both, event, usual};

#[derive(Clone, Debug)]
enum Step {
    /// Sets a key and leaves so many events.
    Set {
        key: u8,
        value: u8,
        events: u8,
    },
    /// Sets a key and says why there is no event.
    Silent {
        key: u8,
        value: u8,
    },
    /// Sets a key without a word, which is refused.
    Mute {
        key: u8,
    },
    /// Changes nothing, but leaves an event.
    Told,
    /// Sets a key and is refused by a rule.
    Refused {
        key: u8,
    },
    /// Sets a key and panics.
    Panics {
        key: u8,
    },
    /// Fails in a statement and forgets about it.
    Swallows {
        key: u8,
    },
    Reads,
    ReadPanics,
    ReadFails,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let key = 0..4_u8;
    let step = prop_oneof![
        4 => (key.clone(), any::<u8>(), 1..4_u8).prop_map(|(key, value, events)| Step::Set { key, value, events }),
        1 => (key.clone(), any::<u8>()).prop_map(|(key, value)| Step::Silent { key, value }),
        1 => key.clone().prop_map(|key| Step::Mute { key }),
        1 => Just(Step::Told),
        1 => key.clone().prop_map(|key| Step::Refused { key }),
        1 => key.clone().prop_map(|key| Step::Panics { key }),
        1 => key.prop_map(|key| Step::Swallows { key }),
        2 => Just(Step::Reads),
        1 => Just(Step::ReadPanics),
        1 => Just(Step::ReadFails),
    ];
    vec(step, 1..30)
}

fn rows(store: &Store) -> Result<BTreeMap<String, String>> {
    store.db.read_now(|c| {
        Ok(c.all("SELECT name, value FROM setting WHERE name LIKE 'p%'", args! {}, |r| Ok((r.get(0)?, r.get(1)?)))?
            .into_iter()
            .collect())
    })
}

/// Walks the steps beside a map that says what must be there.
fn walk(store: &Store, steps: Vec<Step>) -> Result<(), TestCaseError> {
    store
        .db
        .write_now(|tx| {
            tx.silent("a test begins");
            tx.exec("DELETE FROM setting WHERE name LIKE 'p%'", args! {})
        })
        .unwrap();
    let mut rows_there = BTreeMap::new();
    let mut seq = store.log().last().map_or(0, |(seq, _)| *seq);
    for step in steps {
        let key = |key: u8| format!("p{key}");
        let told = format!("{step:?}");
        match step {
            Step::Set { key: k, value, events } => {
                let (name, text) = (key(k), value.to_string());
                rows_there.insert(name.clone(), text.clone());
                store
                    .db
                    .write_now(move |tx| {
                        (0..events).for_each(|n| tx.emit(event(n.into())));
                        tx.set(&name, &text)
                    })
                    .unwrap();
                seq += i64::from(events);
            }
            Step::Silent { key: k, value } => {
                let (name, text) = (key(k), value.to_string());
                rows_there.insert(name.clone(), text.clone());
                store
                    .db
                    .write_now(move |tx| {
                        tx.silent("a test");
                        tx.set(&name, &text)
                    })
                    .unwrap();
            }
            Step::Mute { key: k } => prop_assert!(store.db.write_now(move |tx| tx.set(&key(k), "mute")).is_err()),
            Step::Told => {
                store
                    .db
                    .write_now(|tx| {
                        tx.emit(event(1));
                        Ok(())
                    })
                    .unwrap();
                seq += 1;
            }
            Step::Refused { key: k } => {
                let done = store.db.write_now(move |tx| -> Result<()> {
                    tx.emit(event(1));
                    tx.set(&key(k), "refused")?;
                    Err(Error::Stale)
                });
                prop_assert!(matches!(done, Err(Error::Stale)));
            }
            Step::Panics { key: k } => {
                let done = store.db.write_now(move |tx| -> Result<()> {
                    tx.emit(event(1));
                    tx.set(&key(k), "panicked")?;
                    panic!("on purpose")
                });
                prop_assert!(done.is_err());
            }
            Step::Swallows { key: k } => {
                let name = key(k);
                let value = name.clone();
                let done = store.db.write_now(move |tx| {
                    tx.silent("a test");
                    tx.set(&name, "swallowed")?;
                    let _ = tx.exec("INSERT INTO event_touch (seq, kind, subject_id) VALUES (-1, 'x', 1)", args! {});
                    Ok(())
                });
                // PostgreSQL gives up the whole transaction and must not call that a success; SQLite only the statement.
                if store.is_postgres() {
                    prop_assert!(done.is_err(), "a commit that wrote nothing was acknowledged");
                } else if done.is_ok() {
                    rows_there.insert(value, "swallowed".to_owned());
                }
            }
            Step::Reads => {}
            Step::ReadPanics => {
                let done = store.db.read_now(|_| -> Result<()> { panic!("on purpose") });
                prop_assert!(done.is_err());
            }
            Step::ReadFails => {
                let done = store.db.read_now(|c| c.count("SELECT no_such_column FROM setting", args! {}));
                prop_assert!(done.is_err());
            }
        }
        prop_assert_eq!(rows(store).unwrap(), rows_there.clone(), "after {}", told);
        let log = store.log();
        prop_assert!(log.iter().zip(1..).all(|((seq, _), n)| *seq == n), "a gap after {}", told);
        prop_assert_eq!(log.last().map_or(0, |(seq, _)| *seq), seq, "after {}", told);
        prop_assert!(store.db.seq().is_none_or(|s| s == seq), "after {}", told);
    }
    Ok(())
}

#[test]
fn any_order_of_work_leaves_what_was_acknowledged() {
    both(usual, |store| {
        let cases = if store.is_postgres() { 20 } else { 120 };
        let mut runner =
            TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
        runner.run(&steps(), |steps| walk(store, steps)).unwrap();
    });
}

#[test]
fn writers_and_readers_at_once_see_only_whole_transactions() {
    both(
        |open| open.readers = 3,
        |store| {
            store
                .db
                .write_now(|tx| {
                    tx.silent("a test begins");
                    (0..5).try_for_each(|n| tx.set(&format!("sum{n}"), "100"))
                })
                .unwrap();
            let (committed, over) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicBool::new(false)));
            let writers: Vec<_> = (0..4_u32)
                .map(|t| {
                    let (db, committed) = (store.db.clone(), Arc::clone(&committed));
                    std::thread::spawn(move || {
                        for n in 0..40_u32 {
                            let (from, to) = ((t + n) % 5, (t + 2 * n + 1) % 5);
                            let done = db.write_now(move |tx| {
                                for (key, change) in [(from, -7_i64), (to, 7)] {
                                    let held: i64 = db::setting(tx, &format!("sum{key}"))?
                                        .unwrap_or_default()
                                        .parse()
                                        .map_err(Error::internal)?;
                                    tx.set(&format!("sum{key}"), &(held + change).to_string())?;
                                    assert!(n % 11 != 3 || change > 0, "on purpose, half way");
                                }
                                tx.emit(event(i64::from(t) * 1000 + i64::from(n)));
                                if n % 7 == 2 { Err(Error::Stale) } else { Ok(()) }
                            });
                            committed.fetch_add(i64::from(done.is_ok()), SeqCst);
                        }
                    })
                })
                .collect();
            let readers: Vec<_> = (0..2)
                .map(|_| {
                    let (db, over) = (store.db.clone(), Arc::clone(&over));
                    std::thread::spawn(move || {
                        let mut last = 0;
                        while !over.load(SeqCst) {
                            let (sum, seq) = db
                                .read_now(|c| {
                                    let values =
                                        c.all("SELECT value FROM setting WHERE name LIKE 'sum%'", args! {}, |r| {
                                            r.get::<String>(0)
                                        })?;
                                    std::thread::yield_now();
                                    Ok((
                                        values.iter().map(|v| v.parse::<i64>().unwrap()).sum::<i64>(),
                                        c.count("SELECT value FROM counter WHERE name = 'event'", args! {})?,
                                    ))
                                })
                                .unwrap();
                            assert_eq!(sum, 500);
                            assert!(seq >= last, "the log went back from {last} to {seq}");
                            last = seq;
                        }
                    })
                })
                .collect();
            writers.into_iter().for_each(|t| t.join().unwrap());
            over.store(true, SeqCst);
            readers.into_iter().for_each(|t| t.join().unwrap());
            let log = store.log();
            assert!(log.len() > 100 && log.iter().zip(1..).all(|((seq, _), n)| *seq == n));
            assert_eq!(
                i64::try_from(log.len()).unwrap(),
                committed.load(SeqCst),
                "one event for each acknowledged write"
            );
        },
    );
}
