//! Topics others ask for.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};
use people::Person;

use crate::{Invitation, Meeting, Proposal, ProposalState};

const PROPOSAL: &str =
    "p.id, p.meeting_id, p.person_id, p.invitation_id, p.title, p.note, p.minutes, p.state, p.answer, p.made_at";

fn proposal(r: &Row<'_>) -> Result<Proposal> {
    Ok(Proposal {
        id: r.get(0)?,
        meeting: r.get(1)?,
        person: r.get(2)?,
        invitation: r.get(3)?,
        title: r.get(4)?,
        note: r.get(5)?,
        minutes: r.get(6)?,
        state: r.get(7)?,
        answer: r.get(8)?,
        made_at: r.get(9)?,
    })
}

/// The proposals for a meeting, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_proposals(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<Proposal>> {
    conn.all(
        &format!("SELECT {PROPOSAL} FROM agenda_proposal p WHERE p.meeting_id = :meeting ORDER BY p.made_at, p.id"),
        args! { meeting: meeting },
        proposal,
    )
}

/// A proposal; its caller finds the meeting under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_proposal(conn: &Conn, id: Id<Proposal>) -> Result<Proposal> {
    conn.one(&format!("SELECT {PROPOSAL} FROM agenda_proposal p WHERE p.id = :id"), args! { id: id }, proposal)
}

/// Writes a proposal down.
pub fn insert_proposal(
    tx: &Tx<'_>,
    id: Id<Proposal>,
    meeting: Id<Meeting>,
    (person, invitation): (Option<Id<Person>>, Option<Id<Invitation>>),
    (title, note, minutes): (&str, &str, i64),
) -> Result<()> {
    tx.exec(
        "INSERT INTO agenda_proposal (id, meeting_id, person_id, invitation_id, title, note, minutes, state, made_at) VALUES (:id, :meeting, :person, :invitation, :title, :note, :minutes, 'open', :now)",
        args! { id: id, meeting: meeting, person: person, invitation: invitation, title: title, note: note, minutes: minutes, now: tx.now() },
    )
    .map(drop)
}

/// Decides a proposal that waits.
///
/// # Errors
/// [`kernel::Error::Stale`].
pub fn save_decided(tx: &Tx<'_>, id: Id<Proposal>, state: ProposalState, answer: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE agenda_proposal SET state = :state, answer = :answer, decided_at = :now WHERE id = :id AND state = 'open'",
        args! { state: state, answer: answer, now: tx.now(), id: id },
    )
}
