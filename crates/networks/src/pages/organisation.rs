//! P39: an organisation with all its networks, seats and roles, and the same for showing it on another site.

use askama::Template;
use db::Conn;
use kernel::{Actor, Day, Error, Id, Lang, Result};
use people::{Grain, Organisation};
use web::{Answer, Page, Reading};

use super::{
    handover,
    keep::corrections::shown,
    organisation_keep,
    persons::day_in_grain,
    post_keep, posts,
    shared::{self, Face, Pill},
    world::rename,
};
use crate::{
    Capacity, OrganisationPage, PostOf, Role, RosterSeat, Sitter,
    paths::{self, OrganisationEmbed, SeatPage},
    reads::{organisation_page, visible_organisations},
    store::pages_people::{surroundings, units_of},
    words::T,
};

/// A word that may lead somewhere.
struct Link {
    text: String,
    href: Option<String>,
}

impl Link {
    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }
}

/// A line of what is to be known of the organisation.
struct Fact {
    label: &'static str,
    value: Link,
}

/// Somebody who speaks for the organisation or is with a post.
struct Someone {
    face: Face,
    capacity: Option<&'static str>,
}

/// One seat.
struct Row {
    body: Link,
    role: String,
    href: String,
    who: Vec<Someone>,
    since: String,
    pill: Option<Pill>,
}

/// The seats in one network.
struct Group {
    name: String,
    href: String,
    hue: i64,
    rows: Vec<Row>,
}

