//! Persons.

use db::Tx;
use kernel::{Actor, Event, Id, Result, Scope, Subject};
use rights::{Action, Kind};

use super::register;
use crate::{NewPerson, OwnData, Person, rules::Check, store};

/// Enters a person.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Form`] on `given`, `family`, `title`.
pub fn add_person(tx: &Tx<'_>, by: &Actor, new: &NewPerson) -> Result<Id<Person>> {
    register(by)?;
    let mut check = Check::new();
    let checked = NewPerson {
        given: check.name("given", &new.given),
        family: check.name("family", &new.family),
        title: check.name_or_none("title", new.title.as_deref()),
        title_form: new.title_form,
    };
    check.done()?;
    let id = tx.id();
    store::insert_person(tx, id, &checked)?;
    tx.emit(Event::new("person.added", Subject::new("person", id.raw())).by(by.person));
    Ok(id)
}

/// Changes what a person says about herself; only she may.
///
/// # Errors
/// [`Error::NotFound`] for everybody else; [`Error::Stale`]; [`Error::Form`].
pub fn edit_person(tx: &Tx<'_>, by: &Actor, id: Id<Person>, version: i64, own: &OwnData) -> Result<()> {
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(id.raw()))?;
    store::find_person(tx, id)?;
    save_person(tx, by, id, version, own, "person.edited")
}

/// Enters another name and title of a person **without asking for a right**: for verbs of higher slices that have asked.
/// Pronouns and what is private stay.
///
/// # Errors
/// [`kernel::Error::NotFound`], also where she is erased; [`kernel::Error::Stale`]; [`kernel::Error::Form`].
pub fn record_whole_name(tx: &Tx<'_>, by: &Actor, id: Id<Person>, version: i64, name: &NewPerson) -> Result<()> {
    let there = store::find_person(tx, id)?;
    let own = OwnData {
        given: name.given.clone(),
        family: name.family.clone(),
        title: name.title.clone(),
        title_form: name.title_form,
        ..OwnData::from(&there)
    };
    save_person(tx, by, id, version, &own, "person.corrected")
}

/// Enters another name of a person **without asking for a right**: for verbs of higher slices that have asked. Title, pronouns
/// and what is private stay.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `given`, `family`.
pub fn record_name(tx: &Tx<'_>, by: &Actor, id: Id<Person>, given: &str, family: &str) -> Result<()> {
    let there = store::find_person(tx, id)?;
    let own = OwnData { given: given.to_owned(), family: family.to_owned(), ..OwnData::from(&there) };
    save_person(tx, by, id, there.version, &own, "person.corrected")
}

fn save_person(tx: &Tx<'_>, by: &Actor, id: Id<Person>, version: i64, own: &OwnData, verb: &'static str) -> Result<()> {
    let mut check = Check::new();
    let checked = OwnData {
        given: check.name("given", &own.given),
        family: check.name("family", &own.family),
        title: check.name_or_none("title", own.title.as_deref()),
        pronouns: check.name_or_none("pronouns", own.pronouns.as_deref()),
        title_form: own.title_form,
        private_mail: check.mail("private_mail", own.private_mail.as_deref()),
        private_phone: check.phone("private_phone", own.private_phone.as_deref()),
    };
    check.done()?;
    store::save_person(tx, id, version, &checked)?;
    tx.emit(Event::new(verb, Subject::new("person", id.raw())).by(by.person));
    Ok(())
}
