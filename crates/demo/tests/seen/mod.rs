//! The world, built once for all tests of a file: none of them writes.
use std::sync::OnceLock;

use db::{Args, Conn};
use kernel::Result;
use testkit::Fresh;

/// The world.
pub fn world() -> &'static Fresh {
    static WORLD: OnceLock<Fresh> = OnceLock::new();
    WORLD.get_or_init(|| {
        let fresh = testkit::sqlite();
        demo::build(&fresh.db).unwrap();
        fresh
    })
}

pub fn read<T: Send + 'static>(f: impl FnOnce(&Conn) -> Result<T> + Send + 'static) -> T {
    world().db.read_now(f).unwrap()
}

pub fn count(sql: &'static str, args: Args) -> i64 {
    read(move |conn| conn.count(sql, args))
}
