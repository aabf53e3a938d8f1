//! What search shows of meetings and minutes: the note and what is on the agenda for everybody. Of minutes it shows no word.

use db::Conn;
use kernel::{Id, Result};
use web::{Passage, Viewer};

use crate::{Meeting, store};

/// Given to the house. Three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn passages(conn: &Conn, viewer: &Viewer, kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let actor = &viewer.actor;
    let rows: Vec<(i64, Meeting)> = if kind == "minutes" {
        let found = store::minutes::list_minutes(conn, actor, ids)?;
        found.into_iter().map(|(meeting, minutes)| (minutes.id.raw(), meeting)).collect()
    } else {
        store::meetings::list_by_id(conn, actor, ids)?.into_iter().map(|m| (m.id.raw(), m)).collect()
    };
    let meetings: Vec<Id<Meeting>> = rows.iter().map(|(_, m)| m.id).collect();
    let items = if kind == "minutes" { Vec::new() } else { store::told::list_open_items(conn, &meetings)? };
    let networks = networks::short_names(conn, actor, rows.iter().map(|(_, m)| m.network).collect())?;
    let passage = |(id, m): (i64, Meeting)| {
        let mut words = if kind == "minutes" { Vec::new() } else { vec![m.note.as_str()] };
        words.extend(items.iter().filter(|(of, _)| *of == m.id).map(|(_, title)| title.as_str()));
        let words = words.join(" ");
        Passage { id, network: networks.get(&m.network).cloned(), day: Some(m.day()), words }
    };
    Ok(rows.into_iter().map(passage).collect())
}
