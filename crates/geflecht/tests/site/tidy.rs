//! The house's own order, as far as a test can see it.
#![allow(clippy::disallowed_methods, reason = "tests are told where they are by the environment")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The crates as the table of `ARCHITECTURE.md` has them: each may use those further down, and in its row those behind it.
fn order() -> Vec<String> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let cells = text.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let names =
        cells.flat_map(|cell| cell.split(' ').map(|name| name.trim_matches('`').to_owned()).collect::<Vec<_>>());
    // What stands below the last one serves tests and the workshop.
    let mut order: Vec<String> = Vec::new();
    for name in names {
        let last = name == "lib/kernel";
        order.push(name);
        if last {
            break;
        }
    }
    assert!(order.len() > 25 && order.last().is_some_and(|name| name == "lib/kernel"), "{order:?}");
    order
}

fn manifest(folder: &str) -> String {
    let path = root().join(folder).join("Cargo.toml");
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

pub fn root() -> PathBuf {
    // Asked when it runs: a build folder shared by several checkouts keeps the program of another one.
    Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../..")
}

pub fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "target" | "node_modules" | ".git") {
                files(&path, ending, found);
            }
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

/// Every source of the house: path and text.
pub fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["lib", "crates", "migrations", "xtask", "bench", "fuzz"] {
        files(&root().join(folder), ".rs", &mut found);
    }
    found
        .into_iter()
        .map(|p| (p.strip_prefix(root()).unwrap().display().to_string(), fs::read_to_string(&p).unwrap()))
        .collect()
}

#[test]
fn no_file_is_longer_than_500_lines() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|(_, t)| t.lines().count() > 500)
        .map(|(p, t)| format!("{p}: {}", t.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn crates_import_only_downwards() {
    let order = order();
    let name = |folder: &str| folder.rsplit('/').next().unwrap().to_owned();
    for (place, folder) in order.iter().enumerate() {
        let text = manifest(folder);
        let own = text.split("[dev-dependencies]").next().unwrap();
        for above in &order[..place] {
            let line = format!("\n{}.workspace", name(above));
            assert!(!own.contains(&line), "{folder} imports {above}, which stands above it");
        }
    }
    for folder in ["lib", "crates"] {
        for entry in fs::read_dir(root().join(folder)).unwrap().flatten() {
            let own = format!("{folder}/{}", entry.file_name().to_string_lossy());
            assert!(order.contains(&own) || own == "lib/testkit", "{own} stands nowhere in the table");
        }
    }
}

#[test]
fn only_the_program_imports_what_sets_papers() {
    for folder in order().iter().filter(|folder| !matches!(folder.as_str(), "lib/pdf" | "crates/geflecht")) {
        let text = manifest(folder);
        assert!(!text.contains("\npdf.workspace") && !text.contains("\ntypst"), "{folder} would build typst");
    }
}

#[test]
fn sql_stands_only_in_stores_and_in_the_ground() {
    let words = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "];
    let allowed = |p: &str| {
        p.starts_with("lib/db")
            || p.starts_with("lib/rights")
            || p.starts_with("lib/testkit")
            || p.starts_with("migrations")
            || p.starts_with("bench")
            || p.starts_with("fuzz")
            || p.contains("/tests/")
            || p.contains("/store")
            || p.ends_with("lib/web/src/once.rs")
            || p.starts_with("lib/web/src/server/")
            || p.contains("crates/geflecht/src/")
    };
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|(p, _)| !allowed(p))
        .filter(|(_, t)| {
            let code = t.split("#[cfg(test)]").next().unwrap_or_default();
            words.iter().any(|w| code.contains(&format!("\"{w}")))
        })
        .map(|(p, _)| p.clone())
        .collect();
    assert!(wrong.is_empty(), "SQL outside a store: {wrong:#?}");
}

#[test]
fn nothing_speaks_of_how_the_product_is_made() {
    let mut found = Vec::new();
    for ending in [".rs", ".md", ".toml", ".html", ".ftl", ".mjs", ".sql", ".yml", ".json"] {
        files(&root(), ending, &mut found);
    }
    let forbidden = [
        concat!("/work", "/"),
        concat!("../", "shared"),
        concat!(".lib", "rary"),
        concat!("/root", "/"),
        concat!("index.crates", ".io-"),
    ];
    for path in found {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for word in forbidden {
            assert!(!text.contains(word), "{} holds {word}", path.display());
        }
    }
}

#[test]
fn every_network_and_person_of_the_demo_is_reached_at_example_org() {
    let mut found = Vec::new();
    files(&root().join("crates/demo"), "", &mut found);
    for path in found {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (at, _) in text.match_indices('@') {
            let after: String =
                text[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect();
            let before = text[..at].chars().next_back();
            if after.contains('.') && before.is_some_and(char::is_alphanumeric) {
                assert!(after.trim_end_matches('.').ends_with("example.org"), "{}: @{after}", path.display());
            }
        }
    }
}
