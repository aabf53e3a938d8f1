//! What search shows of tasks: their notes.

use db::Conn;
use kernel::Result;
use web::{Passage, Viewer};

use crate::{Task, reads::Known, store};

/// Given to the house. Four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn passages(conn: &Conn, viewer: &Viewer, _kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let tasks = store::list_by_id(conn, ids)?;
    let known = Known::load(conn, &viewer.actor, &tasks)?;
    let passage = |task: Task| Passage {
        id: task.id.raw(),
        network: known.bodies.get(&task.network).map(|b| (b.id.raw(), b.short().to_owned())),
        day: Some(task.given_at.day()),
        words: task.note,
    };
    let shown = tasks.into_iter().filter(|task| known.stance(&viewer.actor, task).knows());
    Ok(shown.map(passage).collect())
}
