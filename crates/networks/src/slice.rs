//! What networks give to the house.

use web::{Nav, Slice};

use crate::{kinds, pages, words::T};

/// Addresses, things and the entry in the main menu.
#[must_use]
pub const fn slice() -> Slice {
    Slice { name: "networks", routes: pages::routes, kinds: kinds::KINDS, nav: NAV, jobs: &[] }
}

const NAV: &[Nav] = &[Nav {
    key: "networks",
    label: |lang| T(lang).nav_networks(),
    path: "/netzwerke",
    icon: "network",
    place: 2,
    public: true,
}];
