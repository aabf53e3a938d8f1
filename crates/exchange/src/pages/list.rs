//! P27: what is written in all her networks, the liveliest first.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Result};
use networks::{
    Body, Topic,
    shell::{Links, paged},
};
use web::{Answer, FormView, Page, Reading, Writing};

use super::{
    kind_word,
    place::topic_name,
    voices::{Voices, place_of},
};
use crate::{
    Chose, Thread, ThreadKind, actions,
    paths::{ThreadList, ThreadPage},
    reads, store,
    words::T,
};

/// A choice of a list: word, address, whether it is the one shown.
pub type Chip = (String, String, bool);

/// Rows on one page.
const ROWS: usize = 30;

/// One thread in a list.
pub struct Row {
    pub id: i64,
    pub title: String,
    pub href: String,
    pub hue: i64,
    pub kind: &'static str,
    pub body: String,
    pub author: String,
    pub topic: String,
    pub when: String,
    pub replies: i64,
    pub unread: bool,
    pub muted: bool,
    pub confidential: bool,
    pub outcome: bool,
    pub hidden: bool,
    pub until: String,
}

#[derive(Template)]
#[template(path = "threads.html")]
pub struct Shown {
    pub t: T,
    pub crumbs: String,
    pub title: String,
    pub lead: String,
    pub new: Option<String>,
    pub ways: Vec<(&'static str, String)>,
    pub views: Vec<Chip>,
    pub networks: Vec<Chip>,
    pub topics: Vec<Chip>,
    pub rows: Vec<Row>,
    pub pages: Links,
    pub unread: usize,
    pub once: String,
    pub released: Vec<String>,
    pub empty: (String, String),
    /// Whether threads are shown at all, or released numbers only.
    pub reads: bool,
}

/// The kinds a list can be narrowed to, as addresses name them.
pub const KINDS: [(&str, ThreadKind); 3] =
    [("fragen", ThreadKind::Question), ("informationen", ThreadKind::Information), ("bitten", ThreadKind::Request)];

/// What was asked for beside the list itself.
#[derive(Clone, Default)]
pub struct Narrowed {
    kind: Option<ThreadKind>,
    topic: Option<Topic>,
    open: bool,
    network: Option<String>,
}

impl Narrowed {
    /// From the address.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of(r: &Reading<'_>) -> Result<Self> {
        let asked = r.ask.query("art").unwrap_or_default();
        let topic = match r.ask.query("thema") {
            Some(slug) => networks::list_topics(r.conn)?.into_iter().find(|t| t.slug == slug),
            None => None,
        };
        Ok(Self {
            kind: KINDS.iter().find(|(word, _)| *word == asked).map(|(_, kind)| *kind),
            open: asked == "offen",
            topic,
            network: r.ask.query("netz").map(str::to_owned),
        })
    }
    fn address(&self, path: &str) -> String {
        let kind = self.kind.and_then(|kind| KINDS.iter().find(|(_, k)| *k == kind)).map(|(word, _)| *word);
        let parts: Vec<String> = [
            kind.or_else(|| self.open.then_some("offen")).map(|word| format!("art={word}")),
            self.topic.as_ref().map(|topic| format!("thema={}", topic.slug)),
            self.network.as_ref().map(|slug| format!("netz={slug}")),
        ]
        .into_iter()
        .flatten()
        .collect();
        if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
    }
    /// Whether a thread stays.
    fn keeps(&self, thread: &Thread) -> bool {
        self.kind.is_none_or(|kind| thread.kind == kind)
            && self.topic.as_ref().is_none_or(|topic| thread.topic == Some(topic.id))
            && (!self.open || thread.wants_outcome())
    }
    /// The chips of the kinds.
    pub fn kinds(&self, t: T, path: &str) -> Vec<Chip> {
        let with = |kind, open| Self { kind, open, ..self.clone() }.address(path);
        let mut chips = vec![(t.view_all().to_owned(), with(None, false), self.kind.is_none() && !self.open)];
        chips.extend(KINDS.iter().map(|(_, kind)| {
            let word = match kind {
                ThreadKind::Question => t.view_questions(),
                ThreadKind::Information => t.view_information(),
                ThreadKind::Request => t.view_requests(),
            };
            (word.to_owned(), with(Some(*kind), false), self.kind == Some(*kind))
        }));
        chips.push((t.view_open().to_owned(), with(None, true), self.open));
        chips
    }
    /// The chips of the topics that occur.
    pub fn topics(&self, r: &Reading<'_>, path: &str, threads: &[Thread]) -> Result<Vec<Chip>> {
        let used: Vec<_> = threads.iter().filter_map(|t| t.topic).collect();
        if used.is_empty() && self.topic.is_none() {
            return Ok(Vec::new());
        }
        let all = networks::list_topics(r.conn)?;
        let here = |topic: &Topic| self.topic.as_ref().is_some_and(|own| own.id == topic.id);
        let with = |topic: Option<&Topic>| Self { topic: topic.cloned(), ..self.clone() }.address(path);
        let mut chips = vec![(T(r.viewer.lang).topics_all().to_owned(), with(None), self.topic.is_none())];
        chips.extend(
            all.iter().filter(|x| used.contains(&x.id) || here(x)).map(|x| (topic_name(r, x), with(Some(x)), here(x))),
        );
        Ok(chips)
    }
}

