//! Threads that own a connection each. A request hands over a closure and waits; if it goes away, the closure
//! still ends properly and the connection is never lost, which a pool of permits got wrong in trials.

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering::SeqCst},
    },
    thread,
    time::Duration,
};

use crossbeam_channel::{Sender, bounded};
use kernel::{Clock, Error, IdMaker, Result};
use tokio::sync::oneshot;

use crate::{
    Conn, Trouble, Tx, Url,
    conn::Driver,
    group::{self, Write, Written},
    line::{self, Work},
    memory::Memory,
    migrate::Schema,
    postgres_side::Postgres,
    presence::{self, Held, Presence},
    sqlite_side::Sqlite,
    url::{Server, Tls},
};

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct Open {
    /// Which one.
    pub url: Url,
    /// Where time comes from.
    pub clock: Clock,
    /// This process among several on one PostgreSQL, 0 to 15; it becomes part of the ids.
    pub node: u8,
    /// Whether it serves the database beside others or wants it for itself.
    pub presence: Presence,
    /// How many threads read.
    pub readers: usize,
    /// SQLite's `synchronous`; anything but FULL may lose what was acknowledged when the power fails. Only the
    /// test that proves this sets it.
    pub synchronous: &'static str,
    /// How long one statement may take before it is broken off.
    pub patience: Duration,
}

impl Open {
    /// The usual way: two readers on SQLite, four on PostgreSQL.
    #[must_use]
    pub fn new(url: Url, clock: Clock) -> Self {
        let readers = if matches!(url, Url::Sqlite(_)) { 2 } else { 4 };
        Self {
            url,
            clock,
            node: 0,
            presence: Presence::Serve,
            readers,
            synchronous: "FULL",
            patience: Duration::from_secs(30),
        }
    }
}

/// The database: a handle that is cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    readers: Sender<Work>,
    writers: Sender<Work>,
    ids: IdMaker,
    seq: AtomicI64,
    shared: bool,
    clock: Clock,
    commits: (Mutex<u64>, Condvar),
    _lock: Option<File>,
    held: Mutex<Option<Held>>,
}

impl Db {
    /// Opens the database, brings its schema up to date and starts the threads.
    ///
    /// # Errors
    /// With a sentence when another process holds the file (on PostgreSQL: the node's number), when the schema is newer
    /// than this program or a released migration was changed, when the schema must change while another process
    /// serves it, when PostgreSQL orders text otherwise than by bytes, or when the server cannot be reached.
    pub fn open(open: &Open, schema: &Schema) -> Result<Self> {
        let lock = match &open.url {
            Url::Sqlite(path) => Some(hold(path)?),
            Url::Postgres(_) => None,
        };
        let opened = presence::enter(open, schema)?;
        let ids = IdMaker::new(open.clock.clone(), opened.node);
        ids.raise(opened.newest);
        let (readers, reads) = bounded(1024);
        let (writers, writes) = bounded(1024);
        let memory = Arc::new(Memory::new(schema.apart));
        for n in 0..open.readers.max(1) {
            line::start(format!("db-read-{n}"), open, false, &memory, &reads)?;
        }
        line::start("db-write".to_owned(), open, true, &memory, &writes)?;
        let shared = matches!(open.url, Url::Postgres(_));
        let (seq, commits) = (AtomicI64::new(opened.seq), (Mutex::new(0), Condvar::new()));
        Ok(Self(Arc::new(Inner {
            readers,
            writers,
            ids,
            seq,
            shared,
            clock: open.clock.clone(),
            commits,
            _lock: lock,
            held: Mutex::new(opened.held),
        })))
    }

    /// The clock everything in this database is measured by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The number of the last event this process committed; `None` when other processes may have written since.
    #[must_use]
    pub fn seq(&self) -> Option<i64> {
        (!self.0.shared).then(|| self.0.seq.load(SeqCst))
    }

    /// Waits until this process has committed more than `seen` writes, at most so long, and gives the number of commits.
    #[must_use]
    pub fn wait_for_commit(&self, seen: u64, at_most: Duration) -> u64 {
        let (count, bell) = &self.0.commits;
        let count = count.lock().unwrap_or_else(PoisonError::into_inner);
        *bell.wait_timeout_while(count, at_most, |count| *count <= seen).unwrap_or_else(PoisonError::into_inner).0
    }

