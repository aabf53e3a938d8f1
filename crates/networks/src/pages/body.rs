//! The bodies of a network, and P12: one of them with its seats and terms.

use askama::Template;
use kernel::{Id, Lang, Level, Result, Voice};
use people::PostTitles;
use web::{Answer, Page, Reading};

use super::{
    boxes::size_of,
    exports,
    network::may_edit,
    projects,
    shared::{
        self, Face, Pill, Tab, body_kind_word, body_link, capacity_word, crumbs, day_form, face, is_open, keeps,
        locked_at, network, network_link, not_then, seat_kind_word, seat_title, seat_titles, sees_roster, since_text,
        slug, soft, state_pill, sub, voice_word,
    },
    timeline::timeline,
    world::{Sitters, World, ends, rename, state_on},
};
use crate::{
    Body, BodyKind, EdgeKind, Names, SeatKind,
    names::Who,
    paths::{BodyEdit, BodyJoin, BodyKeep, BodyList, BodyPage, JoinList, OrganisationPage, SeatPage},
    rules::{Place, SeatState},
    store::{
        bodies::{find_body_of, list_bodies_by_id},
        overview::{BodyRef, HeldSeat, Joint, Wanted, list_held, list_joints, list_sent, list_stands},
        projects::list_closed,
        topics::list_topics_of,
    },
    words::T,
};

/// A word and its values, each with a link or without.
type Fact = (&'static str, Vec<(String, String)>);

#[derive(Template)]
#[template(path = "bodies.html")]
struct ListView {
    t: T,
    crumbs: String,
    title: String,
    day_form: String,
    groups: Vec<(&'static str, &'static str, Vec<Line>)>,
    files: Vec<(&'static str, String)>,
}

struct Line {
    name: String,
    href: String,
    purpose: String,
    facts: Vec<String>,
    open: bool,
    icon: &'static str,
}

/// Shows every body of a network the reader may see.
///
/// # Errors
/// [`kernel::Error::NotFound`] when she may not know of the network or its bodies.
pub fn list(r: &Reading<'_>, p: BodyList) -> Result<Answer> {
    let found = network(r, &p.network)?;
    if !is_open(r, &found) {
        return Err(kernel::Error::NotFound);
    }
    if !found.term.contains(r.viewer.stand) {
        return not_then(r, &found, &found.clone(), Tab::Bodies);
    }
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let world = World::load(r, found)?;
    let line = |b: &Body| -> Result<Line> {
        let facts = [body_kind_word(t, b.kind).to_owned(), size_of(t, &world, b), b.rhythm.clone().unwrap_or_default()];
        Ok(Line {
            name: soft(b.name_in(lang)),
            href: body_link(r, &world.network.slug, b)?,
            purpose: b.purpose_in(lang).to_owned(),
            facts: facts.into_iter().filter(|f| !f.is_empty()).collect(),
            open: b.open_to_non_members,
            icon: if b.kind == BodyKind::Outside { "transfer" } else { "seat" },
        })
    };
    let own = world.inner().map(line).collect::<Result<Vec<_>>>()?;
    let outside = world.outside().map(line).collect::<Result<Vec<_>>>()?;
    let mut groups = vec![("eigene", t.bodies_own(), own), ("andere", t.bodies_outside(), outside)];
    let closed = list_closed(r.conn, &r.viewer.actor, world.network.id, r.viewer.stand)?;
    groups.push((
        "abgeschlossen",
        t.bodies_closed(),
        closed.iter().map(|b| closed_line(r, &world.network, b)).collect::<Result<_>>()?,
    ));
    groups.retain(|(_, _, lines)| !lines.is_empty());
    let name = world.network.name_in(lang);
    let title = t.bodies_page_title(name);
    let mut page = Page::new(&title).nav("networks").sub(sub(r, &world.network, Tab::Bodies)?).dated();
    if world.network.level == Level::Public {
        page = page.indexed(t.bodies_description(name));
    }
    let crumbs = crumbs(r, &[(name, network_link(r, &world.network)?)]);
    let files = if groups.is_empty() { Vec::new() } else { exports::links(r, &world.network, "gremien")? };
    r.page(page, &ListView { t, crumbs, title: soft(&title), day_form: day_form(r, &[]), groups, files })
}

/// A project group that is over, by its last day.
fn closed_line(r: &Reading<'_>, network: &Body, body: &Body) -> Result<Line> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    Ok(Line {
        name: soft(body.name_in(lang)),
        href: r.viewer.link(&BodyPage { network: slug(&network.slug)?, body: slug(&body.slug)? }),
        purpose: body.purpose_in(lang).to_owned(),
        facts: vec![
            body_kind_word(t, body.kind).to_owned(),
            t.project_closed(i18n::day_medium(lang, body.term.until.previous())),
        ],
        open: false,
        icon: "check",
    })
}

