//! The schema and its history: numbered files, each run once, each remembered with its checksum.

use kernel::{Error, Result};
use sha2::{Digest, Sha256};

use crate::{Conn, args};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number; steps run in this order, without gaps.
    pub number: i64,
    /// Its name, for people.
    pub name: &'static str,
    /// The text for SQLite.
    pub sqlite: &'static str,
    /// The text for PostgreSQL; the same one wherever possible.
    pub postgres: &'static str,
}

/// What one column is for: the register of processing (Art. 30 GDPR) is made from these.
#[derive(Clone, Copy, Debug)]
pub struct ColumnNote {
    /// Table.
    pub table: &'static str,
    /// Column.
    pub column: &'static str,
    /// Why it is kept.
    pub purpose: &'static str,
    /// On which legal basis.
    pub basis: &'static str,
    /// Who may see it.
    pub audience: &'static str,
    /// For how long.
    pub retention: &'static str,
}

/// Everything the program knows of its schema.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The steps.
    pub migrations: &'static [Migration],
    /// What each column is for.
    pub columns: &'static [ColumnNote],
    /// Tables of which nothing is remembered between requests (see [`Conn::remembered`]): writing to them leaves what
    /// is remembered right. A table that is missing here costs time, one that is here may not be remembered.
    pub apart: &'static [&'static str],
}

const DAY_CHECK: &str = "({x} LIKE '____-__-__' AND length(replace({x},'-','')) = 8 AND trim(replace({x},'-',''),'0123456789') = '' AND substr({x},1,4) > '0000' \
 AND substr({x},6,2) BETWEEN '01' AND '12' AND substr({x},9,2) BETWEEN '01' AND CASE WHEN substr({x},6,2) IN ('04','06','09','11') THEN '30' WHEN substr({x},6,2) <> '02' THEN '31' \
 WHEN CAST(substr({x},1,4) AS INTEGER) % 4 = 0 AND (CAST(substr({x},1,4) AS INTEGER) % 100 <> 0 OR CAST(substr({x},1,4) AS INTEGER) % 400 = 0) THEN '29' ELSE '28' END)";

