//! P10: a network. The same page for everybody; the public sees what every visitor may, members see more.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use kernel::{Id, Level, Office, Result, Voice};
use rights::{Action, Kind};
use web::{Answer, Page, Reading};

use super::{
    boxes::size_of,
    drawing::{Wish, network_picture},
    list::role,
    news::{News, news},
    regions::region_map,
    shared::{
        Face, Pill, Tab, body_kind_word, body_link, crumbs, day_form, face, is_member, is_open, network, not_then,
        office_word, seat_title, sees_roster, shown, slug, soft, state_pill, sub,
    },
    world::{By, Sitters, World, ends, speaks},
};
use crate::{
    Body, BodyKind, Seat, SeatKind,
    paths::{BodyList, JoinList, JoinPage, NetworkPage, PersonList, PicturePage, SeatPage},
    rules::{Place, SeatState},
    store::{
        overview::{HeldSeat, list_held_among},
        topics::list_topics_of,
    },
    words::T,
};

/// The most rows of a short list.
const FEW: usize = 8;

#[derive(Template)]
#[template(path = "network.html")]
struct View {
    t: T,
    crumbs: String,
    name: String,
    lead: String,
    mail: Option<String>,
    role: Option<String>,
    day_form: String,
    facts: Vec<(String, i64)>,
    picture: Option<String>,
    intro: &'static str,
    large: String,
    map: Option<Arc<str>>,
    map_note: String,
    voices: Vec<Voices>,
    open: Vec<OpenBody>,
    join: Option<String>,
    asking: Option<String>,
    topics: Vec<String>,
    sensitive: bool,
    inside: Option<Inside>,
    shown: Vec<web::Shown>,
}

/// Who speaks, or the office without a name.
struct Voices {
    face: Option<Face>,
    role: String,
    place: String,
    term: String,
    href: String,
}

struct OpenBody {
    name: String,
    href: String,
    detail: String,
}

/// What only members see.
struct Inside {
    news: Vec<News>,
    ending: Vec<Ending>,
    more: usize,
    all: String,
    ask: Vec<Voices>,
    persons: String,
    bodies: Vec<OpenBody>,
}

struct Ending {
    title: String,
    href: String,
    body: String,
    pill: Option<Pill>,
}

/// Shows a network.
///
/// # Errors
/// [`kernel::Error::NotFound`] when the reader may not know of it.
pub fn show(r: &Reading<'_>, p: NetworkPage) -> Result<Answer> {
    let found = network(r, &p.network)?;
    if !found.term.contains(r.viewer.stand) {
        return not_then(r, &found, &found.clone(), Tab::Overview);
    }
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let world = World::load(r, found)?;
    let network = &world.network;
    let ours = |s: &&HeldSeat| world.body(s.body).is_some_and(|b| b.kind != BodyKind::Outside);
    let offices: Vec<&HeldSeat> = world.seats().filter(|s| s.office.is_some()).filter(ours).collect();
    let sitters = if offices.is_empty() { None } else { Some(Sitters::of_world(r, &offices)?) };
    let voices = office_cards(r, &world, sitters.as_ref(), |o, _| speaks(o))?;
    let picture = network_picture(r, &world, &Wish { id: "aufbau", linked: false, focus: None })?;
    let map = region_map(r, &world, "karte")?;
    let map_note = map.as_ref().filter(|m| m.elsewhere > 0).map_or(String::new(), |m| t.map_elsewhere(m.elsewhere));
    let topics = if is_open(r, network) { list_topics_of(r.conn, &r.viewer.actor, &[network.id])? } else { Vec::new() };
    // What is new and whom one asks is of today.
    let inside =
        if is_member(r, network) && !r.viewer.is_past() { Some(inside(r, &world, sitters.as_ref())?) } else { None };
    let view = View {
        t,
        crumbs: crumbs(r, &[]),
        name: soft(network.name_in(lang)),
        lead: network.purpose_in(lang).to_owned(),
        mail: network.mail.clone(),
        role: role(r, network),
        day_form: if is_open(r, network) { day_form(r, &[]) } else { String::new() },
        facts: facts(r, &world),
        picture,
        intro: if network.formal { t.structure_intro() } else { t.structure_intro_informal() },
        large: r.viewer.link_then(&PicturePage { network: p.network.clone() }),
        map: map.map(|m| m.figure),
        map_note,
        voices,
        open: open_bodies(r, &world)?,
        join: if network.join_page && !r.viewer.is_past() && !is_member(r, network) {
            Some(r.viewer.link(&JoinPage { network: p.network.clone() }))
        } else {
            None
        },
        asking: (is_member(r, network) && !r.viewer.is_past()).then(|| r.viewer.link(&JoinList { body: network.id })),
        topics: topics
            .into_iter()
            .map(|(_, topic)| if lang == kernel::Lang::De { topic.name } else { topic.name_en })
            .collect(),
        sensitive: network.sensitive && !sees_roster(r, network),
        inside,
        // What others have is of today.
        shown: if r.viewer.is_past() { Vec::new() } else { shown(r, network)? },
    };
    let title = network.name_in(lang);
    let mut page = Page::new(title).nav("networks").sub(sub(r, network, Tab::Overview)?).dated();
    if network.level == Level::Public {
        page = page.indexed(if view.lead.is_empty() { title.to_owned() } else { view.lead.clone() });
    }
    r.page(page, &view)
}

