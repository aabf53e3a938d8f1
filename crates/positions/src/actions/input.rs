//! Asking members for comments and amendments, and ending that.

use db::Tx;
use kernel::{Actor, Day, Level, Result};

use super::{event, incoming::Aim, needs, rule, steered, task};
use crate::{
    Position, State, letters,
    store::{amendments, positions, versions},
};

/// Asks for comments and amendments until a day: the body, or its whole network. Everybody asked gets a letter in her language,
/// which she can answer by mail where the house takes letters; `base` is where the house is reached. Gives how many letters left.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when it is past a draft; [`kernel::Error::Form`] on `until`.
pub fn open_input(
    tx: &Tx<'_>,
    by: &Actor,
    id: kernel::Id<Position>,
    (until, network): (Day, bool),
    base: &str,
) -> Result<usize> {
    let found = steered(tx, by, id)?;
    if !found.state.is_open() {
        return rule("Über diese Position ist schon entschieden.", "This position is decided already.");
    }
    if until < tx.today() || until > tx.today().plus_months(24) {
        return Err(needs(
            "until",
            "Bitte nennen Sie einen Tag in den nächsten zwei Jahren.",
            "Please give a day within the next two years.",
        ));
    }
    let text: Vec<String> = versions::list_paragraphs(tx, id, found.text)?.into_iter().map(|p| p.text).collect();
    if text.is_empty() {
        return rule("Schreiben Sie zuerst einen Text.", "Please write a text first.");
    }
    let level = if network { Level::Network } else { found.level };
    positions::save_state(tx, &found, State::Input, level, Some(until))?;
    let now = positions::find_any_position(tx, id)?;
    let mut asked = networks::body_for_program(tx, if network { found.network } else { found.body })?;
    // What a sensitive committee writes is named in no mailbox, whoever is asked.
    asked.sensitive |= networks::body_for_program(tx, found.body)?.sensitive;
    let invitees = if found.state == State::Input { Vec::new() } else { networks::invitees(tx, &asked, tx.today())? };
    let answers = notices::Answers::load(tx)?;
    let mut told = 0;
    // Nobody signs in for a post nobody holds.
    for invitee in invitees.iter().filter(|i| i.person.is_some()) {
        // Of a sensitive network nothing is read by a link alone.
        let token = if asked.sensitive { None } else { Some(accounts::secrets::link()?) };
        let reply =
            answers.as_ref().zip(invitee.person).map(|(answers, person)| Aim::Position(id).tag(answers, person));
        let ways = token.as_deref().map(|link| letters::Ways { link, reply: reply.as_deref(), text: &text });
        let Some(letter) = letters::input(&now, (&asked, invitee), until, (base, ways)) else { continue };
        tx.post(&letter)?;
        told += 1;
        if let (Some(token), Some(person)) = (&token, invitee.person) {
            amendments::insert_letter(tx, id, (person, invitee.seat), &hash(token))?;
        }
    }
    tx.emit(event("position.input", &now, by.person));
    Ok(told)
}

/// Nobody adds anything more; what is open is put to the vote.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] when nobody is asked.
pub fn close_input(tx: &Tx<'_>, by: &Actor, id: kernel::Id<Position>) -> Result<()> {
    let found = steered(tx, by, id)?;
    if found.state != State::Input {
        return rule("Um Rückmeldung wird gerade nicht gebeten.", "Nobody is asked for input now.");
    }
    close(tx, &found, by.person)
}

/// How many would be written to: whoever fills a seat and can be reached.
///
/// # Errors
/// When the database cannot be read.
pub fn count_asked(conn: &db::Conn, found: &Position, network: bool) -> Result<usize> {
    let asked = networks::body_for_program(conn, if network { found.network } else { found.body })?;
    let invitees = networks::invitees(conn, &asked, conn.today())?;
    Ok(invitees.iter().filter(|i| i.person.is_some() && i.address.is_some()).count())
}

/// How a link's secret is known here.
#[must_use]
pub fn hash(token: &str) -> String {
    accounts::secrets::hash("position letter", &[token])
}

/// Whoever holds the link of a letter: what she is asked about, as herself today; `None` once it is over, or does not concern her
/// any more.
///
/// # Errors
/// When the database cannot be read.
pub fn by_letter(conn: &db::Conn, token: &str) -> Result<Option<Asked>> {
    let Some((id, person, seat)) = amendments::find_letter(conn, &hash(token))? else { return Ok(None) };
    let actor = rights::load(conn, person.raw(), conn.today(), None)?;
    let movers = crate::store::signatures::list_movers(conn, id)?;
    match positions::find_position(conn, &actor, id) {
        // Of what became sensitive meanwhile nothing is read by a link alone.
        Ok(position) if !networks::quiet_bodies(conn, &[position.body])?.is_empty() => Ok(None),
        Ok(position) if crate::rules::contributes(&actor, &position, &movers, conn.today()) => {
            Ok(Some(Asked { position, actor, seat }))
        }
        Ok(_) | Err(kernel::Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Somebody who holds the link of a letter.
pub struct Asked {
    /// What she is asked about.
    pub position: Position,
    /// She herself.
    pub actor: Actor,
    /// The seat on which she is asked.
    pub seat: kernel::Id<networks::Seat>,
}

pub(super) fn close(tx: &Tx<'_>, found: &Position, by: Option<i64>) -> Result<()> {
    amendments::delete_letters(tx, found.id)?;
    positions::save_state(tx, found, State::Vote, found.level, found.input_until)?;
    let (de, en) = (format!("Änderungen beraten: {}", found.title), format!("Deal with amendments: {}", found.title));
    task(tx, found.body, found, (&de, &en, None), &format!("position {} input {}", found.id, found.text))?;
    tx.emit(event("position.input_closed", found, by));
    Ok(())
}
