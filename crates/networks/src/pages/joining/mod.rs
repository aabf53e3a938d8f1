//! Joining and leaving, as people see it.

pub mod answer;
pub mod ask;
pub mod confirm;
pub mod leave;
pub mod list;
pub mod review;
pub mod rules;
pub mod show;

use kernel::Result;
use web::Reading;

use super::shared;
use crate::{Body, HandedOver, JoinRequest, JoinState, SeatKind, Vouching, store::bodies, words::T};

/// A request's organisation, as stored or in her own words.
fn organisation(r: &Reading<'_>, request: &JoinRequest) -> Result<String> {
    match request.organisation {
        Some(id) => Ok(people::find_organisation(r.conn, id)?.name),
        None => Ok(request.organisation_name.clone()),
    }
}

/// A body and its network, for the way here and the second row; a body whose page one may not see has neither.
fn network_of(r: &Reading<'_>, body: &Body) -> Result<Body> {
    if body.is_network() { Ok(body.clone()) } else { bodies::find_body(r.conn, &r.viewer.actor, body.network) }
}

fn way(r: &Reading<'_>, body: &Body, network: &Body) -> Result<String> {
    let mut steps = vec![(network.short(), shared::network_link(r, network)?)];
    if !body.is_network() {
        steps.push((body.name_in(r.viewer.lang), shared::body_link(r, &network.slug, body)?));
    }
    Ok(shared::crumbs(r, &steps))
}

const fn vouching_word(t: T, vouching: Vouching) -> &'static str {
    match vouching {
        Vouching::Keeper => t.join_by_keeper(),
        Vouching::TwoMembers => t.join_by_two(),
        Vouching::Mailbox => t.join_by_mailbox(),
        Vouching::Either => t.join_by_either(),
    }
}

const fn seat_word(t: T, kind: SeatKind) -> &'static str {
    match kind {
        SeatKind::Post => t.join_seat_post(),
        SeatKind::Organisation => t.join_seat_organisation(),
        _ => t.join_seat_person(),
    }
}

/// Where a request stands, in a sentence.
fn state_word(r: &Reading<'_>, request: &JoinRequest) -> String {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let last = || request.due_at.map_or(String::new(), |due| i18n::day_medium(lang, due.plus_seconds(-1).day()));
    match (request.state, request.handed_over) {
        (JoinState::Unconfirmed, _) => String::new(),
        (JoinState::Waiting, _) => t.join_state_waiting(last()),
        (JoinState::Objecting, _) => t.join_state_objecting(last()),
        (JoinState::Handed, Some(HandedOver::Unvouched)) => t.join_state_unvouched().to_owned(),
        (JoinState::Handed, Some(HandedOver::Lapsed)) => t.join_state_lapsed().to_owned(),
        (JoinState::Handed, Some(HandedOver::Objection)) => t.join_state_objection().to_owned(),
        (JoinState::Handed, Some(HandedOver::Conflict)) => t.join_state_conflict().to_owned(),
        (JoinState::Handed, _) => t.join_state_handed().to_owned(),
        (JoinState::Admitted, _) => {
            t.join_state_admitted(request.from.map_or(String::new(), |day| i18n::day_medium(lang, day)))
        }
        (JoinState::Refused, _) => t.join_state_refused().to_owned(),
    }
}
