//! What people see: one file per page.

pub mod shared;
pub(crate) mod wording;

// Networks, their bodies and members.
mod body;
mod list;
mod members;
mod network;
mod picture;

// What these are made of: one reading of a network, what is new, and the pictures.
pub(crate) mod boxes;
mod chains;
mod drawing;
mod news;
mod regions;
pub mod spans;
mod timeline;
mod world;

// Pages of persons, seats and organisations.
mod checks;
pub(crate) mod consent;
mod edit;
pub(crate) mod elsewhere;
pub mod exports;
pub mod handover;
mod joining;
pub(crate) mod keep;
mod organisation;
mod organisation_divide;
mod organisation_keep;
mod organisation_new;
pub(crate) mod paging;
mod person;
mod person_name;
mod persons;
mod post_keep;
mod posts;
mod projects;
mod seat;
mod territories;
mod whom;

use web::{Audience, Routes};

pub use world::land;

use crate::rules::REQUESTS_OF_ORIGIN;

/// Every address of the slice.
pub fn routes() -> Routes {
    Routes::new()
        .get(Audience::Public, list::show)
        .get(Audience::SignedIn, keep::found::form)
        .post(Audience::SignedIn, keep::found::save)
        .get(Audience::Public, network::show)
        .get(Audience::Public, picture::show)
        .get(Audience::Public, body::list)
        .get(Audience::Public, body::show)
        .get(Audience::Public, members::show)
        .get(Audience::SignedIn, persons::show)
        .get(Audience::Public, person::show)
        .get(Audience::SignedIn, person_name::form)
        .post(Audience::SignedIn, person_name::save)
        .get(Audience::Public, seat::show)
        .get(Audience::Public, organisation::show)
        .get(Audience::Public, organisation::embed)
        .get(Audience::SignedIn, edit::form)
        .post(Audience::SignedIn, edit::save)
        .get(Audience::SignedIn, keep::body::show)
        .get(Audience::SignedIn, keep::bodies::form)
        .post(Audience::SignedIn, keep::bodies::save)
        .get(Audience::SignedIn, keep::sight::show)
        .get(Audience::SignedIn, keep::posts::show)
        .get(Audience::SignedIn, keep::visibility::form)
        .post(Audience::SignedIn, keep::visibility::save)
        .get(Audience::SignedIn, keep::changes::name_form)
        .post(Audience::SignedIn, keep::changes::rename)
        .get(Audience::SignedIn, keep::changes::end_form)
        .post(Audience::SignedIn, keep::changes::end)
        .get(Audience::SignedIn, keep::edges::form)
        .post(Audience::SignedIn, keep::edges::save)
        .get(Audience::SignedIn, keep::edges::end_form)
        .post(Audience::SignedIn, keep::edges::end)
        .get(Audience::SignedIn, keep::seats::form)
        .post(Audience::SignedIn, keep::seats::save)
        .get(Audience::SignedIn, keep::seats::end_form)
        .post(Audience::SignedIn, keep::seats::end)
        .get(Audience::SignedIn, keep::manage::show)
        .post(Audience::SignedIn, keep::manage::act)
        .get(Audience::SignedIn, keep::fill::form)
        .post(Audience::SignedIn, keep::fill::save)
        .get(Audience::SignedIn, keep::vacate::form)
        .post(Audience::SignedIn, keep::vacate::save)
        .get(Audience::SignedIn, keep::standing::form)
        .post(Audience::SignedIn, keep::standing::save)
        .get(Audience::SignedIn, keep::standing::end_form)
        .post(Audience::SignedIn, keep::standing::end)
        .get(Audience::SignedIn, keep::answer::form)
        .post(Audience::SignedIn, keep::answer::save)
        .get_fresh(Audience::Public, keep::answer::question)
        .post(Audience::Public, keep::answer::answer_question)
        .get(Audience::SignedIn, keep::corrections::form::seat_form)
        .post(Audience::SignedIn, keep::corrections::form::seat_save)
        .get(Audience::SignedIn, keep::corrections::form::post_form)
        .post(Audience::SignedIn, keep::corrections::form::post_save)
        .get(Audience::SignedIn, keep::corrections::form::organisation_form)
        .post(Audience::SignedIn, keep::corrections::form::organisation_save)
        .get(Audience::SignedIn, keep::corrections::undo::form)
        .post(Audience::SignedIn, keep::corrections::undo::save)
        .get(Audience::SignedIn, organisation_divide::form)
        .post(Audience::SignedIn, organisation_divide::save)
        .get(Audience::SignedIn, organisation_new::form)
        .post(Audience::SignedIn, organisation_new::save)
        .get(Audience::SignedIn, post_keep::new_form)
        .post(Audience::SignedIn, post_keep::make)
        .get(Audience::SignedIn, post_keep::edit_form)
        .post(Audience::SignedIn, post_keep::edit)
        .get(Audience::SignedIn, post_keep::name_form)
        .post(Audience::SignedIn, post_keep::rename)
        .get(Audience::SignedIn, territories::list::show)
        .get(Audience::SignedIn, territories::edit::new_form)
        .post(Audience::SignedIn, territories::edit::make)
        .get(Audience::SignedIn, territories::edit::form)
        .post(Audience::SignedIn, territories::edit::save)
        .get(Audience::SignedIn, territories::change::name_form)
        .post(Audience::SignedIn, territories::change::rename)
        .get(Audience::SignedIn, territories::change::end_form)
        .post(Audience::SignedIn, territories::change::end)
        .get(Audience::SignedIn, organisation_keep::edit_form)
        .post(Audience::SignedIn, organisation_keep::edit)
        .get(Audience::SignedIn, organisation_keep::name_form)
        .post(Audience::SignedIn, organisation_keep::rename)
        .get(Audience::SignedIn, organisation_keep::end_form)
        .post(Audience::SignedIn, organisation_keep::end)
        .get(Audience::SignedIn, posts::fill_form)
        .post(Audience::SignedIn, posts::fill)
        .get(Audience::SignedIn, posts::end_form)
        .post(Audience::SignedIn, posts::end)
        .get(Audience::SignedIn, handover::form::form)
        .post(Audience::SignedIn, handover::form::save)
        .get(Audience::SignedIn, handover::shown::show)
        .get(Audience::SignedIn, handover::shown::letter)
        .get(Audience::SignedIn, handover::shown::paper)
        .post(Audience::SignedIn, handover::shown::take_back)
        .get(Audience::SignedIn, handover::next::form)
        .post(Audience::SignedIn, handover::next::save)
        .get_fresh(Audience::Public, joining::ask::form)
        .post(Audience::Public, joining::ask::save)
        .per_hour(REQUESTS_OF_ORIGIN)
        .get_fresh(Audience::Public, joining::ask::body_form)
        .post(Audience::Public, joining::ask::body_save)
        .per_hour(REQUESTS_OF_ORIGIN)
        .get_fresh(Audience::Public, joining::confirm::sent)
        .post(Audience::Public, joining::confirm::enter)
        .get_fresh(Audience::Public, joining::answer::show)
        .post(Audience::Public, joining::answer::act)
        .get_fresh(Audience::Public, joining::confirm::show)
        .post(Audience::Public, joining::confirm::save)
        .get(Audience::SignedIn, joining::list::show)
        .get(Audience::SignedIn, joining::rules::form)
        .post(Audience::SignedIn, joining::rules::save)
        .get(Audience::SignedIn, joining::show::show)
        .post(Audience::SignedIn, joining::show::act)
        .get(Audience::SignedIn, joining::leave::form)
        .post(Audience::SignedIn, joining::leave::save)
        .get(Audience::SignedIn, joining::review::form)
        .post(Audience::SignedIn, joining::review::save)
        .get(Audience::SignedIn, elsewhere::list::show)
        .post(Audience::SignedIn, elsewhere::list::answer)
        .get(Audience::SignedIn, elsewhere::form::new)
        .post(Audience::SignedIn, elsewhere::form::save_new)
        .get(Audience::SignedIn, elsewhere::form::edit)
        .post(Audience::SignedIn, elsewhere::form::save)
        .get_fresh(Audience::Public, checks::answer::show)
        .post(Audience::Public, checks::answer::save)
        .get_fresh(Audience::Public, checks::address::show)
        .post(Audience::Public, checks::address::settle)
        .get(Audience::SignedIn, checks::answer::show_own)
        .post(Audience::SignedIn, checks::answer::save_own)
        .get(Audience::SignedIn, checks::keep::show)
        .post(Audience::SignedIn, checks::keep::act)
        .get(Audience::SignedIn, projects::edit::form)
        .post(Audience::SignedIn, projects::edit::save)
        .get(Audience::SignedIn, projects::partners::form)
        .post(Audience::SignedIn, projects::partners::save)
        .get(Audience::SignedIn, projects::close::form)
        .post(Audience::SignedIn, projects::close::save)
        .get(Audience::SignedIn, consent::show)
        .post(Audience::SignedIn, consent::save)
}
