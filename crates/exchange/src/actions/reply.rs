//! Answers.

use db::Tx;
use kernel::{Actor, Error, Id, Result};
use networks::Seat;

use super::{asking, event, hats, mentions, open, rule, telling, unnamed};
use crate::{
    Earlier, Reply, Thread, Way,
    rules::{checked_words, leads, may_reply},
    store,
};

/// Answers in a thread.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] without a seat that speaks; [`Error::Rule`] when it is out of sight, or for what is
/// confidential by the link of a letter; [`Error::Form`] on `words` and `checked`.
pub fn reply(tx: &Tx<'_>, by: &Actor, id: Id<Thread>, said: (&str, Way), checked: bool) -> Result<Id<Reply>> {
    reply_with(tx, by, id, said, checked, (&[], None))
}

/// [`reply`] with files, and on a seat of hers.
///
/// # Errors
/// As [`reply`]; [`Error::Form`] on the files where there are too many, and on `seat`.
pub fn reply_with(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Thread>,
    (words, way): (&str, Way),
    checked: bool,
    (files, seat): (&[::files::Upload], Option<Id<Seat>>),
) -> Result<Id<Reply>> {
    let thread = open(tx, by, id)?;
    let forwards: Vec<_> = store::threads::list_forwards(tx, &[id])?.into_iter().map(|f| f.network).collect();
    if !may_reply(by, &thread, &forwards) {
        return Err(Error::Denied(None));
    }
    if thread.confidential && way == Way::Link {
        return rule(
            "Vertrauliches beantworten Sie nach dem Einloggen.",
            "You answer confidential things after signing in.",
        );
    }
    let words = checked_words(words)?;
    let mut said = vec![words.as_str()];
    said.extend(files.iter().map(|file| file.name.as_str()));
    unnamed(tx, (thread.confidential, thread.body), checked, &said)?;
    let reply = tx.id();
    let body = networks::body_for_program(tx, thread.body)?;
    let capacity = hats::capacity(tx, by, &body, seat)?;
    store::replies::insert_reply(tx, reply, id, (&words, way), (by.person, &capacity))?;
    ::files::attach(tx, super::files::of_reply(reply), files, by.person)?;
    store::threads::save_answered(tx, id)?;
    if let Some(person) = by.person {
        store::standing::save_read(tx, id, Id::new(person))?;
    }
    // At most as many as can be asked.
    for person in mentions::named(tx, by, &body, &words)? {
        store::standing::insert_mention(tx, reply, person)?;
        asking::put_down_named(tx, reply, person)?;
    }
    telling::put_down(tx, &thread, reply)?;
    tx.emit(event("thread.answered", &thread, by.person));
    Ok(reply)
}

/// An answer of a thread the actor may read.
pub fn found(tx: &db::Conn, by: &Actor, id: Id<Reply>) -> Result<(Reply, Thread)> {
    let reply = store::replies::find_reply(tx, id)?;
    let thread = super::found(tx, by, reply.thread)?;
    let own = by.person.is_some() && by.person == reply.author.map(Id::raw);
    if reply.hidden.is_some() && !own && !leads(by, &thread) {
        return Err(Error::NotFound);
    }
    Ok((reply, thread))
}

/// Changes one's own answer; what stood there before is kept.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for others; [`Error::Rule`] when it is out of sight; [`Error::Stale`];
/// [`Error::Form`] on `words` and `checked`.
pub fn change_reply(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Reply>,
    version: i64,
    words: &str,
    checked: bool,
) -> Result<Thread> {
    let (reply, thread) = found(tx, by, id)?;
    if by.person.is_none() || by.person != reply.author.map(Id::raw) {
        return Err(Error::Denied(None));
    }
    if reply.hidden.is_some() || thread.hidden.is_some() {
        return rule("Diese Antwort ist ausgeblendet.", "This answer is hidden.");
    }
    if reply.version != version {
        return Err(Error::Stale);
    }
    let words = checked_words(words)?;
    unnamed(tx, (thread.confidential, thread.body), checked, &[&words])?;
    let was = Earlier { reply: Some(id), title: String::new(), words: reply.words, until: tx.now() };
    store::replies::insert_earlier(tx, thread.id, &was)?;
    store::replies::save_reply(tx, id, version, &words)?;
    tx.emit(event("thread.changed", &thread, by.person));
    Ok(thread)
}

/// Whoever asked says that an answer helped, or takes that back.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for others.
pub fn mark_helped(tx: &Tx<'_>, by: &Actor, id: Id<Reply>, helped: bool) -> Result<Thread> {
    let (reply, thread) = found(tx, by, id)?;
    if by.person.is_none() || by.person != thread.author.map(Id::raw) || reply.author == thread.author {
        return Err(Error::Denied(None));
    }
    if reply.helped_at.is_some() == helped {
        tx.silent("it was marked so before");
        return Ok(thread);
    }
    store::replies::save_helped(tx, id, helped.then(|| tx.now()))?;
    tx.emit(event("thread.helped", &thread, by.person));
    Ok(thread)
}
