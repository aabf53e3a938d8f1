//! What a person lets whom see. Only she herself decides.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Reason, Result, Scope, Subject};
use people::Person;
use rights::{Action, Kind};

use crate::{
    Audience, Body, Consent, Field,
    store::{bodies, consents},
};

fn herself(by: &Actor) -> Result<Id<Person>> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    Ok(Id::new(person))
}

/// Lets an audience see a field. Given twice it is the same consent.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in or a body she may not see; [`Error::Form`] on `body` where the audience is
/// a network and none is named, or the other way round.
pub fn give_consent(
    tx: &Tx<'_>,
    by: &Actor,
    field: Field,
    audience: Audience,
    body: Option<Id<Body>>,
) -> Result<Id<Consent>> {
    let person = herself(by)?;
    if (audience == Audience::Network) != body.is_some() {
        return Err(Error::field(
            "body",
            Reason::new("Bitte wählen Sie, für welches Netzwerk das gilt.", "Please choose the network this is for."),
        ));
    }
    if let Some(body) = body {
        bodies::find_body(tx, by, body)?;
    }
    let there = consents::list_consents(tx, person)?;
    if let Some(same) = there.iter().find(|c| c.field == field && c.audience == audience && c.body == body) {
        return Ok(same.id);
    }
    let id = tx.id();
    consents::insert_consent(tx, id, person, field, audience, body)?;
    tx.emit(Event::new("consent.given", Subject::new("person", person.raw())).by(by.person));
    Ok(id)
}

/// Withdraws a consent: the next page is without.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers, or was withdrawn before.
pub fn withdraw_consent(tx: &Tx<'_>, by: &Actor, id: Id<Consent>) -> Result<()> {
    let person = herself(by)?;
    if consents::save_withdrawal(tx, id, person)? == 0 {
        return Err(Error::NotFound);
    }
    tx.emit(Event::new("consent.withdrawn", Subject::new("person", person.raw())).by(by.person));
    Ok(())
}
