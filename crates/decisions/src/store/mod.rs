//! SQL of decisions: one function, one statement. What is protected is read with the reader's condition.

use db::Args;
use kernel::Actor;
use rights::{Action, Kind};

pub mod ballots;
pub mod boards;
pub mod candidates;
pub mod election_seats;
pub mod own;
pub mod past;
pub mod proxies;
pub mod resolutions;
pub mod rolls;
pub mod rules;
pub mod shown;
pub mod told;
pub mod votes;

/// Adds the reader's condition on votes and resolutions.
pub fn decided(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Decision, Action::Read))
}
