//! The house: its database, its slices and what the program was told.

use std::sync::{Arc, OnceLock};

use db::{Conn, Db, Tx};
use kernel::{Actor, Error, Result};

use crate::{
    Answer, Ask, Audience, Kind, Nav, Press, Proxies, Reading, Route, Routes, Slice, Viewer, Waiting, errors,
    kept::Kept, origin::Counts, route::Handler, viewer::Signed, waiting::Numbers, watch::Bell,
};

/// What the program was told of the outside.
#[derive(Clone, Debug)]
pub struct Outside {
    /// Where the installation is reached, `https://netz.example.org`, without a slash at the end. Links in mails,
    /// the name of the cookie and the check of the origin come from here, never from the Host header.
    pub base_url: String,
    /// Whether only this machine can reach it; then `localhost` and `127.0.0.1` both count as the origin.
    pub loopback: bool,
    /// The web servers in front whose word about the sender counts.
    pub proxies: Proxies,
    /// Whether answers tell how many statements they took (demo and tests).
    pub observe: bool,
}

impl Outside {
    /// Whether it is reached by TLS, so that cookies may be bound to it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// What the shell needs from slices it must not know.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// Who a session's token belongs to, if it is valid now.
    pub who: fn(&Conn, &str) -> Result<Option<Signed>>,
    /// Marks a session as seen.
    pub touch: fn(&Tx<'_>, i64) -> Result<()>,
    /// Where the set-up is, as long as the installation has nobody yet.
    pub set_up: fn(&Conn) -> Result<Option<String>>,
}

/// The bar of the demo: who one can look as.
#[derive(Clone, Debug)]
pub struct DemoBar {
    /// Slug and description of each persona.
    pub personas: Vec<(String, String)>,
}

struct Inner {
    db: Db,
    slices: Vec<Slice>,
    routes: Routes,
    outside: Outside,
    hooks: Hooks,
    demo: Option<DemoBar>,
    kept: Kept,
    press: OnceLock<Press>,
    counts: Counts,
    bell: Bell,
    numbers: Numbers,
}

/// A handle to the house, cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

impl Site {
    /// Builds the house from its slices.
    ///
    /// # Errors
    /// When two slices claim the same address.
    pub fn build(db: Db, slices: Vec<Slice>, outside: Outside, hooks: Hooks, demo: Option<DemoBar>) -> Result<Self> {
        let routes = Routes::join(slices.iter().map(|s| (s.routes)()))?;
        let (kept, counts) = (Kept::default(), Counts::default());
        let (press, bell, numbers) = (OnceLock::new(), Bell::default(), Numbers::default());
        Ok(Self(Arc::new(Inner { db, slices, routes, outside, hooks, demo, kept, counts, press, bell, numbers })))
    }
    /// With a press, without which papers come as Word files only. The first one stays.
    #[must_use]
    pub fn printing(self, press: Press) -> Self {
        let _ = self.0.press.set(press);
        self
    }
    pub(crate) fn press(&self) -> Option<&Press> {
        self.0.press.get()
    }
    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.db
    }
    /// What the program was told.
    #[must_use]
    pub fn outside(&self) -> &Outside {
        &self.0.outside
    }
    /// Every address.
    #[must_use]
    pub fn routes(&self) -> &Routes {
        &self.0.routes
    }
    /// Every slice.
    #[must_use]
    pub fn slices(&self) -> &[Slice] {
        &self.0.slices
    }
    /// Every kind of thing.
    pub fn kinds(&self) -> impl Iterator<Item = &'static Kind> {
        self.0.slices.iter().flat_map(|s| s.kinds.iter())
    }
    /// What a verb of a slice is called in lists of what is new; `None` for what no slice wants told there.
    #[must_use]
    pub fn news_word(&self, verb: &str, lang: kernel::Lang) -> Option<&'static str> {
        self.news().find(|n| n.verb == verb).map(|n| (n.word)(lang))
    }
    /// Every verb a slice wants told in lists of what is new.
    pub fn news(&self) -> impl Iterator<Item = &'static crate::Newsworthy> {
        self.0.slices.iter().flat_map(|s| s.news.iter())
    }
    /// The main menu, in order.
    #[must_use]
    pub fn nav(&self) -> Vec<&'static Nav> {
        let mut all: Vec<&Nav> = self.0.slices.iter().flat_map(|s| s.nav.iter()).collect();
        all.sort_by_key(|n| n.place);
        all
    }
    /// The bar of the demo, in the demo.
    #[must_use]
    pub fn demo(&self) -> Option<&DemoBar> {
        self.0.demo.as_ref()
    }
    pub(crate) fn kept(&self) -> &Kept {
        &self.0.kept
    }
    /// What needs the viewer, most urgent first. Their number is remembered for the head of her pages.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waiting(&self, r: &Reading<'_>) -> Result<Vec<Waiting>> {
        let mut all = Vec::new();
        for ask in self.0.slices.iter().filter_map(|slice| slice.waiting) {
            all.extend(ask(r)?);
        }
        self.note_waiting(r, &all);
        Ok(all)
    }
    /// Remembers how many of these stand open, where a page derived the list with what else it shows.
    pub fn note_waiting(&self, r: &Reading<'_>, all: &[Waiting]) {
        if let Some(person) = r.viewer.actor.person {
            let open = all.iter().filter(|one| one.later.is_none()).count();
            self.0.numbers.note(person, r.viewer.now, open);
        }
    }
    /// How much needs the viewer, as of a minute ago at most: derived anew only where nothing is remembered.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn count_waiting(&self, r: &Reading<'_>) -> Result<usize> {
        let Some(person) = r.viewer.signed.as_ref().map(|who| who.person) else { return Ok(0) };
        if !self.0.slices.iter().any(|slice| slice.waiting.is_some()) {
            return Ok(0);
        }
        match self.0.numbers.find(person, r.viewer.now) {
            Some(known) => Ok(known),
            None => Ok(self.waiting(r)?.iter().filter(|one| one.later.is_none()).count()),
        }
    }
    pub(crate) fn forget_waiting(&self, person: i64) {
        self.0.numbers.forget(person);
    }
    pub(crate) fn bell(&self) -> &Bell {
        &self.0.bell
    }
    pub(crate) fn hooks(&self) -> &Hooks {
        &self.0.hooks
    }
    /// Where the set-up is, as long as nobody operates the installation. The demo needs none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn set_up(&self, conn: &Conn) -> Result<Option<String>> {
        if self.0.demo.is_some() { Ok(None) } else { (self.0.hooks.set_up)(conn) }
    }
    /// An absolute address, for mails and feeds.
    #[must_use]
    pub fn absolute(&self, path: &impl std::fmt::Display) -> String {
        format!("{}{path}", self.0.outside.base_url)
    }

    /// Who looks, derived within this snapshot: a right revoked a moment ago is gone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn viewer(&self, conn: &Conn, ask: &Ask) -> Result<Viewer> {
        let signed = match ask.cookie("s") {
            Some(token) => (self.0.hooks.who)(conn, token)?,
            None => None,
        };
        let today = conn.today();
        let actor = match &signed {
            Some(signed) => Actor {
                shared_address: signed.shared_address,
                ..rights::load(conn, signed.person, today, Some(signed.proved_at))?
            },
            None => Actor::public(),
        };
        let lang = if ask.english { kernel::Lang::En } else { signed.as_ref().map_or(ask.lang, |s| s.lang) };
        Ok(Viewer {
            actor,
            lang,
            today,
            now: conn.now(),
            stand: ask.stand().unwrap_or(today),
            english: ask.english && signed.is_none(),
            signed,
        })
    }

    /// Answers one question within a snapshot: the handler, or the page that says why not.
    pub(crate) fn answer_read(
        &self,
        conn: &Conn,
        ask: &Ask,
        work: impl FnOnce(&Reading<'_>) -> Result<Answer>,
    ) -> Result<(Answer, Viewer)> {
        let viewer = self.viewer(conn, ask)?;
        let reading = Reading { conn, viewer: &viewer, ask, site: self };
        let answer = match work(&reading) {
            Ok(answer) => answer,
            // A page would need the snapshot a fault may have spoilt.
            Err(cause @ Error::Internal(_)) => return Err(cause),
            Err(cause) => errors::page(&reading, &cause)?,
        };
        Ok((answer, viewer))
    }

    /// What is counted of origins, for whoever has limits: in the demo all come from this machine, and its clock stands still.
    pub(crate) fn counts_for(&self, viewer: &Viewer) -> Option<&Counts> {
        (viewer.signed.is_none() && self.0.demo.is_none()).then_some(&self.0.counts)
    }

    /// Answers one question within a transaction; anything from status 400 rolls back.
    pub(crate) fn answer_write(
        &self,
        tx: &Tx<'_>,
        ask: &Ask,
        route: &Route,
        captures: &crate::Captures,
        allowed: impl Fn(&Viewer) -> Result<Option<Answer>>,
    ) -> Result<Answer> {
        let viewer = self.viewer(tx, ask)?;
        let writing = crate::Writing { tx, viewer: &viewer, ask, site: self };
        let counts = self.counts_for(&viewer).filter(|_| route.audience == Audience::Public);
        let (form, most, now) = (route.pattern, route.per_hour, viewer.now);
        if let Some(again) = counts.and_then(|counts| counts.full(form, ask.origin, most, now)) {
            return errors::too_many_from_here(&writing.reading(), again);
        }
        let acted = allowed(&viewer).and_then(|early| match (early, &route.handler) {
            (Some(answer), _) => Ok(answer),
            (None, Handler::Write(act)) => crate::once::once(&writing, || act(&writing, captures)),
            (None, Handler::Read(_) | Handler::Watch(_)) => Err(Error::internal("a page was asked to write")),
        });
        match acted {
            Ok(answer) => {
                if let Some(counts) = counts.filter(|_| answer.status < 400) {
                    counts.note(form, ask.origin, most, now);
                }
                Ok(answer)
            }
            Err(cause @ Error::Internal(_)) => Err(cause),
            Err(cause) => errors::page(&writing.reading(), &cause),
        }
    }
}
