//! Items of the agenda, and their order.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use networks::Body;
use people::rules::Check;
use tasks::Task;

use crate::{
    Item, Meeting, NewItem,
    actions::{event, led, rule},
    rules::{later_items, moved, placed, still_ahead},
    store::{self, agenda},
};

/// The most items an agenda has.
pub const ITEMS_MOST: usize = 200;
/// The most minutes of one item.
const MINUTES_MOST: i64 = 600;

/// An item as it may be written.
fn checked(new: &NewItem) -> Result<NewItem> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let note = check.text("note", Some(&new.note)).unwrap_or_default();
    let rapporteur = check.name_or_none("rapporteur", Some(&new.rapporteur)).unwrap_or_default();
    check.that((0..=MINUTES_MOST).contains(&new.minutes), "minutes", || {
        Reason::new(
            format!("Bitte nennen Sie 0 bis {MINUTES_MOST} Minuten."),
            format!("Please give 0 to {MINUTES_MOST} minutes."),
        )
    });
    check.done()?;
    Ok(NewItem { title, note, rapporteur, ..new.clone() })
}

/// Whether an item may come now: before the agenda stands always, afterwards by the body's rule of urgency.
fn may_come(tx: &Tx<'_>, meeting: &Meeting, body: &Body) -> Result<()> {
    if meeting.is_frozen() {
        let rules = decisions::rules_of(tx, body, tx.today())?;
        later_items(rules.as_ref().map(|found| &found.rules)).map_err(Error::Rule)?;
    }
    Ok(())
}

/// Puts an item at the end of the agenda. After the agenda stands it is marked as late.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when the meeting is not ahead, the agenda is full, or it stands
/// and the rules know no urgency; [`Error::Form`] on `title`, `note`, `rapporteur`, `minutes`.
pub fn add_item(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, new: &NewItem) -> Result<Id<Item>> {
    let (meeting, body) = led(tx, by, id)?;
    let item = insert(tx, &meeting, &body, new)?;
    tx.emit(event("agenda.added", &meeting, by.person));
    Ok(item)
}

/// The same for verbs that have found the meeting and leave their own event.
pub(in crate::actions) fn insert(tx: &Tx<'_>, meeting: &Meeting, body: &Body, new: &NewItem) -> Result<Id<Item>> {
    if !meeting.state.is_ahead() && meeting.state != crate::MeetingState::Running {
        still_ahead(meeting)?;
    }
    may_come(tx, meeting, body)?;
    let new = checked(new)?;
    let items = agenda::list_items(tx, meeting.id)?;
    if items.len() >= ITEMS_MOST {
        return rule("Die Tagesordnung ist voll.", "The agenda is full.");
    }
    let place = items.last().map_or(1, |last| last.place + 1);
    let item = tx.id();
    agenda::insert_item(tx, item, meeting.id, place, &new, meeting.is_frozen())?;
    Ok(item)
}

/// An item with its meeting, for whoever convenes it.
pub(super) fn found(tx: &Tx<'_>, by: &Actor, id: Id<Item>) -> Result<(Item, Meeting)> {
    let item = agenda::find_item(tx, id)?;
    let (meeting, _) = led(tx, by, item.meeting)?;
    Ok((item, meeting))
}

/// What stands stays as it was sent; late items and everything before can be changed.
pub(super) fn open(item: &Item, meeting: &Meeting) -> Result<()> {
    still_ahead(meeting)?;
    if meeting.is_frozen() && !item.late {
        return rule(
            "Die Tagesordnung ist verschickt. Was auf ihr steht, bleibt so.",
            "The agenda has been sent. What stands on it stays as it is.",
        );
    }
    Ok(())
}

/// Changes an item.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Rule`] when the agenda stands; [`Error::Form`].
pub fn change_item(tx: &Tx<'_>, by: &Actor, id: Id<Item>, version: i64, new: &NewItem) -> Result<()> {
    let (item, meeting) = found(tx, by, id)?;
    open(&item, &meeting)?;
    agenda::save_item(tx, id, version, &checked(new)?)?;
    tx.emit(event("agenda.changed", &meeting, by.person));
    Ok(())
}

