//! What exchange has to tell by letter: threads, what came of them, answers; and in the inbox what letters of their own told:
//! circulars, and to their writer that one came back. Whether somebody hears of it is decided by `notices`, for each reader
//! anew.

use std::collections::{HashMap, HashSet};

use db::Conn;
use kernel::{Id, Level, Moment, Result, Scope};
use networks::Body;
use web::{Told, Weight, Window};

use crate::{
    Chose, Circular, Forward, Thread,
    actions::circulars::CAME_BACK,
    paths::{CircularPage, ThreadPage},
    store,
    words::T,
};

/// The kind of threads.
pub const KIND: &str = "thread";

/// The kind of circulars.
pub const CIRCULAR: &str = "circular";

/// What the registry asks: everything that happened within a window. At most ten statements; with what letters of their own
/// told up to four more.
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
    let mentions = store::told::list_mentions(conn, &ids)?;
    for (thread, reply, by, at) in replies {
        let Some(thread) = by_id.get(&thread) else { continue };
        let named: Vec<i64> = mentions.iter().filter(|(of, _)| *of == reply).map(|(_, who)| *who).collect();
        // Whoever is named got a letter of her own: that she is named is what she hears of last.
        all.push(Told { lettered: named.clone(), ..known.of(thread, at, Weight::Reply, by.map(Id::raw)) });
        if window.letters && !named.is_empty() {
            let direct = known.of(thread, at, Weight::Direct, by.map(Id::raw));
            all.push(Told { letter: true, asked: named, ..direct }.saying(|lang| T(lang).told_mentioned()));
        }
    }
    if window.letters {
        all.extend(circulars(conn, window)?);
        all.extend(lost(conn, window)?);
    }
    Ok(all)
}

fn of_circular(circular: &Circular, at: Moment, weight: Weight) -> Told {
    let home = (circular.network.raw(), circular.body.raw());
    Told {
        title: circular.subject.clone(),
        path: CircularPage { circular: circular.id }.to_string(),
        ways: vec![home],
        letter: true,
        ..Told::new(CIRCULAR, circular.id.raw(), at, weight)
    }
}

/// Circulars, for those they went to.
fn circulars(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let left = store::circulars::list_left(conn, (window.since, window.until))?;
    let ids: Vec<i64> = left.iter().map(|c| c.id.raw()).collect();
    let reached = store::circulars::list_reached(conn, &ids, window)?;
    let tell = |circular: &Circular| {
        let of = || reached.iter().filter(|(id, ..)| *id == circular.id);
        let mut ways: Vec<(i64, i64)> = of().map(|(_, network, _)| (network.raw(), network.raw())).collect();
        ways.sort_unstable();
        ways.dedup();
        let weight = if circular.duty { Weight::Duty } else { Weight::Circular };
        let told = Told {
            ways,
            asked: of().map(|(.., person)| *person).collect(),
            by: circular.author.map(Id::raw),
            ..of_circular(circular, circular.sent_at.or(circular.leaves_at)?, weight)
        };
        (!told.asked.is_empty()).then(|| told.saying(|lang| T(lang).told_circular()))
    };
    Ok(left.iter().filter_map(tell).collect())
}

/// Letters of circulars that never arrived, for whoever wrote the circular.
fn lost(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let events = window.events(conn, &[CAME_BACK])?;
    let ids: Vec<i64> = events.iter().map(|e| e.subject).collect();
    let known: HashMap<i64, Circular> =
        store::circulars::list_some(conn, &ids)?.into_iter().map(|c| (c.id.raw(), c)).collect();
    let tell = |e: &db::Entry| {
        let circular = known.get(&e.subject)?;
        let told = Told { asked: vec![circular.author?.raw()], ..of_circular(circular, e.at, Weight::Direct) };
        Some(told.saying(|lang| T(lang).told_came_back()))
    };
    Ok(events.iter().filter_map(tell).collect())
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
    quiet: HashSet<Id<Body>>,
}

impl Known {
    fn load(conn: &Conn, threads: &[Thread]) -> Result<Self> {
        let ids: Vec<Id<Thread>> = threads.iter().map(|t| t.id).collect();
        let mut bodies: Vec<Id<Body>> = threads.iter().map(|t| t.body).collect();
        bodies.sort_unstable();
        bodies.dedup();
        let quiet = networks::quiet_bodies(conn, &bodies)?;
        if ids.is_empty() {
            return Ok(Self {
                forwards: Vec::new(),
                asked: Vec::new(),
                stood: Vec::new(),
                writers: Vec::new(),
                by_mail: Vec::new(),
                quiet,
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
            quiet,
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
        // A committee alone can be sensitive, too.
        let quiet = thread.confidential || self.quiet.contains(&thread.body);
        Told {
            title: thread.title.clone(),
            path: ThreadPage { thread: thread.id }.to_string(),
            by,
            ways,
            scopes,
            quiet,
            open: (!quiet).then(|| format!("/nachricht/{{token}}/{id}")),
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
            topics: thread.topic.iter().map(|topic| topic.raw()).collect(),
            ..Told::new(KIND, id, at, weight)
        }
    }
}
