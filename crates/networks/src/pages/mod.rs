//! What people see: one file per page.

pub mod shared;
mod wording;

// Networks, their bodies and members.
mod body;
mod list;
mod members;
mod network;
mod picture;

// What these are made of: one reading of a network, what is new, and the pictures.
mod boxes;
mod chains;
mod drawing;
mod news;
mod regions;
mod spans;
mod timeline;
mod world;

// Pages of persons, seats and organisations.
mod consent;
mod edit;
mod organisation;
mod paging;
mod person;
mod persons;
mod seat;

use web::{Audience, Routes};

/// Every address of the slice.
pub fn routes() -> Routes {
    Routes::new()
        .get(Audience::Public, list::show)
        .get(Audience::Public, network::show)
        .get(Audience::Public, picture::show)
        .get(Audience::Public, body::list)
        .get(Audience::Public, body::show)
        .get(Audience::Public, members::show)
        .get(Audience::SignedIn, persons::show)
        .get(Audience::Public, person::show)
        .get(Audience::Public, seat::show)
        .get(Audience::Public, organisation::show)
        .get(Audience::Public, organisation::embed)
        .get(Audience::SignedIn, edit::form)
        .post(Audience::SignedIn, edit::save)
        .get(Audience::SignedIn, consent::show)
        .post(Audience::SignedIn, consent::save)
}
