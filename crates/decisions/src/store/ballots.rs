//! Ballots. Covert ones carry neither voter nor time, and their numbers are random.

use db::{Conn, Tx, args};
use kernel::{Error, Id, Result};

use crate::{Ballot, Choice, Vote};

pub fn insert_ballot(tx: &Tx<'_>, id: i64, vote: Id<Vote>, ballot: &Ballot) -> Result<()> {
    tx.exec(
        "INSERT INTO ballot (id, vote_id, choice, votes, entitlement_id, person_id) VALUES (:id, :vote, :choice, :votes, :unit, :person)",
        args! { id: id, vote: vote, choice: ballot.choice.text(), votes: ballot.votes, unit: ballot.entitlement, person: ballot.person },
    )
    .map(drop)
}

/// The ballots of a vote, in the order of their numbers: for covert ones a random one.
///
/// # Errors
/// When the database cannot be read.
pub fn list_ballots(conn: &Conn, vote: Id<Vote>) -> Result<Vec<Ballot>> {
    conn.all(
        "SELECT b.choice, b.votes, b.entitlement_id, b.person_id FROM ballot b WHERE b.vote_id = :vote ORDER BY b.id",
        args! { vote: vote },
        |r| {
            let text: String = r.get(0)?;
            let choice = Choice::read(&text).ok_or_else(|| Error::internal("a stored ballot cannot be read"))?;
            Ok(Ballot { choice, votes: r.get(1)?, entitlement: r.get(2)?, person: r.get(3)? })
        },
    )
}

/// Takes the ballots of a vote away, to be written anew in another order.
///
/// # Errors
/// When the database refuses.
pub fn delete_ballots(tx: &Tx<'_>, vote: Id<Vote>) -> Result<()> {
    tx.exec("DELETE FROM ballot WHERE vote_id = :vote", args! { vote: vote }).map(drop)
}
