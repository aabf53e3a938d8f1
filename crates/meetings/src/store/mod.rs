//! SQL of meetings: one function, one statement. Meetings are read with the reader's condition; what hangs on one is read
//! by its number, after the meeting was found.

use db::Args;
use kernel::Actor;
use rights::{Action, Kind};

pub mod agenda;
pub mod attendance;
pub mod codes;
pub mod feeds;
pub mod invitations;
pub mod letters;
pub mod live;
pub mod meetings;
pub mod minutes;
pub mod others;
pub mod own;
pub mod polls;
pub mod proposals;
pub mod series;
pub mod told;

/// Adds the reader's condition on meetings.
pub fn met(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Meeting, Action::Read))
}
