//! What people see of mandates: one file per page.

mod agenda;
mod body;
mod briefing;
mod contact;
mod file;
mod letter;
mod list;
mod mandate;
mod oparl;
mod opened;
mod person;
mod picture;
mod place;
mod raised;
mod report;
mod rest;
mod send;
mod session;
mod view;

use kernel::Level;
use networks::shell::Pill;
pub use opened::shown;
use web::{Audience, Routes};

use crate::{Outcome, Part, words::T};

/// Every address.
#[must_use]
pub fn routes() -> Routes {
    let signed = Audience::SignedIn;
    Routes::new()
        .get(signed, list::show)
        .get(signed, body::show)
        .get(signed, send::form)
        .post(signed, send::save)
        .get(signed, contact::new)
        .post(signed, contact::add)
        .get(signed, contact::edit)
        .post(signed, contact::change)
        .get(signed, session::new)
        .post(signed, session::add)
        .get(signed, session::show)
        .post(signed, session::mark)
        .get(signed, session::edit)
        .post(signed, session::change)
        .get(signed, agenda::form)
        .post_file(signed, agenda::LIMIT, agenda::ready, agenda::send)
        .get(signed, oparl::show)
        .post(signed, oparl::act)
        .get(signed, person::show)
        .get(signed, mandate::show)
        .get(signed, file::edit)
        .post(signed, file::save)
        .get(signed, file::confirm_form)
        .post(signed, file::confirm)
        .get(signed, file::end_form)
        .post(signed, file::end)
        .get(signed, rest::form)
        .post(signed, rest::save)
        .get(signed, file::substitute_form)
        .post(signed, file::substitute)
        .get(signed, letter::show)
        .get(signed, briefing::show)
        .post(signed, briefing::act)
        .get(signed, briefing::paper)
        .get(signed, report::form::form)
        .post(signed, report::form::save)
        .get(signed, report::show::show)
        .get(Audience::Public, opened::show)
        .get(Audience::Public, opened::list)
        .get(Audience::Public, opened::feed)
        .post(signed, report::show::act)
        .get(signed, report::correct::form)
        .post(signed, report::correct::save)
        .post_file(signed, ::files::LIMIT, ::files::ready, report::files::act)
        .get(signed, report::files::file)
        .get(signed, raised::new)
        .post(signed, raised::add)
        .get(signed, raised::show)
        .post(signed, raised::act)
}

/// What became of something raised, in a word.
#[must_use]
pub const fn outcome_word(t: T, state: Outcome) -> &'static str {
    match state {
        Outcome::Raised => t.outcome_raised(),
        Outcome::Noted => t.outcome_noted(),
        Outcome::Referred => t.outcome_referred(),
        Outcome::Adopted => t.outcome_adopted(),
        Outcome::Rejected => t.outcome_rejected(),
        Outcome::Unknown => t.outcome_unknown(),
    }
}

/// The same with a sign.
#[must_use]
pub fn outcome_pill(t: T, state: Outcome) -> Pill {
    let (class, icon) = match state {
        Outcome::Adopted => ("o1", "check"),
        Outcome::Rejected => ("w1", "cross"),
        Outcome::Unknown => ("", "warning"),
        _ => ("i1", "clock"),
    };
    Pill::new(class, icon, outcome_word(t, state))
}

/// What a part of a report is about.
#[must_use]
pub const fn part_word(t: T, part: Part) -> &'static str {
    match part {
        Part::Subject => t.part_subject(),
        Part::Decided => t.part_decided(),
        Part::Contributed => t.part_contributed(),
        Part::Effects => t.part_effects(),
    }
}

/// Who sees something, in words.
#[must_use]
pub const fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Network => t.level_network(),
        Level::Body => t.level_body(),
        _ => t.level_delegation(),
    }
}
