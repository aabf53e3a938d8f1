//! `/gremien/{body}/aufgaben`: the tasks of a network or body.

use kernel::{Error, Id, Level, Result};
use networks::{Body, shell};
use rights::{Action, Kind};
use web::{Answer, Page, Reading, Slug};

use super::{
    CLOSED_DAYS, Lines,
    list::{Shown, order},
    rows,
};
use crate::{
    State, export,
    paths::{BodyTasks, BodyTasksFile, TaskNew},
    reads, rules,
    words::T,
};

/// A body in whose tasks the reader has a part.
pub struct Place {
    /// The body.
    pub body: Body,
    /// Its network.
    pub network: Body,
    /// The widest level of tasks she sees here.
    pub closest: Level,
}

impl Place {
    /// The body, if the reader sees some of its tasks.
    ///
    /// # Errors
    /// [`Error::NotFound`] where she may not see the body, [`Error::Denied`] where she has no part in it.
    pub fn load(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let body = networks::find_body(r.conn, actor, id)?;
        let closest = rules::reads(actor, &body).ok_or(Error::Denied(None))?;
        let network = if body.is_network() { body.clone() } else { networks::find_body(r.conn, actor, body.network)? };
        Ok(Self { body, network, closest })
    }
    /// The same, for those who lead it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let body = networks::find_body(r.conn, &r.viewer.actor, id)?;
        rights::require(&r.viewer.actor, Kind::Body, Action::Edit, &body.scope())?;
        Self::load(r, id)
    }
    /// The way here; the page itself is not in it.
    ///
    /// # Errors
    /// When a stored slug is none.
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> Result<String> {
        let t = T(r.viewer.lang);
        let mut steps = vec![(self.network.short(), shell::network_link(r, &self.network)?)];
        if !self.body.is_network() {
            steps.push((self.body.name_in(r.viewer.lang), shell::body_link(r, &self.network.slug, &self.body)?));
        }
        if deeper {
            steps.push((t.nav_tasks(), self.tasks(r)));
        }
        Ok(shell::crumbs(r, &steps))
    }
    /// A page about it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let tab = if self.body.is_network() { shell::Tab::View("tasks") } else { shell::Tab::Bodies };
        let name = self.body.name_in(r.viewer.lang);
        Ok(Page::new(format!("{title}: {name}")).nav("networks").sub(shell::sub(r, &self.network, tab)?))
    }
    /// The list of its tasks.
    pub fn tasks(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&BodyTasks { body: self.body.id })
    }
}

/// The list.
///
/// # Errors
/// As [`Place::load`].
pub fn show(r: &Reading<'_>, p: BodyTasks) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.body)?;
    let done = r.ask.query("zeigen") == Some("erledigt");
    let since = v.now.plus_seconds(-86_400 * CLOSED_DAYS);
    let mut tasks = if done {
        let mut closed = reads::of_body(r.conn, &place.body, State::Done, place.closest, since)?;
        closed.extend(reads::of_body(r.conn, &place.body, State::Dropped, place.closest, since)?);
        closed
    } else {
        reads::of_body(r.conn, &place.body, State::Open, place.closest, since)?
    };
    order(&mut tasks, if done { State::Done } else { State::Open });
    let lines = Lines::load(r, &tasks)?;
    let path = place.tasks(r);
    let works = rules::works(&place.body, v.today).is_ok();
    let new = (works && rules::leads(&v.actor, &place.body)).then(|| v.link(&TaskNew { body: p.body }));
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, false)?,
        lead: place.body.name_in(v.lang).to_owned(),
        new,
        views: vec![
            (t.view_open().to_owned(), path.clone(), !done),
            (t.view_closed().to_owned(), format!("{path}?zeigen=erledigt"), done),
        ],
        networks: Vec::new(),
        rows: rows(r, &lines, &tasks, false)?,
        just: Vec::new(),
        closed: done,
        empty: if done { t.empty_done() } else { t.empty_open() },
        empty_text: if done { t.empty_done_text() } else { t.empty_body_text() },
        back: "gremium",
        files: files(r, &place.body)?,
    };
    r.page(place.page(r, t.nav_tasks())?, &shown)
}

fn files(r: &Reading<'_>, body: &Body) -> Result<Vec<(&'static str, String)>> {
    if !export::may(r, body) {
        return Ok(Vec::new());
    }
    let t = T(r.viewer.lang);
    let link = |form: &str| -> Result<String> {
        let (list, form): (Slug, Slug) = (shell::slug(export::NAME)?, shell::slug(form)?);
        Ok(r.viewer.link(&BodyTasksFile { body: body.id, list, form }))
    };
    Ok(vec![(t.file_excel(), link("xlsx")?), (t.file_csv(), link("csv")?)])
}
