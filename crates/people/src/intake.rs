//! What lists that come in need beside the usual verbs. None of these asks for a right: the caller has asked.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Level, Result, Scope, Subject};

use crate::{Tenure, rules::Check, store};

/// Enters another official address of an appointment **without asking for a right**.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `mail`.
pub fn record_tenure_mail(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, mail: &str) -> Result<()> {
    let tenure = store::find_tenure(tx, id)?;
    let mut check = Check::new();
    let mail = check.mail("mail", Some(mail));
    check.done()?;
    store::save_tenure_mail(tx, id, &mail.ok_or(Error::NotFound)?)?;
    let event = Event::new("post.reached", Subject::new("post", tenure.post.raw())).by(by.person);
    tx.emit(event.touching(Subject::new("person", tenure.person.raw())));
    Ok(())
}

/// Whether a person, a post or an organisation is gone, or somebody changed what stands there since it was entered.
///
/// # Errors
/// When the database cannot be read.
pub fn is_changed(tx: &Tx<'_>, kind: &str, id: i64) -> Result<bool> {
    store::is_changed(tx, kind, id)
}

/// Takes away a person, a post, an organisation or a tenure **without asking for a right**: what was entered by mistake and
/// nobody used since.
///
/// # Errors
/// [`Error::Stale`] when it is gone or changed; when something refers to it.
pub fn remove(tx: &Tx<'_>, by: &Actor, kind: &str, id: i64) -> Result<()> {
    const HOUSE: Scope = Scope::house(Level::AllNetworks);
    let event = match kind {
        "tenure" => {
            let tenure = store::find_tenure(tx, Id::new(id))?;
            store::delete_tenure(tx, Id::new(id))?;
            let person = Subject::new("person", tenure.person.raw());
            Event::new("post.left", Subject::new("post", tenure.post.raw())).touching(person)
        }
        "person" => {
            store::delete_person(tx, Id::new(id))?;
            Event::new("person.removed", Subject::new("person", id))
        }
        "post" => {
            store::delete_post(tx, Id::new(id))?;
            Event::new("post.removed", Subject::new("post", id)).within(HOUSE)
        }
        _ => {
            store::delete_organisation(tx, Id::new(id))?;
            Event::new("organisation.removed", Subject::new("organisation", id)).within(HOUSE)
        }
    };
    tx.emit(event.by(by.person));
    Ok(())
}