/// Writes out the five words of the schema files: `PERIOD`, `DAY(x)`, `REF(table(column))`, `BYTES` and `KEYED`.
///
/// References can be deferred, so that a restore may read rows in any order; otherwise they are checked at once.
///
/// On SQLite a key of one number becomes `INTEGER PRIMARY KEY`, the row's own number: any other word makes an index
/// beside the table, so that each look-up by number searches two trees and each row is stored with two numbers. `KEYED`
/// behind a table does the same for a key of several columns.
fn written_out(sql: &str, postgres: bool) -> String {
    let sql = if postgres { sql.to_owned() } else { sql.replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY") };
    let sql = sql.replace(") KEYED", if postgres { ")" } else { ") WITHOUT ROWID" });
    let mut text = sql.replace(" BYTES", if postgres { " BYTEA" } else { " BLOB" }).replace(
        "PERIOD",
        "from_day TEXT NOT NULL CHECK (DAY(from_day)), until_day TEXT NOT NULL DEFAULT '9999-12-31' CHECK (DAY(until_day)), CHECK (from_day < until_day)",
    );
    while let Some(start) = text.find("DAY(") {
        let Some(len) = text[start..].find(')') else { break };
        let column = text[start + 4..start + len].to_owned();
        text.replace_range(start..=start + len, &DAY_CHECK.replace("{x}", &column));
    }
    while let Some(start) = text.find("REF(") {
        let Some(len) = text[start..].find("))") else { break };
        let target = text[start + 4..=start + len].to_owned();
        text.replace_range(start..start + len + 2, &format!("REFERENCES {target} DEFERRABLE INITIALLY IMMEDIATE"));
    }
    text
}

fn checksum(sql: &str) -> String {
    Sha256::digest(sql.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// Whether any step ever ran here.
pub fn has_begun(conn: &Conn) -> Result<bool> {
    let sql = if conn.is_postgres() {
        "SELECT COUNT(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'migration'"
    } else {
        "SELECT COUNT(*) FROM sqlite_master WHERE name = 'migration'"
    };
    Ok(conn.count(sql, args! {})? > 0 && version(conn)? > 0)
}

/// Whether steps wait that have not run here.
pub fn is_due(conn: &Conn, schema: &Schema) -> Result<bool> {
    Ok(!has_begun(conn)? || version(conn)? < schema.migrations.last().map_or(0, |m| m.number))
}

/// Brings the schema up to date. Each step runs in its own transaction.
///
/// # Errors
/// With a sentence when the database is newer than this program or a step it ran reads differently now.
pub fn migrate(conn: &Conn, schema: &Schema) -> Result<()> {
    conn.script("CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at BIGINT NOT NULL)")?;
    let done = conn.all("SELECT number, checksum FROM migration ORDER BY number", args! {}, |r| {
        Ok((r.get::<i64>(0)?, r.get::<String>(1)?))
    })?;
    let newest = schema.migrations.last().map_or(0, |m| m.number);
    if done.last().is_some_and(|(number, _)| *number > newest) {
        return Err(Error::internal(
            "this database was written by a newer version of Geflecht; please install that version",
        ));
    }
    for step in schema.migrations {
        let text = if conn.is_postgres() { step.postgres } else { step.sqlite };
        match done.iter().find(|(number, _)| *number == step.number) {
            Some((_, sum)) if *sum == checksum(text) => {}
            Some(_) => {
                return Err(Error::internal(format!(
                    "migration {} was changed after it ran on this database",
                    step.number
                )));
            }
            None => run(conn, step, text)?,
        }
    }
    if are_noted(conn, schema)? { Ok(()) } else { note_columns(conn, schema) }
}

/// The number of the newest step a database has run, 0 for an empty one.
///
/// # Errors
/// When the database cannot be read.
pub fn version(conn: &Conn) -> Result<i64> {
    conn.count("SELECT MAX(number) FROM migration", args! {})
}

fn run(conn: &Conn, step: &Migration, text: &str) -> Result<()> {
    // A step may have much to move: it takes the time it takes.
    conn.script(if conn.is_postgres() { "BEGIN; SET LOCAL statement_timeout = 0" } else { "BEGIN" })?;
    let work = || {
        conn.script(&written_out(text, conn.is_postgres()))?;
        let at = conn.now();
        conn.run(
            "INSERT INTO migration (number, name, checksum, at) VALUES (:number, :name, :sum, :at)",
            &args! { number: step.number, name: step.name, sum: checksum(text), at: at },
        )
    };
    match work() {
        Ok(_) => conn.script("COMMIT"),
        Err(cause) => conn.script("ROLLBACK").and(Err(cause)),
    }
}

/// Whether the database's notes are those of this program: a sharper promise may come without a step of the schema.
fn are_noted(conn: &Conn, schema: &Schema) -> Result<bool> {
    let mut ours: Vec<[&str; 6]> =
        schema.columns.iter().map(|n| [n.table, n.column, n.purpose, n.basis, n.audience, n.retention]).collect();
    ours.sort_unstable();
    let mut theirs = conn.all(
        "SELECT table_name, column_name, purpose, basis, audience, retention FROM column_note",
        args! {},
        |r| Ok([r.get::<String>(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?]),
    )?;
    theirs.sort_unstable();
    Ok(ours == theirs)
}

/// The notes stand in a table of the schema, so that the register of processing is read from the database itself.
fn note_columns(conn: &Conn, schema: &Schema) -> Result<()> {
    conn.script("BEGIN")?;
    conn.run("DELETE FROM column_note WHERE 1 = 1", &args! {})?;
    for note in schema.columns {
        conn.run(
            "INSERT INTO column_note (table_name, column_name, purpose, basis, audience, retention) VALUES (:t, :c, :purpose, :basis, :audience, :retention)",
            &args! { t: note.table, c: note.column, purpose: note.purpose, basis: note.basis, audience: note.audience, retention: note.retention },
        )?;
    }
    conn.script("COMMIT")
}
