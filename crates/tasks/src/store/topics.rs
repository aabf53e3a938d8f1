//! What tasks are about, out of the vocabulary of the house.

use db::{Conn, Tx, args};
use kernel::{Id, Result};
use networks::Topic;

use crate::Task;

/// The topics of some tasks; their callers found the tasks before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_topics_of(conn: &Conn, tasks: &[Id<Task>]) -> Result<Vec<(Id<Task>, Id<Topic>)>> {
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT x.task_id, x.topic_id FROM task_topic x WHERE x.task_id IN (:tasks*) ORDER BY x.task_id, x.topic_id",
        args! { tasks: tasks },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Writes one down.
pub fn insert_topic(tx: &Tx<'_>, task: Id<Task>, topic: Id<Topic>) -> Result<()> {
    tx.exec_one("INSERT INTO task_topic (task_id, topic_id) VALUES (:task, :topic)", args! { task: task, topic: topic })
}

/// Takes all of a task away.
pub fn delete_topics(tx: &Tx<'_>, task: Id<Task>) -> Result<()> {
    tx.exec("DELETE FROM task_topic WHERE task_id = :task", args! { task: task }).map(drop)
}

/// Takes those away of tasks that were closed before a moment.
pub fn delete_of_closed(tx: &Tx<'_>, before: kernel::Moment) -> Result<()> {
    tx.exec(
        "DELETE FROM task_topic WHERE task_id IN (SELECT k.id FROM task k WHERE k.closed_at <= :before)",
        args! { before: before },
    )
    .map(drop)
}
