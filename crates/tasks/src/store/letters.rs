//! Whom letters go to, and which are due.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Result};
use networks::Body;
use people::{Person, Post};

use super::{TASK, lists::LEADING, task};
use crate::Task;

/// Open tasks whose day comes by `until` and is not over, of which nobody was reminded; and those whose day is over, of
/// which nobody was reminded since.
///
/// # Errors
/// When the database cannot be read.
pub fn list_due(conn: &Conn, today: Day, until: Day) -> Result<Vec<Task>> {
    conn.all(
        &format!(
            "SELECT {TASK} FROM task k WHERE k.state = 'open' AND k.due_day <= :until AND k.reminded < CASE WHEN k.due_day < :today THEN 2 ELSE 1 END ORDER BY k.due_day, k.id"
        ),
        args! { today: today, until: until },
        task,
    )
}

/// Notes how far tasks were brought to mind.
pub fn save_reminded(tx: &Tx<'_>, ids: &[Id<Task>], step: i64) -> Result<()> {
    tx.exec("UPDATE task SET reminded = :step WHERE id IN (:ids*)", args! { step: step, ids: ids }).map(drop)
}

/// Those who hold some posts on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_holders(conn: &Conn, posts: &[Id<Post>], day: Day) -> Result<Vec<(Id<Post>, Id<Person>)>> {
    conn.all(
        "SELECT t.post_id, t.person_id FROM tenure t WHERE t.post_id IN (:posts*) AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day ORDER BY t.rank, t.id",
        args! { posts: posts, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Those who hold an office that leads one of these bodies on a day, as long as it exists.
///
/// # Errors
/// When the database cannot be read.
pub fn list_leaders(conn: &Conn, bodies: &[Id<Body>], day: Day) -> Result<Vec<(Id<Body>, Id<Person>)>> {
    conn.all(
        &format!(
            "SELECT DISTINCT v.body_id, v.person_id FROM sits v JOIN body b ON b.id = v.body_id WHERE v.body_id IN (:bodies*) AND b.until_day > :day AND v.office IN ({LEADING}) \
             AND v.capacity IN ('self', 'holder', 'acting', 'representative') AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.body_id, v.person_id"
        ),
        args! { bodies: bodies, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Deletes tasks that were closed before a moment.
pub fn delete_closed(tx: &Tx<'_>, before: kernel::Moment) -> Result<()> {
    tx.exec("DELETE FROM task WHERE closed_at <= :before", args! { before: before }).map(drop)
}
