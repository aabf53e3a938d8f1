//! Two tables: what there is in bytes, and where it hangs. Listing never touches the bytes.

use db::{Conn, Row, Tx, args};
use kernel::{Error, Id, Moment, Result};

use crate::{Attachment, Format, On, Upload};

const ATTACHMENT: &str = "a.id, a.thing_id, a.hash, a.name, f.format, f.size, a.made_by, a.made_at";

fn attachment(r: &Row<'_>) -> Result<Attachment> {
    let format: String = r.get(4)?;
    Ok(Attachment {
        id: r.get(0)?,
        on: r.get(1)?,
        hash: r.get(2)?,
        name: r.get(3)?,
        format: Format::from_ending(&format).ok_or_else(|| Error::internal("a file of an unknown kind"))?,
        size: r.get(5)?,
        by: r.get(6)?,
        at: r.get(7)?,
    })
}

/// The files of things of one kind, oldest first. Whether the reader may see the things is asked before.
///
/// # Errors
/// When the database cannot be read.
pub fn list(conn: &Conn, thing: &'static str, ids: &[i64]) -> Result<Vec<Attachment>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!("SELECT {ATTACHMENT} FROM attachment a JOIN file f ON f.hash = a.hash WHERE a.thing = :thing AND a.thing_id IN (:ids*) ORDER BY a.made_at, a.id"),
        args! { thing: thing, ids: ids },
        attachment,
    )
}

/// A file of a thing.
///
/// # Errors
/// [`Error::NotFound`] also where it hangs on something else.
pub fn find(conn: &Conn, on: On, id: Id<Attachment>) -> Result<Attachment> {
    conn.one(
        &format!("SELECT {ATTACHMENT} FROM attachment a JOIN file f ON f.hash = a.hash WHERE a.id = :id AND a.thing = :thing AND a.thing_id = :on"),
        args! { id: id, thing: on.thing, on: on.id },
        attachment,
    )
}

/// The bytes of a file.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_bytes(conn: &Conn, hash: &str) -> Result<Vec<u8>> {
    conn.one("SELECT f.bytes FROM file f WHERE f.hash = :hash", args! { hash: hash }, |r| r.get(0))
}

/// Every file somebody brought: name and moment.
///
/// # Errors
/// When the database cannot be read.
pub fn list_brought(conn: &Conn, person: i64) -> Result<Vec<(String, Moment)>> {
    conn.all(
        "SELECT a.name, a.made_at FROM attachment a WHERE a.made_by = :person ORDER BY a.made_at, a.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Keeps bytes, unless they are kept already.
pub fn insert_file(tx: &Tx<'_>, upload: &Upload) -> Result<()> {
    let size = i64::try_from(upload.bytes.len()).map_err(Error::internal)?;
    tx.exec(
        "INSERT INTO file (hash, format, size, kept_at, bytes) VALUES (:hash, :format, :size, :now, :bytes) ON CONFLICT (hash) DO NOTHING",
        args! { hash: &upload.hash, format: upload.format.ending(), size: size, now: tx.now(), bytes: upload.bytes.as_slice() },
    )
    .map(drop)
}

/// Hangs kept bytes on a thing.
pub fn insert_attachment(tx: &Tx<'_>, id: Id<Attachment>, on: On, upload: &Upload, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO attachment (id, thing, thing_id, hash, name, made_by, made_at) VALUES (:id, :thing, :on, :hash, :name, :by, :now)",
        args! { id: id, thing: on.thing, on: on.id, hash: &upload.hash, name: &upload.name, by: by, now: tx.now() },
    )
    .map(drop)
}

/// Takes a file away from where it hangs.
pub fn delete_attachment(tx: &Tx<'_>, id: Id<Attachment>) -> Result<()> {
    tx.exec("DELETE FROM attachment WHERE id = :id", args! { id: id }).map(drop)
}

/// Takes all files of things away.
pub fn delete_of(tx: &Tx<'_>, thing: &'static str, ids: &[i64]) -> Result<()> {
    tx.exec("DELETE FROM attachment WHERE thing = :thing AND thing_id IN (:ids*)", args! { thing: thing, ids: ids })
        .map(drop)
}

/// Moves all files of one thing to another.
pub fn save_on(tx: &Tx<'_>, from: On, to: On) -> Result<()> {
    tx.exec(
        "UPDATE attachment SET thing = :to_thing, thing_id = :to_id WHERE thing = :thing AND thing_id = :id",
        args! { to_thing: to.thing, to_id: to.id, thing: from.thing, id: from.id },
    )
    .map(drop)
}

/// Bytes of these hashes that hang nowhere any more.
pub fn delete_unused(tx: &Tx<'_>, hashes: Vec<String>) -> Result<()> {
    tx.exec(
        "DELETE FROM file WHERE hash IN (:hashes*) AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.hash = file.hash)",
        args! { hashes: hashes },
    )
    .map(drop)
}

/// Bytes kept before a moment that hang nowhere any more.
pub fn delete_unused_before(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM file WHERE kept_at < :before AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.hash = file.hash)",
        args! { before: before },
    )
    .map(drop)
}

/// What she brought loses her name.
pub fn forget_person(tx: &Tx<'_>, person: i64) -> Result<()> {
    tx.exec("UPDATE attachment SET made_by = NULL WHERE made_by = :person", args! { person: person }).map(drop)
}
