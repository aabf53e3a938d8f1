//! Sittings out of a council information system: an address is entered, pages are read by a job of their own, what came is
//! looked at, and taken.

use std::collections::{BTreeSet, HashMap};

use db::{Conn, Db, Tx};
use fetch::{Address, Reach};
use kernel::{Actor, Error, Id, Reason, Result};
use networks::Body;

use super::{
    denied, event, rule,
    sessions::{change_session, scope_of, write_agenda},
};
use crate::{
    NewSession, OparlSource, OparlTrouble, Session, SourceState,
    oparl::{Fate, Found, MeetingRead, fate, follow, read},
    reads::Side,
    store::{oparl as store, sessions},
    words::T,
};

/// What the job that reads is called.
pub const JOB: &str = "mandates.oparl";

/// The network on whose side somebody reads sittings of a body.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who enter its sittings.
pub fn side(conn: &Conn, by: &Actor, receiver: Id<Body>) -> Result<Id<Body>> {
    let body = networks::find_body(conn, by, receiver)?;
    let network = Side::network(conn, by, &body)?;
    let side = Side::load(conn, by, receiver, network)?;
    if !side.sees {
        return Err(Error::NotFound);
    }
    if side.edits { Ok(network) } else { denied() }
}

/// Has the sittings read that stand at an address. The same address after a fault that may pass goes on where it stopped.
///
/// # Errors
/// As [`side`]; [`Error::Form`] on `url`; [`Error::Rule`] while it is being read.
pub fn read_sittings(tx: &Tx<'_>, by: &Actor, receiver: Id<Body>, url: &str) -> Result<Id<OparlSource>> {
    let network = side(tx, by, receiver)?;
    // Whether the address may be reached is judged where it is asked.
    let url = Address::parse(url, true).map_err(|_| {
        Error::field(
            "url",
            Reason::new(
                "Bitte geben Sie eine Adresse an, die mit https:// beginnt.",
                "Please give an address that begins with https://.",
            ),
        )
    })?;
    let id = match store::find_source(tx, receiver, network)? {
        None => {
            let id = tx.id();
            store::insert_source(tx, id, (receiver, network), url.as_str())?;
            store::insert_page(tx, id, 0, url.as_str())?;
            put_down(tx, id, 1)?;
            id
        }
        Some(was) => {
            begin(tx, &was, url.as_str())?;
            was.id
        }
    };
    tx.emit(event("sessions.asked", ("body", receiver.raw()), scope_of(network), by.person));
    Ok(id)
}

fn begin(tx: &Tx<'_>, was: &OparlSource, url: &str) -> Result<()> {
    if was.state == SourceState::Reading {
        return rule("Die Sitzungen werden gerade gelesen.", "The sittings are being read right now.");
    }
    let goes_on = was.url == url && was.trouble.as_ref().is_some_and(OparlTrouble::may_pass);
    store::save_begun(tx, was, url, if goes_on { was.objects } else { 0 })?;
    if !goes_on {
        store::delete_run(tx, was.id)?;
        store::insert_page(tx, was.id, 0, url)?;
    }
    put_down(tx, was.id, was.version + 1)
}

fn put_down(tx: &Tx<'_>, id: Id<OparlSource>, run: i64) -> Result<()> {
    tx.enqueue(JOB, &format!("{id} {run}"), tx.now(), Some(&format!("{JOB} {id} {run}")))
}

/// Chooses one of the bodies that stand there.
///
/// # Errors
/// As [`side`]; [`Error::NotFound`] for one that does not stand there.
pub fn choose_source(tx: &Tx<'_>, by: &Actor, receiver: Id<Body>, place: i64) -> Result<()> {
    let network = side(tx, by, receiver)?;
    let was = store::find_source(tx, receiver, network)?.ok_or(Error::NotFound)?;
    let all = store::list_choices(tx, was.id)?;
    let chosen = all.into_iter().find(|(at, _)| *at == place).ok_or(Error::NotFound)?.1;
    begin(tx, &was, &chosen.id)?;
    tx.emit(event("sessions.asked", ("body", receiver.raw()), scope_of(network), by.person));
    Ok(())
}

