//! Giving tasks, changing them, and those the program makes.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};

use super::{event, found, rule, tell};
use crate::{
    NewTask, Owner, State, Task, TaskEdit, reads,
    rules::{checked, leads, works},
    store,
};

/// Gives a task. Whoever is to do it is told by mail, in her language; `base` is where the house is reached.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the body; [`Error::Denied`] but for those who lead it; [`Error::Rule`] for
/// a dissolved body; [`Error::Form`] on `title`, `note`, `due`, `level`, `topics`, and on `owner` for somebody not of the body.
pub fn give_task(tx: &Tx<'_>, by: &Actor, new: &NewTask, base: &str) -> Result<Id<Task>> {
    let body = networks::find_body(tx, by, new.body)?;
    if !leads(by, &body) {
        return Err(Error::Denied(None));
    }
    works(&body, tx.today())?;
    let new = checked(new, tx.today(), None)?;
    fits(tx, by, &body, new.owner, None)?;
    let id = tx.id();
    store::insert_task(tx, id, body.network, &new, by.person, None)?;
    put_under(tx, id, &new.topics)?;
    let task = store::find_task(tx, id)?;
    tell::given(tx, &task, by.person, (Some(base), None))?;
    tx.emit(event("task.given", &task, by.person));
    Ok(id)
}

/// Says what a task is about; twenty topics at most.
fn put_under(tx: &Tx<'_>, id: Id<Task>, topics: &[Id<networks::Topic>]) -> Result<()> {
    networks::known_topics(tx, topics)?.into_iter().try_for_each(|topic| store::topics::insert_topic(tx, id, topic))
}

/// Whether somebody may be given tasks of a body; whoever had it may keep it.
fn fits(tx: &Tx<'_>, by: &Actor, body: &networks::Body, owner: Owner, was: Option<Owner>) -> Result<()> {
    if Some(owner) == was || reads::choices(tx, by, body)?.iter().any(|(choice, _)| *choice == owner) {
        return Ok(());
    }
    let reason = Reason::new("Bitte wählen Sie, wer das übernimmt.", "Please choose who takes this on.");
    Err(Error::field("owner", reason))
}

/// Changes an open task. Whoever is to do it instead is told by mail.
///
/// # Errors
/// As [`give_task`]; [`Error::Stale`] when somebody changed it meanwhile; [`Error::Rule`] when it is closed.
pub fn change_task(tx: &Tx<'_>, by: &Actor, id: Id<Task>, version: i64, edit: &TaskEdit, base: &str) -> Result<()> {
    let (task, stance) = found(tx, by, id)?;
    if !stance.leads {
        return Err(Error::Denied(None));
    }
    if task.state != State::Open {
        return rule("Diese Aufgabe ist schon abgeschlossen.", "This task is closed already.");
    }
    if task.version != version {
        return Err(Error::Stale);
    }
    let body = networks::find_body(tx, by, task.body)?;
    let new = NewTask {
        body: task.body,
        level: edit.level,
        title: edit.title.clone(),
        // What the program said in English no longer holds when the German words are others.
        title_en: task.title_en.clone().filter(|_| edit.title == task.title),
        note: edit.note.clone(),
        owner: edit.owner,
        due: edit.due,
        source: None,
        topics: edit.topics.clone(),
        quiet: false,
        form: None,
    };
    let new = checked(&new, tx.today(), task.due)?;
    fits(tx, by, &body, new.owner, Some(task.owner))?;
    store::save_task(tx, &task, &new, new.due != task.due)?;
    store::topics::delete_topics(tx, id)?;
    put_under(tx, id, &new.topics)?;
    let changed = store::find_task(tx, id)?;
    if changed.owner != task.owner {
        tell::given(tx, &changed, by.person, (Some(base), None))?;
    }
    tx.emit(event("task.changed", &changed, by.person));
    Ok(())
}

/// Leaves a task on behalf of the program: once for its cause, however often it is asked. `made_for` names the cause,
/// `vote 12 register`; `by` is who caused it. Gives nothing when there is one already.
///
/// Rights are not asked: the slice whose thing it comes from did.
///
/// # Errors
/// [`Error::NotFound`] without such a body; [`Error::Rule`] for a dissolved one; [`Error::Form`].
pub fn make(tx: &Tx<'_>, new: &NewTask, made_for: &str, by: Option<i64>) -> Result<Option<Id<Task>>> {
    let home = store::list_homes(tx, &[new.body])?.into_iter().next().ok_or(Error::NotFound)?;
    if home.until <= tx.today() {
        return rule(
            "Dieses Gremium ist aufgelöst. Es bekommt keine neuen Aufgaben.",
            "This body is dissolved. It gets no new tasks.",
        );
    }
    let new = checked(new, tx.today(), None)?;
    let id = tx.id();
    if !store::insert_task(tx, id, home.network, &new, by, Some(made_for))? {
        return Ok(None);
    }
    put_under(tx, id, &new.topics)?;
    let task = store::find_task(tx, id)?;
    if !new.quiet {
        tell::given(tx, &task, by, (None, new.form.as_deref()))?;
    }
    tx.emit(event("task.given", &task, by));
    Ok(Some(id))
}

/// What a task was left for is done: whoever has it need not say so. Nothing where there is none, or it is closed.
///
/// Rights are not asked: the slice whose thing it comes from did.
///
/// # Errors
/// When the database refuses.
pub fn settle(tx: &Tx<'_>, made_for: &str, by: Option<i64>) -> Result<()> {
    let Some(task) = store::find_made_for(tx, made_for)?.filter(|task| task.state == State::Open) else {
        return Ok(());
    };
    store::save_closed(tx, task.id, State::Done, by, None)?;
    tx.emit(event("task.done", &task, by));
    Ok(())
}

/// What a task was left for is no more: it is given up, with a reason that those who see it read. Nothing where there is none, or
/// it is closed.
///
/// Rights are not asked: the slice whose thing it comes from did.
///
/// # Errors
/// When the database refuses.
pub fn withdraw(tx: &Tx<'_>, made_for: &str, reason: &str, by: Option<i64>) -> Result<()> {
    let Some(task) = store::find_made_for(tx, made_for)?.filter(|task| task.state == State::Open) else {
        return Ok(());
    };
    store::save_closed(tx, task.id, State::Dropped, by, Some(reason))?;
    tx.emit(event("task.dropped", &task, by));
    Ok(())
}

/// What a task was left for is there again: one that was given up waits again. Nothing where there is none, or it waits or is done.
///
/// Rights are not asked: the slice whose thing it comes from did.
///
/// # Errors
/// When the database refuses.
pub fn take_up(tx: &Tx<'_>, made_for: &str, by: Option<i64>) -> Result<()> {
    let Some(task) = store::find_made_for(tx, made_for)?.filter(|task| task.state == State::Dropped) else {
        return Ok(());
    };
    store::save_open(tx, task.id)?;
    tx.emit(event("task.reopened", &task, by));
    Ok(())
}
