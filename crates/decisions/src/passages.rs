//! What search shows of resolutions and votes: their words, as decided or put to the vote.

use db::Conn;
use kernel::{Id, Result};
use web::{Passage, Viewer};

use crate::store::{resolutions, votes};

/// Given to the house. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn passages(conn: &Conn, viewer: &Viewer, kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let rows: Vec<_> = if kind == "resolution" {
        let ids: Vec<_> = ids.iter().copied().map(Id::new).collect();
        let found = resolutions::list_resolutions_by_id(conn, &viewer.actor, &ids)?;
        found.into_iter().map(|one| (one.id.raw(), one.network, one.day, one.text)).collect()
    } else {
        let found = votes::list_by_id(conn, &viewer.actor, ids)?;
        let day = |vote: &crate::Vote| vote.decided_at.or(vote.opens_at).unwrap_or(vote.made_at).day();
        found.into_iter().map(|vote| (vote.id.raw(), vote.network, day(&vote), vote.text)).collect()
    };
    let networks = networks::short_names(conn, &viewer.actor, rows.iter().map(|row| row.1).collect())?;
    let passage =
        |(id, network, day, words)| Passage { id, network: networks.get(&network).cloned(), day: Some(day), words };
    Ok(rows.into_iter().map(passage).collect())
}
