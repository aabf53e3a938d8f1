//! What stands beside positions, with where it belongs: hearings, election questions, motion books. One way here, one head, one form
//! for beginning something in a body.

use kernel::{Actor, Error, Id, Result};
use networks::{Body, list_bodies_by_id};
use web::{Answer, FormView, Page, Reading, Sheet};

use super::{
    place::{place_of, row},
    view::{Block, Line},
};

/// A thing with a body, a title and a list it stands in.
pub trait Thing: Sized {
    /// The one with that number, if the reader may see it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    fn find(r: &Reading<'_>, id: Id<Self>) -> Result<Self>;
    /// What it is called.
    fn title(&self) -> &str;
    /// Its body and its network.
    fn home(&self) -> (Id<Body>, Id<Body>);
    /// Whether somebody leads it.
    fn leads(&self, actor: &Actor) -> bool;
    /// Its page.
    fn link(&self, r: &Reading<'_>) -> String;
    /// The list it stands in: word and address.
    fn list(r: &Reading<'_>) -> (&'static str, String);
}

/// A thing with where it belongs, for one reader.
pub struct Frame<I> {
    /// The thing.
    pub it: I,
    /// Its body, where the reader may see its page.
    pub body: Option<Body>,
    /// Its network, where the reader may see its page.
    pub network: Option<Body>,
    /// Whether she leads it.
    pub leads: bool,
}

impl<I: Thing> Frame<I> {
    /// The thing of an address. Two statements.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<I>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let it = I::find(r, id)?;
        let (body, network) = it.home();
        let found = list_bodies_by_id(r.conn, actor, &[body, network])?;
        let of = |id: Id<Body>| found.iter().find(|b| b.id == id).cloned();
        Ok(Self { body: of(body), network: of(network), leads: it.leads(actor), it })
    }
    /// The same for whoever leads it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<I>) -> Result<Self> {
        let found = Self::load(r, id)?;
        if found.leads { Ok(found) } else { Err(Error::Denied(None)) }
    }
    /// Its page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        self.it.link(r)
    }
    /// The way here; `deeper`: below its own page.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let mut steps = vec![I::list(r)];
        if deeper {
            steps.push((self.it.title(), self.link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }
    /// A page about it; its own without a title.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let name = self.it.title();
        let title = if title.is_empty() { name.to_owned() } else { format!("{title}: {name}") };
        row(r, Page::new(title).nav("positions"), self.body.as_ref(), self.network.as_ref())
    }
    /// A form about it, its fields still missing.
    #[must_use]
    pub fn sheet(&self, r: &Reading<'_>, title: &str) -> Sheet {
        Sheet {
            crumbs: self.crumbs(r, true),
            title: title.to_owned(),
            lead: self.it.title().to_owned(),
            back: self.link(r),
            ..Sheet::new(r.viewer.lang)
        }
    }
}

/// A body in which something is to begin, with its network where the reader sees that: for those of whom `may` holds.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn home_for(r: &Reading<'_>, id: Id<Body>, may: impl Fn(&Actor, &Body) -> bool) -> Result<(Body, Option<Body>)> {
    let (body, network) = place_of(r, id)?;
    if may(&r.viewer.actor, &body) { Ok((body, network)) } else { Err(Error::Denied(None)) }
}

/// The form for beginning something in a body. `sheet` has its title, fields and button.
///
/// # Errors
/// When a slug is none.
pub fn begins<I: Thing>(
    r: &Reading<'_>,
    (body, network): (&Body, Option<&Body>),
    form: &FormView,
    sheet: Sheet,
) -> Result<Answer> {
    let (word, back) = I::list(r);
    let page = row(r, Page::new(sheet.title.as_str()).nav("positions"), Some(body), network)?;
    let sheet = Sheet {
        crumbs: web::crumbs(r.viewer.lang, &[(word, back.clone())]),
        lead: body.name_in(r.viewer.lang).to_owned(),
        back,
        ..sheet
    };
    sheet.of(form).answer(r, page, form)
}

/// A form with what is stored, field by field.
#[must_use]
pub fn filled<N: AsRef<str>>(r: &Reading<'_>, stored: &[(N, String)]) -> FormView {
    let values: Vec<(&str, &str)> = stored.iter().map(|(name, value)| (name.as_ref(), value.as_str())).collect();
    FormView::new(r.viewer.lang, &values)
}

/// The networks somebody sits in anywhere.
#[must_use]
pub fn own_networks(actor: &Actor) -> Vec<i64> {
    let mut all: Vec<i64> = actor.sits.iter().map(|s| s.network).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The bodies somebody leads of which `fits` holds, as rows that lead where something begins.
///
/// # Errors
/// When the database cannot be read.
pub fn led_rows(r: &Reading<'_>, fits: impl Fn(&Body) -> bool, new: impl Fn(Id<Body>) -> String) -> Result<Vec<Block>> {
    let v = r.viewer;
    let led = tasks::rules::led(&v.actor);
    if led.is_empty() {
        return Ok(Vec::new());
    }
    let bodies = list_bodies_by_id(r.conn, &v.actor, &led)?;
    let row = |b: &Body| Line { title: b.name_in(v.lang).to_owned(), href: new(b.id), ..Line::default() };
    Ok(vec![Block::Rows(bodies.iter().filter(|b| fits(b)).map(row).collect())])
}
