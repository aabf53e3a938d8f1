//! What tests need: a fresh database of either kind, a clock they own, and no knowledge of any slice.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is wrong, and is told its databases by the environment"
)]

mod ready;

pub use ready::ready_on;

use std::{
    io::{Cursor, Read},
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering::Relaxed},
};

use db::{Db, Open, Url};
use kernel::{Clock, Day};

/// The day on which every test and the demo's world stand still.
pub const TODAY: &str = "2026-11-23";

/// The variable that names a PostgreSQL server tests may make databases on.
const SERVER: &str = "GEFLECHT_TEST_POSTGRES";

/// A database for one test; it goes when this is dropped.
pub struct Fresh {
    /// The database.
    pub db: Db,
    /// Its clock: noon of [`TODAY`] until the test sets it.
    pub clock: Clock,
    /// Its address, for opening it a second time.
    pub url: Url,
    folder: Option<PathBuf>,
    /// Whether another one is the first node, and cleans up.
    guest: bool,
}

impl Fresh {
    /// The same database as another node of that number has it (1 to 15): on PostgreSQL with connections of its own. SQLite
    /// belongs to one process, so there it is the same handle once more. It must go before the first one.
    #[must_use]
    pub fn node(&self, number: u8) -> Self {
        let db = match &self.url {
            Url::Sqlite(_) => self.db.clone(),
            Url::Postgres(_) => {
                let mut open = Open::new(self.url.clone(), self.clock.clone());
                (open.node, open.readers) = (number, 1);
                Db::open(&open, &migrations::SCHEMA).unwrap()
            }
        };
        Self { db, clock: self.clock.clone(), url: self.url.clone(), folder: None, guest: true }
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if self.guest {
            return;
        }
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
        if let (Some(server), Url::Postgres(of)) = (server(), &self.url) {
            let name = of.config.rsplit('/').next().unwrap_or_default().split('?').next().unwrap_or_default();
            drop_on(&server, name);
        }
    }
}

/// The clock of tests: noon of [`TODAY`].
#[must_use]
pub fn clock() -> Clock {
    Clock::noon(Day::literal(TODAY))
}

/// A name no other test of this or another process has.
#[must_use]
pub fn unique(prefix: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{prefix}_{}_{}", std::process::id(), COUNT.fetch_add(1, Relaxed))
}

/// A fresh SQLite database with today's schema.
#[must_use]
pub fn sqlite() -> Fresh {
    let folder = std::env::temp_dir().join(unique("geflecht-test"));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("test.db");
    ready::write_sqlite(&path);
    opened(Url::Sqlite(path), Some(folder))
}

/// A fresh PostgreSQL database, if the environment names a server.
#[must_use]
pub fn postgres() -> Option<Fresh> {
    let server = std::env::var(SERVER).ok()?;
    let name = unique("geflecht");
    let url = ready_on(&server, &name);
    Some(opened(url, None))
}

/// Makes a database on the server, as a copy of `template`, and gives its address.
#[must_use]
pub fn made_on(server: &str, name: &str, template: &str) -> Url {
    let (server, name, template) = (server.to_owned(), name.to_owned(), template.to_owned());
    std::thread::spawn(move || {
        let mut admin = ::postgres::Client::connect(server.split('?').next().unwrap(), ::postgres::NoTls).unwrap();
        let locale = if template == "template0" { " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" } else { "" };
        // Left over from a process that was killed and had the same number.
        admin.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).unwrap();
        admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}{locale}")).unwrap();
        let (base, query) =
            server.split_once('?').map_or((server.as_str(), String::new()), |(b, q)| (b, format!("?{q}")));
        let (front, _) = base.rsplit_once('/').unwrap();
        format!("{front}/{name}{query}").parse().unwrap()
    })
    .join()
    .unwrap()
}

/// Drops a database, whoever still uses it.
pub fn drop_on(server: &str, name: &str) {
    let (server, name) = (server.to_owned(), name.to_owned());
    let _ = std::thread::spawn(move || {
        let mut admin = ::postgres::Client::connect(server.split('?').next().unwrap(), ::postgres::NoTls).unwrap();
        admin.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).unwrap();
    })
    .join();
}

/// The server tests may make databases on, if the environment names one.
#[must_use]
pub fn server() -> Option<String> {
    std::env::var(SERVER).ok()
}

fn opened(url: Url, folder: Option<PathBuf>) -> Fresh {
    let clock = clock();
    let mut open = Open::new(url.clone(), clock.clone());
    // A test asks nothing of the disk; the one that does opens its own.
    open.synchronous = "OFF";
    open.readers = 1;
    let db = Db::open(&open, &migrations::SCHEMA).unwrap();
    Fresh { db, clock, url, folder, guest: false }
}

/// Runs a test on SQLite, and on PostgreSQL when the environment names a server.
pub fn both(test: impl Fn(&Fresh)) {
    test(&sqlite());
    if let Some(fresh) = postgres() {
        test(&fresh);
    }
}

/// What stands in the parts of a packed document (Word, Excel), one after the other: packed, no word of it would be found.
#[must_use]
pub fn unpacked(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for n in 0..zip.len() {
        zip.by_index(n).unwrap().read_to_end(&mut all).unwrap();
    }
    String::from_utf8_lossy(&all).into_owned()
}