    /// The last word of a process: what still waits to be written is written, SQLite's log is brought into its one file
    /// (so that a stopped installation can be copied as it lies there), and other nodes of PostgreSQL see us no longer.
    /// What was acknowledged is safe without it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn leave(&self) -> Result<()> {
        let (answer, waiting) = oneshot::channel();
        let work = move |conn: &Conn| {
            let done = if conn.is_postgres() { Ok(()) } else { conn.script("PRAGMA wal_checkpoint(TRUNCATE)") };
            let _ = answer.send(done);
        };
        self.0
            .writers
            .try_send(Work::Beside(Box::new(work)))
            .map_err(|_| Error::internal("too many writes wait for the database"))?;
        let done = waiting.blocking_recv().map_err(Error::internal)?;
        drop(self.0.held.lock().unwrap_or_else(PoisonError::into_inner).take());
        done
    }

    /// Runs a closure in one snapshot on a reader's thread.
    ///
    /// # Errors
    /// What the closure returns; [`Error::Internal`] when it panicked or the queue is full.
    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&Conn) -> Result<T> + Send + 'static) -> Result<T> {
        self.submit_read(f)?.await.map_err(away)?
    }

    /// Runs a closure in one transaction on the writer's thread and commits if it returns `Ok`, together with other writes that
    /// wait.
    ///
    /// # Errors
    /// What the closure returns; then nothing was written.
    pub async fn write<T: Send + 'static>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T> + Send + 'static) -> Result<T> {
        self.submit_write(Work::Write, f)?.await.map_err(away)?
    }

    /// [`Db::read`] for programs without asynchronous work.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_now<T: Send + 'static>(&self, f: impl FnOnce(&Conn) -> Result<T> + Send + 'static) -> Result<T> {
        self.submit_read(f)?.blocking_recv().map_err(away)?
    }

    /// [`Db::write`] for programs without asynchronous work, in a transaction of its own: what the worker does may take long,
    /// and nobody who sent a form is to wait for its commit.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_now<T: Send + 'static>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T> + Send + 'static) -> Result<T> {
        self.submit_write(Work::Alone, f)?.blocking_recv().map_err(away)?
    }

    fn submit_read<T: Send + 'static>(
        &self,
        f: impl FnOnce(&Conn) -> Result<T> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T>>> {
        let (answer, waiting) = oneshot::channel();
        let work = move |conn: &Conn, begun: Result<()>| {
            let _ = answer.send(begun.and_then(|()| line::in_snapshot(conn, f)));
        };
        self.0.readers.try_send(Work::Read(Box::new(work))).map_err(|_| Error::internal(Trouble::Full))?;
        Ok(waiting)
    }

    fn submit_write<T: Send + 'static>(
        &self,
        line: fn(Write) -> Work,
        f: impl FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T>>> {
        let (answer, waiting) = oneshot::channel();
        let inner = Arc::clone(&self.0);
        let work = move |conn: &Conn, begun: Result<()>| {
            let done = begun.and_then(|()| group::run(conn, &inner.ids, f));
            let refused = done.is_err();
            let reply = move |kept: Result<()>| {
                let done = done.and_then(|done| kept.map(|()| done));
                if let Ok((_, seq)) = &done {
                    inner.seq.fetch_max(*seq, SeqCst);
                    let (count, bell) = &inner.commits;
                    *count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
                    bell.notify_all();
                }
                let _ = answer.send(done.map(|(value, _)| value));
            };
            Written { refused, answer: Box::new(reply) }
        };
        self.0.writers.try_send(line(Box::new(work))).map_err(|_| Error::internal(Trouble::Full))?;
        Ok(waiting)
    }
}

/// Work that was dropped before it ran.
fn away(_: oneshot::error::RecvError) -> Error {
    Error::internal(Trouble::Away)
}

/// A connection of its own, for the thread that asks.
pub fn connection(open: &Open, writer: bool) -> Result<Conn> {
    Ok(Conn::new(connect(open, writer)?, open.clock.clone()))
}

fn connect(open: &Open, writer: bool) -> Result<Driver> {
    match &open.url {
        Url::Sqlite(path) => Ok(Driver::Sqlite(Sqlite::open(path, writer, open.synchronous, open.patience)?)),
        Url::Postgres(server) => {
            let (server, patience) = (server.clone(), open.patience);
            // The client blocks on a runtime of its own, which must not sit inside another one.
            let made = thread::spawn(move || client(&server, patience)).join();
            made.map_err(|_| Error::internal("connecting panicked"))?
                .map(|c| Driver::Postgres(Box::new(Postgres::new(c))))
        }
    }
}

fn client(server: &Server, patience: Duration) -> Result<postgres::Client> {
    let mut config: postgres::Config = server.config.parse().map_err(Error::internal)?;
    config.connect_timeout(std::time::Duration::from_secs(5)).application_name("geflecht");
    let mut client = match &server.tls {
        Tls::Off => config.ssl_mode(postgres::config::SslMode::Disable).connect(postgres::NoTls),
        Tls::Verified(root) => config.ssl_mode(postgres::config::SslMode::Require).connect(tls(root.as_deref())?),
    }
    .map_err(Error::internal)?;
    client
        .batch_execute(&format!(
            "SET statement_timeout = {}; SET idle_in_transaction_session_timeout = '60s'",
            patience.as_millis()
        ))
        .map_err(Error::internal)?;
    Ok(client)
}

fn tls(root: Option<&Path>) -> Result<tokio_postgres_rustls::MakeRustlsConnect> {
    use rustls::pki_types::{CertificateDer, pem::PemObject};
    let mut roots = rustls::RootCertStore::empty();
    match root {
        Some(file) => {
            for certificate in CertificateDer::pem_file_iter(file).map_err(Error::internal)? {
                roots.add(certificate.map_err(Error::internal)?).map_err(Error::internal)?;
            }
        }
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(Error::internal)?;
    Ok(tokio_postgres_rustls::MakeRustlsConnect::new(config.with_root_certificates(roots).with_no_client_auth()))
}

/// Holds the file for this process: a second one on the same file is refused at once.
fn hold(path: &Path) -> Result<File> {
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(Error::internal)?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let lock = private_file(&PathBuf::from(name))?;
    match lock.try_lock() {
        Ok(()) => {
            private_file(path)?;
            Ok(lock)
        }
        Err(_) => Err(Error::internal(format!("{} is in use by another process", path.display()))),
    }
}

/// Opens or creates a file only its owner may read.
fn private_file(path: &Path) -> Result<File> {
    let mut options = File::options();
    options.create(true).read(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|e| Error::internal(format!("{}: {e}", path.display())))
}
