//! What is held about a person, and what goes after its time.

use db::{Conn, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use super::meetings::{MEETING, meeting};
use crate::{Answer, Meeting};

/// Every meeting a person was invited to, with what she answered.
///
/// # Errors
/// When the database cannot be read.
pub fn list_invited(conn: &Conn, person: Id<Person>) -> Result<Vec<(Meeting, Answer, Option<Moment>)>> {
    conn.all(
        &format!("SELECT {MEETING}, i.answer, i.answered_at FROM meeting_invitation i JOIN meeting m ON m.id = i.meeting_id WHERE i.person_id = :person ORDER BY m.starts_at, m.id"),
        args! { person: person },
        |r| Ok((meeting(r)?, r.get(26)?, r.get(27)?)),
    )
}

/// Every topic a person proposed.
///
/// # Errors
/// When the database cannot be read.
pub fn list_proposed(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, String)>> {
    conn.all(
        "SELECT p.title, p.note FROM agenda_proposal p WHERE p.person_id = :person ORDER BY p.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Her letters lose her address and their link.
pub fn forget_letters(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE meeting_letter SET address = '', token_hash = NULL WHERE invitation_id IN (SELECT i.id FROM meeting_invitation i WHERE i.person_id = :person)",
        args! { person: person },
    )
    .map(drop)
}

/// Her invitations lose her address; she herself keeps none of them.
pub fn forget_invitations(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE meeting_invitation SET person_id = NULL, seat_id = NULL, name = '', address = '', ended_at = COALESCE(ended_at, :now) WHERE person_id = :person",
        args! { now: tx.now(), person: person },
    )
    .map(drop)
}

/// Her proposals lose her name.
pub fn forget_proposals(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE agenda_proposal SET person_id = NULL WHERE person_id = :person", args! { person: person }).map(drop)
}

const OVER: &str = "SELECT m.id FROM meeting m WHERE m.starts_at < :before AND m.state IN ('ended', 'cancelled')";

/// Letters of meetings long over.
pub fn delete_letters(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM meeting_letter WHERE meeting_id IN ({OVER})"), args! { before: before }).map(drop)
}

/// Proposals for meetings long over.
pub fn delete_proposals(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM agenda_proposal WHERE meeting_id IN ({OVER})"), args! { before: before }).map(drop)
}

/// Those who were sent to meetings long over, before whoever sent them.
pub fn delete_substitutes(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        &format!("DELETE FROM meeting_invitation WHERE meeting_id IN ({OVER}) AND substitute_for_id IS NOT NULL"),
        args! { before: before },
    )
    .map(drop)
}

/// Invitations to meetings long over.
pub fn delete_invitations(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM meeting_invitation WHERE meeting_id IN ({OVER})"), args! { before: before }).map(drop)
}
