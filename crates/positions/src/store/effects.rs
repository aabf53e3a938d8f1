//! What positions brought about somewhere.

use db::{Conn, Tx, args};
use kernel::{Id, Result};

use crate::{Effect, Position};

/// What a position brought about, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_effects(conn: &Conn, position: Id<Position>) -> Result<Vec<Effect>> {
    conn.all(
        "SELECT f.id, f.place, f.day, f.text, f.open, f.person_id FROM position_effect f WHERE f.position_id = :position ORDER BY f.day DESC, f.id DESC",
        args! { position: position },
        |r| Ok(Effect { id: r.get(0)?, place: r.get(1)?, day: r.get(2)?, text: r.get(3)?, open: r.get(4)?, person: r.get(5)? }),
    )
}

/// Writes one down.
pub fn insert_effect(tx: &Tx<'_>, position: Id<Position>, new: &Effect) -> Result<()> {
    tx.exec(
        "INSERT INTO position_effect (id, position_id, place, day, text, person_id, made_at) VALUES (:id, :position, :place, :day, :text, :person, :now)",
        args! { id: new.id, position: position, place: &new.place, day: new.day, text: &new.text, person: new.person, now: tx.now() },
    )
    .map(drop)
}

/// Whether everybody reads it.
///
/// # Errors
/// [`kernel::Error::Stale`] when there is none of that number.
pub fn save_open(tx: &Tx<'_>, position: Id<Position>, id: Id<Effect>, open: bool) -> Result<()> {
    tx.exec_one(
        "UPDATE position_effect SET open = :open WHERE id = :id AND position_id = :position",
        args! { open: open, id: id, position: position },
    )
}
