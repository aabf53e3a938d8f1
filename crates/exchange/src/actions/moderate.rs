//! Taking out of sight with a reason, and moving to where it belongs: for those who lead.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use networks::Body;

use super::{event, found, rule, write::widest};
use crate::{Reply, Thread, rules::leads, store};

/// The longest reason, in characters.
pub const REASON_MOST: usize = 200;

fn reason_of(reason: &str) -> Result<String> {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() || reason.chars().count() > REASON_MOST {
        return Err(Error::field(
            "reason",
            Reason::new(
                format!("Bitte nennen Sie den Grund in höchstens {REASON_MOST} Zeichen."),
                format!("Please give the reason in at most {REASON_MOST} characters."),
            ),
        ));
    }
    Ok(reason)
}

fn led(tx: &Tx<'_>, by: &Actor, id: Id<Thread>) -> Result<Thread> {
    let thread = found(tx, by, id)?;
    if leads(by, &thread) { Ok(thread) } else { Err(Error::Denied(None)) }
}

/// Takes a thread out of sight: only whoever wrote it and those who lead still find it, with the reason.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead its body; [`Error::Form`] on `reason`; [`Error::Rule`] when
/// it is out of sight already.
pub fn hide_thread(tx: &Tx<'_>, by: &Actor, id: Id<Thread>, reason: &str) -> Result<()> {
    let thread = led(tx, by, id)?;
    if thread.hidden.is_some() {
        return rule("Dieses Gespräch ist schon ausgeblendet.", "This conversation is hidden already.");
    }
    store::threads::save_hidden(tx, id, by.person, Some(&reason_of(reason)?))?;
    tx.emit(event("thread.hidden", &thread, by.person));
    Ok(())
}

/// Shows a thread again.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as [`hide_thread`]; [`Error::Rule`] when it is in sight.
pub fn show_thread(tx: &Tx<'_>, by: &Actor, id: Id<Thread>) -> Result<()> {
    let thread = led(tx, by, id)?;
    if thread.hidden.is_none() {
        return rule("Dieses Gespräch ist nicht ausgeblendet.", "This conversation is not hidden.");
    }
    store::threads::save_hidden(tx, id, None, None)?;
    tx.emit(event("thread.shown", &thread, by.person));
    Ok(())
}

/// Takes an answer out of sight: its place stays, with the reason.
///
/// # Errors
/// As [`hide_thread`].
pub fn hide_reply(tx: &Tx<'_>, by: &Actor, id: Id<Reply>, reason: &str) -> Result<Thread> {
    let reply = store::replies::find_reply(tx, id)?;
    let thread = led(tx, by, reply.thread)?;
    if reply.hidden.is_some() {
        return rule("Diese Antwort ist schon ausgeblendet.", "This answer is hidden already.");
    }
    store::replies::save_hidden(tx, id, by.person, Some(&reason_of(reason)?))?;
    tx.emit(event("thread.moderated", &thread, by.person));
    Ok(thread)
}

/// Shows an answer again.
///
/// # Errors
/// As [`show_thread`].
pub fn show_reply(tx: &Tx<'_>, by: &Actor, id: Id<Reply>) -> Result<Thread> {
    let reply = store::replies::find_reply(tx, id)?;
    let thread = led(tx, by, reply.thread)?;
    if reply.hidden.is_none() {
        return rule("Diese Antwort ist nicht ausgeblendet.", "This answer is not hidden.");
    }
    store::replies::save_hidden(tx, id, None, None)?;
    tx.emit(event("thread.moderated", &thread, by.person));
    Ok(thread)
}

/// Moves a thread to another body of its network, for those who lead both. It is seen no further there than the body itself.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] for a body of another network or a dissolved one.
pub fn move_thread(tx: &Tx<'_>, by: &Actor, id: Id<Thread>, to: Id<Body>) -> Result<()> {
    let thread = led(tx, by, id)?;
    let body = networks::find_body(tx, by, to)?;
    let there = Thread { body: body.id, network: body.network, level: thread.level.max(body.level), ..thread.clone() };
    if !leads(by, &there) {
        return Err(Error::Denied(None));
    }
    if body.network != thread.network || body.term.until <= tx.today() {
        return rule("Verschieben lässt sich nur innerhalb des Netzwerks.", "It can be moved within its network only.");
    }
    if body.id == thread.body {
        tx.silent("it is there already");
        return Ok(());
    }
    // In the network itself it is seen by the network; in a body as far as before, but no further than the body.
    let level = thread.level.max(widest(tx, &body)?);
    store::threads::save_body(tx, id, body.id, level)?;
    tx.emit(event("thread.moved", &Thread { level, ..there }, by.person));
    Ok(())
}
