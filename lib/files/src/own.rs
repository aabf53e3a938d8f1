//! What files say of a person: which she brought.

use db::{Conn, Tx};
use kernel::{Actor, Error, Result, Scope};
use rights::{Action, Kind};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{store, texts::T};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let record = |(name, at): (String, kernel::Moment)| {
        let day = at.day();
        let facts = vec![
            Fact::new("name", t.own_name(), name),
            Fact::new("day", t.own_day(), i18n::day_medium(lang, day)).for_programs(day.to_string()),
        ];
        Record { group: "files", title: t.own_title().to_owned(), facts }
    };
    Ok(store::list_brought(conn, person)?.into_iter().map(record).collect())
}

fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let Some(person) = viewer.actor.person else { return Ok(Vec::new()) };
    if store::list_brought(conn, person)?.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Parting { fate: Fate::Stays, text: T(viewer.lang).own_stays().to_owned(), link: None }])
}

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person = by.person.ok_or(Error::NotFound)?;
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person))?;
    tx.silent("the person's own slice leaves the event of her erasure");
    store::forget_person(tx, person)
}
