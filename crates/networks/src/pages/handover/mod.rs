//! Handing a post over: the form with its preview, the page of a handover, and its letter.

pub mod form;
pub mod next;
pub mod shown;

use std::collections::HashSet;

use db::Conn;
use kernel::{Id, Result};
use people::{Post, Tenure};
use web::{Becomes, Leaving, Passing, Reading, Viewer};

use super::{elsewhere, shared};
use crate::{
    Body, Elsewhere, Seat,
    actions::{Handing, may_hand_over},
    paths::{ElsewhereEdit, HandoverPage, OrganisationPage, PostHandover, SeatPage},
    rules::{self, Fate},
    store::{
        bodies::list_bodies_by_id,
        elsewhere::list_elsewhere,
        handovers::{Beside, handovers_of, list_beside, list_hanging, list_hanging_on},
    },
    words::T,
};

/// What of networks passes, ends or stays when somebody leaves a post: the slice's part of the preview.
///
/// # Errors
/// When the database cannot be read.
pub fn passing(conn: &Conn, viewer: &Viewer, leaving: &Leaving) -> Result<Vec<Passing>> {
    let (t, actor) = (T(viewer.lang), &viewer.actor);
    let leaver = actor.person == Some(leaving.person);
    let (post, person) = (Id::new(leaving.post), Id::new(leaving.person));
    let last = leaving.day.previous();
    let found = list_hanging(conn, actor, post, person, last)?;
    let mut beside = list_beside(conn, actor, post, person, last)?;
    // Each seat stands in one list, however many ways lead to it.
    let mut seen: HashSet<_> = found.iter().map(|h| h.seat.id).collect();
    beside.retain(|(_, seat, _)| seen.insert(seat.id));
    let seats: Vec<_> = seen.iter().copied().collect();
    let mut hanging_on = list_hanging_on(conn, actor, &seats, last)?;
    hanging_on.retain(|(_, seat, _)| seen.insert(seat.id));
    let bodies =
        found.iter().map(|h| &h.body).chain(beside.iter().map(|b| &b.0)).chain(hanging_on.iter().map(|h| &h.0));
    let networks: Vec<Id<Body>> = bodies.filter(|body| !body.is_network()).map(|body| body.network).collect();
    let networks = list_bodies_by_id(conn, actor, &networks)?;
    let place = |body: &Body, seat: &Seat| {
        let seat = shared::seat_title(t, seat.number, seat.label.as_deref(), seat.office);
        match networks.iter().find(|n| n.id == body.network && n.id != body.id) {
            Some(network) => format!("{seat} · {}", network.short()),
            None => seat,
        }
    };
    let mut all: Vec<Passing> = found
        .iter()
        .map(|h| {
            let becomes = match rules::fate(&h.seat, h.by_post, h.through_post) {
                Fate::Passes => Becomes::Passes,
                Fate::Ends => Becomes::Ends,
                Fate::Stays => Becomes::Stays,
            };
            let keeps = rights::allows(actor, rights::Kind::Roster, rights::Action::Edit, &h.body.roster_scope());
            Passing {
                becomes,
                title: h.body.name_in(viewer.lang).to_owned(),
                detail: place(&h.body, &h.seat),
                url: Some(viewer.link(&SeatPage { seat: h.seat.id })),
                quiet: h.body.sensitive,
                number: (becomes == Becomes::Ends).then_some(h.occupancy.raw()),
                decides: becomes == Becomes::Ends && (leaver || keeps),
            }
        })
        .collect();
    let line = |(body, seat): (&Body, &Seat), becomes, detail: String, number| Passing {
        becomes,
        title: body.name_in(viewer.lang).to_owned(),
        detail,
        url: Some(viewer.link(&SeatPage { seat: seat.id })),
        quiet: body.sensitive,
        number,
        decides: false,
    };
    for (body, seat, how) in &beside {
        let (becomes, word) = match how {
            Beside::Voice { by_post: true, .. } => (Becomes::Passes, t.handover_voice_passes()),
            Beside::Voice { of_office: true, .. } => (Becomes::Ends, t.handover_voice()),
            Beside::Voice { .. } => (Becomes::Stays, t.handover_voice_stays()),
            Beside::StandIn { by_post: true } => (Becomes::Passes, t.handover_stands_in_passes()),
            Beside::StandIn { .. } => (Becomes::Stays, t.handover_stands_in_stays()),
        };
        all.push(line((body, seat), becomes, word.to_owned(), None));
    }
    // What hangs on another seat goes where that one goes, and is decided with it.
    let sources: Vec<_> = found.iter().map(|h| h.seat.id).chain(beside.iter().map(|b| b.1.id)).collect();
    let fates: Vec<_> = sources.into_iter().zip(all.iter().map(|p| (p.becomes, p.number))).collect();
    for (body, seat, on) in &hanging_on {
        let fate = fates.iter().find(|(id, _)| id == on).map_or((Becomes::Passes, None), |(_, fate)| *fate);
        let detail = format!("{} · {}", place(body, seat), t.handover_hangs_on());
        all.push(line((body, seat), fate.0, detail, fate.1));
    }
    // What she noted herself is in her own preview and in nobody else's.
    if leaver {
        all.extend(noted(conn, viewer, leaving)?);
    }
    Ok(all)
}

