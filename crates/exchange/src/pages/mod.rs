//! What people see of exchange: one file per page.

mod aliases;
mod body;
mod circulars;
mod count;
mod earlier;
mod files;
mod form;
mod forward;
mod held;
mod hide;
mod letter;
mod list;
mod mailroom;
mod outcome;
mod place;
mod relay;
mod reply;
mod show;
mod supports;
mod voices;

use kernel::Level;
use web::{Audience, Routes};

use crate::{ThreadKind, words::T};

pub use circulars::{recipient_name, state_word};
pub use supports::{side_word, state_word as support_word};

/// Every address.
#[must_use]
pub fn routes() -> Routes {
    let signed = Audience::SignedIn;
    Routes::new()
        .get(signed, list::show)
        .post(signed, list::act)
        .get(signed, show::show)
        .post_file(signed, ::files::LIMIT, ::files::ready, show::act)
        .get(signed, files::of_thread)
        .post(signed, files::drop_of_thread)
        .get(signed, files::of_reply)
        .post(signed, files::drop_of_reply)
        .get(signed, form::edit)
        .post(signed, form::change)
        .get(signed, earlier::show)
        .get(signed, outcome::form)
        .post(signed, outcome::save)
        .get(signed, forward::form)
        .post(signed, forward::save)
        .get(signed, hide::thread_form)
        .post(signed, hide::thread_save)
        .get(signed, reply::form)
        .post(signed, reply::save)
        .get(signed, hide::reply_form)
        .post(signed, hide::reply_save)
        .get_fresh(Audience::Public, letter::show)
        .get_fresh(Audience::Public, letter::file)
        .post(Audience::Public, letter::act)
        .get_fresh(Audience::Public, held::show)
        .post(Audience::Public, held::act)
        .get(signed, aliases::show)
        .post(signed, aliases::act)
        .get(signed, mailroom::show)
        .post(signed, mailroom::act)
        .get_fresh(Audience::Public, body::show)
        .get(signed, form::new)
        .post_file(signed, ::files::LIMIT, ::files::ready, form::write)
        .get(signed, count::form)
        .post(signed, count::save)
        .get(signed, relay::new)
        .post(signed, relay::hand_in)
        .get(signed, relay::list)
        .get(signed, relay::form)
        .post(signed, relay::decide)
        .get(signed, supports::list)
        .get(signed, supports::new)
        .post(signed, supports::begin)
        .get(signed, supports::show)
        .post(signed, supports::act)
        .get(signed, circulars::list::show)
        .get(signed, circulars::form::new)
        .post(signed, circulars::form::draft)
        .get(signed, circulars::show::show)
        .post(signed, circulars::show::act)
}

/// What a thread is, in a word.
#[must_use]
pub fn kind_word(t: T, kind: ThreadKind) -> &'static str {
    match kind {
        ThreadKind::Question => t.kind_question(),
        ThreadKind::Information => t.kind_information(),
        ThreadKind::Request => t.kind_request(),
    }
}

/// Who reads a thread, in words.
#[must_use]
pub fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Public => t.level_public(),
        Level::AllNetworks => t.level_all_networks(),
        Level::Network => t.level_network(),
        _ => t.level_body(),
    }
}
