//! Factors of one's own that need no script: codes of an app, codes for emergencies.

use db::Tx;
use kernel::{Actor, Error, Event, Id, Moment, Result, Scope, Subject};
use people::Person;
use rights::{Action, Kind};
use web::Viewer;

use crate::{letters, model::Proof, rules, secrets, store, totp};

/// How many codes for emergencies a list has.
const CODES: usize = 10;

/// What whoever runs the machine does, not the person.
const RESET: &str = "factors.reset";

/// What was typed to prove oneself.
pub enum Typed {
    /// Six digits from an app.
    App(String),
    /// A code from the list, as [`rules::emergency_code`] gives it.
    Emergency(String),
}

/// What became of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Checked {
    /// Right, and used up.
    Right(Proof),
    /// Wrong; it was counted.
    Wrong,
    /// Too many wrong ones; from then on another one is looked at.
    TooMany(Moment),
}

/// Checks a code of a person and uses it up.
///
/// # Errors
/// When the database refuses.
pub fn check(tx: &Tx<'_>, person: Id<Person>, typed: &Typed) -> Result<Checked> {
    tx.silent("proofs are bookkeeping; the log keeps what is done with them");
    let wrong = store::list_factor_tries(tx, person, tx.now().plus_seconds(-rules::HOUR))?;
    if let Some(again) = rules::next_try(&wrong, tx.now()) {
        return Ok(Checked::TooMany(again));
    }
    let right = match typed {
        Typed::App(code) => app(tx, person, code)?,
        Typed::Emergency(code) => {
            store::delete_emergency_code(tx, person, &hash(person, code))?.then_some(Proof::Emergency)
        }
    };
    match right {
        Some(proof) => {
            store::delete_factor_tries(tx, person)?;
            Ok(Checked::Right(proof))
        }
        None => {
            store::insert_factor_try(tx, person)?;
            Ok(Checked::Wrong)
        }
    }
}

fn app(tx: &Tx<'_>, person: Id<Person>, code: &str) -> Result<Option<Proof>> {
    let Some((secret, last)) = store::find_app(tx, person)? else { return Ok(None) };
    let secret = totp::read(&secret).ok_or_else(|| Error::internal("a secret that is none"))?;
    let Some(step) = totp::matching(&secret, code, tx.now(), last) else { return Ok(None) };
    store::save_app_used(tx, person, step)?;
    Ok(Some(Proof::App))
}

/// Under which a code for emergencies is kept; with the person, so that two lists may hold the same code.
fn hash(person: Id<Person>, code: &str) -> String {
    secrets::hash("emergency", &[&person.to_string(), code])
}

/// Whoever acts, with her account: for her own factors.
pub fn herself(by: &Actor) -> Result<Id<Person>> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    Ok(Id::new(person))
}

/// Leaves an event and tells the owner by mail that her factors changed: whoever did it may not be she.
pub fn changed(tx: &Tx<'_>, person: Id<Person>, verb: &'static str) -> Result<()> {
    let by = Some(person.raw()).filter(|_| verb != RESET);
    tx.emit(Event::new(verb, Subject::new("account", person.raw())).by(by));
    let Some(account) = store::account_of(tx, person)? else { return Ok(()) };
    let letter = letters::factor(account.lang, &super::site_name(tx)?, verb);
    tx.post(&db::OutMail { to: account.mail, person: Some(person.raw()), ..letter }).map(drop)
}

/// Begins with an app: keeps its secret once a code of it was typed, and marks the session as proved with it. Gives the
/// session's token and a new list for emergencies; `None` when the code is wrong.
///
/// # Errors
/// [`Error::NotFound`] when nobody is signed in; [`Error::Stale`] when she has an app already.
pub fn set_up_app(tx: &Tx<'_>, viewer: &Viewer, secret: &[u8], code: &str) -> Result<Option<(String, Vec<String>)>> {
    let person = herself(&viewer.actor)?;
    let Some(step) = totp::matching(secret, code, tx.now(), 0) else { return Ok(None) };
    if !store::insert_app(tx, person, &totp::written(secret), step)? {
        return Err(Error::Stale);
    }
    changed(tx, person, "app.set_up")?;
    let codes = write_codes(tx, person)?;
    Ok(Some((super::prove_again(tx, viewer, Proof::App)?, codes)))
}

/// Does without the app from now on. Without any other factor the list for emergencies goes too.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn remove_app(tx: &Tx<'_>, viewer: &Viewer) -> Result<()> {
    let person = herself(&viewer.actor)?;
    if store::delete_app(tx, person)? == 0 {
        return Err(Error::NotFound);
    }
    changed(tx, person, "app.removed")?;
    weaken(tx, viewer, person)
}

/// After a factor went: other sessions count no longer as proved with it, and a list for emergencies needs a factor it
/// stands in for.
pub fn weaken(tx: &Tx<'_>, viewer: &Viewer, person: Id<Person>) -> Result<()> {
    let here = viewer.signed.as_ref().map_or(0, |s| s.session);
    store::save_sessions_weak(tx, person, Id::new(here))?;
    if !store::factors_of(tx, person)?.any() {
        store::delete_emergency_codes(tx, person)?;
    }
    Ok(())
}

/// Takes away devices, app and list of a person who lost them, from the command line, where whoever can reach it runs the
/// installation and has made sure that it is she. A code by mail is enough then to begin anew; a letter tells her.
///
/// # Errors
/// [`Error::Rule`] when nobody of that name has an account at that address.
pub fn reset_by_operator(tx: &Tx<'_>, mail: &str, given: &str, family: &str) -> Result<()> {
    let address = mail::Address::new(mail).map_err(|_| Error::field("mail", super::both(|t| t.bad_address())))?.key();
    let name = format!("{} {}", given.trim(), family.trim());
    let meant = store::list_accounts_at(tx, &address)?.into_iter().find(|(_, known)| *known == name);
    let Some((account, _)) = meant else { return Err(Error::rule(super::both(|t| t.reset_nobody()))) };
    store::delete_passkeys(tx, account.person)?;
    store::delete_app(tx, account.person)?;
    store::delete_emergency_codes(tx, account.person)?;
    store::delete_factor_tries(tx, account.person)?;
    store::save_sessions_weak(tx, account.person, Id::new(0))?;
    changed(tx, account.person, RESET)
}

/// Makes a new list for emergencies; the old one is worth nothing from then on.
///
/// # Errors
/// [`Error::NotFound`] without a factor.
pub fn new_codes(tx: &Tx<'_>, viewer: &Viewer) -> Result<Vec<String>> {
    let person = herself(&viewer.actor)?;
    if !store::factors_of(tx, person)?.any() {
        return Err(Error::NotFound);
    }
    changed(tx, person, "emergency.renewed")?;
    write_codes(tx, person)
}

fn write_codes(tx: &Tx<'_>, person: Id<Person>) -> Result<Vec<String>> {
    store::delete_emergency_codes(tx, person)?;
    let mut codes = Vec::new();
    while codes.len() < CODES {
        let code = secrets::emergency()?;
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    for code in &codes {
        store::insert_emergency_code(tx, person, &hash(person, &code.replace('-', "")))?;
    }
    Ok(codes)
}
