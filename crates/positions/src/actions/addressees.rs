//! Whom positions go to, as data everybody shares.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result, Subject};
use people::rules::Check;

use crate::{Addressee, NewAddressee, store::addressees};

/// The most successors of one addressee.
const PARTS_MOST: usize = 10;

/// Whether somebody may keep addressees: whoever keeps the records of any body.
#[must_use]
pub fn keeps(by: &Actor) -> bool {
    !tasks::rules::led(by).is_empty()
}

fn checked(new: &NewAddressee) -> Result<NewAddressee> {
    let mut check = Check::new();
    let name = check.name("name", &new.name);
    let name_en = check.name_or_none("name_en", new.name_en.as_deref());
    let mail = check.mail("mail", new.mail.as_deref());
    let address = check.text("address", Some(&new.address)).unwrap_or_default();
    check.that((1900..=2200).contains(&new.from.year()), "from", || {
        Reason::new("Bitte prüfen Sie das Jahr.", "Please check the year.")
    });
    check.done()?;
    Ok(NewAddressee { name, name_en, mail, address, ..new.clone() })
}

fn event(verb: &'static str, id: Id<Addressee>, by: &Actor) -> kernel::Event {
    kernel::Event::new(verb, Subject::new("addressee", id.raw())).by(by.person)
}

/// Adds one.
///
/// # Errors
/// [`Error::Denied`] but for those who keep some body's records; [`Error::Form`] on `name`, `name_en`, `mail`, `address`, `from`.
pub fn add_addressee(tx: &Tx<'_>, by: &Actor, new: &NewAddressee) -> Result<Id<Addressee>> {
    if !keeps(by) {
        return Err(Error::Denied(None));
    }
    let new = checked(new)?;
    let known = addressees::list_addressees(tx)?
        .iter()
        .any(|a| a.term.is_open() && i18n::fold(&a.name) == i18n::fold(&new.name));
    if known {
        return Err(Error::field(
            "name",
            Reason::new("Diesen Adressaten gibt es schon.", "There is such an addressee already."),
        ));
    }
    let id = tx.id();
    addressees::insert_addressee(tx, id, &new, by.person)?;
    tx.emit(event("addressee.added", id, by));
    Ok(id)
}

/// Changes how one is reached.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Form`] on `mail`, `address`.
pub fn change_addressee(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Addressee>,
    version: i64,
    (mail, address): (&str, &str),
) -> Result<()> {
    let was = addressees::find_addressee(tx, id)?;
    if !keeps(by) {
        return Err(Error::Denied(None));
    }
    if was.version != version {
        return Err(Error::Stale);
    }
    let mut check = Check::new();
    let mail = check.mail("mail", Some(mail));
    let address = check.text("address", Some(address)).unwrap_or_default();
    check.done()?;
    addressees::save_contact(tx, &was, mail.as_deref(), &address)?;
    tx.emit(event("addressee.changed", id, by));
    Ok(())
}

/// One is renamed or split on a day: it ends, and these names come after it. Letters that went to it stay with it, and its page leads
/// on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it ended already; [`Error::Form`] on `names`, `day`.
pub fn succeed(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Addressee>,
    (day, names): (Day, &[String]),
) -> Result<Vec<Id<Addressee>>> {
    let was = addressees::find_addressee(tx, id)?;
    if !keeps(by) {
        return Err(Error::Denied(None));
    }
    if !was.term.is_open() {
        return super::rule("Dieser Adressat hat schon ein Ende.", "This addressee has an end already.");
    }
    let mut check = Check::new();
    check.that((1..=PARTS_MOST).contains(&names.len()), "names", || {
        Reason::new("Bitte nennen Sie einen bis zehn Namen.", "Please give one to ten names.")
    });
    check.that(day > was.term.from && !day.is_open(), "day", || {
        Reason::new("Dieser Tag liegt vor dem Beginn.", "This day lies before the beginning.")
    });
    check.done()?;
    addressees::save_end(tx, id, day)?;
    let mut made = Vec::new();
    for name in names {
        let new = NewAddressee {
            name: name.clone(),
            name_en: None,
            kind: was.kind,
            // Where letters go, somebody says who knows.
            mail: if names.len() == 1 { was.mail.clone() } else { None },
            address: if names.len() == 1 { was.address.clone() } else { String::new() },
            from: day,
        };
        let new = checked(&new).map_err(|fault| match fault {
            Error::Form(list) => {
                Error::Form(list.into_iter().map(|p| kernel::Problem { field: "names", ..p }).collect())
            }
            other => other,
        })?;
        let next = tx.id();
        addressees::insert_addressee(tx, next, &new, by.person)?;
        addressees::insert_successor(tx, id, next)?;
        made.push(next);
    }
    tx.emit(event("addressee.succeeded", id, by));
    Ok(made)
}
