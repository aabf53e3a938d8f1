//! Verbs of meetings. One function is one step of a transaction and leaves one event.

pub mod agenda;
pub mod attendance;
pub mod authorisation;
pub mod calendar;
pub mod daily;
pub mod inviting;
pub mod live;
pub mod meetings;
pub mod minutes;
pub mod others;
mod own;
pub mod poll;
pub mod series;

pub use own::erase;

use db::Tx;
use kernel::{Actor, Error, Event, Id, Reason, Result, Subject};
use networks::Body;

use crate::{Meeting, rules, store};

/// A meeting the actor convenes, with its body.
///
/// # Errors
/// [`Error::NotFound`] where she may not see it; [`Error::Denied`] where she does not convene.
fn led(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>) -> Result<(Meeting, Body)> {
    let meeting = store::meetings::find_meeting(tx, by, id)?;
    if !rules::leads(by, &meeting.scope()) {
        return Err(Error::Denied(None));
    }
    let body = networks::find_body(tx, by, meeting.body)?;
    Ok((meeting, body))
}

fn event(verb: &'static str, meeting: &Meeting, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("meeting", meeting.id.raw())).by(by).within(meeting.scope())
}

fn rule<T>(de: &str, en: &str) -> Result<T> {
    Err(Error::Rule(Reason::new(de, en)))
}
