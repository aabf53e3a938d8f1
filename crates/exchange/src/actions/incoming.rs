//! Letters that come in: an answer, something new, or what nobody yet knows whose it is. What they brought hangs on what
//! is written of them.

use accounts::secrets;
use db::{Conn, Tx};
use files::Came;
use kernel::{Actor, Error, Event, Id, Level, Reason, Result, Scope, Subject};
use networks::{Body, BodyKind, persons_at};
use notices::{Answers, Whose, whose};
use people::Person;
use web::{Incoming, Words};

use super::{held, rule, widest};
use crate::{
    Brought, HeldLetter, Left, NewThread, Reply, Thread, ThreadKind, Way, Why, letters,
    rules::{as_writing, title_from, title_of},
    store::{self, brought, incoming},
};

/// So many letters wait for a body at most; further ones are not kept.
const HELD_MOST: i64 = 100;
/// The purpose of the letter that says why something was not taken: one a day for each person.
pub const REFUSED: &str = "letter_refused";
/// The purpose of the letter that says which files were not taken: one a day for each person.
pub const LEFT: &str = "letter_left";
/// A day in seconds.
const DAY: i64 = 86_400;

/// What an address stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Aim {
    /// An answer to a letter about a thread, or to the thread's address on its page: whose letter or page it was.
    Thread(Id<Thread>, Id<Person>),
    /// Something new in a body.
    Body(Id<Body>),
}

/// The tag of a body's address.
#[must_use]
pub fn body_tag(body: Id<Body>) -> String {
    format!("an-{body}")
}

fn aim(conn: &Conn, tag: &str) -> Result<Option<Aim>> {
    if let Some(body) = tag.strip_prefix("an-").and_then(|id| id.parse().ok()) {
        return Ok(Some(Aim::Body(body)));
    }
    let told = Answers::load(conn)?.and_then(|answers| answers.read(tag));
    Ok(told.map(|(thread, person)| Aim::Thread(Id::new(thread), person)))
}

