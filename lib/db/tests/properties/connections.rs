//! Connections that end, wait or take too long: one error, then work goes on.

use std::{
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
        mpsc,
    },
    task::{Context, Waker},
    thread,
    time::{Duration, Instant},
};

use db::{Trouble, args};
use kernel::{Error, Result};

use crate::store::{Store, both, event, usual};

pub fn trouble<T>(done: &Result<T>) -> Option<Trouble> {
    match done {
        Err(Error::Internal(fault)) => fault.downcast_ref().copied(),
        _ => None,
    }
}

fn write(store: &Store) -> Result<()> {
    store.db.write_now(|tx| {
        tx.emit(event(1));
        tx.set("w", "1")
    })
}

fn end_all(store: &Store) -> i64 {
    let row = store.stranger().query_one("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", &[]).unwrap();
    thread::sleep(Duration::from_millis(100));
    row.get(0)
}

#[test]
fn a_server_that_closed_idle_connections_is_asked_again_without_anybody_noticing() {
    let Some(store) = Store::postgres(usual) else { return };
    for _ in 0..3 {
        write(&store).unwrap();
        assert_eq!(store.get("w").as_deref(), Some("1"));
        assert!(end_all(&store) >= 2);
        assert_eq!(store.get("w").as_deref(), Some("1"));
        write(&store).unwrap();
    }
    assert_eq!(store.log().len(), 6);
}

#[test]
fn a_connection_that_ends_in_the_middle_costs_one_error_and_nothing_is_written() {
    let Some(store) = Store::postgres(usual) else { return };
    for reads in [true, false] {
        let ((begun, seen), (go, gone)) = (mpsc::channel(), mpsc::channel());
        let db = store.db.clone();
        let work = thread::spawn(move || {
            let run = move |c: &db::Conn| -> Result<()> {
                begun.send(()).unwrap();
                gone.recv().map_err(Error::internal)?;
                c.count("SELECT COUNT(*) FROM setting", args! {}).map(drop)
            };
            if reads {
                db.read_now(run)
            } else {
                db.write_now(move |tx| {
                    tx.emit(event(9));
                    tx.set("lost", "1")?;
                    run(tx)
                })
            }
        });
        seen.recv().unwrap();
        end_all(&store);
        go.send(()).unwrap();
        let done = work.join().unwrap();
        assert_eq!(trouble(&done), Some(Trouble::Away), "{done:?}");
        write(&store).unwrap();
        assert_eq!((store.get("w").as_deref(), store.get("lost")), (Some("1"), None));
    }
    assert_eq!(store.log(), [(1, 1), (2, 1)]);
}

#[test]
fn a_writer_that_waited_in_vain_for_its_turn_writes_the_next_time() {
    let Some(store) = Store::postgres(|open| {
        usual(open);
        open.patience = Duration::from_millis(600);
    }) else {
        return;
    };
    let mut other = store.stranger();
    // Another node holds the turn of the writers for longer than a statement may wait.
    other.batch_execute("SELECT pg_advisory_lock(6717421)").unwrap();
    for _ in 0..3 {
        let started = Instant::now();
        assert!(write(&store).is_err());
        assert!(started.elapsed() < Duration::from_secs(3));
    }
    other.batch_execute("SELECT pg_advisory_unlock(6717421)").unwrap();
    for _ in 0..3 {
        write(&store).unwrap();
    }
    assert_eq!(store.log(), [(1, 1), (2, 1), (3, 1)]);
}

#[test]
fn a_statement_that_takes_too_long_is_broken_off_and_the_next_one_runs() {
    both(
        |open| {
            usual(open);
            open.patience = Duration::from_millis(600);
        },
        |store| {
            let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT COUNT(*) FROM n";
            for _ in 0..2 {
                let started = Instant::now();
                assert!(store.db.read_now(move |c| c.count(endless, args! {})).is_err());
                assert!(
                    store
                        .db
                        .write_now(move |tx| {
                            tx.emit(event(2));
                            tx.set("long", "1")?;
                            tx.count(endless, args! {})
                        })
                        .is_err()
                );
                assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
                assert_eq!(store.get("long"), None);
                write(store).unwrap();
            }
            // Whoever reads many rows slowly is not broken off for that.
            let rows = store.db.read_now(|c| {
                let mut rows = 0;
                c.each(
                    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 80) SELECT x FROM n",
                    args! {},
                    |_| {
                        rows += 1;
                        thread::sleep(Duration::from_millis(10));
                        Ok(())
                    },
                )?;
                Ok(rows)
            });
            assert_eq!(rows.unwrap(), 80);
            assert_eq!(store.log(), [(1, 1), (2, 1)]);
        },
    );
}

