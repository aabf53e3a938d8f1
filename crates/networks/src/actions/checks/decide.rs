//! What keepers decide about proposals.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use people::{OrganisationEdit, PostEdit, rules::Check};

use super::{event, network};
use crate::{Body, Change, ChangeKind, NewHandover, actions::hand_over, store::checks as store};

/// Takes a proposal over, or does not. What the program can enter itself is entered; the rest is ticked off.
///
/// # Errors
/// As [`start_check`]; [`Error::Stale`] when it was decided meanwhile; as the verb that enters it.
pub fn decide_change(tx: &Tx<'_>, by: &Actor, id: Id<Body>, change: Id<Change>, accept: bool) -> Result<()> {
    let body = network(tx, by, id)?;
    let change = store::list_changes(tx, id)?.into_iter().find(|c| c.id == change).ok_or(Error::Stale)?;
    if accept {
        take_over(tx, by, &change)?;
    }
    store::save_decided(tx, change.id, accept)?;
    let check = store::latest_check(tx, id)?.ok_or(Error::NotFound)?;
    tx.emit(event("check.decided", check.id, &body, by.person));
    Ok(())
}

/// Enters what was proposed.
pub(super) fn take_over(tx: &Tx<'_>, by: &Actor, change: &Change) -> Result<()> {
    let value = Some(change.value.clone()).filter(|v| !v.is_empty());
    match change.kind {
        ChangeKind::Given | ChangeKind::Family => {
            let there = people::find_person(tx, change.person)?;
            let (given, family) = match change.kind {
                ChangeKind::Given => (change.value.as_str(), there.family.as_str()),
                _ => (there.given.as_str(), change.value.as_str()),
            };
            people::record_name(tx, by, change.person, given, family)
        }
        ChangeKind::OwnMail => {
            let tenure = people::find_tenure(tx, change.tenure.ok_or(Error::NotFound)?)?;
            people::record_tenure_contact(tx, by, tenure.id, value.as_deref(), tenure.phone.as_deref())
        }
        ChangeKind::Share => {
            let share = change.value.parse().map_err(|_| Error::internal("a stored share is a number"))?;
            people::record_tenure_share(tx, by, change.tenure.ok_or(Error::NotFound)?, share)
        }
        ChangeKind::PostMail | ChangeKind::PostPhone => {
            let post = people::find_post(tx, change.post.ok_or(Error::NotFound)?)?;
            let mut edit = PostEdit {
                territory: post.territory,
                legal_basis: post.legal_basis.clone(),
                engagement: post.engagement,
                mail: post.mail.clone(),
                phone: post.phone.clone(),
            };
            match change.kind {
                ChangeKind::PostMail => edit.mail = value,
                _ => edit.phone = value,
            }
            people::edit_post(tx, by, post.id, post.version, &edit)
        }
        ChangeKind::Address | ChangeKind::OrganisationMail | ChangeKind::OrganisationPhone => {
            let there = people::find_organisation(tx, change.organisation.ok_or(Error::NotFound)?)?;
            let mut edit = OrganisationEdit {
                mail: there.mail.clone(),
                phone: there.phone.clone(),
                address: there.address.clone(),
                website: there.website.clone(),
                purpose: there.purpose.clone(),
            };
            match change.kind {
                ChangeKind::Address => edit.address = value,
                ChangeKind::OrganisationMail => edit.mail = value,
                _ => edit.phone = value,
            }
            people::edit_organisation(tx, by, there.id, there.version, &edit)
        }
        ChangeKind::Left => {
            let (tenure, day) = (change.tenure.ok_or(Error::NotFound)?, change.day.ok_or(Error::NotFound)?);
            let new = NewHandover { tenure, day: day.next(), successor: None, ends: Vec::new() };
            hand_over(tx, by, &new).map(drop)
        }
        ChangeKind::Deputy | ChangeKind::Successor | ChangeKind::Note => Ok(()),
    }
}

/// Whether what was typed fits, before it is kept; gives it as it will be entered.
///
/// # Errors
/// [`Error::Form`] on the given field.
pub fn checked_value(kind: ChangeKind, field: &'static str, text: &str) -> Result<String> {
    let mut check = Check::new();
    let value = match kind {
        ChangeKind::OwnMail | ChangeKind::PostMail | ChangeKind::OrganisationMail => {
            check.mail(field, Some(text)).unwrap_or_default()
        }
        ChangeKind::PostPhone | ChangeKind::OrganisationPhone => check.phone(field, Some(text)).unwrap_or_default(),
        ChangeKind::Given | ChangeKind::Family => check.name(field, text),
        ChangeKind::Share => {
            let share = text.trim_end_matches('%').trim().parse::<i64>().ok().filter(|n| (1..=100).contains(n));
            check.that(share.is_some(), field, || {
                Reason::new("Bitte schreiben Sie eine Zahl von 1 bis 100.", "Please write a number from 1 to 100.")
            });
            share.map(|n| n.to_string()).unwrap_or_default()
        }
        _ => check.text(field, Some(text)).unwrap_or_default(),
    };
    check.done()?;
    Ok(value)
}
