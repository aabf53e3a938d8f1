//! Which network bodies and seats belong to: search narrows by it.

use db::Conn;
use kernel::{Id, Result};
use web::{Passage, Viewer};

use super::{ids, with_networks};
use crate::{Body, Seat, store::roster::list_sitting_on};

/// Given to the house: the network of each, as far as the viewer may see it, and no words beside the card. At most three
/// statements.
///
/// # Errors
/// When the database cannot be read.
pub fn passages(conn: &Conn, v: &Viewer, kind: &str, wanted: &[i64]) -> Result<Vec<Passage>> {
    let of: Vec<(i64, Id<Body>)> = match kind {
        "body" => wanted.iter().map(|id| (*id, Id::new(*id))).collect(),
        "seat" => {
            let mut rows = list_sitting_on(conn, &v.actor, &ids::<Seat>(wanted), v.today)?;
            rows.dedup_by_key(|row| row.seat);
            rows.into_iter().map(|row| (row.seat.raw(), row.body)).collect()
        }
        _ => return Ok(Vec::new()),
    };
    let known = with_networks(conn, v, &of.iter().map(|(_, body)| *body).collect::<Vec<_>>())?;
    let passage = |(id, body): (i64, Id<Body>)| {
        let (_, network) = known.iter().find(|(known, _)| known.id == body)?;
        let network = Some((network.id.raw(), network.short().to_owned()));
        Some(Passage { id, network, day: None, words: String::new() })
    };
    Ok(of.into_iter().filter_map(passage).collect())
}
