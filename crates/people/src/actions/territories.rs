//! Territories: entered, edited, renamed from a day on, ended or merged. All of it is the operator's.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};

use super::{HOUSE, house};
use crate::{
    NewTerritory, Territory, TerritoryEdit,
    rules::{self, Check},
    store,
};

/// Whether the actor may enter and change territories: whoever runs the installation.
#[must_use]
pub fn keeps_territories(by: &Actor) -> bool {
    house(by).is_ok()
}

/// Enters a territory. Without `parent` it lies in what its official key says, if that is there already.
///
/// # Errors
/// [`Error::Denied`] but for the operator; [`Error::NotFound`] for an unknown parent; [`Error::Form`] on `name`, `ags`,
/// `parent`.
pub fn add_territory(tx: &Tx<'_>, by: &Actor, new: &NewTerritory) -> Result<Id<Territory>> {
    house(by)?;
    let mut check = Check::new();
    check.name("name", &new.name);
    let ags = check.take("ags", rules::ags(new)).flatten();
    check.done()?;
    let parent = placed(tx, new, ags.as_ref(), None)?;
    let id = tx.id();
    store::insert_territory(tx, id, new, ags.as_deref(), parent)?;
    tx.emit(event("territory.added", id, by));
    Ok(id)
}

/// What a territory lies in, once its key is known to be free on its first day.
fn placed(
    tx: &Tx<'_>,
    new: &NewTerritory,
    ags: Option<&String>,
    own: Option<Id<Territory>>,
) -> Result<Option<Id<Territory>>> {
    if let Some(key) = ags {
        let taken = store::territory_by_ags(tx, std::slice::from_ref(key), new.from)?;
        if taken.is_some_and(|t| Some(t.id) != own) {
            return Err(Error::field(
                "ags",
                Reason::new("Dieses Gebiet gibt es schon.", "This territory is there already."),
            ));
        }
    }
    match (new.parent, ags) {
        (None, Some(key)) => Ok(store::territory_by_ags(tx, &rules::keys_above(key), new.from)?.map(|t| t.id)),
        (Some(parent), _) => {
            let above = store::find_territory(tx, parent)?;
            rules::lies_within(new.level, above.level).map_err(|reason| Error::field("parent", reason))?;
            Ok(Some(above.id))
        }
        (None, None) => Ok(None),
    }
}

fn event(verb: &'static str, id: Id<Territory>, by: &Actor) -> Event {
    Event::new(verb, Subject::new("territory", id.raw())).by(by.person).within(HOUSE)
}

/// Enters many territories, those above before those within.
///
/// # Errors
/// As [`add_territory`].
pub fn add_territories(tx: &Tx<'_>, by: &Actor, new: &[NewTerritory]) -> Result<Vec<Id<Territory>>> {
    let mut order: Vec<usize> = (0..new.len()).collect();
    order.sort_by_key(|n| new[*n].ags.as_ref().map_or(0, String::len));
    let mut ids = vec![Id::new(0); new.len()];
    for n in order {
        ids[n] = add_territory(tx, by, &new[n])?;
    }
    Ok(ids)
}

fn found(tx: &Tx<'_>, by: &Actor, id: Id<Territory>) -> Result<Territory> {
    let there = store::find_territory(tx, id)?;
    house(by)?;
    Ok(there)
}

/// Changes what a territory is: a name here is put right for all days.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`]; [`Error::Stale`] when somebody changed it since `version`; [`Error::Form`] on
/// `name`, `ags`, `parent`, `until`.
pub fn edit_territory(tx: &Tx<'_>, by: &Actor, id: Id<Territory>, version: i64, edit: &TerritoryEdit) -> Result<()> {
    found(tx, by, id)?;
    let mut check = Check::new();
    let name = check.name("name", &edit.form.name);
    let ags = check.take("ags", rules::ags(&edit.form)).flatten();
    check.take("until", rules::term(edit.form.from, edit.until));
    check.done()?;
    let parent = placed(tx, &edit.form, ags.as_ref(), Some(id))?;
    store::save_territory(tx, id, version, &name, edit, ags.as_deref(), parent)?;
    tx.emit(event("territory.edited", id, by));
    Ok(())
}

/// Gives a territory a new name from a day on; the former one is kept and shown on earlier days.
///
/// # Errors
/// As [`edit_territory`]; [`Error::Form`] on `name`, `from`.
pub fn rename_territory(tx: &Tx<'_>, by: &Actor, id: Id<Territory>, version: i64, name: &str, from: Day) -> Result<()> {
    let there = found(tx, by, id)?;
    let mut check = Check::new();
    let name = check.name("name", name);
    check.that(name != there.name, "name", || {
        Reason::new("Das ist schon der heutige Name.", "This is the name already.")
    });
    check.done()?;
    let had = rules::had_name(&store::former_names_of_territories(tx, &[id])?, there.term, from)
        .map_err(|reason| Error::field("from", reason))?;
    store::save_territory_name(tx, id, version, &name)?;
    store::insert_territory_name(tx, id, &there.name, had)?;
    tx.emit(event("territory.renamed", id, by));
    Ok(())
}

/// Ends a territory with a day, which no longer belongs to it: dissolved, part of another one since, or divided into several.
/// Posts, organisations and seats keep it as what they came from.
///
/// # Errors
/// As [`edit_territory`]; [`Error::Form`] on `until`, and on `into` where one of the others is itself, is named twice, or is
/// not there on that day.
pub fn end_territory(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Territory>,
    version: i64,
    until: Day,
    into: &[Id<Territory>],
) -> Result<()> {
    let there = found(tx, by, id)?;
    rules::ended(there.term, until).map_err(|reason| Error::field("until", reason))?;
    let others = store::list_territories_of(tx, into)?;
    if into.contains(&id) || others.len() != into.len() || others.iter().any(|other| !other.term.contains(until)) {
        return Err(Error::field(
            "into",
            Reason::new(
                "An diesem Tag gibt es eines dieser Gebiete nicht, oder es steht doppelt da.",
                "One of these territories does not exist on that day, or stands there twice.",
            ),
        ));
    }
    // Into one it is merged; divided among several it went into none of them alone.
    let (merged, parts) = match into {
        [one] => (Some(*one), &[][..]),
        several => (None, several),
    };
    store::save_territory_end(tx, id, version, until, merged)?;
    store::insert_territory_parts(tx, id, parts)?;
    let ended = event("territory.ended", id, by);
    tx.emit(into.iter().fold(ended, |e, other| e.touching(Subject::new("territory", other.raw()))));
    Ok(())
}
