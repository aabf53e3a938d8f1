//! SQL of mandates: one function, one statement. Sittings, notes, reports and what was raised are read with the reader's
//! condition; who is sent where is read first and decided in [`crate::reads::knows`], since much of it has no row of this
//! slice.

use db::Args;
use kernel::Actor;
use rights::{Action, Kind};

pub mod contacts;
pub mod delegations;
pub mod former;
pub mod letters;
pub mod oparl;
pub mod opened;
pub mod own;
pub mod raised;
pub mod reports;
pub mod sessions;
pub mod told;

/// Adds the reader's condition on what belongs to mandates.
pub fn mine(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Mandate, Action::Read))
}

/// The same for what has no seat of its own, sittings and contacts: they are seen as meetings are.
pub fn known(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Meeting, Action::Read))
}
