//! Putting right what somebody or something is called: it was never called so, and no former name is kept.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Reason, Result};
use people::{NewPerson, Person, rules::Check};
use rights::{Action, Kind};

use super::body_event;
use crate::{
    Body, BodyForm,
    store::{bodies, directory},
};

/// Whether the actor may put right what a person is called: whoever operates the installation, and, as long as the person
/// has no account to do it with, whoever keeps the membership of a body in which she sits today.
///
/// # Errors
/// When the database cannot be read.
pub fn may_correct_name(conn: &Conn, by: &Actor, person: Id<Person>) -> Result<bool> {
    if by.person == Some(person.raw()) {
        return Ok(false);
    }
    if by.operator {
        return Ok(true);
    }
    if by.person.is_none() || accounts::account_of(conn, person)?.is_some() {
        return Ok(false);
    }
    let hats = directory::list_hats(conn, by, person, Some(conn.today()))?;
    Ok(hats.iter().any(|h| rights::allows(by, Kind::Roster, Action::Edit, &h.body.roster_scope())))
}

/// Puts right what a person is called; pronouns and what is private stay.
///
/// # Errors
/// [`Error::NotFound`], also for an erased person; [`Error::Denied`]; [`Error::Stale`]; [`Error::Form`] on `given`,
/// `family`, `title`.
pub fn correct_name(tx: &Tx<'_>, by: &Actor, id: Id<Person>, version: i64, name: &NewPerson) -> Result<()> {
    if !may_correct_name(tx, by, id)? {
        return Err(Error::Denied(None));
    }
    people::record_whole_name(tx, by, id, version, name)
}

/// Puts right what a body is called.
///
/// # Errors
/// As [`super::edit_body`]; [`Error::Form`] on `name`.
pub fn correct_body_name(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Body>,
    version: i64,
    name: &str,
    name_en: Option<&str>,
) -> Result<()> {
    let body = bodies::find_body(tx, by, id)?;
    rights::require(by, Kind::Body, Action::Edit, &body.scope())?;
    let mut check = Check::new();
    let name = check.name("name", name);
    let name_en = check.name_or_none("name_en", name_en);
    check.that(name != body.name || name_en != body.name_en, "name", || {
        Reason::new("Das ist schon der heutige Name.", "This is the name already.")
    });
    check.done()?;
    bodies::save_body(tx, id, version, &BodyForm { name, name_en, ..BodyForm::of(&body) })?;
    tx.emit(body_event("body.corrected", &body, by));
    Ok(())
}
