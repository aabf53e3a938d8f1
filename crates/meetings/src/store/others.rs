//! Days of others. Read by networks the reader is a member of; its callers pass no others.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Result};
use networks::Body;
use people::Person;

use crate::{NewOther, Other};

const OTHER: &str =
    "d.id, d.network_id, d.kind, d.title, d.town, d.contact, d.note, d.from_day, d.until_day, d.made_by, d.version";

fn other(r: &Row<'_>) -> Result<Other> {
    Ok(Other {
        id: r.get(0)?,
        network: r.get(1)?,
        made_by: r.get(9)?,
        version: r.get(10)?,
        said: NewOther {
            kind: r.get(2)?,
            title: r.get(3)?,
            town: r.get(4)?,
            contact: r.get(5)?,
            note: r.get(6)?,
            from: r.get(7)?,
            last: r.get::<Day>(8)?.plus_days(-1),
        },
    })
}

/// The days of some networks that touch a span, the first first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_others(conn: &Conn, networks: &[Id<Body>], (from, until): (Day, Day)) -> Result<Vec<Other>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!("SELECT {OTHER} FROM other_date d WHERE d.network_id IN (:networks*) AND d.from_day < :until AND d.until_day > :from ORDER BY d.from_day, d.id LIMIT 500"),
        args! { networks: networks, until: until, from: from },
        other,
    )
}

/// One of them; its caller asks next whether the reader belongs to the network.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_other(conn: &Conn, id: Id<Other>) -> Result<Other> {
    conn.one(&format!("SELECT {OTHER} FROM other_date d WHERE d.id = :id"), args! { id: id }, other)
}

/// Writes one down.
pub fn insert_other(tx: &Tx<'_>, id: Id<Other>, network: Id<Body>, new: &NewOther, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO other_date (id, network_id, kind, title, town, contact, note, from_day, until_day, made_by, made_at) VALUES (:id, :network, :kind, :title, :town, :contact, :note, :from, :until, :by, :now)",
        args! {
            id: id, network: network, kind: new.kind, title: &new.title, town: &new.town, contact: &new.contact, note: &new.note, from: new.from,
            until: new.last.next(), by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// Writes a changed one.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_other(tx: &Tx<'_>, id: Id<Other>, version: i64, new: &NewOther) -> Result<()> {
    tx.exec_one(
        "UPDATE other_date SET kind = :kind, title = :title, town = :town, contact = :contact, note = :note, from_day = :from, until_day = :until, version = version + 1 WHERE id = :id AND version = :version",
        args! {
            kind: new.kind, title: &new.title, town: &new.town, contact: &new.contact, note: &new.note, from: new.from, until: new.last.next(), id: id,
            version: version,
        },
    )
}

/// Takes one away.
pub fn delete_other(tx: &Tx<'_>, id: Id<Other>) -> Result<()> {
    tx.exec("DELETE FROM other_date WHERE id = :id", args! { id: id }).map(drop)
}

/// Those that were over before a day.
pub fn delete_past(tx: &Tx<'_>, before: Day) -> Result<()> {
    tx.exec("DELETE FROM other_date WHERE until_day <= :before", args! { before: before }).map(drop)
}

/// What a person wrote down loses her name.
pub fn forget_person(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE other_date SET made_by = NULL WHERE made_by = :person", args! { person: person }).map(drop)
}
