//! Ballots. Covert ones carry neither voter nor time, and their numbers are random. Where some are taken away, nothing of them is
//! left behind.

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
    let all = list_stretch(conn, vote, (0, i64::MAX), i64::MAX)?;
    Ok(all.into_iter().map(|(_, ballot)| ballot).collect())
}

/// Ballots of a vote with their numbers: those numbered from `from` to `until`, at most so many.
///
/// # Errors
/// When the database cannot be read.
pub fn list_stretch(conn: &Conn, vote: Id<Vote>, (from, until): (i64, i64), most: i64) -> Result<Vec<(i64, Ballot)>> {
    conn.all(
        "SELECT b.id, b.choice, b.votes, b.entitlement_id, b.person_id FROM ballot b WHERE b.vote_id = :vote AND b.id >= :from AND b.id <= :until ORDER BY b.id LIMIT :most",
        args! { vote: vote, from: from, until: until, most: most },
        |r| {
            let text: String = r.get(1)?;
            let choice = Choice::read(&text).ok_or_else(|| Error::internal("a stored ballot cannot be read"))?;
            Ok((r.get(0)?, Ballot { choice, votes: r.get(2)?, entitlement: r.get(3)?, person: r.get(4)? }))
        },
    )
}

/// Takes some ballots away, to be written anew.
///
/// # Errors
/// When the database refuses.
pub fn delete_some(tx: &Tx<'_>, numbers: Vec<i64>) -> Result<()> {
    tx.scrub("ballot");
    tx.exec("DELETE FROM ballot WHERE id IN (:numbers*)", args! { numbers: numbers }).map(drop)
}

/// Takes the ballots of a vote away, to be written anew in another order.
///
/// # Errors
/// When the database refuses.
pub fn delete_ballots(tx: &Tx<'_>, vote: Id<Vote>) -> Result<()> {
    tx.scrub("ballot");
    tx.exec("DELETE FROM ballot WHERE vote_id = :vote", args! { vote: vote }).map(drop)
}
