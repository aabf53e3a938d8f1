//! What is done with files. Whoever calls has asked for the right at the thing, and leaves the event.

use db::{Conn, Tx};
use kernel::{Error, Id, Result};
use web::Answer;

use crate::{Attachment, FIELD, FILES_MOST, On, Upload, brought::too_many, store};

/// Hangs files on a thing. What hangs there already, byte by byte, is not hung there twice.
///
/// # Errors
/// [`Error::Form`] at the field when the thing would have more than [`FILES_MOST`].
pub fn attach(tx: &Tx<'_>, on: On, uploads: &[Upload], by: Option<i64>) -> Result<Vec<Id<Attachment>>> {
    let mut there: Vec<String> = store::list(tx, on.thing, &[on.id])?.into_iter().map(|a| a.hash).collect();
    let mut made = Vec::new();
    for upload in uploads {
        if there.contains(&upload.hash) {
            continue;
        }
        if there.len() == FILES_MOST {
            return Err(Error::field(FIELD, too_many()));
        }
        there.push(upload.hash.clone());
        store::insert_file(tx, upload)?;
        let id = tx.id();
        store::insert_attachment(tx, id, on, upload, by)?;
        made.push(id);
    }
    Ok(made)
}

/// Takes a file away from a thing; its bytes go with the last place they hang at.
///
/// # Errors
/// [`Error::NotFound`] where it does not hang there.
pub fn remove(tx: &Tx<'_>, on: On, id: Id<Attachment>) -> Result<Attachment> {
    let found = store::find(tx, on, id)?;
    store::delete_attachment(tx, id)?;
    store::delete_unused(tx, vec![found.hash.clone()])?;
    Ok(found)
}

/// Takes all files of things away that are going.
///
/// # Errors
/// When the database refuses.
pub fn drop_all(tx: &Tx<'_>, thing: &'static str, ids: &[i64]) -> Result<()> {
    let gone: Vec<String> = store::list(tx, thing, ids)?.into_iter().map(|a| a.hash).collect();
    if gone.is_empty() {
        return Ok(());
    }
    store::delete_of(tx, thing, ids)?;
    store::delete_unused(tx, gone)
}

/// Moves all files of one thing to another that has none.
///
/// # Errors
/// When the database refuses.
pub fn move_all(tx: &Tx<'_>, from: On, to: On) -> Result<()> {
    store::save_on(tx, from, to)
}

/// The file, to be saved.
///
/// # Errors
/// When the database cannot be read.
pub fn open(conn: &Conn, file: &Attachment) -> Result<Answer> {
    let bytes = store::find_bytes(conn, &file.hash)?;
    Ok(Answer { download: Some(file.name.clone()), ..Answer::data(file.format.media(), bytes) }.fresh())
}

/// Every day: bytes that have hung nowhere for a day. What is taken away by hand goes at once; this is for things that went
/// with all they had.
///
/// # Errors
/// When the database refuses.
pub fn sweep(tx: &Tx<'_>) -> Result<()> {
    tx.silent("what hangs nowhere is nobody's");
    store::delete_unused_before(tx, tx.now().plus_seconds(-86_400))
}
