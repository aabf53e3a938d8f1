//! Organisations.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};

use super::{HOUSE, register};
use crate::{
    NewOrganisation, Organisation, OrganisationEdit,
    rules::{self, Check},
    store,
};

fn organisation_checked(check: &mut Check, edit: &OrganisationEdit) -> OrganisationEdit {
    OrganisationEdit {
        mail: check.mail("mail", edit.mail.as_deref()),
        phone: check.phone("phone", edit.phone.as_deref()),
        address: check.text("address", edit.address.as_deref()),
        website: check.website("website", edit.website.as_deref()),
        purpose: check.text("purpose", edit.purpose.as_deref()),
    }
}

fn organisation_event(verb: &'static str, id: Id<Organisation>, by: &Actor) -> Event {
    Event::new(verb, Subject::new("organisation", id.raw())).by(by.person).within(HOUSE)
}

/// Enters an organisation.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] for an unknown parent or territory; [`Error::Form`].
pub fn add_organisation(tx: &Tx<'_>, by: &Actor, new: &NewOrganisation) -> Result<Id<Organisation>> {
    register(by)?;
    let mut check = Check::new();
    let name = check.name("name", &new.name);
    let edit = OrganisationEdit {
        mail: new.mail.clone(),
        phone: new.phone.clone(),
        address: new.address.clone(),
        website: new.website.clone(),
        purpose: new.purpose.clone(),
    };
    let edit = organisation_checked(&mut check, &edit);
    check.done()?;
    if let Some(parent) = new.parent {
        store::find_organisation(tx, parent)?;
    }
    if let Some(territory) = new.territory {
        store::find_territory(tx, territory)?;
    }
    let id = tx.id();
    store::insert_organisation(tx, id, &name, new, &edit)?;
    tx.emit(organisation_event("organisation.added", id, by));
    Ok(id)
}

/// Changes contact and purpose of an organisation.
///
/// # Errors
/// [`Error::Stale`] when somebody changed it since `version`; else as [`add_organisation`].
pub fn edit_organisation(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Organisation>,
    version: i64,
    edit: &OrganisationEdit,
) -> Result<()> {
    store::find_organisation(tx, id)?;
    register(by)?;
    let mut check = Check::new();
    let edit = organisation_checked(&mut check, edit);
    check.done()?;
    store::save_organisation(tx, id, version, &edit)?;
    tx.emit(organisation_event("organisation.edited", id, by));
    Ok(())
}

/// Gives an organisation a new name from a day on; the former one is kept and found.
///
/// # Errors
/// As [`edit_organisation`]; [`Error::Form`] on `name`, `from`.
pub fn rename_organisation(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Organisation>,
    version: i64,
    name: &str,
    from: Day,
) -> Result<()> {
    let there = store::find_organisation(tx, id)?;
    register(by)?;
    let mut check = Check::new();
    let name = check.name("name", name);
    check.that(name != there.name, "name", || {
        Reason::new("Das ist schon der heutige Name.", "This is the name already.")
    });
    check.done()?;
    let had = rules::had_name(&store::former_names_of_organisations(tx, &[id])?, there.term, from)
        .map_err(|reason| Error::field("from", reason))?;
    store::save_organisation_name(tx, id, version, &name)?;
    store::insert_former_name(tx, Some(id), None, &there.name, had)?;
    tx.emit(organisation_event("organisation.renamed", id, by));
    Ok(())
}

/// Ends an organisation with a day, which no longer belongs to it: dissolved, or merged into another one. What was keeps
/// its name and its days; posts and seats are not touched.
///
/// # Errors
/// As [`edit_organisation`]; [`Error::Form`] on `until`, and on `into` where the other one is itself or over.
pub fn end_organisation(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Organisation>,
    version: i64,
    until: Day,
    into: Option<Id<Organisation>>,
) -> Result<()> {
    let there = store::find_organisation(tx, id)?;
    register(by)?;
    rules::ended(there.term, until).map_err(|reason| Error::field("until", reason))?;
    if let Some(into) = into {
        let other = store::find_organisation(tx, into)?;
        if into == id || !other.term.contains(until) {
            return Err(Error::field(
                "into",
                Reason::new(
                    "An diesem Tag gibt es diese Organisation nicht.",
                    "This organisation does not exist on that day.",
                ),
            ));
        }
    }
    store::save_organisation_end(tx, id, version, until, into)?;
    let event = organisation_event("organisation.ended", id, by);
    tx.emit(into.iter().fold(event, |e, other| e.touching(Subject::new("organisation", other.raw()))));
    Ok(())
}
