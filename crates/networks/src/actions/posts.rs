//! Appointments entered by those who keep a network the post belongs to.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Level, Reason, Result, Scope};
use people::{NewTenure, Post, Tenure};
use rights::{Action, Kind};

use super::may_pick;
use crate::store::occupancies;

/// Enters an appointment to a post that has a seat in a network the actor keeps. Rights that come with other seats of
/// the post come with it: that is what a post seat is. Where one of them keeps the membership of a network, only those
/// who keep that one may; nobody appoints herself.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; else as [`people::record_tenure`].
pub fn appoint(tx: &Tx<'_>, by: &Actor, new: &NewTenure) -> Result<Id<Tenure>> {
    people::find_post(tx, new.post)?;
    keeps_post(tx, by, new.post, tx.today().min(new.from))?;
    if by.person == Some(new.person.raw()) {
        return Err(Error::Rule(Reason::new(
            "Die eigene Bestellung trägt eine andere Person ein.",
            "Somebody else enters your own appointment.",
        )));
    }
    if !may_pick(tx, by, new.person)? {
        return Err(Error::NotFound);
    }
    people::record_tenure(tx, by, new)
}

/// Ends an appointment with a day, which no longer belongs to it; by the same persons.
///
/// # Errors
/// As [`appoint`] and [`people::record_tenure_end`].
pub fn end_tenure(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, until: Day) -> Result<()> {
    let tenure = people::find_tenure(tx, id)?;
    keeps_post(tx, by, tenure.post, tx.today())?;
    people::record_tenure_end(tx, by, id, until)
}

/// Whether the actor keeps a network in which the post sits, and every one whose coordination hangs on it.
///
/// # Errors
/// [`Error::Denied`].
pub fn keeps_post(tx: &Conn, by: &Actor, post: Id<Post>, day: Day) -> Result<()> {
    let networks = occupancies::networks_of_post(tx, post.raw(), day)?;
    let keeps =
        |network: i64| rights::allows(by, Kind::Roster, Action::Edit, &Scope::body(Level::Network, network, network));
    if !networks.iter().any(|(network, _)| keeps(network.raw())) {
        return Err(Error::Denied(None));
    }
    if networks.iter().any(|(network, rules)| *rules && !keeps(network.raw())) {
        return Err(Error::Denied(Some(Reason::new(
            "Mit dieser Stelle ist die Koordination eines anderen Netzwerks verbunden. Nur dort kann die Nachfolge eingetragen werden.",
            "This post comes with the coordination of another network. The successor can only be entered there.",
        ))));
    }
    Ok(())
}
