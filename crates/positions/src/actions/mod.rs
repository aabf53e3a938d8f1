//! Verbs of positions. One function is one step of a transaction and leaves one event.

mod addressees;
mod amend;
pub mod capacity;
pub mod daily;
mod decide;
mod draft;
mod effects;
pub mod incoming;
mod input;
mod movers;
mod own;
mod publish;
mod send;
mod sign;
mod signers;
mod standing;

pub use addressees::{add_addressee, change_addressee, keeps, succeed};
pub use amend::{advise, agree, comment, decide_amendment, merge_accepted, propose, restate, take_back};
pub use capacity::capacities;
pub use decide::{add_minority, adopt, drop_position, may_adopt, not_adopted};
pub use draft::{begin, change_facts, rewrite, rewrite_paragraph};
pub use effects::{report_effect, show_effect};
pub use input::{Asked, by_letter, close_input, count_asked, open_input};
pub use movers::{answer_mover, ask_mover};
pub use own::erase;
pub use publish::{contradictable, plan_publication, publish, save_slots, say_contradiction};
pub use send::{ANSWER, drop_letter, file_reply, file_reply_with, judge, plan_letter, remind, send_letter};
pub use sign::{Signing, ask_signature, decline_signature, sign, withdraw_signature};
pub use signers::{
    Invited, allow_signers, answer_invitation, by_invitation, clear, drop_waiting, invite_association, sign_self,
    withdraw_self,
};
pub use standing::{end_position, supersede};

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};
use networks::Body;
use tasks::{NewTask, Source};

use crate::{Position, rules, store};

/// A position the actor leads.
///
/// # Errors
/// [`Error::NotFound`] where she may not see it; [`Error::Denied`] where she does not lead it.
fn led(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<Position> {
    let found = store::positions::find_position(tx, by, id)?;
    if rules::leads(by, &found) { Ok(found) } else { Err(Error::Denied(None)) }
}

/// A position the actor steers until it is decided.
///
/// # Errors
/// [`Error::NotFound`] where she may not see it; [`Error::Denied`] where she does not steer it.
fn steered(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<Position> {
    let found = store::positions::find_position(tx, by, id)?;
    if rules::steers(by, &found) { Ok(found) } else { Err(Error::Denied(None)) }
}

fn event(verb: &'static str, of: &Position, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("position", of.id.raw())).by(by).within(of.scope())
}

pub fn rule<T>(de: &str, en: &str) -> Result<T> {
    Err(Error::Rule(Reason::new(de, en)))
}

pub fn needs(field: &'static str, de: &str, en: &str) -> Error {
    Error::field(field, Reason::new(de, en))
}

/// What a body is to do about a position, once for its cause; nothing where the body is dissolved.
fn task(tx: &Tx<'_>, body: Id<Body>, of: &Position, words: (&str, &str, Option<Day>), cause: &str) -> Result<()> {
    leave(tx, &new_task(tx, body, of, words), cause)
}

/// What a body is asked about a position: by the question, which closes it, and the path of the form that answers.
fn question(
    tx: &Tx<'_>,
    body: Id<Body>,
    of: &Position,
    words: (&str, &str, Option<Day>),
    (asks, form, cause): (Subject, String, &str),
) -> Result<()> {
    let new = new_task(tx, body, of, words);
    leave(tx, &new.from(Source::new(asks, of.title.clone(), of.title.clone())).through(form), cause)
}

fn new_task(tx: &Tx<'_>, body: Id<Body>, of: &Position, (de, en, due): (&str, &str, Option<Day>)) -> NewTask {
    let cut = |text: &str| text.chars().take(tasks::rules::TITLE_MOST).collect::<String>();
    let mut new = NewTask::new(body, cut(de));
    new.title_en = Some(cut(en));
    // A day that is over when the task comes would be refused.
    new.due = due.filter(|day| *day >= tx.today());
    new.source = Some(Source::new(Subject::new("position", of.id.raw()), of.title.clone(), of.title.clone()));
    new.about(of.topic)
}

fn leave(tx: &Tx<'_>, new: &NewTask, cause: &str) -> Result<()> {
    match tasks::make(tx, new, cause, None) {
        Ok(_) | Err(Error::Rule(_)) => Ok(()),
        Err(other) => Err(other),
    }
}
