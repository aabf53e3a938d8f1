//! What networks give to the house.

use web::{JobKind, Nav, Slice};

use crate::{actions, kinds, pages, words::T};

/// Addresses, things and the entry in the main menu.
#[must_use]
pub const fn slice() -> Slice {
    Slice { name: "networks", routes: pages::routes, kinds: kinds::KINDS, nav: NAV, jobs: JOBS }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "networks.cleanup", run: actions::cleanup, daily_at: Some(3) },
    JobKind { name: "networks.joining", run: actions::settle_request, daily_at: None },
    JobKind { name: "networks.handovers", run: actions::look_after_handovers, daily_at: Some(5) },
];

const NAV: &[Nav] = &[Nav {
    key: "networks",
    label: |lang| T(lang).nav_networks(),
    path: "/netzwerke",
    icon: "network",
    place: 2,
    public: true,
}];
