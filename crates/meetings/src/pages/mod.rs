//! What people see of meetings: one file per page.

mod agenda;
pub mod attendance;
mod authorisation;
mod body;
mod calendar;
mod days;
mod invitees;
mod letter;
mod letter_papers;
mod list;
mod live;
mod meetings;
mod minutes;
mod others;
mod place;
mod poll;
mod series;
mod times;

use kernel::Actor;
use web::{Audience, Routes};

use crate::{Answer, Meeting, MeetingState, rules, words::T};

pub use minutes::view::presence_word;
pub use place::Place;

/// How many forms of an assembly's letters one origin may send in an hour.
const ASSEMBLY: u32 = 6_000;

/// Every address.
#[must_use]
pub fn routes() -> Routes {
    let signed = Audience::SignedIn;
    Routes::new()
        .get_fresh(Audience::Public, list::show)
        .get_fresh(Audience::Public, meetings::show::show)
        .get(signed, meetings::form::edit)
        .post(signed, meetings::form::change)
        .get(signed, meetings::cancel::form)
        .post(signed, meetings::cancel::save)
        .get(signed, meetings::split::form)
        .post(signed, meetings::split::save)
        .get(signed, invitees::show)
        .post(signed, invitees::act)
        .get(signed, meetings::answer::form)
        .post(signed, meetings::answer::save)
        .get_fresh(Audience::Public, agenda::show::show)
        .post(signed, agenda::show::act)
        .get(signed, agenda::item::new)
        .post(signed, agenda::item::add)
        .get(signed, agenda::item::edit)
        .post(signed, agenda::item::change)
        .get(signed, agenda::papers::show)
        .post_file(signed, files::LIMIT, files::ready, agenda::papers::act)
        .get_fresh(Audience::Public, agenda::papers::file)
        .get(Audience::Public, agenda::file::show)
        .get(signed, agenda::proposal::new)
        .post(signed, agenda::proposal::propose)
        .get(signed, agenda::proposal::show)
        .post(signed, agenda::proposal::decide)
        .get(Audience::Public, letter::show)
        .post(Audience::Public, letter::act)
        .get_fresh(Audience::Public, letter_papers::show)
        .post(Audience::Public, letter_papers::open)
        .get_fresh(Audience::Public, letter_papers::file)
        .get(signed, attendance::show)
        .post(signed, attendance::save)
        .get(signed, times::show)
        .post(signed, times::save)
        .get(signed, authorisation::show)
        .post_file(signed, files::LIMIT, files::ready, authorisation::act)
        .get_fresh(signed, authorisation::file)
        .get(signed, minutes::list::show)
        .get(signed, live::show::show)
        .post(signed, live::act::act)
        .watch(signed, live::show::watch)
        .get(signed, live::roll::show)
        .get(signed, live::desk::show)
        .post(signed, live::desk::act)
        .get_fresh(Audience::Public, live::letter::show)
        .post(Audience::Public, live::letter::act)
        // A whole assembly may sit behind one address.
        .per_hour(ASSEMBLY)
        .watch(Audience::Public, live::letter::watch)
        .get(signed, minutes::show::show)
        .post(signed, minutes::show::act)
        .get(signed, minutes::paper::show)
        .get(signed, minutes::send::form)
        .post(signed, minutes::send::act)
        .get(signed, minutes::persons::form)
        .post(signed, minutes::persons::save)
        .get(signed, minutes::entry::new)
        .post(signed, minutes::entry::add)
        .get(signed, minutes::entry::edit)
        .post(signed, minutes::entry::change)
        .get(signed, minutes::entry::todo)
        .post(signed, minutes::entry::note)
        .get(signed, minutes::object::new)
        .post(signed, minutes::object::add)
        .get(signed, minutes::object::show)
        .post(signed, minutes::object::decide)
        .get(Audience::Public, minutes::link::show)
        .post(Audience::Public, minutes::link::act)
        .get(Audience::Public, minutes::link::file)
        .get(signed, poll::show::show)
        .post(signed, poll::act::act)
        .get(signed, poll::form::edit)
        .post(signed, poll::form::change)
        .get(signed, poll::end::remind_form)
        .post(signed, poll::end::remind)
        .get(signed, poll::end::drop_form)
        .post(signed, poll::end::give_up)
        .get(signed, poll::form::new)
        .post(signed, poll::form::plan)
        .get(Audience::Public, poll::letter::show)
        .post(Audience::Public, poll::letter::act)
        .get(signed, others::list)
        .get(signed, others::new)
        .post(signed, others::add)
        .get(signed, others::edit)
        .post(signed, others::change)
        .get(signed, series::list::show)
        .get(signed, series::form::new)
        .post(signed, series::form::plan)
        .get(signed, series::show::show)
        .post(signed, series::show::act)
        .get(signed, series::form::edit)
        .post(signed, series::form::change)
        .get(signed, calendar::own::show)
        .post(signed, calendar::own::act)
        .get_fresh(Audience::Public, calendar::feed::of_person)
        .get(Audience::Public, calendar::feed::of_network)
        .get_fresh(Audience::Public, body::show)
        .get(signed, meetings::first::form)
        .post(signed, meetings::first::act)
        .get(signed, meetings::form::new)
        .post(signed, meetings::form::plan)
}

/// Whether a meeting is still a matter of those who prepare it: nobody outside the network reads of one that nobody was
/// invited to.
#[must_use]
pub fn hidden(actor: &Actor, meeting: &Meeting) -> bool {
    let (network, body) = (meeting.network.raw(), meeting.body.raw());
    meeting.state == MeetingState::Planned
        && !actor.is_member_of(network)
        && !actor.sits_in(body)
        && !rules::leads(actor, &meeting.scope())
}

/// What somebody answered, in a word.
#[must_use]
pub fn answer_word(t: T, answer: Answer) -> &'static str {
    match answer {
        Answer::None => t.answered_none(),
        Answer::Yes => t.answered_yes(),
        Answer::No => t.answered_no(),
        Answer::Substitute => t.answered_substitute(),
    }
}

/// Text as paragraphs.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}
