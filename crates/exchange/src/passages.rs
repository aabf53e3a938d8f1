//! What search shows of threads: their words and those of answers that are in sight.

use db::Conn;
use kernel::{Id, Result};
use web::{Passage, Viewer};

use crate::{Thread, store};

/// Given to the house. Three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn passages(conn: &Conn, viewer: &Viewer, _kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let mut found = store::threads::list_by_id(conn, &viewer.actor, ids)?;
    // What is confidential says nothing here, even to those who read it.
    found.retain(|thread| thread.hidden.is_none() && !thread.confidential);
    let threads: Vec<Id<Thread>> = found.iter().map(|t| t.id).collect();
    let replies = store::told::list_words(conn, &threads)?;
    let networks = networks::short_names(conn, &viewer.actor, found.iter().map(|t| t.network).collect())?;
    let passage = |thread: Thread| {
        let mut words = vec![text::plain(&thread.words)];
        words.extend(thread.outcome.iter().map(|o| text::plain(&o.words)));
        words.extend(replies.iter().filter(|(of, _)| *of == thread.id).map(|(_, words)| text::plain(words)));
        Passage {
            id: thread.id.raw(),
            network: networks.get(&thread.network).cloned(),
            day: Some(thread.made_at.day()),
            words: words.join(" "),
        }
    };
    Ok(found.into_iter().map(passage).collect())
}
