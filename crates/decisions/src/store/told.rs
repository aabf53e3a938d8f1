//! What is told of votes and resolutions: read for the program, which asks for each reader's rights itself.

use db::{Conn, args};
use kernel::Result;

use super::{
    resolutions::{RESOLUTION, resolution},
    votes::{VOTE, vote},
};
use crate::{Resolution, Vote};

/// Some votes.
///
/// # Errors
/// When the database cannot be read.
pub fn list_votes(conn: &Conn, ids: &[i64]) -> Result<Vec<Vote>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&format!("SELECT {VOTE} FROM vote v WHERE v.id IN (:ids*)"), args! { ids: ids }, vote)
}

/// Some resolutions.
///
/// # Errors
/// When the database cannot be read.
pub fn list_resolutions(conn: &Conn, ids: &[i64]) -> Result<Vec<Resolution>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(&format!("SELECT {RESOLUTION} FROM resolution r WHERE r.id IN (:ids*)"), args! { ids: ids }, resolution)
}

/// What some resolutions, and those that came of some votes, are about: kind and number of the thing, and the topic.
///
/// # Errors
/// When the database cannot be read.
pub fn list_topics(conn: &Conn, resolutions: &[i64], votes: &[i64]) -> Result<Vec<(&'static str, i64, i64)>> {
    if resolutions.is_empty() && votes.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT 1, x.resolution_id, x.topic_id FROM resolution_topic x WHERE x.resolution_id IN (:resolutions*) \
         UNION ALL SELECT 2, r.vote_id, x.topic_id FROM resolution r JOIN resolution_topic x ON x.resolution_id = r.id WHERE r.vote_id IN (:votes*)",
        args! { resolutions: resolutions, votes: votes },
        |r| Ok((if r.get::<i64>(0)? == 1 { "resolution" } else { "vote" }, r.get(1)?, r.get(2)?)),
    )
}

/// The seats on the rolls of some votes that are not barred: vote and seat.
///
/// # Errors
/// When the database cannot be read.
pub fn list_seats(conn: &Conn, votes: &[i64]) -> Result<Vec<(i64, i64)>> {
    if votes.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT e.vote_id, x.seat_id FROM entitlement e JOIN entitlement_seat x ON x.entitlement_id = e.id WHERE e.vote_id IN (:votes*) AND e.barred = FALSE",
        args! { votes: votes },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Who voted in some votes: vote and person. When and how is not asked.
///
/// # Errors
/// When the database cannot be read.
pub fn list_cast(conn: &Conn, votes: &[i64]) -> Result<Vec<(i64, i64)>> {
    if votes.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT m.vote_id, m.person_id FROM cast_mark m WHERE m.vote_id IN (:votes*) AND m.person_id IS NOT NULL ORDER BY m.person_id",
        args! { votes: votes },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
