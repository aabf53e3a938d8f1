//! Who else is there. SQLite: the file's lock says it. PostgreSQL: advisory locks, held by a connection that does
//! nothing else, so that a process on another machine is seen too and a killed one is forgotten at once.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use kernel::{Error, IdMaker, Moment, Result};

use crate::{Conn, Open, Schema, Url, args, collation, line, migrate, pool};

/// What a process wants of the database.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// To serve it, as node [`Open::node`]; on PostgreSQL beside others.
    Serve,
    /// To read and write for a moment; on PostgreSQL under any number that is free.
    Visit,
    /// To be the only one: nobody may serve it meanwhile.
    Alone,
}

/// Advisory locks of PostgreSQL: one for opening, one that everybody shares who is there, sixteen for the nodes.
const OPENING: i64 = 6_717_422;
const PRESENT: i64 = 6_717_423;
const NODES: i64 = 6_717_440;

/// How long it waits for the place of a process that is just going.
const PATIENCE: Duration = Duration::from_millis(500);
/// How long it takes leave.
const FAREWELL: Duration = Duration::from_secs(1);
/// How often the connection that holds the locks is looked after.
const LOOK: Duration = Duration::from_secs(5);

/// What opening found out.
pub struct Opened {
    /// The number of the last event.
    pub seq: i64,
    /// The newest id any table holds.
    pub newest: i64,
    /// The node this process is.
    pub node: u8,
    /// On PostgreSQL: as long as this lives, the others see us.
    pub held: Option<Held>,
}

/// A place among the others; dropping it gives it up.
pub struct Held {
    until: Option<Sender<()>>,
    gone: Receiver<()>,
}

impl Drop for Held {
    fn drop(&mut self) {
        drop(self.until.take());
        // Without a word the server would notice only after this process has ended.
        let _ = self.gone.recv_timeout(FAREWELL);
    }
}

/// Sees who is there, brings the schema up to date and stays visible.
pub fn enter(open: &Open, schema: &Schema) -> Result<Opened> {
    if matches!(open.url, Url::Sqlite(_)) {
        let conn = pool::connection(open, true)?;
        migrate::migrate(&conn, schema)?;
        return look_around(&conn, open.node);
    }
    let (told, hears) = bounded(1);
    let (held, until) = bounded(1);
    let (leaving, gone) = bounded::<()>(1);
    let (open, schema) = (open.clone(), *schema);
    let stay = move || match arrive(&open, &schema) {
        Ok((conn, opened)) => {
            let node = opened.node;
            let _ = told.send(Ok(opened));
            stay(&open, conn, node, &until);
            drop(leaving);
        }
        Err(cause) => drop(told.send(Err(cause))),
    };
    thread::Builder::new().name("db-presence".to_owned()).spawn(stay).map_err(Error::internal)?;
    let opened = hears.recv().map_err(Error::internal)??;
    Ok(Opened { held: Some(Held { until: Some(held), gone }), ..opened })
}

/// On PostgreSQL: one at a time comes in, looks at the schema, and changes it only while nobody serves it.
fn arrive(open: &Open, schema: &Schema) -> Result<(Conn, Opened)> {
    let conn = pool::connection(open, true)?;
    collation::require_bytes(&conn)?;
    conn.script(&format!("SELECT pg_advisory_lock({OPENING})"))?;
    let alone = open.presence == Presence::Alone;
    let changes = migrate::is_due(&conn, schema)?;
    if (alone || changes) && !soon(|| lock(&conn, "pg_try_advisory_lock", PRESENT))? {
        let why = if alone {
            "this database is in use by another process; stop it first"
        } else {
            "this database must be brought up to date, but another process still serves it; stop it first"
        };
        return Err(Error::internal(why));
    }
    migrate::migrate(&conn, schema)?;
    let node = match open.presence {
        Presence::Alone => Some(open.node),
        presence => {
            if !soon(|| lock(&conn, "pg_try_advisory_lock_shared", PRESENT))? {
                return Err(Error::internal(
                    "this database is being restored or brought up to date by another process; please wait until that is done",
                ));
            }
            if changes {
                lock(&conn, "pg_advisory_unlock", PRESENT)?;
            }
            take_node(&conn, presence, open.node)?
        }
    };
    let node = node.ok_or_else(|| Error::internal(format!("another process is node {} of this database already; give each one its own number from 0 to 15 in the setting node", open.node)))?;
    conn.script(&format!("SELECT pg_advisory_unlock({OPENING})"))?;
    let opened = look_around(&conn, node)?;
    Ok((conn, opened))
}

