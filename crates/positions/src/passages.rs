//! What search shows of positions: the paragraphs of the text that is published.

use db::Conn;
use kernel::{Moment, Result};
use web::{Passage, Viewer};

use crate::store::{register, told as store};

/// Given to the house. Three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn passages(conn: &Conn, viewer: &Viewer, _kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let mut found = register::list_by_id(conn, &viewer.actor, ids)?;
    found.retain(|position| position.state.is_published());
    let shown: Vec<i64> = found.iter().map(|p| p.id.raw()).collect();
    let paragraphs = store::list_texts(conn, &shown)?;
    let networks = networks::short_names(conn, &viewer.actor, found.iter().map(|p| p.network).collect())?;
    let passage = |p: crate::Position| {
        let own = paragraphs.iter().filter(|(of, _)| *of == p.id.raw()).map(|(_, text)| text.as_str());
        Passage {
            id: p.id.raw(),
            network: networks.get(&p.network).cloned(),
            day: p.published_at.map(Moment::day),
            words: own.collect::<Vec<_>>().join(" "),
        }
    };
    Ok(found.into_iter().map(passage).collect())
}