/// Reads the pages that wait, one after the other: each is asked for outside of any transaction and kept in one of its own,
/// so that reading goes on where it stopped. Safe to do twice.
///
/// # Errors
/// When the database refuses; what a server does wrong is written down instead.
pub fn read_pages(db: &Db, payload: &str, reach: &Reach) -> Result<()> {
    let mut words = payload.split(' ');
    let mut number = || words.next().and_then(|w| w.parse::<i64>().ok());
    let (Some(id), Some(run)) = (number().map(Id::<OparlSource>::new), number()) else { return Ok(()) };
    let mut visit = None;
    loop {
        let asked = db.read_now(move |c| {
            let Some(source) = store::find_reading(c, id, run)? else { return Ok(None) };
            Ok(store::list_pages(c, id)?.into_iter().find(|p| !p.2).map(|(place, url, _)| (source.url, place, url)))
        })?;
        let Some((entry, place, url)) = asked else { return Ok(()) };
        let came = match visit.get_or_insert_with(|| reach.visit(&entry)) {
            Ok(visit) => visit.get(&url).map_err(OparlTrouble::from),
            Err(why) => Err((*why).into()),
        };
        let came = came.and_then(|bytes| read(&bytes).map_err(OparlTrouble::from));
        db.write_now(move |tx| keep_page(tx, (id, run), place, came))?;
    }
}

/// Keeps what a page brought. Of a run that was stopped nothing is taken, and what was entered before stays as it is.
fn keep_page(
    tx: &Tx<'_>,
    (id, run): (Id<OparlSource>, i64),
    place: i64,
    came: Result<Found, OparlTrouble>,
) -> Result<()> {
    tx.silent("what was read waits to be looked at, and nothing of the house is changed by it");
    let Some(source) = store::find_reading(tx, id, run)? else { return Ok(()) };
    let pages = store::list_pages(tx, id)?;
    let known: BTreeSet<String> = pages.iter().map(|(_, url, _)| url.clone()).collect();
    let choices = store::list_choices(tx, id)?;
    let next = match came.and_then(|found| follow(found, &known, choices.len(), source.objects)) {
        Ok(next) => next,
        Err(why) => return store::save_state(tx, id, SourceState::Failed, Some(&why)),
    };
    store::save_page_done(tx, id, place)?;
    for (at, url) in (count(pages.len())..).zip(&next.pages) {
        store::insert_page(tx, id, at, url)?;
    }
    for (at, one) in (count(choices.len())..).zip(&next.choices) {
        store::insert_choice(tx, id, at, one)?;
    }
    let mut objects = source.objects;
    for it in &next.meetings {
        store::insert_meeting(tx, id, it)?;
        objects += 1 + count(it.items.len());
    }
    store::save_objects(tx, id, objects)?;
    let waits = !next.pages.is_empty() || pages.iter().any(|(at, _, done)| !done && *at != place);
    if waits { Ok(()) } else { ended(tx, id, objects, &known) }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// All pages are read: sittings can be taken, or a body is to be chosen. A single one is chosen by itself.
fn ended(tx: &Tx<'_>, id: Id<OparlSource>, objects: i64, known: &BTreeSet<String>) -> Result<()> {
    let choices = store::list_choices(tx, id)?;
    match &choices[..] {
        [(_, only)] if objects == 0 && !known.contains(&only.id) => {
            store::delete_choices(tx, id)?;
            store::insert_page(tx, id, count(store::list_pages(tx, id)?.len()), &only.id)
        }
        [_, _, ..] if objects == 0 => store::save_state(tx, id, SourceState::Choose, None),
        _ => store::save_state(tx, id, SourceState::Ready, None),
    }
}

/// What taking would do: each sitting that was read with what becomes of it, and those that stand there no more.
#[derive(Clone, Debug, Default)]
pub struct Coming {
    /// What was read.
    pub read: Vec<(MeetingRead, Fate, Option<Session>)>,
    /// Sittings ahead that came from there and stand there no more.
    pub gone: Vec<Session>,
}

/// Holds what was read against what is known. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn coming(conn: &Conn, source: &OparlSource) -> Result<Coming> {
    let mut linked: HashMap<String, (Session, String)> =
        store::list_linked(conn, source.id)?.into_iter().map(|(s, id, seen)| (id, (s, seen))).collect();
    let mut read = Vec::new();
    for it in store::list_meetings(conn, source.id)? {
        let known = linked.remove(&it.id);
        let becomes = fate(&it, known.as_ref().map(|(s, seen)| (s, seen.as_str())), conn.today());
        read.push((it, becomes, known.map(|(session, _)| session)));
    }
    let mut gone: Vec<Session> = linked.into_values().map(|(session, _)| session).collect();
    gone.retain(|session| !session.called_off && session.starts_at > conn.now());
    gone.sort_by_key(|session| (session.starts_at, session.id));
    Ok(Coming { read, gone })
}