/// Her own seats elsewhere that she holds for the post: they pass or end as she chose there; her private ones stay.
fn noted(conn: &Conn, viewer: &Viewer, leaving: &Leaving) -> Result<Vec<Passing>> {
    let t = T(viewer.lang);
    let mut seats = list_elsewhere(conn, Id::new(leaving.person))?;
    seats.retain(|e| e.noted.term.until > leaving.day && e.noted.term.from < leaving.day);
    let made = |e: &Elsewhere| {
        let (becomes, why) = match e.noted.post {
            Some(post) if post.raw() != leaving.post => return None,
            Some(_) if e.noted.passes => (Becomes::Passes, t.elsewhere_passes_on()),
            Some(_) => (Becomes::Ends, t.elsewhere_ends_with()),
            None => (Becomes::Stays, t.elsewhere_stays()),
        };
        Some(Passing {
            becomes,
            title: e.noted.body.clone(),
            detail: format!("{} · {why}", elsewhere::role_of(t, e)),
            url: Some(viewer.link(&ElsewhereEdit { seat: e.id })),
            quiet: true,
            number: None,
            decides: false,
        })
    };
    Ok(seats.iter().filter_map(made).collect())
}

/// Everything every slice says, in three lists.
pub struct Preview {
    /// Whoever comes next has it.
    pub passes: Vec<Passing>,
    /// Ends with the post, or may.
    pub ends: Vec<Passing>,
    /// Stays hers.
    pub stays: Vec<Passing>,
}

impl Preview {
    /// Asks every slice.
    pub fn load(r: &Reading<'_>, leaving: &Leaving) -> Result<Self> {
        let mut all = Vec::new();
        for ask in r.site.slices().iter().filter_map(|s| s.handover) {
            all.extend(ask(r.conn, r.viewer, leaving)?);
        }
        Ok(Self::of(all))
    }

    /// In three lists.
    pub fn of(all: Vec<Passing>) -> Self {
        let (passes, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|p| p.becomes == Becomes::Passes);
        let (ends, stays) = rest.into_iter().partition(|p| p.becomes == Becomes::Ends);
        Self { passes, ends, stays }
    }
}

/// The way to a post's handover, for whoever may enter one: to the one that waits, else to the form. At most five
/// statements.
///
/// # Errors
/// When the database cannot be read.
pub fn way(r: &Reading<'_>, post: Id<Post>) -> Result<Option<(&'static str, String)>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if v.actor.person.is_none() || v.is_past() {
        return Ok(None);
    }
    let running = running(r, post)?;
    if !running.iter().any(|t| may_hand_over(r.conn, &v.actor, t).is_ok()) {
        return Ok(None);
    }
    let waits = handovers_of(r.conn, post)?.into_iter().find(|h| h.day > v.today);
    Ok(Some(match waits {
        Some(h) => (t.handover_page(), v.link(&HandoverPage { handover: h.id })),
        None => (t.handover_title(), v.link(&PostHandover { post })),
    }))
}

/// Whoever has a post now or later, deputies left out.
fn running(r: &Reading<'_>, post: Id<Post>) -> Result<Vec<Tenure>> {
    let mut all = people::list_tenures_of_post(r.conn, post)?;
    all.retain(|t| t.mode != people::Mode::Deputy && t.term.until > r.viewer.today);
    all.sort_by_key(|t| (t.term.from, t.rank));
    Ok(all)
}

/// The name of a person where the reader may see it anywhere, else the given words.
pub fn name_or(r: &Reading<'_>, person: Id<people::Person>, otherwise: &str) -> Result<String> {
    if r.viewer.actor.person == Some(person.raw()) {
        return Ok(people::find_person(r.conn, person)?.name().full());
    }
    let cards = crate::person_cards(r.conn, &r.viewer.actor, &[person], r.viewer.today)?;
    Ok(cards.first().map_or_else(|| otherwise.to_owned(), |c| c.who.name.full()))
}

pub fn crumbs(r: &Reading<'_>, post: &Post) -> Result<String> {
    let of = people::find_organisation(r.conn, post.organisation)?;
    let there = r.viewer.link(&OrganisationPage { organisation: of.id });
    Ok(shared::crumbs(r, &[(&of.name, there)]))
}

/// Whether the reader hands over as keeper.
fn is_keeper(handing: Handing) -> bool {
    handing == Handing::Keeper
}
