//! A commit that fails: said aloud, nothing left, no number of the log used up.

use db::args;
use kernel::{Error, Result};

use crate::store::{both, event, usual};

#[test]
fn a_commit_that_fails_rolls_back_and_says_so() {
    both(usual, |store| {
        store
            .db
            .write_now(|tx| {
                tx.emit(event(1));
                tx.set("before", "1")
            })
            .unwrap();
        for _ in 0..3 {
            let done = store.db.write_now(|tx| {
                // What is only looked at in the end fails in the end.
                tx.exec(
                    if tx.is_postgres() { "SET CONSTRAINTS ALL DEFERRED" } else { "PRAGMA defer_foreign_keys = ON" },
                    args! {},
                )?;
                tx.emit(event(2));
                tx.emit(event(3));
                tx.set("during", "1")?;
                tx.exec("INSERT INTO event_touch (seq, kind, subject_id) VALUES (987654, 'x', 1)", args! {}).map(drop)
            });
            assert!(matches!(done, Err(Error::Internal(_))), "{done:?}");
            assert_eq!(store.get("during"), None);
            assert!(store.db.seq().is_none_or(|seq| seq == 1));
        }
        store
            .db
            .write_now(|tx| {
                tx.emit(event(4));
                tx.set("after", "1")
            })
            .unwrap();
        assert_eq!(store.log(), [(1, 1), (2, 4)]);
        assert_eq!(store.db.read_now(|c| c.count("SELECT COUNT(*) FROM event_touch", args! {})).unwrap(), 0);
    });
}

#[test]
fn an_event_without_a_change_is_an_event_and_a_change_without_a_word_is_none() {
    both(usual, |store| {
        store
            .db
            .write_now(|tx| {
                tx.emit(event(5));
                Ok(())
            })
            .unwrap();
        store.db.write_now(|_| Ok(())).unwrap();
        store.db.write_now(|tx| tx.exec("UPDATE setting SET value = 'x' WHERE name = 'nobody'", args! {})).unwrap();
        assert!(store.db.write_now(|tx| tx.set("mute", "x")).is_err());
        // A row written by a question counts as well.
        let returned = store.db.write_now(|tx| {
            tx.find("INSERT INTO setting (name, value) VALUES ('returned', 'x') RETURNING name", args! {}, |r| {
                r.get::<String>(0)
            })
        });
        assert!(returned.is_err(), "a row was written without an event");
        assert_eq!((store.log(), store.get("mute"), store.get("returned")), (vec![(1, 5)], None, None));
    });
}

#[test]
fn many_events_of_one_write_keep_their_order_and_what_they_touched() {
    both(usual, |store| {
        for round in 0..3 {
            store
                .db
                .write_now(move |tx| -> Result<()> {
                    for n in 0..50 {
                        let touched = kernel::Subject::new("other", n % 5);
                        tx.emit(event(round * 50 + n).touching(touched).touching(touched));
                    }
                    Ok(())
                })
                .unwrap();
        }
        let entries = store.db.read_now(|c| db::entries_after(c, 20, 100)).unwrap();
        assert_eq!(entries.len(), 100);
        for (entry, n) in entries.iter().zip(20..) {
            assert_eq!((entry.seq, entry.subject), (n + 1, n));
            assert_eq!(entry.touched, [("other".to_owned(), n % 50 % 5)], "said twice, kept once");
        }
    });
}
