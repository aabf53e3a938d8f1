//! Another mail address for an account: proved from the new one, told to the old one, and undone from there for a while.

use db::Tx;
use kernel::{Error, Event, Id, Moment, Result, Subject};
use mail::Address;
use people::Person;
use web::Viewer;

use super::{factors::herself, site_name};
use crate::{
    letters,
    model::{Account, MailChange},
    rules, secrets, store,
};

/// What became of asking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressAsked {
    /// A letter is on its way to the new address, whoever else has it.
    Sent,
    /// It is hers already.
    Same,
    /// Too many letters in this hour; from then on there may be another one.
    TooMany(Moment),
}

/// What became of a proof, or of undoing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AddressChanged {
    /// The account has this address now.
    Done(String),
    /// The code is wrong; it was counted.
    Wrong,
    /// Nothing is open: its time is over, it took too many wrong codes, or there never was anything.
    Gone,
}

fn code_hash(id: Id<MailChange>, code: &str) -> String {
    secrets::hash("address code", &[&id.to_string(), code])
}

fn link_hash(token: &str) -> String {
    secrets::hash("address link", &[token])
}

fn undo_hash(token: &str) -> String {
    secrets::hash("address undo", &[token])
}

/// Writes down that somebody wants another address and sends code and link there. Whether others have that address is told
/// to nobody: they share it then, as behind any mailbox of several persons.
///
/// # Errors
/// [`Error::NotFound`] when nobody is signed in.
pub fn ask_address(tx: &Tx<'_>, viewer: &Viewer, address: &Address, base: &str) -> Result<AddressAsked> {
    let person = herself(&viewer.actor)?;
    let account = store::account_of(tx, person)?.ok_or(Error::NotFound)?;
    let new = address.key();
    if new == account.mail {
        return Ok(AddressAsked::Same);
    }
    let hour = store::list_mail_changes_since(tx, person, tx.now().plus_seconds(-rules::HOUR))?;
    let letters: Vec<(Moment, i64)> = hour.into_iter().map(|at| (at, 1)).collect();
    if let Some(again) = rules::again_at(&letters, rules::ADDRESSES_PER_HOUR, rules::HOUR) {
        return Ok(AddressAsked::TooMany(again));
    }
    tx.silent("another address is bookkeeping until it is proved");
    // The newest counts alone.
    store::close_open_mail_changes(tx, person)?;
    let (token, code, id) = (secrets::link()?, secrets::code()?, tx.id());
    let change = MailChange {
        id,
        person,
        old: account.mail,
        new: new.clone(),
        code_hash: code_hash(id, &code),
        tries: 0,
        created_at: tx.now(),
        confirmed_at: None,
        undone_at: None,
    };
    store::insert_mail_change(tx, &change, &link_hash(&token))?;
    let letter = letters::address(account.lang, &site_name(tx)?, &letters::address_link(base, &token), &code);
    tx.post(&db::OutMail { to: new, person: Some(person.raw()), ..letter })?;
    Ok(AddressAsked::Sent)
}

/// What may still be proved: asked for within the hour, with tries left.
fn is_open(change: &MailChange, now: Moment) -> bool {
    change.confirmed_at.is_none()
        && now.seconds_since(change.created_at) < rules::ADDRESS_SECONDS
        && change.tries < rules::TRIES
}

/// The change that waits for its proof.
///
/// # Errors
/// When the database cannot be read.
pub fn open_address(conn: &db::Conn, person: Id<Person>) -> Result<Option<MailChange>> {
    Ok(store::find_last_mail_change(conn, person)?.filter(|change| is_open(change, conn.now())))
}

/// The same by the letter's link.
///
/// # Errors
/// When the database cannot be read.
pub fn address_of_link(conn: &db::Conn, person: Id<Person>, token: &str) -> Result<Option<MailChange>> {
    let found = store::find_mail_change_by_token(conn, &link_hash(token))?;
    Ok(found.filter(|change| change.person == person && is_open(change, conn.now())))
}

