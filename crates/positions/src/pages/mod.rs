//! What people see of positions: one file per page.

mod addressees;
mod amendment;
mod amendments;
mod answer_files;
mod body;
mod decision;
mod dispatch;
mod effects;
mod end;
mod facts;
mod feed;
mod file;
pub mod frame;
mod input;
mod latest;
mod letter;
mod letters;
mod list;
mod movers;
mod outside;
mod paragraph;
mod place;
mod publish;
mod show;
mod signers;
mod text;
mod version;
pub mod view;
pub mod words;

use web::{Audience, Routes};

pub use facts::topics;
pub use input::choose;
pub use latest::shown;
pub use place::Place;
pub use show::lines_of;
pub use words::{advice_word, amendment_state, kind_word, level_word, marked, sort_word, way_word};

/// Every address.
#[must_use]
pub fn routes() -> Routes {
    let (open, signed) = (Audience::Public, Audience::SignedIn);
    let all = Routes::new()
        .get_fresh(open, list::show)
        .get(open, show::show)
        .get(open, file::show)
        .get(open, feed::show)
        .get_fresh(open, body::show)
        .get(signed, facts::new)
        .post(signed, facts::begin)
        .get(signed, facts::edit)
        .post(signed, facts::change)
        .get(signed, text::edit)
        .post(signed, text::change)
        .get(signed, paragraph::edit)
        .post(signed, paragraph::change)
        .get(signed, paragraph::comment)
        .post(signed, paragraph::say)
        .get(signed, amendment::new::form)
        .post(signed, amendment::new::propose)
        .get(signed, amendments::show)
        .post(signed, amendments::merge)
        .get(signed, amendment::show)
        .post(signed, amendment::act)
        .get(signed, version::show)
        .get(signed, input::form)
        .post(signed, input::save)
        .get(open, letter::show)
        .post(open, letter::say)
        .get(signed, movers::show)
        .post(signed, movers::act)
        .get(signed, decision::form)
        .post(signed, decision::save)
        .get(signed, decision::minority)
        .post(signed, decision::add_minority)
        .get(signed, signers::show)
        .post(signed, signers::ask)
        .get(signed, signers::one)
        .post(signed, signers::answer)
        .get(signed, outside::show)
        .post(signed, outside::act)
        .get(signed, outside::one)
        .post(signed, outside::sign)
        .get(open, outside::letter)
        .post(open, outside::answer)
        .get(signed, effects::show)
        .post(signed, effects::act)
        .get(signed, publish::form)
        .post(signed, publish::save)
        .get(signed, publish::slots)
        .post(signed, publish::save_slots)
        .get(signed, end::form)
        .post(signed, end::save)
        .get(signed, letters::form)
        .post(signed, letters::plan)
        .get(signed, dispatch::show)
        .post_file(signed, files::LIMIT, files::ready, dispatch::act)
        .get_fresh(open, answer_files::file)
        .get(signed, dispatch::file)
        .get(open, addressees::list)
        .get(open, addressees::show)
        .get(signed, addressees::new)
        .post(signed, addressees::add)
        .get(signed, addressees::edit)
        .post(signed, addressees::change);
    crate::book::routes(crate::questions::routes(crate::hearing::routes(all)))
}
