//! What exchange has to tell by letter: threads, what came of them, answers. Whether somebody hears of it is decided by
//! `notices`, for each reader anew.

use std::collections::{HashMap, hash_map::Entry};

use db::Conn;
use kernel::{Id, Level, Moment, Result, Scope};
use networks::Body;
use web::{Told, Weight, Window};

use crate::{Chose, Forward, Thread, paths::ThreadPage, store};

/// The kind of threads.
pub const KIND: &str = "thread";

/// What the registry asks: everything that happened within a window. Nine statements, and one for each network.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let threads = store::told::list_lively(conn, window)?;
    let ids: Vec<Id<Thread>> = threads.iter().map(|t| t.id).collect();
    let replies = store::told::list_replies(conn, window, &ids)?;
    let known = Known::load(conn, &threads)?;
    let by_id: HashMap<Id<Thread>, &Thread> = threads.iter().map(|t| (t.id, t)).collect();
    let mut all = Vec::new();
    let within = |at: Moment| window.has(at);
    for thread in &threads {
        if within(thread.made_at) {
            all.push(known.of(thread, thread.made_at, Weight::New, thread.author.map(Id::raw)));
            // Whoever is asked in person gets a letter of her own.
            let direct = known.of(thread, thread.made_at, Weight::Direct, thread.author.map(Id::raw));
            if window.letters && !direct.asked.is_empty() {
                all.push(Told { letter: true, due: thread.answer_until, ..direct });
            }
        }
        if let Some(outcome) = thread.outcome.as_ref().filter(|o| within(o.at)) {
            all.push(known.of(thread, outcome.at, Weight::Outcome, outcome.by.map(Id::raw)));
        }
        for way in known.forwards.iter().filter(|f| f.thread == thread.id && within(f.at)) {
            let told = known.of(thread, way.at, Weight::New, way.by.map(Id::raw));
            let there = (way.network.raw(), way.network.raw());
            let before =
                told.ways.iter().copied().filter(|w| *w != there && known.came(thread, w.0) < way.at).collect();
            all.push(Told { ways: vec![there], before, ..told });
        }
    }
    for (thread, by, at) in replies {
        if let Some(thread) = by_id.get(&thread) {
            all.push(known.of(thread, at, Weight::Reply, by.map(Id::raw)));
        }
    }
    Ok(all)
}

/// The same for some threads as they stand, whatever happened in them.
///
/// # Errors
/// When the database cannot be read.
pub fn candidates(conn: &Conn, threads: &[Thread], weight: Weight) -> Result<Vec<Told>> {
    let known = Known::load(conn, threads)?;
    Ok(threads.iter().map(|t| known.of(t, t.made_at, weight, t.author.map(Id::raw))).collect())
}

/// What hangs on some threads.
struct Known {
    forwards: Vec<Forward>,
    asked: Vec<(i64, i64)>,
    stood: Vec<crate::Stood>,
    writers: Vec<(i64, i64)>,
    by_mail: Vec<(i64, i64)>,
    networks: HashMap<Id<Body>, Body>,
}

impl Known {
    fn load(conn: &Conn, threads: &[Thread]) -> Result<Self> {
        let ids: Vec<Id<Thread>> = threads.iter().map(|t| t.id).collect();
        let mut networks = HashMap::new();
        // As many as there are networks in which something happened.
        for thread in threads {
            if let Entry::Vacant(free) = networks.entry(thread.network) {
                free.insert(networks::body_for_program(conn, thread.network)?);
            }
        }
        if ids.is_empty() {
            return Ok(Self {
                forwards: Vec::new(),
                asked: Vec::new(),
                stood: Vec::new(),
                writers: Vec::new(),
                by_mail: Vec::new(),
                networks,
            });
        }
        let asked = store::standing::list_asked(conn, &ids)?;
        let writers = store::told::list_writers(conn, &ids)?;
        Ok(Self {
            forwards: store::told::list_forwards(conn, &ids)?,
            asked: asked.into_iter().map(|(thread, person, _)| (thread.raw(), person.raw())).collect(),
            stood: store::standing::list_all(conn, &ids)?,
            by_mail: store::incoming::list_by_mail(conn, &ids)?,
            writers: writers.into_iter().map(|(thread, person)| (thread.raw(), person.raw())).collect(),
            networks,
        })
    }

    /// When a thread came to a network.
    fn came(&self, thread: &Thread, network: i64) -> Moment {
        let way = self.forwards.iter().find(|f| f.thread == thread.id && f.network.raw() == network);
        way.map_or(thread.made_at, |f| f.at)
    }

    fn of(&self, thread: &Thread, at: Moment, weight: Weight, by: Option<i64>) -> Told {
        let id = thread.id.raw();
        let (network, body) = (thread.network.raw(), thread.body.raw());
        let mut ways = vec![(network, body)];
        let mut scopes = vec![thread.scope()];
        for way in self.forwards.iter().filter(|f| f.thread == thread.id) {
            let there = way.network.raw();
            ways.push((there, there));
            scopes.push(Scope::body(Level::Network, there, there));
        }
        let of =
            |pairs: &[(i64, i64)]| -> Vec<i64> { pairs.iter().filter(|(t, _)| *t == id).map(|(_, p)| *p).collect() };
        let stood = || self.stood.iter().filter(|s| s.thread == thread.id);
        let mut concerned = of(&self.writers);
        concerned.extend(thread.author.map(Id::raw));
        let sensitive = self.networks.get(&thread.network).is_none_or(|n| n.sensitive);
        Told {
            title: thread.title.clone(),
            path: ThreadPage { thread: thread.id }.to_string(),
            by,
            ways,
            scopes,
            quiet: thread.confidential,
            open: (!thread.confidential && !sensitive).then(|| format!("/nachricht/{{token}}/{id}")),
            answers: true,
            concerned,
            by_mail: of(&self.by_mail),
            asked: of(&self.asked),
            chose: stood()
                .filter_map(|s| {
                    let chose = match s.chose? {
                        Chose::Follow => web::Chose::Follow,
                        Chose::Mute => web::Chose::Mute,
                    };
                    Some((s.person.raw(), chose))
                })
                .collect(),
            read: stood().map(|s| (s.person.raw(), s.read_at)).collect(),
            ..Told::new(KIND, id, at, weight)
        }
    }
}
