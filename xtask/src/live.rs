//! `live`: a sitting of many against the release binary; nobody who enters herself is lost, and everybody sees a change.

use std::{fs, process::Command};

use crate::{Outcome, place::Place, shell};

/// Builds the release binaries, then holds the sitting in a world of its own.
pub fn run(place: &Place, words: &[String]) -> Outcome {
    let (mut listeners, mut seconds) = ("500".to_owned(), "60".to_owned());
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("`{word}` needs a value"))?;
        match word.as_str() {
            "--listeners" => listeners.clone_from(value),
            "--seconds" => seconds.clone_from(value),
            _ => return Err(format!("live [--listeners 500] [--seconds 60], not `{word}`")),
        }
    }
    shell::run(shell::cargo(place).args(["build", "--release", "--package", "bench", "--package", "geflecht"]))?;
    let target = place.built.parent().ok_or("This program lies in no target folder.")?;
    let binary = |name: &str| target.join("release").join(name);
    let folder = target.join("bench-worlds").join("live");
    let text = |path: &std::path::Path| path.display().to_string();
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    shell::run(Command::new(binary("bench")).args([
        "live",
        &text(&binary("geflecht")),
        &text(&folder),
        &listeners,
        &seconds,
    ]))
}
