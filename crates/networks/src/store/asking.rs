//! Letters that ask somebody for a seat.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Moment, Result};
use people::Person;

use crate::{Body, Occupancy};

/// Remembers what the link of a letter stands for.
pub fn insert_seat_letter(tx: &Tx<'_>, occupancy: Id<Occupancy>, person: Id<Person>, token_hash: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO seat_letter (id, occupancy_id, person_id, token_hash, created_at) VALUES (:id, :occupancy, :person, :hash, :now)",
        args! { id: tx.id::<Body>(), occupancy: occupancy, person: person, hash: token_hash, now: tx.now() },
    )
    .map(drop)
}

/// What the link of a letter stands for.
///
/// # Errors
/// When the database cannot be read.
pub fn find_seat_letter(conn: &Conn, token_hash: &str) -> Result<Option<(Id<Occupancy>, Id<Person>)>> {
    conn.find(
        "SELECT l.occupancy_id, l.person_id FROM seat_letter l WHERE l.token_hash = :hash",
        args! { hash: token_hash },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Deletes what letters open that were written until a moment.
pub fn delete_old_seat_letters(tx: &Tx<'_>, until: Moment) -> Result<()> {
    tx.exec("DELETE FROM seat_letter WHERE created_at <= :until", args! { until: until }).map(drop)
}

/// Deletes what a person's letters open.
pub fn delete_seat_letters_of(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM seat_letter WHERE person_id = :person", args! { person: person }).map(drop)
}

/// A person's own official address on a day. The mailbox of her post is not hers alone, and an answer is.
///
/// # Errors
/// When the database cannot be read.
pub fn find_office_mail(conn: &Conn, person: Id<Person>, day: Day) -> Result<Option<String>> {
    conn.find(
        "SELECT t.mail FROM tenure t WHERE t.person_id = :person AND t.mode IN ('holder', 'acting') AND t.mail IS NOT NULL AND t.from_day <= :day AND t.until_day > :day ORDER BY t.from_day, t.id LIMIT 1",
        args! { person: person, day: day },
        |r| r.get(0),
    )
}
