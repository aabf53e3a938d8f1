//! Finding things by their words, across all slices and knowing none of them.
//!
//! An index of folded words follows the log ([`follow`]); what a word leads to is decided again by its slice before it
//! is shown, so a consent withdrawn a moment ago counts at once, whether the index has heard of it or not. No words of
//! a search are logged or kept.

mod change;
mod find;
mod forms;
mod index;
mod pages;
mod parts;
mod places;
mod rules;
mod store;
mod suggest;

mod texts {
    i18n::texts!();
}

pub use find::{Found, find};
pub use forms::{asked_stems, forms, split, stem};
pub use index::{follow, read_up_to, rebuild};
pub use pages::SearchPage;
pub use rules::{Asked, Sought, asked, words};
pub use suggest::suggest;

use web::{Audience, Routes, Slice};

fn routes() -> Routes {
    // Fresh: the page depends on what is asked.
    Routes::new().get_fresh(Audience::Public, pages::show)
}

/// What this slice gives to the house.
#[must_use]
pub fn slice() -> Slice {
    Slice::new("search", routes)
}
