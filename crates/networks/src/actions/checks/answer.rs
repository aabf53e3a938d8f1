//! What a link opens, and what comes back by it.

use std::collections::HashSet;

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Result};
use people::{Mode, Organisation, Person, Post, Tenure};

use super::{address, event, hash};
use crate::{
    Body, Change, CheckLink, DataCheck, NewChange, OwnContact,
    rules::still_runs,
    store::{bodies, checks as store},
};

/// What the house keeps about a person within a network, as the page behind her link shows it.
pub struct Checked {
    /// The link.
    pub link: CheckLink,
    /// The round.
    pub check: DataCheck,
    /// The network.
    pub body: Body,
    /// Who.
    pub person: Person,
    /// Her posts there, with her appointment.
    pub posts: Vec<(Post, Tenure)>,
    /// Who deputises on them.
    pub deputies: Vec<(Id<Post>, Id<Person>)>,
    /// The organisations of these posts, and those she speaks for.
    pub organisations: Vec<Organisation>,
    /// What she said before and keepers have not decided.
    pub waiting: Vec<Change>,
}

/// What a link opens; `None` once its time is over, or where there is no such link.
///
/// # Errors
/// When the database cannot be read.
pub fn find_checked(conn: &Conn, token: &str) -> Result<Option<Checked>> {
    match store::find_by_hash(conn, &hash(token))? {
        Some(found) => opened(conn, found),
        None => Ok(None),
    }
}

/// The same for whoever is signed in and was asked; `None` once its time is over.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn find_own_check(conn: &Conn, by: &Actor, link: Id<CheckLink>) -> Result<Option<Checked>> {
    let person = by.person.ok_or(Error::NotFound)?;
    opened(conn, store::find_own(conn, link, Id::new(person))?.ok_or(Error::NotFound)?)
}

/// What a link of a round opens while it runs.
pub(super) fn opened(conn: &Conn, (link, check): (CheckLink, DataCheck)) -> Result<Option<Checked>> {
    if !still_runs(conn.now(), Some(check.due)) {
        return Ok(None);
    }
    let person = people::find_person(conn, link.person)?;
    let (body, today) = (bodies::network_of(conn, check.body)?, conn.today());
    if person.erased || !body.term.contains(today) {
        return Ok(None);
    }
    let held = store::list_held_by(conn, check.body, &[link.person], today)?;
    let ids: HashSet<Id<Post>> = held.iter().filter_map(|h| h.1).collect();
    let tenures = people::list_tenures_of_persons(conn, &[link.person], today)?;
    let mut posts = Vec::new();
    let mut wanted: Vec<Id<Post>> = ids.iter().copied().collect();
    wanted.sort_unstable();
    let mut deputies = Vec::new();
    if !wanted.is_empty() {
        for post in people::list_posts(conn, &wanted)? {
            let hers = |t: &&Tenure| t.post == post.id && t.mode != Mode::Deputy;
            if let Some(tenure) = tenures.iter().find(hers) {
                posts.push((post, tenure.clone()));
            }
        }
        let all = people::list_tenures_of_posts(conn, &wanted)?;
        let deputy = |t: &&Tenure| t.mode == Mode::Deputy && t.term.contains(today) && t.person != link.person;
        deputies = all.iter().filter(deputy).map(|t| (t.post, t.person)).collect();
    }
    let mut organisations: Vec<Id<Organisation>> =
        held.iter().filter_map(|h| h.2).chain(posts.iter().map(|(p, _)| p.organisation)).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let organisations =
        if organisations.is_empty() { Vec::new() } else { people::list_organisations(conn, &organisations)? };
    let waiting = store::list_changes_of(conn, link.id)?;
    Ok(Some(Checked { link, check, body, person, posts, deputies, organisations, waiting }))
}

/// Who answers, as far as the house can tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By<'a> {
    /// Whoever has the letter's link: a letter may be passed on, so where her letters go does not change by it alone. With
    /// the address the links of the house begin with.
    Link(&'a str),
    /// She herself, signed in.
    Herself,
}

/// Answers a link: her own telephone is changed at once, her own address waits for whoever reads the old one or for the
/// keepers, everything else for the keepers. An answer with nothing in it says that all is right. A later answer replaces
/// what still waits.
///
/// # Errors
/// [`Error::NotFound`] for a link that opens nothing; [`Error::Form`] on a field.
pub fn answer_check(tx: &Tx<'_>, token: &str, own: &[OwnContact], changes: &[NewChange], base: &str) -> Result<()> {
    let found = find_checked(tx, token)?.ok_or(Error::NotFound)?;
    answer_found(tx, &found, own, changes, By::Link(base))
}

/// [`answer_check`] for what was found already.
///
/// # Errors
/// As [`answer_check`].
pub fn answer_found(tx: &Tx<'_>, found: &Checked, own: &[OwnContact], changes: &[NewChange], by: By<'_>) -> Result<()> {
    let her = Actor { person: Some(found.person.id.raw()), ..Actor::default() };
    let mut changed = !changes.is_empty();
    let mut addresses = Vec::new();
    for contact in own {
        let Some((_, tenure)) = found.posts.iter().find(|(_, t)| t.id == contact.tenure) else {
            return Err(Error::NotFound);
        };
        if (&tenure.mail, &tenure.phone) == (&contact.mail, &contact.phone) {
            continue;
        }
        changed = true;
        let mail = match by {
            By::Herself => &contact.mail,
            By::Link(_) => {
                addresses.extend(address::wanted(tenure, contact.mail.as_deref())?);
                &tenure.mail
            }
        };
        if (&tenure.mail, &tenure.phone) != (mail, &contact.phone) {
            people::record_tenure_contact(tx, &her, tenure.id, mail.as_deref(), contact.phone.as_deref())?;
        }
    }
    for change in changes {
        let hers = change.tenure.is_none_or(|id| found.posts.iter().any(|(_, t)| t.id == id))
            && change.post.is_none_or(|id| found.posts.iter().any(|(p, _)| p.id == id))
            && change.organisation.is_none_or(|id| found.organisations.iter().any(|o| o.id == id));
        if !hers {
            return Err(Error::NotFound);
        }
    }
    // An address that waits already goes on waiting under the letter that was written.
    let (stay, new): (Vec<_>, Vec<_>) =
        addresses.into_iter().map(|new| (address::waiting(found, &new), new)).partition(|(waits, _)| waits.is_some());
    let stay: Vec<Id<Change>> = stay.into_iter().filter_map(|(waits, _)| waits).collect();
    store::delete_open_changes(tx, found.link.id, &stay)?;
    for change in changes {
        store::insert_change(tx, found.link.id, change, None)?;
    }
    if let By::Link(base) = by {
        address::ask(tx, found, new.into_iter().map(|(_, new)| new).collect(), base)?;
    }
    store::save_answered(tx, found.link.id, changed)?;
    tx.emit(event("check.answered", found.check.id, &found.body, her.person));
    Ok(())
}
