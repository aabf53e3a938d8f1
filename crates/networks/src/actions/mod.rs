//! Verbs of networks. One function is one step of a transaction and leaves one event.
//!
//! Always in this order: what is meant must be visible, else it is not found; then the right; then the rule; then the
//! write; then the event, which holds numbers and stored words only.

mod asking;
mod bodies;
mod checks;
mod consent;
mod corrections;
mod daily;
mod edges;
mod elsewhere;
mod erase;
mod handover;
mod joining;
mod naming;
mod occupy;
mod organisations;
mod posts;
mod projects;
mod seats;
mod sending;
mod standing;
mod steps;
mod topics;

pub use asking::{find_asked, reached, tell_asked};
pub use bodies::{Founded, add_body, edit_body, end_body, found_network, may_found, rename_body, set_formal};
pub use checks::{
    By, Checked, answer_check, answer_found, checked_value, decide_change, find_asked_address, find_checked,
    find_own_check, remind_of_check, set_yearly_check, settle_address, start_check, start_yearly_checks, write_checks,
    write_reminders,
};
pub use consent::{give_consent, withdraw_consent};
pub use corrections::{correct, is_undoable, stands, undo_correction};
pub use daily::{cleanup, look_after_handovers};
pub use edges::{connect, disconnect};
pub use elsewhere::{
    answer_offer, edit_elsewhere, find_own_elsewhere, forget_elsewhere, hide_elsewhere, note_elsewhere,
    offered_elsewhere, posts_held,
};
pub use erase::{erase, left_alone, own_requests};
pub use handover::{Handing, complete_handover, hand_over, may_hand_over, name_successor, take_back_handover};
pub use joining::{
    ADDRESS, ANSWERS, ANSWERS_KEY, Asked, Coded, Confirmed, LeftOpen, Pending, Sent, Stance, admit, ask_members,
    ask_to_join, confirm_by_code, confirm_request, counted, find_by_letter, find_by_token, find_pending, forget,
    leave_member, left_open, mail_key, object, refuse_request, review_leaving, save_join_rule, settle_request, stance,
    stay_member, steward, takes_requests, vouch, withdraw_request,
};
pub use naming::{correct_body_name, correct_name, may_correct_name};
pub use occupy::{fill_seat, may_pick};
pub use organisations::{Share, divide_organisation, keeps_organisation};
pub use posts::{appoint, end_tenure, keeps_post};
pub use projects::{close_project, draft_report, save_partners, save_project};
pub use seats::{add_seat, add_seats, end_seat};
pub use sending::{bind_sent, confirm_sent, end_sent, may_send, rest_sent, send, take_back_sent};
pub use standing::{end_representative, end_substitute, name_representative, name_substitute};
pub use steps::{accept, confirm, end_occupancy, is_hers, leave, reason_fits, refuse, resume, suspend};
pub use topics::{add_topic, known_topics, set_own_topics, set_topics};

use kernel::{Actor, Event, Id, Result, Subject};
use rights::{Action, Kind};

use crate::{Body, Occupancy, Occupant, Seat};

/// Whether the actor keeps the membership of that body.
fn keeps(by: &Actor, body: &Body) -> Result<()> {
    rights::require(by, Kind::Roster, Action::Edit, &body.roster_scope())
}

fn body_event(verb: &'static str, body: &Body, by: &Actor) -> Event {
    Event::new(verb, Subject::new("body", body.id.raw())).by(by.person).within(body.scope())
}

fn seat_event(verb: &'static str, seat: Id<Seat>, body: &Body, by: &Actor) -> Event {
    Event::new(verb, Subject::new("seat", seat.raw()))
        .by(by.person)
        .within(body.roster_scope())
        .touching(Subject::new("body", body.id.raw()))
}

/// An event of a seat that touches whoever occupies it.
fn occupant_event(verb: &'static str, row: &Occupancy, body: &Body, by: &Actor) -> Event {
    let event = seat_event(verb, row.seat, body, by);
    match row.occupant {
        Occupant::Post(id) => event.touching(Subject::new("post", id.raw())),
        Occupant::Organisation(id) => event.touching(Subject::new("organisation", id.raw())),
        Occupant::Person { id, .. } => event.touching(Subject::new("person", id.raw())),
        Occupant::Seat(id) => event.touching(Subject::new("seat", id.raw())),
    }
}
