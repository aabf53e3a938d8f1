//! Verbs of mandates. One function is one step of a transaction and leaves one event.

mod contacts;
mod correct;
pub mod daily;
mod delegations;
pub mod oparl;
mod raised;
mod reports;
mod sessions;

pub use contacts::{add_contact, change_contact, drop_contact};
pub use correct::{correct_report, may_correct, may_withdraw, withdraw_report};
pub use delegations::{confirm, end, nominate, put_on_file, rest, take_back};
pub use oparl::{choose_source, read_pages, read_sittings, take_sittings};
pub use raised::{follow, may_step, raise, step_on, unfollow};
pub use reports::{REPORT, add_files, remove_file, save_report};
pub use sessions::{away, change_session, drop_note, give_along, mark, note_session, of_side};

use db::Tx;
use kernel::{Actor, Error, Event, Id, Reason, Result, Scope, Subject};
use networks::{Body, Occupancy};
use rights::{Action, Kind};

use crate::{
    Delegation,
    reads::{Stance, stance},
    store,
};

/// A delegation the actor knows of, the body it goes into, and what she is to it.
///
/// # Errors
/// [`Error::NotFound`].
fn found(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>) -> Result<(Delegation, Body, Stance)> {
    let it = store::delegations::find_delegation(tx, id)?;
    let receiver = networks::find_body(tx, by, it.receiver)?;
    let stance = stance(by, &it, Some(&receiver));
    if stance.knows { Ok((it, receiver, stance)) } else { Err(Error::NotFound) }
}

fn denied<T>() -> Result<T> {
    Err(Error::Denied(None))
}

fn event(verb: &'static str, of: (&'static str, i64), scope: Scope, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new(of.0, of.1)).by(by).within(scope)
}

/// An event of a delegation: of its seat, as those of networks are.
fn seat_event(verb: &'static str, it: &Delegation, by: Option<i64>) -> Event {
    event(verb, ("seat", it.seat.raw()), it.scope(), by)
}

fn rule<T>(de: &str, en: &str) -> Result<T> {
    Err(Error::Rule(Reason::new(de, en)))
}

/// Her notes go; what is the body's stays without her name.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    let person = Id::new(person);
    store::own::delete_notes(tx, person)?;
    store::own::forget_reports(tx, person)?;
    store::own::forget_former(tx, person)?;
    store::own::forget_raised(tx, person)?;
    store::own::forget_steps(tx, person)?;
    store::own::forget_sessions(tx, person)?;
    store::own::delete_follows(tx, person)
}
