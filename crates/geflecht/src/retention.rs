//! What goes when its time is over and no slice can take away alone. The slices' own daily jobs do the rest; a test holds
//! all of them against what the notes on the columns promise.

use db::{Conn, Db, args};
use kernel::{Id, IdMaker, Result};
use people::Person;

use crate::commands::check::references;

/// Events taken from the log in one transaction, so that nobody waits long for a turn to write.
const STRIDE: i64 = 5_000;
/// Persons taken away in one transaction.
const BATCH: usize = 200;

/// Takes away events after three years, persons who never came to anything after one, and what `people` keeps for a
/// time. Beginning it again does no harm.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &Db) -> Result<()> {
    db.write_now(people::forget_past)?;
    let before = db.clock().today().plus_months(-36).at(0, 0);
    let stride = move || db.write_now(move |tx| tx.forget_events(before, search::read_up_to(tx)?, STRIDE));
    while stride()? > 0 {}
    for batch in db.read_now(list_forgotten)?.chunks(BATCH) {
        let batch = batch.to_vec();
        db.write_now(move |tx| batch.iter().try_for_each(|id| people::forget_person(tx, *id)))?;
    }
    Ok(())
}

/// Persons entered more than a year ago to whom no row of any table refers: no seat, no post, no account, no invitation.
/// Which tables could refer to them is asked of the schema, so that a new one is not forgotten here.
fn list_forgotten(conn: &Conn) -> Result<Vec<Id<Person>>> {
    let unknown: String = references(conn)?
        .iter()
        .filter(|reference| reference.parent == "person")
        .map(|r| format!(" AND p.id NOT IN (SELECT r.{0} FROM {1} r WHERE r.{0} IS NOT NULL)", r.column, r.table))
        .collect();
    // A number tells when it was given.
    let most = IdMaker::largest_at(conn.today().plus_months(-12).at(0, 0));
    let sql = format!("SELECT p.id FROM person p WHERE p.id <= :most AND p.erased_at IS NULL{unknown} ORDER BY p.id");
    conn.all(&sql, args! { most: most }, |r| r.get(0))
}
