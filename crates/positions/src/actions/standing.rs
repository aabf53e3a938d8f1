//! How long a position holds.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Result, Subject};

use super::{event, led, needs, rule};
use crate::{Position, store::positions};

fn running(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<Position> {
    let found = led(tx, by, id)?;
    if !found.state.is_published() {
        return rule("Diese Position ist noch nicht veröffentlicht.", "This position is not published yet.");
    }
    if found.ended.is_some() {
        return rule("Diese Position hat schon ein Ende.", "This position has an end already.");
    }
    Ok(found)
}

fn after_it_began(of: &Position, day: Day) -> Result<()> {
    match of.published_at.map(|at| at.day()) {
        Some(first) if day >= first && !day.is_open() => Ok(()),
        _ => Err(needs("day", "Der Tag muss nach der Veröffentlichung liegen.", "The day must be after publication.")),
    }
}

/// A newer position of the same network takes the place of an older one from a day on: both stay, and each shows the other.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is not published or has an end; [`Error::Form`] on `newer`, `day`.
pub fn supersede(tx: &Tx<'_>, by: &Actor, id: Id<Position>, newer: Id<Position>, day: Day) -> Result<()> {
    let old = running(tx, by, id)?;
    let wrong = || {
        needs(
            "newer",
            "Bitte wählen Sie eine neuere Position dieses Netzwerks.",
            "Please choose a newer position of this network.",
        )
    };
    let new = positions::find_position(tx, by, newer).map_err(|fault| match fault {
        Error::NotFound => wrong(),
        other => other,
    })?;
    // One that has a successor itself replaces nothing: so there are no circles.
    let later = new.published_at > old.published_at || new.published_at == old.published_at && new.id > old.id;
    if new.network != old.network || !new.state.is_published() || new.ended.is_some() || !later {
        return Err(wrong());
    }
    after_it_began(&old, day)?;
    positions::save_ended(tx, old.id, day, Some(new.id))?;
    tx.emit(event("position.superseded", &old, by.person).touching(Subject::new("position", new.id.raw())));
    Ok(())
}

/// A position holds no longer, without another in its place.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is not published or has an end; [`Error::Form`] on `day`.
pub fn end_position(tx: &Tx<'_>, by: &Actor, id: Id<Position>, day: Day) -> Result<()> {
    let old = running(tx, by, id)?;
    after_it_began(&old, day)?;
    positions::save_ended(tx, old.id, day, None)?;
    tx.emit(event("position.ended", &old, by.person));
    Ok(())
}
