//! What was entered wrongly is put right for all days. None of these asks for a right: the caller has asked, and keeps what
//! was there before.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Reason, Result, Subject, Term};

use super::HOUSE;
use crate::{
    NewTenure, Organisation, Person, Post, Tenure,
    rules::{self, Check},
    store,
};

/// Puts the days of an appointment, or whose it is, right **without asking for a right**.
///
/// # Errors
/// [`Error::NotFound`], also for a person who was erased; [`Error::Rule`] when post, days and person do not fit.
pub fn record_tenure_correction(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, term: Term, person: Id<Person>) -> Result<()> {
    let there = store::find_tenure(tx, id)?;
    let post = store::find_post(tx, there.post)?;
    if store::find_person(tx, person)?.erased {
        return Err(Error::NotFound);
    }
    let mut others = store::list_tenures_of_post(tx, there.post)?;
    others.retain(|t| t.id != id);
    let right = NewTenure { mode: there.mode, ..NewTenure::holder(there.post, person, term.from) };
    rules::may_appoint(&right, term, post.term, &others).map_err(Error::Rule)?;
    store::save_tenure_correction(tx, id, term, person)?;
    let event = Event::new("post.corrected", Subject::new("post", there.post.raw())).by(by.person);
    let event = event.touching(Subject::new("person", there.person.raw()));
    tx.emit(event.touching(Subject::new("person", person.raw())));
    Ok(())
}

/// Puts the name of an organisation right for all days on which it has it **without asking for a right**.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `name`.
pub fn record_organisation_correction(tx: &Tx<'_>, by: &Actor, id: Id<Organisation>, name: &str) -> Result<()> {
    let there = store::find_organisation(tx, id)?;
    let name = other_name(name, &there.name)?;
    store::save_organisation_name(tx, id, there.version, &name)?;
    let event = Event::new("organisation.corrected", Subject::new("organisation", id.raw()));
    tx.emit(event.by(by.person).within(HOUSE));
    Ok(())
}

/// The same for the neutral title of a post.
///
/// # Errors
/// As [`record_organisation_correction`].
pub fn record_post_correction(tx: &Tx<'_>, by: &Actor, id: Id<Post>, title: &str) -> Result<()> {
    let there = store::find_post(tx, id)?;
    let neutral = other_name(title, &there.titles.neutral)?;
    store::save_post_titles(tx, id, there.version, &crate::PostTitles { neutral, ..there.titles })?;
    let event = Event::new("post.corrected", Subject::new("post", id.raw())).by(by.person).within(HOUSE);
    tx.emit(event.touching(Subject::new("organisation", there.organisation.raw())));
    Ok(())
}

fn other_name(name: &str, now: &str) -> Result<String> {
    let mut check = Check::new();
    let name = check.name("name", name);
    check.that(name != now, "name", || Reason::new("So steht es schon da.", "That is what it says already."));
    check.done()?;
    Ok(name)
}
