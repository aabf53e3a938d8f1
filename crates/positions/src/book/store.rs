//! SQL of motion books: one function, one statement.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Id, Result};
use networks::Body;

use super::model::{Book, Entry, NewBook};
use crate::{
    Position,
    store::{
        positions::{POSITION, position},
        seen,
    },
};

const BOOK: &str = "k.id, k.network_id, k.body_id, k.level, k.title, k.conference_day, k.published_at, k.version";

fn book(r: &Row<'_>) -> Result<Book> {
    Ok(Book {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: r.get(3)?,
        title: r.get(4)?,
        day: r.get(5)?,
        published_at: r.get(6)?,
        version: r.get(7)?,
    })
}

/// A book the reader may see.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_book(conn: &Conn, actor: &Actor, id: Id<Book>) -> Result<Book> {
    conn.one(
        &format!("SELECT {BOOK} FROM motion_book k WHERE k.id = :id AND {{visible:k}}"),
        seen(actor, args! { id: id }),
        book,
    )
}

/// The books of some networks, the latest conference first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_books(conn: &Conn, actor: &Actor, networks: &[i64], limit: i64) -> Result<Vec<Book>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!("SELECT {BOOK} FROM motion_book k WHERE k.network_id IN (:networks*) AND {{visible:k}} ORDER BY k.conference_day DESC, k.id DESC LIMIT :limit"),
        seen(actor, args! { networks: networks, limit: limit }),
        book,
    )
}

/// Begins a book.
pub fn insert_book(tx: &Tx<'_>, id: Id<Book>, body: &Body, new: &NewBook, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO motion_book (id, network_id, body_id, level, title, conference_day, made_by, made_at) VALUES (:id, :network, :body, 3, :title, :day, :by, :now)",
        args! { id: id, network: body.network, body: body.id, title: &new.title, day: new.day, by: by, now: tx.now() },
    )
    .map(drop)
}

/// It is published.
///
/// # Errors
/// [`kernel::Error::Stale`] when it was.
pub fn save_published(tx: &Tx<'_>, id: Id<Book>) -> Result<()> {
    tx.exec_one(
        "UPDATE motion_book SET level = 2, published_at = :now, version = version + 1 WHERE id = :id AND published_at IS NULL",
        args! { now: tx.now(), id: id },
    )
}

/// The motions of a book as far as the reader sees them, in the order they were put in.
///
/// # Errors
/// When the database cannot be read.
pub fn list_entries(conn: &Conn, actor: &Actor, id: Id<Book>) -> Result<Vec<Entry>> {
    conn.all(
        &format!("SELECT {POSITION}, e.label FROM motion_entry e JOIN position p ON p.id = e.position_id WHERE e.book_id = :id AND {{visible:p}} ORDER BY e.place, p.id"),
        seen(actor, args! { id: id }),
        |r| Ok(Entry { position: position(r)?, label: r.get(29)? }),
    )
}

/// The motions go out of a book that is not published, to be put in anew.
pub fn delete_entries(tx: &Tx<'_>, id: Id<Book>) -> Result<()> {
    tx.exec("DELETE FROM motion_entry WHERE book_id = :id", args! { id: id }).map(drop)
}

/// Puts a motion in.
pub fn insert_entry(tx: &Tx<'_>, id: Id<Book>, motion: Id<Position>, place: i64) -> Result<()> {
    tx.exec(
        "INSERT INTO motion_entry (book_id, position_id, place) VALUES (:id, :motion, :place)",
        args! { id: id, motion: motion, place: place },
    )
    .map(drop)
}

/// A motion gets its number and its place by it.
pub fn save_label(tx: &Tx<'_>, id: Id<Book>, motion: Id<Position>, (place, label): (i64, &str)) -> Result<()> {
    tx.exec(
        "UPDATE motion_entry SET label = :label, place = :place WHERE book_id = :id AND position_id = :motion",
        args! { label: label, place: place, id: id, motion: motion },
    )
    .map(drop)
}

/// The network reads the motions of a book from now on.
pub fn save_opened(tx: &Tx<'_>, id: Id<Book>) -> Result<()> {
    tx.exec(
        "UPDATE position SET level = 2, version = version + 1 WHERE level = 3 AND id IN (SELECT e.position_id FROM motion_entry e WHERE e.book_id = :id)",
        args! { id: id },
    )
    .map(drop)
}

/// The motions of a network that are not decided yet, as far as the reader sees them, in the order they came.
///
/// # Errors
/// When the database cannot be read.
pub fn list_motions(conn: &Conn, actor: &Actor, network: Id<Body>, limit: i64) -> Result<Vec<Position>> {
    conn.all(
        &format!("SELECT {POSITION} FROM position p WHERE p.network_id = :network AND p.published_at IS NULL AND p.kind = 'motion' AND p.state IN ('draft', 'input', 'vote') AND {{visible:p}} ORDER BY p.made_at, p.id LIMIT :limit"),
        seen(actor, args! { network: network, limit: limit }),
        position,
    )
}

/// Motion, key of the paragraph, text.
pub type Part = (Id<Position>, i64, String);

/// The latest texts of some motions, paragraph by paragraph.
///
/// # Errors
/// When the database cannot be read.
pub fn list_texts(conn: &Conn, ids: &[i64]) -> Result<Vec<Part>> {
    conn.all(
        "SELECT p.id, g.paragraph, g.text FROM position p JOIN position_version v ON v.position_id = p.id AND v.number = p.text_version JOIN position_paragraph g ON g.version_id = v.id WHERE p.id IN (:ids*) ORDER BY p.id, g.place",
        args! { ids: ids },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// The bodies that move some motions together with their own.
///
/// # Errors
/// When the database cannot be read.
pub fn list_movers(conn: &Conn, ids: &[i64]) -> Result<Vec<(Id<Position>, Id<Body>)>> {
    conn.all(
        "SELECT m.position_id, m.body_id FROM position_mover m WHERE m.position_id IN (:ids*) AND m.state = 'joined' ORDER BY m.position_id, m.asked_at, m.body_id",
        args! { ids: ids },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
