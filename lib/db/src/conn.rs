//! A connection within one snapshot: what readers get.

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

use kernel::{Clock, Day, Error, Moment, Result};

use crate::{Args, Row, memory::Memory, postgres_side::Postgres, sqlite_side::Sqlite};

pub enum Driver {
    Sqlite(Sqlite),
    Postgres(Box<Postgres>),
}

/// One connection in one snapshot, with the moment at which the request began.
pub struct Conn {
    pub(crate) driver: RefCell<Driver>,
    now: Cell<Moment>,
    clock: Clock,
    statements: Cell<u32>,
    /// Whether a statement of this piece of work changed a row.
    pub(crate) wrote: Cell<bool>,
    /// Whether it changed a row that remembered answers may rest on.
    pub(crate) changed_facts: Cell<bool>,
    /// The tables of which nothing that was replaced may stay behind the next commit.
    scrub: RefCell<Vec<&'static str>>,
    memory: Option<Arc<Memory>>,
    writer: bool,
    remembering: Cell<bool>,
    facts: Cell<Option<i64>>,
}

impl Conn {
    pub(crate) fn new(driver: Driver, clock: Clock) -> Self {
        let now = clock.now();
        Self {
            driver: RefCell::new(driver),
            now: Cell::new(now),
            clock,
            statements: Cell::new(0),
            wrote: Cell::new(false),
            changed_facts: Cell::new(false),
            scrub: RefCell::default(),
            memory: None,
            writer: false,
            remembering: Cell::new(false),
            facts: Cell::new(None),
        }
    }

    /// The same, in a line of readers or writers that share what is remembered.
    pub(crate) fn with_memory(self, memory: Arc<Memory>, writer: bool) -> Self {
        Self { memory: Some(memory), writer, ..self }
    }
    pub(crate) fn memory(&self) -> Option<&Memory> {
        self.memory.as_deref()
    }
    pub(crate) const fn is_writer(&self) -> bool {
        self.writer
    }
    pub(crate) fn set_remembering(&self, now: bool) {
        self.remembering.set(now);
    }
    pub(crate) fn known_facts(&self) -> Option<i64> {
        self.facts.get()
    }
    pub(crate) fn know_facts(&self, facts: i64) {
        self.facts.set(Some(facts));
    }
    pub(crate) fn add_statements(&self, more: u32) {
        self.statements.set(self.statements.get() + more);
    }

    pub(crate) fn note_scrub(&self, table: &'static str) {
        let mut tables = self.scrub.borrow_mut();
        if !tables.contains(&table) {
            tables.push(table);
        }
    }

    /// Takes away what commits left of the tables that were noted: earlier pages in SQLite's log, dead rows on PostgreSQL. As
    /// far as nobody reads it at this moment; what stays goes with the next time.
    pub(crate) fn scrub(&self) {
        let tables = self.scrub.take();
        if tables.is_empty() {
            return;
        }
        let done = if self.is_postgres() {
            tables.iter().try_for_each(|table| self.script(&format!("VACUUM (SKIP_LOCKED, TRUNCATE OFF) {table}")))
        } else {
            // Nobody waits for readers.
            self.script("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000")
        };
        if let Err(cause) = done {
            tracing::warn!("what was replaced stays in the database's files for now: {cause}");
        }
    }

    /// Begins a new piece of work: the moment is taken once, the count starts again.
    pub(crate) fn begin_work(&self) {
        self.now.set(self.clock.now());
        self.statements.set(0);
        self.wrote.set(false);
        self.changed_facts.set(false);
        self.remembering.set(false);
        self.facts.set(None);
    }

