//! What decisions give to the house.

use web::{JobKind, Own, Slice};

use crate::{actions, exports, kinds, own_register, pages};

/// Addresses, things and work for later.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        jobs: JOBS,
        own: Some(&OWN),
        exports: exports::EXPORTS,
        views: Some(pages::views),
        ..Slice::new("decisions", pages::routes)
    }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "decisions.open", run: actions::open_due, daily_at: None },
    JobKind { name: "decisions.close", run: actions::close_due, daily_at: None },
    JobKind { name: "decisions.remind", run: actions::remind_due, daily_at: None },
    JobKind { name: "decisions.cleanup", run: actions::cleanup, daily_at: Some(3) },
    JobKind { name: "decisions.rules", run: actions::come_into_force, daily_at: Some(0) },
];

/// What it holds about a person stays as a record of office; her name goes with herself.
const OWN: Own = Own { data: own_register::data, parting: own_register::parting, erase: |_, _| Ok(()) };
