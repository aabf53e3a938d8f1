//! SQL of positions: one function, one statement. Positions are read with the reader's condition; what hangs on one is read by
//! its number, after the position was found.

use db::Args;
use kernel::Actor;
use rights::{Action, Kind};

pub mod addressees;
pub mod amendments;
pub mod dispatches;
pub mod own;
pub mod positions;
pub mod register;
pub mod signatures;
pub mod told;
pub mod versions;

/// Adds the reader's condition on positions, which is that of what a body decides.
pub fn seen(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Decision, Action::Read))
}
