//! The reply: merged, released by two, sent; or none.

use db::Tx;
use kernel::{Actor, Error, Id, Level, Reason, Result};
use people::{Person, rules::Check};

use super::{cause, event, led, open};
use crate::{
    NewDispatch, NewPosition, Position, Sending, State,
    actions::{self, rule},
    hearing::{
        model::{Hearing, HearingState, Reply},
        rules::{self, RELEASES},
        store,
    },
    store::{dispatches, positions, versions},
};

/// Merges what was contributed into the draft of one statement, which is then worked on as every position is. In a later round the
/// text of the round before stands first.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead and whoever drafts; [`Error::Rule`] when there is one.
pub fn draft_reply(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>) -> Result<Id<Position>> {
    let found = store::find_hearing(tx, by, id)?;
    if !rules::works(by, &found) {
        return Err(Error::Denied(None));
    }
    open(&found)?;
    if found.position.is_some() {
        return rule("Den Entwurf gibt es schon.", "There is a draft already.");
    }
    let text = rules::merged(&text_before(tx, by, &found)?, &store::list_points(tx, id)?, &store::list_voices(tx, id)?);
    let round = if found.round > 1 { format!(" ({}. Runde)", found.round) } else { String::new() };
    let new = NewPosition {
        kind: crate::Kind::Statement,
        title: format!("Stellungnahme: {}{round}", found.title).chars().take(120).collect(),
        topic: found.topic,
        text,
    };
    let made = actions::begin(tx, by, found.body, &new)?;
    if let Some(drafter) = found.drafter {
        positions::save_writer(tx, made, drafter)?;
    }
    store::save_reply(tx, id, made)?;
    tx.emit(event("hearing.drafted", &found, by.person));
    Ok(made)
}

/// The paragraphs of the reply of the round before.
fn text_before(tx: &Tx<'_>, by: &Actor, of: &Hearing) -> Result<Vec<String>> {
    let Some(earlier) = of.earlier else { return Ok(Vec::new()) };
    let Some(position) = store::find_hearing(tx, by, earlier)?.position else { return Ok(Vec::new()) };
    let found = positions::find_position(tx, by, position)?;
    Ok(versions::list_paragraphs(tx, position, found.text)?.into_iter().map(|p| p.text).collect())
}

/// Somebody who speaks for the network releases the reply as it stands. With the second person it is adopted; whoever writes it
/// anew before needs both again. Says whether it is released now.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for chair and speakers; [`Error::Rule`] without a draft, when she released it
/// already, or while amendments are open; [`Error::Stale`] when it was written anew since she read the version she has `seen`.
pub fn release(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, seen: Option<i64>) -> Result<bool> {
    let found = store::find_hearing(tx, by, id)?;
    let person = match by.person {
        Some(person) if rules::releases(by, &found) => person,
        _ => return Err(Error::Denied(None)),
    };
    open(&found)?;
    let Some(position) = found.position else {
        return rule("Es gibt noch keinen Entwurf.", "There is no draft yet.");
    };
    let position = positions::find_position(tx, by, position)?;
    if seen.is_some_and(|seen| seen != position.version) {
        return Err(Error::Stale);
    }
    let all = store::list_releases(tx, id)?;
    // Released is one text: every writing anew asks for both again.
    let here = |who: &Option<Id<Person>>| who.map(Id::raw) == Some(person);
    if all.iter().any(|(text, who, _)| *text == position.version && here(who)) {
        return rule(
            "Sie haben diesen Text schon freigegeben. Es fehlt eine zweite Person.",
            "You have released this text already. A second person is missing.",
        );
    }
    store::insert_release(tx, id, position.version, person)?;
    let both = all.iter().filter(|(text, _, _)| *text == position.version).count() + 1 >= RELEASES;
    if both {
        let how = "Freigegeben durch zwei Personen, die für das Netzwerk sprechen";
        actions::adopt(tx, by, position.id, None, (Some(tx.today()), how))?;
        // From now on the network reads it, and its office can send it.
        let adopted = positions::find_any_position(tx, position.id)?;
        positions::save_state(tx, &adopted, State::Adopted, Level::Network, None)?;
        store::save_state(tx, &found, HearingState::Released, "")?;
        store::delete_letters(tx, id)?;
        for step in ["draft", "release"] {
            tasks::settle(tx, &cause(&found, step), by.person)?;
        }
    }
    tx.emit(event("hearing.released", &found, by.person));
    Ok(both)
}

/// The reply goes out, by mail at once or on paper: it gets its number, and where and when it went stays as proof. The statement of
/// the round before gives way to it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before two persons released it; [`Error::Form`] on `level`, `day`, `letter`.
pub fn send_reply(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, reply: &Reply, base: &str) -> Result<Id<Position>> {
    let found = led(tx, by, id)?;
    let position = match (found.state, found.position) {
        (HearingState::Released, Some(position)) => position,
        _ => return rule("Erst geben zwei Personen die Antwort frei.", "Two persons release the reply first."),
    };
    let state = positions::find_position(tx, by, position)?;
    if !state.state.is_published() {
        actions::plan_publication(tx, by, position, reply.level, state.signers_least)?;
        actions::publish(tx, by, position)?;
    }
    let new = NewDispatch {
        addressee: found.addressee,
        letter: reply.letter.clone(),
        file_mark: found.file_mark.clone(),
        due: None,
        remind_weeks: 0,
    };
    let known = dispatches::list_dispatches(tx, position)?.into_iter().find(|d| d.addressee == found.addressee);
    let letter = match known {
        Some(known) => known.id,
        None => actions::plan_letter(tx, by, position, &new)?,
    };
    actions::send_letter(tx, by, letter, Sending { way: reply.way, day: reply.day }, base)?;
    store::save_state(tx, &found, HearingState::Sent, "")?;
    tasks::settle(tx, &cause(&found, "send"), by.person)?;
    if let Some(before) = found.earlier
        && let Some(older) = store::find_hearing(tx, by, before)?.position
    {
        let older = positions::find_position(tx, by, older)?;
        if older.state.is_published() && older.ended.is_none() {
            actions::supersede(tx, by, older.id, position, tx.today())?;
        }
    }
    tx.emit(event("hearing.sent", &found, by.person));
    Ok(position)
}

/// The network does not reply.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is sent; [`Error::Form`] on `reason`.
pub fn decline_hearing(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, reason: &str) -> Result<()> {
    let found = led(tx, by, id)?;
    open(&found)?;
    let mut check = Check::new();
    let reason = check.text("reason", Some(reason)).unwrap_or_default();
    check.that(!reason.is_empty(), "reason", || Reason::new("Bitte nennen Sie den Grund.", "Please give the reason."));
    check.done()?;
    store::save_state(tx, &found, HearingState::Declined, &reason)?;
    store::delete_letters(tx, id)?;
    for step in ["draft", "release", "send"] {
        tasks::settle(tx, &cause(&found, step), by.person)?;
    }
    tx.emit(event("hearing.declined", &found, by.person));
    Ok(())
}
