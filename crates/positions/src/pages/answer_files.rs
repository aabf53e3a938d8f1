//! What came back as files: to be saved by whoever may read the answer.

use files::{Attachment, On};
use kernel::{Error, Result};
use web::{Answer, Reading};

use super::Place;
use crate::{Reply, actions::ANSWER, paths::AnswerFile, store::dispatches};

/// The files of some answers the reader may read.
///
/// # Errors
/// When the database cannot be read.
pub fn of(r: &Reading<'_>, replies: &[Reply]) -> Result<Vec<Attachment>> {
    let ids: Vec<i64> = replies.iter().map(|reply| reply.id.raw()).collect();
    files::list(r.conn, ANSWER, &ids)
}

/// Those of one of them, as links.
#[must_use]
pub fn links(r: &Reading<'_>, all: &[Attachment], reply: &Reply) -> String {
    let own: Vec<Attachment> = all.iter().filter(|file| file.on == reply.id.raw()).cloned().collect();
    files::rows(r.viewer.lang, &own, |file| r.viewer.link(&AnswerFile { answer: reply.id, file }), None)
}

/// One file. Of an answer that is not open only those inside read it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn file(r: &Reading<'_>, p: AnswerFile) -> Result<Answer> {
    let reply = dispatches::find_reply(r.conn, p.answer)?;
    let dispatch = dispatches::find_dispatch(r.conn, reply.dispatch)?;
    let place = Place::load(r, dispatch.position)?;
    if !reply.open && !place.inside {
        return Err(Error::NotFound);
    }
    files::open(r.conn, &files::find(r.conn, On::new(ANSWER, reply.id.raw()), p.file)?)
}