fn take_node(conn: &Conn, presence: Presence, wanted: u8) -> Result<Option<u8>> {
    let candidates: Vec<u8> = if presence == Presence::Visit { (0..16).rev().collect() } else { vec![wanted & 0x0f] };
    let mut taken = None;
    soon(|| {
        for node in &candidates {
            if lock(conn, "pg_try_advisory_lock", NODES + i64::from(*node))? {
                taken = Some(*node);
                break;
            }
        }
        Ok(taken.is_some())
    })?;
    Ok(taken)
}

/// Tries until it works or [`PATIENCE`] is at its end: a process that was stopped a moment ago may still be seen.
fn soon(mut attempt: impl FnMut() -> Result<bool>) -> Result<bool> {
    let until = Instant::now() + PATIENCE;
    while !attempt()? {
        if Instant::now() >= until {
            return Ok(false);
        }
        thread::sleep(Duration::from_millis(25));
    }
    Ok(true)
}

fn lock(conn: &Conn, function: &str, key: i64) -> Result<bool> {
    conn.one(&format!("SELECT {function}({key})"), args! {}, |r| r.get(0))
}

/// Holds the locks until the database is closed, and takes them again should the connection break.
fn stay(open: &Open, conn: Conn, node: u8, until: &Receiver<()>) {
    let mut held = Some(conn);
    while until.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
        if held.as_ref().is_some_and(|conn| conn.script("SELECT 1").is_ok()) {
            continue;
        }
        drop(held.take());
        let again = pool::connection(open, true).and_then(|conn| {
            let shared = open.presence == Presence::Alone || lock(&conn, "pg_try_advisory_lock_shared", PRESENT)?;
            let numbered = shared && lock(&conn, "pg_try_advisory_lock", NODES + i64::from(node))?;
            Ok(numbered.then_some(conn))
        });
        match again {
            Ok(Some(conn)) => held = Some(conn),
            Ok(None) => tracing::error!(node, "another process took this node's place in the database"),
            Err(cause) => tracing::warn!("the database is away: {cause}"),
        }
    }
}

fn look_around(conn: &Conn, node: u8) -> Result<Opened> {
    let seq = conn.count("SELECT value FROM counter WHERE name = 'event'", args! {})?;
    Ok(Opened { seq, newest: newest_id(conn)?, node, held: None })
}

/// The newest id any table holds. A day ahead of the clock and of the last event at most: what lies further on was
/// made at random and says nothing of time.
pub fn newest_id(conn: &Conn) -> Result<i64> {
    let tables: Vec<String> = conn.all(
        if conn.is_postgres() {
            "SELECT c.relname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE a.attname = 'id' AND c.relkind = 'r' AND n.nspname = current_schema()"
        } else {
            "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'id'"
        },
        args! {},
        |r| r.get(0),
    )?;
    if tables.is_empty() {
        return Ok(0);
    }
    let last: Option<Moment> = conn.find("SELECT at FROM event ORDER BY seq DESC LIMIT 1", args! {}, |r| r.get(0))?;
    let most = IdMaker::largest_at(conn.now().max(last.unwrap_or_default()).plus_seconds(86_400));
    let parts: Vec<String> =
        tables.iter().map(|table| format!("SELECT MAX(id) AS id FROM {table} WHERE id <= :most")).collect();
    conn.count(&format!("SELECT MAX(id) FROM ({}) newest", parts.join(" UNION ALL ")), args! { most: most })
}

/// Looks at a database without opening it for work: no lock, no change of the schema, one snapshot. `None` when
/// there is none yet. Other processes may serve it meanwhile.
///
/// # Errors
/// When it cannot be read, or what `f` returns.
pub fn peek<T: Send>(open: &Open, f: impl FnOnce(&Conn) -> Result<T> + Send) -> Result<Option<T>> {
    if let Url::Sqlite(path) = &open.url
        && is_empty(path)
    {
        return Ok(None);
    }
    // On a thread of its own: a client of PostgreSQL must not meet a runtime for asynchronous work.
    thread::scope(|scope| {
        let looked = scope.spawn(|| {
            let conn = pool::connection(open, false)?;
            line::begin(&conn, false)?;
            line::in_snapshot(&conn, |conn| if migrate::has_begun(conn)? { f(conn).map(Some) } else { Ok(None) })
        });
        looked.join().map_err(|_| Error::internal("looking at the database panicked"))?
    })
}

fn is_empty(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |file| file.len() == 0)
}
