//! What notices give to the house.

use web::{Audience, JobKind, Routes, Slice};

use crate::{actions, own, pages};

fn routes() -> Routes {
    Routes::new()
        .get(Audience::SignedIn, pages::inbox::show)
        .post(Audience::SignedIn, pages::inbox::act)
        .get(Audience::SignedIn, pages::levels::show)
        .post(Audience::SignedIn, pages::levels::save)
        .get(Audience::SignedIn, pages::absence::show)
        .post(Audience::SignedIn, pages::absence::act)
        .get_fresh(Audience::Public, pages::stop::show)
        .post(Audience::Public, pages::stop::act)
}

/// Addresses, own data, and work for every day.
#[must_use]
pub const fn slice() -> Slice {
    Slice { jobs: JOBS, own: Some(&own::OWN), ..Slice::new("notices", routes) }
}

const JOBS: &[JobKind] = &[JobKind { name: "notices.cleanup", run: actions::cleanup, daily_at: Some(3) }];
