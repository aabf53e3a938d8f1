//! Whom one reaches in a body of others.

use db::Tx;
use kernel::{Actor, Id, Result};
use networks::Body;

use super::{denied, event};
use crate::{Contact, NewContact, reads::Side, rules::checked_contact, store::contacts};

/// Notes a contact in a body of others.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she has no part in it; [`kernel::Error::Denied`] but for those who lead the network or
/// are sent; [`kernel::Error::Form`] as [`checked_contact`].
pub fn add_contact(tx: &Tx<'_>, by: &Actor, receiver: Id<Body>, new: &NewContact) -> Result<Id<Contact>> {
    let body = networks::find_body(tx, by, receiver)?;
    let network = Side::network(tx, by, &body)?;
    edits(tx, by, receiver, network)?;
    let new = checked_contact(new)?;
    let id = tx.id();
    contacts::insert_contact(tx, id, (receiver, network), &new)?;
    emit(tx, "contact.added", receiver, network, by);
    Ok(id)
}

fn edits(tx: &Tx<'_>, by: &Actor, receiver: Id<Body>, network: Id<Body>) -> Result<()> {
    let side = Side::load(tx, by, receiver, network)?;
    if !side.sees {
        return Err(kernel::Error::NotFound);
    }
    if side.edits { Ok(()) } else { denied() }
}

fn emit(tx: &Tx<'_>, verb: &'static str, receiver: Id<Body>, network: Id<Body>, by: &Actor) {
    let scope = kernel::Scope::body(kernel::Level::Network, network.raw(), network.raw());
    tx.emit(event(verb, ("body", receiver.raw()), scope, by.person));
}

/// Changes a contact.
///
/// # Errors
/// As [`add_contact`]; [`kernel::Error::Stale`].
pub fn change_contact(tx: &Tx<'_>, by: &Actor, id: Id<Contact>, version: i64, new: &NewContact) -> Result<()> {
    let was = contacts::find_contact(tx, by, id)?;
    edits(tx, by, was.receiver, was.network)?;
    contacts::save_contact(tx, id, version, &checked_contact(new)?)?;
    emit(tx, "contact.changed", was.receiver, was.network, by);
    Ok(())
}

/// Takes a contact away.
///
/// # Errors
/// As [`add_contact`].
pub fn drop_contact(tx: &Tx<'_>, by: &Actor, id: Id<Contact>) -> Result<Contact> {
    let was = contacts::find_contact(tx, by, id)?;
    edits(tx, by, was.receiver, was.network)?;
    contacts::delete_contact(tx, id)?;
    emit(tx, "contact.dropped", was.receiver, was.network, by);
    Ok(was)
}