/// Changes the address after its code or its link (`None`) was right: other sessions end, letters that wait go to the new
/// address, and the old one is told how to undo it.
///
/// # Errors
/// [`Error::NotFound`] when nobody is signed in.
pub fn change_address(
    tx: &Tx<'_>,
    viewer: &Viewer,
    change: &MailChange,
    code: Option<&str>,
    base: &str,
) -> Result<AddressChanged> {
    let person = herself(&viewer.actor)?;
    let account = store::account_of(tx, person)?.ok_or(Error::NotFound)?;
    if change.person != person || change.old != account.mail || !is_open(change, tx.now()) {
        tx.silent("what is not open changes nothing");
        return Ok(AddressChanged::Gone);
    }
    if code.is_some_and(|code| !secrets::same(&change.code_hash, &code_hash(change.id, code))) {
        tx.silent("a wrong code is counted");
        store::save_mail_change_try(tx, change.id)?;
        return Ok(AddressChanged::Wrong);
    }
    let undo = secrets::link()?;
    store::save_mail_change_confirmed(tx, change.id, &undo_hash(&undo))?;
    moved(tx, &account, &change.new)?;
    let here = viewer.signed.as_ref().map_or(0, |s| s.session);
    store::delete_other_sessions(tx, person, Id::new(here))?;
    tx.emit(Event::new("address.changed", Subject::new("account", person.raw())).by(Some(person.raw())));
    let (site, lang) = (site_name(tx)?, account.lang);
    let letter = letters::address_left(lang, &site, &letters::undo_link(base, lang, &undo));
    tx.post(&db::OutMail { to: change.old.clone(), person: Some(person.raw()), ..letter })?;
    Ok(AddressChanged::Done(change.new.clone()))
}

/// From now on an account has another address, and so has whatever waits for its person.
fn moved(tx: &Tx<'_>, account: &Account, to: &str) -> Result<()> {
    store::save_account_mail(tx, account.person, to)?;
    store::save_invitations_mail(tx, account.person, &account.mail, to)?;
    // Codes stay where they were asked for; they are worth nothing any more.
    tx.redirect_mail(account.person.raw(), &account.mail, to, &["sign_in", "step_up", letters::ADDRESS])
}

/// The change a letter to the old address can still undo.
///
/// # Errors
/// When the database cannot be read.
pub fn undoable_address(conn: &db::Conn, token: &str) -> Result<Option<MailChange>> {
    let found = store::find_mail_change_by_undo(conn, &undo_hash(token))?;
    Ok(found.filter(|change| {
        let in_time = |at: Moment| conn.now().seconds_since(at) < rules::UNDO_SECONDS;
        change.undone_at.is_none() && change.confirmed_at.is_some_and(in_time)
    }))
}

/// Undoes a change from the old address, and every later one with it: whoever took an account over cannot hide it by
/// changing twice. Every session ends.
///
/// # Errors
/// When the database refuses.
pub fn undo_address(tx: &Tx<'_>, token: &str) -> Result<AddressChanged> {
    let account = match undoable_address(tx, token)? {
        Some(change) => store::account_of(tx, change.person)?.map(|account| (change, account)),
        None => None,
    };
    let Some((change, account)) = account else {
        tx.silent("a link that leads to nothing changes nothing");
        return Ok(AddressChanged::Gone);
    };
    store::save_mail_changes_undone(tx, change.person, change.created_at)?;
    moved(tx, &account, &change.old)?;
    store::delete_other_sessions(tx, change.person, Id::new(0))?;
    tx.emit(Event::new("address.undone", Subject::new("account", change.person.raw())));
    let letter = letters::address_back(account.lang, &site_name(tx)?);
    for to in [&account.mail, &change.old] {
        tx.post(&db::OutMail { to: to.clone(), person: Some(change.person.raw()), ..letter.clone() })?;
    }
    Ok(AddressChanged::Done(change.old))
}
