//! Covert ballots among others: what lies in the database tells nothing of the order in which they came.
//!
//! Random numbers alone do not do it: SQLite keeps the rows of a page in the order in which they were written, and PostgreSQL
//! notes with each row which transaction wrote it, the one that marked the voter, too. So each new ballot is written together
//! with others, all under new numbers and in the order of these, and nothing of the rows they replace is left behind.

use db::Tx;
use kernel::{Id, Result};

use super::random;
use crate::{Ballot, Vote, store::ballots};

/// Among how many a new ballot is written, itself included. All, where there are fewer.
const AMONG: i64 = 200;

/// Writes a new ballot among others of its vote.
///
/// # Errors
/// When the database refuses or there is no randomness.
pub fn insert_among(tx: &Tx<'_>, vote: Id<Vote>, ballot: Ballot) -> Result<()> {
    // Their numbers are random, and new ones each time: a stretch of them from anywhere is a choice by lot.
    let from = random()?;
    let mut some = ballots::list_stretch(tx, vote, (from, i64::MAX), AMONG - 1)?;
    let room = AMONG - 1 - i64::try_from(some.len()).unwrap_or(AMONG);
    if room > 0 {
        some.extend(ballots::list_stretch(tx, vote, (0, from - 1), room)?);
    }
    ballots::delete_some(tx, some.iter().map(|(number, _)| *number).collect())?;
    write(tx, vote, some.into_iter().map(|(_, other)| other).chain([ballot]).collect())
}

/// Writes all ballots of a vote anew.
///
/// # Errors
/// As [`insert_among`].
pub fn mix_all(tx: &Tx<'_>, vote: Id<Vote>) -> Result<()> {
    let all = ballots::list_ballots(tx, vote)?;
    ballots::delete_ballots(tx, vote)?;
    write(tx, vote, all)
}

/// Writes ballots under new random numbers, in their order.
fn write(tx: &Tx<'_>, vote: Id<Vote>, ballots: Vec<Ballot>) -> Result<()> {
    let mut numbered: Vec<(i64, Ballot)> = Vec::with_capacity(ballots.len());
    for ballot in ballots {
        numbered.push((random()?, ballot));
    }
    numbered.sort_unstable_by_key(|(number, _)| *number);
    numbered.iter().try_for_each(|(number, ballot)| ballots::insert_ballot(tx, *number, vote, ballot))
}
