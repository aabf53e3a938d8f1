//! Having oneself erased (Art. 17 GDPR).

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope, Subject};
use mail::Address;
use people::Person;
use rights::{Action, Kind};
use web::Own;

use super::both;
use crate::{letters, store};

/// Erases whoever acts: every slice takes away its own, this one and `people` last. A letter confirms it, at the address
/// that is forgotten with it.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in; [`Error::Rule`] while something stands in the way.
pub fn erase_self<'a>(tx: &Tx<'_>, by: &Actor, slices: impl Iterator<Item = &'a Own>) -> Result<()> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    let account = store::account_of(tx, person)?.ok_or(Error::NotFound)?;
    let address = Address::new(&account.mail).map_err(Error::internal)?.key();
    let letter = letters::erased(account.lang, &super::site_name(tx)?);
    slices.into_iter().try_for_each(|own| (own.erase)(tx, by))?;
    people::erase_self(tx, by)?;
    tx.mail_reaches(&address)?;
    // Nobody's letter: nothing leads from it to her, and its address goes as soon as it has left.
    tx.post(&db::OutMail { to: address, ..letter }).map(drop)
}

/// Takes away everything of her access.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in; [`Error::Rule`] for the last who runs the installation.
pub fn erase_access(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    if by.operator && store::count_other_operators(tx, person, tx.today())? == 0 {
        return Err(Error::rule(both(|t| t.erase_last_operator())));
    }
    store::end_operator(tx, person, tx.today())?;
    store::delete_access(tx, person)?;
    tx.emit(kernel::Event::new("account.erased", Subject::new("account", person.raw())).by(by.person));
    Ok(())
}