/// Whether a tag is that of a body that was dissolved.
///
/// # Errors
/// When the database cannot be read.
pub fn is_closed(conn: &Conn, tag: &str) -> Result<bool> {
    let Some(Aim::Body(body)) = aim(conn, tag)? else { return Ok(false) };
    match networks::body_for_program(conn, body) {
        Ok(body) => Ok(body.term.until <= conn.today()),
        Err(Error::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Takes a letter: as an answer, as a new thread, or to wait until somebody says whose it is.
///
/// # Errors
/// [`Error::Rule`] with a reason for the log: what a machine wrote, what is for a body that takes none, what is one too many.
pub fn take(tx: &Tx<'_>, letter: &Incoming<'_>) -> Result<bool> {
    if letter.failed.is_some() {
        let Ok(mail) = letter.tag.parse::<Id<()>>() else { return Ok(false) };
        tx.silent("how a letter fared is written beside it");
        incoming::save_came_back(tx, mail.raw())?;
        return super::circulars::tell_lost(tx, &[mail.raw()]);
    }
    let (Some(words), Some(aim)) = (letter.words, aim(tx, letter.tag)?) else { return Ok(false) };
    if words.automatic {
        return rule("Das hat ein Programm geschrieben.", "a machine wrote it");
    }
    let (thread, body) = place(tx, aim)?;
    let hash = name_hash(words);
    tx.silent("a letter that came twice, or waits, changes nothing of the product");
    if incoming::is_known(tx, &hash, thread.as_ref().map(|t| t.id), body.id)? {
        return Ok(true);
    }
    let told = match aim {
        Aim::Thread(_, told) => Some(told),
        Aim::Body(_) => None,
    };
    let came = letter.brought::<Came>().cloned().unwrap_or_default();
    let (said, cut) = written(words, thread.is_some(), &came);
    let mut left: Vec<Left> = came.left.into_iter().map(|(name, why)| Left { name, why: Some(why) }).collect();
    left.extend(cut.then(Left::words));
    let came = Brought { files: came.taken, left };
    let new = HeldLetter {
        id: tx.id(),
        network: body.network,
        body: body.id,
        thread: thread.as_ref().map(|t| t.id),
        person: None,
        why: Why::Unknown,
        address: words.from.clone(),
        subject: words.subject.clone(),
        words: said,
        own: if words.forwarded { as_writing(&words.own).0 } else { String::new() },
        name_hash: hash,
        outside_hash: words.outside.first().map(|name| secrets::hash("letter", &[name])),
        at: tx.now(),
    };
    match whose(told, &holders(tx, &words.from)?, words.signed) {
        Whose::Known(person) => {
            if words.signed {
                tx.mail_reaches(&words.from)?;
            }
            post_or_say(tx, person, &new, &came)?;
        }
        Whose::Held(doubt, person) => {
            if incoming::count_held(tx, body.id)? >= HELD_MOST {
                return rule("Hier warten schon zu viele Briefe.", "too many letters wait there");
            }
            held::keep(tx, &HeldLetter { why: doubt.into(), person, ..new }, came)?;
        }
    }
    Ok(true)
}

/// Where a letter goes. Nothing of a sensitive network and nothing confidential goes by letter.
fn place(tx: &Tx<'_>, aim: Aim) -> Result<(Option<Thread>, Body)> {
    let (thread, body) = match aim {
        Aim::Thread(id, _) => {
            let thread = store::threads::find_any_thread(tx, id)?;
            let body = networks::body_for_program(tx, thread.body)?;
            (Some(thread), body)
        }
        Aim::Body(id) => (None, networks::body_for_program(tx, id)?),
    };
    let network = networks::body_for_program(tx, body.network)?;
    if body.sensitive || network.sensitive || thread.as_ref().is_some_and(|t| t.confidential) {
        return rule("Hier wird nur nach dem Einloggen geschrieben.", "one writes there after signing in only");
    }
    if body.kind == BodyKind::Outside || body.term.until <= tx.today() {
        return rule("In diesem Gremium wird nicht mehr geschrieben.", "nobody writes in this body any more");
    }
    Ok((thread, body))
}

/// Who has an address: those whose letters go there, and whoever confirmed it as another one of hers.
///
/// # Errors
/// When the database cannot be read.
pub fn holders(conn: &Conn, address: &str) -> Result<Vec<Id<Person>>> {
    if address.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = persons_at(conn, address)?;
    if found.is_empty() {
        found.extend(incoming::find_by_alias(conn, address)?);
    }
    Ok(found)
}

/// What is written of a letter, and whether it was too long: her own words; of one that passes another on, all of it; of one
/// that only brings files, what these are called.
fn written(words: &Words, answers: bool, came: &Came) -> (String, bool) {
    let text = if words.forwarded && !answers { &words.whole } else { &words.own };
    if text.trim().is_empty() {
        let names: Vec<&str> = came.taken.iter().map(|file| file.name.as_str()).collect();
        return as_writing(&names.join("\n"));
    }
    as_writing(text)
}

/// Under which the name of a letter is kept; one without a name is known by what it says.
fn name_hash(words: &Words) -> String {
    if words.name.is_empty() {
        secrets::hash("nameless letter", &[&words.from, &words.subject, &words.whole])
    } else {
        secrets::hash("letter", &[&words.name])
    }
}

/// Writes what a letter says, or a letter that says why not.
fn post_or_say(tx: &Tx<'_>, person: Id<Person>, letter: &HeldLetter, came: &Brought) -> Result<()> {
    match post(tx, person, letter, came) {
        Ok(_) => Ok(()),
        Err(error) => refuse(tx, person, letter, &reason_of(error)?),
    }
}

fn reason_of(error: Error) -> Result<Reason> {
    match error {
        Error::Rule(reason) | Error::Denied(Some(reason)) => Ok(reason),
        Error::Form(problems) => Ok(problems.into_iter().next().map_or_else(no_right, |problem| problem.reason)),
        Error::Denied(None) | Error::NotFound | Error::Stale => Ok(no_right()),
        other @ Error::Internal(_) => Err(other),
    }
}

fn no_right() -> Reason {
    Reason::new("Hier schreiben nur Mitglieder.", "Only members write here.")
}

/// Writes what a letter says in the name of a person, with her rights of this moment.
///
/// # Errors
/// As [`super::reply`] and [`super::write_thread`]; [`Error::Rule`] for a letter without words of its own.
pub fn post(tx: &Tx<'_>, person: Id<Person>, letter: &HeldLetter, came: &Brought) -> Result<Id<Thread>> {
    if accounts::account_of(tx, person)?.is_some_and(|account| account.locked) {
        return Err(Error::Denied(None));
    }
    let actor = rights::load(tx, person.raw(), tx.today(), None)?;
    let empty =
        || rule("In Ihrem Brief stand außer dem Zitat nichts.", "There was nothing in your letter but what it quoted.");
    let thread = match letter.thread {
        Some(_) if letter.words.is_empty() => return empty(),
        Some(thread) => answer(tx, &actor, thread, letter, came)?,
        None => match merged(tx, &actor, letter, came)? {
            Some(thread) => thread,
            None if letter.words.is_empty() => return empty(),
            None => begin(tx, &actor, letter, came)?,
        },
    };
    say_left(tx, person, letter, came)?;
    Ok(thread)
}

fn answer(tx: &Tx<'_>, actor: &Actor, thread: Id<Thread>, letter: &HeldLetter, came: &Brought) -> Result<Id<Thread>> {
    let reply = super::reply_with(tx, actor, thread, (&letter.words, Way::Link), false, (&came.files, None))?;
    note(tx, (thread, Some(reply)), actor, letter, came)?;
    Ok(thread)
}

fn begin(tx: &Tx<'_>, actor: &Actor, letter: &HeldLetter, came: &Brought) -> Result<Id<Thread>> {
    let body = networks::find_body(tx, actor, letter.body)?;
    let title = match title_of(&letter.subject) {
        title if title.is_empty() => title_from(&letter.words),
        title => title,
    };
    let asks = letter.outside_hash.is_none() && (title.contains('?') || letter.words.contains('?'));
    let new = NewThread {
        level: widest(tx, &body)?.max(Level::Network),
        kind: if asks { ThreadKind::Question } else { ThreadKind::Information },
        files: came.files.clone(),
        ..NewThread::new(letter.body, title, letter.words.clone())
    };
    let thread = super::write_thread(tx, actor, &new)?;
    note(tx, (thread, None), actor, letter, came)?;
    Ok(thread)
}

/// The same letter from outside, passed on once more: it is in one thread, wherever it came by. Words of her own become an
/// answer there; another network gets it brought.
fn merged(tx: &Tx<'_>, actor: &Actor, letter: &HeldLetter, came: &Brought) -> Result<Option<Id<Thread>>> {
    let Some(outside) = &letter.outside_hash else { return Ok(None) };
    // Few: threads one letter became.
    for known in incoming::list_outside(tx, outside)? {
        let thread = match super::found(tx, actor, known) {
            Ok(thread) if thread.hidden.is_none() => thread,
            Ok(_) | Err(Error::NotFound) => continue,
            Err(other) => return Err(other),
        };
        let there = store::threads::list_forwards(tx, &[known])?.iter().any(|way| way.network == letter.network);
        if thread.network != letter.network && !there {
            match super::forward(tx, actor, known, letter.network, "") {
                Ok(()) => {}
                // It stays where it is: another thread begins.
                Err(Error::Rule(_) | Error::Denied(_)) => continue,
                Err(other) => return Err(other),
            }
        }
        if letter.own.is_empty() {
            note(tx, (known, None), actor, letter, &Brought::default())?;
            return Ok(Some(known));
        }
        // What hangs on the thread already came with the letter that was passed on.
        let there = ::files::list(tx, super::files::THREAD, &[known.raw()])?;
        let more = Brought {
            files: came.files.iter().filter(|file| !there.iter().any(|a| a.hash == file.hash)).cloned().collect(),
            left: Vec::new(),
        };
        let reply = super::reply_with(tx, actor, known, (&letter.own, Way::Link), false, (&more.files, None))?;
        note(tx, (known, Some(reply)), actor, letter, &more)?;
        return Ok(Some(known));
    }
    Ok(None)
}

fn note(
    tx: &Tx<'_>,
    at: (Id<Thread>, Option<Id<Reply>>),
    actor: &Actor,
    letter: &HeldLetter,
    came: &Brought,
) -> Result<()> {
    let person = actor.person.map(Id::new);
    brought::insert_left(tx, at, &came.left)?;
    incoming::insert_post(tx, at, person, (&letter.name_hash, false))?;
    match &letter.outside_hash {
        Some(outside) => incoming::insert_post(tx, at, person, (outside, true)),
        None => Ok(()),
    }
}

/// One letter a day says which files were not taken and why: whoever writes by letter alone sees no page.
fn say_left(tx: &Tx<'_>, person: Id<Person>, letter: &HeldLetter, came: &Brought) -> Result<()> {
    let files: Vec<&Left> = came.left.iter().filter(|left| left.why.is_some()).collect();
    if files.is_empty() || db::written_since(tx, person.raw(), LEFT, tx.now().plus_seconds(-DAY))? {
        return Ok(());
    }
    match networks::reach_persons(tx, &[person])?.pop() {
        Some(to) => tx.post(&letters::left(&to, &letter.subject, &files)).map(drop),
        None => Ok(()),
    }
}

/// One letter a day says why something was not taken; what else comes that day is in the log alone.
fn refuse(tx: &Tx<'_>, person: Id<Person>, letter: &HeldLetter, why: &Reason) -> Result<()> {
    let scope = Scope::body(Level::Body, letter.network.raw(), letter.body.raw());
    let event = Event::new("letter.refused", Subject::new("body", letter.body.raw()));
    tx.emit(event.by(Some(person.raw())).within(scope));
    if db::written_since(tx, person.raw(), REFUSED, tx.now().plus_seconds(-DAY))? {
        return Ok(());
    }
    match networks::reach_persons(tx, &[person])?.pop() {
        Some(to) => tx.post(&letters::refused(&to, &letter.subject, why.text(to.lang))).map(drop),
        None => Ok(()),
    }
}
