//! Subscribing to one's own meetings.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Lang, Result, Scope, Subject};
use people::Person;
use rights::{Action, Kind};

use crate::store::feeds;

/// How the secret of a calendar's address is known here.
#[must_use]
pub fn hash(token: &str) -> String {
    accounts::secrets::hash("calendar feed", &[token])
}

fn own(by: &Actor) -> Result<Id<Person>> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    Ok(Id::new(person))
}

fn event(verb: &'static str, person: Id<Person>) -> Event {
    // Nobody's news.
    Event::new(verb, Subject::new("person", person.raw())).by(Some(person.raw()))
}

/// Gives her calendar a new address and takes the old one away. Gives the secret of the address, which is shown once.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn subscribe(tx: &Tx<'_>, by: &Actor, titled: bool, lang: Lang) -> Result<String> {
    let person = own(by)?;
    let token = accounts::secrets::link()?;
    feeds::save_feed(tx, person, &hash(&token), (titled, lang))?;
    tx.emit(event("calendar.subscribed", person));
    Ok(token)
}

/// Whether her calendar names meetings, under the same address.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in, or where she has none.
pub fn name_meetings(tx: &Tx<'_>, by: &Actor, titled: bool) -> Result<()> {
    let person = own(by)?;
    feeds::find_feed(tx, person)?.ok_or(Error::NotFound)?;
    feeds::save_titled(tx, person, titled)?;
    tx.emit(event("calendar.changed", person));
    Ok(())
}

/// Takes her calendar's address away.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in, or where she has none.
pub fn unsubscribe(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = own(by)?;
    if feeds::delete_feed(tx, person)? == 0 {
        return Err(Error::NotFound);
    }
    tx.emit(event("calendar.ended", person));
    Ok(())
}