#[test]
fn a_backup_may_take_longer_than_a_page_and_the_next_page_may_not() {
    let Some(store) = Store::postgres(|open| {
        usual(open);
        open.patience = Duration::from_millis(600);
    }) else {
        return;
    };
    let timeouts = |c: &db::Conn| {
        c.one("SELECT current_setting('statement_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout')", args! {}, |r| r.get::<String>(0))
    };
    assert_eq!(store.db.read_now(timeouts).unwrap(), "600ms 1min");
    let within = store.db.read_now(move |c| {
        db::dump(c, &mut std::io::sink())?;
        // A statement of the same snapshot, far beyond the patience of a page.
        c.all("SELECT 1::bigint FROM pg_sleep(0.9)", args! {}, |r| r.get::<i64>(0))?;
        timeouts(c)
    });
    assert_eq!(within.unwrap(), "0 0");
    assert_eq!(store.db.read_now(timeouts).unwrap(), "600ms 1min", "the connection's next work has its limits again");
    assert!(
        store.db.read_now(|c| c.all("SELECT 1::bigint FROM pg_sleep(0.9)", args! {}, |r| r.get::<i64>(0))).is_err()
    );
}

#[test]
fn a_stranger_who_holds_the_file_makes_a_write_fail_and_nothing_more() {
    let store = Store::sqlite(usual);
    let db::Url::Sqlite(path) = &store.url else { return };
    let stranger = rusqlite::Connection::open(path).unwrap();
    stranger.execute_batch("BEGIN IMMEDIATE").unwrap();
    let started = Instant::now();
    assert!(write(&store).is_err());
    assert!((2..9).contains(&started.elapsed().as_secs()), "{:?}", started.elapsed());
    assert_eq!(store.get("w"), None, "readers go on");
    stranger.execute_batch("ROLLBACK").unwrap();
    write(&store).unwrap();
    assert_eq!(store.log(), [(1, 1)]);
}

