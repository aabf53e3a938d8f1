//! Verbs of people. One function is one step of a transaction and leaves one event.
//!
//! Entering an organisation, a post or a person gives nobody a right, so whoever keeps the membership of a network
//! may do it, beside the operator. An appointment does give rights, wherever the post has a seat: here it is the
//! operator's; `networks::appoint` is the same for those who keep a network the post belongs to.

mod corrections;
mod persons;
mod places;
mod posts;
mod tenures;
mod territories;

pub use persons::{add_person, edit_person, record_name, record_whole_name};
pub use places::{add_organisation, edit_organisation, end_organisation, rename_organisation};
pub use posts::{add_post, edit_post, record_post_move, rename_post};
pub use tenures::{
    appoint, end_tenure, note_absence, record_tenure, record_tenure_contact, record_tenure_end, record_tenure_goes_on,
    record_tenure_share, withdraw_absence, withdraw_tenure,
};

pub use corrections::{record_organisation_correction, record_post_correction, record_tenure_correction};
use kernel::{Actor, Error, Level, Result, Scope};
use rights::{Action, Kind};
pub use territories::{
    add_territories, add_territory, edit_territory, end_territory, keeps_territories, rename_territory,
};

const HOUSE: Scope = Scope::house(Level::AllNetworks);

fn house(by: &Actor) -> Result<()> {
    rights::require(by, Kind::House, Action::Edit, &Scope::house(Level::Public))
}

/// Whether the actor may enter organisations, posts and persons: the operator, and whoever keeps some network's
/// membership.
#[must_use]
pub fn keeps_register(by: &Actor) -> bool {
    let keeps = |n: &i64| rights::allows(by, Kind::Roster, Action::Edit, &Scope::body(Level::Network, *n, *n));
    house(by).is_ok() || by.networks().iter().any(keeps)
}

fn register(by: &Actor) -> Result<()> {
    if keeps_register(by) { Ok(()) } else { Err(Error::Denied(None)) }
}
