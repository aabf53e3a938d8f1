//! SQL of exchange: one function, one statement. Threads are read with the reader's condition; what hangs on one is read by
//! its number, after the thread was found.

use db::Args;
use kernel::Actor;
use rights::{Action, Kind};

pub mod brought;
pub mod circulars;
pub mod counts;
pub mod incoming;
pub mod own;
pub mod relays;
pub mod replies;
pub mod standing;
pub mod supports;
pub mod threads;
pub mod told;

/// Adds the reader's condition on threads and circulars, and the networks things may have been forwarded to.
pub fn read(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Thread, Action::Read))
}
