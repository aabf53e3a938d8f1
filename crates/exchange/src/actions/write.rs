//! Writing and changing threads, what came of them, and what readers choose.

use db::Tx;
use kernel::{Actor, Error, Id, Level, Reason, Result, Voice};
use networks::{Body, BodyKind, Topic};
use people::{Person, rules::Check};

use super::{asking, event, found, hats, mentions, open, rule, unnamed};
use crate::{
    Chose, Earlier, NewThread, Thread, ThreadEdit,
    rules::{MOST_ASKED, TITLE_MOST, checked_outcome, checked_thread, leads},
    store,
};

/// Who may begin threads in a body: whoever has a seat there that speaks.
#[must_use]
pub fn may_write(actor: &Actor, body: &Body) -> bool {
    actor.sits.iter().any(|s| {
        s.body == body.id.raw() && !s.substitute && matches!(s.voice, Voice::Voting | Voice::Advisory | Voice::Office)
    })
}

/// How far what is written in a body may be seen: never further than the body and its network themselves.
///
/// # Errors
/// When the database cannot be read.
pub fn widest(tx: &db::Conn, body: &Body) -> Result<Level> {
    let network = if body.is_network() { body.clone() } else { networks::body_for_program(tx, body.network)? };
    let open = if body.sensitive || network.sensitive { Level::Network } else { Level::AllNetworks };
    Ok(open.max(body.level).max(network.level).min(Level::Body))
}

