//! Contributing to a hearing by answering its letter.

use db::Tx;
use kernel::{Actor, Error, Id, Result};

use super::asking::contribute;
use crate::{
    actions::incoming::Refusal,
    hearing::{
        model::Hearing,
        rules,
        store::{self, Whose},
    },
    rules::remarks,
};

/// A member contributes for her office what an answer by letter says to each point; what she said to others before stays. She is
/// named as she chose before, and named where she did not choose: her letter says so.
///
/// # Errors
/// As [`contribute`].
pub fn contribute_by_mail(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, own: &str) -> Result<Option<Refusal>> {
    let found = store::find_hearing(tx, by, id)?;
    if !found.takes(tx.today()) {
        let over = found.asked_until.filter(|until| *until < tx.today());
        return Ok(Some(over.map_or(Refusal::Closed, Refusal::Over)));
    }
    let person = match by.person {
        Some(person) if rules::contributes(by, &found, tx.today()) => Id::new(person),
        _ => return Err(Error::Denied(None)),
    };
    let points = store::list_points(tx, id)?;
    let mut said: Vec<(i64, String)> = Vec::new();
    for (number, words) in remarks(own, points.len()) {
        match number.checked_sub(1).and_then(|at| points.get(at)) {
            Some((point, _)) => said.push((*point, words)),
            // What stands before the first point that is named is a greeting, unless there is one point alone.
            None => said.extend(points.first().filter(|_| points.len() == 1).map(|(point, _)| (*point, words))),
        }
    }
    if said.is_empty() {
        let nothing = remarks(own, points.len()).is_empty();
        return Ok(Some(if nothing { Refusal::Empty } else { Refusal::Pointless }));
    }
    let before = store::list_own(tx, id, Whose::Person(person))?;
    let named = before.first().is_none_or(|voice| voice.named);
    let kept = before.into_iter().filter(|voice| said.iter().all(|(point, _)| *point != voice.point));
    let kept: Vec<(i64, String)> = kept.map(|voice| (voice.point, voice.text)).collect();
    contribute(tx, by, id, &[kept, said].concat(), named)?;
    Ok(None)
}
