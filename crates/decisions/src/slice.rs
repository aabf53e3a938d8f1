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

const JOBS: &[JobKind] = &[JobKind { name: "decisions.rules", run: actions::come_into_force, daily_at: Some(0) }];

/// What it holds about a person stays as a record of office; her name goes with herself.
const OWN: Own = Own { data: own_register::data, parting: own_register::parting, erase: |_, _| Ok(()) };
