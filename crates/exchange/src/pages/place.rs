//! A thread with where it belongs, for one reader.

use std::collections::HashMap;

use kernel::{Id, Result};
use networks::{
    Body, BodyKind, Topic, list_bodies_by_id,
    shell::{self, Tab},
};
use web::{Page, Reading, Sheet};

use crate::{
    Forward, Thread, actions,
    letters::is,
    paths::{BodyThreads, ThreadList, ThreadPage},
    rules::{leads, may_reply},
    store,
    words::T,
};

/// A thread the reader may see.
pub struct Place {
    /// The thread.
    pub thread: Thread,
    /// The ways it took.
    pub forwards: Vec<Forward>,
    /// Its body, its network and those it was brought to, where the reader may see their pages.
    pub bodies: HashMap<Id<Body>, Body>,
    /// Whether she wrote it.
    pub own: bool,
    /// Whether she leads its body.
    pub leads: bool,
    /// Whether she writes in it.
    pub speaks: bool,
}

impl Place {
    /// The thread of an address.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Thread>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let thread = actions::found(r.conn, actor, id)?;
        let forwards = store::threads::list_forwards(r.conn, &[id])?;
        let mut ids = vec![thread.body, thread.network];
        ids.extend(forwards.iter().map(|f| f.network));
        let bodies = list_bodies_by_id(r.conn, actor, &ids)?.into_iter().map(|b| (b.id, b)).collect();
        let there: Vec<_> = forwards.iter().map(|f| f.network).collect();
        Ok(Self {
            own: is(thread.author, actor.person),
            leads: leads(actor, &thread),
            speaks: thread.hidden.is_none() && may_reply(actor, &thread, &there),
            thread,
            forwards,
            bodies,
        })
    }

    /// Its body, where the reader may see its page.
    #[must_use]
    pub fn body(&self) -> Option<&Body> {
        self.bodies.get(&self.thread.body)
    }

    /// The place of names in it.
    #[must_use]
    pub fn names_at(&self) -> networks::Place {
        let sensitive = self.body().is_some_and(|b| b.sensitive);
        networks::Place { network: self.thread.network, body: self.thread.body, sensitive }
    }

    /// The page of the thread.
    #[must_use]
    pub fn page_link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&ThreadPage { thread: self.thread.id })
    }

    /// The way here; `deeper`: below the page of the thread itself.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let t = T(r.viewer.lang);
        let mut steps = vec![(t.nav_exchange(), r.viewer.link(&ThreadList {}))];
        if let Some(body) = self.body() {
            steps.push((body.name_in(r.viewer.lang), r.viewer.link(&BodyThreads { body: body.id })));
        }
        if deeper {
            steps.push((self.thread.title.as_str(), self.page_link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }

    /// A page about it.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let name = &self.thread.title;
        let title = if title.is_empty() { name.clone() } else { format!("{title}: {name}") };
        let page = Page::new(title).nav("exchange");
        match self.body() {
            Some(body) => body_row(r, page, body, self.bodies.get(&self.thread.network)),
            None => Ok(page),
        }
    }

    /// A form about it, its fields still missing.
    #[must_use]
    pub fn sheet(&self, r: &Reading<'_>, title: &str) -> Sheet {
        Sheet {
            crumbs: self.crumbs(r, true),
            title: title.to_owned(),
            lead: self.thread.title.clone(),
            back: self.page_link(r),
            ..Sheet::new(r.viewer.lang)
        }
    }
}

/// A page of a body, with the second row of its network where the reader may see that.
///
/// # Errors
/// When a slug is none.
pub fn body_row(r: &Reading<'_>, page: Page, body: &Body, network: Option<&Body>) -> Result<Page> {
    let Some(network) = network else { return Ok(page) };
    let tab = if body.is_network() { Tab::View("exchange") } else { Tab::Bodies };
    Ok(page.sub(shell::sub(r, network, tab)?))
}

/// A body with its network, where the reader may see that.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she may not see the body.
pub fn home(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let body = networks::find_body(r.conn, &r.viewer.actor, id)?;
    let network = if body.is_network() {
        Some(body.clone())
    } else {
        list_bodies_by_id(r.conn, &r.viewer.actor, &[body.network])?.into_iter().next()
    };
    Ok((body, network))
}

/// The way to a page below a body.
///
/// # Errors
/// When a slug is none.
pub fn body_crumbs(r: &Reading<'_>, body: &Body, network: Option<&Body>, deeper: bool) -> Result<String> {
    let mut steps = Vec::new();
    if let Some(network) = network {
        steps.push((network.short(), shell::network_link(r, network)?));
        if !body.is_network() {
            steps.push((body.name_in(r.viewer.lang), shell::body_link(r, &network.slug, body)?));
        }
    }
    if deeper {
        steps.push((T(r.viewer.lang).nav_exchange(), r.viewer.link(&BodyThreads { body: body.id })));
    }
    Ok(shell::crumbs(r, &steps))
}

/// Whether somebody may still write in a body.
#[must_use]
pub fn is_alive(r: &Reading<'_>, body: &Body) -> bool {
    body.kind != BodyKind::Outside && body.term.until > r.viewer.today
}

/// Topics to choose from, with none first.
///
/// # Errors
/// When the database cannot be read.
pub fn topic_options(r: &Reading<'_>) -> Result<Vec<(String, String)>> {
    let mut options = vec![(String::new(), T(r.viewer.lang).topic_none().to_owned())];
    let all = networks::list_topics(r.conn)?;
    options.extend(all.iter().map(|topic| (topic.id.to_string(), topic_name(r, topic))));
    Ok(options)
}

/// What a topic is called.
#[must_use]
pub fn topic_name(r: &Reading<'_>, topic: &Topic) -> String {
    match r.viewer.lang {
        kernel::Lang::De => topic.name.clone(),
        kernel::Lang::En => topic.name_en.clone(),
    }
}
