//! The traps of two databases, each as a case.

use db::{Condition, Value, args, dump, entries_after, restore};
use kernel::{Error, Event, Level, Scope, Subject};
use testkit::{both, sqlite};

fn event(n: i64) -> Event {
    Event::new("test.done", Subject::new("test", n)).within(Scope::house(Level::Public))
}

#[test]
fn the_schema_stands_on_both_and_impossible_days_are_refused() {
    both(|fresh| {
        for (day, good) in [
            ("2024-02-29", true),
            ("2026-02-29", false),
            ("2026-13-01", false),
            ("2026-4-1", false),
            ("0000-01-01", false),
            ("2026-11-31", false),
        ] {
            let done = fresh.db.write_now(move |tx| {
                let id = tx.id::<()>();
                tx.emit(event(1));
                tx.exec(
                    "INSERT INTO territory (id, level, name, sort_name, from_day) VALUES (:id, 'land', 'x', 'x', :day)",
                    args! { id: id, day: day },
                )
            });
            assert_eq!(done.is_ok(), good, "{day}");
        }
    });
}

#[test]
fn events_are_gapless_and_a_refused_write_leaves_none() {
    both(|fresh| {
        for n in 1..=5 {
            let _ = fresh.db.write_now(move |tx| {
                tx.set("x", &n.to_string())?;
                tx.emit(event(n));
                if n == 3 { Err(Error::NotFound) } else { Ok(()) }
            });
        }
        let seqs = fresh
            .db
            .read_now(|c| Ok(entries_after(c, 0, 100)?.into_iter().map(|e| (e.seq, e.subject)).collect::<Vec<_>>()))
            .unwrap();
        assert_eq!(seqs, [(1, 1), (2, 2), (3, 4), (4, 5)]);
        assert!(fresh.db.seq().is_none_or(|s| s == 4));
    });
}

#[test]
fn a_write_without_event_is_refused_unless_it_says_why() {
    both(|fresh| {
        assert!(fresh.db.write_now(|tx| tx.set("a", "1")).is_err());
        assert!(
            fresh
                .db
                .write_now(|tx| {
                    tx.silent("a test");
                    tx.set("a", "1")
                })
                .is_ok()
        );
        assert_eq!(fresh.db.read_now(|c| db::setting(c, "a")).unwrap().as_deref(), Some("1"));
    });
}

