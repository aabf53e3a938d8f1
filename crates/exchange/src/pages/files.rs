//! Files of threads and answers: each to be saved by whoever may read what it came with.

use kernel::{Error, Id, Result};
use web::{Answer, Reading, Writing};

use crate::{
    Thread,
    actions::files::{find_of_reply, find_of_thread, remove_of_reply, remove_of_thread},
    paths::{ReplyFile, ReplyFiles, ThreadFile, ThreadFiles, ThreadPage},
    words::T,
};

/// A file of a thread.
///
/// # Errors
/// [`Error::NotFound`].
pub fn of_thread(r: &Reading<'_>, p: ThreadFile) -> Result<Answer> {
    files::open(r.conn, &find_of_thread(r.conn, &r.viewer.actor, p.thread, p.file)?)
}

/// A file of an answer.
///
/// # Errors
/// [`Error::NotFound`].
pub fn of_reply(r: &Reading<'_>, p: ReplyFile) -> Result<Answer> {
    files::open(r.conn, &find_of_reply(r.conn, &r.viewer.actor, p.reply, p.file)?)
}

fn number(w: &Writing<'_>) -> Result<Id<files::Attachment>> {
    w.ask.field("nummer").parse().map_err(|()| Error::NotFound)
}

fn back(w: &Writing<'_>, thread: &Thread) -> Answer {
    Answer::to(w.viewer.link(&ThreadPage { thread: thread.id })).with_note(T(w.viewer.lang).note_file_removed())
}

/// Takes a file of a thread away.
///
/// # Errors
/// As [`remove_of_thread`].
pub fn drop_of_thread(w: &Writing<'_>, p: ThreadFiles) -> Result<Answer> {
    Ok(back(w, &remove_of_thread(w.tx, &w.viewer.actor, p.thread, number(w)?)?))
}

/// Takes a file of an answer away.
///
/// # Errors
/// As [`remove_of_reply`].
pub fn drop_of_reply(w: &Writing<'_>, p: ReplyFiles) -> Result<Answer> {
    Ok(back(w, &remove_of_reply(w.tx, &w.viewer.actor, p.reply, number(w)?)?))
}