/// The numbers beside the name: only what this reader may see, and nothing that would be zero.
fn facts(r: &Reading<'_>, world: &World) -> Vec<(String, i64)> {
    let t = T(r.viewer.lang);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let members = world.members();
    let organisations = members > 0 && world.members_of(world.network.id).all(|s| s.kind == SeatKind::Organisation);
    let mut facts = vec![(
        if organisations { t.fact_organisations(members) } else { t.fact_members(members) }.to_owned(),
        count(members),
    )];
    let districts: HashSet<&str> = world
        .members_of(world.network.id)
        .filter_map(|s| {
            let ags = s.territory()?.0.as_deref()?;
            if s.stands_for.is_some() { Some(ags) } else { ags.get(..5) }
        })
        .collect();
    if matches!(world.groups(r.viewer.lang).0, By::District | By::Region)
        && world.network.reach != crate::Reach::Federal
    {
        facts.push((t.fact_districts(districts.len()).to_owned(), count(districts.len())));
    }
    let outside = world.outside().flat_map(|b| world.seats_of(b.id)).filter(|s| s.voice != Voice::Guest).count();
    facts.push((t.fact_outside(outside).to_owned(), count(outside)));
    let bodies = world.inner().count();
    facts.push((t.fact_bodies(bodies).to_owned(), count(bodies)));
    facts.retain(|(_, n)| *n > 0);
    facts
}

/// The holders of offices that `wanted` picks, in the order of protocol, the network before its bodies.
fn office_cards(
    r: &Reading<'_>,
    world: &World,
    sitters: Option<&Sitters<'_>>,
    wanted: impl Fn(Office, &Body) -> bool,
) -> Result<Vec<Voices>> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let Some(sitters) = sitters else { return Ok(Vec::new()) };
    let mut found: Vec<(bool, Office, &HeldSeat, &Body)> = world
        .seats()
        .filter_map(|s| {
            let (office, body) = (s.office?, world.body(s.body)?);
            (body.kind != BodyKind::Outside && wanted(office, body)).then_some((body.is_network(), office, s, body))
        })
        .collect();
    found.sort_by_key(|(network, office, seat, _)| (!network, *office, seat.number));
    let vacant = if r.viewer.is_past() { t.state_vacant() } else { t.speaks_empty_seat() };
    let mut cards = Vec::new();
    for (is_network, office, seat, body) in found {
        let place = Place::from(body);
        let title = seat.label.clone().unwrap_or_else(|| office_word(t, office).to_owned());
        let role = if is_network { title } else { format!("{title} · {}", soft(body.name_in(lang))) };
        let href = r.viewer.link_then(&SeatPage { seat: seat.id });
        let organisation =
            seat.held.as_ref().and_then(|h| h.organisation.as_ref()).map_or(String::new(), |(_, name, _)| name.clone());
        let term = seat.held.as_ref().map_or(String::new(), |h| match h.term_end {
            Some(end) if end > world.day && seat.kind == SeatKind::Elected => {
                t.elected_until(i18n::month_year(lang, end.previous()))
            }
            Some(end) if end > world.day => t.until_when(i18n::month_year(lang, end.previous())),
            Some(_) => t.state_carries().to_owned(),
            None => t.since_when(super::shared::since_text(lang, h.from, h.grain)),
        });
        let here: Vec<_> = sitters.of(seat.id).iter().filter(|s| s.capacity.fills()).collect();
        if here.is_empty() {
            cards.push(Voices { face: None, role, place: String::new(), term: vacant.to_owned(), href });
            continue;
        }
        for sitter in here {
            let who = sitters.who(sitter, &place);
            // Where somebody comes from would tell who she is.
            let from = if who.is_some() { organisation.clone() } else { String::new() };
            let face = face(r, who.as_ref(), body.sensitive && is_member(r, &world.network));
            cards.push(Voices {
                face: Some(face),
                role: role.clone(),
                place: from,
                term: term.clone(),
                href: href.clone(),
            });
        }
    }
    Ok(cards)
}

