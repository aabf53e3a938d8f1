//! What networks do when a person has herself erased: her seats end, that somebody held them stays.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result, Scope};
use people::Person;
use rights::{Action, Kind};

use super::occupant_event;
use crate::{
    Body, JoinRequest, Status,
    store::{
        asking, bodies, checks, corrections, elsewhere,
        joining::{requests, vouches},
        own, topics,
    },
};

/// The networks whose membership nobody but her keeps today: they would be left without anybody to seat a successor.
///
/// # Errors
/// When the database cannot be read.
pub fn left_alone(conn: &db::Conn, by: &Actor) -> Result<Vec<Body>> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    let keeps = |network: &i64| by.holds_office(*network, &[kernel::Office::NetworkAdmin, kernel::Office::Secretariat]);
    let mut alone = Vec::new();
    for network in by.networks().into_iter().chain(by.bodies()).filter(keeps) {
        let network: Id<Body> = Id::new(network);
        if !alone.contains(&network) && own::count_keepers_but(conn, network, person, conn.today())? == 0 {
            alone.push(network);
        }
    }
    let mut bodies = bodies::list_bodies_by_id(conn, by, &alone)?;
    bodies.retain(Body::is_network);
    Ok(bodies)
}

/// A request with the names of its body.
pub type OwnRequest = (JoinRequest, String, Option<String>);

/// What she asked herself, under her name and the address of her account.
///
/// # Errors
/// When the database cannot be read.
pub fn own_requests(conn: &db::Conn, person: Id<Person>) -> Result<Vec<OwnRequest>> {
    let Some(account) = accounts::account_of(conn, person)? else { return Ok(Vec::new()) };
    let name = people::find_person(conn, person)?;
    requests::list_own(conn, person, &super::mail_key(&account.mail), (&name.given, &name.family))
}

/// Ends her seats, takes her consents back and forgets what she can be asked about.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in; [`Error::Rule`] while a network would be left alone.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    if let Some(body) = left_alone(tx, by)?.first() {
        return Err(Error::Rule(Reason::new(
            format!("Bitte übergeben Sie zuerst die Koordination von {}.", body.name),
            format!("Please hand on the coordination of {} first.", body.name_in(kernel::Lang::En)),
        )));
    }
    let today = tx.today();
    let running = own::list_running(tx, person, today)?;
    own::delete_seats_to_come(tx, person, today)?;
    own::end_own_seats(tx, person, today)?;
    own::end_own_representatives(tx, person, today)?;
    own::delete_representatives_to_come(tx, person, today)?;
    own::end_own_substitutes(tx, person, today)?;
    own::delete_substitutes_to_come(tx, person, today)?;
    own::save_all_withdrawn(tx, person)?;
    topics::delete_person_topics(tx, person)?;
    checks::delete_links_of(tx, person)?;
    elsewhere::delete_all_elsewhere(tx, person)?;
    for (request, ..) in own_requests(tx, person)? {
        super::forget(tx, request.id)?;
    }
    vouches::delete_by(tx, person)?;
    asking::delete_seat_letters_of(tx, person)?;
    corrections::delete_mistaken(tx, person)?;
    tx.silent("the person's own slice leaves the event of her erasure");
    for (row, _, body) in &running {
        let verb = if row.status == Status::Confirmed { "seat.vacated" } else { "seat.refused" };
        tx.emit(occupant_event(verb, row, body, by));
    }
    Ok(())
}
