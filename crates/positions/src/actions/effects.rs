//! What a position brought about somewhere, told by members.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result};
use people::rules::Check;

use super::{event, led, rule};
use crate::{
    Effect, Position,
    store::{effects, positions},
};

/// The most characters of what is told.
const TEXT_MOST: usize = 2_000;
/// The most that are told of one position.
const MOST: usize = 500;

/// A member of any network tells what a published position brought about where she works. Members read it; the public only once
/// those who lead the position show it, and never who told it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for members; [`Error::Rule`] before it is published; [`Error::Form`] on `place`, `day`, `text`.
pub fn report_effect(tx: &Tx<'_>, by: &Actor, id: Id<Position>, (place, day, text): (&str, Day, &str)) -> Result<()> {
    let found = positions::find_position(tx, by, id)?;
    if !by.is_member() {
        return Err(Error::Denied(None));
    }
    if !found.state.is_published() {
        return rule("Diese Position ist noch nicht veröffentlicht.", "This position is not published yet.");
    }
    let mut check = Check::new();
    let place = check.name("place", place);
    let text = check.text("text", Some(text)).unwrap_or_default();
    check.that((1..=TEXT_MOST).contains(&text.chars().count()), "text", || {
        Reason::new("Bitte schreiben Sie 1 bis 2.000 Zeichen.", "Please write 1 to 2,000 characters.")
    });
    let first = found.adopted.unwrap_or(day);
    check.that(day <= tx.today() && day >= first, "day", || {
        Reason::new(
            "Der Tag liegt nach dem Beschluss und vor morgen.",
            "The day is after the decision and before tomorrow.",
        )
    });
    check.that(effects::list_effects(tx, id)?.len() < MOST, "text", || {
        Reason::new("Das sind zu viele.", "These are too many.")
    });
    check.done()?;
    let new = Effect { id: tx.id(), place, day, text, open: false, person: by.person.map(Id::new) };
    effects::insert_effect(tx, id, &new)?;
    tx.emit(event("position.effect", &found, by.person));
    Ok(())
}

/// Everybody reads it from now on who reads the position, or members alone.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn show_effect(tx: &Tx<'_>, by: &Actor, id: Id<Position>, effect: Id<Effect>, open: bool) -> Result<()> {
    let found = led(tx, by, id)?;
    if !effects::list_effects(tx, id)?.iter().any(|e| e.id == effect) {
        return Err(Error::NotFound);
    }
    effects::save_open(tx, id, effect, open)?;
    tx.emit(event("position.effect_shown", &found, by.person));
    Ok(())
}
