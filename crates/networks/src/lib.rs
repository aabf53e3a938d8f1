//! Networks and their bodies as a typed, dated graph; seats, and who occupies them; topics; consent.
//!
//! Being a member of a network is holding a seat in the network's own body. Who sits somewhere on a day is derived
//! from seats, occupancies, tenures and representatives, never copied. Reads take the reader and give only what she
//! may see: rosters by the body's level, names by [`names`]. They take the day as well, so that a view of an earlier
//! day moves facts and nothing else: rights and consent are those of now.

mod actions;
mod intake;
mod kinds;
mod letters;
mod model;
pub mod names;
mod own;
mod pages;
pub mod paths;
mod reads;
pub mod rules;
pub mod shell;
mod slice;
mod store;
mod told;
mod views;
mod words;

pub use actions::divide_organisation;
pub use actions::{
    ADDRESS, ANSWERS, ANSWERS_KEY, Asked, Confirmed, Founded, Handing, Sent, Stance, accept, add_body, add_seat,
    add_seats, add_topic, admit, answer_check, answer_offer, appoint, ask_members, ask_to_join, close_project, confirm,
    confirm_request, connect, decide_change, disconnect, draft_report, edit_body, edit_elsewhere, end_body,
    end_occupancy, end_representative, end_seat, end_substitute, end_tenure, fill_seat, forget_elsewhere,
    found_network, give_consent, hand_over, known_topics, leave, leave_member, may_found, may_hand_over, may_pick,
    name_representative, name_substitute, note_elsewhere, object, refuse, refuse_request, remind_of_check, rename_body,
    resume, review_leaving, save_join_rule, save_partners, save_project, set_formal, set_own_topics, set_topics,
    set_yearly_check, start_check, stay_member, suspend, take_back_handover, vouch, withdraw_consent, write_checks,
};
pub use actions::{bind_sent, confirm_sent, end_sent, may_send, rest_sent, send, take_back_sent};
pub use actions::{correct, undo_correction};
pub use model::{
    Audience, Basis, Body, BodyForm, BodyKind, Change, ChangeKind, CheckLink, Consent, DataCheck, Deputed, Edge,
    EdgeKind, Eligibility, Elsewhere, ElsewhereKind, EndReason, Field, Fraction, HandedOver, Handover, HandoverState,
    JoinRequest, JoinRule, JoinState, Leaving, Mandate, NewBody, NewChange, NewEdge, NewElsewhere, NewHandover,
    NewJoinRequest, NewNetwork, NewOccupancy, NewPartner, NewRepresentative, NewSeat, NewSubstitute, Objection,
    Occupancy, Occupant, OwnContact, Partner, PartnerName, Project, Reach, Report, Representative, Seat, SeatKind,
    Share, Status, Substitute, Topic, Vouch, Vouching,
};
pub use model::{Corrected, CorrectedField, Correction, Right};
pub use names::{Contact, Names, Who};
pub use pages::land;
pub use pages::wording::{capacity_in, reach_in, role_alone};
pub use reads::{
    Care, Invitee, JoinTask, JoinWaiting, PersonCard, ProjectDue, Reached, SOON_MONTHS, SeatPage, Voter, Waiting,
    asked, care, chain, checks_of, checks_waiting, counts, delegations, elsewhere_of, ends_soon, hats, invitees,
    joining_for, lands, members, open_bodies, organisation_page, organisations, own_consents, person_cards,
    person_page, persons_at, projects_due, reach_persons, represented, roster, seat_history, seat_page, soon_after,
    vacancies, visible_organisations, voters, voters_on,
};
pub use rules::{Place, SeatState};
pub use slice::slice;
pub use store::{
    bodies::{
        body_for_program, find_body, find_body_of, find_body_of_roster, find_network, former_names, list_bodies,
        list_bodies_by_id, list_networks, quiet_bodies, short_names,
    },
    care::list_without_handover,
    directory::NetworkMark,
    edges::{find_edge, list_edges, list_edges_between_networks},
    handovers::{find_handover, handovers_from, handovers_of},
    occupancies::find_occupancy,
    overview::count_members,
    seats::find_seat,
    topics::{list_topics, list_topics_of},
};
pub use views::{
    Capacity, Counts, Delegation, Dependent, Depends, Hat, Holding, Link, MemberOrganisation, OrganisationPage,
    OrganisationRef, Period, PersonPage, PostHeld, PostOf, PostRef, Role, Roster, RosterSeat, SeatIn, Sitter,
};
