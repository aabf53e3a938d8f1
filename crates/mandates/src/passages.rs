//! What search shows of sittings elsewhere, of what was raised, and of the public parts of reports; of any other part it shows no
//! word.

use db::Conn;
use kernel::Result;
use web::{Passage, Viewer};

use crate::store::{opened, raised, sessions, told as store};

/// Given to the house. Three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn passages(conn: &Conn, viewer: &Viewer, kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let actor = &viewer.actor;
    let rows: Vec<_> = match kind {
        "outside_session" => {
            let found = sessions::list_by_id(conn, actor, ids)?;
            let shown: Vec<i64> = found.iter().map(|s| s.id.raw()).collect();
            let items = store::list_items(conn, &shown)?;
            let words = |id: i64| {
                let own = items.iter().filter(|(of, _)| *of == id).map(|(_, title)| title.as_str());
                own.collect::<Vec<_>>().join(" ")
            };
            found.into_iter().map(|s| (s.id.raw(), s.network, s.day(), words(s.id.raw()))).collect()
        }
        "raised" => {
            let found = raised::list_by_id(conn, actor, ids)?;
            found.into_iter().map(|p| (p.id.raw(), p.network, p.made_at.day(), p.text)).collect()
        }
        "mandate_report" => {
            let found = opened::list_opened_by_id(conn, ids)?;
            let words =
                |it: &opened::Opened| it.text.opened().into_iter().map(|part| part.text).collect::<Vec<_>>().join(" ");
            found.iter().map(|it| (it.id.raw(), it.network, it.session.day(), words(it))).collect()
        }
        _ => Vec::new(),
    };
    let networks = networks::short_names(conn, actor, rows.iter().map(|row| row.1).collect())?;
    let passage =
        |(id, network, day, words)| Passage { id, network: networks.get(&network).cloned(), day: Some(day), words };
    Ok(rows.into_iter().map(passage).collect())
}
