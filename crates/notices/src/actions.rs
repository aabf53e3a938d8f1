//! Verbs of notices: what somebody chooses, and the links of letters.

use accounts::secrets;
use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Reason, Result, Scope};
use networks::Topic;
use people::Person;
use rights::{Action, Kind};

use crate::{Ends, Hours, Item, Level, Opened, Rhythm, letters::Links, store};

fn token_hash(token: &str) -> String {
    secrets::hash("notice letter", &[token])
}

fn stop_hash(token: &str) -> String {
    secrets::hash("notice stop", &[token])
}

/// Writes the links of a letter down: one that reads and answers what it names, one that ends letters of its kind. The caller
/// leaves the event.
///
/// # Errors
/// When the database refuses.
pub fn write_letter(tx: &Tx<'_>, person: Id<Person>, ends: Ends, items: &[Item]) -> Result<Links> {
    let links = Links { token: secrets::link()?, stop: secrets::link()? };
    store::insert_letter(tx, person, ends, (&token_hash(&links.token), &stop_hash(&links.stop)), items)?;
    Ok(links)
}

/// What the link of a letter opens; `None` when there is no such link, or its time is over. Whether the person may still see
/// it is for the caller to ask.
///
/// # Errors
/// When the database cannot be read.
pub fn opened(conn: &Conn, token: &str) -> Result<Option<Opened>> {
    let Some((letter, (person, network))) = store::find_by_token(conn, &token_hash(token))? else { return Ok(None) };
    Ok(Some(Opened { person, network, items: store::list_items(conn, letter)? }))
}

/// Whose letter a stop link came with, and what it ends.
///
/// # Errors
/// When the database cannot be read.
pub fn stoppable(conn: &Conn, token: &str) -> Result<Option<(Id<Person>, Ends)>> {
    store::find_by_stop(conn, &stop_hash(token))
}

/// Ends letters of a kind (RFC 8058): once more changes nothing.
///
/// # Errors
/// [`Error::NotFound`] without such a link.
pub fn stop(tx: &Tx<'_>, token: &str) -> Result<()> {
    let (person, ends) = stoppable(tx, token)?.ok_or(Error::NotFound)?;
    tx.silent("what somebody wants to hear of is nobody's news");
    match ends {
        Ends::Network(network) => store::save_level(tx, person, network.raw(), Level::Duty),
        Ends::Bundles => store::save_rhythm(tx, person, Rhythm::Never),
        Ends::Topics => store::topics::forget_followed(tx, person),
    }
}

/// What somebody wants to hear: for each of her networks, on which days, and between which hours.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in, and for a network she is not in.
pub fn choose(tx: &Tx<'_>, by: &Actor, (rhythm, hours): (Rhythm, Hours), levels: &[(i64, Level)]) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    if levels.iter().any(|(network, _)| !by.sits.iter().any(|s| s.network == *network)) {
        return Err(Error::NotFound);
    }
    tx.silent("what somebody wants to hear of is nobody's news");
    store::save_rhythm(tx, Id::new(person), rhythm)?;
    store::save_hours(tx, Id::new(person), hours)?;
    // As many as she is in networks.
    levels.iter().try_for_each(|(network, level)| store::save_level(tx, Id::new(person), *network, *level))
}

/// Chooses the topics of which she is told once a week; of a new one from now on.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in or an unknown topic; [`Error::Form`] on `topics` for more than 20.
pub fn follow_topics(tx: &Tx<'_>, by: &Actor, chosen: &[Id<Topic>]) -> Result<()> {
    let person = Id::new(by.person.ok_or(Error::NotFound)?);
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    let chosen = networks::known_topics(tx, chosen)?;
    tx.silent("what somebody wants to hear of is nobody's news");
    let before = store::topics::list_followed(tx, &[person])?.remove(&person).unwrap_or_default();
    // At most 20 each.
    for (topic, _) in before.iter().filter(|(topic, _)| !chosen.contains(&Id::new(*topic))) {
        store::topics::delete_followed(tx, person, Id::new(*topic))?;
    }
    chosen.iter().try_for_each(|topic| store::topics::save_followed(tx, person, *topic))
}

/// Names whoever is told in her place of what cannot wait while she is away; `None` for nobody.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in; [`Error::Form`] on `substitute` for somebody who shares no network with her.
pub fn name_substitute(tx: &Tx<'_>, by: &Actor, substitute: Option<Id<Person>>) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("who is told in whose place is their own affair");
    let Some(substitute) = substitute else { return store::delete_substitute(tx, Id::new(person)) };
    let theirs = rights::load(tx, substitute.raw(), tx.today(), None)?;
    if substitute.raw() == person || !theirs.networks().iter().any(|network| by.is_member_of(*network)) {
        let reason = Reason::new(
            "Bitte wählen Sie eine Person aus Ihren Netzwerken.",
            "Please choose somebody from your networks.",
        );
        return Err(Error::field("substitute", reason));
    }
    store::save_substitute(tx, Id::new(person), substitute)
}

/// Forgets what she chose and the links of her letters.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = Id::new(by.person.ok_or(Error::NotFound)?);
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    store::forget_levels(tx, person)?;
    store::topics::forget_followed(tx, person)?;
    store::forget_marks(tx, person)?;
    store::forget_setting(tx, person)?;
    store::delete_substitute(tx, person)?;
    store::forget_standing_in(tx, person)?;
    store::forget_items(tx, person)?;
    store::forget_letters(tx, person)
}

/// Links go after their time.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    let before = tx.now().plus_seconds(-store::LINK_LASTS);
    store::delete_items(tx, before)?;
    store::delete_letters(tx, before)?;
    store::delete_marks(tx, tx.now().plus_seconds(-MARK_LASTS))
}

/// What somebody did with an entry of her inbox is kept for a year: seconds.
const MARK_LASTS: i64 = 365 * 86_400;
