//! Where a page about decisions stands: the body and its network, for whoever may see what it decides.

use db::Conn;
use kernel::{Actor, Error, Id, Result};
use networks::{
    Body, BodyKind, find_body,
    shell::{self, Tab},
};
use rights::{Action, Kind};
use web::{Page, Reading, Sheet};

use crate::{
    paths::{Decisions, Register},
    words::T,
};

/// What the second row calls these pages.
pub const KEY: &str = "decisions";

/// A body whose decisions the reader may read of.
pub struct Place {
    /// The body.
    pub body: Body,
    /// Its network.
    pub network: Body,
}

/// Whether this reader learns anything of what a body decides. Bodies of others decide elsewhere; a sensitive network
/// tells outsiders nothing but its name.
#[must_use]
pub fn lets_in(actor: &Actor, body: &Body) -> bool {
    let sees = rights::allows(actor, Kind::Roster, Action::Read, &body.roster_scope());
    let within = body.is_network() && actor.sits.iter().any(|s| s.network == body.id.raw());
    body.kind != BodyKind::Outside && (!body.sensitive || sees || within)
}

/// The body, if this reader may know what it decides.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_open(conn: &Conn, actor: &Actor, id: Id<Body>) -> Result<Body> {
    let body = find_body(conn, actor, id)?;
    if lets_in(actor, &body) { Ok(body) } else { Err(Error::NotFound) }
}

impl Place {
    /// The place, if the reader may know of it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let body = find_open(r.conn, actor, id)?;
        let network = if body.is_network() { body.clone() } else { find_body(r.conn, actor, body.network)? };
        Ok(Self { body, network })
    }
    /// The place, if the reader keeps the body's records.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn kept(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let place = Self::load(r, id)?;
        rights::require(&r.viewer.actor, Kind::Body, Action::Edit, &place.body.scope())?;
        Ok(place)
    }
    /// Whether the reader keeps the body's records, and looks at today.
    #[must_use]
    pub fn may_keep(&self, r: &Reading<'_>) -> bool {
        !r.viewer.is_past() && rights::allows(&r.viewer.actor, Kind::Body, Action::Edit, &self.body.scope())
    }
    /// The body's name.
    #[must_use]
    pub fn name(&self, r: &Reading<'_>) -> &str {
        self.body.name_in(r.viewer.lang)
    }
    /// The page of what the body decides.
    #[must_use]
    pub fn decisions(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&Decisions { body: self.body.id })
    }
    /// Its register.
    #[must_use]
    pub fn register(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&Register { body: self.body.id })
    }
    /// The way here, down to these steps.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn crumbs(&self, r: &Reading<'_>, more: &[(&str, String)]) -> Result<String> {
        let mut steps = vec![(self.network.short(), shell::network_link(r, &self.network)?)];
        if !self.body.is_network() {
            steps.push((self.name(r), shell::body_link(r, &self.network.slug, &self.body)?));
        }
        steps.extend(more.iter().cloned());
        Ok(shell::crumbs(r, &steps))
    }
    /// The step to what the body decides, for [`Self::crumbs`].
    #[must_use]
    pub fn step(&self, r: &Reading<'_>) -> (&'static str, String) {
        (T(r.viewer.lang).overview_title(), self.decisions(r))
    }
    /// A page about this body.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let tab = if self.body.is_network() { Tab::View(KEY) } else { Tab::Bodies };
        let title = format!("{title}: {}", self.name(r));
        Ok(Page::new(title).nav("networks").sub(shell::sub(r, &self.network, tab)?))
    }
    /// A form about this body, its fields still missing.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn sheet(&self, r: &Reading<'_>, title: &str, steps: &[(&str, String)], back: String) -> Result<Sheet> {
        Ok(Sheet {
            crumbs: self.crumbs(r, steps)?,
            title: title.to_owned(),
            lead: self.name(r).to_owned(),
            back,
            ..Sheet::new(r.viewer.lang)
        })
    }
}
