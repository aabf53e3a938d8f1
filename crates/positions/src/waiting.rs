//! What waits for somebody among positions: her remarks where input is asked for, and the answers of networks she leads.

use db::Conn;
use kernel::{Actor, Day, Id, Level, Moment, Result};
use networks::Body;

use crate::{Position, Signature, store::waiting as store};

/// A position that waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Needed {
    /// Which.
    pub position: Id<Position>,
    /// What it is called.
    pub title: String,
    /// The network for which she acts.
    pub network: Id<Body>,
    /// Until when.
    pub until: Option<Day>,
    /// The network's row, where it is asked to sign; `None` where her own input is.
    pub signature: Option<Id<Signature>>,
    /// When that was asked last; `None` where the log does not reach back so far.
    pub since: Option<Moment>,
}

/// Everything that waits for the actor: what others ask her bodies to say something to and she has not, and what networks she leads
/// are asked to sign. One statement, another for whoever leads a network.
///
/// # Errors
/// When the database cannot be read.
pub fn waiting(conn: &Conn, actor: &Actor) -> Result<Vec<Needed>> {
    let Some(person) = actor.person.filter(|_| !actor.sits.is_empty()) else { return Ok(Vec::new()) };
    let asked = |p: &Position| {
        let hers = actor.sits_in(p.body.raw()) || p.level <= Level::Network && actor.is_member_of(p.network.raw());
        hers && p.made_by.map(Id::raw) != Some(person)
    };
    let input = store::list_input(conn, actor, person)?;
    let needed = |(p, since): (Position, Option<Moment>)| Needed {
        position: p.id,
        title: p.title,
        network: p.network,
        until: p.input_until,
        signature: None,
        since,
    };
    let mut all: Vec<Needed> = input.into_iter().filter(|(p, _)| asked(p)).map(needed).collect();
    let led = tasks::rules::led(actor);
    if !led.is_empty() {
        all.extend(store::list_to_sign(conn, &led)?);
    }
    Ok(all)
}
