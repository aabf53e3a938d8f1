//! Refuses to build while a column of the schema has no purpose, legal basis, audience and retention.
#![allow(clippy::disallowed_methods, reason = "a build script is told its folders by the environment")]

use std::{collections::BTreeSet, env, fmt::Write, fs, path::PathBuf};

fn main() {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed={}", here.display());
    let mut files: Vec<PathBuf> = fs::read_dir(&here)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "sql"))
        .collect();
    files.sort();
    let mut columns = BTreeSet::new();
    let mut list =
        String::from("/// Every step of the schema, in order.\npub const MIGRATIONS: &[db::Migration] = &[\n");
    for (n, file) in files.iter().enumerate() {
        let sql = fs::read_to_string(file).unwrap_or_default();
        let name = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        assert!(name.starts_with(&format!("{:04}_", n + 1)), "migrations are numbered without gaps: {name}");
        columns_of(&sql, &mut columns);
        let _ = writeln!(
            list,
            "    db::Migration {{ number: {}, name: {name:?}, sqlite: {sql:?}, postgres: {sql:?} }},",
            n + 1
        );
    }
    list.push_str("];\n\n/// What each column is for.\npub const COLUMNS: &[db::ColumnNote] = &[\n");
    let notes = fs::read_to_string(here.join("columns.tsv")).unwrap_or_default();
    let mut noted = BTreeSet::new();
    for (n, line) in notes.lines().enumerate().skip(1).filter(|(_, l)| !l.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [table, names, purpose, basis, audience, retention] = cells[..] else {
            panic!("columns.tsv line {}: six cells", n + 1)
        };
        assert!(cells.iter().all(|c| !c.trim().is_empty()), "columns.tsv line {}: no cell is empty", n + 1);
        for column in names.split(' ') {
            assert!(
                noted.insert((table.to_owned(), column.to_owned())),
                "columns.tsv line {}: {table}.{column} stands twice",
                n + 1
            );
            let _ = writeln!(
                list,
                "    db::ColumnNote {{ table: {table:?}, column: {column:?}, purpose: {purpose:?}, basis: {basis:?}, audience: {audience:?}, retention: {retention:?} }},"
            );
        }
    }
    list.push_str("];\n");
    let missing: Vec<_> = columns.difference(&noted).map(|(t, c)| format!("{t}.{c}")).collect();
    assert!(
        missing.is_empty(),
        "columns without purpose, basis, audience and retention in migrations/columns.tsv: {}",
        missing.join(", ")
    );
    let gone: Vec<_> = noted.difference(&columns).map(|(t, c)| format!("{t}.{c}")).collect();
    assert!(gone.is_empty(), "columns.tsv speaks of columns the schema does not have: {}", gone.join(", "));
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("schema.rs");
    fs::write(&out, list).unwrap_or_else(|e| panic!("{}: {e}", out.display()));
}

/// Table and column of every `CREATE TABLE` and `ALTER TABLE … ADD COLUMN`, without those of tables that were dropped.
fn columns_of(sql: &str, found: &mut BTreeSet<(String, String)>) {
    let text: String = sql.lines().filter(|l| !l.trim_start().starts_with("--")).collect::<Vec<_>>().join(" ");
    for statement in text.split(';').map(str::trim) {
        if let Some(table) = statement.strip_prefix("DROP TABLE ") {
            found.retain(|(of, _)| of != table.trim());
        } else if let Some(rest) = statement.strip_prefix("CREATE TABLE ") {
            let (table, body) = rest.split_once('(').unwrap_or((rest, ""));
            for part in top_level(body.rsplit_once(')').map_or(body, |(b, _)| b)) {
                let word = part.split_whitespace().next().unwrap_or_default();
                match word.split('(').next().unwrap_or_default() {
                    "" | "CHECK" | "UNIQUE" | "PRIMARY" | "FOREIGN" | "CONSTRAINT" => {}
                    "PERIOD" => {
                        found.extend(["from_day", "until_day"].map(|c| (table.trim().to_owned(), c.to_owned())))
                    }
                    column => drop(found.insert((table.trim().to_owned(), column.to_owned()))),
                }
            }
        } else if let Some(rest) = statement.strip_prefix("ALTER TABLE ") {
            let words: Vec<&str> = rest.split_whitespace().collect();
            if let [table, "ADD", "COLUMN", column, ..] = words[..] {
                found.insert((table.to_owned(), column.to_owned()));
            }
        }
    }
}

/// Splits at the commas that stand in no bracket.
fn top_level(text: &str) -> Vec<String> {
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in text.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if c == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
}
