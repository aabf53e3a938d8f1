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
/// How long the first one waits for others that are in the line already. Nobody waits for what may come.
const LONGEST: Duration = Duration::from_millis(25);

/// Runs a write in the transaction that was begun, then those that wait behind it, commits and answers them all. Gives back what
/// it took from the line and could not do.
pub fn write(conn: &Conn, begun: Result<()>, first: Write, queue: &Receiver<Work>) -> Option<Work> {
    let opened = Instant::now();
    if begun.is_err() {
        answer(first(conn, begun), Ok(()));
        return None;
    }
    let first = first(conn, Ok(()));
    if first.refused {
        answer(first, conn.script("ROLLBACK"));
        return None;
    }
    let (mut waiting, mut left) = (vec![(first, Ok(()))], None);
    while waiting.len() < MOST && opened.elapsed() < LONGEST && left.is_none() {
        match queue.try_recv() {
            Ok(Work::Write(next)) => match behind(conn, next) {
                Ok(done) => waiting.push(done),
                Err(next) => left = Some(Work::Write(next)),
            },
            Ok(other) => left = Some(other),
            Err(_) => break,
        }
    }
    let kept = commit(conn);
    for (written, own) in waiting {
        answer(written, own.and_then(|()| kept.clone()));
    }
    left
}

/// Runs a write behind others, or gives it back when the transaction takes no more: then nothing of it ran.
fn behind(conn: &Conn, next: Write) -> Result<(Written, Result<()>), Write> {
    if conn.script("SAVEPOINT write").is_err() {
        return Err(next);
    }
    conn.begin_work();
    let written = next(conn, Ok(()));
    let undo = || conn.script("ROLLBACK TO SAVEPOINT write; RELEASE SAVEPOINT write");
    let own = if written.refused {
        undo()
    } else {
        // PostgreSQL keeps nothing of a write that went on after a statement failed, and says so here.
        conn.script("RELEASE SAVEPOINT write").or_else(|cause| undo().and(Err(cause)))
    };
    Ok((written, own))
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
