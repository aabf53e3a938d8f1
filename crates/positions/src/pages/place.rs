//! A position with where it belongs, for one reader.

use kernel::{Error, Id, Result};
use networks::{
    Body, BodyKind, find_body, list_bodies_by_id,
    shell::{self, Tab},
};
use web::{Page, Reading, Sheet};

use crate::{
    Mover, MoverState, Position,
    paths::{BodyPositions, PositionList, PositionPage},
    rules::{contributes, inside, leads, steers, writes},
    store::{positions, signatures},
    words::T,
};

/// A position the reader may see.
pub struct Place {
    /// The position.
    pub position: Position,
    /// The body it belongs to, where the reader may see its page.
    pub body: Option<Body>,
    /// Its network, where the reader may see its page.
    pub network: Option<Body>,
    /// Whether she leads it.
    pub leads: bool,
    /// Whether she steers it until it is decided.
    pub steers: bool,
    /// Whether she reads how it came about.
    pub inside: bool,
    /// Whether she writes its text.
    pub writes: bool,
    /// Whether she may add something now.
    pub contributes: bool,
    /// The bodies that move it beside its own. Whoever does not read how it came about knows only those that joined, once it is
    /// published.
    pub movers: Vec<Mover>,
}

impl Place {
    /// The position of an address, if the reader may see it. At most four statements.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Position>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let position = positions::find_position(r.conn, actor, id)?;
        let let_in = !actor.sits.is_empty() && positions::is_let_in(r.conn, actor, id)?;
        let inside = inside(actor, &position, let_in);
        let mut movers = Vec::new();
        if inside || position.state.is_published() {
            movers = signatures::list_movers(r.conn, id)?;
            movers.retain(|m| inside || m.state == MoverState::Joined);
        }
        let found = list_bodies_by_id(r.conn, actor, &[position.body, position.network])?;
        let of = |id: Id<Body>| found.iter().find(|b| b.id == id).cloned();
        Ok(Self {
            body: of(position.body),
            network: of(position.network),
            leads: leads(actor, &position),
            steers: steers(actor, &position),
            writes: writes(actor, &position),
            contributes: contributes(actor, &position, &movers, r.viewer.today),
            inside,
            movers,
            position,
        })
    }

    /// The same for whoever steers it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Position>) -> Result<Self> {
        Self::for_whom(r, id, |place| place.leads)
    }

    /// The same for whoever steers it until it is decided.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn steered(r: &Reading<'_>, id: Id<Position>) -> Result<Self> {
        Self::for_whom(r, id, |place| place.steers)
    }

    /// The same for those of whom `may` holds.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn for_whom(r: &Reading<'_>, id: Id<Position>, may: impl Fn(&Self) -> bool) -> Result<Self> {
        let place = Self::load(r, id)?;
        if may(&place) { Ok(place) } else { Err(Error::Denied(None)) }
    }

    /// Its page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&PositionPage { position: self.position.id })
    }

    /// The bodies that joined in moving it.
    #[must_use]
    pub fn joined(&self) -> Vec<Id<Body>> {
        self.movers.iter().filter(|m| m.state == MoverState::Joined).map(|m| m.body).collect()
    }

    /// The name of the body as lists give it.
    #[must_use]
    pub fn of(&self, r: &Reading<'_>) -> String {
        let lang = r.viewer.lang;
        match (&self.body, &self.network) {
            (Some(body), Some(network)) if !body.is_network() => {
                format!("{}, {}", body.name_in(lang), network.short())
            }
            (Some(body), _) | (None, Some(body)) => body.name_in(lang).to_owned(),
            (None, None) => String::new(),
        }
    }

    /// Whether persons of it are named nowhere outside.
    #[must_use]
    pub fn sensitive(&self) -> bool {
        self.body.as_ref().or(self.network.as_ref()).is_none_or(|b| b.sensitive)
    }

    /// The way here; `deeper`: below the page of the position itself.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let t = T(r.viewer.lang);
        let mut steps = vec![(t.nav_positions(), r.viewer.link(&PositionList {}))];
        if let Some(body) = &self.body {
            steps.push((body.short(), r.viewer.link(&BodyPositions { body: body.id })));
        }
        if deeper {
            steps.push((self.position.title.as_str(), self.link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }

    /// A page about it.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let name = &self.position.title;
        let title = if title.is_empty() { name.clone() } else { format!("{title}: {name}") };
        row(r, Page::new(title).nav("positions"), self.body.as_ref(), self.network.as_ref())
    }

    /// A form about it, its fields still missing.
    #[must_use]
    pub fn sheet(&self, r: &Reading<'_>, title: &str) -> Sheet {
        Sheet {
            crumbs: self.crumbs(r, true),
            title: title.to_owned(),
            lead: self.position.title.clone(),
            back: self.link(r),
            ..Sheet::new(r.viewer.lang)
        }
    }
}

/// A page of a body, with the second row of its network where the reader may see that.
///
/// # Errors
/// When a slug is none.
pub fn row(r: &Reading<'_>, page: Page, body: Option<&Body>, network: Option<&Body>) -> Result<Page> {
    let Some(network) = network else { return Ok(page) };
    let tab = if body.is_none_or(Body::is_network) { Tab::View("positions") } else { Tab::Bodies };
    Ok(page.sub(shell::sub(r, network, tab)?))
}

/// A body with its network, where the reader may see that.
///
/// # Errors
/// [`Error::NotFound`].
pub fn place_of(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let body = find_body(r.conn, &r.viewer.actor, id)?;
    let network = if body.is_network() {
        Some(body.clone())
    } else {
        list_bodies_by_id(r.conn, &r.viewer.actor, &[body.network])?.into_iter().next()
    };
    Ok((body, network))
}

/// Whether the reader may begin a draft in a body.
#[must_use]
pub fn begins(r: &Reading<'_>, body: &Body) -> bool {
    body.kind != BodyKind::Outside && body.term.until > r.viewer.today && crate::rules::drafts(&r.viewer.actor, body)
}
