//! A backup as one text that restores into either database: the schema's number, then every row of every table, and
//! a checksum over all of it. The same content gives the same bytes, whichever database it lay in.

use std::io::{BufRead, Read, Write};

use kernel::{Error, Result};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::{Args, Conn, Row, Tx, Value, args, migrate, presence};

/// The longest line a restore reads: 32 MiB, for a file of ten takes twice as much in hexadecimal digits.
const LINE: u64 = 32 << 20;

/// What stays behind: who is signed in or about to be. A stolen backup lets nobody in, and a restored one asks everybody
/// to sign in again. Mail that still waits stays behind as well: it was about the time before.
const LEFT: [&str; 3] = ["session", "sign_in", "challenge"];
const MAIL: &str = "mail_out";

/// Tables a database has rows in before anybody used it.
const UNUSED: [&str; 3] = ["counter", "setting", "job"];

/// Writes every row of every table, one JSON line each, from one snapshot; sessions, sign-ins and waiting mail are left
/// out. Gives the number of rows.
///
/// # Errors
/// When the database cannot be read or `out` cannot be written.
pub fn dump(conn: &Conn, out: &mut dyn Write) -> Result<u64> {
    without_timeout(conn)?;
    let mut out = Summed { out, sum: Sha256::new() };
    let mut rows = 0;
    out.line(&serde_json::json!({ "geflecht": "backup", "format": 1, "schema": migrate::version(conn)? }))?;
    for table in tables(conn)?.iter().filter(|t| !LEFT.contains(&t.as_str())) {
        let columns = columns(conn, table)?;
        let names: Vec<&str> = columns.iter().map(|c| c.name.as_str()).collect();
        out.line(&serde_json::json!({ "table": table, "columns": names }))?;
        let which = if table == MAIL { " WHERE state <> 'queued'" } else { "" };
        conn.each(
            &format!(
                "SELECT {} FROM {table}{which} ORDER BY {}",
                names.join(", "),
                order(&columns, conn.is_postgres())
            ),
            args! {},
            |row| {
                rows += 1;
                let values: Result<Vec<Json>> =
                    columns.iter().enumerate().map(|(n, column)| json(row, n, column.kind)).collect();
                out.line(&Json::Array(values?))
            },
        )?;
    }
    let end = serde_json::json!({ "end": rows, "sha256": hex(&out.sum.finalize_reset()) });
    out.line(&end)?;
    Ok(rows)
}

/// Reads what [`dump`] wrote in place of everything there is. Nobody is signed in afterwards and no mail waits.
///
/// # Errors
/// With a sentence when the text is no backup, cut off, damaged, or of another schema; the transaction must then be
/// rolled back.
pub fn restore(tx: &Tx<'_>, input: &mut dyn BufRead) -> Result<u64> {
    tx.silent("a restore brings its own events");
    without_timeout(tx)?;
    tx.conn_script(if tx.is_postgres() { "SET CONSTRAINTS ALL DEFERRED" } else { "PRAGMA defer_foreign_keys = ON" })?;
    let mut sum = Sha256::new();
    let head = next(input, &mut sum)?.ok_or_else(|| Error::internal("the backup is empty"))?;
    if head["geflecht"] != "backup" || head["format"] != 1 {
        return Err(Error::internal("this is not a backup of Geflecht"));
    }
    let (theirs, ours) = (head["schema"].as_i64().unwrap_or_default(), migrate::version(tx)?);
    if theirs != ours {
        let what = if theirs > ours { "a newer" } else { "an older" };
        return Err(Error::internal(format!(
            "the backup was made by {what} version of Geflecht (its schema is {theirs}, this one's {ours}); restore it with that version"
        )));
    }
    let known = tables(tx)?;
    for table in known.iter().rev() {
        tx.exec(&format!("DELETE FROM {table} WHERE 1 = 1"), args! {})?;
    }
    let (mut rows, mut insert) = (0_u64, None);
    loop {
        let before = hex(&sum.clone().finalize());
        let entry = next(input, &mut sum)?.ok_or_else(|| Error::internal("the backup is cut off"))?;
        if let Some(end) = entry.get("end") {
            if end.as_u64() != Some(rows) || entry["sha256"] != before.as_str() {
                return Err(Error::internal("the backup is damaged: its checksum is wrong"));
            }
            break;
        }
        if let Some(table) = entry.get("table").and_then(Json::as_str) {
            insert = Some(Insert::new(tx, &known, table, &entry["columns"])?);
        } else {
            let insert = insert.as_ref().ok_or_else(|| Error::internal("the backup has a row before its table"))?;
            insert.row(tx, &entry)?;
            rows += 1;
        }
    }
    if next(input, &mut sum)?.is_some() {
        return Err(Error::internal("the backup goes on after its end"));
    }
    tx.exec(&format!("DELETE FROM {MAIL} WHERE state = 'queued'"), args! {})?;
    tx.exec("UPDATE job SET locked_until = NULL WHERE locked_until IS NOT NULL", args! {})?;
    tx.raise_ids(presence::newest_id(tx)?);
    tx.forget_facts();
    Ok(rows)
}

