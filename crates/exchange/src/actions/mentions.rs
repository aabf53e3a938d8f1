//! Naming somebody with an @: she is told at once, as if she had been asked.

use db::Conn;
use kernel::{Actor, Id, Result};
use networks::{Body, Names, Place};
use people::Person;

use crate::rules::mentioned;

/// Whom words name: of those who sit in a body those whose names their writer sees there.
///
/// # Errors
/// When the database cannot be read.
pub fn named(conn: &Conn, by: &Actor, body: &Body, words: &str) -> Result<Vec<Id<Person>>> {
    if !words.contains('@') {
        return Ok(Vec::new());
    }
    let all = networks::invitees(conn, body, conn.today())?;
    let persons: Vec<Id<Person>> = all.iter().filter_map(|i| i.person).filter(|p| by.person != Some(p.raw())).collect();
    let names = Names::load(conn, by, persons.iter().copied())?;
    let at = Place::from(body);
    let known: Vec<(Id<Person>, String)> =
        persons.iter().filter_map(|p| Some((*p, names.in_place(*p, &at)?.name.full()))).collect();
    Ok(mentioned(words, &known))
}