#[derive(Template)]
#[template(path = "body.html")]
struct View {
    t: T,
    crumbs: String,
    name: String,
    purpose: String,
    mail: Option<String>,
    manage: Option<String>,
    join: Option<String>,
    asking: Option<String>,
    edit: Option<String>,
    views: Vec<web::View>,
    shown: Vec<web::Shown>,
    day_form: String,
    facts: Vec<(&'static str, Vec<(String, String)>)>,
    project: Option<String>,
    locked: Option<String>,
    seats: Vec<Row>,
    advising: Vec<Row>,
    terms: Option<String>,
    stands: Vec<StandRow>,
    sent: Vec<Row>,
    files: Vec<(&'static str, String)>,
}

struct Row {
    seat: String,
    href: String,
    /// Where it is, in the list of seats sent into.
    place: Option<String>,
    /// Who sits there, each with a word for the way.
    who: Vec<(Face, Option<&'static str>)>,
    /// The post or organisation that holds the seat.
    of: Option<(String, String)>,
    kind: String,
    voice: &'static str,
    since: String,
    until: String,
    pill: Option<Pill>,
    filled: bool,
}

struct StandRow {
    who: String,
    what: &'static str,
    of: String,
}

/// Shows one body.
///
/// # Errors
/// [`kernel::Error::NotFound`] when the reader may not know of it.
pub fn show(r: &Reading<'_>, p: BodyPage) -> Result<Answer> {
    let network = network(r, &p.network)?;
    let mut body = find_body_of(r.conn, &r.viewer.actor, network.id, p.body.as_str())?;
    // Bodies of a sensitive network are known only to who may see who sits there.
    if body.sensitive && !sees_roster(r, &body) {
        return Err(kernel::Error::NotFound);
    }
    let (t, lang, actor, stand) = (T(r.viewer.lang), r.viewer.lang, &r.viewer.actor, r.viewer.stand);
    if !body.term.contains(stand) {
        return match projects::shown::over(r, &network, &body)? {
            Some(page) => Ok(page),
            None => not_then(r, &network, &body, Tab::Bodies),
        };
    }
    if r.viewer.is_past() {
        rename(r, vec![&mut body])?;
    }
    let open = sees_roster(r, &body);
    let seats = if open { list_held(r.conn, actor, body.id, stand)? } else { Vec::new() };
    let sent = list_sent(r.conn, actor, body.id, stand)?;
    let joints = list_joints(r.conn, actor, &[body.id], stand)?;
    let around = list_bodies_by_id(r.conn, actor, &others(&body, &seats, &sent))?;
    let mut ids: Vec<Id<Body>> = sent.iter().map(|s| s.body).chain([body.id]).collect();
    ids.sort_unstable();
    ids.dedup();
    let sitters =
        if seats.is_empty() && sent.is_empty() { None } else { Some(Sitters::load(r, Wanted::Bodies(&ids))?) };
    let made =
        Made { r, t, network: &network, body: &body, joints: &joints, around: &around, sitters: sitters.as_ref() };
    let mut rows: Vec<(bool, Row)> = Vec::new();
    let mut ordered: Vec<&HeldSeat> = seats.iter().collect();
    ordered.sort_by_key(|s| (s.office.is_none(), s.office, s.number));
    let titles = seat_titles(t, &ordered);
    for seat in ordered {
        let title = titles.get(&seat.id).cloned().unwrap_or_default();
        rows.push((
            matches!(seat.voice, Voice::Advisory | Voice::Observer | Voice::Guest),
            made.row(seat, &body, title, false),
        ));
    }
    // Where everybody only advises, as in bodies of others, that is no reason for a table of its own.
    let apart = rows.iter().any(|(advises, _)| !advises);
    let (advising, seats_rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(advises, _)| apart && *advises);
    let sent_row = |s: &HeldSeat| {
        let far = around.iter().find(|b| b.id == s.body)?;
        let mut row = made.row(s, far, seat_title(t, s.number, s.label.as_deref(), s.office), true);
        let delegated = open && s.kind == SeatKind::Delegated;
        if delegated && sitters.as_ref().is_some_and(|all| all.is_broken(s, seats.iter())) {
            row.pill = Some(Pill::new("w1", "transfer", t.chain_broken()));
        }
        Some(row)
    };
    let sent_rows = sent.iter().filter_map(sent_row).collect();
    let all: Vec<&HeldSeat> = seats.iter().collect();
    let terms = if open { timeline(r, &body, &all, "zeit")? } else { None };
    let topics = list_topics_of(r.conn, actor, &[body.id])?;
    let topics: Vec<String> =
        topics.into_iter().map(|(_, x)| if lang == Lang::De { x.name } else { x.name_en }).collect();
    let name = body.name_in(lang);
    let view = View {
        t,
        crumbs: crumbs(
            r,
            &[
                (network.name_in(lang), network_link(r, &network)?),
                (t.bodies_title(), r.viewer.link_then(&BodyList { network: p.network.clone() })),
            ],
        ),
        name: soft(name),
        purpose: body.purpose_in(lang).to_owned(),
        mail: body.mail.clone(),
        manage: keeps(r, &body).then(|| r.viewer.link(&BodyKeep { body: body.id })),
        join: if body.open_to_non_members && !r.viewer.is_past() && !r.viewer.actor.sits_in(body.id.raw()) {
            Some(r.viewer.link(&BodyJoin { network: p.network.clone(), body: p.body.clone() }))
        } else {
            None
        },
        asking: (body.open_to_non_members && may_edit(r, &body)).then(|| r.viewer.link(&JoinList { body: body.id })),
        views: if r.viewer.is_past() { Vec::new() } else { shared::views(r, &body)? },
        shown: if r.viewer.is_past() { Vec::new() } else { shared::shown(r, &body)? },
        edit: may_edit(r, &body).then(|| r.viewer.link(&BodyEdit { body: body.id })),
        day_form: day_form(r, &[]),
        facts: made.facts(&seats, topics)?,
        project: projects::shown::section(r, &body)?,
        locked: (!open).then(|| locked_at(r, &network, 3)),
        seats: seats_rows.into_iter().map(|(_, row)| row).collect(),
        advising: advising.into_iter().map(|(_, row)| row).collect(),
        terms: terms.map(|p| p.figure("", t.picture_as_table())),
        stands: if open { made.stands(&seats)? } else { Vec::new() },
        sent: sent_rows,
        files: exports::seat_links(r, &body)?,
    };
    let mut page =
        Page::new(format!("{name} – {}", network.short())).nav("networks").sub(sub(r, &network, Tab::Bodies)?).dated();
    if body.level == Level::Public && network.level == Level::Public {
        page = page.indexed(if view.purpose.is_empty() {
            t.body_description(name, network.name_in(lang))
        } else {
            view.purpose.clone()
        });
    }
    r.page(page, &view)
}

/// The other bodies the page names: who sends or elects, and where is sent into.
fn others(body: &Body, seats: &[HeldSeat], sent: &[HeldSeat]) -> Vec<Id<Body>> {
    let mut ids: Vec<Id<Body>> =
        seats.iter().filter_map(|s| s.source).chain(sent.iter().map(|s| s.body)).filter(|id| *id != body.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

struct Made<'a> {
    r: &'a Reading<'a>,
    t: T,
    network: &'a Body,
    body: &'a Body,
    joints: &'a [Joint],
    around: &'a [Body],
    sitters: Option<&'a Sitters<'a>>,
}

impl Made<'_> {
    fn row(&self, seat: &HeldSeat, body: &Body, title: String, elsewhere: bool) -> Row {
        let (t, r, lang, day) = (self.t, self.r, self.r.viewer.lang, self.r.viewer.stand);
        let place = Place::from(body);
        let sitting = self.sitters.map_or(&[][..], |s| s.of(seat.id));
        // Who is away is told to those of the body only.
        let of_body = r.viewer.actor.is_member_of(body.network.raw()) || r.viewer.actor.sits_in(body.id.raw());
        let mut form = people::TitleForm::Neutral;
        let mut who = Vec::new();
        for sitter in sitting {
            let known: Option<Who> = self.sitters.and_then(|s| s.who(sitter, &place));
            if let Some(known) = known.as_ref().filter(|_| sitter.capacity.fills()) {
                form = known.form;
            }
            let word = if sitter.absent && of_body { Some(t.absent()) } else { capacity_word(t, sitter.capacity) };
            if known.is_some() || sitter.capacity.fills() {
                who.push((face(r, known.as_ref(), body.sensitive && of_body), word));
            }
        }
        let held = seat.held.as_ref();
        let state = state_on(seat, day);
        let source = seat.source.and_then(|id| self.around.iter().find(|b| b.id == id)).map(|b| b.name_in(lang));
        let of = seat
            .stands_for
            .as_ref()
            .map(|(_, name)| name.as_str())
            .filter(|_| seat.kind == SeatKind::Territory)
            .or(source);
        Row {
            seat: title,
            href: r.viewer.link_then(&SeatPage { seat: seat.id }),
            place: elsewhere.then(|| body.name_in(lang).to_owned()),
            who,
            of: held.and_then(|h| {
                belongs(
                    r,
                    h.organisation.as_ref(),
                    h.post.as_ref().filter(|_| h.by_post).map(|(_, titles)| titles),
                    form,
                    h.by_post || h.by_organisation,
                )
            }),
            kind: seat_kind_word(t, seat.kind, of),
            // Informal circles do not speak of votes; an office says itself what it is.
            voice: match seat.voice {
                Voice::Office => "",
                Voice::Voting if !body.formal && !self.network.formal => "",
                voice => voice_word(t, voice),
            },
            since: held.map_or(String::new(), |h| since_text(lang, h.from, h.grain)),
            until: held.map_or(String::new(), |_| until_text(t, lang, seat)),
            pill: if seat.kind == SeatKind::Organisation && seat.occupied && who_is_missing(sitting) {
                Some(Pill::new("vacant", "person", t.state_unrepresented()))
            } else {
                state_pill(lang, state, ends(seat), day)
            },
            filled: state != SeatState::Vacant,
        }
    }

    fn link_to(&self, b: &BodyRef) -> Result<String> {
        let network = slug(&b.network_slug)?;
        let v = self.r.viewer;
        Ok(if b.is_network() {
            v.link_then(&crate::paths::NetworkPage { network })
        } else {
            v.link_then(&BodyPage { network, body: slug(&b.slug)? })
        })
    }

    /// The pairs beside the name; each value with a link or without.
    fn facts(&self, seats: &[HeldSeat], topics: Vec<String>) -> Result<Vec<Fact>> {
        let (t, lang, body) = (self.t, self.r.viewer.lang, self.body);
        let plain = |text: String| vec![(text, String::new())];
        let mut facts = vec![
            (t.body_kind(), plain(body_kind_word(t, body.kind).to_owned())),
            (t.body_network(), vec![(self.network.name_in(lang).to_owned(), network_link(self.r, self.network)?)]),
        ];
        let ends = |wanted: EdgeKind, outward: bool| -> Result<Vec<(String, String)>> {
            let far =
                self.joints.iter().filter(|j| j.kind == wanted).filter_map(|j| match (j.from.id == body.id, outward) {
                    (true, true) => Some(&j.to),
                    (false, false) => Some(&j.from),
                    _ => None,
                });
            far.map(|b| Ok((b.name_in(lang).to_owned(), self.link_to(b)?))).collect()
        };
        let both = |wanted: EdgeKind| -> Result<Vec<(String, String)>> {
            Ok(ends(wanted, true)?.into_iter().chain(ends(wanted, false)?).collect())
        };
        let above = ends(EdgeKind::OrganOf, true)?;
        if self.joints.iter().any(|j| j.kind == EdgeKind::OrganOf && j.to.id == self.network.id) {
            // That it is an organ of the network says already which network it is of.
            facts.pop();
        }
        facts.push((t.body_organ_of(), above));
        facts.push((t.body_elected_by(), ends(EdgeKind::Elects, false)?));
        facts.push((t.body_sent_by(), ends(EdgeKind::DelegatesTo, false)?));
        facts.push((t.body_sends_to(), ends(EdgeKind::DelegatesTo, true)?));
        facts.push((t.body_cooperates(), both(EdgeKind::CooperatesWith)?));
        facts.push((t.body_member_of(), ends(EdgeKind::MemberOf, true)?));
        facts.push((t.body_rhythm(), body.rhythm.iter().map(|x| (x.clone(), String::new())).collect()));
        let months: Vec<i64> = seats.iter().filter(|s| s.is_member_seat()).filter_map(|s| s.term_months).collect();
        if let Some(months) = months.first().copied().filter(|first| months.iter().all(|m| m == first)) {
            facts.push((
                t.body_term(),
                plain(if months % 12 == 0 { t.body_term_years(months / 12) } else { t.body_term_months(months) }),
            ));
            facts.push((
                t.body_carries(),
                plain(if body.carries_over { t.body_carries_yes() } else { t.body_carries_no() }.to_owned()),
            ));
        }
        if body.kind != BodyKind::Outside {
            facts.push((
                t.body_open(),
                plain(if body.open_to_non_members { t.body_open_yes() } else { t.body_open_no() }.to_owned()),
            ));
        }
        facts.push((t.body_topics(), if topics.is_empty() { Vec::new() } else { plain(topics.join(", ")) }));
        facts.retain(|(_, values)| !values.is_empty());
        Ok(facts)
    }

    fn stands(&self, seats: &[HeldSeat]) -> Result<Vec<StandRow>> {
        let (t, r) = (self.t, self.r);
        let all = list_stands(r.conn, &r.viewer.actor, self.body.id, r.viewer.stand)?;
        let names = Names::load(r.conn, &r.viewer.actor, all.iter().filter_map(|s| s.person))?;
        let place = Place::from(self.body);
        let rows = all.iter().map(|s| {
            let seat = s.seat.and_then(|id| seats.iter().find(|x| x.id == id));
            let name = s.person.and_then(|p| names.in_place(p, &place)).map(|w| w.name.full());
            StandRow {
                who: name.or_else(|| s.post.clone()).unwrap_or_else(|| face(r, None, self.body.sensitive).name),
                what: if s.moves_up { t.stands_moves() } else { t.stands_in() },
                of: seat.map_or_else(
                    || t.stands_any().to_owned(),
                    |x| t.stands_for(seat_title(t, x.number, x.label.as_deref(), x.office)),
                ),
            }
        });
        Ok(rows.collect())
    }
}

fn who_is_missing(sitting: &[crate::store::overview::Sitter]) -> bool {
    !sitting.iter().any(|s| s.capacity.fills())
}

/// What holds the seat: „Gleichstellungsbeauftragte, Stadt Düren" or an organisation, with its page.
fn belongs(
    r: &Reading<'_>,
    organisation: Option<&(Id<people::Organisation>, String, people::OrganisationKind)>,
    post: Option<&PostTitles>,
    form: people::TitleForm,
    holds: bool,
) -> Option<(String, String)> {
    let (id, name, _) = organisation.filter(|_| holds)?;
    let text = post.map_or_else(|| name.clone(), |titles| format!("{}, {name}", soft(titles.in_form(form))));
    Some((text, r.viewer.link_then(&OrganisationPage { organisation: *id })))
}

/// The last day of term or seat.
fn until_text(t: T, lang: Lang, seat: &HeldSeat) -> String {
    let end = ends(seat);
    if end.is_open() { t.open_end().to_owned() } else { i18n::day_medium(lang, end.previous()) }
}
