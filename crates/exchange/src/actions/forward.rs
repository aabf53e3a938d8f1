//! Bringing a thread to another network, with its way in sight.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Level, Reason, Result, Scope, Subject};
use networks::Body;

use super::{open, rule, write::NOTE_MOST};
use crate::{Forward, Thread, rules::may_forward, store};

/// Brings a thread to another network she is in. Its members read it from now on and see by which way it came; whoever is in
/// both is told once.
///
/// # Errors
/// [`Error::NotFound`] for a thread or network she may not see; [`Error::Denied`] where it is not hers to bring, or she is
/// no member there; [`Error::Rule`] for what stays where it is, and for a network it is in already; [`Error::Form`] on
/// `note`.
pub fn forward(tx: &Tx<'_>, by: &Actor, id: Id<Thread>, to: Id<Body>, note: &str) -> Result<()> {
    let thread = open(tx, by, id)?;
    let home = networks::body_for_program(tx, thread.network)?;
    may_forward(by, &thread, &home)?;
    let target = networks::find_body(tx, by, to)?;
    if !target.is_network() || !by.is_member_of(target.id.raw()) {
        return Err(Error::Denied(None));
    }
    let known = store::threads::list_forwards(tx, &[id])?;
    if target.id == thread.network || known.iter().any(|f| f.network == target.id) {
        return rule("Dort ist es schon zu lesen.", "It can be read there already.");
    }
    let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
    if note.chars().count() > NOTE_MOST {
        return Err(Error::field(
            "note",
            Reason::new(
                format!("Bitte kürzen Sie auf {NOTE_MOST} Zeichen."),
                format!("Please shorten this to {NOTE_MOST} characters."),
            ),
        ));
    }
    let way = Forward { thread: id, network: target.id, by: by.person.map(Id::new), note, at: tx.now() };
    store::threads::insert_forward(tx, &way)?;
    let there = Scope::body(Level::Network, target.id.raw(), target.id.raw());
    tx.emit(Event::new("thread.forwarded", Subject::new("thread", id.raw())).by(by.person).within(there));
    Ok(())
}
