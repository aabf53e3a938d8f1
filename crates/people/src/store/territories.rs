//! What changes of a territory.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Result, Term};

use crate::{FormerName, Territory, TerritoryEdit};

pub fn save_territory(
    tx: &Tx<'_>,
    id: Id<Territory>,
    version: i64,
    name: &str,
    edit: &TerritoryEdit,
    ags: Option<&str>,
    parent: Option<Id<Territory>>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE territory SET ags = :ags, level = :level, name = :name, sort_name = :sort, parent_id = :parent, from_day = :from_day, until_day = :until_day, version = version + 1 \
         WHERE id = :id AND version = :version",
        args! { id: id, version: version, ags: ags, level: edit.form.level, name: name, sort: i18n::fold(name), parent: parent, from_day: edit.form.from, until_day: edit.until },
    )
}

pub fn save_territory_name(tx: &Tx<'_>, id: Id<Territory>, version: i64, name: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE territory SET name = :name, sort_name = :sort, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, name: name, sort: i18n::fold(name) },
    )
}

pub fn save_territory_end(
    tx: &Tx<'_>,
    id: Id<Territory>,
    version: i64,
    until: Day,
    into: Option<Id<Territory>>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE territory SET until_day = :until_day, merged_into_id = :into, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, until_day: until, into: into },
    )
}

/// The territories of these numbers, each once.
pub fn list_territories_of(conn: &Conn, ids: &[Id<Territory>]) -> Result<Vec<Territory>> {
    let sql = format!("SELECT {} FROM territory WHERE id IN (:ids*)", super::TERRITORY);
    conn.all(&sql, args! { ids: ids }, super::territory)
}

/// Notes what a territory was divided into.
pub fn insert_territory_parts(tx: &Tx<'_>, id: Id<Territory>, parts: &[Id<Territory>]) -> Result<()> {
    if !parts.is_empty() {
        let sql = "INSERT INTO territory_part (territory_id, part_id) SELECT :territory, id FROM territory WHERE id IN (:parts*)";
        tx.exec(sql, args! { territory: id, parts: parts })?;
    }
    Ok(())
}

/// What these territories were divided into, in the order of official keys: the territory and one of its parts.
///
/// # Errors
/// When the database cannot be read.
pub fn parts_of_territories(conn: &Conn, ids: &[Id<Territory>]) -> Result<Vec<(Id<Territory>, Id<Territory>)>> {
    conn.all(
        "SELECT p.territory_id, p.part_id FROM territory_part p JOIN territory t ON t.id = p.part_id \
         WHERE p.territory_id IN (:ids*) ORDER BY p.territory_id, t.ags, t.sort_name",
        args! { ids: ids },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// What these territories were called before.
///
/// # Errors
/// When the database cannot be read.
pub fn former_names_of_territories(conn: &Conn, ids: &[Id<Territory>]) -> Result<Vec<FormerName>> {
    conn.all(
        "SELECT territory_id, name, from_day, until_day FROM territory_name WHERE territory_id IN (:ids*) ORDER BY from_day",
        args! { ids: ids },
        |r| Ok(FormerName { of: r.get(0)?, name: r.get(1)?, term: super::term(r, 2)? }),
    )
}

pub fn insert_territory_name(tx: &Tx<'_>, id: Id<Territory>, name: &str, had: Term) -> Result<()> {
    tx.exec(
        "INSERT INTO territory_name (id, territory_id, name, from_day, until_day) VALUES (:id, :territory, :name, :from_day, :until_day)",
        args! { id: tx.id::<FormerName>(), territory: id, name: name, from_day: had.from, until_day: had.until },
    )?;
    Ok(())
}
