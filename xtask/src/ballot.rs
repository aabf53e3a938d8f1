//! `ballot`: many voters at once against the release binary, with kills and cut answers; the numbers must be one.

use std::{fs, process::Command};

use crate::{Outcome, place::Place, shell};

/// Builds the release binaries, then votes as often as asked, each time in a world of its own.
pub fn run(place: &Place, words: &[String]) -> Outcome {
    let (mut voters, mut repeat) = ("500".to_owned(), 1_u32);
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("`{word}` needs a value"))?;
        match word.as_str() {
            "--voters" => voters.clone_from(value),
            "--repeat" => repeat = value.parse().map_err(|_| "how often is a number")?,
            _ => return Err(format!("ballot [--voters 500] [--repeat 1], not `{word}`")),
        }
    }
    shell::run(shell::cargo(place).args(["build", "--release", "--package", "bench", "--package", "geflecht"]))?;
    let target = place.built.parent().ok_or("This program lies in no target folder.")?;
    let binary = |name: &str| target.join("release").join(name);
    let folder = target.join("bench-worlds").join("ballot");
    let text = |path: &std::path::Path| path.display().to_string();
    for _ in 0..repeat {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
        println!("floor, flushes a second:");
        shell::run(Command::new(binary("bench")).args(["fsync", &text(&folder), "2"]))?;
        shell::run(Command::new(binary("bench")).args([
            "ballot",
            &text(&binary("geflecht")),
            &text(&folder),
            &voters,
        ]))?;
    }
    Ok(())
}
