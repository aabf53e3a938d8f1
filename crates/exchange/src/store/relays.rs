//! Questions that were handed in without a name.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Result};
use networks::Body;
use people::Person;

use crate::Relay;

/// The questions that wait in a body, in the order of their random numbers: for those who lead it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_relays(conn: &Conn, body: Id<Body>) -> Result<Vec<Relay>> {
    conn.all(
        "SELECT r.id, r.body_id, r.words FROM relay r WHERE r.body_id = :body ORDER BY r.id",
        args! { body: body },
        |r| Ok(Relay { id: r.get(0)?, body: r.get(1)?, words: r.get(2)? }),
    )
}

/// One of them, whoever asks; its callers ask next whether she leads its body.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_relay(conn: &Conn, id: Id<Relay>) -> Result<Relay> {
    conn.one("SELECT r.id, r.body_id, r.words FROM relay r WHERE r.id = :id", args! { id: id }, |r| {
        Ok(Relay { id: r.get(0)?, body: r.get(1)?, words: r.get(2)? })
    })
}

/// Writes one down, without anything that leads to whoever asks.
pub fn insert_relay(tx: &Tx<'_>, id: Id<Relay>, body: &Body, words: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO relay (id, network_id, body_id, level, words) VALUES (:id, :network, :body, 3, :words)",
        args! { id: id, network: body.network, body: body.id, words: words },
    )
    .map(drop)
}

/// It goes once it is decided.
pub fn delete_relay(tx: &Tx<'_>, id: Id<Relay>) -> Result<()> {
    tx.exec("DELETE FROM relay WHERE id = :id", args! { id: id }).map(drop)
}

/// The bodies in which questions wait of which nobody was told, for the daily job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_untold(conn: &Conn) -> Result<Vec<Id<Body>>> {
    conn.all("SELECT DISTINCT r.body_id FROM relay r WHERE r.told = FALSE", args! {}, |r| r.get(0))
}

/// Notes that those who lead were told.
pub fn save_told(tx: &Tx<'_>) -> Result<()> {
    tx.exec("UPDATE relay SET told = TRUE WHERE told = FALSE", args! {}).map(drop)
}

/// Those who lead one of these bodies on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_leaders(conn: &Conn, bodies: &[Id<Body>], day: Day) -> Result<Vec<(Id<Body>, Id<Person>)>> {
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT v.body_id, v.person_id FROM sits v WHERE v.body_id IN (:bodies*) AND v.office IN ('chair', 'speaker', 'secretary', 'secretariat', 'network_admin') \
         AND v.capacity IN ('self', 'holder', 'acting', 'representative') AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.body_id, v.person_id",
        args! { bodies: bodies, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
