//! Finding things by their words, across all slices and knowing none of them.
//!
//! An index of folded words follows the log ([`follow`]); what a word leads to is decided again by its slice before it
//! is shown, so a consent withdrawn a moment ago counts at once, whether the index has heard of it or not. No words of
//! a search are logged or kept.

mod find;
mod index;
mod pages;
mod rules;
mod store;

mod texts {
    i18n::texts!();
}

pub use find::{Found, find};
pub use index::{follow, read_up_to, rebuild};
pub use pages::SearchPage;
pub use rules::{Asked, asked, marked, words};

use web::{Audience, Routes, Slice};

fn routes() -> Routes {
    // Fresh: the page depends on what is asked.
    Routes::new().get_fresh(Audience::Public, pages::show)
}

/// What this slice gives to the house.
#[must_use]
pub fn slice() -> Slice {
    Slice { routes, ..Slice::named("search") }
}
