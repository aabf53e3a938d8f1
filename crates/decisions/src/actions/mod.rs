//! What is done: one function, one transaction, one event.

mod cast;
mod close;
mod daily;
pub mod election;
mod jobs;
mod mix;
mod old_resolutions;
mod open;
mod prepare;
mod proxies;
mod resolutions;
mod rules;
mod sitting;
mod standing;
mod tie;

pub use cast::{Casting, cast, object_to_circular, spent};
pub use close::close_now;
pub use daily::cleanup;
pub use jobs::{close_due, open_due, remind_due};
pub use old_resolutions::{
    MARK_MOST, SOURCE_MOST, TEXT_MOST, TITLE_MOST, enter_old, may_withdraw, not_a_scan, openest, too_large, withdraw,
};
pub use prepare::{announce, announce_under, may_lead, prepare, release, request_secret, set_bar, set_board, void};
pub use proxies::{give_proxy, proxy_holders, revoke_proxy};
pub use resolutions::{adopt, file_under, repeal, supersede};
pub use rules::{NOTE_MOST, NewRules, come_into_force, is_open, take_back_rules, take_rules};
pub use sitting::{record_names, record_sitting};
pub use standing::{Unit, left_to_cast, standing};
pub use tie::{break_tie, may_break_tie};

use db::Conn;
use kernel::{Actor, Error, Event, Id, Reason, Result, Subject};
use networks::Body;
use rights::{Action, Kind};

use crate::{RuleVersion, Vote, store};

/// A vote the actor leads, with its body and the rules it is held under.
fn led(conn: &Conn, by: &Actor, id: Id<Vote>) -> Result<(Vote, Body, RuleVersion)> {
    let vote = store::votes::find_vote(conn, by, id)?;
    rights::require(by, Kind::Decision, Action::Edit, &vote.scope())?;
    let body = networks::find_body(conn, by, vote.body)?;
    let rules = store::rules::find_rules(conn, vote.rules)?;
    Ok((vote, body, rules))
}

/// The body of a vote, for the program itself, which acts by the body's own rules.
fn body_of(conn: &Conn, vote: &Vote) -> Result<Body> {
    networks::body_for_program(conn, vote.body)
}

/// A random number that says nothing of when it was made.
fn random() -> Result<i64> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).map_err(|e| Error::internal(format!("no randomness: {e}")))?;
    // Positive and never 0.
    Ok((i64::from_be_bytes(bytes) & i64::MAX) | 1)
}

fn event(verb: &'static str, vote: &Vote, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("vote", vote.id.raw())).by(by).within(vote.scope())
}

fn refused(de: &str, en: &str) -> Error {
    Error::Rule(Reason::new(de, en))
}

/// Enters an adopted matter in the register, in force from its day.
fn adopted(tx: &db::Tx<'_>, id: Id<Vote>) -> Result<()> {
    let vote = store::votes::find_any_vote(tx, id)?;
    let rules = store::rules::find_rules(tx, vote.rules)?.rules;
    let day = vote.sitting.unwrap_or_else(|| tx.today());
    let verdict = Reason::new(vote.verdict_de.clone().unwrap_or_default(), vote.verdict_en.clone().unwrap_or_default());
    adopt(tx, &vote, &rules, &crate::Adopted { day, in_force: day, verdict }).map(drop)
}