    /// The moment this request began; it does not move while the request runs.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now.get()
    }

    /// Today in Germany at that moment.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.get().day()
    }

    /// How many statements ran since the work began; tests pin it per page.
    #[must_use]
    pub fn statements(&self) -> u32 {
        self.statements.get()
    }

    /// Whether this is PostgreSQL. Only for the few places where the two cannot share a text.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        matches!(*self.driver.borrow(), Driver::Postgres(_))
    }

    /// Every row.
    ///
    /// # Errors
    /// When the statement fails or `read` does.
    pub fn all<T>(&self, sql: &str, args: Args, mut read: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.each(sql, args, |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// When the statement fails or `read` does.
    pub fn find<T>(&self, sql: &str, args: Args, read: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Option<T>> {
        Ok(self.all(sql, args, read)?.into_iter().next())
    }

    /// The first row; none is [`Error::NotFound`].
    ///
    /// # Errors
    /// As told, or when the statement fails.
    pub fn one<T>(&self, sql: &str, args: Args, read: impl FnMut(&Row<'_>) -> Result<T>) -> Result<T> {
        self.find(sql, args, read)?.ok_or(Error::NotFound)
    }

    /// The number in the first column of the first row, 0 without rows.
    ///
    /// # Errors
    /// When the statement fails.
    pub fn count(&self, sql: &str, args: Args) -> Result<i64> {
        Ok(self.find(sql, args, |row| row.get::<Option<i64>>(0))?.flatten().unwrap_or(0))
    }

    /// Calls `read` for each row without keeping them.
    ///
    /// # Errors
    /// When the statement fails or `read` does.
    pub fn each(&self, sql: &str, args: Args, mut read: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        self.require_within()?;
        self.statements.set(self.statements.get() + 1);
        let changes = ["INSERT", "UPDATE", "DELETE"]
            .iter()
            .any(|word| sql.trim_start().get(..6).is_some_and(|begin| begin.eq_ignore_ascii_case(word)));
        debug_assert!(
            !self.remembering.get() || self.memory().and_then(|m| m.forbidden(sql)).is_none(),
            "nothing may be remembered of what {sql} reads"
        );
        // A `WITH` may hide a change.
        if self.writer && !changes && !sql.trim_start().get(..6).is_some_and(|b| b.eq_ignore_ascii_case("SELECT")) {
            self.changed_facts.set(true);
        }
        let mut noted = |row: &Row<'_>| {
            // `RETURNING` gives a row for each one it changed.
            if changes {
                self.note_change(sql);
            }
            read(row)
        };
        match &mut *self.driver.borrow_mut() {
            Driver::Sqlite(sqlite) => sqlite.each(sql, &args, &mut noted),
            Driver::Postgres(postgres) => postgres.each(sql, &args, &mut noted),
        }
    }

    pub(crate) fn run(&self, sql: &str, args: &Args) -> Result<u64> {
        self.require_within()?;
        self.statements.set(self.statements.get() + 1);
        let changed = match &mut *self.driver.borrow_mut() {
            Driver::Sqlite(sqlite) => sqlite.run(sql, args),
            Driver::Postgres(postgres) => postgres.run(sql, args),
        }?;
        if changed > 0 {
            self.note_change(sql);
        }
        Ok(changed)
    }

    fn note_change(&self, sql: &str) {
        self.wrote.set(true);
        if !self.changed_facts.get() && !self.memory().is_some_and(|m| m.is_apart(sql)) {
            self.changed_facts.set(true);
        }
    }

    /// Runs a script of several statements without parameters.
    pub(crate) fn script(&self, sql: &str) -> Result<()> {
        match &mut *self.driver.borrow_mut() {
            Driver::Sqlite(sqlite) => sqlite.script(sql),
            Driver::Postgres(postgres) => postgres.script(sql),
        }
    }

    /// How SQLite would run each statement this connection remembers, as `EXPLAIN QUERY PLAN` tells it; nothing on
    /// PostgreSQL. For tests: no page may read a table from end to end.
    ///
    /// # Errors
    /// When a statement cannot be prepared any more.
    pub fn plans(&self) -> Result<Vec<(String, Vec<String>)>> {
        match &mut *self.driver.borrow_mut() {
            Driver::Sqlite(sqlite) => sqlite.plans(),
            Driver::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// Whether a transaction is open, as far as can be told from here. A full disk, or a statement that is broken off, makes
    /// SQLite end it by itself; PostgreSQL lets nothing more happen in it.
    pub(crate) fn is_within(&self) -> bool {
        match &*self.driver.borrow() {
            Driver::Sqlite(sqlite) => sqlite.in_transaction(),
            Driver::Postgres(postgres) => !postgres.is_closed(),
        }
    }

    /// Writes run in a transaction: what went on after SQLite ended it would be kept by itself, whatever is answered.
    fn require_within(&self) -> Result<()> {
        if self.writer && !self.is_within() {
            return Err(Error::internal("the database ended the transaction"));
        }
        Ok(())
    }

    /// Whether the connection can still be used.
    pub(crate) fn is_broken(&self) -> bool {
        match &*self.driver.borrow() {
            Driver::Sqlite(_) => false,
            Driver::Postgres(postgres) => postgres.is_closed(),
        }
    }
}
