//! P24: what she is to do, and what she gave.

use askama::Template;
use kernel::{Id, Result};
use web::{Answer, Page, Reading};

use super::{CLOSED_DAYS, Lines, Row, rows};
use crate::{
    State, Task,
    paths::TaskList,
    reads::mine_in,
    rules::{REOPEN_SECONDS, sort},
    store::lists,
    words::T,
};

/// A choice of a list: word, address, whether it is the one shown.
pub type Chip = (String, String, bool);

#[derive(Template)]
#[template(path = "tasks.html")]
pub struct Shown {
    pub t: T,
    pub crumbs: String,
    pub lead: String,
    pub new: Option<String>,
    pub views: Vec<Chip>,
    pub networks: Vec<Chip>,
    pub rows: Vec<Row>,
    pub just: Vec<Row>,
    pub closed: bool,
    pub empty: &'static str,
    pub empty_text: &'static str,
    /// Where the buttons lead back to: `liste` or `gremium`.
    pub back: &'static str,
    pub files: Vec<(&'static str, String)>,
}

impl Shown {
    /// Above the rows.
    fn heading(&self) -> &'static str {
        if self.closed { self.t.heading_done() } else { self.t.heading_open() }
    }
}

/// The list.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: TaskList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let given = r.ask.query("wer") == Some("vergeben");
    let state = if r.ask.query("zeigen") == Some("erledigt") { State::Done } else { State::Open };
    let since = v.now.plus_seconds(-86_400 * CLOSED_DAYS);
    let person = Id::new(v.actor.person.unwrap_or(0));
    let mut tasks =
        if given { lists::list_given(r.conn, person, state, since)? } else { mine_in(r.conn, v, state, since)? };
    order(&mut tasks, state);
    let mut just = Vec::new();
    if state == State::Open && !given {
        just = lists::list_done_by(r.conn, person, v.now.plus_seconds(-REOPEN_SECONDS))?;
    }
    let all: Vec<Task> = tasks.iter().chain(&just).cloned().collect();
    let lines = Lines::load(r, &all)?;
    let link = |given: bool, done: bool, network: Option<&str>| {
        let asked: Vec<String> = [
            given.then(|| "wer=vergeben".to_owned()),
            done.then(|| "zeigen=erledigt".to_owned()),
            network.map(|slug| format!("netz={slug}")),
        ]
        .into_iter()
        .flatten()
        .collect();
        let path = v.link(&TaskList {});
        if asked.is_empty() { path } else { format!("{path}?{}", asked.join("&")) }
    };
    let done = state == State::Done;
    let mut known: Vec<_> = lines.known.bodies.values().filter(|b| b.is_network()).collect();
    known.retain(|n| tasks.iter().any(|task| task.network == n.id));
    known.sort_by_cached_key(|n| i18n::fold(n.short()));
    let chosen = known.iter().find(|n| r.ask.query("netz") == Some(n.slug.as_str())).map(|n| (n.id, n.slug.clone()));
    let mut networks: Vec<Chip> = Vec::new();
    if known.len() > 1 {
        networks.push((t.networks_all().to_owned(), link(given, done, None), chosen.is_none()));
        networks.extend(known.iter().map(|n| {
            let here = chosen.as_ref().is_some_and(|(id, _)| *id == n.id);
            (n.short().to_owned(), link(given, done, Some(&n.slug)), here)
        }));
    }
    let overdue = tasks.iter().filter(|task| task.is_overdue(v.today)).count();
    let open = tasks.len();
    if let Some((id, _)) = &chosen {
        tasks.retain(|task| task.network == *id);
    }
    let shown = Shown {
        t,
        crumbs: String::new(),
        lead: match (done, overdue) {
            (true, _) => t.lead_done(CLOSED_DAYS),
            (false, 0) => t.lead_open(open),
            (false, _) => format!("{}, {}", t.lead_open(open), t.lead_overdue(overdue)),
        },
        new: None,
        views: vec![
            (t.view_mine().to_owned(), link(false, false, None), !given && !done),
            (t.view_given().to_owned(), link(true, false, None), given && !done),
            (t.view_mine_done().to_owned(), link(false, true, None), !given && done),
            (t.view_given_done().to_owned(), link(true, true, None), given && done),
        ],
        networks,
        rows: rows(r, &lines, &tasks, true)?,
        just: rows(r, &lines, &just, true)?,
        closed: done,
        empty: if done { t.empty_done() } else { t.empty_open() },
        empty_text: match (given, done) {
            (true, _) => t.empty_given_text(),
            (false, true) => t.empty_done_text(),
            (false, false) => t.empty_open_text(),
        },
        back: "liste",
        files: Vec::new(),
    };
    r.page(Page::new(t.nav_tasks()).nav("tasks"), &shown)
}

/// Open ones most urgent first, closed ones latest first.
pub fn order(tasks: &mut [Task], state: State) {
    match state {
        State::Open => sort(tasks),
        _ => tasks.sort_by_key(|task| std::cmp::Reverse((task.closed_at, task.id))),
    }
}
