//! Takes away what an import made, as far as nobody changed or used it since.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use db::Tx;
use kernel::{Actor, Error, Event, Id, Reason, Result, Subject};
use web::{Thing, Undone};

use crate::{Body, store::intake as store};

/// Takes them away, the last made first. What was touched since stays, with everything of its row.
///
/// # Errors
/// When the database refuses.
pub fn undo(tx: &Tx<'_>, by: &Actor, body: &Body, things: &[Thing], touched: &[(String, i64)]) -> Result<Undone> {
    let touched: HashSet<(&str, i64)> = touched.iter().map(|(kind, id)| (kind.as_str(), *id)).collect();
    let mut rows: BTreeMap<i64, bool> = BTreeMap::new();
    for thing in things {
        let changed = touched.contains(&(thing.kind.as_str(), thing.id)) || is_gone_or_changed(tx, thing, &touched)?;
        *rows.entry(thing.row).or_default() |= changed;
    }
    let stays: BTreeSet<i64> = rows.into_iter().filter(|(_, changed)| *changed).map(|(row, _)| row).collect();
    let mut undone = Undone::default();
    for thing in things.iter().rev() {
        if stays.contains(&thing.row) {
            undone.kept.push((
                thing.clone(),
                Reason::new("inzwischen geändert oder eingeladen", "changed or invited meanwhile"),
            ));
        } else if is_unused(tx, thing)? {
            remove(tx, by, body, thing)?;
            undone.gone.push(thing.clone());
        } else {
            undone.kept.push((thing.clone(), Reason::new("wird noch gebraucht", "still in use")));
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
        _ => false,
    })
}

fn is_unused(tx: &Tx<'_>, thing: &Thing) -> Result<bool> {
    let id = thing.id;
    Ok(match thing.kind.as_str() {
        "representative" => true,
        "occupancy" => store::count_of_occupancy(tx, Id::new(id))? == 0,
        "seat" => store::count_of_seat(tx, Id::new(id))? == 0,
        "tenure" => true,
        kind => store::count_of(tx, kind, id)? == 0 && people::is_unused(tx, kind, id)?,
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
