//! Databases opened as a test wants them.

use std::{path::PathBuf, time::Duration};

use db::{Db, Open, Url};
use kernel::{Event, Level, Scope, Subject};

pub struct Store {
    pub db: Db,
    pub url: Url,
    folder: Option<PathBuf>,
    name: String,
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
        if let Some(server) = testkit::server().filter(|_| self.is_postgres()) {
            testkit::drop_on(&server, &self.name);
        }
    }
}

impl Store {
    fn open(url: Url, folder: Option<PathBuf>, name: String, change: impl Fn(&mut Open)) -> Self {
        let mut open = Open::new(url.clone(), testkit::clock());
        open.synchronous = "OFF";
        change(&mut open);
        Self { db: Db::open(&open, &migrations::SCHEMA).unwrap(), url, folder, name }
    }
    pub fn sqlite(change: impl Fn(&mut Open)) -> Self {
        let folder = std::env::temp_dir().join(testkit::unique("geflecht-properties"));
        std::fs::create_dir_all(&folder).unwrap();
        Self::open(Url::Sqlite(folder.join("test.db")), Some(folder), String::new(), change)
    }
    pub fn postgres(change: impl Fn(&mut Open)) -> Option<Self> {
        let (server, name) = (testkit::server()?, testkit::unique("properties"));
        Some(Self::open(testkit::made_on(&server, &name, "template0"), None, name, change))
    }
    pub fn is_postgres(&self) -> bool {
        matches!(self.url, Url::Postgres(_))
    }
    /// A connection to the same PostgreSQL database that is none of ours.
    pub fn stranger(&self) -> postgres::Client {
        let Url::Postgres(server) = &self.url else { panic!("only PostgreSQL") };
        postgres::Client::connect(&server.config, postgres::NoTls).unwrap()
    }
    /// What the events of the log are, oldest first.
    pub fn log(&self) -> Vec<(i64, i64)> {
        self.db
            .read_now(|c| Ok(db::entries_after(c, 0, 100_000)?.into_iter().map(|e| (e.seq, e.subject)).collect()))
            .unwrap()
    }
    pub fn get(&self, key: &'static str) -> Option<String> {
        self.db.read_now(move |c| db::setting(c, key)).unwrap()
    }
}

/// Runs a test on SQLite, and on PostgreSQL when the environment names a server.
pub fn both(change: impl Fn(&mut Open), test: impl Fn(&Store)) {
    test(&Store::sqlite(&change));
    if let Some(store) = Store::postgres(&change) {
        test(&store);
    }
}

pub fn usual(open: &mut Open) {
    open.readers = 1;
    open.patience = Duration::from_secs(20);
}

pub fn event(n: i64) -> Event {
    Event::new("test.done", Subject::new("test", n)).within(Scope::house(Level::Public))
}
