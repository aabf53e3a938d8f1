//! Lists come into the house and go out of it, for whatever slice offers them in the registry; this one imports none.
//!
//! A list is pasted or uploaded, its columns are guessed and confirmed, every row is shown with what would become of it, and
//! nothing happens before it is taken. What was taken can be undone for 24 hours. Invitations are a step of their own.

mod actions;
mod model;
mod pages;
pub mod paths;
mod rules;
mod store;

mod texts {
    i18n::texts!();
}

pub use rules::guess;

use web::{JobKind, Slice};

/// What this slice gives to the house.
#[must_use]
pub const fn slice() -> Slice {
    Slice { jobs: JOBS, ..Slice::new("transfer", pages::routes) }
}

const JOBS: &[JobKind] = &[JobKind { name: "transfer.cleanup", run: actions::cleanup, daily_at: Some(3) }];
