//! `/gremien/{body}/verwalten`: the seats of a network or body with how each stands, and what can be done with it.

use askama::Template;
use kernel::{Id, Result};
use rights::{Action, Kind};
use web::{Answer, Page, Reading};

use super::{
    Sheet,
    first_steps::{self, Step},
};
use crate::{
    Body, SeatState,
    pages::shared::{self, Pill, Tab},
    paths::{
        BodyConnect, BodyDisconnect, BodyEdit, BodyEnd, BodyKeep, BodyNew, BodyPosts, BodyRename, BodySight,
        BodyVisibility, CheckKeep, JoinList, MembersIntake, OrganisationNew, SeatKeep, SeatsNew,
    },
    reads::{roster, soon_after},
    store::bodies,
    words::T,
};

/// A body whose membership the reader keeps.
pub struct KeptBody {
    /// The body.
    pub body: Body,
    /// Its network.
    pub network: Body,
}

impl KeptBody {
    /// The body, if the reader keeps its membership.
    pub fn load(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let body = bodies::find_body(r.conn, actor, id)?;
        rights::require(actor, Kind::Roster, Action::Edit, &body.roster_scope())?;
        let network = if body.is_network() { body.clone() } else { bodies::find_body(r.conn, actor, body.network)? };
        Ok(Self { body, network })
    }

    /// The page that keeps it.
    pub fn manage(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&BodyKeep { body: self.body.id })
    }

    /// The way here.
    pub(super) fn crumbs(&self, r: &Reading<'_>) -> Result<String> {
        let mut steps = vec![(self.network.short(), shared::network_link(r, &self.network)?)];
        if !self.body.is_network() {
            steps.push((self.body.name_in(r.viewer.lang), shared::body_link(r, &self.network.slug, &self.body)?));
        }
        Ok(shared::crumbs(r, &steps))
    }

    /// A page about this body.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let name = self.body.name_in(r.viewer.lang);
        Ok(Page::new(format!("{title}: {name}")).nav("networks").sub(shared::sub(r, &self.network, Tab::Manage)?))
    }

    /// A form about this body, its fields still missing.
    pub fn sheet(&self, r: &Reading<'_>, title: &str) -> Result<Sheet> {
        Ok(Sheet {
            crumbs: self.crumbs(r)?,
            title: title.to_owned(),
            lead: self.body.name_in(r.viewer.lang).to_owned(),
            back: self.manage(r),
            ..Sheet::new(r.viewer.lang)
        })
    }
}

struct Row {
    title: String,
    href: String,
    who: String,
    pill: Option<Pill>,
}

struct Way {
    word: &'static str,
    href: String,
}

struct Other {
    name: String,
    href: String,
}

#[derive(Template)]
#[template(path = "keep_body.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    ways: Vec<Way>,
    steps: Vec<Step>,
    rows: Vec<Row>,
    bodies: Vec<Other>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn show(r: &Reading<'_>, p: BodyKeep) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let kept = KeptBody::load(r, p.body)?;
    let seats = roster(r.conn, &v.actor, &kept.body, v.today, soon_after(v.today))?.unwrap_or_default().seats;
    let rows = seats.iter().map(|seat| {
        let ends = seat.held.as_ref().map_or(kernel::Day::OPEN, |h| h.term_end.unwrap_or(h.term.until));
        let who = seat.first().map(|s| shared::face(r, s.who.as_ref(), kept.body.sensitive).name);
        let of = seat.organisation.as_ref().map(|o| o.name.clone());
        Row {
            title: shared::seat_title(t, seat.number, seat.label.as_deref(), seat.office),
            href: v.link(&SeatKeep { seat: seat.id }),
            who: [who, of].into_iter().flatten().collect::<Vec<_>>().join(", "),
            pill: shared::state_pill(v.lang, seat.state, ends, v.today).filter(|_| seat.state != SeatState::Filled),
        }
    });
    let bodies = if kept.body.is_network() {
        bodies::list_bodies(r.conn, &v.actor, kept.network.id, v.today)?
    } else {
        Vec::new()
    };
    let own = bodies.iter().filter(|b| b.id != kept.body.id).count();
    let steps = first_steps::steps(r, &kept, seats.len(), own)?;
    let others = bodies
        .iter()
        .filter(|b| b.id != kept.body.id && rights::allows(&v.actor, Kind::Roster, Action::Edit, &b.roster_scope()))
        .map(|b| Other { name: b.name_in(v.lang).to_owned(), href: v.link(&BodyKeep { body: b.id }) });
    let shown = Shown {
        t,
        crumbs: kept.crumbs(r)?,
        name: kept.body.name_in(v.lang).to_owned(),
        ways: ways(r, &kept)?,
        steps,
        rows: rows.collect(),
        bodies: others.collect(),
        back: shared::body_link(r, &kept.network.slug, &kept.body)?,
    };
    let page = kept.page(r, t.manage_title())?;
    r.page(page, &shown)
}

/// What can be done, the most usual first.
fn ways(r: &Reading<'_>, kept: &KeptBody) -> Result<Vec<Way>> {
    let (t, v, body) = (T(r.viewer.lang), r.viewer, kept.body.id);
    let mut ways = vec![
        Way { word: t.manage_seats(), href: v.link(&SeatsNew { body }) },
        Way { word: t.body_edit(), href: v.link(&BodyEdit { body }) },
        Way { word: t.join_list_title(), href: v.link(&JoinList { body }) },
        Way { word: t.visibility_title(), href: v.link(&BodyVisibility { body }) },
        Way { word: t.sight_title(), href: v.link(&BodySight { body }) },
        Way { word: t.edges_connect(), href: v.link(&BodyConnect { body }) },
        Way { word: t.edges_end(), href: v.link(&BodyDisconnect { body }) },
        Way { word: t.org_new(), href: v.link(&OrganisationNew {}) },
        Way { word: t.bodies_rename(), href: v.link(&BodyRename { body }) },
        Way { word: t.bodies_end(), href: v.link(&BodyEnd { body }) },
    ];
    if kept.body.is_network() {
        ways.insert(1, Way { word: t.bodies_new(), href: v.link(&BodyNew { body }) });
        ways.push(Way { word: t.handover_title(), href: v.link(&BodyPosts { body }) });
        ways.push(Way { word: t.check_keep(), href: v.link(&CheckKeep { body }) });
        let network = shared::slug(&kept.network.slug)?;
        ways.insert(0, Way { word: t.intake_read(), href: v.link(&MembersIntake { network }) });
    }
    Ok(ways)
}