/// A post.
struct Post {
    id: String,
    title: String,
    basis: String,
    who: Vec<Someone>,
    vacant: bool,
    mail: Option<String>,
    phone: Option<String>,
    ways: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "organisation.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    kind: &'static str,
    purpose: String,
    networks: String,
    day_form: String,
    as_of: String,
    groups: Vec<Group>,
    posts: Vec<Post>,
    units: Vec<Link>,
    facts: Vec<Fact>,
    former: Vec<String>,
    corrections: Vec<shown::Line>,
    embed: Option<(String, String)>,
    ways: Vec<(&'static str, String)>,
    heading: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] where the reader may not know of the organisation.
pub fn show(r: &Reading<'_>, p: paths::OrganisationPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut found = organisation_page(r.conn, &v.actor, p.organisation, v.stand)?;
    name_as_then(r, &mut found)?;
    let around = Around::load(r.conn, &v.actor, p.organisation, v.stand)?;
    let is_public = v.actor.person.is_none() || is_public(r.conn, p.organisation, v.today)?;
    let groups = groups(r, &found.roles)?;
    let name = found.name.clone();
    let embed = (is_public && !v.is_past()).then(|| {
        let path = OrganisationEmbed { organisation: p.organisation };
        let title = t.orgpage_embed_title(&name).replace('"', "");
        let source = r.site.absolute(&v.link(&path));
        (
            format!(
                "<iframe src=\"{source}\" title=\"{title}\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>"
            ),
            v.link(&path),
        )
    });
    let ways = organisation_keep::ways(r, p.organisation)?;
    let shown = Shown {
        t,
        crumbs: shared::crumbs(r, &[]),
        kind: shared::organisation_word(t, found.organisation.kind),
        purpose: found.organisation.purpose.clone().unwrap_or_default(),
        networks: if groups.is_empty() { String::new() } else { t.orgpage_networks(groups.len()) },
        day_form: shared::day_form(r, &[]),
        as_of: t.orgpage_as_of(&name),
        posts: found.posts.iter().map(|p| post(r, p, !ways.is_empty())).collect::<Result<_>>()?,
        units: around.units.iter().map(|u| link(r, u)).collect(),
        facts: facts(r, &found, &around),
        former: found
            .former_names
            .iter()
            .map(|f| format!("{} ({})", f.name, i18n::term(v.lang, &f.term, v.stand)))
            .collect(),
        corrections: shown::of_organisation(r, p.organisation, !ways.is_empty())?,
        embed,
        ways,
        groups,
        heading: shared::soft(&name),
        name: name.clone(),
    };
    let page = Page::new(name.as_str()).nav("networks").dated();
    r.page(if is_public { page.indexed(t.orgpage_description(&name)) } else { page }, &shown)
}

/// Puts the names in that networks and bodies had on an earlier day.
fn name_as_then(r: &Reading<'_>, found: &mut OrganisationPage) -> Result<()> {
    if !r.viewer.is_past() {
        return Ok(());
    }
    rename(r, found.roles.iter_mut().flat_map(|role| [&mut role.network, &mut role.body]).collect())
}

/// Whether everybody may see the organisation's page.
fn is_public(conn: &Conn, id: Id<Organisation>, day: Day) -> Result<bool> {
    Ok(!visible_organisations(conn, &Actor::public(), &[id], day)?.is_empty())
}

/// What surrounds the organisation and may be seen.
struct Around {
    territory: Option<String>,
    district: Option<String>,
    parent: Option<Organisation>,
    merged: Option<Organisation>,
    units: Vec<Organisation>,
}

impl Around {
    /// Four statements.
    fn load(conn: &Conn, actor: &Actor, id: Id<Organisation>, day: Day) -> Result<Self> {
        let near = surroundings(conn, id, day)?;
        let units = units_of(conn, id, day)?;
        let (parent, merged) = (near.parent.map(|(id, _)| id), near.merged.map(|(id, _)| id));
        let asked: Vec<Id<Organisation>> = units.iter().copied().chain(parent).chain(merged).collect();
        let seen = visible_organisations(conn, actor, &asked, day)?;
        let with = |id: Option<Id<Organisation>>| seen.iter().find(|o| Some(o.id) == id).cloned();
        Ok(Self {
            territory: near.territory,
            district: near.district,
            parent: with(parent),
            merged: with(merged),
            units: seen.iter().filter(|o| units.contains(&o.id)).cloned().collect(),
        })
    }
}

fn link(r: &Reading<'_>, organisation: &Organisation) -> Link {
    Link {
        text: organisation.name.clone(),
        href: Some(r.viewer.link_then(&paths::OrganisationPage { organisation: organisation.id })),
    }
}

fn groups(r: &Reading<'_>, roles: &[Role]) -> Result<Vec<Group>> {
    let v = r.viewer;
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for role in roles {
        if last != Some(role.network.id) {
            last = Some(role.network.id);
            groups.push(Group {
                name: role.network.name_in(v.lang).to_owned(),
                href: shared::network_link(r, &role.network)?,
                hue: role.network.hue,
                rows: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(r, role)?);
        }
    }
    Ok(groups)
}

fn row(r: &Reading<'_>, role: &Role) -> Result<Row> {
    let (t, v, seat) = (T(r.viewer.lang), r.viewer, &role.seat);
    let ends = seat.held.as_ref().map_or(Day::OPEN, |h| h.term_end.unwrap_or(h.term.until));
    let label = seat.label.clone().filter(|_| seat.office.is_none());
    Ok(Row {
        body: Link {
            text: if role.body.is_network() { t.orgpage_itself() } else { role.body.name_in(v.lang) }.to_owned(),
            href: Some(shared::body_link(r, &role.network.slug, &role.body)?),
        },
        role: label.unwrap_or_else(|| shared::role_word(t, seat.kind, seat.voice, seat.office).to_owned()),
        href: v.link_then(&SeatPage { seat: seat.id }),
        who: seat.sitters.iter().filter(|s| s.capacity.fills()).map(|s| someone(r, s, role.body.sensitive)).collect(),
        since: seat
            .held
            .as_ref()
            .map(|h| day_in_grain(v.lang, since(seat, h.term.from), h.grain.max(Grain::Month)))
            .unwrap_or_default(),
        pill: shared::state_pill(v.lang, seat.state, ends, v.stand),
    })
}

/// Since when whoever is shown has sat there; for a seat nobody sits on, since when it has been the organisation's.
fn since(seat: &RosterSeat, held: Day) -> Day {
    seat.first().map_or(held, |s| s.term.from.max(held))
}

fn someone(r: &Reading<'_>, sitter: &Sitter, sensitive: bool) -> Someone {
    let capacity = match sitter.capacity {
        // On the page of the organisation everybody speaks for it.
        Capacity::Representative => None,
        other => shared::capacity_word(T(r.viewer.lang), other),
    };
    Someone { face: shared::face(r, sitter.who.as_ref(), sensitive), capacity }
}

fn post(r: &Reading<'_>, of: &PostOf, may_keep: bool) -> Result<Post> {
    Ok(Post {
        ways: handover::way(r, of.post.id)?
            .into_iter()
            .chain(posts::ways(r, of.post.id)?)
            .chain(post_keep::ways(r, of.post.id, may_keep))
            .collect(),
        id: of.post.id.to_string(),
        title: of.post.title.clone(),
        basis: of.legal_basis.clone().unwrap_or_default(),
        who: of.people.iter().map(|s| someone(r, s, false)).collect(),
        vacant: of.vacant,
        mail: of.post.mail.clone(),
        phone: of.post.phone.clone(),
    })
}

fn facts(r: &Reading<'_>, found: &OrganisationPage, around: &Around) -> Vec<Fact> {
    let (t, v, of) = (T(r.viewer.lang), r.viewer, &found.organisation);
    let mut facts = Vec::new();
    let mut add = |label, value: Option<Link>| facts.extend(value.map(|value| Fact { label, value }));
    let territory = around.territory.as_ref().map(|name| match &around.district {
        Some(district) if district != name => t.orgpage_territory_in(name, district),
        _ => name.clone(),
    });
    add(t.orgpage_territory(), territory.map(Link::plain));
    add(t.orgpage_part_of(), around.parent.as_ref().map(|o| link(r, o)));
    add(t.orgpage_merged(), around.merged.as_ref().map(|o| link(r, o)));
    add(t.orgpage_mail(), of.mail.as_ref().map(|m| Link { text: m.clone(), href: Some(format!("mailto:{m}")) }));
    add(t.orgpage_phone(), of.phone.clone().map(Link::plain));
    add(t.orgpage_address(), of.address.clone().map(Link::plain));
    add(
        t.orgpage_web(),
        of.website.as_ref().map(|w| Link {
            text: w.trim_start_matches("https://").trim_end_matches('/').to_owned(),
            href: Some(w.clone()),
        }),
    );
    add(t.orgpage_exists(), Some(Link::plain(i18n::term(v.lang, &of.term, v.stand))));
    facts
}

#[derive(Template)]
#[template(path = "embed.html")]
struct Embedded {
    t: T,
    lang: Lang,
    name: String,
    site: String,
    back: String,
    day: String,
    groups: Vec<Group>,
}

/// The same for another site: what everybody may see, whoever looks, without menu.
///
/// # Errors
/// [`Error::NotFound`] where the public may not know of the organisation.
pub fn embed(r: &Reading<'_>, p: OrganisationEmbed) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut found = organisation_page(r.conn, &Actor::public(), p.organisation, v.stand)?;
    name_as_then(r, &mut found)?;
    let mut groups = groups(r, &found.roles)?;
    let absolute = |href: &str| r.site.absolute(&href);
    for group in &mut groups {
        group.href = absolute(&group.href);
        for row in &mut group.rows {
            row.href = absolute(&row.href);
            for href in row.body.href.iter_mut().chain(row.who.iter_mut().filter_map(|w| w.face.href.as_mut())) {
                *href = absolute(href);
            }
        }
    }
    let site = db::settings(r.conn)?.get("site.name").cloned().unwrap_or_else(|| "Geflecht".to_owned());
    let shown = Embedded {
        t,
        lang: v.lang,
        site,
        back: absolute(&v.link_then(&paths::OrganisationPage { organisation: p.organisation })),
        day: i18n::day_medium(v.lang, v.stand),
        groups,
        name: found.name,
    };
    let mut answer = Answer::html(200, shown.render().map_err(Error::internal)?);
    answer.embeddable = true;
    // A kept copy would come without the header that lets other sites frame it.
    Ok(answer.fresh())
}
