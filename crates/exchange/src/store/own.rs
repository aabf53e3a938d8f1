//! What is held about a person, and what goes with her.

use db::{Conn, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use super::threads::{THREAD, WIDTH, thread};
use crate::{Chose, Thread};

/// What she began.
///
/// # Errors
/// When the database cannot be read.
pub fn list_begun(conn: &Conn, person: Id<Person>) -> Result<Vec<Thread>> {
    conn.all(
        &format!("SELECT {THREAD} FROM thread t WHERE t.person_id = :person ORDER BY t.made_at, t.id"),
        args! { person: person },
        thread,
    )
}

/// What she answered: the words, when, and as what.
///
/// # Errors
/// When the database cannot be read.
pub fn list_answered(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, Moment, String)>> {
    conn.all(
        "SELECT y.words, y.made_at, y.capacity FROM reply y WHERE y.person_id = :person ORDER BY y.made_at, y.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// What she follows or muted, as far as the thread may still be named to her by its number.
///
/// # Errors
/// When the database cannot be read.
pub fn list_chosen(conn: &Conn, person: Id<Person>) -> Result<Vec<(Thread, Chose)>> {
    let rows = conn.all(
        &format!("SELECT {THREAD}, s.chose FROM thread_reader s JOIN thread t ON t.id = s.thread_id WHERE s.person_id = :person AND s.chose IS NOT NULL ORDER BY t.id"),
        args! { person: person },
        |r| Ok((thread(r)?, Chose::maybe(r.get::<Option<String>>(WIDTH)?.as_deref())?)),
    )?;
    Ok(rows.into_iter().filter_map(|(thread, chose)| Some((thread, chose?))).collect())
}

/// Her threads lose her name.
pub fn forget_threads(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE thread SET person_id = NULL, capacity = '' WHERE person_id = :person", args! { person: person })
        .map(drop)
}

/// Her answers lose her name.
pub fn forget_replies(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE reply SET person_id = NULL, capacity = '' WHERE person_id = :person", args! { person: person })
        .map(drop)
}

/// That she was asked goes.
pub fn forget_asked(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM thread_asked WHERE person_id = :person", args! { person: person }).map(drop)
}

/// That she was named goes.
pub fn forget_mentions(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM reply_mention WHERE person_id = :person", args! { person: person }).map(drop)
}

/// What she chose and read goes.
pub fn forget_reading(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM thread_reader WHERE person_id = :person", args! { person: person }).map(drop)
}

/// That circulars went to her stays as a number.
pub fn forget_received(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE circular_recipient SET person_id = NULL, address = '' WHERE person_id = :person",
        args! { person: person },
    )
    .map(drop)
}