#[test]
fn a_full_queue_answers_at_once_and_empties_again() {
    both(usual, |store| {
        let (go, gate) = mpsc::channel::<()>();
        let (begun, seen) = mpsc::channel();
        let db = store.db.clone();
        let blocked = thread::spawn(move || {
            db.read_now(move |_| {
                begun.send(()).unwrap();
                let _ = gate.recv();
                Ok(())
            })
        });
        seen.recv().unwrap();
        let mut context = Context::from_waker(Waker::noop());
        let started = Instant::now();
        let mut waiting: Vec<_> =
            (0..1200).map(|_| Box::pin(store.db.read(|c| c.count("SELECT 1", args! {})))).collect();
        let answered: Vec<_> = waiting
            .iter_mut()
            .filter_map(|work| match work.as_mut().poll(&mut context) {
                std::task::Poll::Ready(done) => Some(trouble(&done)),
                std::task::Poll::Pending => None,
            })
            .collect();
        assert!(started.elapsed() < Duration::from_secs(1));
        assert_eq!(answered, vec![Some(Trouble::Full); 1200 - 1024]);
        // Writers stand in another line.
        write(store).unwrap();
        go.send(()).unwrap();
        blocked.join().unwrap().unwrap();
        drop(waiting);
        while trouble(&store.db.read_now(|c| c.count("SELECT 1", args! {}))) == Some(Trouble::Full) {
            thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(store.get("w").as_deref(), Some("1"));
    });
}

/// A way to the server that can be cut, and how often somebody set out on it.
struct Way {
    cut: AtomicBool,
    tried: AtomicUsize,
}

impl Way {
    /// Leads from a port of its own to that address.
    fn to(address: &str) -> (Arc<Self>, SocketAddr) {
        let way = Arc::new(Self { cut: AtomicBool::new(false), tried: AtomicUsize::new(0) });
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (port, held, address) = (listener.local_addr().unwrap(), Arc::clone(&way), address.to_owned());
        thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                held.tried.fetch_add(1, SeqCst);
                let Some(far) = TcpStream::connect(&address).ok().filter(|_| !held.cut.load(SeqCst)) else { continue };
                for (mut from, mut to) in [(near.try_clone().unwrap(), far.try_clone().unwrap()), (far, near)] {
                    thread::spawn(move || {
                        let _ = std::io::copy(&mut from, &mut to);
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
            }
        });
        (way, port)
    }
}

#[test]
fn a_server_that_cannot_be_reached_is_not_asked_by_everybody() {
    let held: OnceLock<Arc<Way>> = OnceLock::new();
    let store = Store::postgres(|open| {
        usual(open);
        open.readers = 2;
        let db::Url::Postgres(server) = &mut open.url else { return };
        let (before, rest) = server.config.split_once('@').unwrap();
        let (address, after) = rest.split_once('/').unwrap();
        let (way, port) = Way::to(address);
        server.config = format!("{before}@{port}/{after}");
        let _ = held.set(way);
    });
    let (Some(store), Some(way)) = (store, held.get()) else { return };
    write(&store).unwrap();
    way.cut.store(true, SeqCst);
    end_all(&store);
    way.tried.store(0, SeqCst);
    let started = Instant::now();
    for _ in 0..100 {
        assert_eq!(trouble(&store.db.read_now(|c| c.count("SELECT 1", args! {}))), Some(Trouble::Away));
    }
    let tried = way.tried.load(SeqCst);
    let seconds = usize::try_from(started.elapsed().as_secs()).unwrap() + 1;
    assert!((1..=4 * seconds).contains(&tried), "asked {tried} times in {seconds} s");
    way.cut.store(false, SeqCst);
    thread::sleep(Duration::from_millis(1100));
    assert_eq!(store.get("w").as_deref(), Some("1"));
    write(&store).unwrap();
}

#[test]
fn who_stops_waiting_does_not_stop_the_work() {
    both(usual, |store| {
        let mut context = Context::from_waker(Waker::noop());
        for n in 0..50 {
            let mut work = Box::pin(store.db.write(move |tx| {
                tx.emit(event(n));
                tx.set("dropped", &n.to_string())
            }));
            let _ = work.as_mut().poll(&mut context);
            drop(work);
        }
        write(store).unwrap();
        assert_eq!((store.log().len(), store.get("dropped").as_deref()), (51, Some("49")));
    });
}

/// Something that cannot even be thrown away.
struct Bomb;
impl Drop for Bomb {
    fn drop(&mut self) {
        assert!(thread::panicking(), "on purpose");
    }
}

#[test]
fn an_answer_that_panics_when_nobody_wants_it_does_not_end_the_thread() {
    both(usual, |store| {
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..5 {
            let ((begun, seen), (go, gate)) = (mpsc::channel(), mpsc::channel::<()>());
            let mut read = Box::pin(store.db.read(move |_| {
                begun.send(()).unwrap();
                let _ = gate.recv();
                Ok(Bomb)
            }));
            assert!(read.as_mut().poll(&mut context).is_pending());
            seen.recv().unwrap();
            drop(read);
            go.send(()).unwrap();
            let ((begun, seen), (go, gate)) = (mpsc::channel(), mpsc::channel::<()>());
            let mut write = Box::pin(store.db.write(move |tx| {
                tx.emit(event(1));
                begun.send(()).unwrap();
                let _ = gate.recv();
                Ok(Bomb)
            }));
            assert!(write.as_mut().poll(&mut context).is_pending());
            seen.recv().unwrap();
            drop(write);
            go.send(()).unwrap();
        }
        write(store).unwrap();
        assert_eq!((store.log().len(), store.get("w").as_deref()), (6, Some("1")));
    });
}
