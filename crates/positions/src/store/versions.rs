//! Texts and their paragraphs.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};
use text::Paragraph;

use crate::{Position, Version};

/// The texts of a position, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_versions(conn: &Conn, position: Id<Position>) -> Result<Vec<Version>> {
    conn.all(
        "SELECT v.id, v.number, v.note, v.made_by, v.made_at FROM position_version v WHERE v.position_id = :position ORDER BY v.number DESC",
        args! { position: position },
        |r| Ok(Version { id: r.get(0)?, number: r.get(1)?, note: r.get(2)?, made_by: r.get(3)?, made_at: r.get(4)? }),
    )
}

/// The paragraphs of one text of a position; none where there is no such text.
///
/// # Errors
/// When the database cannot be read.
pub fn list_paragraphs(conn: &Conn, position: Id<Position>, number: i64) -> Result<Vec<Paragraph>> {
    conn.all(
        "SELECT g.paragraph, g.anchor, g.by_number, g.text FROM position_version v JOIN position_paragraph g ON g.version_id = v.id WHERE v.position_id = :position AND v.number = :number ORDER BY g.place",
        args! { position: position, number: number },
        paragraph,
    )
}

/// Some of them: those from one place on that come before another.
///
/// # Errors
/// When the database cannot be read.
pub fn list_part(
    conn: &Conn,
    position: Id<Position>,
    number: i64,
    (from, until): (i64, i64),
) -> Result<Vec<Paragraph>> {
    conn.all(
        "SELECT g.paragraph, g.anchor, g.by_number, g.text FROM position_version v JOIN position_paragraph g ON g.version_id = v.id \
         WHERE v.position_id = :position AND v.number = :number AND g.place >= :from AND g.place < :until ORDER BY g.place",
        args! { position: position, number: number, from: from, until: until },
        paragraph,
    )
}

/// The words of one of them; `None` where it has gone.
///
/// # Errors
/// When the database cannot be read.
pub fn find_words(conn: &Conn, position: Id<Position>, number: i64, key: i64) -> Result<Option<String>> {
    conn.find(
        "SELECT g.text FROM position_version v JOIN position_paragraph g ON g.version_id = v.id WHERE v.position_id = :position AND v.number = :number AND g.paragraph = :key",
        args! { position: position, number: number, key: key },
        |r| r.get(0),
    )
}

/// What all of them are known by.
///
/// # Errors
/// When the database cannot be read.
pub fn list_keys(conn: &Conn, position: Id<Position>, number: i64) -> Result<Vec<i64>> {
    conn.all(
        "SELECT g.paragraph FROM position_version v JOIN position_paragraph g ON g.version_id = v.id WHERE v.position_id = :position AND v.number = :number ORDER BY g.place",
        args! { position: position, number: number },
        |r| r.get(0),
    )
}

/// How many there are: their places have no gaps.
///
/// # Errors
/// When the database cannot be read.
pub fn count_paragraphs(conn: &Conn, position: Id<Position>, number: i64) -> Result<i64> {
    let sql = "SELECT g.place FROM position_version v JOIN position_paragraph g ON g.version_id = v.id WHERE v.position_id = :position AND v.number = :number ORDER BY g.place DESC LIMIT 1";
    Ok(conn.find(sql, args! { position: position, number: number }, |r| r.get::<i64>(0))?.map_or(0, |last| last + 1))
}

fn paragraph(r: &Row<'_>) -> Result<Paragraph> {
    let by: Option<i64> = r.get(2)?;
    let origin = by.map(|by| Ok::<_, kernel::Error>((r.get(1)?, by))).transpose()?;
    Ok(Paragraph { key: r.get(0)?, origin, text: r.get(3)? })
}

/// Begins a text.
pub fn insert_version(
    tx: &Tx<'_>,
    id: Id<Version>,
    position: Id<Position>,
    (number, note, by): (i64, &str, Option<i64>),
) -> Result<()> {
    tx.exec(
        "INSERT INTO position_version (id, position_id, number, note, made_by, made_at) VALUES (:id, :position, :number, :note, :by, :now)",
        args! { id: id, position: position, number: number, note: note, by: by, now: tx.now() },
    )
    .map(drop)
}

/// How many paragraphs one statement writes.
const BATCH: usize = 8;
/// The names of what a batch binds.
const NAMES: [[&str; 5]; BATCH] = [
    ["p0", "k0", "a0", "n0", "t0"],
    ["p1", "k1", "a1", "n1", "t1"],
    ["p2", "k2", "a2", "n2", "t2"],
    ["p3", "k3", "a3", "n3", "t3"],
    ["p4", "k4", "a4", "n4", "t4"],
    ["p5", "k5", "a5", "n5", "t5"],
    ["p6", "k6", "a6", "n6", "t6"],
    ["p7", "k7", "a7", "n7", "t7"],
];

/// Writes paragraphs of a text, in their order from a place on. A full batch is one prepared text.
pub fn insert_paragraphs(tx: &Tx<'_>, version: Id<Version>, all: &[Paragraph]) -> Result<()> {
    for (batch, some) in all.chunks(BATCH).enumerate() {
        let mut given = args! { version: version };
        let mut rows = Vec::with_capacity(some.len());
        for (n, (one, names)) in some.iter().zip(NAMES).enumerate() {
            let place = i64::try_from(batch * BATCH + n).map_err(kernel::Error::internal)?;
            given = given
                .with(names[0], place)
                .with(names[1], one.key)
                .with(names[2], one.origin.and_then(|(anchor, _)| anchor))
                .with(names[3], one.origin.map(|(_, by)| by))
                .with(names[4], &one.text);
            rows.push(format!("(:version, :{}, :{}, :{}, :{}, :{})", names[0], names[1], names[2], names[3], names[4]));
        }
        tx.exec(
            &format!(
                "INSERT INTO position_paragraph (version_id, place, paragraph, anchor, by_number, text) VALUES {}",
                rows.join(", ")
            ),
            given,
        )?;
    }
    Ok(())
}

/// The paragraphs of a text go, to be written anew: while nobody has read it but those who write it.
pub fn delete_paragraphs(tx: &Tx<'_>, position: Id<Position>, number: i64) -> Result<()> {
    tx.exec(
        "DELETE FROM position_paragraph WHERE version_id IN (SELECT v.id FROM position_version v WHERE v.position_id = :position AND v.number = :number)",
        args! { position: position, number: number },
    )
    .map(drop)
}

/// The number in the database of one text.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_version(conn: &Conn, position: Id<Position>, number: i64) -> Result<Version> {
    conn.one(
        "SELECT v.id, v.number, v.note, v.made_by, v.made_at FROM position_version v WHERE v.position_id = :position AND v.number = :number",
        args! { position: position, number: number },
        |r| Ok(Version { id: r.get(0)?, number: r.get(1)?, note: r.get(2)?, made_by: r.get(3)?, made_at: r.get(4)? }),
    )
}
