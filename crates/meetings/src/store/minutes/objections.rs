//! Objections to minutes, and what is added to approved ones.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};
use tasks::Task;

use crate::{Addendum, Minutes, MinutesObjection, ObjectionState};

const OBJECTION: &str = "o.id, o.minutes_id, o.entry_id, o.paragraph, o.person_id, o.letter_id, o.text, o.made_at, o.state, o.answer, o.task_id";

fn objection(r: &Row<'_>) -> Result<MinutesObjection> {
    Ok(MinutesObjection {
        id: r.get(0)?,
        minutes: r.get(1)?,
        entry: r.get(2)?,
        paragraph: r.get(3)?,
        person: r.get(4)?,
        letter: r.get(5)?,
        text: r.get(6)?,
        made_at: r.get(7)?,
        state: r.get(8)?,
        answer: r.get(9)?,
        task: r.get(10)?,
    })
}

/// The objections to minutes, oldest first. Shown with the entries a reader reads.
///
/// # Errors
/// When the database cannot be read.
pub fn list_objections(conn: &Conn, minutes: Id<Minutes>) -> Result<Vec<MinutesObjection>> {
    conn.all(
        &format!("SELECT {OBJECTION} FROM minutes_objection o WHERE o.minutes_id = :minutes ORDER BY o.made_at, o.id"),
        args! { minutes: minutes },
        objection,
    )
}

/// An objection; its caller finds the meeting under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_objection(conn: &Conn, id: Id<MinutesObjection>) -> Result<MinutesObjection> {
    conn.one(&format!("SELECT {OBJECTION} FROM minutes_objection o WHERE o.id = :id"), args! { id: id }, objection)
}

/// How many nobody decided yet.
///
/// # Errors
/// When the database cannot be read.
pub fn count_open(conn: &Conn, minutes: Id<Minutes>) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM minutes_objection WHERE minutes_id = :minutes AND state = 'open'",
        args! { minutes: minutes },
    )
}

/// Writes an objection down.
pub fn insert_objection(tx: &Tx<'_>, it: &MinutesObjection) -> Result<()> {
    tx.exec(
        "INSERT INTO minutes_objection (id, minutes_id, entry_id, paragraph, person_id, letter_id, text, made_at, state) VALUES (:id, :minutes, :entry, :paragraph, :person, :letter, :text, :now, 'open')",
        args! {
            id: it.id, minutes: it.minutes, entry: it.entry, paragraph: it.paragraph, person: it.person, letter: it.letter, text: &it.text, now: tx.now(),
        },
    )
    .map(drop)
}

/// Notes the task by which those who lead learn of it.
pub fn save_objection_task(tx: &Tx<'_>, id: Id<MinutesObjection>, task: Option<Id<Task>>) -> Result<()> {
    tx.exec("UPDATE minutes_objection SET task_id = :task WHERE id = :id", args! { task: task, id: id }).map(drop)
}

/// Decides an objection that is open.
///
/// # Errors
/// [`kernel::Error::Stale`].
pub fn save_decided(
    tx: &Tx<'_>,
    id: Id<MinutesObjection>,
    (state, answer): (ObjectionState, &str),
    by: Option<i64>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE minutes_objection SET state = :state, answer = :answer, decided_at = :now, decided_by = :by WHERE id = :id AND state = 'open'",
        args! { state: state, answer: answer, now: tx.now(), by: by, id: id },
    )
}

/// Decides what else is open against the paragraph of an accepted objection, which went.
pub fn save_gone(tx: &Tx<'_>, accepted: &MinutesObjection, answer: &str, by: Option<i64>) -> Result<()> {
    tx.exec(
        "UPDATE minutes_objection SET state = 'accepted', answer = :answer, decided_at = :now, decided_by = :by WHERE entry_id = :entry AND paragraph = :paragraph AND state = 'open' AND id <> :id",
        args! { answer: answer, now: tx.now(), by: by, entry: accepted.entry, paragraph: accepted.paragraph, id: accepted.id },
    )
    .map(drop)
}

/// Moves the objections to later paragraphs of the entry by `more`, so that each stays at its own.
pub fn save_moved(tx: &Tx<'_>, accepted: &MinutesObjection, more: i64) -> Result<()> {
    tx.exec(
        "UPDATE minutes_objection SET paragraph = paragraph + :more WHERE entry_id = :entry AND paragraph > :paragraph",
        args! { more: more, entry: accepted.entry, paragraph: accepted.paragraph },
    )
    .map(drop)
}

/// What was added, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_addenda(conn: &Conn, minutes: Id<Minutes>) -> Result<Vec<Addendum>> {
    conn.all(
        "SELECT a.id, a.text, a.person_id, a.office, a.made_at FROM minutes_addendum a WHERE a.minutes_id = :minutes ORDER BY a.made_at, a.id",
        args! { minutes: minutes },
        |r| Ok(Addendum { id: r.get(0)?, text: r.get(1)?, person: r.get(2)?, office: r.get(3)?, made_at: r.get(4)? }),
    )
}

/// Adds something.
pub fn insert_addendum(
    tx: &Tx<'_>,
    id: Id<Addendum>,
    minutes: Id<Minutes>,
    text: &str,
    (person, office): (Option<i64>, Option<kernel::Office>),
) -> Result<()> {
    tx.exec(
        "INSERT INTO minutes_addendum (id, minutes_id, text, person_id, office, made_at) VALUES (:id, :minutes, :text, :person, :office, :now)",
        args! { id: id, minutes: minutes, text: text, person: person, office: office.map(kernel::Office::word), now: tx.now() },
    )
    .map(drop)
}
