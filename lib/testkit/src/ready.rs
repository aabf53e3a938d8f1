//! Databases that have today's schema already: made once, then copied, since going all the steps takes longer than most tests.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    os::unix::fs::OpenOptionsExt,
    path::Path,
    sync::OnceLock,
    time::Duration,
};

use ::postgres::{Client, NoTls};
use db::{Db, Open, Url};

use crate::{clock, made_on, unique};

/// Writes an SQLite database with today's schema and no rows of anybody to `path`.
pub fn write_sqlite(path: &Path) {
    static READY: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = READY.get_or_init(|| {
        let folder = std::env::temp_dir().join(unique("geflecht-ready"));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("ready.db");
        migrated(Url::Sqlite(path.clone()));
        let bytes = fs::read(path).unwrap();
        fs::remove_dir_all(folder).unwrap();
        bytes
    });
    let mut file = fs::File::options().create_new(true).write(true).mode(0o600).open(path).unwrap();
    std::io::Write::write_all(&mut file, bytes).unwrap();
}

/// Makes a database on the server with today's schema and no rows of anybody, and gives its address.
#[must_use]
pub fn ready_on(server: &str, name: &str) -> Url {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    let template = TEMPLATE.get_or_init(|| {
        let server = server.to_owned();
        std::thread::spawn(move || template_on(&server)).join().unwrap()
    });
    made_on(server, name, template)
}

/// The template of today's schema on this server. Its name says which schema it is, and whoever comes first makes it.
fn template_on(server: &str) -> String {
    let mut schema = DefaultHasher::new();
    for step in migrations::MIGRATIONS {
        (step.number, step.postgres).hash(&mut schema);
    }
    format!("{:?}", migrations::COLUMNS).hash(&mut schema);
    let name = format!("geflecht_ready_{:x}", schema.finish());
    let mut admin = Client::connect(server.split('?').next().unwrap(), NoTls).unwrap();
    admin.batch_execute("SELECT pg_advisory_lock(6717499)").unwrap();
    let made = "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate";
    if admin.query_opt(made, &[&name]).unwrap().is_none() {
        migrated(made_on(server, &name, "template0"));
        // A database somebody is in cannot be copied, and connections take a moment to go.
        admin.batch_execute(&format!("ALTER DATABASE {name} IS_TEMPLATE true ALLOW_CONNECTIONS false")).unwrap();
        let mut left = || -> i64 {
            let end = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1";
            admin.query_one(end, &[&name]).unwrap().get(0)
        };
        while left() > 0 {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    admin.batch_execute("SELECT pg_advisory_unlock(6717499)").unwrap();
    name
}

/// Goes all the steps and leaves the database as it lies there.
fn migrated(url: Url) {
    let mut open = Open::new(url, clock());
    open.synchronous = "OFF";
    open.readers = 1;
    Db::open(&open, &migrations::SCHEMA).unwrap().leave().unwrap();
}
