//! P46: what people see of hearings.

mod forms;
mod list;
mod show;
mod voice;

use kernel::{Actor, Id, Result};
use networks::Body;
use web::{Audience, Reading, Routes};

use super::{
    model::{Hearing, HearingState},
    rules,
    store::find_hearing,
};
use crate::{
    pages::frame::{Frame, Thing},
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
    frame: Frame<Hearing>,
    /// Whether she works on the reply.
    pub works: bool,
    /// Whether she releases it.
    pub releases: bool,
    /// Whether she contributes now.
    pub contributes: bool,
    /// Whether she reads how it comes about.
    pub inside: bool,
}

impl std::ops::Deref for Place {
    type Target = Frame<Hearing>;
    fn deref(&self) -> &Frame<Hearing> {
        &self.frame
    }
}

impl Place {
    /// The hearing of an address. Two statements.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Hearing>) -> Result<Self> {
        Ok(Self::of(r, Frame::load(r, id)?))
    }
    /// The same for whoever leads it.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Hearing>) -> Result<Self> {
        Ok(Self::of(r, Frame::led(r, id)?))
    }
    fn of(r: &Reading<'_>, frame: Frame<Hearing>) -> Self {
        let (actor, it) = (&r.viewer.actor, &frame.it);
        Self {
            works: rules::works(actor, it),
            releases: rules::releases(actor, it),
            contributes: rules::contributes(actor, it, r.viewer.today),
            inside: rules::inside(actor, it),
            frame,
        }
    }
}

impl Thing for Hearing {
    fn find(r: &Reading<'_>, id: Id<Self>) -> Result<Self> {
        find_hearing(r.conn, &r.viewer.actor, id)
    }
    fn title(&self) -> &str {
        &self.title
    }
    fn home(&self) -> (Id<Body>, Id<Body>) {
        (self.body, self.network)
    }
    fn leads(&self, actor: &Actor) -> bool {
        rules::leads(actor, self)
    }
    fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&HearingPage { hearing: self.id })
    }
    fn list(r: &Reading<'_>) -> (&'static str, String) {
        (T(r.viewer.lang).hearings_title(), r.viewer.link(&HearingList {}))
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
