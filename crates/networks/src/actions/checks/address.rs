//! An own address that comes by a link: it waits until somebody else than the link says that it is right. Whoever reads the
//! letters of the old address is asked by one; the keepers see it among the proposals.

use db::{Conn, OutMail, Tx};
use kernel::{Actor, Error, Id, Lang, Problem, Reason, Result};
use people::Tenure;

use super::{
    addresses,
    answer::{Checked, opened},
    decide::{checked_value, take_over},
    event,
};
use crate::{
    Change, ChangeKind, NewChange, letters,
    rules::{ADDRESS_LETTERS, check_last},
    store::checks as store,
};

/// The address somebody wants for an appointment, as it will be entered; `None` where it is the one she has.
pub(super) fn wanted(tenure: &Tenure, mail: Option<&str>) -> Result<Option<NewChange>> {
    let value = checked_value(ChangeKind::OwnMail, "mail", mail.unwrap_or_default())?;
    let differs = value != tenure.mail.as_deref().unwrap_or_default();
    let about =
        || NewChange { tenure: Some(tenure.id), post: Some(tenure.post), ..NewChange::new(ChangeKind::OwnMail, value) };
    Ok(differs.then(about))
}

/// The same, where it waits already.
pub(super) fn waiting(found: &Checked, new: &NewChange) -> Option<Id<Change>> {
    let same = |c: &&Change| c.kind == new.kind && c.tenure == new.tenure && c.value == new.value;
    found.waiting.iter().find(same).map(|c| c.id)
}

/// Puts addresses down to wait, and writes to the old address and to wherever her letters go at present.
pub(super) fn ask(tx: &Tx<'_>, found: &Checked, wanted: Vec<NewChange>, base: &str) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let her = found.person.id;
    let reached = addresses(tx, &found.body, &[her])?.remove(&her);
    for new in wanted {
        // Whoever has the link must not fill her mailbox.
        if !store::save_address_letter(tx, found.link.id, ADDRESS_LETTERS)? {
            let reason = Reason::new(
                "Ihre Adresse wurde hier schon oft geändert. Bitte wenden Sie sich an die Koordination.",
                "Your address was changed here many times already. Please turn to the coordination.",
            );
            return Err(Error::Form(vec![Problem { field: "", reason }]));
        }
        let token = accounts::secrets::link()?;
        store::insert_change(tx, found.link.id, &new, Some(&hash(&token)))?;
        let old = found.posts.iter().find(|(_, t)| Some(t.id) == new.tenure).and_then(|(_, t)| t.mail.clone());
        let (usual, lang) = reached.as_ref().map_or((None, Lang::De), |(_, mail, lang)| (Some(mail.clone()), *lang));
        let mut to: Vec<String> = old.into_iter().chain(usual).collect();
        to.dedup_by_key(|mail| mail.to_lowercase());
        let last = check_last(found.check.due);
        for mail in to {
            let letter = letters::check_address(lang, &found.body, &new.value, &token, last, base);
            tx.post(&OutMail { to: mail, person: Some(her.raw()), ..letter })?;
        }
    }
    Ok(())
}

/// What the letter to an old address opens; `None` once it is decided, its time is over or the appointment has ended.
///
/// # Errors
/// When the database cannot be read.
pub fn find_asked_address(conn: &Conn, token: &str) -> Result<Option<(Checked, Change)>> {
    let Some((change, link, check)) = store::find_change_by_hash(conn, &hash(token))? else { return Ok(None) };
    let found = opened(conn, (link, check))?;
    Ok(found.filter(|f| f.posts.iter().any(|(_, t)| Some(t.id) == change.tenure)).map(|found| (found, change)))
}

/// Confirms the address, or says that it was not she: then everything that came by the link and waits is dropped, and the
/// link itself, which is in wrong hands, opens nothing any more.
///
/// # Errors
/// [`Error::Stale`] when it was decided meanwhile.
pub fn settle_address(tx: &Tx<'_>, found: &Checked, change: &Change, hers: bool) -> Result<()> {
    let her = Actor { person: Some(found.person.id.raw()), ..Actor::default() };
    if hers {
        take_over(tx, &her, change)?;
    }
    store::save_decided(tx, change.id, hers)?;
    if !hers {
        store::delete_open_changes(tx, found.link.id, &[])?;
        store::save_closed(tx, found.link.id, &super::hash(&accounts::secrets::link()?))?;
    }
    tx.emit(event("check.decided", found.check.id, &found.body, her.person));
    Ok(())
}

/// Under which the token of such a letter is kept; bound to this purpose.
fn hash(token: &str) -> String {
    accounts::secrets::hash("data check address", &[token])
}
