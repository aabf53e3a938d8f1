//! P46: what people see of hearings.

mod forms;
mod list;
mod show;
mod voice;

use kernel::{Id, Result};
use networks::{Body, list_bodies_by_id};
use web::{Audience, Page, Reading, Routes};

use super::{
    model::{Hearing, HearingState},
    rules,
    store::find_hearing,
};
use crate::{
    pages::row,
    paths::{HearingList, HearingPage},
    words::T,
};

/// Every address.
#[must_use]
pub fn routes(to: Routes) -> Routes {
    let (open, signed) = (Audience::Public, Audience::SignedIn);
    to.get(signed, list::show)
        .get(signed, show::show)
        .post(signed, show::act)
        .get(signed, forms::new)
        .post(signed, forms::receive)
        .get(signed, forms::edit)
        .post(signed, forms::change)
        .get(signed, forms::ask)
        .post(signed, forms::asks)
        .get(signed, forms::send)
        .post(signed, forms::sends)
        .get(signed, forms::round)
        .post(signed, forms::begins_round)
        .get(signed, forms::decline)
        .post(signed, forms::declines)
        .get(signed, voice::own)
        .post(signed, voice::say)
        .get(signed, voice::network)
        .post(signed, voice::say_for)
        .get(open, voice::letter)
        .post(open, voice::say_by_letter)
}

/// A hearing with where it belongs, for one reader.
pub struct Place {
    /// The hearing.
    pub it: Hearing,
    /// Its body, where the reader may see its page.
    pub body: Option<Body>,
    /// Its network, where the reader may see its page.
    pub network: Option<Body>,
    /// Whether she leads it.
    pub leads: bool,
    /// Whether she works on the reply.
    pub works: bool,
    /// Whether she releases it.
    pub releases: bool,
    /// Whether she contributes now.
    pub contributes: bool,
    /// Whether she reads how it comes about.
    pub inside: bool,
}

impl Place {
    /// The hearing of an address. At most two statements.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Hearing>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let it = find_hearing(r.conn, actor, id)?;
        let found = list_bodies_by_id(r.conn, actor, &[it.body, it.network])?;
        let of = |id: Id<Body>| found.iter().find(|b| b.id == id).cloned();
        Ok(Self {
            body: of(it.body),
            network: of(it.network),
            leads: rules::leads(actor, &it),
            works: rules::works(actor, &it),
            releases: rules::releases(actor, &it),
            contributes: rules::contributes(actor, &it, r.viewer.today),
            inside: rules::inside(actor, &it),
            it,
        })
    }
    /// The same for whoever leads it.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Hearing>) -> Result<Self> {
        let place = Self::load(r, id)?;
        if place.leads { Ok(place) } else { Err(kernel::Error::Denied(None)) }
    }
    /// The way here; `deeper`: below its own page.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let mut steps = vec![(T(r.viewer.lang).hearings_title(), r.viewer.link(&HearingList {}))];
        if deeper {
            steps.push((self.it.title.as_str(), self.link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }
    /// Its page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&HearingPage { hearing: self.it.id })
    }
    /// A page about it.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let title = if title.is_empty() { self.it.title.clone() } else { format!("{title}: {}", self.it.title) };
        row(r, Page::new(title).nav("positions"), self.body.as_ref(), self.network.as_ref())
    }
}

/// How far it has come, in a word.
#[must_use]
pub fn state_word(t: T, state: HearingState) -> &'static str {
    match state {
        HearingState::Open => t.hearing_open(),
        HearingState::Released => t.hearing_released(),
        HearingState::Sent => t.hearing_sent(),
        HearingState::Declined => t.hearing_declined(),
    }
}