/// Begins a thread. Whoever is asked in person gets a letter; all others read of it in their bundle.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the body; [`Error::Denied`] without a seat there that speaks; [`Error::Rule`]
/// for a dissolved or outside body; [`Error::Form`] on `title`, `words`, `level`, `answer_until`, `topic`, `asked`, `checked`,
/// `seat`.
pub fn write_thread(tx: &Tx<'_>, by: &Actor, new: &NewThread) -> Result<Id<Thread>> {
    let body = networks::find_body(tx, by, new.body)?;
    if !may_write(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside || body.term.until <= tx.today() {
        return rule("In diesem Gremium wird nicht mehr geschrieben.", "Nobody writes in this body any more.");
    }
    let new = checked_thread(new, tx.today())?;
    let widest = widest(tx, &body)?;
    let mut check = Check::new();
    check.that(new.level >= widest, "level", || {
        Reason::new(
            "So weit reicht dieses Gremium nicht. Bitte wählen Sie eine engere Stufe.",
            "This body does not reach that far. Please choose a closer level.",
        )
    });
    check.that(topic_exists(tx, new.topic)?, "topic", no_topic);
    // Somebody whose name she does not see there is a stranger: nobody is found by trying numbers.
    let askable = if new.asked.is_empty() { Vec::new() } else { mentions::askable(tx, by, &body)? };
    let is_askable = |person: &Id<Person>| askable.iter().any(|(known, _)| known == person);
    check.that(new.asked.iter().all(is_askable), "asked", || {
        Reason::new("Bitte fragen Sie nur, wer hier dabei ist.", "Please ask only those who belong here.")
    });
    check.done()?;
    let mut words = vec![new.title.as_str(), &new.words];
    words.extend(new.files.iter().map(|file| file.name.as_str()));
    unnamed(tx, (new.confidential, body.id), new.checked, &words)?;
    let mut asked = new.asked.clone();
    for person in mentions::named(tx, by, &body, &new.words)? {
        if !asked.contains(&person) && asked.len() < MOST_ASKED {
            asked.push(person);
        }
    }
    let id = tx.id();
    let capacity = hats::capacity(tx, by, &body, new.seat)?;
    store::threads::insert_thread(tx, id, &body, &new, (by.person, &capacity))?;
    ::files::attach(tx, super::files::of_thread(id), &new.files, by.person)?;
    if let Some(person) = by.person {
        store::standing::save_read(tx, id, Id::new(person))?;
    }
    let thread = store::threads::find_any_thread(tx, id)?;
    // At most five.
    for person in asked.into_iter().filter(|p| by.person != Some(p.raw())) {
        store::standing::insert_asked(tx, id, person)?;
        asking::put_down(tx, &thread, person)?;
    }
    tx.emit(event("thread.opened", &thread, by.person));
    Ok(id)
}

fn topic_exists(tx: &Tx<'_>, topic: Option<Id<Topic>>) -> Result<bool> {
    Ok(match topic {
        Some(topic) => networks::list_topics(tx)?.iter().any(|known| known.id == topic),
        None => true,
    })
}

fn no_topic() -> Reason {
    Reason::new(
        "Dieses Thema gibt es nicht. Bitte wählen Sie ein anderes.",
        "There is no such topic. Please choose another one.",
    )
}

/// Changes a thread. Whoever wrote it changes everything, and what stood there before is kept; those who lead its body put
/// it under another topic.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for others; [`Error::Stale`] when somebody changed it meanwhile;
/// [`Error::Form`] as [`write_thread`].
pub fn change_thread(tx: &Tx<'_>, by: &Actor, id: Id<Thread>, version: i64, edit: &ThreadEdit) -> Result<()> {
    let thread = open(tx, by, id)?;
    let own = by.person.is_some() && by.person == thread.author.map(Id::raw);
    if !own && !leads(by, &thread) {
        return Err(Error::Denied(None));
    }
    if thread.version != version {
        return Err(Error::Stale);
    }
    if !topic_exists(tx, edit.topic)? {
        return Err(Error::field("topic", no_topic()));
    }
    let edit = if own {
        let probe = NewThread {
            level: thread.level,
            confidential: thread.confidential,
            ..NewThread::new(thread.body, edit.title.clone(), edit.words.clone())
        };
        let probe = checked_thread(&probe, tx.today())?;
        unnamed(tx, (thread.confidential, thread.body), edit.checked, &[&probe.title, &probe.words])?;
        ThreadEdit { title: probe.title, words: probe.words, ..edit.clone() }
    } else {
        ThreadEdit { title: thread.title.clone(), words: thread.words.clone(), ..edit.clone() }
    };
    let edited = edit.title != thread.title || edit.words != thread.words;
    if edited {
        let was = Earlier { reply: None, title: thread.title.clone(), words: thread.words.clone(), until: tx.now() };
        store::replies::insert_earlier(tx, id, &was)?;
    }
    store::threads::save_thread(tx, id, version, &edit, edited)?;
    tx.emit(event("thread.changed", &thread, by.person));
    Ok(())
}

/// Notes what came of a thread, in one to three sentences.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever wrote it and those who lead its body; [`Error::Form`] on `words`
/// and `checked`.
pub fn note_outcome(tx: &Tx<'_>, by: &Actor, id: Id<Thread>, words: &str, checked: bool) -> Result<()> {
    let thread = open(tx, by, id)?;
    let own = by.person.is_some() && by.person == thread.author.map(Id::raw);
    if !own && !leads(by, &thread) {
        return Err(Error::Denied(None));
    }
    let words = checked_outcome(words)?;
    unnamed(tx, (thread.confidential, thread.body), checked, &[&words])?;
    store::threads::save_outcome(tx, id, &words, by.person)?;
    tx.emit(event("thread.outcome", &thread, by.person));
    Ok(())
}

/// Follows a thread, mutes it, or neither.
///
/// # Errors
/// [`Error::NotFound`].
pub fn choose(tx: &Tx<'_>, by: &Actor, id: Id<Thread>, chose: Option<Chose>) -> Result<()> {
    let thread = found(tx, by, id)?;
    let person = by.person.ok_or(Error::NotFound)?;
    tx.silent("what somebody follows is nobody's news");
    store::standing::save_chose(tx, thread.id, Id::new(person), chose)
}

/// Notes that she has read some threads until now. Those she may not see are left out.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn mark_read(tx: &Tx<'_>, by: &Actor, ids: &[i64]) -> Result<usize> {
    let person = by.person.ok_or(Error::NotFound)?;
    tx.silent("what somebody has read is nobody's news");
    let seen = store::threads::list_by_id(tx, by, ids)?;
    // As many as a page shows.
    seen.iter().try_for_each(|thread| store::standing::save_read(tx, thread.id, Id::new(person)))?;
    Ok(seen.len())
}

/// The longest note of a forwarding is as long as a title twice.
pub const NOTE_MOST: usize = 2 * TITLE_MOST;
