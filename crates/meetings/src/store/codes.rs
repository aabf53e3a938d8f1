//! The codes beside the links of guests.

use db::{Conn, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::Invitation;

/// What is known of the code beside a link.
pub struct Code {
    /// The hash of the code.
    pub code: String,
    /// Wrong ones since the last pause.
    pub tries: i64,
    /// When the last wrong one came.
    pub tried: Option<Moment>,
    /// The hash of the browser that typed it.
    pub opened: Option<String>,
}

/// The code beside a link.
///
/// # Errors
/// When the database cannot be read.
pub fn find_code(conn: &Conn, token_hash: &str) -> Result<Option<Code>> {
    conn.find(
        "SELECT c.code_hash, c.tries, c.tried_at, c.opened_hash FROM paper_code c WHERE c.token_hash = :token",
        args! { token: token_hash },
        |r| Ok(Code { code: r.get(0)?, tries: r.get(1)?, tried: r.get(2)?, opened: r.get(3)? }),
    )
}

/// Writes a code down.
pub fn insert_code(tx: &Tx<'_>, token_hash: &str, invitation: Id<Invitation>, code_hash: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO paper_code (token_hash, invitation_id, code_hash, made_at) VALUES (:token, :invitation, :code, :now)",
        args! { token: token_hash, invitation: invitation, code: code_hash, now: tx.now() },
    )
    .map(drop)
}

/// Counts a wrong code.
pub fn save_try(tx: &Tx<'_>, token_hash: &str, tries: i64) -> Result<()> {
    tx.exec(
        "UPDATE paper_code SET tries = :tries, tried_at = :now WHERE token_hash = :token",
        args! { tries: tries, now: tx.now(), token: token_hash },
    )
    .map(drop)
}

/// Notes which browser typed the code.
pub fn save_opened(tx: &Tx<'_>, token_hash: &str, browser_hash: &str) -> Result<()> {
    tx.exec(
        "UPDATE paper_code SET tries = 0, tried_at = NULL, opened_hash = :browser WHERE token_hash = :token",
        args! { browser: browser_hash, token: token_hash },
    )
    .map(drop)
}

/// Codes of meetings long over.
pub fn delete_past(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM paper_code WHERE invitation_id IN (SELECT i.id FROM meeting m JOIN meeting_invitation i ON i.meeting_id = m.id WHERE m.starts_at < :before AND m.state IN ('ended', 'cancelled'))",
        args! { before: before },
    )
    .map(drop)
}

/// Codes of a person's invitations.
pub fn delete_of_person(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "DELETE FROM paper_code WHERE invitation_id IN (SELECT i.id FROM meeting_invitation i WHERE i.person_id = :person)",
        args! { person: person },
    )
    .map(drop)
}
