//! Verbs of hearings. One function is one step of a transaction and leaves one event.

mod asking;
mod by_mail;
mod entering;
mod reply;

pub use asking::{ask, by_letter, contribute, contribute_for, decline_for};
pub use by_mail::contribute_by_mail;
pub use entering::{change_hearing, drafters, receive, second_round};
pub use reply::{decline_hearing, draft_reply, release, send_reply};

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Result, Subject};
use networks::Body;
use tasks::{NewTask, Owner, Source};

use super::{
    model::{Hearing, HearingState},
    rules, store,
};
use crate::actions::rule;

fn event(verb: &'static str, of: &Hearing, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("hearing", of.id.raw())).by(by).within(of.scope())
}

fn led(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>) -> Result<Hearing> {
    let found = store::find_hearing(tx, by, id)?;
    if rules::leads(by, &found) { Ok(found) } else { Err(Error::Denied(None)) }
}

fn open(of: &Hearing) -> Result<()> {
    if of.state == HearingState::Open {
        return Ok(());
    }
    rule("Über diese Anhörung ist schon entschieden.", "This hearing is decided already.")
}

/// A task about a hearing, once for its cause.
fn task(
    tx: &Tx<'_>,
    (body, owner): (Id<Body>, Owner),
    of: &Hearing,
    (de, en, due): (&str, &str, Day),
    cause: &str,
) -> Result<()> {
    let cut = |text: String| text.chars().take(tasks::rules::TITLE_MOST).collect::<String>();
    let mut new = NewTask::new(body, cut(format!("{de}: {}", of.title))).to(owner);
    new.title_en = Some(cut(format!("{en}: {}", of.title)));
    new.due = Some(due).filter(|day| *day >= tx.today());
    new.source = Some(Source::new(Subject::new("hearing", of.id.raw()), of.title.clone(), of.title.clone()));
    let new = new.about(of.topic);
    match tasks::make(tx, &new, cause, None) {
        Ok(_) | Err(Error::Rule(_)) => Ok(()),
        Err(other) => Err(other),
    }
}

fn cause(of: &Hearing, step: &str) -> String {
    format!("hearing {} {step}", of.id)
}
