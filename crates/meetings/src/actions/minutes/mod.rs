//! Minutes: written, sent round, objected to, approved, added to.

mod approve;
mod circulate;
mod draft;
mod object;
mod pass_on;
mod write;

pub use approve::{add_addendum, approve, approve_by_clock};
pub use circulate::{capacity_of, circulate, find_letter, recipients};
pub use draft::{Begun, begin_minutes, result_of, votes_of, votes_within};
pub use object::{decide_objection, object, object_by_letter};
pub use write::{add_entry, add_todo, change_entry, drop_remarks, drop_todo, name_persons, nameable};

use db::Tx;
use kernel::{Actor, Event, Id, Level, Result, Scope, Subject};
use networks::Body;

use super::led;
use crate::{Entry, Meeting, Minutes, store};

/// Minutes of a meeting the actor convenes.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she may not see the meeting; [`kernel::Error::Denied`] where she does not convene.
fn written(tx: &Tx<'_>, by: &Actor, id: Id<Minutes>) -> Result<(Minutes, Meeting, Body)> {
    let minutes = store::minutes::find_minutes(tx, id)?;
    let (meeting, body) = led(tx, by, minutes.meeting)?;
    Ok((minutes, meeting, body))
}

/// The same by one of their entries.
fn entered(tx: &Tx<'_>, by: &Actor, id: Id<Entry>) -> Result<(Entry, Minutes, Meeting, Body)> {
    let entry = store::minutes::find_entry(tx, id)?;
    let (minutes, meeting, body) = written(tx, by, entry.minutes)?;
    Ok((entry, minutes, meeting, body))
}

/// What happens to minutes is known to those of the body alone, however far the meeting may be seen.
fn event(verb: &'static str, minutes: &Minutes, meeting: &Meeting, by: Option<i64>) -> Event {
    let scope = Scope::body(Level::Body, meeting.network.raw(), meeting.body.raw());
    Event::new(verb, Subject::new("minutes", minutes.id.raw())).by(by).within(scope)
}
