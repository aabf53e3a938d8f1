//! What happens every day by itself.

use std::collections::HashMap;

use db::Tx;
use kernel::{Id, Result};
use networks::reach_persons;
use notices::rules::weekday;
use people::Person;

use crate::{
    RecipientState, Thread, letters,
    store::{brought, circulars, incoming, standing, threads},
};

/// So many days after the last answer whoever asked is reminded of the outcome, once; threads older than that many days are
/// left alone.
const REST_DAYS: i32 = 14;
const OLD_DAYS: i32 = 120;

/// Asks for what came of questions that were answered and rest since two weeks: once each, one letter per person.
///
/// # Errors
/// When the database refuses.
pub fn remind(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("a letter asks for an outcome, and the thread is as it was");
    let today = tx.today();
    let Some(base) = db::setting(tx, networks::ADDRESS)?.filter(|_| weekday(today) <= 4) else { return Ok(()) };
    let span = (today.plus_days(-OLD_DAYS).at(0, 0), today.plus_days(1 - REST_DAYS).at(0, 0));
    let all = threads::list_unfinished(tx, span)?;
    if all.is_empty() {
        return Ok(());
    }
    let mut by: HashMap<Id<Person>, Vec<&Thread>> = HashMap::new();
    for thread in &all {
        by.entry(thread.author.unwrap_or(Id::new(0))).or_default().push(thread);
    }
    let mut persons: Vec<Id<Person>> = by.keys().copied().collect();
    persons.sort_unstable();
    let readers = notices::load_readers(tx, &persons, today)?;
    for to in reach_persons(tx, &persons)? {
        // She may have left since.
        let Some(reader) = readers.iter().find(|r| r.actor.person == Some(to.person.raw())) else { continue };
        let hers: Vec<&&Thread> =
            by.get(&to.person).into_iter().flatten().filter(|t| rights::sees(&reader.actor, &t.scope())).collect();
        if !hers.is_empty() {
            let mut named = Vec::new();
            // Few: what one person asked and left open.
            for thread in hers {
                named.push((*thread, networks::body_for_program(tx, thread.body)?));
            }
            tx.post(&letters::unfinished(&to, &named, &base))?;
        }
    }
    let ids: Vec<_> = all.iter().map(|t| t.id).collect();
    threads::save_reminded(tx, &ids)
}

/// Keeps what the outbox knows of circulars before it forgets.
///
/// # Errors
/// When the database refuses.
pub fn fared(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("the outbox's word is copied");
    let waiting = circulars::list_waiting(tx)?;
    let ids: Vec<i64> = waiting.iter().map(|(_, mail)| *mail).collect();
    let known: HashMap<i64, db::MailState> = db::mail_states(tx, &ids)?.into_iter().map(|s| (s.id, s)).collect();
    let of = |wanted: fn(&db::MailState) -> bool| -> Vec<i64> {
        waiting.iter().filter(|(_, mail)| known.get(mail).is_some_and(wanted)).map(|(id, _)| *id).collect()
    };
    circulars::save_fared(tx, &of(|s| s.left_at.is_some()), RecipientState::Left)?;
    let lost = |s: &db::MailState| s.left_at.is_none() && s.failed;
    circulars::save_fared(tx, &of(lost), RecipientState::Failed)?;
    let mails: Vec<i64> = known.values().filter(|s| lost(s)).map(|s| s.id).collect();
    super::circulars::tell_lost(tx, &mails).map(drop)
}

/// Forgets who followed and was asked in threads silent for two years, and to whom circulars of that age went.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    let before = tx.today().plus_months(-24).at(0, 0);
    standing::delete_readers(tx, before)?;
    standing::delete_asked(tx, before)?;
    standing::delete_mentions(tx, before)?;
    circulars::delete_recipients(tx, before)?;
    let unclaimed = tx.now().plus_seconds(-super::held::WAITS * 86_400);
    brought::delete_old_files(tx, unclaimed)?;
    brought::delete_old_left(tx, unclaimed)?;
    incoming::delete_old_held(tx, unclaimed)?;
    incoming::delete_old_posts(tx, before)
}
