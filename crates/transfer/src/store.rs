//! SQL of lists that come in. Each is asked for by its number together with the network the reader was asked for.

use db::{Conn, Row, Tx, args};
use kernel::{Error, Id, Moment, Reason, Result};
use web::Thing;

use crate::model::{Address, Import, Line, choice_of, choice_word};

const IMPORT: &str =
    "i.id, i.body_id, i.source, i.notes, i.headings, i.columns, i.answers, i.touched_at, i.taken_at, i.undone_at";

fn json<T: for<'a> serde::Deserialize<'a>>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::internal)
}

fn text(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

fn import(r: &Row<'_>) -> Result<Import> {
    let notes: Vec<(String, String)> = json(&r.get::<String>(3)?)?;
    Ok(Import {
        id: r.get(0)?,
        body: r.get(1)?,
        source: r.get(2)?,
        notes: notes.into_iter().map(|(de, en)| Reason::new(de, en)).collect(),
        headings: json(&r.get::<String>(4)?)?,
        columns: json(&r.get::<String>(5)?)?,
        answers: json(&r.get::<String>(6)?)?,
        touched: r.get(7)?,
        taken: r.get(8)?,
        undone: r.get(9)?,
    })
}

/// A list of that network.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_import(conn: &Conn, id: Id<Import>, body: i64) -> Result<Import> {
    conn.one(
        &format!("SELECT {IMPORT} FROM import i WHERE i.id = :id AND i.body_id = :body"),
        args! { id: id, body: body },
        import,
    )
}

/// The lists of a network that are not gone yet, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_imports(conn: &Conn, body: i64) -> Result<Vec<Import>> {
    conn.all(
        &format!(
            "SELECT {IMPORT} FROM import i WHERE i.body_id = :body ORDER BY i.touched_at DESC, i.id DESC LIMIT 20"
        ),
        args! { body: body },
        import,
    )
}

/// Writes a new list.
///
/// # Errors
/// When the database refuses.
pub fn insert_import(tx: &Tx<'_>, new: &Import, person: i64) -> Result<()> {
    let notes: Vec<(&str, &str)> = new.notes.iter().map(|n| (n.de.as_str(), n.en.as_str())).collect();
    tx.exec(
        "INSERT INTO import (id, body_id, person_id, source, notes, headings, columns, answers, created_at, touched_at) \
         VALUES (:id, :body, :person, :source, :notes, :headings, :columns, :answers, :now, :now)",
        args! { id: new.id, body: new.body, person: person, source: &new.source, notes: text(&notes)?, headings: text(&new.headings)?, columns: text(&new.columns)?,
        answers: text(&new.answers)?, now: tx.now() },
    )
    .map(drop)
}

/// Writes what its columns hold and what was answered.
///
/// # Errors
/// When the database refuses.
pub fn save_columns(tx: &Tx<'_>, import: &Import) -> Result<()> {
    tx.exec_one(
        "UPDATE import SET columns = :columns, answers = :answers, touched_at = :now WHERE id = :id",
        args! { id: import.id, columns: text(&import.columns)?, answers: text(&import.answers)?, now: tx.now() },
    )
}

/// Marks it as touched.
///
/// # Errors
/// When the database refuses.
pub fn save_touched(tx: &Tx<'_>, id: Id<Import>) -> Result<()> {
    tx.exec_one("UPDATE import SET touched_at = :now WHERE id = :id", args! { id: id, now: tx.now() })
}

/// Marks it as taken, or as undone. The first time counts for undoing.
///
/// # Errors
/// When the database refuses.
pub fn save_taken(tx: &Tx<'_>, id: Id<Import>, taken: Option<Moment>, undone: Option<Moment>) -> Result<()> {
    tx.exec_one(
        "UPDATE import SET taken_at = :taken, undone_at = :undone, touched_at = :now WHERE id = :id",
        args! { id: id, taken: taken, undone: undone, now: tx.now() },
    )
}

/// The rows of a list in their order.
///
/// # Errors
/// When the database cannot be read.
pub fn list_lines(conn: &Conn, id: Id<Import>) -> Result<Vec<Line>> {
    conn.all(
        "SELECT number, cells, torn, choice, done FROM import_row WHERE import_id = :id ORDER BY number",
        args! { id: id },
        |r| {
            Ok(Line {
                number: r.get(0)?,
                cells: json(&r.get::<String>(1)?)?,
                torn: r.get(2)?,
                choice: choice_of(&r.get::<String>(3)?),
                done: r.get(4)?,
            })
        },
    )
}

/// Writes a new row.
///
/// # Errors
/// When the database refuses.
pub fn insert_line(tx: &Tx<'_>, id: Id<Import>, line: &Line) -> Result<()> {
    tx.exec(
        "INSERT INTO import_row (import_id, number, cells, torn) VALUES (:id, :number, :cells, :torn)",
        args! { id: id, number: line.number, cells: text(&line.cells)?, torn: line.torn },
    )
    .map(drop)
}

/// Writes what was mended or decided in a row.
///
/// # Errors
/// When the database refuses.
pub fn save_line(tx: &Tx<'_>, id: Id<Import>, line: &Line) -> Result<()> {
    tx.exec_one(
        "UPDATE import_row SET cells = :cells, choice = :choice WHERE import_id = :id AND number = :number",
        args! { id: id, number: line.number, cells: text(&line.cells)?, choice: choice_word(line.choice) },
    )
}

