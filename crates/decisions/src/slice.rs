//! What decisions give to the house.

use web::{JobKind, Slice};

use crate::{actions, kinds, pages};

/// Addresses, things and work for later.
#[must_use]
pub const fn slice() -> Slice {
    Slice { kinds: kinds::KINDS, jobs: JOBS, ..Slice::new("decisions", pages::routes) }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "decisions.open", run: actions::open_due, daily_at: None },
    JobKind { name: "decisions.close", run: actions::close_due, daily_at: None },
    JobKind { name: "decisions.remind", run: actions::remind_due, daily_at: None },
    JobKind { name: "decisions.cleanup", run: actions::cleanup, daily_at: Some(3) },
];
