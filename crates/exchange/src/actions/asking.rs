//! Asking somebody in person, in a thread or by naming her in an answer: a letter of its own, at the next of her hours.

use db::Tx;
use kernel::{Error, Id, Level, Moment, Result};
use networks::reach_persons;
use notices::{
    Answers,
    rules::{When, Why, effective, leaves_within},
};
use people::Person;
use web::Weight;

use crate::{Reply, Thread, letters, store, told::candidates};

/// The job's name.
pub const JOB: &str = "exchange.ask";

/// What stands behind the person once whoever is told in her place was.
const TOLD: &str = "told";
/// What stands before the number of an answer that names her.
const NAMED: &str = "r";

/// Puts the letter down for its hour. What it says and whether it is still right is asked then.
pub fn put_down(tx: &Tx<'_>, thread: &Thread, person: Id<Person>) -> Result<()> {
    let at = leaves_within(notices::find_hours(tx, person)?, tx.now(), thread.answer_until);
    later(tx, &format!("{} {person}", thread.id), at)
}

/// The same for somebody an answer names.
pub fn put_down_named(tx: &Tx<'_>, reply: Id<Reply>, person: Id<Person>) -> Result<()> {
    let at = leaves_within(notices::find_hours(tx, person)?, tx.now(), None);
    later(tx, &format!("{NAMED}{reply} {person}"), at)
}

/// What is asked: a thread, or an answer in it that names her. `None` when it is gone or out of sight.
fn asked_in(tx: &Tx<'_>, what: &str) -> Result<Option<(Thread, Option<Reply>)>> {
    let reply = match what.strip_prefix(NAMED).and_then(|id| id.parse::<Id<Reply>>().ok()) {
        Some(id) => match store::replies::find_reply(tx, id) {
            Ok(reply) if reply.hidden.is_none() => Some(reply),
            Ok(_) | Err(Error::NotFound) => return Ok(None),
            Err(other) => return Err(other),
        },
        None => None,
    };
    let Some(thread) = reply.as_ref().map(|y| y.thread).or_else(|| what.parse().ok()) else { return Ok(None) };
    match store::threads::find_any_thread(tx, thread) {
        Ok(thread) if thread.hidden.is_none() => Ok(Some((thread, reply))),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn later(tx: &Tx<'_>, payload: &str, at: Moment) -> Result<()> {
    tx.enqueue(JOB, payload, at, None)
}

/// Writes the letter, if she may still read the thread. Whoever is away gets it after her return; whom she named is told
/// meanwhile, once.
///
/// # Errors
/// When the database refuses.
pub fn ask(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a letter tells of a question, and the question is as it was");
    let parts: Vec<&str> = payload.split(' ').collect();
    let (what, person, behind) = match parts[..] {
        [what, person] => (what, person, ""),
        [what, person, behind] => (what, person, behind),
        _ => return Ok(()),
    };
    let Ok(person) = person.parse::<Id<Person>>() else { return Ok(()) };
    let Some((thread, reply)) = asked_in(tx, what)? else { return Ok(()) };
    let (id, until) = (thread.id, thread.answer_until.filter(|_| reply.is_none()));
    // For whom she is told, where it is for somebody who is away.
    let away = behind.parse::<Id<Person>>().ok();
    let asked = away.unwrap_or(person);
    let told = match &reply {
        Some(reply) => store::standing::list_mentioned(tx, reply.id)?,
        None => store::standing::list_asked(tx, &[id])?.into_iter().map(|(_, who, told)| (who, told)).collect(),
    };
    if told.iter().any(|(who, told)| *who == asked && *told) {
        return Ok(());
    }
    let reader = notices::reader(tx, person, tx.today())?;
    let Some(mut direct) = candidates(tx, std::slice::from_ref(&thread), Weight::Direct)?.pop() else { return Ok(()) };
    if let Some(reply) = &reply {
        direct.asked = told.iter().map(|(who, _)| who.raw()).collect();
        (direct.at, direct.by) = (reply.made_at, reply.author.map(Id::raw));
    }
    let holds = effective(&reader, &direct, tx.today());
    match holds.when {
        When::Immediate if away.is_some() != (holds.why == Why::StandsIn) => return Ok(()),
        When::Immediate => {}
        When::Bundle if away.is_some() => return Ok(()),
        When::Bundle => {
            if behind.is_empty()
                && let Some(substitute) = notices::find_substitute(tx, person)?
            {
                let at = leaves_within(notices::find_hours(tx, substitute)?, tx.now(), until);
                later(tx, &format!("{what} {substitute} {person}"), at)?;
            }
            let again = leaves_within(reader.hours, tx.today().next().at(reader.hours.from, 0), None);
            return later(tx, &format!("{what} {person} {TOLD}"), again);
        }
        When::Weekly | When::None => return Ok(()),
    }
    let at = leaves_within(reader.hours, tx.now(), until);
    if at > tx.now() {
        return later(tx, payload, at);
    }
    let (Some(to), Some(base)) = (reach_persons(tx, &[person])?.pop(), db::setting(tx, networks::ADDRESS)?) else {
        return Ok(());
    };
    let body = networks::body_for_program(tx, thread.body)?;
    let links = notices::write_letter(
        tx,
        person,
        notices::Ends::Network(body.network),
        &[letters::item(&thread, &body)].concat(),
    )?;
    let who = reply.as_ref().map_or(thread.author, |reply| reply.author);
    let author = letters::author_for(tx, &reader.actor, &thread, &body, who, to.lang)?;
    let why = away.map(|_| notices::why_words(to.lang, holds.why, ""));
    let mut letter = letters::asked((&to, why.as_deref()), (&thread, reply.as_ref()), &body, &author, &links, &base);
    if direct.open.is_some() {
        let network = holds.through.first().copied().unwrap_or(body.network.raw());
        letter.reply_tag = Answers::load(tx)?.map(|answers| answers.tag(id.raw(), person));
        letter.sits_in = vec![if thread.level == Level::Body { body.id.raw() } else { network }];
    }
    tx.post(&letter)?;
    match reply {
        _ if away.is_some() => Ok(()),
        Some(reply) => store::standing::save_mention_told(tx, reply.id, person),
        None => store::standing::save_asked_told(tx, id, person),
    }
}
