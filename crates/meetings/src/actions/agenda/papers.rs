//! Papers of items: brought before the agenda leaves, and standing with it from then on.

use db::{Conn, Tx};
use files::{Attachment, On, Upload};
use kernel::{Actor, Id, Result};

use super::items::{found, open};
use crate::{Item, Meeting, actions::event};

/// What papers of an item hang on.
pub const PAPER: &str = "agenda_item";

fn on(item: Id<Item>) -> On {
    On::new(PAPER, item.raw())
}

/// Puts papers to an item. Gives how many are new.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when the agenda stands; [`kernel::Error::Form`] when there are
/// too many.
pub fn add_papers(tx: &Tx<'_>, by: &Actor, id: Id<Item>, uploads: &[Upload]) -> Result<usize> {
    let (item, meeting) = found(tx, by, id)?;
    open(&item, &meeting)?;
    let made = files::attach(tx, on(id), uploads, by.person)?;
    tx.emit(event("agenda.paper_added", &meeting, by.person));
    Ok(made.len())
}

/// Takes a paper away from an item.
///
/// # Errors
/// As [`add_papers`].
pub fn remove_paper(tx: &Tx<'_>, by: &Actor, id: Id<Item>, paper: Id<Attachment>) -> Result<()> {
    let (item, meeting) = found(tx, by, id)?;
    open(&item, &meeting)?;
    files::remove(tx, on(id), paper)?;
    tx.emit(event("agenda.paper_removed", &meeting, by.person));
    Ok(())
}

/// Whether papers of an item may still come and go.
#[must_use]
pub fn may_change(item: &Item, meeting: &Meeting) -> bool {
    open(item, meeting).is_ok()
}

/// The papers of items, oldest first. Which items the reader hears is asked before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_papers(conn: &Conn, items: &[&Item]) -> Result<Vec<Attachment>> {
    let ids: Vec<i64> = items.iter().map(|item| item.id.raw()).collect();
    files::list(conn, PAPER, &ids)
}
