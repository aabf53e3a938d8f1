//! Whoever is asked for a seat is written to, and answers by the link of her letter without signing in.

use db::{Conn, Tx};
use kernel::{Id, Lang, Result};
use people::Person;

use crate::{
    Body, Occupancy, Occupant, Seat, Status, letters,
    store::{asking, occupancies},
};

/// What she has on a seat, the seat, and its body.
pub type Asked = (Occupancy, Seat, Body);

/// Where somebody is written to: at her account, else at her office, else where she was invited.
pub struct Reached {
    /// Her address.
    pub mail: String,
    /// Her language.
    pub lang: Lang,
    /// Whether she has an account.
    pub account: bool,
}

/// Where a person can be written to today; `None` where nobody knows, or her account is closed.
///
/// # Errors
/// When the database cannot be read.
pub fn reached(conn: &Conn, person: Id<Person>) -> Result<Option<Reached>> {
    let known = accounts::list_addresses(conn, &[person])?.into_iter().next();
    if let Some(own) = known.as_ref().filter(|known| known.account) {
        return Ok((!own.locked).then(|| Reached { mail: own.mail.clone(), lang: own.lang, account: true }));
    }
    let office = asking::find_office_mail(conn, person, conn.today())?;
    let mail = office.or_else(|| known.map(|known| known.mail));
    Ok(mail.map(|mail| Reached { mail, lang: Lang::De, account: false }))
}

fn hash(token: &str) -> String {
    accounts::secrets::hash("seat letter", &[token])
}

/// Writes to whoever was just asked for a seat. A sensitive network is not named and has no link without signing in, so it
/// writes to nobody who never signs in.
///
/// # Errors
/// [`kernel::Error::NotFound`] for an occupancy that is not a person's.
pub fn tell_asked(tx: &Tx<'_>, id: Id<Occupancy>, person: Id<Person>, base: &str) -> Result<()> {
    let (row, seat, body) = occupancies::find_own_occupancy(tx, person.raw(), id)?;
    let Some(to) = reached(tx, person)?.filter(|to| to.account || !body.sensitive) else { return Ok(()) };
    let way = if body.sensitive {
        letters::seat_page(base, seat.id)
    } else {
        let token = accounts::secrets::link()?;
        asking::insert_seat_letter(tx, row.id, person, &hash(&token))?;
        letters::seat_answer(base, to.lang, &token)
    };
    let letter = letters::asked_for_seat(to.lang, &body, &seat, &row, &way);
    tx.post(&db::OutMail { to: to.mail, person: Some(person.raw()), ..letter }).map(drop)
}

/// Who is asked by a letter's link, and for what, as long as it waits for her.
///
/// # Errors
/// When the database cannot be read.
pub fn find_asked(conn: &Conn, token: &str) -> Result<Option<(Id<Person>, Asked)>> {
    let Some((occupancy, person)) = asking::find_seat_letter(conn, &hash(token))? else { return Ok(None) };
    let found = match occupancies::find_own_occupancy(conn, person.raw(), occupancy) {
        Ok(found) => found,
        Err(kernel::Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let waits = matches!(found.0.status, Status::Invited | Status::Nominated | Status::Accepted);
    let hers = matches!(found.0.occupant, Occupant::Person { id, .. } if id == person);
    Ok((waits && hers && !found.2.sensitive).then_some((person, found)))
}
