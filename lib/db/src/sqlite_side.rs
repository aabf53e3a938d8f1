//! SQLite: inside the program, write-ahead log, every commit on the disk before it is acknowledged.

use std::{
    collections::HashMap,
    fmt::Write,
    path::Path,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering::Relaxed},
    },
    time::Duration,
};

use kernel::{Error, Result};
use rusqlite::{Connection, OpenFlags, config::DbConfig, types::ToSqlOutput};

use crate::{
    Args, Row, Trouble, Value,
    text::{Bind, Prepared, prepare, slot_value},
};

pub struct Sqlite {
    conn: Connection,
    texts: HashMap<String, Rc<Prepared>>,
    /// How many more of [`STEPS`] the running statement may take.
    left: Arc<AtomicI64>,
    patience: i64,
}

/// How many prepared statements one connection keeps.
const STATEMENTS: usize = 256;
/// How many texts one connection remembers. Statements are written in the code, so this is only a wall.
pub const TEXTS: usize = 1024;
/// So many steps of SQLite's machine count as one millisecond, so that a slow reader of the rows is not to blame.
const STEPS: i32 = 50_000;

impl Sqlite {
    /// Opens the file. `writer` may change it; readers cannot, whatever a statement says.
    /// A statement that takes far longer than `patience` on any machine is broken off.
    pub fn open(path: &Path, writer: bool, synchronous: &str, patience: Duration) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut conn = Connection::open_with_flags(path, flags).map_err(Error::internal)?;
        conn.busy_timeout(Duration::from_secs(5)).map_err(Error::internal)?;
        conn.set_prepared_statement_cache_capacity(STATEMENTS);
        // Else SQLite plans a kept statement anew whenever another value is bound, which takes longer than running it.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(Error::internal)?;
        // Page caches of our own are small: the operating system keeps the file's pages for all connections, and what is mapped
        // is not copied. So much at most as SQLite maps (SQLITE_MAX_MMAP_SIZE). What is deleted is overwritten with zeros.
        conn.execute_batch(&format!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON; PRAGMA cache_size = -4096; \
             PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 2147418112; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA query_only = {};",
            if writer { "OFF" } else { "ON" }
        ))
        .map_err(Error::internal)?;
        let left = Arc::new(AtomicI64::new(i64::MAX));
        let seen = Arc::clone(&left);
        conn.progress_handler(STEPS, Some(move || seen.fetch_sub(1, Relaxed) <= 0)).map_err(Error::internal)?;
        Ok(Self {
            conn,
            texts: HashMap::new(),
            left,
            patience: i64::try_from(patience.as_millis()).unwrap_or(i64::MAX),
        })
    }

    fn prepared(&mut self, sql: &str, args: &Args) -> Result<Rc<Prepared>> {
        let key = cache_key(sql, args);
        if let Some(known) = self.texts.get(&key) {
            return Ok(Rc::clone(known));
        }
        let made = Rc::new(prepare(sql, args, '?')?);
        if self.texts.len() >= TEXTS {
            self.texts.clear();
        }
        self.texts.insert(key, Rc::clone(&made));
        Ok(made)
    }

    pub fn each(&mut self, sql: &str, args: &Args, read: &mut dyn FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let prepared = self.prepared(sql, args)?;
        let mut statement = self.conn.prepare_cached(&prepared.text).map_err(|e| fault(&e, sql))?;
        bind(&mut statement, &prepared, args)?;
        self.left.store(self.patience, Relaxed);
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(|e| fault(&e, sql))? {
            read(&Row::Sqlite(row))?;
        }
        Ok(())
    }

    pub fn run(&mut self, sql: &str, args: &Args) -> Result<u64> {
        let prepared = self.prepared(sql, args)?;
        let mut statement = self.conn.prepare_cached(&prepared.text).map_err(|e| fault(&e, sql))?;
        bind(&mut statement, &prepared, args)?;
        self.left.store(self.patience, Relaxed);
        let changed = statement.raw_execute().map_err(|e| fault(&e, sql))?;
        Ok(changed as u64)
    }

    pub fn script(&mut self, sql: &str) -> Result<()> {
        self.left.store(i64::MAX, Relaxed);
        self.conn.execute_batch(sql).map_err(|e| fault(&e, sql))
    }

    pub fn plans(&mut self) -> Result<Vec<(String, Vec<String>)>> {
        let mut texts: Vec<&str> = self.texts.values().map(|known| known.text.as_str()).collect();
        texts.sort_unstable();
        let plan = |text: &&str| {
            let mut statement =
                self.conn.prepare(&format!("EXPLAIN QUERY PLAN {text}")).map_err(|e| fault(&e, text))?;
            let lines = statement.raw_query().mapped(|row| row.get(3)).collect::<rusqlite::Result<_>>();
            Ok(((*text).to_owned(), lines.map_err(|e| fault(&e, text))?))
        };
        texts.iter().map(plan).collect()
    }

    /// Whether a transaction is open, which a panic may have left behind.
    pub fn in_transaction(&self) -> bool {
        !self.conn.is_autocommit()
    }
}

/// The same text with the same parameters in the same order, lists of the same padded lengths and the same condition is
/// the same statement.
pub fn cache_key(sql: &str, args: &Args) -> String {
    let mut key = String::with_capacity(sql.len() + 256);
    key.push_str(sql);
    for (name, value) in &args.named {
        key.push('|');
        key.push_str(name);
        let len = match value {
            Value::Ints(list) => list.len(),
            Value::Texts(list) => list.len(),
            _ => continue,
        };
        let _ = write!(key, " {}", crate::text::padded(len));
    }
    if let Some(condition) = &args.visible {
        key.push('|');
        key.push_str(&condition.text);
    }
    key
}

fn bind(statement: &mut rusqlite::CachedStatement<'_>, prepared: &Prepared, args: &Args) -> Result<()> {
    for (number, slot) in prepared.slots.iter().enumerate() {
        statement.raw_bind_parameter(number + 1, Bound(slot_value(args, *slot)?)).map_err(Error::internal)?;
    }
    Ok(())
}

struct Bound<'a>(Bind<'a>);

impl rusqlite::ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        use rusqlite::types::ValueRef;
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Bind::Int(v) => ValueRef::Integer(v),
            Bind::Bool(v) => ValueRef::Integer(i64::from(v)),
            Bind::Text(v) => ValueRef::Text(v.as_bytes()),
            Bind::Bytes(v) => ValueRef::Blob(v),
            Bind::Null => ValueRef::Null,
        }))
    }
}

fn fault(cause: &rusqlite::Error, sql: &str) -> Error {
    if cause.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) {
        tracing::debug!("refused by a foreign key: {sql}");
        return Error::internal(Trouble::Referred);
    }
    Error::internal(format!("{cause} in: {sql}"))
}
