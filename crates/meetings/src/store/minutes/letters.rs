//! To whom minutes went.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use networks::Seat;

use crate::{Minutes, MinutesLetter};

const LETTER: &str = "l.id, l.minutes_id, l.person_id, l.capacity, l.item_id, l.address, l.written_at, l.failed";

fn letter(r: &Row<'_>) -> Result<MinutesLetter> {
    Ok(MinutesLetter {
        id: r.get(0)?,
        minutes: r.get(1)?,
        person: r.get(2)?,
        capacity: r.get(3)?,
        item: r.get(4)?,
        address: r.get(5)?,
        written_at: r.get(6)?,
        failed: r.get(7)?,
    })
}

/// How many went out to be read, and how many of them could not be delivered.
///
/// # Errors
/// When the database cannot be read.
pub fn count_letters(conn: &Conn, minutes: Id<Minutes>) -> Result<(i64, i64)> {
    conn.one(
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN l.failed THEN 1 ELSE 0 END), 0) FROM minutes_letter l WHERE l.minutes_id = :minutes AND NOT l.approved",
        args! { minutes: minutes },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The letter a link belongs to.
///
/// # Errors
/// When the database cannot be read.
pub fn find_letter_by_token(conn: &Conn, token_hash: &str) -> Result<Option<MinutesLetter>> {
    conn.find(
        &format!("SELECT {LETTER} FROM minutes_letter l WHERE l.token_hash = :hash"),
        args! { hash: token_hash },
        letter,
    )
}

/// Writes down that a letter was written.
pub fn insert_letter(
    tx: &Tx<'_>,
    it: &MinutesLetter,
    seat: Option<Id<Seat>>,
    (token_hash, mail): (Option<&str>, i64),
    approved: bool,
) -> Result<()> {
    tx.exec(
        "INSERT INTO minutes_letter (id, minutes_id, person_id, seat_id, item_id, capacity, address, token_hash, mail_id, written_at, approved) \
         VALUES (:id, :minutes, :person, :seat, :item, :capacity, :address, :hash, :mail, :now, :approved)",
        args! {
            id: it.id, minutes: it.minutes, person: it.person, seat: seat, item: it.item, capacity: it.capacity, address: &it.address,
            hash: token_hash, mail: mail, now: tx.now(), approved: approved,
        },
    )
    .map(drop)
}

/// Letters of which it is not known whether they left, with their place in the outbox.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn) -> Result<Vec<(Id<MinutesLetter>, i64)>> {
    conn.all(
        "SELECT l.id, l.mail_id FROM minutes_letter l WHERE l.left_at IS NULL AND l.failed = FALSE AND l.mail_id IS NOT NULL ORDER BY l.mail_id LIMIT 5000",
        args! {},
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Notes that a letter left, or could not.
pub fn save_left(tx: &Tx<'_>, id: Id<MinutesLetter>, left: Option<Moment>) -> Result<()> {
    tx.exec(
        "UPDATE minutes_letter SET left_at = :left, failed = :failed WHERE id = :id",
        args! { left: left, failed: left.is_none(), id: id },
    )
    .map(drop)
}

/// Letters of meetings long over; objections forget by which letter they came.
pub fn delete_letters(tx: &Tx<'_>, before: Moment) -> Result<()> {
    let over = "SELECT l.id FROM meeting m JOIN minutes p ON p.meeting_id = m.id JOIN minutes_letter l ON l.minutes_id = p.id WHERE m.starts_at < :before AND m.state IN ('ended', 'cancelled')";
    tx.exec(
        &format!("UPDATE minutes_objection SET letter_id = NULL WHERE letter_id IN ({over})"),
        args! { before: before },
    )?;
    tx.exec(&format!("DELETE FROM minutes_letter WHERE id IN ({over})"), args! { before: before }).map(drop)
}
