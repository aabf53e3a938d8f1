//! `cargo xtask test`: everything that must hold before a change is taken.

use crate::Outcome;
use crate::chosen::Chosen;
use crate::deny;
use crate::place::Place;
use crate::postgres::Postgres;
use crate::shell::{cargo, run as run_command};
use crate::steps::{Step, walk};
use crate::tools;
use std::process::Command;

/// The steps, cheapest first so that a slip shows early.
const STEPS: &[Step] = &[
    Step { name: "tools", title: "browser, database server and Node are here", run: |place| tools::run(place, &[]) },
    Step { name: "npm", title: "the packages of the browser journeys", run: tools::npm },
    Step { name: "fmt", title: "the code is formatted", run: fmt },
    Step { name: "deny", title: "every crate is one that may come in", run: deny::run },
    Step { name: "clippy", title: "the linter has nothing to say", run: clippy },
    Step { name: "test", title: "all tests, on SQLite and PostgreSQL", run: test },
    Step { name: "build", title: "the program the browser will run", run: build },
    Step { name: "journeys", title: "the demo in a browser", run: journeys },
];

/// The names for `--only` and `--skip`.
pub fn step_names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// `cargo xtask test [--only STEP,…] [--skip STEP,…]`
///
/// # Errors
/// A sentence that names the step that failed, or the word on the command line that means nothing.
pub fn run(place: &Place, words: &[String]) -> Outcome {
    let chosen = Chosen::read(words, &step_names())?;
    walk(place, STEPS, &chosen)
}

/// Builds the program in the profile and folder of this one.
///
/// # Errors
/// A sentence when it does not build or lies elsewhere.
pub fn build(place: &Place) -> Outcome {
    let mut command = cargo(place);
    if place.built.ends_with("release") {
        command.args(["build", "--release", "--package", "geflecht"]);
    } else {
        // The workspace and one of its tests are named so that dependencies have the features of the tests: nothing is
        // compiled a second time for the browser.
        command.args(["build", "--workspace", "--bin", "geflecht", "--test", "program"]);
    }
    run_command(&mut command)?;
    if place.geflecht().is_file() {
        return Ok(());
    }
    Err(format!("It was built, but does not lie at {}.", place.geflecht().display()))
}

/// A script of `e2e`, told which program and which browser to use.
///
/// # Errors
/// A sentence when there is no browser.
pub fn script(place: &Place, name: &str) -> Result<Command, String> {
    let browser = tools::chromium().ok_or("No Chromium is here. Please type: cargo xtask tools")?;
    let mut command = Command::new("node");
    command.arg(name).current_dir(&place.e2e).env("GEFLECHT_BIN", place.geflecht()).env("GEFLECHT_CHROMIUM", browser);
    Ok(command)
}

fn fmt(place: &Place) -> Outcome {
    run_command(cargo(place).args(["fmt", "--all", "--check"]))
}

fn clippy(place: &Place) -> Outcome {
    run_command(cargo(place).args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// Runs the tests with a PostgreSQL beside them. The tests fall back to SQLite alone when they are told of no
/// server, so the server is asked afterwards which databases were used.
fn test(place: &Place) -> Outcome {
    let postgres = Postgres::start()?;
    println!("PostgreSQL for this run: {}", postgres.url());
    run_command(
        cargo(place)
            .args(["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"])
            .env("GEFLECHT_TEST_POSTGRES", postgres.url()),
    )?;
    match postgres.used_databases().len() {
        0 => Err("No test used a database on PostgreSQL, so nothing is known about it.".to_owned()),
        count => {
            println!("The tests used {count} databases on PostgreSQL.");
            Ok(())
        }
    }
}

fn journeys(place: &Place) -> Outcome {
    run_command(&mut script(place, "run.mjs")?)
}
