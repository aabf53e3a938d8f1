//! Writes that wait together are kept together: one commit, one flush of the disk for all of them, and nobody is answered before it.
//!
//! Each write but the first stands behind a savepoint, so that one that is refused or panics takes nothing with it. They run one
//! after the other as before, each with its own moment, and each sees what those before it wrote: should the commit fail, all of
//! them failed. See `decisions/0039`.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use crossbeam_channel::Receiver;
use kernel::{Error, IdMaker, Result};

use crate::{Conn, Trouble, Tx, line::Work};

/// A write: runs in a transaction, and tells whether that could be begun.
pub type Write = Box<dyn FnOnce(&Conn, Result<()>) -> Written + Send>;

/// A write that ran and whose author waits.
pub struct Written {
    /// Nothing of it is to be kept.
    pub refused: bool,
    /// Answers its author, once it is known whether the rest was kept.
    pub answer: Box<dyn FnOnce(Result<()>)>,
}

/// The most writes that share a commit.
const MOST: usize = 64;
/// How long after the first one began another that is in the line already may join it. Nobody waits for what may come.
const LONGEST: Duration = Duration::from_millis(25);

/// Runs a write in a transaction of its own that was begun, commits and answers.
pub fn write_alone(conn: &Conn, begun: Result<()>, work: Write) {
    if let Some(written) = lead(conn, begun, work) {
        answer(written, commit(conn));
        conn.scrub();
    }
}

/// Runs a write in the transaction that was begun, then those that wait behind it, commits and answers them all. Gives back what
/// it took from the line and could not do.
pub fn write(conn: &Conn, begun: Result<()>, first: Write, queue: &Receiver<Work>) -> Option<Work> {
    let opened = Instant::now();
    let first = lead(conn, begun, first)?;
    let (mut waiting, mut left, mut undone) = (vec![(first, Ok(()))], None, Ok(()));
    while waiting.len() < MOST && opened.elapsed() < LONGEST && conn.is_within() && undone.is_ok() {
        match queue.try_recv() {
            Ok(Work::Write(next)) => match behind(conn, next) {
                Ok(done) => {
                    waiting.push((done.written, done.own));
                    undone = done.undone;
                }
                Err(next) => left = Some(Work::Write(next)),
            },
            Ok(other) => left = Some(other),
            Err(_) => break,
        }
        if left.is_some() {
            break;
        }
    }
    // What could not be undone alone must not be kept with the rest.
    let kept = undone.inspect_err(|_| drop(conn.script("ROLLBACK"))).and_then(|()| commit(conn));
    for (written, own) in waiting {
        answer(written, own.and_then(|()| kept.clone()));
    }
    conn.scrub();
    left
}

/// Runs the first write of a transaction. None when it was answered already, because there is nothing to keep.
fn lead(conn: &Conn, begun: Result<()>, first: Write) -> Option<Written> {
    let within = begun.is_ok();
    let written = first(conn, begun);
    if written.refused {
        answer(written, if within { conn.script("ROLLBACK") } else { Ok(()) });
        return None;
    }
    Some(written)
}

/// A write that ran behind others.
struct Behind {
    written: Written,
    /// Whether its own part can be kept.
    own: Result<()>,
    /// Whether its part was undone, where it had to be.
    undone: Result<()>,
}

/// Runs a write behind others, or gives it back when the transaction takes no more: then nothing of it ran.
fn behind(conn: &Conn, next: Write) -> Result<Behind, Write> {
    if conn.script("SAVEPOINT write").is_err() {
        return Err(next);
    }
    conn.begin_work();
    let written = next(conn, Ok(()));
    // PostgreSQL keeps nothing of a write that went on after a statement failed, and says so here.
    let own = if written.refused { Ok(()) } else { conn.script("RELEASE SAVEPOINT write") };
    let undone = if written.refused || own.is_err() {
        conn.script("ROLLBACK TO SAVEPOINT write; RELEASE SAVEPOINT write")
    } else {
        Ok(())
    };
    Ok(Behind { written, own, undone })
}

/// Keeps everything the transaction wrote, or nothing.
fn commit(conn: &Conn) -> Result<()> {
    // PostgreSQL answers COMMIT after a failed statement with a silent ROLLBACK; the question before it fails aloud.
    conn.script(if conn.is_postgres() { "SELECT 1; COMMIT" } else { "COMMIT" }).inspect_err(|_| {
        let _ = conn.script("ROLLBACK");
    })
}

/// Answers an author. One who no longer waits may drop what she was to get, and that may panic.
fn answer(written: Written, kept: Result<()>) {
    let _ = catch_unwind(AssertUnwindSafe(|| (written.answer)(kept)));
}

/// Runs a closure in the transaction that was begun and writes its events. Gives the number of the last event as well.
pub fn run<T>(conn: &Conn, ids: &IdMaker, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<(T, i64)> {
    let tx = Tx::new(conn, ids);
    let done = catch_unwind(AssertUnwindSafe(|| {
        let value = f(&tx)?;
        let seq = tx.close()?;
        Ok((value, seq))
    }));
    done.unwrap_or_else(|_| Err(Error::internal(Trouble::Panicked)))
}