#[test]
fn two_writers_at_once_keep_the_order_of_commits() {
    both(|fresh| {
        let threads: Vec<_> = (0..4)
            .map(|t| {
                let db = fresh.db.clone();
                std::thread::spawn(move || {
                    for n in 0..25 {
                        db.write_now(move |tx| {
                            let before = tx.count("SELECT value FROM counter WHERE name = 'event'", args! {})?;
                            tx.set(&format!("k{t}"), &before.to_string())?;
                            tx.emit(event(t * 100 + n));
                            Ok(())
                        })
                        .unwrap();
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        let seqs: Vec<i64> =
            fresh.db.read_now(|c| Ok(entries_after(c, 0, 1000)?.into_iter().map(|e| e.seq).collect())).unwrap();
        assert_eq!(seqs, (1..=100).collect::<Vec<_>>());
    });
}

#[test]
fn a_second_node_on_postgresql_keeps_the_order_too() {
    let Some(fresh) = testkit::postgres() else { return };
    let second = db::Db::open(
        &db::Open { node: 1, ..db::Open::new(fresh.url.clone(), fresh.clock.clone()) },
        &migrations::SCHEMA,
    )
    .unwrap();
    let other = second.clone();
    let thread = std::thread::spawn(move || {
        (0..30).for_each(|n| {
            other
                .write_now(move |tx| {
                    tx.set("b", &n.to_string())?;
                    tx.emit(event(n));
                    Ok(())
                })
                .unwrap()
        })
    });
    (0..30).for_each(|n| {
        fresh
            .db
            .write_now(move |tx| {
                tx.set("a", &n.to_string())?;
                tx.emit(event(1000 + n));
                Ok(())
            })
            .unwrap()
    });
    thread.join().unwrap();
    let seqs: Vec<i64> =
        second.read_now(|c| Ok(entries_after(c, 0, 1000)?.into_iter().map(|e| e.seq).collect())).unwrap();
    assert_eq!(seqs, (1..=60).collect::<Vec<_>>());
}

#[test]
fn a_request_dropped_in_mid_query_neither_stops_the_work_nor_loses_the_connection() {
    both(|fresh| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let (begun, wait) = std::sync::mpsc::channel();
        runtime.block_on(async {
            let work = fresh.db.write(move |tx| {
                begun.send(()).unwrap();
                std::thread::sleep(std::time::Duration::from_millis(150));
                tx.set("dropped", "yet written")?;
                tx.emit(event(7));
                Ok(())
            });
            let gone = tokio::time::timeout(std::time::Duration::from_millis(30), work).await;
            assert!(gone.is_err(), "the request must go before the work ends");
        });
        wait.recv().unwrap();
        for _ in 0..20 {
            fresh
                .db
                .write_now(|tx| {
                    tx.emit(event(8));
                    tx.set("next", "1")
                })
                .unwrap();
        }
        assert_eq!(fresh.db.read_now(|c| db::setting(c, "dropped")).unwrap().as_deref(), Some("yet written"));
    });
}

#[test]
fn a_panic_rolls_back_and_the_next_request_is_served() {
    both(|fresh| {
        let gone = fresh.db.write_now(|tx| -> kernel::Result<()> {
            tx.set("p", "1")?;
            panic!("on purpose")
        });
        assert!(gone.is_err());
        assert!(fresh.db.read_now(|_| -> kernel::Result<()> { panic!("on purpose") }).is_err());
        assert_eq!(fresh.db.read_now(|c| db::setting(c, "p")).unwrap(), None);
    });
}

#[test]
fn a_reader_keeps_its_snapshot_and_cannot_write() {
    both(|fresh| {
        let db = fresh.db.clone();
        let (before, after) = fresh
            .db
            .read_now(move |c| {
                let before = db::setting(c, "s")?;
                db.write_now(|tx| {
                    tx.emit(event(1));
                    tx.set("s", "new")
                })?;
                Ok((before, db::setting(c, "s")?))
            })
            .unwrap();
        assert_eq!((before, after), (None, None));
        assert!(
            fresh
                .db
                .read_now(|c| c.find(
                    "INSERT INTO setting (name, value) VALUES ('r', 'r') RETURNING name",
                    args! {},
                    |_| Ok(())
                ))
                .is_err()
        );
    });
}

#[test]
fn what_is_bound_comes_back_the_same() {
    both(|fresh| {
        let row = fresh.db.read_now(|c| {
            c.one("SELECT CAST(:a AS BIGINT), CAST(:b AS TEXT), CAST(:n AS TEXT), CAST(:d AS TEXT) WHERE CAST(:a AS BIGINT) IN (:ids*)",
                args! { a: i64::MAX, b: "Ä'\u{1f}:x", n: None::<String>, d: kernel::Day::literal("2026-11-23"), ids: vec![1, i64::MAX, 3] },
                |r| Ok((r.get::<i64>(0)?, r.get::<String>(1)?, r.get::<Option<String>>(2)?, r.get::<kernel::Day>(3)?)))
        }).unwrap();
        assert_eq!(row, (i64::MAX, "Ä'\u{1f}:x".to_owned(), None, kernel::Day::literal("2026-11-23")));
        let seen = Condition {
            text: "{a}.name IN (:v_names*)".into(),
            args: vec![("v_names", Value::Texts(vec!["s".into()]))],
        };
        let n = fresh
            .db
            .read_now(move |c| {
                c.count("SELECT COUNT(*) FROM setting x WHERE {visible:x}", db::Args::none().visible(seen.clone()))
            })
            .unwrap();
        assert_eq!(n, 0);
    });
}

#[test]
fn a_second_process_on_the_same_file_is_refused_at_once() {
    let fresh = sqlite();
    let started = std::time::Instant::now();
    let second = db::Db::open(&db::Open::new(fresh.url.clone(), fresh.clock.clone()), &migrations::SCHEMA);
    assert!(second.err().unwrap().to_string().contains("in use by another process"));
    assert!(started.elapsed().as_millis() < 1000);
}

#[test]
fn a_newer_schema_and_a_changed_step_are_refused() {
    both(|fresh| {
        let reopened = |sql: &'static str| {
            fresh
                .db
                .write_now(move |tx| {
                    tx.silent("a test");
                    tx.exec(sql, args! {})
                })
                .unwrap();
            match &fresh.url {
                db::Url::Sqlite(path) => {
                    let copy = path.with_extension("copy");
                    let to = copy.display().to_string();
                    let _ = std::fs::remove_file(&copy);
                    let source = rusqlite::Connection::open(path).unwrap();
                    source.execute("VACUUM INTO ?1", [to]).unwrap();
                    db::Db::open(&db::Open::new(db::Url::Sqlite(copy), fresh.clock.clone()), &migrations::SCHEMA)
                }
                url => db::Db::open(&db::Open::new(url.clone(), fresh.clock.clone()), &migrations::SCHEMA),
            }
        };
        let changed = reopened("UPDATE migration SET checksum = 'x' WHERE number = 1");
        assert!(changed.err().unwrap().to_string().contains("was changed after it ran"));
        let newer = reopened("INSERT INTO migration (number, name, checksum, at) VALUES (9999, 'later', 'x', 1)");
        assert!(newer.err().unwrap().to_string().contains("newer version"));
    });
}

#[test]
fn a_backup_of_one_restores_into_the_other() {
    let Some(pg) = testkit::postgres() else { return };
    let lite = sqlite();
    for (from, to) in [(&lite, &pg), (&pg, &lite)] {
        from.clock.advance(60);
        from.db.write_now(|tx| {
            tx.emit(event(1));
            tx.set("name", "Ähre \"x\"")?;
            let (a, b) = (tx.id::<()>(), tx.id::<()>());
            for (id, parent) in [(a, None), (b, Some(a))] {
                tx.exec("INSERT INTO organisation (id, kind, name, sort_name, parent_id, from_day) VALUES (:id, 'other', 'x', 'x', :parent, '2020-01-01')", args! { id: id, parent: parent })?;
            }
            Ok(())
        }).unwrap();
        let text = from
            .db
            .read_now(|c| {
                let mut out = Vec::new();
                dump(c, &mut out)?;
                Ok(out)
            })
            .unwrap();
        let copy = text.clone();
        to.db.write_now(move |tx| restore(tx, &mut copy.as_slice())).unwrap();
        let again = to
            .db
            .read_now(|c| {
                let mut out = Vec::new();
                dump(c, &mut out)?;
                Ok(out)
            })
            .unwrap();
        assert_eq!(String::from_utf8(text.clone()).unwrap(), String::from_utf8(again).unwrap());
        let cut = text[..text.len() - 20].to_vec();
        assert!(to.db.write_now(move |tx| restore(tx, &mut cut.as_slice())).is_err());
        assert_eq!(to.db.read_now(|c| db::setting(c, "name")).unwrap().as_deref(), Some("Ähre \"x\""));
    }
}

#[test]
fn jobs_are_claimed_once_and_come_back_after_their_lease() {
    both(|fresh| {
        fresh
            .db
            .write_now(|tx| {
                tx.silent("a test");
                let now = tx.now();
                tx.enqueue("k", "1", now, Some("u"))?;
                tx.enqueue("k", "2", now, Some("u"))
            })
            .unwrap();
        let first = fresh.db.write_now(|tx| tx.claim_job()).unwrap().unwrap();
        assert_eq!((first.payload.as_str(), first.tries), ("1", 0));
        assert_eq!(fresh.db.write_now(|tx| tx.claim_job()).unwrap(), None);
        fresh.clock.advance(601);
        let again = fresh.db.write_now(|tx| tx.claim_job()).unwrap().unwrap();
        assert_eq!((again.id, again.tries), (first.id, 1));
        fresh.db.write_now(move |tx| tx.settle_job(again.id, db::JobState::Done)).unwrap();
        assert_eq!(fresh.db.read_now(|c| c.next_job_at()).unwrap(), None);
    });
}
