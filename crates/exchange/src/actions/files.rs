//! Files at threads and answers: they come with the words, and whoever wrote these takes them away again.

use db::{Conn, Tx};
use files::{Attachment, On};
use kernel::{Actor, Error, Id, Result};

use super::{event, found, reply::found as found_reply};
use crate::{Reply, Thread, letters::is, rules::leads};

/// What files of a thread hang on.
pub const THREAD: &str = "thread";
/// What files of an answer hang on.
pub const REPLY: &str = "reply";

/// A thread, as files know it.
#[must_use]
pub const fn of_thread(id: Id<Thread>) -> On {
    On::new(THREAD, id.raw())
}

/// An answer, as files know it.
#[must_use]
pub const fn of_reply(id: Id<Reply>) -> On {
    On::new(REPLY, id.raw())
}

/// A file of a thread the actor may read. What was hidden shows its files to whoever wrote it and those who lead.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_of_thread(conn: &Conn, by: &Actor, thread: Id<Thread>, file: Id<Attachment>) -> Result<Attachment> {
    found(conn, by, thread)?;
    files::find(conn, of_thread(thread), file)
}

/// A file of an answer the actor may read.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_of_reply(conn: &Conn, by: &Actor, reply: Id<Reply>, file: Id<Attachment>) -> Result<Attachment> {
    found_reply(conn, by, reply)?;
    files::find(conn, of_reply(reply), file)
}

/// Takes a file away from a thread.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever wrote it and those who lead its body.
pub fn remove_of_thread(tx: &Tx<'_>, by: &Actor, thread: Id<Thread>, file: Id<Attachment>) -> Result<Thread> {
    let it = found(tx, by, thread)?;
    if !is(it.author, by.person) && !leads(by, &it) {
        return Err(Error::Denied(None));
    }
    files::remove(tx, of_thread(thread), file)?;
    tx.emit(event("thread.changed", &it, by.person));
    Ok(it)
}

/// Takes a file away from an answer.
///
/// # Errors
/// As [`remove_of_thread`].
pub fn remove_of_reply(tx: &Tx<'_>, by: &Actor, reply: Id<Reply>, file: Id<Attachment>) -> Result<Thread> {
    let (answer, it) = found_reply(tx, by, reply)?;
    if !is(answer.author, by.person) && !leads(by, &it) {
        return Err(Error::Denied(None));
    }
    files::remove(tx, of_reply(reply), file)?;
    tx.emit(event("thread.changed", &it, by.person));
    Ok(it)
}
