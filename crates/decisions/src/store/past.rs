//! What goes a year after a result: rolls, marks, ballots, bars, requests, proxies.

use db::{Tx, args};
use kernel::{Day, Id, Moment, Result};

use crate::Vote;

/// The votes whose result stood before a moment and that still have a roll, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_settled(tx: &Tx<'_>, before: Moment, limit: i64) -> Result<Vec<Id<Vote>>> {
    tx.all(
        "SELECT v.id FROM vote v WHERE v.state IN ('decided', 'void') AND v.decided_at <= :before \
         AND (EXISTS (SELECT 1 FROM entitlement e WHERE e.vote_id = v.id) OR EXISTS (SELECT 1 FROM secret_request s WHERE s.vote_id = v.id) OR EXISTS (SELECT 1 FROM bar x WHERE x.vote_id = v.id) \
         OR EXISTS (SELECT 1 FROM proxy p WHERE p.vote_id = v.id)) ORDER BY v.id LIMIT :limit",
        args! { before: before, limit: limit },
        |r| r.get(0),
    )
}

/// Takes away what was kept for an objection to some votes.
///
/// # Errors
/// When the database refuses.
pub fn forget(tx: &Tx<'_>, votes: &[Id<Vote>]) -> Result<()> {
    for sql in [
        "DELETE FROM ballot WHERE vote_id IN (:votes*)",
        "DELETE FROM cast_mark WHERE vote_id IN (:votes*)",
        "DELETE FROM circular_objection WHERE vote_id IN (:votes*)",
        "DELETE FROM entitlement_seat WHERE entitlement_id IN (SELECT e.id FROM entitlement e WHERE e.vote_id IN (:votes*))",
        "DELETE FROM entitlement WHERE vote_id IN (:votes*)",
        "DELETE FROM secret_request WHERE vote_id IN (:votes*)",
        "DELETE FROM bar WHERE vote_id IN (:votes*)",
        "DELETE FROM proxy WHERE vote_id IN (:votes*)",
    ] {
        tx.exec(sql, args! { votes: votes })?;
    }
    Ok(())
}

/// Takes away proxies for sittings before a day.
///
/// # Errors
/// When the database refuses.
pub fn forget_proxies(tx: &Tx<'_>, before: Day) -> Result<()> {
    tx.exec("DELETE FROM proxy WHERE sitting_day IS NOT NULL AND sitting_day <= :before", args! { before: before })
        .map(drop)
}
