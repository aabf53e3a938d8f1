//! Writing the draft: entries, remarks, what is to be done.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Reason, Result};
use networks::{Body, Names, Place};
use people::{Person, rules::Check};
use tasks::Owner;

use super::{entered, event, written};
use crate::{
    Entry, Meeting, Minutes, NewEntry, Todo,
    actions::{attendance::attendance_of, rule},
    rules::minutes::{ENTRIES_MOST, TODOS_MOST, checked, still_draft},
    store::minutes as store,
};

/// Who can be named as leading the meeting or keeping its minutes: who was on its list, who is named already and she herself, as
/// far as she may see that they belong there.
///
/// # Errors
/// When the database cannot be read.
pub fn nameable(
    conn: &Conn,
    by: &Actor,
    minutes: &Minutes,
    (meeting, body): (&Meeting, &Body),
) -> Result<Vec<(Id<Person>, String)>> {
    let mut all: Vec<Id<Person>> =
        attendance_of(conn, meeting, body)?.lines.iter().filter_map(|line| line.person).collect();
    all.extend([by.person.map(Id::new), minutes.chair, minutes.keeper].into_iter().flatten());
    all.sort_unstable();
    all.dedup();
    let names = Names::load_with_places(conn, by, all.iter().copied())?;
    let at = Place::from(body);
    Ok(all.into_iter().filter_map(|id| Some((id, names.belonging(id, &at)?.name.full()))).collect())
}

/// Writes who led the meeting and who keeps the minutes, among those who were on its list.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Rule`] once they went out; [`Error::Form`] on
/// `chair` and `keeper`.
pub fn name_persons(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Minutes>,
    version: i64,
    (chair, keeper): (Option<Id<Person>>, Option<Id<Person>>),
) -> Result<()> {
    let (minutes, meeting, body) = written(tx, by, id)?;
    still_draft(&minutes)?;
    let known = nameable(tx, by, &minutes, (&meeting, &body))?;
    let mut check = Check::new();
    for (field, person) in [("chair", chair), ("keeper", keeper)] {
        let fits = |p: Id<Person>| known.iter().any(|(id, _)| *id == p);
        check.that(person.is_none_or(fits), field, || {
            Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.")
        });
    }
    check.done()?;
    store::save_persons(tx, id, version, (chair, keeper))?;
    tx.emit(event("minutes.changed", &minutes, &meeting, by.person));
    Ok(())
}

/// Writes an entry.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Rule`] once they went out; [`Error::Form`].
pub fn change_entry(tx: &Tx<'_>, by: &Actor, id: Id<Entry>, version: i64, new: &NewEntry) -> Result<()> {
    let (entry, minutes, meeting, body) = entered(tx, by, id)?;
    still_draft(&minutes)?;
    let new = checked(new)?;
    if new.vote.is_some() && new.vote != entry.vote {
        let votes = super::votes_of(tx, by, &body, &meeting)?;
        if !votes.iter().any(|vote| Some(vote.id) == new.vote) {
            return Err(Error::NotFound);
        }
    }
    store::save_entry(tx, id, version, &new)?;
    tx.emit(event("minutes.changed", &minutes, &meeting, by.person));
    Ok(())
}

/// Writes an entry for something that was on no agenda, at the end.
///
/// # Errors
/// As [`change_entry`]; [`Error::Rule`] when there are too many.
pub fn add_entry(tx: &Tx<'_>, by: &Actor, id: Id<Minutes>, new: &NewEntry) -> Result<Id<Entry>> {
    let (minutes, meeting, _) = written(tx, by, id)?;
    still_draft(&minutes)?;
    let new = checked(new)?;
    let all = store::list_entries(tx, id)?;
    if all.len() >= ENTRIES_MOST {
        return rule("Dieses Protokoll ist voll.", "These minutes are full.");
    }
    let (entry, place) = (tx.id(), all.last().map_or(1, |last| last.place + 1));
    store::insert_entry(tx, entry, (id, None, place), &new)?;
    tx.emit(event("minutes.changed", &minutes, &meeting, by.person));
    Ok(entry)
}

/// Empties every remark. Gives how many there were.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] once they went out.
pub fn drop_remarks(tx: &Tx<'_>, by: &Actor, id: Id<Minutes>) -> Result<u64> {
    let (minutes, meeting, _) = written(tx, by, id)?;
    still_draft(&minutes)?;
    let gone = store::forget_remarks(tx, id)?;
    tx.emit(event("minutes.changed", &minutes, &meeting, by.person));
    Ok(gone)
}

/// Notes what is to be done. It becomes a task when the minutes go out.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] once they went out, or when there are too many; [`Error::Form`]
/// on `task`, `owner`, `due`.
pub fn add_todo(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Entry>,
    (title, owner, due): (&str, Owner, Option<Day>),
) -> Result<Id<Todo>> {
    let (entry, minutes, meeting, body) = entered(tx, by, id)?;
    still_draft(&minutes)?;
    let mut check = Check::new();
    let title = check.name("task", title);
    check.that(due.is_none_or(|due| due >= tx.today() && !due.is_open()), "due", || {
        Reason::new("Dieser Tag ist schon vorbei.", "This day is over already.")
    });
    let known = tasks::choices(tx, by, &body)?;
    check.that(known.iter().any(|(choice, _)| *choice == owner), "owner", || {
        Reason::new("Bitte wählen Sie, wer das übernimmt.", "Please choose who takes this on.")
    });
    check.done()?;
    if store::list_todos(tx, minutes.id)?.iter().filter(|todo| todo.entry == id).count() >= TODOS_MOST {
        return rule("Zu diesem Punkt gibt es schon viele Aufgaben.", "There are many tasks for this item already.");
    }
    let todo = Todo { id: tx.id(), entry: entry.id, title, owner, due, task: None };
    store::insert_todo(tx, &todo)?;
    tx.emit(event("minutes.changed", &minutes, &meeting, by.person));
    Ok(todo.id)
}

/// Takes it back.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] once they went out.
pub fn drop_todo(tx: &Tx<'_>, by: &Actor, id: Id<Todo>) -> Result<Id<Entry>> {
    let todo = store::find_todo(tx, id)?;
    let (entry, minutes, meeting, _) = entered(tx, by, todo.entry)?;
    still_draft(&minutes)?;
    store::delete_todo(tx, id)?;
    tx.emit(event("minutes.changed", &minutes, &meeting, by.person));
    Ok(entry.id)
}
