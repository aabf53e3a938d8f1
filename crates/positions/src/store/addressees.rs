//! Whom positions go to. Public as a whole: offices and their mailboxes.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Result, Term};

use crate::{Addressee, NewAddressee};

const ADDRESSEE: &str = "d.id, d.name, d.name_en, d.kind, d.mail, d.address, d.from_day, d.until_day, d.version";

fn addressee(r: &Row<'_>) -> Result<Addressee> {
    Ok(Addressee {
        id: r.get(0)?,
        name: r.get(1)?,
        name_en: r.get(2)?,
        kind: r.get(3)?,
        mail: r.get(4)?,
        address: r.get(5)?,
        term: Term { from: r.get(6)?, until: r.get(7)? },
        version: r.get(8)?,
    })
}

/// All there are, by name.
///
/// # Errors
/// When the database cannot be read.
pub fn list_addressees(conn: &Conn) -> Result<Vec<Addressee>> {
    conn.all(&format!("SELECT {ADDRESSEE} FROM addressee d ORDER BY d.sort_name, d.id"), args! {}, addressee)
}

/// One of them.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_addressee(conn: &Conn, id: Id<Addressee>) -> Result<Addressee> {
    conn.one(&format!("SELECT {ADDRESSEE} FROM addressee d WHERE d.id = :id"), args! { id: id }, addressee)
}

/// What came after one, or before it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_after(conn: &Conn, id: Id<Addressee>) -> Result<Vec<Addressee>> {
    conn.all(
        &format!("SELECT {ADDRESSEE} FROM addressee_successor x JOIN addressee d ON d.id = x.successor_id WHERE x.addressee_id = :id ORDER BY d.sort_name, d.id"),
        args! { id: id },
        addressee,
    )
}

/// What came before one.
///
/// # Errors
/// When the database cannot be read.
pub fn list_before(conn: &Conn, id: Id<Addressee>) -> Result<Vec<Addressee>> {
    conn.all(
        &format!("SELECT {ADDRESSEE} FROM addressee_successor x JOIN addressee d ON d.id = x.addressee_id WHERE x.successor_id = :id ORDER BY d.sort_name, d.id"),
        args! { id: id },
        addressee,
    )
}

/// Writes one down.
pub fn insert_addressee(tx: &Tx<'_>, id: Id<Addressee>, new: &NewAddressee, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO addressee (id, name, name_en, sort_name, kind, mail, address, from_day, made_by, made_at) VALUES (:id, :name, :name_en, :sort, :kind, :mail, :address, :from_day, :by, :now)",
        args! { id: id, name: &new.name, name_en: new.name_en.clone(), sort: i18n::fold(&new.name), kind: new.kind, mail: new.mail.clone(), address: &new.address, from_day: new.from, by: by, now: tx.now() },
    )
    .map(drop)
}

/// How one is reached now.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_contact(tx: &Tx<'_>, was: &Addressee, mail: Option<&str>, address: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE addressee SET mail = :mail, address = :address, version = version + 1 WHERE id = :id AND version = :version",
        args! { mail: mail, address: address, id: was.id, version: was.version },
    )
}

/// One ends on a day.
///
/// # Errors
/// [`kernel::Error::Stale`] when it ended already.
pub fn save_end(tx: &Tx<'_>, id: Id<Addressee>, until: Day) -> Result<()> {
    tx.exec_one(
        "UPDATE addressee SET until_day = :until, version = version + 1 WHERE id = :id AND until_day = '9999-12-31' AND from_day < :until",
        args! { until: until, id: id },
    )
}

/// What came after one.
pub fn insert_successor(tx: &Tx<'_>, id: Id<Addressee>, successor: Id<Addressee>) -> Result<()> {
    tx.exec(
        "INSERT INTO addressee_successor (addressee_id, successor_id) VALUES (:id, :successor)",
        args! { id: id, successor: successor },
    )
    .map(drop)
}
