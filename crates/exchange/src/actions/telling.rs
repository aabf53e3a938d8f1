//! Answers as letters, for whoever writes by letter in a thread: each at the next hour letters leave.

use db::Tx;
use kernel::{Error, Id, Result};
use networks::reach_persons;
use notices::{
    Answers, Hours,
    rules::{When, effective, leaves_within},
};
use people::Person;
use web::Weight;

use crate::{Reply, Thread, letters, store, told::candidates};

/// The job's name.
pub const JOB: &str = "exchange.tell";
/// A letter names at most so many letters it follows (RFC 5322 3.6.4 sets no bound; mail programs do).
const FOLLOWS: usize = 10;

/// Puts an answer down for its hour, where somebody takes part by letter. Who may still read it is asked then.
pub fn put_down(tx: &Tx<'_>, thread: &Thread, reply: Id<Reply>) -> Result<()> {
    if thread.confidential || store::incoming::list_by_mail(tx, &[thread.id])?.is_empty() {
        return Ok(());
    }
    // Each at the hours of hers: the job asks.
    tx.enqueue(JOB, &reply.to_string(), leaves_within(Hours::WIDEST, tx.now(), None), None)
}

/// Writes the letters about an answer, for all who take part by letter, or for one who was away.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a letter tells of an answer, and the answer is as it was");
    let (reply, only) = payload.split_once(' ').unwrap_or((payload, ""));
    let Ok(reply) = reply.parse::<Id<Reply>>() else { return Ok(()) };
    let reply = match store::replies::find_reply(tx, reply) {
        Ok(reply) if reply.hidden.is_none() => reply,
        Ok(_) | Err(Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let thread = store::threads::find_any_thread(tx, reply.thread)?;
    let body = networks::body_for_program(tx, thread.body)?;
    let Some(base) = db::setting(tx, networks::ADDRESS)?.filter(|_| thread.hidden.is_none()) else { return Ok(()) };
    let Some(mut told) = candidates(tx, std::slice::from_ref(&thread), Weight::Reply)?.pop() else { return Ok(()) };
    if told.open.is_none() {
        return Ok(());
    }
    (told.at, told.by) = (reply.made_at, reply.author.map(Id::raw));
    let mut persons: Vec<Id<Person>> = told.by_mail.iter().map(|person| Id::new(*person)).collect();
    if let Ok(only) = only.parse::<Id<Person>>() {
        persons.retain(|person| *person == only);
    }
    // Whoever is named got a letter of her own.
    let named = store::standing::list_mentioned(tx, reply.id)?;
    persons.retain(|person| !named.iter().any(|(who, _)| who == person));
    let answers = Answers::load(tx)?;
    let readers = notices::load_readers(tx, &persons, tx.today())?;
    let reached = reach_persons(tx, &persons)?;
    let files = ::files::list(tx, super::files::REPLY, &[reply.id.raw()])?;
    let before = store::replies::list_replies(tx, thread.id)?;
    let earlier: Vec<Id<Reply>> = before.iter().filter(|y| y.made_at < reply.made_at).map(|y| y.id).collect();
    let follows: Vec<String> = std::iter::once(letters::name_of_thread(thread.id))
        .chain(earlier.iter().rev().take(FOLLOWS).rev().map(|y| letters::name_of_reply(*y)))
        .collect();
    // As many as write by letter in one thread.
    for reader in &readers {
        let Some(person) = reader.actor.person.map(Id::<Person>::new) else { continue };
        let holds = effective(reader, &told, tx.today());
        match holds.when {
            When::Immediate => {}
            // She is away: after her return.
            When::Bundle => {
                let again = leaves_within(reader.hours, tx.today().next().at(reader.hours.from, 0), None);
                tx.enqueue(JOB, &format!("{} {person}", reply.id), again, None)?;
                continue;
            }
            When::Weekly | When::None => continue,
        }
        let at = leaves_within(reader.hours, tx.now(), None);
        if at > tx.now() {
            tx.enqueue(JOB, &format!("{} {person}", reply.id), at, None)?;
            continue;
        }
        let Some(to) = reached.iter().find(|to| to.person == person) else { continue };
        let network = holds.through.first().copied().unwrap_or(body.network.raw());
        let links = notices::write_letter(
            tx,
            person,
            notices::Ends::Network(Id::new(network)),
            &letters::item(&thread, &body),
        )?;
        let author = letters::author_for(tx, &reader.actor, &thread, &body, reply.author, to.lang)?;
        let mut letter = letters::answered(to, (&thread, &reply, &files), &body, &author, &links, &base);
        letter.reply_tag = answers.as_ref().map(|answers| answers.tag(thread.id.raw(), person));
        letter.follows.clone_from(&follows);
        letter.sits_in = vec![if thread.level == kernel::Level::Body { body.id.raw() } else { network }];
        tx.post(&letter)?;
    }
    Ok(())
}
