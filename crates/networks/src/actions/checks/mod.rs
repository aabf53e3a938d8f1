//! The yearly data check: a round asks everybody once, a link answers without sign-in, keepers decide what only they may.

mod address;
mod answer;
mod decide;

pub use address::{find_asked_address, settle_address};
pub use answer::{By, Checked, answer_check, answer_found, find_checked, find_own_check};
pub use decide::{checked_value, decide_change};

use std::collections::HashMap;

use db::{OutMail, Tx};
use kernel::{Actor, Error, Event, Id, Lang, Reason, Result, Scope, Subject};
use people::{Organisation, Person, Post, Tenure};

use super::keeps;
use crate::{
    Body, DataCheck, letters,
    rules::{self, still_runs},
    store::{bodies, checks as store},
};

/// The jobs that write letters.
const ASK: &str = "networks.check";
const AGAIN: &str = "networks.check_again";
/// How many letters one piece of work writes.
const BATCH: i64 = 100;

/// The network, if the actor keeps its membership.
fn network(tx: &Tx<'_>, by: &Actor, id: Id<Body>) -> Result<Body> {
    let body = bodies::find_body(tx, by, id)?;
    keeps(by, &body)?;
    if body.is_network() { Ok(body) } else { Err(Error::NotFound) }
}

fn event(verb: &'static str, check: Id<DataCheck>, body: &Body, by: Option<i64>) -> Event {
    // For those who keep the membership; nobody else reads of it.
    Event::new(verb, Subject::new("data_check", check.raw()))
        .by(by)
        .within(Scope { level: kernel::Level::Body, ..body.roster_scope() })
}

/// Begins a round: everybody who holds a post in the network or speaks for an organisation there is written to, each person
/// once. The letters are written by a job.
///
/// # Errors
/// [`Error::NotFound`] where it is no network the actor may know of; [`Error::Denied`]; [`Error::Rule`] while a round runs.
pub fn start_check(tx: &Tx<'_>, by: &Actor, id: Id<Body>, base: &str) -> Result<Id<DataCheck>> {
    let body = network(tx, by, id)?;
    begin(tx, &body, by.person, base)?.ok_or_else(|| {
        Error::Rule(Reason::new(
            "Es läuft schon ein Durchgang. Bitte erinnern Sie, statt neu zu beginnen.",
            "A round is running already. Please remind instead of beginning anew.",
        ))
    })
}

fn begin(tx: &Tx<'_>, body: &Body, by: Option<i64>, base: &str) -> Result<Option<Id<DataCheck>>> {
    if store::latest_check(tx, body.id)?.is_some_and(|c| still_runs(tx.now(), Some(c.due))) {
        return Ok(None);
    }
    let check = DataCheck { id: tx.id(), body: body.id, created: tx.now(), due: rules::check_end(tx.today()) };
    store::insert_check(tx, &check)?;
    tx.enqueue(ASK, &format!("{} {base}", check.id), tx.now(), Some(&format!("{ASK} {}", check.id)))?;
    tx.emit(event("check.started", check.id, body, by));
    Ok(Some(check.id))
}

/// Says whether a network asks every year by itself.
///
/// # Errors
/// As [`start_check`].
pub fn set_yearly_check(tx: &Tx<'_>, by: &Actor, id: Id<Body>, base: Option<&str>) -> Result<()> {
    let body = network(tx, by, id)?;
    match base {
        Some(base) => store::save_yearly(tx, id, base)?,
        None => store::delete_yearly(tx, id)?,
    }
    tx.silent("how often a network asks is its keepers' own affair");
    let _ = body;
    Ok(())
}

/// Begins the rounds that are due; the daily job.
///
/// # Errors
/// When the database refuses.
pub fn start_yearly_checks(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("most days no round is due");
    let due = store::list_yearly_due(tx, rules::year_before(tx.today()), tx.today())?;
    // The house may have moved since the yearly question was switched on.
    let now = if due.is_empty() { None } else { db::setting(tx, super::ADDRESS)? };
    for (id, base) in due {
        let body = bodies::network_of(tx, id)?;
        begin(tx, &body, None, now.as_deref().unwrap_or(&base))?;
    }
    Ok(())
}

fn parsed(payload: &str) -> Result<(Id<DataCheck>, &str)> {
    let (id, base) = payload.split_once(' ').unwrap_or((payload, ""));
    let id = id.parse().map_err(|_| Error::internal(format!("no data check: {payload}")))?;
    Ok((id, base))
}

/// A round that still runs, with its network.
fn running(tx: &Tx<'_>, id: Id<DataCheck>) -> Result<Option<(DataCheck, Body)>> {
    let Some(check) = store::find_check(tx, id)?.filter(|c| still_runs(tx.now(), Some(c.due))) else { return Ok(None) };
    let body = bodies::network_of(tx, check.body)?;
    Ok(Some((check, body)))
}

/// Writes letters of a round, and puts the rest down for later.
///
/// # Errors
/// When the database refuses.
pub fn write_checks(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("letters of a round; its beginning left the event");
    let (id, base) = parsed(payload)?;
    let Some((check, body)) = running(tx, id)? else { return Ok(()) };
    let persons = store::list_unasked(tx, &check, tx.today(), BATCH)?;
    let addresses = addresses(tx, &body, &persons)?;
    for person in &persons {
        let token = accounts::secrets::link()?;
        let to = addresses.get(person);
        store::insert_link(tx, check.id, *person, &hash(&token), to.is_some())?;
        post(tx, &check, &body, to, &token, false, base)?;
    }
    more(tx, ASK, persons.len(), payload)
}

