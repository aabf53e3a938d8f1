//! Topics: a small vocabulary of the house, chosen by bodies and persons.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Level, Reason, Result, Scope, Subject};
use people::{Person, rules::Check};
use rights::{Action, Kind};

use super::body_event;
use crate::{
    Body, Topic, rules,
    store::{bodies, topics},
};

/// Adds a topic to the vocabulary.
///
/// # Errors
/// [`Error::Denied`] but for the operator; [`Error::Form`] on `slug`, `name`, `name_en`.
pub fn add_topic(tx: &Tx<'_>, by: &Actor, slug: &str, name: &str, name_en: &str) -> Result<Id<Topic>> {
    rights::require(by, Kind::House, Action::Edit, &Scope::house(Level::Public))?;
    let mut check = Check::new();
    let slug = check.take("slug", rules::slug(slug)).unwrap_or_default();
    let (name, name_en) = (check.name("name", name), check.name("name_en", name_en));
    check.done()?;
    if topics::is_slug_taken(tx, &slug)? {
        return Err(Error::field("slug", Reason::new("Dieses Thema gibt es schon.", "This topic is there already.")));
    }
    let id = tx.id();
    topics::insert_topic(tx, id, &slug, &name, &name_en)?;
    tx.emit(
        Event::new("topic.added", Subject::new("topic", id.raw())).by(by.person).within(Scope::house(Level::Public)),
    );
    Ok(id)
}

/// At most so many topics for one thing: more say nothing.
const MOST: usize = 20;

/// Topics chosen for something, each once, as they may be written.
///
/// # Errors
/// [`Error::NotFound`] for an unknown one; [`Error::Form`] on `topics` for more than 20.
pub fn known_topics(tx: &Tx<'_>, chosen: &[Id<Topic>]) -> Result<Vec<Id<Topic>>> {
    let mut chosen = chosen.to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.len() > MOST {
        return Err(Error::field(
            "topics",
            Reason::new("Bitte wählen Sie höchstens 20 Themen.", "Please choose at most 20 topics."),
        ));
    }
    let known = if chosen.is_empty() { 0 } else { topics::count_topics(tx, &chosen)? };
    if usize::try_from(known) == Ok(chosen.len()) { Ok(chosen) } else { Err(Error::NotFound) }
}

/// Sets the topics of a body.
///
/// # Errors
/// [`Error::NotFound`] for a body or topic she may not see; [`Error::Denied`]; [`Error::Form`] on `topics`.
pub fn set_topics(tx: &Tx<'_>, by: &Actor, body: Id<Body>, chosen: &[Id<Topic>]) -> Result<()> {
    let body = bodies::find_body(tx, by, body)?;
    rights::require(by, Kind::Body, Action::Edit, &body.scope())?;
    let chosen = known_topics(tx, chosen)?;
    topics::delete_body_topics(tx, body.id)?;
    for topic in chosen {
        topics::insert_body_topic(tx, body.id, topic)?;
    }
    tx.emit(body_event("body.topics", &body, by));
    Ok(())
}

/// Sets what one can be asked about.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in or an unknown topic; [`Error::Form`] on `topics`.
pub fn set_own_topics(tx: &Tx<'_>, by: &Actor, chosen: &[Id<Topic>]) -> Result<()> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    let chosen = known_topics(tx, chosen)?;
    topics::delete_person_topics(tx, person)?;
    for topic in chosen {
        topics::insert_person_topic(tx, person, topic)?;
    }
    tx.emit(Event::new("person.topics", Subject::new("person", person.raw())).by(by.person));
    Ok(())
}
