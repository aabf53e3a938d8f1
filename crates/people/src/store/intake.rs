//! SQL of lists that come in: finding many things by what they are called, and taking away what was never used.

use db::{Conn, Tx, args};
use kernel::{Id, Result};

use super::{ORGANISATION, TERRITORY, organisation, territory};
use crate::{Organisation, Post, Tenure, Territory};

/// Organisations of these sort names, or that were called one of these names before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_organisations_called(conn: &Conn, keys: Vec<String>, names: Vec<String>) -> Result<Vec<Organisation>> {
    conn.all(
        &format!(
            "SELECT {ORGANISATION} FROM organisation WHERE sort_name IN (:keys*) \
             UNION SELECT {ORGANISATION} FROM organisation WHERE id IN (SELECT organisation_id FROM former_name WHERE name IN (:names*)) ORDER BY 1"
        ),
        args! { keys: keys, names: names },
        organisation,
    )
}

/// Towns and districts with their own organisation, by territory.
///
/// # Errors
/// When the database cannot be read.
pub fn list_organisations_in(conn: &Conn, territories: &[Id<Territory>]) -> Result<Vec<Organisation>> {
    conn.all(
        &format!(
            "SELECT {ORGANISATION} FROM organisation WHERE territory_id IN (:territories*) AND kind IN ('municipality', 'district', 'land') AND parent_id IS NULL ORDER BY id"
        ),
        args! { territories: territories },
        organisation,
    )
}

/// Territories with one of these keys or sort names.
///
/// # Errors
/// When the database cannot be read.
pub fn list_territories_called(conn: &Conn, keys: Vec<String>, names: Vec<String>) -> Result<Vec<Territory>> {
    conn.all(
        &format!(
            "SELECT {TERRITORY} FROM territory WHERE ags IN (:keys*) UNION SELECT {TERRITORY} FROM territory WHERE sort_name IN (:names*) ORDER BY 1"
        ),
        args! { keys: keys, names: names },
        territory,
    )
}

pub fn delete_organisation(tx: &Tx<'_>, id: Id<Organisation>) -> Result<()> {
    tx.exec_one("DELETE FROM organisation WHERE id = :id AND version = 1", args! { id: id })
}

pub fn delete_post(tx: &Tx<'_>, id: Id<Post>) -> Result<()> {
    tx.exec_one("DELETE FROM post WHERE id = :id AND version = 1", args! { id: id })
}

pub fn save_tenure_mail(tx: &Tx<'_>, id: Id<Tenure>, mail: &str) -> Result<()> {
    tx.exec_one("UPDATE tenure SET mail = :mail WHERE id = :id", args! { id: id, mail: mail })
}

/// Whether somebody changed what stands at a person, a post or an organisation.
pub fn is_changed(tx: &Tx<'_>, kind: &str, id: i64) -> Result<bool> {
    let sql = match kind {
        "person" => "SELECT COUNT(*) FROM person WHERE id = :id AND version = 1",
        "post" => "SELECT COUNT(*) FROM post WHERE id = :id AND version = 1",
        _ => "SELECT COUNT(*) FROM organisation WHERE id = :id AND version = 1",
    };
    Ok(tx.count(sql, args! { id: id })? == 0)
}
