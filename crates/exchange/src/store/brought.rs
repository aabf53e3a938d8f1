//! What letters brought beside their words: files of those that wait, and what stayed outside.

use db::{Conn, Tx, args};
use files::{Format, Upload};
use kernel::{Error, Id, Moment, Result};
use networks::Body;
use people::Person;

use crate::{Brought, HeldLetter, Left, Reply, Thread};

/// How many bytes of files wait for a body.
///
/// # Errors
/// When the database cannot be read.
pub fn count_bytes(conn: &Conn, body: Id<Body>) -> Result<i64> {
    conn.count(
        "SELECT CAST(COALESCE(SUM(f.size), 0) AS BIGINT) FROM letter_file f JOIN letter_held h ON h.id = f.letter_id WHERE h.body_id = :body",
        args! { body: body },
    )
}

/// Keeps a file of a letter that waits.
pub fn insert_file(tx: &Tx<'_>, letter: Id<HeldLetter>, file: &Upload) -> Result<()> {
    let (id, size): (Id<()>, i64) = (tx.id(), i64::try_from(file.bytes.len()).map_err(Error::internal)?);
    tx.exec(
        "INSERT INTO letter_file (id, letter_id, name, format, hash, size, bytes) VALUES (:id, :letter, :name, :format, :hash, :size, :bytes)",
        args! { id: id, letter: letter, name: &file.name, format: file.format.ending(), hash: &file.hash, size: size, bytes: file.bytes.as_slice() },
    )
    .map(drop)
}

/// Notes what of a letter that waits stayed outside.
pub fn insert_held_left(tx: &Tx<'_>, letter: Id<HeldLetter>, left: &[Left]) -> Result<()> {
    // At most as many as files of a letter are looked at.
    left.iter().try_for_each(|one| {
        let id: Id<()> = tx.id();
        tx.exec(
            "INSERT INTO letter_left (id, letter_id, name, why) VALUES (:id, :letter, :name, :why)",
            args! { id: id, letter: letter, name: &one.name, why: one.word() },
        )
        .map(drop)
    })
}

/// Notes what stayed outside of a letter that was written down.
pub fn insert_left(tx: &Tx<'_>, (thread, reply): (Id<Thread>, Option<Id<Reply>>), left: &[Left]) -> Result<()> {
    // At most as many as files of a letter are looked at.
    left.iter().try_for_each(|one| {
        let id: Id<()> = tx.id();
        tx.exec(
            "INSERT INTO letter_left (id, thread_id, reply_id, name, why) VALUES (:id, :thread, :reply, :name, :why)",
            args! { id: id, thread: thread, reply: reply, name: &one.name, why: one.word() },
        )
        .map(drop)
    })
}

/// What a letter that waits brought.
///
/// # Errors
/// When the database cannot be read.
pub fn load(conn: &Conn, letter: Id<HeldLetter>) -> Result<Brought> {
    let files = conn.all(
        "SELECT f.name, f.format, f.hash, f.bytes FROM letter_file f WHERE f.letter_id = :letter ORDER BY f.id",
        args! { letter: letter },
        |r| {
            let format = Format::from_ending(&r.get::<String>(1)?)
                .ok_or_else(|| Error::internal("a file of an unknown kind"))?;
            Ok(Upload { name: r.get(0)?, format, hash: r.get(2)?, bytes: r.get(3)? })
        },
    )?;
    let left = conn.all(
        "SELECT l.name, l.why FROM letter_left l WHERE l.letter_id = :letter ORDER BY l.id",
        args! { letter: letter },
        |r| Ok(Left::stored(r.get(0)?, &r.get::<String>(1)?)),
    )?;
    Ok(Brought { files, left })
}

/// What the files of letters that wait are called, by letter.
///
/// # Errors
/// When the database cannot be read.
pub fn list_names(conn: &Conn, letters: &[Id<HeldLetter>]) -> Result<Vec<(Id<HeldLetter>, String)>> {
    if letters.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT f.letter_id, f.name FROM letter_file f WHERE f.letter_id IN (:letters*) ORDER BY f.letter_id, f.id",
        args! { letters: letters },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// What stayed outside of letters in a thread, each with the answer it belongs to.
///
/// # Errors
/// When the database cannot be read.
pub fn list_left(conn: &Conn, thread: Id<Thread>) -> Result<Vec<(Option<Id<Reply>>, Left)>> {
    conn.all(
        "SELECT l.reply_id, l.name, l.why FROM letter_left l WHERE l.thread_id = :thread ORDER BY l.id",
        args! { thread: thread },
        |r| Ok((r.get(0)?, Left::stored(r.get(1)?, &r.get::<String>(2)?))),
    )
}

/// The files of a letter that waits no more.
pub fn delete_files(tx: &Tx<'_>, letter: Id<HeldLetter>) -> Result<()> {
    tx.exec("DELETE FROM letter_file WHERE letter_id = :letter", args! { letter: letter }).map(drop)
}

/// What of it stayed outside.
pub fn delete_held_left(tx: &Tx<'_>, letter: Id<HeldLetter>) -> Result<()> {
    tx.exec("DELETE FROM letter_left WHERE letter_id = :letter", args! { letter: letter }).map(drop)
}

/// The files of letters nobody claimed in time.
pub fn delete_old_files(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM letter_file WHERE letter_id IN (SELECT h.id FROM letter_held h WHERE h.came_at <= :before)",
        args! { before: before },
    )
    .map(drop)
}

/// What of them stayed outside.
pub fn delete_old_left(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM letter_left WHERE letter_id IN (SELECT h.id FROM letter_held h WHERE h.came_at <= :before)",
        args! { before: before },
    )
    .map(drop)
}

/// The files of letters that wait for somebody who goes.
pub fn forget_files(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "DELETE FROM letter_file WHERE letter_id IN (SELECT h.id FROM letter_held h WHERE h.person_id = :person)",
        args! { person: person },
    )
    .map(drop)
}

/// What of them stayed outside.
pub fn forget_left(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "DELETE FROM letter_left WHERE letter_id IN (SELECT h.id FROM letter_held h WHERE h.person_id = :person)",
        args! { person: person },
    )
    .map(drop)
}