/// Whether nobody has used this database yet: a restore may fill it without asking.
///
/// # Errors
/// When the database cannot be read.
pub fn is_unused(conn: &Conn) -> Result<bool> {
    for table in tables(conn)?.iter().filter(|t| !UNUSED.contains(&t.as_str())) {
        if conn.count(&format!("SELECT COUNT(*) FROM (SELECT 1 FROM {table} LIMIT 1) first_row"), args! {})? > 0 {
            return Ok(false);
        }
    }
    Ok(conn.count("SELECT value FROM counter WHERE name = 'event'", args! {})? == 0)
}

/// The most columns a table may have; a test looks after it.
pub const MOST_COLUMNS: usize = NAMES.len();

struct Insert {
    sql: String,
    kinds: Vec<Kind>,
}

/// Names for the parameters of a row, by place.
const NAMES: [&str; 48] = [
    "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "c0", "c1", "c2",
    "c3", "c4", "c5", "c6", "c7", "d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "e0", "e1", "e2", "e3", "e4", "e5",
    "e6", "e7", "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7",
];

impl Insert {
    fn new(tx: &Tx<'_>, known: &[String], table: &str, names: &Json) -> Result<Self> {
        if !known.iter().any(|k| k == table) || LEFT.contains(&table) {
            return Err(Error::internal(format!("the backup has an unknown table {table}")));
        }
        let columns = columns(tx, table)?;
        let wanted: Vec<&str> =
            names.as_array().map(|a| a.iter().filter_map(Json::as_str).collect()).unwrap_or_default();
        let have: Vec<&str> = columns.iter().map(|c| c.name.as_str()).collect();
        if wanted != have || have.len() > NAMES.len() {
            return Err(Error::internal(format!("the backup's table {table} has other columns")));
        }
        let marks: Vec<String> = NAMES.iter().take(have.len()).map(|n| format!(":{n}")).collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", have.join(", "), marks.join(", "));
        Ok(Self { sql, kinds: columns.into_iter().map(|c| c.kind).collect() })
    }

    fn row(&self, tx: &Tx<'_>, entry: &Json) -> Result<()> {
        let values = entry
            .as_array()
            .filter(|v| v.len() == self.kinds.len())
            .ok_or_else(|| Error::internal("a row of the backup has the wrong length"))?;
        let mut args = Args::none();
        for ((name, kind), value) in NAMES.iter().zip(&self.kinds).zip(values) {
            args = args.with(name, from_json(value, *kind)?);
        }
        tx.exec(&self.sql, args).map(drop)
    }
}

/// Writes lines and keeps the sum of what it wrote.
struct Summed<'a> {
    out: &'a mut dyn Write,
    sum: Sha256,
}

