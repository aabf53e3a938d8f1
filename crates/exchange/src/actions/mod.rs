//! Verbs of exchange. One function is one step of a transaction and leaves one event.

mod asking;
pub mod circulars;
mod counts;
pub mod daily;
pub mod files;
mod forward;
pub mod hats;
pub mod held;
pub mod incoming;
mod mentions;
mod moderate;
mod own;
pub mod relay;
mod reply;
pub mod support;
pub mod telling;
mod write;

pub use asking::ask;
pub use counts::release_count;
pub use forward::forward;
pub use mentions::askable;
pub use moderate::{REASON_MOST, hide_reply, hide_thread, move_thread, show_reply, show_thread};
pub use own::{erase, forget_alias};
pub use relay::{hand_in, pass_on, refuse_relay};
pub use reply::{change_reply, mark_helped, reply, reply_with};
pub use write::{change_thread, choose, mark_read, may_write, note_outcome, widest, write_thread};

use db::{Conn, Tx};
use kernel::{Actor, Error, Event, Id, Reason, Result, Subject};

use crate::{Thread, rules, store};

fn event(verb: &'static str, thread: &Thread, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("thread", thread.id.raw())).by(by).within(thread.scope())
}

fn rule<T>(de: &str, en: &str) -> Result<T> {
    Err(Error::Rule(Reason::new(de, en)))
}

/// A thread the actor may read. One that is out of sight exists only for whoever wrote it and those who lead.
///
/// # Errors
/// [`Error::NotFound`].
pub fn found(conn: &Conn, by: &Actor, id: Id<Thread>) -> Result<Thread> {
    let thread = store::threads::find_thread(conn, by, id)?;
    let own = by.person.is_some() && by.person == thread.author.map(Id::raw);
    if thread.hidden.is_some() && !own && !rules::leads(by, &thread) {
        return Err(Error::NotFound);
    }
    Ok(thread)
}

/// A thread in which one still writes.
fn open(tx: &Tx<'_>, by: &Actor, id: Id<Thread>) -> Result<Thread> {
    let thread = found(tx, by, id)?;
    if thread.hidden.is_some() {
        return rule("Dieses Gespräch ist ausgeblendet.", "This conversation is hidden.");
    }
    Ok(thread)
}

/// Refuses words in a confidential thread that look like persons, until whoever writes has looked again.
///
/// # Errors
/// [`Error::Form`] on `checked`, with what was found.
fn unnamed(tx: &Tx<'_>, of: (bool, Id<networks::Body>), checked: bool, words: &[&str]) -> Result<()> {
    let (confidential, body) = of;
    if !confidential || checked {
        return Ok(());
    }
    let known = store::counts::list_names(tx, body)?;
    let found = rules::suspicious(&words.join("\n"), &known);
    if found.is_empty() {
        return Ok(());
    }
    let list = found.join(", ");
    Err(Error::field(
        "checked",
        Reason::new(
            format!(
                "Das sieht nach Personen aus: {list}. Bitte ändern Sie es, oder bestätigen Sie, dass niemand erkennbar ist."
            ),
            format!("This looks like persons: {list}. Please change it, or confirm that nobody can be recognised."),
        ),
    ))
}
