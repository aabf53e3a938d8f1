//! What the checks need from outside cargo, and how it comes to a machine.

use crate::Outcome;
use crate::place::Place;
use crate::postgres;
use crate::shell::{ask, cargo, on_path, run as run_command};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node that knows every option the journeys use.
const NODE: (u32, u32) = (18, 19);

/// A thing that must be here, the Debian packages that bring it, and how one sees that it is here.
struct Tool {
    name: &'static str,
    packages: &'static [&'static str],
    is_here: fn() -> bool,
}

const TOOLS: &[Tool] = &[
    Tool { name: "a C compiler", packages: &["gcc", "libc6-dev"], is_here: || on_path(&["cc"]).is_some() },
    Tool { name: "Chromium", packages: &["chromium"], is_here: || chromium().is_some() },
    Tool { name: "the PostgreSQL server", packages: &["postgresql"], is_here: || postgres::programs().is_some() },
    Tool { name: "Node 18.19 or newer", packages: &["nodejs"], is_here: || node_is_new_enough(&node_version()) },
    Tool { name: "npm", packages: &["npm"], is_here: || on_path(&["npm"]).is_some() },
    Tool { name: "strace", packages: &["strace"], is_here: || on_path(&["strace"]).is_some() },
    // Another hand's parser, to hold our calendar files against.
    Tool { name: "Python's icalendar", packages: &["python3", "python3-icalendar"], is_here: reads_calendars },
    // Pages bring their own font; this one is for what a browser draws itself and for printing.
    Tool { name: "a font", packages: &["fonts-dejavu-core"], is_here: || !folder_is_empty("/usr/share/fonts") },
];

/// `cargo xtask tools`
///
/// # Errors
/// A sentence with the one line to type, when something is missing and cannot be installed from here.
pub fn run(place: &Place, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(format!("`cargo xtask tools` knows no `{word}`."));
    }
    check_cargo(place)?;
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !(tool.is_here)()).collect();
    if missing.is_empty() {
        println!("Everything is here: {}.", names(TOOLS.iter()));
        return Ok(());
    }
    println!("Missing: {}.", names(missing.iter().copied()));
    let packages: Vec<&str> = missing.iter().flat_map(|tool| tool.packages.iter().copied()).collect();
    let line = format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    let is_debian = Path::new("/etc/debian_version").exists() && on_path(&["apt-get"]).is_some();
    match (is_debian, is_root()) {
        (false, _) => Err(format!("Please install: {}. On Debian: {line}", names(missing.iter().copied()))),
        (true, false) => Err(format!("Please type as root: {line}")),
        (true, true) => {
            apt(&["update", "-q"])?;
            apt(&[&["install", "-q", "-y", "--no-install-recommends"], packages.as_slice()].concat())?;
            match TOOLS.iter().find(|tool| !(tool.is_here)()) {
                None => Ok(()),
                Some(tool) => {
                    Err(format!("apt-get ended well, yet {} is not here. It was asked by: {line}", tool.name))
                }
            }
        }
    }
}

/// `npm ci` for the journeys: what the lock file names, nothing else, no scripts of packages.
///
/// # Errors
/// A sentence when the lock file names a registry's host, or npm fails.
pub fn npm(place: &Place) -> Outcome {
    let lock = place.e2e.join("package-lock.json");
    let text = std::fs::read_to_string(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    if text.contains("\"resolved\"") {
        return Err(
            "e2e/package-lock.json names hosts. Make it again inside e2e, where .npmrc forbids that.".to_owned()
        );
    }
    run_command(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"])
            .current_dir(&place.e2e),
    )
}

/// The browser: `GEFLECHT_CHROMIUM`, else what Debian and others call it.
pub fn chromium() -> Option<PathBuf> {
    match std::env::var_os("GEFLECHT_CHROMIUM") {
        Some(path) => Some(PathBuf::from(path)).filter(|path| path.is_file()),
        None => on_path(&["chromium", "chromium-browser", "google-chrome"]),
    }
}

/// Whether we may do everything on this machine.
pub fn is_root() -> bool {
    ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// The formatter and the linter come with the toolchain, not with apt.
fn check_cargo(place: &Place) -> Outcome {
    for (word, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if ask(cargo(place).args([word, "--version"])).is_none() {
            return Err(format!("{component} is missing. Please type: rustup component add {component}"));
        }
    }
    Ok(())
}

fn apt(words: &[&str]) -> Outcome {
    run_command(Command::new("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn reads_calendars() -> bool {
    ["/usr/bin/python3", "python3"]
        .iter()
        .any(|python| ask(Command::new(python).args(["-c", "import icalendar"])).is_some())
}

fn names<'t>(tools: impl Iterator<Item = &'t Tool>) -> String {
    tools.map(|tool| tool.name).collect::<Vec<_>>().join(", ")
}

fn node_version() -> String {
    ask(Command::new("node").arg("--version")).unwrap_or_default()
}

fn node_is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse().ok());
    matches!((numbers.next(), numbers.next()), (Some(major), Some(minor)) if (major, minor) >= NODE)
}

fn folder_is_empty(path: &str) -> bool {
    std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none()) || !Path::new(path).exists()
}

#[cfg(test)]
mod tests {
    use super::node_is_new_enough;

    #[test]
    fn versions_of_node_compare_by_number() {
        for (version, good) in
            [("v18.19.0", true), ("v18.9.1", false), ("v20.1.0", true), ("v16.20.2", false), ("", false)]
        {
            assert_eq!(node_is_new_enough(version), good, "{version}");
        }
    }
}
