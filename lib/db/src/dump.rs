//! A backup as one text that restores into either database: the schema's number, then every row of every table.

use std::io::{BufRead, Write};

use kernel::{Error, Result};
use serde_json::Value as Json;

use crate::{Args, Conn, Row, Tx, Value, args, migrate};

/// The longest line a restore reads: 16 MiB.
const LINE: usize = 16 << 20;

/// Writes every row of every table, one JSON line each, from one snapshot.
///
/// # Errors
/// When the database cannot be read or `out` cannot be written.
pub fn dump(conn: &Conn, out: &mut dyn Write) -> Result<u64> {
    let mut rows = 0;
    let head = serde_json::json!({ "geflecht": "backup", "format": 1, "schema": migrate::version(conn)? });
    line(out, &head)?;
    for table in tables(conn)? {
        let columns = columns(conn, &table)?;
        let names: Vec<&str> = columns.iter().map(|c| c.0.as_str()).collect();
        line(out, &serde_json::json!({ "table": table, "columns": names }))?;
        let kinds: Vec<&str> = columns.iter().map(|c| c.1.as_str()).collect();
        conn.each(&format!("SELECT {} FROM {table} ORDER BY 1", names.join(", ")), args! {}, |row| {
            rows += 1;
            let values: Result<Vec<Json>> = kinds.iter().enumerate().map(|(n, kind)| json(row, n, kind)).collect();
            line(out, &Json::Array(values?))
        })?;
    }
    line(out, &serde_json::json!({ "end": rows }))?;
    Ok(rows)
}

/// Reads what [`dump`] wrote into an empty database of the same schema.
///
/// # Errors
/// With a sentence when the text is no backup, cut off, or of another schema.
pub fn restore(tx: &Tx<'_>, input: &mut dyn BufRead) -> Result<u64> {
    tx.silent("a restore brings its own events");
    tx.conn_script(if tx.is_postgres() { "SET CONSTRAINTS ALL DEFERRED" } else { "PRAGMA defer_foreign_keys = ON" })?;
    let head = next(input)?.ok_or_else(|| Error::internal("the backup is empty"))?;
    if head["geflecht"] != "backup" || head["format"] != 1 {
        return Err(Error::internal("this is not a backup of Geflecht"));
    }
    if head["schema"].as_i64() != Some(migrate::version(tx)?) {
        return Err(Error::internal(format!("the backup has schema {}, this program has {}", head["schema"], migrate::version(tx)?)));
    }
    let known = tables(tx)?;
    for table in known.iter().rev() {
        tx.exec(&format!("DELETE FROM {table} WHERE 1 = 1"), args! {})?;
    }
    let (mut rows, mut insert) = (0_u64, None);
    while let Some(entry) = next(input)? {
        if let Some(end) = entry.get("end") {
            return if end.as_u64() == Some(rows) { Ok(rows) } else { Err(Error::internal("the backup is not complete")) };
        }
        if let Some(table) = entry.get("table").and_then(Json::as_str) {
            insert = Some(Insert::new(tx, &known, table, &entry["columns"])?);
        } else {
            let insert = insert.as_ref().ok_or_else(|| Error::internal("the backup has a row before its table"))?;
            insert.row(tx, &entry)?;
            rows += 1;
        }
    }
    Err(Error::internal("the backup is cut off"))
}

struct Insert {
    sql: String,
    kinds: Vec<String>,
}

/// Names for the parameters of a row; a table wider than this is refused by the test that counts columns.
const NAMES: [&str; 32] = [
    "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "d0", "d1",
];

impl Insert {
    fn new(tx: &Tx<'_>, known: &[String], table: &str, names: &Json) -> Result<Self> {
        if !known.iter().any(|k| k == table) {
            return Err(Error::internal(format!("the backup has an unknown table {table}")));
        }
        let columns = columns(tx, table)?;
        let wanted: Vec<&str> = names.as_array().map(|a| a.iter().filter_map(Json::as_str).collect()).unwrap_or_default();
        let have: Vec<&str> = columns.iter().map(|c| c.0.as_str()).collect();
        if wanted != have || have.len() > NAMES.len() {
            return Err(Error::internal(format!("the backup's table {table} has other columns")));
        }
        let marks: Vec<String> = NAMES.iter().take(have.len()).map(|n| format!(":{n}")).collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", have.join(", "), marks.join(", "));
        Ok(Self { sql, kinds: columns.into_iter().map(|c| c.1).collect() })
    }