/// The rows of some threads, with the links to all pages and how many are unread.
///
/// # Errors
/// When the database cannot be read.
pub fn rows(
    r: &Reading<'_>,
    narrowed: &Narrowed,
    path: &str,
    mut threads: Vec<Thread>,
    bodies: &HashMap<Id<Body>, Body>,
) -> Result<(Vec<Row>, Links, usize)> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    threads.retain(|thread| narrowed.keeps(thread));
    let (range, pages) = paged(r, &narrowed.address(path), threads.len(), ROWS);
    let shown: Vec<Thread> = threads.drain(range).collect();
    let ids: Vec<_> = shown.iter().map(|t| t.id).collect();
    let stood = match v.actor.person {
        Some(person) => store::standing::list_own(r.conn, Id::new(person), &ids)?,
        None => Vec::new(),
    };
    let authors: Vec<_> = shown.iter().filter_map(|t| t.author).collect();
    let sensitive: Vec<_> = bodies.values().filter(|b| b.sensitive).map(|b| b.id).collect();
    let voices = Voices::load(r, &authors, &sensitive)?;
    let topics = if shown.iter().any(|t| t.topic.is_some()) { networks::list_topics(r.conn)? } else { Vec::new() };
    let row = |thread: &Thread| {
        let own = stood.iter().find(|s| s.thread == thread.id);
        let body = bodies.get(&thread.body);
        let muted = own.is_some_and(|s| s.chose == Some(Chose::Mute));
        Row {
            id: thread.id.raw(),
            title: thread.title.clone(),
            href: v.link(&ThreadPage { thread: thread.id }),
            hue: bodies.get(&thread.network).map_or(0, |n| n.hue),
            kind: kind_word(t, thread.kind),
            body: body.map_or_else(String::new, |b| b.short().to_owned()),
            author: voices.author(r, thread, &place_of(thread, body)).name,
            topic: topics.iter().find(|x| Some(x.id) == thread.topic).map_or_else(String::new, |x| topic_name(r, x)),
            when: i18n::relative(v.lang, v.today, thread.last_at.day()),
            replies: thread.replies,
            unread: !muted && own.is_none_or(|s| s.read_at < thread.last_at),
            muted,
            confidential: thread.confidential,
            outcome: thread.outcome.is_some(),
            hidden: thread.hidden.is_some(),
            until: thread
                .answer_until
                .filter(|day| *day >= v.today && thread.outcome.is_none())
                .map_or_else(String::new, |day| t.until_short(i18n::day_medium(v.lang, day))),
        }
    };
    // What she has not read comes first.
    let mut rows: Vec<Row> = shown.iter().map(row).collect();
    rows.sort_by_key(|row| !row.unread);
    let unread = rows.iter().filter(|row| row.unread).count();
    Ok((rows, pages, unread))
}

/// The list.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: ThreadList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut threads = reads::mine(r.conn, &v.actor)?;
    let ids: Vec<Id<Body>> =
        threads.iter().flat_map(|t| [t.body, t.network]).chain(v.actor.networks().into_iter().map(Id::new)).collect();
    let bodies: HashMap<Id<Body>, Body> =
        networks::list_bodies_by_id(r.conn, &v.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect();
    let path = v.link(&ThreadList {});
    let narrowed = Narrowed::of(r)?;
    let mut known: Vec<&Body> = bodies.values().filter(|b| b.is_network()).collect();
    known.sort_by_cached_key(|b| i18n::fold(b.short()));
    let with = |slug: Option<&str>| Narrowed { network: slug.map(str::to_owned), ..narrowed.clone() }.address(&path);
    let mut networks = Vec::new();
    if known.len() > 1 {
        networks.push((t.networks_all().to_owned(), with(None), narrowed.network.is_none()));
        let here = |b: &Body| narrowed.network.as_deref() == Some(b.slug.as_str());
        networks.extend(known.iter().map(|b| (b.short().to_owned(), with(Some(&b.slug)), here(b))));
    }
    if let Some(chosen) = known.iter().find(|b| narrowed.network.as_deref() == Some(b.slug.as_str())) {
        threads.retain(|thread| thread.network == chosen.id);
    }
    let topics = narrowed.topics(r, &path, &threads)?;
    let (rows, pages, unread) = rows(r, &narrowed, &path, threads, &bodies)?;
    // Where there is one network only, the way to write is here, too.
    let mine = v.actor.networks();
    let new = match mine[..] {
        [only] => bodies.get(&Id::new(only)).filter(|b| crate::actions::may_write(&v.actor, b)),
        _ => None,
    };
    let mut write: Vec<(&'static str, String)> = Vec::new();
    if new.is_none() && !mine.is_empty() {
        write.push((t.choose_network(), v.link(&"/netzwerke")));
    }
    let shown = Shown {
        t,
        crumbs: String::new(),
        title: t.nav_exchange().to_owned(),
        lead: t.list_lead().to_owned(),
        new: new.map(|b| v.link(&crate::paths::ThreadNew { body: b.id })),
        ways: write,
        views: narrowed.kinds(t, &path),
        networks,
        topics,
        rows,
        pages,
        unread,
        once: FormView::new(v.lang, &[]).once(),
        released: Vec::new(),
        empty: (t.empty_all().to_owned(), t.empty_all_text().to_owned()),
        reads: true,
    };
    r.page(Page::new(t.nav_exchange()).nav("exchange"), &shown)
}

/// Marks what the page showed as read.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, _: ThreadList) -> Result<Answer> {
    let ids: Vec<i64> = w.ask.every("gelesen").filter_map(|id| id.parse().ok()).take(ROWS).collect();
    actions::mark_read(w.tx, &w.viewer.actor, &ids)?;
    let back = w.ask.field("gremium").parse::<Id<Body>>();
    let there = match back {
        Ok(body) => w.viewer.link(&crate::paths::BodyThreads { body }),
        Err(()) => w.viewer.link(&ThreadList {}),
    };
    Ok(Answer::to(there).with_note(T(w.viewer.lang).note_read()))
}
