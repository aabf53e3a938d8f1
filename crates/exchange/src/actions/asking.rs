//! Asking somebody in person: a letter of its own, at the next hour letters leave.

use db::Tx;
use kernel::{Id, Level, Moment, Result};
use networks::reach_persons;
use notices::{
    Answers,
    rules::{When, effective, leaves},
};
use people::Person;
use web::Weight;

use crate::{Thread, letters, store, told::candidates};

/// The job's name.
pub const JOB: &str = "exchange.ask";

/// Puts the letter down for its hour. What it says and whether it is still right is asked then.
pub fn put_down(tx: &Tx<'_>, thread: &Thread, person: Id<Person>) -> Result<()> {
    let at = leaves(tx.now(), thread.answer_until);
    later(tx, thread.id, person, at)
}

fn later(tx: &Tx<'_>, thread: Id<Thread>, person: Id<Person>, at: Moment) -> Result<()> {
    tx.enqueue(JOB, &format!("{thread} {person}"), at, None)
}

/// Writes the letter, if she may still read the thread. Whoever is away gets it after her return.
///
/// # Errors
/// When the database refuses.
pub fn ask(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a letter tells of a question, and the question is as it was");
    let parts: Vec<Id<()>> = payload.split(' ').filter_map(|part| part.parse().ok()).collect();
    let [thread, person] = parts[..] else { return Ok(()) };
    let (id, person): (Id<Thread>, Id<Person>) = (Id::new(thread.raw()), Id::new(person.raw()));
    let thread = match store::threads::find_any_thread(tx, id) {
        Ok(thread) if thread.hidden.is_none() => thread,
        Ok(_) | Err(kernel::Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let told = store::standing::list_asked(tx, &[id])?;
    if told.iter().any(|(_, asked, told)| *asked == person && *told) {
        return Ok(());
    }
    let reader = notices::reader(tx, person, tx.today())?;
    let Some(direct) = candidates(tx, std::slice::from_ref(&thread), Weight::Direct)?.pop() else { return Ok(()) };
    let holds = effective(&reader, &direct, tx.today());
    match holds.when {
        When::Immediate => {}
        When::Bundle => return later(tx, id, person, leaves(tx.today().next().at(7, 0), None)),
        When::None => return Ok(()),
    }
    let (Some(to), Some(base)) = (reach_persons(tx, &[person])?.pop(), db::setting(tx, networks::ADDRESS)?) else {
        return Ok(());
    };
    let body = networks::body_for_program(tx, thread.body)?;
    let links = notices::write_letter(tx, person, Some(body.network.raw()), &[letters::item(&thread, &body)].concat())?;
    let author = letters::author_for(tx, &reader.actor, &thread, &body, thread.author, to.lang)?;
    let mut letter = letters::asked(&to, &thread, &body, &author, &links, &base);
    if direct.open.is_some() {
        let network = holds.through.first().copied().unwrap_or(body.network.raw());
        letter.reply_tag = Answers::load(tx)?.map(|answers| answers.tag(id.raw(), person));
        letter.sits_in = vec![if thread.level == Level::Body { body.id.raw() } else { network }];
    }
    tx.post(&letter)?;
    store::standing::save_asked_told(tx, id, person)
}