fn open_bodies(r: &Reading<'_>, world: &World) -> Result<Vec<OpenBody>> {
    let t = T(r.viewer.lang);
    let row = |b: &Body| -> Result<OpenBody> {
        let rhythm = b.rhythm.as_ref().map_or(String::new(), |when| format!(" · {when}"));
        Ok(OpenBody {
            name: b.name_in(r.viewer.lang).to_owned(),
            href: body_link(r, &world.network.slug, b)?,
            detail: format!("{}{rhythm}", t.join_open()),
        })
    };
    world.inner().filter(|b| b.open_to_non_members).map(row).collect()
}

fn inside(r: &Reading<'_>, world: &World, sitters: Option<&Sitters<'_>>) -> Result<Inside> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut near: Vec<(SeatState, &HeldSeat, &Body)> = world
        .seats()
        .filter(|s| s.voice != Voice::Guest)
        .filter_map(|s| Some((world.state(s), s, world.body(s.body)?)))
        .filter(|(state, _, _)| matches!(state, SeatState::Vacant | SeatState::EndsSoon | SeatState::CarriesOver))
        .collect();
    near.sort_by_key(|(state, seat, body)| (*state, body.is_network(), ends(seat), seat.number));
    let more = near.len().saturating_sub(FEW);
    near.truncate(FEW);
    // Which organisation a seat of another body is of is read for the few that are shown.
    let others: Vec<Id<Seat>> = near.iter().filter(|(_, _, b)| !b.is_network()).map(|(_, s, _)| s.id).collect();
    let whole = list_held_among(r.conn, &r.viewer.actor, &others, r.viewer.stand)?;
    let ending = near.into_iter().map(|(state, seat, body)| {
        let number = seat_title(t, seat.number, seat.label.as_deref(), seat.office);
        let seat = whole.iter().find(|s| s.id == seat.id && !(s.is_personal() && body.sensitive)).unwrap_or(seat);
        let organisation =
            seat.held.as_ref().and_then(|h| h.organisation.as_ref()).filter(|_| seat.kind != SeatKind::Elected);
        Ending {
            title: organisation.map_or(number, |(_, name, _)| name.clone()),
            href: r.viewer.link_then(&SeatPage { seat: seat.id }),
            body: body.name_in(lang).to_owned(),
            pill: state_pill(lang, state, ends(seat), world.day),
        }
    });
    let ending: Vec<Ending> = ending.collect();
    let body = |b: &Body| -> Result<OpenBody> {
        let parts = [body_kind_word(t, b.kind).to_owned(), size_of(t, world, b), b.rhythm.clone().unwrap_or_default()];
        let detail: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        Ok(OpenBody {
            name: b.name_in(lang).to_owned(),
            href: body_link(r, &world.network.slug, b)?,
            detail: detail.join(" · "),
        })
    };
    let rhythm = world.network.rhythm.iter().map(|when| OpenBody {
        name: world.network.name_in(lang).to_owned(),
        href: String::new(),
        detail: when.clone(),
    });
    let mut bodies: Vec<OpenBody> = rhythm.collect();
    for b in world.inner() {
        bodies.push(body(b)?);
    }
    let keeps = |o: Office, b: &Body| b.is_network() && matches!(o, Office::NetworkAdmin | Office::Secretariat);
    Ok(Inside {
        news: news(r, world.network.id)?,
        ending,
        more,
        all: r.viewer.link_then(&BodyList { network: slug(&world.network.slug)? }),
        ask: office_cards(r, world, sitters, keeps)?,
        persons: r.viewer.link(&PersonList { network: slug(&world.network.slug)? }),
        bodies,
    })
}

/// Whether the reader may change what a body says of itself.
pub fn may_edit(r: &Reading<'_>, body: &Body) -> bool {
    !r.viewer.is_past() && rights::allows(&r.viewer.actor, Kind::Body, Action::Edit, &body.scope())
}