/// Marks rows as taken.
///
/// # Errors
/// When the database refuses.
pub fn save_done(tx: &Tx<'_>, id: Id<Import>, numbers: &[i64]) -> Result<()> {
    tx.exec(
        "UPDATE import_row SET done = TRUE WHERE import_id = :id AND number IN (:numbers*)",
        args! { id: id, numbers: numbers },
    )
    .map(drop)
}

/// Marks all rows as not taken.
///
/// # Errors
/// When the database refuses.
pub fn save_none_done(tx: &Tx<'_>, id: Id<Import>) -> Result<()> {
    tx.exec("UPDATE import_row SET done = FALSE WHERE import_id = :id", args! { id: id }).map(drop)
}

/// What a list made, in the order it was made.
///
/// # Errors
/// When the database cannot be read.
pub fn list_made(conn: &Conn, id: Id<Import>) -> Result<Vec<Thing>> {
    conn.all(
        "SELECT kind, thing_id, row_number FROM import_made WHERE import_id = :id ORDER BY place",
        args! { id: id },
        |r| Ok(Thing { kind: r.get(0)?, id: r.get(1)?, row: r.get(2)? }),
    )
}

/// Remembers something it made.
///
/// # Errors
/// When the database refuses.
pub fn insert_made(tx: &Tx<'_>, id: Id<Import>, place: i64, thing: &Thing) -> Result<()> {
    tx.exec(
        "INSERT INTO import_made (import_id, place, kind, thing_id, row_number) VALUES (:id, :place, :kind, :thing, :row)",
        args! { id: id, place: place, kind: &thing.kind, thing: thing.id, row: thing.row },
    )
    .map(drop)
}

/// Forgets what it made.
///
/// # Errors
/// When the database refuses.
pub fn delete_made(tx: &Tx<'_>, id: Id<Import>) -> Result<()> {
    tx.exec("DELETE FROM import_made WHERE import_id = :id", args! { id: id }).map(drop)
}

/// Whom to invite.
///
/// # Errors
/// When the database cannot be read.
pub fn list_letters(conn: &Conn, id: Id<Import>) -> Result<Vec<Address>> {
    conn.all(
        "SELECT person_id, mail, sent_at FROM import_letter WHERE import_id = :id ORDER BY person_id",
        args! { id: id },
        |r| Ok(Address { person: r.get(0)?, mail: r.get(1)?, sent: r.get::<Option<i64>>(2)?.is_some() }),
    )
}

/// Remembers whom to invite; an address that is there stays.
///
/// # Errors
/// When the database refuses.
pub fn insert_letter(tx: &Tx<'_>, id: Id<Import>, person: i64, mail: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO import_letter (import_id, person_id, mail) VALUES (:id, :person, :mail) ON CONFLICT (import_id, person_id) DO NOTHING",
        args! { id: id, person: person, mail: mail },
    )
    .map(drop)
}

/// Marks the invitations to these persons as sent.
///
/// # Errors
/// When the database refuses.
pub fn save_sent(tx: &Tx<'_>, id: Id<Import>, persons: &[i64]) -> Result<()> {
    tx.exec(
        "UPDATE import_letter SET sent_at = :now WHERE import_id = :id AND person_id IN (:persons*)",
        args! { id: id, persons: persons, now: tx.now() },
    )
    .map(drop)
}

/// Forgets whom to invite, of those who are gone.
///
/// # Errors
/// When the database refuses.
pub fn delete_letters(tx: &Tx<'_>, id: Id<Import>, persons: &[i64]) -> Result<()> {
    tx.exec(
        "DELETE FROM import_letter WHERE import_id = :id AND person_id IN (:persons*)",
        args! { id: id, persons: persons },
    )
    .map(drop)
}

/// One table whose rows go with a list: those of lists taken before a moment.
///
/// # Errors
/// When the database refuses.
pub fn delete_rows_taken_before(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE taken_at <= :before)",
        args! { before: before },
    )
    .map(drop)
}

/// What was made by lists taken before a moment is not remembered as such any longer.
///
/// # Errors
/// When the database refuses.
pub fn delete_made_taken_before(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM import_made WHERE import_id IN (SELECT id FROM import WHERE taken_at <= :before)",
        args! { before: before },
    )
    .map(drop)
}

/// Everything of the lists with these numbers that hangs on them, table by table.
///
/// # Errors
/// When the database refuses.
pub fn delete_hanging(tx: &Tx<'_>, before: Moment) -> Result<()> {
    for sql in [
        "DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE touched_at <= :before)",
        "DELETE FROM import_made WHERE import_id IN (SELECT id FROM import WHERE touched_at <= :before)",
        "DELETE FROM import_letter WHERE import_id IN (SELECT id FROM import WHERE touched_at <= :before)",
        "DELETE FROM import WHERE touched_at <= :before",
    ] {
        tx.exec(sql, args! { before: before })?;
    }
    Ok(())
}

/// Takes a list away that was never taken, with its rows.
///
/// # Errors
/// When the database refuses.
pub fn delete_import(tx: &Tx<'_>, id: Id<Import>) -> Result<()> {
    for sql in [
        "DELETE FROM import_row WHERE import_id = :id",
        "DELETE FROM import_letter WHERE import_id = :id",
        "DELETE FROM import WHERE id = :id",
    ] {
        tx.exec(sql, args! { id: id })?;
    }
    Ok(())
}