impl Summed<'_> {
    fn line(&mut self, value: &Json) -> Result<()> {
        let text = format!("{value}\n");
        self.sum.update(&text);
        self.out.write_all(text.as_bytes()).map_err(Error::internal)
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

/// A backup may take longer than any page; the snapshot must outlive it.
fn without_timeout(conn: &Conn) -> Result<()> {
    if conn.is_postgres() {
        conn.script("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
    } else {
        Ok(())
    }
}

fn next(input: &mut dyn BufRead, sum: &mut Sha256) -> Result<Option<Json>> {
    let mut text = Vec::new();
    let mut limited = Read::take(input, LINE);
    let read = limited.read_until(b'\n', &mut text).map_err(Error::internal)?;
    if read == 0 {
        return Ok(None);
    }
    sum.update(&text);
    if text.last() != Some(&b'\n') {
        return Err(Error::internal(if read as u64 == LINE {
            "the backup is damaged: a line of it has no end"
        } else {
            "the backup is cut off"
        }));
    }
    serde_json::from_slice(&text)
        .map(Some)
        .map_err(|_| Error::internal("the backup is damaged: a line of it cannot be read"))
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

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Bool,
    Int,
    Bytes,
    Text,
}

struct Column {
    name: String,
    kind: Kind,
    /// Its place in the primary key, from 1; 0 outside.
    key: i64,
}

/// Columns of a table in alphabetical order.
fn columns(conn: &Conn, table: &str) -> Result<Vec<Column>> {
    let sql = if conn.is_postgres() {
        "SELECT a.attname::text, format_type(a.atttypid, NULL), COALESCE(array_position(string_to_array(i.indkey::text, ' '), a.attnum::text), 0)::bigint FROM pg_attribute a \
         JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema() \
         LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary WHERE c.relname = :t AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attname COLLATE \"C\""
    } else {
        "SELECT name, type, pk FROM pragma_table_info(:t) ORDER BY name"
    };
    conn.all(sql, args! { t: table }, |r| {
        let kind = match r.get::<String>(1)?.to_lowercase().as_str() {
            "boolean" => Kind::Bool,
            "bigint" | "integer" => Kind::Int,
            "bytea" | "blob" => Kind::Bytes,
            _ => Kind::Text,
        };
        Ok(Column { name: r.get(0)?, kind, key: r.get(2)? })
    })
}

/// The order of a table's rows: by its primary key, letters by their bytes, the same on both databases.
fn order(columns: &[Column], postgres: bool) -> String {
    let mut keys: Vec<&Column> = columns.iter().filter(|c| c.key > 0).collect();
    keys.sort_by_key(|c| c.key);
    let named = keys
        .iter()
        .map(|c| if postgres && c.kind == Kind::Text { format!("{} COLLATE \"C\"", c.name) } else { c.name.clone() });
    let order = named.collect::<Vec<_>>().join(", ");
    if order.is_empty() { "1".to_owned() } else { order }
}

fn json(row: &Row<'_>, place: usize, kind: Kind) -> Result<Json> {
    Ok(match kind {
        Kind::Bool => row.get::<Option<bool>>(place)?.map_or(Json::Null, Json::Bool),
        Kind::Int => row.get::<Option<i64>>(place)?.map_or(Json::Null, Json::from),
        Kind::Bytes => row.get::<Option<Vec<u8>>>(place)?.map_or(Json::Null, |b| Json::String(hex(&b))),
        Kind::Text => row.get::<Option<String>>(place)?.map_or(Json::Null, Json::String),
    })
}

fn from_json(value: &Json, kind: Kind) -> Result<Value> {
    let wrong = || Error::internal(format!("the backup holds something else where {kind:?} belongs"));
    Ok(match (value, kind) {
        (Json::Null, _) => Value::Null,
        (Json::Bool(b), Kind::Bool) => Value::Bool(*b),
        (Json::Number(n), Kind::Int) => Value::Int(n.as_i64().ok_or_else(wrong)?),
        (Json::String(s), Kind::Text) => Value::Text(s.clone()),
        (Json::String(s), Kind::Bytes) if s.is_ascii() => {
            let pairs: Option<Vec<u8>> =
                (0..s.len()).step_by(2).map(|n| s.get(n..n + 2).and_then(|p| u8::from_str_radix(p, 16).ok())).collect();
            Value::Bytes(pairs.ok_or_else(wrong)?)
        }
        _ => return Err(wrong()),
    })
}
