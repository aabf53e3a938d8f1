//! What people see: one file per page.

mod overview;
pub mod place;
pub mod register;
mod rules;

use web::{Audience, Routes};

pub use overview::views;

/// Every address of the slice.
pub fn routes() -> Routes {
    Routes::new()
        .get(Audience::Public, overview::show)
        .get(Audience::Public, rules::show::show)
        .get(Audience::Public, rules::compare::show)
        .get(Audience::SignedIn, rules::give::form)
        .post(Audience::SignedIn, rules::give::save)
        .get(Audience::SignedIn, rules::change::form)
        .post(Audience::SignedIn, rules::change::save)
        .get(Audience::SignedIn, rules::back::form)
        .post(Audience::SignedIn, rules::back::save)
        .get(Audience::Public, register::list::show)
        .get(Audience::Public, register::show::show)
        .get_fresh(Audience::Public, register::show::scan)
        .get(Audience::SignedIn, register::enter::form)
        .post_file(Audience::SignedIn, register::enter::LIMIT, register::enter::ready, register::enter::save)
        .get(Audience::SignedIn, register::end::replace_form)
        .post(Audience::SignedIn, register::end::replace)
        .get(Audience::SignedIn, register::end::repeal_form)
        .post(Audience::SignedIn, register::end::repeal)
        .get(Audience::SignedIn, register::end::withdraw_form)
        .post(Audience::SignedIn, register::end::withdraw)
}
