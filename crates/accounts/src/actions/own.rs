//! What a person changes of her own account.

use db::Tx;
use kernel::{Actor, Event, Id, Lang, Result, Scope, Subject};
use people::Person;
use rights::{Action, Kind};

use crate::{Session, store};

/// Changes language and colours.
///
/// # Errors
/// [`kernel::Error::NotFound`] for everybody but herself, [`kernel::Error::Stale`] when it was changed since `version`.
pub fn save_own(tx: &Tx<'_>, by: &Actor, person: Id<Person>, version: i64, lang: Lang, theme: &str) -> Result<()> {
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    store::save_account(tx, person, version, lang, theme)?;
    tx.emit(Event::new("account.edited", Subject::new("account", person.raw())).by(by.person));
    Ok(())
}

/// Signs out one of one's own devices; tells whether it was one. What is gone already and what is somebody else's
/// cannot be told apart.
///
/// # Errors
/// When the database refuses.
pub fn end_session(tx: &Tx<'_>, by: &Actor, id: Id<Session>) -> Result<bool> {
    tx.silent("sessions are bookkeeping; the log keeps what is done in them");
    let own = |s: &Session| rights::allows(by, Kind::Own, Action::Edit, &Scope::own(s.person.raw()));
    match store::find_session(tx, id)?.filter(own) {
        Some(session) => store::delete_session(tx, session.id).map(|()| true),
        None => Ok(false),
    }
}

/// Signs out everywhere but here; tells how many.
///
/// # Errors
/// When the database refuses.
pub fn end_others(tx: &Tx<'_>, person: Id<Person>, here: Id<Session>) -> Result<u64> {
    tx.silent("sessions are bookkeeping; the log keeps what is done in them");
    store::delete_other_sessions(tx, person, here)
}
