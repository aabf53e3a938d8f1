//! A transaction: what writers get. Every change leaves an event, numbered without gaps in commit order.

use std::{
    cell::{Cell, RefCell},
    ops::Deref,
};

use kernel::{Error, Event, Id, IdMaker, Result};

use crate::{Args, Conn, Trouble, args};

/// A running write. Reads as a [`Conn`]; commits when the closure of [`crate::Db::write`] returns `Ok`.
pub struct Tx<'a> {
    conn: &'a Conn,
    ids: &'a IdMaker,
    events: RefCell<Vec<Event>>,
    silent: Cell<bool>,
}

impl Deref for Tx<'_> {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.conn
    }
}

impl<'a> Tx<'a> {
    pub(crate) const fn new(conn: &'a Conn, ids: &'a IdMaker) -> Self {
        Self { conn, ids, events: RefCell::new(Vec::new()), silent: Cell::new(false) }
    }

    /// A new id, greater than all before.
    #[must_use]
    pub fn id<T: ?Sized>(&self) -> Id<T> {
        self.ids.next()
    }

    /// Never again gives an id up to `seen`, which a restore brought.
    pub(crate) fn raise_ids(&self, seen: i64) {
        self.ids.raise(seen);
    }

    /// Runs one changing statement and tells how many rows it changed.
    ///
    /// # Errors
    /// When the statement fails.
    pub fn exec(&self, sql: &str, args: Args) -> Result<u64> {
        self.conn.run(sql, &args)
    }

    /// Runs a statement that must change exactly one row, as after reading it with its version.
    ///
    /// # Errors
    /// [`Error::Stale`] when it changed none.
    pub fn exec_one(&self, sql: &str, args: Args) -> Result<()> {
        match self.exec(sql, args)? {
            1 => Ok(()),
            0 => Err(Error::Stale),
            n => Err(Error::internal(format!("{n} rows changed where one was meant: {sql}"))),
        }
    }

    /// Runs a part of the write that may fail on its own: an error undoes what the part wrote and the events it left, and
    /// the rest of the transaction goes on.
    ///
    /// # Errors
    /// What the part answers with, or when the database cannot go back.
    pub fn attempt<T>(&self, part: impl FnOnce() -> Result<T>) -> Result<T> {
        let events = self.events.borrow().len();
        self.conn.script("SAVEPOINT part")?;
        let result = part();
        if result.is_err() {
            self.events.borrow_mut().truncate(events);
            self.conn.script("ROLLBACK TO SAVEPOINT part")?;
        }
        self.conn.script("RELEASE SAVEPOINT part")?;
        result
    }

    /// Runs a part that deletes rows, and tells whether it could: `false` when other rows still refer to one of them, of
    /// whatever table; then nothing of the part is done.
    ///
    /// # Errors
    /// When the part fails for another reason.
    pub fn attempt_removal(&self, part: impl FnOnce() -> Result<()>) -> Result<bool> {
        match self.attempt(part) {
            Ok(()) => Ok(true),
            Err(Error::Internal(fault)) if fault.downcast_ref() == Some(&Trouble::Referred) => Ok(false),
            Err(cause) => Err(cause),
        }
    }

    /// Leaves an event, written when the transaction commits.
    pub fn emit(&self, event: Event) {
        self.events.borrow_mut().push(event);
    }

    /// Whether a row was changed so far.
    #[must_use]
    pub fn has_written(&self) -> bool {
        self.conn.wrote.get()
    }

    /// Says that this write needs no event, and why (bookkeeping of sessions, jobs and the like).
    pub fn silent(&self, reason: &'static str) {
        debug_assert!(!reason.is_empty(), "silence needs a reason");
        self.silent.set(true);
    }

    /// Asks that behind the commit nothing be left of the rows of `table` that were replaced: neither in SQLite's log nor as dead
    /// rows on PostgreSQL. It is done as soon as the authors are answered, and as far as nobody reads the old rows just then.
    pub fn scrub(&self, table: &'static str) {
        self.conn.note_scrub(table);
    }

    /// Runs a script inside the transaction; only a restore needs it.
    pub(crate) fn conn_script(&self, sql: &str) -> Result<()> {
        self.conn.script(sql)
    }

    /// Writes the events and gives the number of the last one, 0 when there was none.
    ///
    /// The counter is one row and is updated last: whoever commits next counts on from here.
    pub(crate) fn close(&self) -> Result<i64> {
        self.count_facts()?;
        let events = self.events.take();
        if events.is_empty() {
            let spoken = self.silent.get() || !self.conn.wrote.get();
            return if spoken { Ok(0) } else { Err(Error::internal("a write left no event and did not say why")) };
        }
        let count = i64::try_from(events.len()).map_err(Error::internal)?;
        let last = self.one(
            "UPDATE counter SET value = value + :n WHERE name = 'event' RETURNING value",
            args! { n: count },
            |r| r.get::<i64>(0),
        )?;
        for (seq, event) in (last - count + 1..).zip(&events) {
            self.write_event(seq, event)?;
        }
        Ok(last)
    }

    /// The facts are those of another database now, their number among them: what this process remembers, and would
    /// remember later, could be of either. It remembers nothing any more.
    pub(crate) fn forget_facts(&self) {
        self.conn.changed_facts.set(false);
        if let Some(memory) = self.conn.memory() {
            memory.close();
        }
    }

    /// Counts the facts on when one was changed, so that no answer remembered before is given after.
    fn count_facts(&self) -> Result<()> {
        if self.conn.changed_facts.get() {
            self.conn.run("INSERT INTO counter (name, value) VALUES ('facts', 1) ON CONFLICT (name) DO UPDATE SET value = counter.value + 1", &args! {})?;
        }
        Ok(())
    }

    fn write_event(&self, seq: i64, event: &Event) -> Result<()> {
        self.conn.run(
            "INSERT INTO event (seq, at, verb, kind, subject_id, actor_id, network_id, body_id, level) \
             VALUES (:seq, :at, :verb, :kind, :subject, :actor, :network, :body, :level)",
            &args! { seq: seq, at: self.now(), verb: event.verb, kind: event.subject.kind, subject: event.subject.id,
            actor: event.actor, network: event.network, body: event.body, level: event.level },
        )?;
        for touched in &event.touched {
            self.conn.run(
                "INSERT INTO event_touch (seq, kind, subject_id) VALUES (:seq, :kind, :subject) ON CONFLICT DO NOTHING",
                &args! { seq: seq, kind: touched.kind, subject: touched.id },
            )?;
        }
        Ok(())
    }
}
