//! What networks give to the house.

use web::{JobKind, Nav, Slice};

use crate::{actions, intake, kinds, own, pages, told, words::T};

/// Addresses, things and the entry in the main menu.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        nav: NAV,
        jobs: JOBS,
        own: Some(&own::OWN),
        handover: Some(pages::handover::passing),
        intake: Some(&intake::INTAKE),
        exports: pages::exports::EXPORTS,
        told: Some(told::told),
        passages: Some(kinds::passages),
        ..Slice::new("networks", pages::routes)
    }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "networks.cleanup", run: actions::cleanup, daily_at: Some(3) },
    JobKind { name: "networks.handover", run: actions::complete_handover, daily_at: None },
    JobKind { name: "networks.joining", run: actions::settle_request, daily_at: None },
    JobKind { name: "networks.checks", run: actions::start_yearly_checks, daily_at: Some(6) },
    JobKind { name: "networks.check", run: actions::write_checks, daily_at: None },
    JobKind { name: "networks.check_again", run: actions::write_reminders, daily_at: None },
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
