//! Whom somebody can ask in a body, and naming one of them with an @: she is told at once, as if she had been asked.

use db::Conn;
use kernel::{Actor, Id, Result};
use networks::{Body, Names, Place};
use people::Person;

use crate::rules::mentioned;

/// Whom somebody can ask in a body, by name: of those who sit there those whose names she sees there. That anybody else sits
/// there is told to nobody, so forms and verbs know the same persons.
///
/// # Errors
/// When the database cannot be read.
pub fn askable(conn: &Conn, by: &Actor, body: &Body) -> Result<Vec<(Id<Person>, String)>> {
    let all = networks::invitees(conn, body, conn.today())?;
    let persons: Vec<Id<Person>> = all.iter().filter_map(|i| i.person).filter(|p| by.person != Some(p.raw())).collect();
    let names = Names::load(conn, by, persons.iter().copied())?;
    let at = Place::from(body);
    Ok(persons.iter().filter_map(|p| Some((*p, names.in_place(*p, &at)?.name.full()))).collect())
}

/// Whom words name of those their writer can ask.
///
/// # Errors
/// When the database cannot be read.
pub fn named(conn: &Conn, by: &Actor, body: &Body, words: &str) -> Result<Vec<Id<Person>>> {
    if !words.contains('@') {
        return Ok(Vec::new());
    }
    Ok(mentioned(words, &askable(conn, by, body)?))
}
