//! `cargo xtask shots`: the pictures in `docs/shots`, taken from the demo.

use crate::Outcome;
use crate::place::Place;
use crate::shell::run as run_command;
use crate::{tests, tools};

/// `cargo xtask shots [NAME …]`: all pictures of `e2e/shots.mjs`, or those named.
///
/// # Errors
/// A sentence when the demo does not build or start, or a page is not there.
pub fn run(place: &Place, words: &[String]) -> Outcome {
    if !place.e2e.join("node_modules/playwright-core").is_dir() {
        tools::npm(place)?;
    }
    tests::build(place)?;
    let mut command = tests::script(place, "shots.mjs")?;
    command.arg(place.root.join("docs/shots")).args(words);
    run_command(&mut command)
}