/// Puts the next piece of work down where this one was full.
fn more(tx: &Tx<'_>, kind: &str, done: usize, payload: &str) -> Result<()> {
    if i64::try_from(done).unwrap_or(0) < BATCH {
        return Ok(());
    }
    tx.enqueue(kind, payload, tx.now(), None)
}

/// Reminds everybody of a round who has not answered, at most once a week.
///
/// # Errors
/// As [`start_check`]; [`Error::Rule`] where no round runs.
pub fn remind_of_check(tx: &Tx<'_>, by: &Actor, id: Id<Body>, base: &str) -> Result<()> {
    let body = network(tx, by, id)?;
    let check = store::latest_check(tx, id)?
        .filter(|c| still_runs(tx.now(), Some(c.due)))
        .ok_or_else(|| Error::Rule(Reason::new("Zurzeit läuft kein Durchgang.", "No round is running at present.")))?;
    tx.enqueue(AGAIN, &format!("{} {base}", check.id), tx.now(), Some(&format!("{AGAIN} {}", check.id)))?;
    tx.emit(event("check.reminded", check.id, &body, by.person));
    Ok(())
}

/// Writes the reminders of a round. Who was reminded within a week is left in peace, however often it is asked.
///
/// # Errors
/// When the database refuses.
pub fn write_reminders(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("letters of a round; asking for them left the event");
    let (id, base) = parsed(payload)?;
    let Some((check, body)) = running(tx, id)? else { return Ok(()) };
    let before = tx.now().plus_seconds(-rules::AGAIN_DAYS * 86_400);
    let links = store::list_unanswered(tx, check.id, before, BATCH)?;
    let persons: Vec<Id<Person>> = links.iter().map(|l| l.person).collect();
    let addresses = addresses(tx, &body, &persons)?;
    for link in &links {
        let token = accounts::secrets::link()?;
        store::save_reminded(tx, link.id, &hash(&token))?;
        post(tx, &check, &body, addresses.get(&link.person), &token, true, base)?;
    }
    more(tx, AGAIN, links.len(), payload)
}

/// Where letters to a person go, and in which language.
type Address = (Id<Person>, String, Lang);

fn post(
    tx: &Tx<'_>,
    check: &DataCheck,
    body: &Body,
    to: Option<&Address>,
    token: &str,
    again: bool,
    base: &str,
) -> Result<()> {
    let Some((person, mail, lang)) = to else { return Ok(()) };
    let letter = letters::check(*lang, body, token, rules::check_last(check.due), again, base);
    tx.post(&OutMail { to: mail.clone(), person: Some(person.raw()), ..letter }).map(drop)
}

/// Her account's address, else her own official one, else the mailbox of her post, else that of the organisation she speaks
/// for.
fn addresses(tx: &Tx<'_>, body: &Body, persons: &[Id<Person>]) -> Result<HashMap<Id<Person>, Address>> {
    let mut found = HashMap::new();
    if persons.is_empty() {
        return Ok(found);
    }
    let today = tx.today();
    let held = store::list_held_by(tx, body.id, persons, today)?;
    let tenures = people::list_tenures_of_persons(tx, persons, today)?;
    let mut posts: Vec<Id<Post>> = held.iter().filter_map(|h| h.1).collect();
    posts.sort_unstable();
    posts.dedup();
    let posts: HashMap<Id<Post>, Post> = if posts.is_empty() {
        HashMap::new()
    } else {
        people::list_posts(tx, &posts)?.into_iter().map(|p| (p.id, p)).collect()
    };
    let mut spoken: Vec<Id<Organisation>> = held.iter().filter_map(|h| h.2).collect();
    spoken.sort_unstable();
    spoken.dedup();
    let spoken: HashMap<Id<Organisation>, Organisation> = if spoken.is_empty() {
        HashMap::new()
    } else {
        people::list_organisations(tx, &spoken)?.into_iter().map(|o| (o.id, o)).collect()
    };
    for person in persons {
        if let Some(account) = accounts::account_of(tx, *person)?.filter(|a| !a.locked) {
            found.insert(*person, (*person, account.mail, account.lang));
            continue;
        }
        let hers = || held.iter().filter(|h| h.0 == *person);
        let in_office = |t: &&Tenure| t.person == *person && hers().any(|h| h.1 == Some(t.post));
        let own = tenures.iter().filter(in_office).find_map(|t| t.mail.clone());
        let of_post = || hers().filter_map(|h| posts.get(&h.1?)?.mail.clone()).next();
        let of_organisation = || hers().filter_map(|h| spoken.get(&h.2?)?.mail.clone()).next();
        if let Some(mail) = own.or_else(of_post).or_else(of_organisation) {
            found.insert(*person, (*person, mail, Lang::De));
        }
    }
    Ok(found)
}

/// Under which a link's token is kept; bound to this purpose.
fn hash(token: &str) -> String {
    accounts::secrets::hash("data check", &[token])
}
