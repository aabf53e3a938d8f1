//! Addresses with their audience. A route without one cannot be written.

use std::{collections::HashSet, sync::Arc};

use db::{Conn, Tx};
use kernel::{Error, Moment, Result};

use crate::{Answer, Ask, Path, Site, Viewer, Watch, path::Captures};

/// Who may come to an address at all. What she finds there is decided again for each thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Everyone. The page shows each reader what she may see.
    Public,
    /// Whoever is signed in.
    SignedIn,
    /// Who runs the installation.
    Operator,
}

impl Audience {
    /// Its word in `geflecht routes`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::SignedIn => "signed-in",
            Self::Operator => "operator",
        }
    }
}

/// What a reading handler gets: one snapshot, one viewer, one question.
pub struct Reading<'a> {
    /// The snapshot.
    pub conn: &'a Conn,
    /// Who looks.
    pub viewer: &'a Viewer,
    /// What was asked.
    pub ask: &'a Ask,
    /// The house.
    pub site: &'a Site,
}

impl Reading<'_> {
    /// The number of the log in this snapshot: what an open page says it has seen when it listens for more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn seen(&self) -> Result<i64> {
        crate::server::seq_now(self.conn)
    }
    /// To a proof with something of her own, and then back here: for pages that ask for one only of some readers; a whole
    /// route says [`Routes::strong`].
    #[must_use]
    pub fn to_strong_proof(&self) -> Answer {
        crate::server::first(self.viewer, crate::server::STRONG, &self.ask.address())
    }
}

/// What a writing handler gets: one transaction, one viewer, one form.
pub struct Writing<'a> {
    /// The transaction.
    pub tx: &'a Tx<'a>,
    /// Who acts.
    pub viewer: &'a Viewer,
    /// What was asked.
    pub ask: &'a Ask,
    /// The house.
    pub site: &'a Site,
}

impl<'a> Writing<'a> {
    /// The same, for showing a page within the transaction, such as the form with what is wrong.
    #[must_use]
    pub fn reading(&self) -> Reading<'_> {
        Reading { conn: self.tx, viewer: self.viewer, ask: self.ask, site: self.site }
    }
    /// From when on the origin of this form may do something again that it may do `most` times in an hour without being signed
    /// in; `None` when it may now. `what` says what, down to the address that was typed in. Asking counts nothing.
    #[must_use]
    pub fn full(&self, what: &str, most: u32) -> Option<Moment> {
        self.site.counts_for(self.viewer)?.full(what, self.ask.origin, most, self.viewer.now)
    }
    /// Counts that it did so.
    pub fn note(&self, what: &str, most: u32) {
        if let Some(counts) = self.site.counts_for(self.viewer) {
            counts.note(what, self.ask.origin, most, self.viewer.now);
        }
    }
}

type ReadFn = dyn Fn(&Reading<'_>, &Captures) -> Result<Answer> + Send + Sync;
type WriteFn = dyn Fn(&Writing<'_>, &Captures) -> Result<Answer> + Send + Sync;
type WatchFn = dyn Fn(&Reading<'_>, &Captures) -> Result<Watch> + Send + Sync;

#[derive(Clone)]
pub(crate) enum Handler {
    Read(Arc<ReadFn>),
    Write(Arc<WriteFn>),
    Watch(Arc<WatchFn>),
}

/// One address.
#[derive(Clone)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Its pattern.
    pub pattern: &'static str,
    /// Who may come.
    pub audience: Audience,
    /// Whether whoever comes must have proved herself with a device or an app of her own within the last 15 minutes.
    pub strong: bool,
    pub(crate) handler: Handler,
    /// Whether the public's copy may be kept.
    pub kept: bool,
    /// Larger bodies than usual, in bytes.
    pub limit: usize,
    /// How often one origin may send this form in an hour without being signed in.
    pub per_hour: u32,
    /// Reads the files of the form, where it may have some.
    pub ready: Option<crate::Ready>,
}

impl Route {
    /// Who may come, in words for `geflecht routes`: the audience, and whether a strong proof is asked for.
    #[must_use]
    pub fn audience_words(&self) -> String {
        let strong = if self.strong { ", strong" } else { "" };
        format!("{}{strong}", self.audience.word())
    }
}

/// An address that is asked with GET.
fn shown<P: Path>(audience: Audience, handler: Handler, kept: bool) -> Route {
    Route {
        method: "GET",
        pattern: P::PATTERN,
        audience,
        strong: false,
        handler,
        kept,
        limit: 0,
        per_hour: PER_HOUR,
        ready: None,
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(part), Some(text)) if part == text || (part.starts_with('{') && !text.is_empty()) => {}
            _ => return false,
        }
    }
}

/// The longest body a form may have: 256 KiB.
pub const FORM_LIMIT: usize = 256 << 10;

/// How often one origin may send a form of the public in an hour: behind one address there may be a whole town hall.
pub const PER_HOUR: u32 = 600;

/// The addresses of a slice.
#[derive(Clone, Default)]
pub struct Routes(Vec<Route>);

