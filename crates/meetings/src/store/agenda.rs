//! Items of agendas.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};

use crate::{Item, Meeting, NewItem};

const ITEM: &str =
    "a.id, a.meeting_id, a.place, a.title, a.note, a.minutes, a.rapporteur, a.openness, a.task_id, a.late, a.version";

fn item(r: &Row<'_>) -> Result<Item> {
    Ok(Item {
        id: r.get(0)?,
        meeting: r.get(1)?,
        place: r.get(2)?,
        title: r.get(3)?,
        note: r.get(4)?,
        minutes: r.get(5)?,
        rapporteur: r.get(6)?,
        openness: r.get(7)?,
        task: r.get(8)?,
        late: r.get(9)?,
        version: r.get(10)?,
    })
}

/// The items of a meeting in their order. Which of them a reader hears is decided by [`crate::rules::hears`].
///
/// # Errors
/// When the database cannot be read.
pub fn list_items(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<Item>> {
    conn.all(
        &format!("SELECT {ITEM} FROM agenda_item a WHERE a.meeting_id = :meeting ORDER BY a.place, a.id"),
        args! { meeting: meeting },
        item,
    )
}

/// An item; its caller finds the meeting under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_item(conn: &Conn, id: Id<Item>) -> Result<Item> {
    conn.one(&format!("SELECT {ITEM} FROM agenda_item a WHERE a.id = :id"), args! { id: id }, item)
}

/// Writes an item down at a place.
pub fn insert_item(
    tx: &Tx<'_>,
    id: Id<Item>,
    meeting: Id<Meeting>,
    place: i64,
    new: &NewItem,
    late: bool,
) -> Result<()> {
    tx.exec(
        "INSERT INTO agenda_item (id, meeting_id, place, title, note, minutes, rapporteur, openness, task_id, late) \
         VALUES (:id, :meeting, :place, :title, :note, :minutes, :rapporteur, :openness, :task, :late)",
        args! {
            id: id, meeting: meeting, place: place, title: &new.title, note: &new.note, minutes: new.minutes, rapporteur: &new.rapporteur,
            openness: new.openness, task: new.task, late: late,
        },
    )
    .map(drop)
}

/// Writes a changed item.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_item(tx: &Tx<'_>, id: Id<Item>, version: i64, new: &NewItem) -> Result<()> {
    tx.exec_one(
        "UPDATE agenda_item SET title = :title, note = :note, minutes = :minutes, rapporteur = :rapporteur, openness = :openness, version = version + 1 WHERE id = :id AND version = :version",
        args! { title: &new.title, note: &new.note, minutes: new.minutes, rapporteur: &new.rapporteur, openness: new.openness, id: id, version: version },
    )
}

/// Puts an item at a place.
pub fn save_place(tx: &Tx<'_>, id: Id<Item>, place: i64) -> Result<()> {
    tx.exec("UPDATE agenda_item SET place = :place WHERE id = :id", args! { place: place, id: id }).map(drop)
}

/// Moves items into another meeting.
pub fn save_meeting_of(tx: &Tx<'_>, ids: &[Id<Item>], meeting: Id<Meeting>) -> Result<()> {
    tx.exec("UPDATE agenda_item SET meeting_id = :meeting WHERE id IN (:ids*)", args! { meeting: meeting, ids: ids })
        .map(drop)
}

/// Takes an item away.
pub fn delete_item(tx: &Tx<'_>, id: Id<Item>) -> Result<()> {
    tx.exec("DELETE FROM agenda_item WHERE id = :id", args! { id: id }).map(drop)
}