/// Moves an item one place up or down. At the end of the list nothing happens.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when the agenda stands.
pub fn move_item(tx: &Tx<'_>, by: &Actor, id: Id<Item>, up: bool) -> Result<Id<Meeting>> {
    let (item, meeting) = found(tx, by, id)?;
    open(&item, &meeting)?;
    arrange(tx, by, &meeting, |ids| moved(ids, id, up))
}

/// Puts an item before another one of its agenda, or at the end. Where it stands there already, or the other one is gone,
/// nothing happens.
///
/// # Errors
/// As [`move_item`].
pub fn place_item(tx: &Tx<'_>, by: &Actor, id: Id<Item>, before: Option<Id<Item>>) -> Result<Id<Meeting>> {
    let (item, meeting) = found(tx, by, id)?;
    open(&item, &meeting)?;
    arrange(tx, by, &meeting, |ids| placed(ids, id, before))
}

/// Writes a new order down.
fn arrange(
    tx: &Tx<'_>,
    by: &Actor,
    meeting: &Meeting,
    order: impl Fn(&[Id<Item>]) -> Option<Vec<Id<Item>>>,
) -> Result<Id<Meeting>> {
    let items = agenda::list_items(tx, meeting.id)?;
    let ids: Vec<Id<Item>> = items.iter().map(|it| it.id).collect();
    let Some(order) = order(&ids) else {
        tx.silent("it stands there already");
        return Ok(meeting.id);
    };
    for (place, id) in (1..).zip(&order) {
        if items.iter().any(|it| it.id == *id && it.place != place) {
            agenda::save_place(tx, *id, place)?;
        }
    }
    tx.emit(event("agenda.changed", meeting, by.person));
    Ok(meeting.id)
}

/// Takes an item off the agenda.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when the agenda stands.
pub fn drop_item(tx: &Tx<'_>, by: &Actor, id: Id<Item>) -> Result<Id<Meeting>> {
    let (item, meeting) = found(tx, by, id)?;
    open(&item, &meeting)?;
    store::invitations::forget_item(tx, id)?;
    files::drop_all(tx, super::PAPER, &[id.raw()])?;
    agenda::delete_item(tx, id)?;
    tx.emit(event("agenda.changed", &meeting, by.person));
    Ok(meeting.id)
}

/// Copies the items of the body's meeting before this one to the end of its agenda. Gives how many.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when there is none, or the agenda stands.
pub fn copy_last(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>) -> Result<usize> {
    let (meeting, body) = led(tx, by, id)?;
    let Some(last) = store::meetings::find_last_with_agenda(tx, by, meeting.body, meeting.starts_at)? else {
        return rule("Vorher gab es keine Tagesordnung.", "There was no agenda before.");
    };
    if meeting.is_frozen() {
        return rule("Die Tagesordnung ist schon verschickt.", "The agenda has been sent already.");
    }
    let items = agenda::list_items(tx, last.id)?;
    for item in &items {
        let new = NewItem { task: None, note: String::new(), ..NewItem::from(item) };
        insert(tx, &meeting, &body, &new)?;
    }
    tx.emit(event("agenda.copied", &meeting, by.person));
    Ok(items.len())
}

/// Puts an open task of the body on the agenda.
///
/// # Errors
/// [`Error::NotFound`] for a meeting or a task she may not see; [`Error::Denied`]; [`Error::Rule`] as [`add_item`], and
/// when it stands there already.
pub fn take_task(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, task: Id<Task>) -> Result<Id<Item>> {
    let (meeting, body) = led(tx, by, id)?;
    let open = tasks::open_tasks(tx, by, &body)?;
    let task = open.iter().find(|t| t.id == task).ok_or(Error::NotFound)?;
    if agenda::list_items(tx, id)?.iter().any(|it| it.task == Some(task.id)) {
        return rule("Diese Aufgabe steht schon auf der Tagesordnung.", "This task is on the agenda already.");
    }
    let item = insert(tx, &meeting, &body, &NewItem { task: Some(task.id), ..NewItem::new(&task.title, 10) })?;
    tx.emit(event("agenda.added", &meeting, by.person));
    Ok(item)
}