    fn row(&self, tx: &Tx<'_>, entry: &Json) -> Result<()> {
        let values = entry.as_array().filter(|v| v.len() == self.kinds.len()).ok_or_else(|| Error::internal("a row of the backup has the wrong length"))?;
        let mut args = Args::none();
        for ((name, kind), value) in NAMES.iter().zip(&self.kinds).zip(values) {
            args = args.with(name, from_json(value, kind)?);
        }
        tx.exec(&self.sql, args).map(drop)
    }
}

fn line(out: &mut dyn Write, value: &Json) -> Result<()> {
    writeln!(out, "{value}").map_err(Error::internal)
}

fn next(input: &mut dyn BufRead) -> Result<Option<Json>> {
    let mut text = Vec::new();
    let mut limited = std::io::Read::take(input, LINE as u64);
    let read = limited.read_until(b'\n', &mut text).map_err(Error::internal)?;
    if read == 0 {
        return Ok(None);
    }
    serde_json::from_slice(&text).map(Some).map_err(|_| Error::internal("the backup is damaged"))
}

/// Every table of the product but `migration`, in the order they were made, so that parents come first.
fn tables(conn: &Conn) -> Result<Vec<String>> {
    let sql = if conn.is_postgres() {
        "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = current_schema() AND c.relname NOT IN ('migration', 'column_note') ORDER BY c.oid"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('migration', 'column_note') ORDER BY rowid"
    };
    conn.all(sql, args! {}, |r| r.get(0))
}

/// Columns of a table in alphabetical order, with the kind of their values.
fn columns(conn: &Conn, table: &str) -> Result<Vec<(String, String)>> {
    let sql = if conn.is_postgres() {
        "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = :t ORDER BY column_name"
    } else {
        "SELECT name, type FROM pragma_table_info(:t) ORDER BY name"
    };
    conn.all(sql, args! { t: table }, |r| {
        let kind = match r.get::<String>(1)?.to_lowercase().as_str() {
            "boolean" => "bool",
            "bigint" | "integer" => "int",
            "bytea" | "blob" => "bytes",
            _ => "text",
        };
        Ok((r.get(0)?, kind.to_owned()))
    })
}

fn json(row: &Row<'_>, place: usize, kind: &str) -> Result<Json> {
    Ok(match kind {
        "bool" => row.get::<Option<bool>>(place)?.map_or(Json::Null, Json::Bool),
        "int" => row.get::<Option<i64>>(place)?.map_or(Json::Null, Json::from),
        "bytes" => row.get::<Option<Vec<u8>>>(place)?.map_or(Json::Null, |b| Json::String(b.iter().map(|x| format!("{x:02x}")).collect())),
        _ => row.get::<Option<String>>(place)?.map_or(Json::Null, Json::String),
    })
}

fn from_json(value: &Json, kind: &str) -> Result<Value> {
    let wrong = || Error::internal(format!("the backup holds {value} where {kind} belongs"));
    Ok(match (value, kind) {
        (Json::Null, _) => Value::Null,
        (Json::Bool(b), "bool") => Value::Bool(*b),
        (Json::Number(n), "int") => Value::Int(n.as_i64().ok_or_else(wrong)?),
        (Json::String(s), "text") => Value::Text(s.clone()),
        (Json::String(s), "bytes") if s.is_ascii() => {
            let pairs: Option<Vec<u8>> = (0..s.len()).step_by(2).map(|n| s.get(n..n + 2).and_then(|p| u8::from_str_radix(p, 16).ok())).collect();
            Value::Bytes(pairs.ok_or_else(wrong)?)
        }
        _ => return Err(wrong()),
    })
}
