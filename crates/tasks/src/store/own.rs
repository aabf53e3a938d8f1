//! What is held about a person.

use db::{Conn, Tx, args};
use kernel::{Id, Result};
use people::Person;

use super::{TASK, task};
use crate::Task;

/// Every task that names a person: hers, given by her, closed by her.
///
/// # Errors
/// When the database cannot be read.
pub fn list_naming(conn: &Conn, person: Id<Person>) -> Result<Vec<Task>> {
    let mut all = conn.all(
        &format!(
            "SELECT {TASK} FROM task k WHERE k.person_id = :person UNION SELECT {TASK} FROM task k WHERE k.given_by = :person UNION SELECT {TASK} FROM task k WHERE k.closed_by = :person"
        ),
        args! { person: person },
        task,
    )?;
    all.sort_by_key(|t| t.id);
    Ok(all)
}

/// Leaves what somebody has not done to those who lead its body.
pub fn save_left(tx: &Tx<'_>, person: Id<Person>) -> Result<u64> {
    tx.exec(
        "UPDATE task SET person_id = NULL, owner_body_id = body_id, version = version + 1 WHERE person_id = :person AND state = 'open'",
        args! { person: person },
    )
}
