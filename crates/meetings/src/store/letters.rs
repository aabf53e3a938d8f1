//! Letters about meetings: what was sent to whom, and whether it left.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};

use crate::{Invitation, Letter, LetterKind, Meeting};

const LETTER: &str = "l.id, l.invitation_id, l.kind, l.sequence, l.address, l.written_at, l.left_at, l.failed";

fn letter(r: &Row<'_>) -> Result<Letter> {
    Ok(Letter {
        id: r.get(0)?,
        invitation: r.get(1)?,
        kind: r.get(2)?,
        sequence: r.get(3)?,
        address: r.get(4)?,
        written_at: r.get(5)?,
        left_at: r.get(6)?,
        failed: r.get(7)?,
    })
}

/// The letters about a meeting, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_letters(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<Letter>> {
    conn.all(
        &format!("SELECT {LETTER} FROM meeting_letter l WHERE l.meeting_id = :meeting ORDER BY l.written_at, l.id"),
        args! { meeting: meeting },
        letter,
    )
}

/// Writes down that a letter was written.
pub fn insert_letter(
    tx: &Tx<'_>,
    meeting: &Meeting,
    invitation: &Invitation,
    kind: LetterKind,
    token_hash: Option<&str>,
    mail: i64,
) -> Result<()> {
    let id: Id<Letter> = tx.id();
    tx.exec(
        "INSERT INTO meeting_letter (id, meeting_id, invitation_id, kind, sequence, address, token_hash, mail_id, written_at) VALUES (:id, :meeting, :invitation, :kind, :sequence, :address, :hash, :mail, :now)",
        args! {
            id: id, meeting: meeting.id, invitation: invitation.id, kind: kind, sequence: meeting.sequence, address: &invitation.address,
            hash: token_hash, mail: mail, now: tx.now(),
        },
    )
    .map(drop)
}

/// Letters of which it is not known whether they left, with their place in the outbox.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn) -> Result<Vec<(Id<Letter>, i64)>> {
    conn.all(
        "SELECT l.id, l.mail_id FROM meeting_letter l WHERE l.left_at IS NULL AND l.failed = FALSE AND l.mail_id IS NOT NULL ORDER BY l.mail_id LIMIT 5000",
        args! {},
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// A letter that had left came back.
pub fn save_came_back(tx: &Tx<'_>, mail: i64) -> Result<()> {
    tx.exec("UPDATE meeting_letter SET failed = TRUE WHERE mail_id = :mail", args! { mail: mail }).map(drop)
}

/// The meetings some letters were about: by their place in the outbox.
///
/// # Errors
/// When the database cannot be read.
pub fn list_meetings(conn: &Conn, mails: &[i64]) -> Result<Vec<Id<Meeting>>> {
    if mails.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT DISTINCT l.meeting_id FROM meeting_letter l WHERE l.mail_id IN (:mails*) AND l.mail_id IS NOT NULL ORDER BY l.meeting_id",
        args! { mails: mails },
        |r| r.get(0),
    )
}

/// Notes that a letter left, or could not.
pub fn save_left(tx: &Tx<'_>, id: Id<Letter>, left: Option<Moment>) -> Result<()> {
    tx.exec(
        "UPDATE meeting_letter SET left_at = :left, failed = :failed WHERE id = :id",
        args! { left: left, failed: left.is_none(), id: id },
    )
    .map(drop)
}