/// Takes what was read: new sittings are entered, changed ones change, and those that do not take place are called off; all
/// of it or nothing. What matters on an agenda still does where it reads the same, and whoever has her pack is told.
///
/// # Errors
/// As [`side`]; [`Error::Stale`] when it was read anew meanwhile; [`Error::Rule`] where nothing waits to be taken.
pub fn take_sittings(tx: &Tx<'_>, by: &Actor, receiver: Id<Body>, version: i64, base: &str) -> Result<usize> {
    let network = side(tx, by, receiver)?;
    let source = store::find_source(tx, receiver, network)?.ok_or(Error::NotFound)?;
    if source.version != version {
        return Err(Error::Stale);
    }
    if source.state != SourceState::Ready {
        return rule("Hier wartet nichts darauf, übernommen zu werden.", "Nothing waits to be taken here.");
    }
    let all = coming(tx, &source)?;
    let mut done = 0;
    for (it, becomes, known) in &all.read {
        done += usize::from(matches!(becomes, Fate::New | Fate::Changed | Fate::Off));
        match (becomes, known) {
            (Fate::New, _) => enter(tx, by, &source, it)?,
            (Fate::Changed | Fate::Off, Some(session)) => {
                let starts_at = it.starts_at.unwrap_or(session.starts_at);
                let new = if *becomes == Fate::Off { stays(tx, session)? } else { written(it, starts_at) };
                change_session(tx, by, session.id, session.version, &new, it.called_off, base)?;
                store::save_seen(tx, session.id, it)?;
            }
            _ => {}
        }
    }
    for session in &all.gone {
        change_session(tx, by, session.id, session.version, &stays(tx, session)?, true, base)?;
        done += 1;
    }
    store::save_taken(tx, &source)?;
    store::delete_run(tx, source.id)?;
    tx.emit(event("sessions.taken", ("body", receiver.raw()), scope_of(network), by.person));
    Ok(done)
}

fn written(it: &MeetingRead, starts_at: kernel::Moment) -> NewSession {
    let title = if it.title.is_empty() { T(kernel::Lang::De).session_word().to_owned() } else { it.title.clone() };
    NewSession { title, starts_at, place: it.place.clone(), agenda: it.items.join("\n") }
}

/// A sitting as it stands.
fn stays(tx: &Tx<'_>, session: &Session) -> Result<NewSession> {
    let items: Vec<String> = sessions::list_items(tx, session.id)?.into_iter().map(|it| it.title).collect();
    Ok(NewSession {
        title: session.title.clone(),
        starts_at: session.starts_at,
        place: session.place.clone(),
        agenda: items.join("\n"),
    })
}

fn enter(tx: &Tx<'_>, by: &Actor, source: &OparlSource, it: &MeetingRead) -> Result<()> {
    let Some(starts_at) = it.starts_at else { return Ok(()) };
    let (id, new) = (tx.id(), written(it, starts_at));
    sessions::insert_session(tx, id, (source.receiver, source.network), &new, by.person)?;
    write_agenda(tx, id, &[], &new.agenda)?;
    store::insert_linked(tx, id, source.id, it)?;
    tx.emit(event("session.noted", ("outside_session", id.raw()), scope_of(source.network), by.person));
    Ok(())
}
