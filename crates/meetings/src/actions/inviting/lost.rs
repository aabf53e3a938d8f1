//! Letters that never arrived: whoever invited is told, once however many came back that moment.

use db::Tx;
use kernel::{Id, Result};

use crate::{actions::event, store, told::CAME_BACK};

/// A letter of the house came back. Says whether it was one about a meeting.
///
/// # Errors
/// When the database refuses.
pub fn came_back(tx: &Tx<'_>, mail: &str) -> Result<bool> {
    let Ok(mail) = mail.parse::<Id<()>>() else { return Ok(false) };
    tx.silent("how a letter fared is written beside it");
    store::letters::save_came_back(tx, mail.raw())?;
    tell_lost(tx, &[mail.raw()])
}

/// Leaves the event that some letters, by their place in the outbox, never arrived. Says whether one was about a meeting.
///
/// # Errors
/// When the database refuses.
pub fn tell_lost(tx: &Tx<'_>, mails: &[i64]) -> Result<bool> {
    let meetings = store::letters::list_meetings(tx, mails)?;
    // Few: what one talk or one night brought back.
    for id in &meetings {
        let meeting = store::meetings::find_any_meeting(tx, *id)?;
        tx.emit(event(CAME_BACK, &meeting, None));
    }
    Ok(!meetings.is_empty())
}
