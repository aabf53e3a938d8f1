//! The threads behind the two lines, readers and writers: each owns a connection, begins what the work needs and ends it. What
//! waits in the writers' line shares a commit, see `group`.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use crossbeam_channel::Receiver;
use kernel::{Error, Result};

use crate::{
    Conn, Open, Trouble,
    group::{self, Write},
    memory::Memory,
    pool,
};

/// What reads in the snapshot its line begins; told whether that could be begun.
type Read = Box<dyn FnOnce(&Conn, Result<()>) + Send>;

/// Work in a line.
pub enum Work {
    /// Within a snapshot.
    Read(Read),
    /// Within a transaction, perhaps behind other writes in the same one.
    Write(Write),
    /// Within a transaction of its own.
    Alone(Write),
    /// Beside any transaction.
    Beside(Box<dyn FnOnce(&Conn) + Send>),
}

/// How long a database that could not be reached is not asked again, so that nobody waits in line for the same answer.
const BREATH: Duration = Duration::from_secs(1);

/// Starts a thread that serves a line until nobody can join it any more.
pub fn start(name: String, open: &Open, writer: bool, memory: &Arc<Memory>, queue: &Receiver<Work>) -> Result<()> {
    let (open, memory, queue) = (open.clone(), Arc::clone(memory), queue.clone());
    let run = move || {
        let mut server = Server { open, writer, memory, held: None, failed: None };
        let mut left = None;
        while let Some(work) = left.take().or_else(|| queue.recv().ok()) {
            left = server.serve(work, &queue);
        }
    };
    thread::Builder::new().name(name).spawn(run).map(drop).map_err(Error::internal)
}

struct Server {
    open: Open,
    writer: bool,
    memory: Arc<Memory>,
    held: Option<Conn>,
    failed: Option<Instant>,
}

impl Server {
    /// Does the work, or drops it when there is no connection, so that whoever waits hears of it. Gives back work it took from
    /// the line and could not do.
    fn serve(&mut self, work: Work, queue: &Receiver<Work>) -> Option<Work> {
        let begun = self.begun(!matches!(work, Work::Beside(_)));
        let conn = self.held.as_ref()?;
        // A thread that dies would leave its line waiting for ever.
        let done = catch_unwind(AssertUnwindSafe(|| match work {
            Work::Read(work) => {
                work(conn, begun);
                None
            }
            Work::Write(work) => group::write(conn, begun, work, queue),
            Work::Alone(work) => {
                group::write_alone(conn, begun, work);
                None
            }
            Work::Beside(work) => {
                work(conn);
                None
            }
        }));
        if done.is_err() || unfinished(conn) {
            self.held = None;
        }
        done.ok().flatten()
    }

    /// Begins what the work needs. A connection that ended while it was idle shows only now; nothing was asked of it yet,
    /// so a new one may be asked the same.
    fn begun(&mut self, within: bool) -> Result<()> {
        for _ in 0..2 {
            let writer = self.writer;
            let Some(conn) = self.connected() else { break };
            let begun = if within { begin(conn, writer) } else { Ok(()) };
            match &begun {
                Err(Error::Internal(fault)) if fault.downcast_ref() == Some(&Trouble::Away) => self.held = None,
                _ => return begun,
            }
        }
        self.held = None;
        Err(Error::internal(Trouble::Away))
    }

    fn connected(&mut self) -> Option<&Conn> {
        if self.held.as_ref().is_none_or(Conn::is_broken) {
            // The old one goes first, on this very thread.
            self.held = None;
            if self.failed.is_some_and(|at| at.elapsed() < BREATH) {
                return None;
            }
            match pool::connection(&self.open, self.writer) {
                Ok(conn) => self.held = Some(conn.with_memory(Arc::clone(&self.memory), self.writer)),
                Err(cause) => {
                    tracing::error!("no connection to the database: {cause}");
                    self.failed = Some(Instant::now());
                }
            }
        }
        self.held.as_ref()
    }
}

/// Begins a snapshot or, for a writer, a transaction: one at a time on both databases. SQLite has one writer anyway,
/// PostgreSQL gets it by an advisory lock.
pub fn begin(conn: &Conn, writer: bool) -> Result<()> {
    conn.begin_work();
    let sql = match (conn.is_postgres(), writer) {
        (true, true) => "BEGIN; SELECT pg_advisory_xact_lock(6717421)",
        (true, false) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        (false, true) => "BEGIN IMMEDIATE",
        (false, false) => "BEGIN",
    };
    conn.script(sql).inspect_err(|_| {
        // One that waited in vain for its turn must not stay half begun.
        if conn.is_postgres() {
            let _ = conn.script("ROLLBACK");
        }
    })
}

/// Reads in the snapshot that was begun, and ends it.
pub fn in_snapshot<T>(conn: &Conn, f: impl FnOnce(&Conn) -> Result<T>) -> Result<T> {
    let result = catch_unwind(AssertUnwindSafe(|| f(conn)));
    let ended = conn.script("ROLLBACK");
    let value = result.map_err(|_| Error::internal(Trouble::Panicked))??;
    ended.map(|()| value)
}

/// A transaction left open is a connection nobody may use again.
fn unfinished(conn: &Conn) -> bool {
    !conn.is_postgres() && conn.is_within()
}
