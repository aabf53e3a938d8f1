//! Entries of minutes, and what is to be done.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};
use networks::Body;
use people::{Person, Post};
use tasks::{Owner, Task};

use crate::{Entry, Item, Minutes, NewEntry, Todo};

const ENTRY: &str = "e.id, e.minutes_id, e.item_id, e.place, e.title, e.openness, e.text, e.result, e.remark, e.vote_id, e.passed_on, e.version";
const TODO: &str = "t.id, t.entry_id, t.title, t.person_id, t.post_id, t.owner_body_id, t.due_day, t.task_id";

fn entry(r: &Row<'_>) -> Result<Entry> {
    Ok(Entry {
        id: r.get(0)?,
        minutes: r.get(1)?,
        item: r.get(2)?,
        place: r.get(3)?,
        title: r.get(4)?,
        openness: r.get(5)?,
        text: r.get(6)?,
        result: r.get(7)?,
        remark: r.get(8)?,
        vote: r.get(9)?,
        passed_on: r.get(10)?,
        version: r.get(11)?,
    })
}

fn todo(r: &Row<'_>) -> Result<Todo> {
    let owner = match (r.get::<Option<Id<Person>>>(3)?, r.get(4)?) {
        (Some(person), _) => Owner::Person(person),
        (None, Some(post)) => Owner::Post(post),
        (None, None) => Owner::Body(r.get::<Id<Body>>(5)?),
    };
    Ok(Todo { id: r.get(0)?, entry: r.get(1)?, title: r.get(2)?, owner, due: r.get(6)?, task: r.get(7)? })
}

/// The entries of minutes in their order. Which of them a reader reads is decided by [`crate::rules::minutes::Reader`].
///
/// # Errors
/// When the database cannot be read.
pub fn list_entries(conn: &Conn, minutes: Id<Minutes>) -> Result<Vec<Entry>> {
    conn.all(
        &format!("SELECT {ENTRY} FROM minutes_entry e WHERE e.minutes_id = :minutes ORDER BY e.place, e.id"),
        args! { minutes: minutes },
        entry,
    )
}

/// An entry; its caller finds the meeting under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_entry(conn: &Conn, id: Id<Entry>) -> Result<Entry> {
    conn.one(&format!("SELECT {ENTRY} FROM minutes_entry e WHERE e.id = :id"), args! { id: id }, entry)
}

/// Writes an entry down at a place.
pub fn insert_entry(
    tx: &Tx<'_>,
    id: Id<Entry>,
    (minutes, item, place): (Id<Minutes>, Option<Id<Item>>, i64),
    new: &NewEntry,
) -> Result<()> {
    tx.exec(
        "INSERT INTO minutes_entry (id, minutes_id, item_id, place, title, openness, text, result, remark, vote_id, passed_on) \
         VALUES (:id, :minutes, :item, :place, :title, :openness, :text, :result, :remark, :vote, :passed)",
        args! {
            id: id, minutes: minutes, item: item, place: place, title: &new.title, openness: new.openness, text: &new.text, result: &new.result,
            remark: &new.remark, vote: new.vote, passed: new.passed_on,
        },
    )
    .map(drop)
}

/// Writes a changed entry.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_entry(tx: &Tx<'_>, id: Id<Entry>, version: i64, new: &NewEntry) -> Result<()> {
    tx.exec_one(
        "UPDATE minutes_entry SET title = :title, openness = :openness, text = :text, result = :result, remark = :remark, vote_id = :vote, passed_on = :passed, version = version + 1 WHERE id = :id AND version = :version",
        args! {
            title: &new.title, openness: new.openness, text: &new.text, result: &new.result, remark: &new.remark, vote: new.vote, passed: new.passed_on,
            id: id, version: version,
        },
    )
}

/// Writes down which vote was taken on an item, and what came of it.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_vote(tx: &Tx<'_>, id: Id<Entry>, version: i64, (vote, result): (Id<decisions::Vote>, &str)) -> Result<()> {
    tx.exec_one(
        "UPDATE minutes_entry SET vote_id = :vote, result = :result, version = version + 1 WHERE id = :id AND version = :version",
        args! { vote: vote, result: result, id: id, version: version },
    )
}

/// Writes other words after an objection.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_text(tx: &Tx<'_>, id: Id<Entry>, version: i64, text: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE minutes_entry SET text = :text, version = version + 1 WHERE id = :id AND version = :version",
        args! { text: text, id: id, version: version },
    )
}

/// What those who write noted for themselves goes, in every entry.
pub fn forget_remarks(tx: &Tx<'_>, minutes: Id<Minutes>) -> Result<u64> {
    tx.exec(
        "UPDATE minutes_entry SET remark = '', version = version + 1 WHERE minutes_id = :minutes AND remark <> ''",
        args! { minutes: minutes },
    )
}

/// What is to be done, in the order in which it was noted. Shown with the entries a reader reads.
///
/// # Errors
/// When the database cannot be read.
pub fn list_todos(conn: &Conn, minutes: Id<Minutes>) -> Result<Vec<Todo>> {
    conn.all(
        &format!("SELECT {TODO} FROM minutes_entry e JOIN minutes_todo t ON t.entry_id = e.id WHERE e.minutes_id = :minutes ORDER BY t.id"),
        args! { minutes: minutes },
        todo,
    )
}

/// One of them; its caller finds the meeting under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_todo(conn: &Conn, id: Id<Todo>) -> Result<Todo> {
    conn.one(&format!("SELECT {TODO} FROM minutes_todo t WHERE t.id = :id"), args! { id: id }, todo)
}

/// Notes what is to be done.
pub fn insert_todo(tx: &Tx<'_>, it: &Todo) -> Result<()> {
    let (person, post, body) = match it.owner {
        Owner::Person(id) => (Some(id), None, None),
        Owner::Post(id) => (None, Some(id), None),
        Owner::Body(id) => (None::<Id<Person>>, None::<Id<Post>>, Some(id)),
    };
    tx.exec(
        "INSERT INTO minutes_todo (id, entry_id, title, person_id, post_id, owner_body_id, due_day) VALUES (:id, :entry, :title, :person, :post, :body, :due)",
        args! { id: it.id, entry: it.entry, title: &it.title, person: person, post: post, body: body, due: it.due },
    )
    .map(drop)
}

/// Takes it back.
pub fn delete_todo(tx: &Tx<'_>, id: Id<Todo>) -> Result<()> {
    tx.exec("DELETE FROM minutes_todo WHERE id = :id", args! { id: id }).map(drop)
}

/// Notes the task it became.
pub fn save_task(tx: &Tx<'_>, id: Id<Todo>, task: Option<Id<Task>>) -> Result<()> {
    tx.exec("UPDATE minutes_todo SET task_id = :task WHERE id = :id", args! { task: task, id: id }).map(drop)
}
