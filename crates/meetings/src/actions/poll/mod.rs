//! Date polls: putting days together, asking, answering, and the meeting that comes of it.

mod answer;
mod ask;
mod draft;
mod letters;
mod settle;

pub use answer::{answer_poll, find_voter};
pub use ask::{follow_poll, remind_poll, send_poll};
pub use draft::{add_date, change_poll, drop_date, plan_poll};
pub use settle::{drop_poll, settle_poll};

use db::Tx;
use kernel::{Actor, Error, Event, Id, Result, Subject};
use networks::Body;

use crate::{Poll, PollState, actions::rule, rules::leads, store::polls};

/// A poll the actor convenes, with its body.
fn led(tx: &Tx<'_>, by: &Actor, id: Id<Poll>) -> Result<(Poll, Body)> {
    let poll = polls::find_poll(tx, by, id)?;
    if !leads(by, &poll.scope()) {
        return Err(Error::Denied(None));
    }
    let body = networks::find_body(tx, by, poll.body)?;
    Ok((poll, body))
}

/// Only as long as nobody was asked.
fn still_draft(poll: &Poll) -> Result<()> {
    match poll.state {
        PollState::Draft => Ok(()),
        PollState::Open => rule(
            "Die Fragen sind schon verschickt. Die Termine bleiben so.",
            "The questions have been sent. The dates stay as they are.",
        ),
        PollState::Settled | PollState::Dropped => closed(),
    }
}

fn closed<T>() -> Result<T> {
    rule("Diese Terminabstimmung ist schon beendet.", "This date poll is over already.")
}

fn event(verb: &'static str, poll: &Poll, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("poll", poll.id.raw())).by(by).within(poll.scope())
}
