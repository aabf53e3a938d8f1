//! `outbox`: letters through a mail server that fails, with kills, and letters that come in; against the release binary.

use std::{fs, process::Command};

use crate::{Outcome, place::Place, shell};

/// Builds the release binaries, then sends and takes as many letters as asked.
pub fn run(place: &Place, words: &[String]) -> Outcome {
    let (mut mails, mut incoming) = ("10000".to_owned(), "20000".to_owned());
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("`{word}` needs a value"))?;
        match word.as_str() {
            "--mails" => mails.clone_from(value),
            "--incoming" => incoming.clone_from(value),
            _ => return Err(format!("outbox [--mails 10000] [--incoming 20000], not `{word}`")),
        }
    }
    shell::run(shell::cargo(place).args(["build", "--release", "--package", "bench", "--package", "geflecht"]))?;
    let target = place.built.parent().ok_or("This program lies in no target folder.")?;
    let binary = |name: &str| target.join("release").join(name);
    let folder = target.join("bench-worlds").join("outbox");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let text = |path: &std::path::Path| path.display().to_string();
    shell::run(Command::new(binary("bench")).args([
        "outbox",
        &text(&binary("geflecht")),
        &text(&folder),
        &mails,
        &incoming,
    ]))
}
