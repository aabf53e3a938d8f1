//! Verbs of tasks. One function is one step of a transaction and leaves one event.

mod daily;
mod erase;
mod give;
pub(crate) mod tell;

pub use daily::{cleanup, remind};
pub use erase::erase;
pub use give::{change_task, give_task, make, settle, take_up, withdraw};

use db::Tx;
use kernel::{Actor, Error, Event, Id, Reason, Result, Subject};
use people::rules::Check;

use crate::{
    State, Task, reads,
    rules::{REASON_MOST, Stance, may_reopen},
    store,
};

/// A task the actor may know of, and what she is to it.
fn found(tx: &Tx<'_>, by: &Actor, id: Id<Task>) -> Result<(Task, Stance)> {
    let task = store::find_task(tx, id)?;
    let stance = reads::Known::load(tx, by, std::slice::from_ref(&task))?.stance(by, &task);
    if stance.knows() { Ok((task, stance)) } else { Err(Error::NotFound) }
}

fn event(verb: &'static str, task: &Task, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("task", task.id.raw())).by(by).within(task.scope())
}

fn rule<T>(de: &str, en: &str) -> Result<T> {
    Err(Error::Rule(Reason::new(de, en)))
}

/// Marks a task as done. What is done already stays so, and nothing happens.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who do it or lead its body; [`Error::Rule`] when it was given up.
pub fn done(tx: &Tx<'_>, by: &Actor, id: Id<Task>) -> Result<Task> {
    let (task, stance) = found(tx, by, id)?;
    if !stance.does() {
        return Err(Error::Denied(None));
    }
    match task.state {
        State::Done => return Ok(task),
        State::Dropped => return rule("Diese Aufgabe ist aufgegeben.", "This task has been given up."),
        State::Open => {}
    }
    store::save_closed(tx, id, State::Done, by.person, None)?;
    tx.emit(event("task.done", &task, by.person));
    Ok(task)
}

/// Opens a task again that was done within the last 24 hours.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as [`done`]; [`Error::Rule`] later on, or when it was given up.
pub fn reopen(tx: &Tx<'_>, by: &Actor, id: Id<Task>) -> Result<Task> {
    let (task, stance) = found(tx, by, id)?;
    if !stance.does() {
        return Err(Error::Denied(None));
    }
    if task.state == State::Open {
        return Ok(task);
    }
    if !may_reopen(task.state, task.closed_at, tx.now()) {
        return rule(
            "Eine Aufgabe lässt sich 24 Stunden lang wieder öffnen. Geben Sie eine neue.",
            "A task can be opened again within 24 hours. Please give a new one.",
        );
    }
    store::save_open(tx, id)?;
    tx.emit(event("task.reopened", &task, by.person));
    Ok(task)
}

/// Gives a task up, with a reason that those who see it read.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead its body; [`Error::Form`] on `reason`; [`Error::Rule`]
/// when it is closed.
pub fn drop_task(tx: &Tx<'_>, by: &Actor, id: Id<Task>, reason: &str) -> Result<Task> {
    let (task, stance) = found(tx, by, id)?;
    if !stance.leads {
        return Err(Error::Denied(None));
    }
    if task.state != State::Open {
        return rule("Diese Aufgabe ist schon abgeschlossen.", "This task is closed already.");
    }
    let mut check = Check::new();
    let reason = check.text("reason", Some(reason)).unwrap_or_default();
    check.that(!reason.is_empty(), "reason", || Reason::new("Bitte schreiben Sie, warum.", "Please write why."));
    check.that(reason.chars().count() <= REASON_MOST, "reason", || {
        Reason::new(
            format!("Bitte kürzen Sie auf höchstens {REASON_MOST} Zeichen."),
            format!("Please shorten this to at most {REASON_MOST} characters."),
        )
    });
    check.done()?;
    store::save_closed(tx, id, State::Dropped, by.person, Some(&reason))?;
    tx.emit(event("task.dropped", &task, by.person));
    Ok(task)
}
