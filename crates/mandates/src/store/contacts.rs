//! Whom one reaches in a body of others.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Id, Result};
use networks::Body;

use super::known;
use crate::{Contact, NewContact};

const CONTACT: &str = "c.id, c.receiver_id, c.network_id, c.name, c.role, c.mail, c.phone, c.version";

fn contact(r: &Row<'_>) -> Result<Contact> {
    Ok(Contact {
        id: r.get(0)?,
        receiver: r.get(1)?,
        network: r.get(2)?,
        name: r.get(3)?,
        role: r.get(4)?,
        mail: r.get(5)?,
        phone: r.get(6)?,
        version: r.get(7)?,
    })
}

/// The contacts in a body, as far as the reader may see them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_contacts(conn: &Conn, actor: &Actor, receiver: Id<Body>) -> Result<Vec<Contact>> {
    conn.all(
        &format!(
            "SELECT {CONTACT} FROM outside_contact c WHERE c.receiver_id = :receiver AND {{visible:c}} ORDER BY c.id"
        ),
        known(actor, args! { receiver: receiver }),
        contact,
    )
}

/// A contact the reader may see.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_contact(conn: &Conn, actor: &Actor, id: Id<Contact>) -> Result<Contact> {
    conn.one(
        &format!("SELECT {CONTACT} FROM outside_contact c WHERE c.id = :id AND {{visible:c}}"),
        known(actor, args! { id: id }),
        contact,
    )
}

/// Writes a contact down, for a network.
pub fn insert_contact(
    tx: &Tx<'_>,
    id: Id<Contact>,
    (receiver, network): (Id<Body>, Id<Body>),
    new: &NewContact,
) -> Result<()> {
    tx.exec_one(
        "INSERT INTO outside_contact (id, receiver_id, network_id, body_id, name, role, mail, phone) VALUES (:id, :receiver, :network, :network, :name, :role, :mail, :phone)",
        args! { id: id, receiver: receiver, network: network, name: &new.name, role: &new.role, mail: new.mail.clone(), phone: new.phone.clone() },
    )
}

/// Writes a changed contact.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_contact(tx: &Tx<'_>, id: Id<Contact>, version: i64, new: &NewContact) -> Result<()> {
    tx.exec_one(
        "UPDATE outside_contact SET name = :name, role = :role, mail = :mail, phone = :phone, version = version + 1 WHERE id = :id AND version = :version",
        args! { name: &new.name, role: &new.role, mail: new.mail.clone(), phone: new.phone.clone(), id: id, version: version },
    )
}

/// Takes a contact away.
pub fn delete_contact(tx: &Tx<'_>, id: Id<Contact>) -> Result<()> {
    tx.exec("DELETE FROM outside_contact WHERE id = :id", args! { id: id }).map(drop)
}
