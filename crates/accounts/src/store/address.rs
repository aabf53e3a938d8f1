//! SQL of changes of addresses.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::model::MailChange;

const CHANGE: &str = "SELECT m.id, m.person_id, m.old_mail, m.new_mail, m.code_hash, m.tries, m.created_at, m.confirmed_at, m.undone_at FROM mail_change m";

fn change(r: &Row<'_>) -> Result<MailChange> {
    Ok(MailChange {
        id: r.get(0)?,
        person: r.get(1)?,
        old: r.get(2)?,
        new: r.get(3)?,
        code_hash: r.get(4)?,
        tries: r.get(5)?,
        created_at: r.get(6)?,
        confirmed_at: r.get(7)?,
        undone_at: r.get(8)?,
    })
}

/// The newest change of a person.
pub fn find_last_mail_change(conn: &Conn, person: Id<Person>) -> Result<Option<MailChange>> {
    conn.find(
        &format!("{CHANGE} WHERE m.person_id = :person ORDER BY m.created_at DESC, m.id DESC LIMIT 1"),
        args! { person: person },
        change,
    )
}

pub fn find_mail_change_by_token(conn: &Conn, token_hash: &str) -> Result<Option<MailChange>> {
    conn.find(&format!("{CHANGE} WHERE m.token_hash = :hash"), args! { hash: token_hash }, change)
}

pub fn find_mail_change_by_undo(conn: &Conn, undo_hash: &str) -> Result<Option<MailChange>> {
    conn.find(&format!("{CHANGE} WHERE m.undo_hash = :hash"), args! { hash: undo_hash }, change)
}

/// Every change of a person that is still kept, the oldest first.
pub fn list_mail_changes(conn: &Conn, person: Id<Person>) -> Result<Vec<MailChange>> {
    conn.all(
        &format!("{CHANGE} WHERE m.person_id = :person ORDER BY m.created_at, m.id"),
        args! { person: person },
        change,
    )
}

/// When a person asked for another address since a moment, the oldest first.
pub fn list_mail_changes_since(conn: &Conn, person: Id<Person>, since: Moment) -> Result<Vec<Moment>> {
    conn.all(
        "SELECT m.created_at FROM mail_change m WHERE m.person_id = :person AND m.created_at > :since ORDER BY m.created_at",
        args! { person: person, since: since },
        |r| r.get(0),
    )
}

pub fn insert_mail_change(tx: &Tx<'_>, new: &MailChange, token_hash: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO mail_change (id, person_id, old_mail, new_mail, token_hash, code_hash, created_at) VALUES (:id, :person, :old, :new, :token, :code, :now)",
        args! { id: new.id, person: new.person, old: &new.old, new: &new.new, token: token_hash, code: &new.code_hash, now: new.created_at },
    )
    .map(drop)
}

/// Counts a wrong code.
pub fn save_mail_change_try(tx: &Tx<'_>, id: Id<MailChange>) -> Result<()> {
    tx.exec_one("UPDATE mail_change SET tries = tries + 1 WHERE id = :id", args! { id: id })
}

/// Marks a change as proved; what undoes it is set with it.
pub fn save_mail_change_confirmed(tx: &Tx<'_>, id: Id<MailChange>, undo_hash: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE mail_change SET confirmed_at = :now, undo_hash = :undo WHERE id = :id AND confirmed_at IS NULL",
        args! { id: id, undo: undo_hash, now: tx.now() },
    )
}

/// Marks a person's changes from a moment on as undone; those that wait come to nothing.
pub fn save_mail_changes_undone(tx: &Tx<'_>, person: Id<Person>, since: Moment) -> Result<()> {
    tx.exec(
        "UPDATE mail_change SET undone_at = :now, tries = 99 WHERE person_id = :person AND created_at >= :since",
        args! { person: person, since: since, now: tx.now() },
    )
    .map(drop)
}

/// What nobody proved yet comes to nothing once another address is asked for; that it was asked for still counts.
pub fn close_open_mail_changes(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE mail_change SET tries = 99 WHERE person_id = :person AND confirmed_at IS NULL",
        args! { person: person },
    )
    .map(drop)
}

/// Open invitations follow the person to her new address.
pub fn save_invitations_mail(tx: &Tx<'_>, person: Id<Person>, from: &str, to: &str) -> Result<()> {
    tx.exec(
        "UPDATE invitation SET mail = :to WHERE person_id = :person AND mail = :from AND accepted_at IS NULL AND withdrawn_at IS NULL",
        args! { person: person, from: from, to: to },
    )
    .map(drop)
}
