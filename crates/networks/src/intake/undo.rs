//! Takes away what an import made, as far as nobody changed or used it since.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use db::Tx;
use kernel::{Actor, Error, Event, Id, Reason, Result, Subject};
use web::{Thing, Undone};

use crate::{Body, store::intake as store};

/// Takes them away, the last made first. What was touched since stays, and so does what anything in the house refers to
/// by now (a roll, a task, an invitation); both with everything of its row.
///
/// # Errors
/// When the database refuses.
pub fn undo(tx: &Tx<'_>, by: &Actor, body: &Body, things: &[Thing], touched: &[(String, i64)]) -> Result<Undone> {
    let touched: HashSet<(&str, i64)> = touched.iter().map(|(kind, id)| (kind.as_str(), *id)).collect();
    let mut stays: BTreeMap<i64, Reason> = BTreeMap::new();
    for thing in things {
        if touched.contains(&(thing.kind.as_str(), thing.id)) || is_gone_or_changed(tx, thing, &touched)? {
            stays.insert(thing.row, Reason::new("inzwischen geändert oder eingeladen", "changed or invited meanwhile"));
        }
    }
    // A round that finds one more row in use is taken back whole, and the next one leaves that row alone.
    loop {
        let mut used = BTreeSet::new();
        let round = tx.attempt(|| {
            let undone = take_away(tx, by, body, things, &stays, &mut used)?;
            if used.is_empty() { Ok(undone) } else { Err(Error::Stale) }
        });
        if used.is_empty() {
            return round;
        }
        stays.extend(used.into_iter().map(|row| (row, still_in_use())));
    }
}

fn still_in_use() -> Reason {
    Reason::new("wird noch gebraucht", "still in use")
}

/// One round. `used` gets the rows of which a person, a seat or how she came to it cannot go; posts and organisations may
/// serve other rows, too, and stay alone.
fn take_away(
    tx: &Tx<'_>,
    by: &Actor,
    body: &Body,
    things: &[Thing],
    stays: &BTreeMap<i64, Reason>,
    used: &mut BTreeSet<i64>,
) -> Result<Undone> {
    let mut undone = Undone::default();
    for thing in things.iter().rev() {
        if let Some(reason) = stays.get(&thing.row) {
            undone.kept.push((thing.clone(), reason.clone()));
        } else if tx.attempt_removal(|| remove(tx, by, body, thing))? {
            undone.gone.push(thing.clone());
        } else {
            if !matches!(thing.kind.as_str(), "post" | "organisation") {
                used.insert(thing.row);
            }
            undone.kept.push((thing.clone(), still_in_use()));
        }
    }
    Ok(undone)
}

/// An appointment leaves its events at post and person, an occupancy at its seat.
fn is_gone_or_changed(tx: &Tx<'_>, thing: &Thing, touched: &HashSet<(&str, i64)>) -> Result<bool> {
    Ok(match thing.kind.as_str() {
        "tenure" => match people::find_tenure(tx, Id::new(thing.id)) {
            Ok(t) => touched.contains(&("person", t.person.raw())) || touched.contains(&("post", t.post.raw())),
            Err(Error::NotFound) => true,
            Err(cause) => return Err(cause),
        },
        "occupancy" => !store::is_as_made(tx, Id::new(thing.id))?,
        "person" | "post" | "organisation" => people::is_changed(tx, &thing.kind, thing.id)?,
        _ => false,
    })
}

fn remove(tx: &Tx<'_>, by: &Actor, body: &Body, thing: &Thing) -> Result<()> {
    let id = thing.id;
    match thing.kind.as_str() {
        "representative" => store::delete_representative(tx, Id::new(id))?,
        "occupancy" => store::delete_occupancy(tx, Id::new(id))?,
        "seat" => {
            store::delete_seat(tx, Id::new(id))?;
            let event = Event::new("seat.removed", Subject::new("seat", id)).by(by.person).within(body.roster_scope());
            tx.emit(event.touching(Subject::new("body", body.id.raw())));
        }
        kind => people::remove(tx, by, kind, id)?,
    }
    Ok(())
}