impl Routes {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }
    /// A page. Public ones exist in German and under `/en`, and the public's copy is kept.
    #[must_use]
    pub fn get<P: Path + 'static>(self, audience: Audience, show: fn(&Reading<'_>, P) -> Result<Answer>) -> Self {
        self.page(audience, show, audience == Audience::Public)
    }
    /// A page of which no copy is kept: it depends on more than path, language, data and day.
    #[must_use]
    pub fn get_fresh<P: Path + 'static>(self, audience: Audience, show: fn(&Reading<'_>, P) -> Result<Answer>) -> Self {
        self.page(audience, show, false)
    }
    fn page<P: Path + 'static>(
        mut self,
        audience: Audience,
        show: fn(&Reading<'_>, P) -> Result<Answer>,
        kept: bool,
    ) -> Self {
        let handler =
            Handler::Read(Arc::new(move |r: &Reading<'_>, c: &Captures| show(r, P::read(c).ok_or(Error::NotFound)?)));
        self.0.push(shown::<P>(audience, handler, kept));
        self
    }
    /// What an open page listens to, as server-sent events: the handler decides in one snapshot whether the reader may
    /// and what she hears of. Whoever does not ask for a stream is told once whether something changed.
    #[must_use]
    pub fn watch<P: Path + 'static>(mut self, audience: Audience, watch: fn(&Reading<'_>, P) -> Result<Watch>) -> Self {
        let handler =
            Handler::Watch(Arc::new(move |r: &Reading<'_>, c: &Captures| watch(r, P::read(c).ok_or(Error::NotFound)?)));
        self.0.push(shown::<P>(audience, handler, false));
        self
    }
    /// A form's target.
    #[must_use]
    pub fn post<P: Path + 'static>(self, audience: Audience, act: fn(&Writing<'_>, P) -> Result<Answer>) -> Self {
        self.form(audience, act, FORM_LIMIT, None)
    }
    /// The target of a form with a file: at most `limit` bytes, read by `ready` before any transaction begins, and not
    /// at all for whoever may not come here.
    #[must_use]
    pub fn post_file<P: Path + 'static>(
        self,
        audience: Audience,
        limit: usize,
        ready: crate::Ready,
        act: fn(&Writing<'_>, P) -> Result<Answer>,
    ) -> Self {
        self.form(audience, act, limit, Some(ready))
    }
    fn form<P: Path + 'static>(
        mut self,
        audience: Audience,
        act: fn(&Writing<'_>, P) -> Result<Answer>,
        limit: usize,
        ready: Option<crate::Ready>,
    ) -> Self {
        let handler =
            Handler::Write(Arc::new(move |w: &Writing<'_>, c: &Captures| act(w, P::read(c).ok_or(Error::NotFound)?)));
        self.0.push(Route {
            method: "POST",
            pattern: P::PATTERN,
            audience,
            strong: false,
            handler,
            kept: false,
            limit,
            per_hour: PER_HOUR,
            ready,
        });
        self
    }
    /// The address added last asks for a strong proof as well: a device or an app of one's own, within the last 15
    /// minutes. Whoever lacks it is led to it and back; who may not come at all is told so first.
    #[must_use]
    pub fn strong(mut self) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.strong = true;
        }
        self
    }
    /// One origin may send the form added last only so often in an hour, as long as nobody is signed in there: for forms
    /// that write to somebody. What was refused does not count.
    #[must_use]
    pub fn per_hour(mut self, most: u32) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.per_hour = most;
        }
        self
    }
    /// Whether there is a page at this path, with or without the prefix of the language. What it shows is another question.
    #[must_use]
    pub fn has_page(&self, path: &str) -> bool {
        let shown = |path: &str, public: bool| {
            self.0
                .iter()
                .any(|r| r.method == "GET" && (!public || r.audience == Audience::Public) && fits(r.pattern, path))
        };
        let rest = path.strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/'));
        shown(path, false) || rest.is_some_and(|rest| shown(if rest.is_empty() { "/" } else { rest }, true))
    }
    /// This path if there is a page at it, else the nearest one above: where a form's target leads back to.
    #[must_use]
    pub fn nearest_page(&self, path: &str) -> String {
        let mut path = path;
        while !self.has_page(path) {
            match path.rsplit_once('/') {
                Some((above, _)) if !above.is_empty() => path = above,
                _ => return "/".to_owned(),
            }
        }
        path.to_owned()
    }
    /// All of them.
    #[must_use]
    pub fn list(&self) -> &[Route] {
        &self.0
    }
    /// Joins the addresses of several slices.
    ///
    /// # Errors
    /// When two slices claim the same address.
    pub fn join(all: impl IntoIterator<Item = Self>) -> Result<Self> {
        let routes: Vec<Route> = all.into_iter().flat_map(|r| r.0).collect();
        let mut seen = HashSet::new();
        for route in &routes {
            // `/a/{x}` and `/a/{y}` are one address.
            let shape: Vec<&str> =
                route.pattern.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
            if !seen.insert((route.method, shape)) {
                return Err(Error::internal(format!("{} {} is claimed twice", route.method, route.pattern)));
            }
        }
        Ok(Self(routes))
    }
}
