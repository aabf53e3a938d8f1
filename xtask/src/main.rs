//! The commands that keep the product honest: `cargo xtask COMMAND`.
//!
//! Only the standard library is used, so that the first command on a fresh machine starts after seconds.

mod ballot;
mod bench;
mod chosen;
mod deny;
mod live;
mod outbox;
mod place;
mod postgres;
mod shell;
mod shots;
mod steps;
mod tests;
mod tools;

use place::Place;
use std::process::ExitCode;

/// What every command answers: nothing, or one sentence (perhaps with the line to type) for the person at the
/// terminal; an empty one when everything was said before.
pub type Outcome = Result<(), String>;

/// A command: its name, its options, one line of help, and what it does with the words after its name.
struct Command {
    name: &'static str,
    options: &'static str,
    help: &'static str,
    run: fn(&Place, &[String]) -> Outcome,
}

/// Every command there is. A new one (such as `bench`) is a module with `pub fn run(&Place, &[String]) -> Outcome`
/// and one entry here; it is not listed before it does something.
const COMMANDS: &[Command] = &[
    Command {
        name: "test",
        options: "[--only STEP,…] [--skip STEP,…]",
        help: "installs what is needed, then checks everything, on both databases and in a browser",
        run: tests::run,
    },
    Command {
        name: "tools",
        options: "",
        help: "installs what the checks need (Debian, as root), else prints the line to type",
        run: tools::run,
    },
    Command {
        name: "postgres",
        options: "",
        help: "starts a throw-away PostgreSQL, prints its address, runs until Ctrl-C and leaves nothing behind",
        run: postgres::run,
    },
    Command {
        name: "shots",
        options: "[NAME …]",
        help: "takes the pictures of e2e/shots.mjs from the demo into docs/shots",
        run: shots::run,
    },
    Command {
        name: "bench",
        options: "[--scale 1,10,100] [--seconds N]",
        help: "measures the release binary in worlds of several sizes, beside the floor of the same run",
        run: bench::run,
    },
    Command {
        name: "ballot",
        options: "[--voters 500] [--repeat 1]",
        help: "one covert vote of many within ten seconds, with answers cut off and the server killed five times",
        run: ballot::run,
    },
    Command {
        name: "live",
        options: "[--listeners 500] [--seconds 60]",
        help: "one sitting of many: invitation, agenda and minutes of 60 items, everybody enters herself, everybody listens",
        run: live::run,
    },
    Command {
        name: "outbox",
        options: "[--mails 10000] [--incoming 20000]",
        help: "letters through a mail server that fails, the program killed fifty times; then letters that come in",
        run: outbox::run,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.split_first() {
        None => Err(usage("Which command?")),
        Some((word, _)) if ["help", "-h", "--help"].contains(&word.as_str()) => {
            println!("{}", usage("Commands of the workshop"));
            Ok(())
        }
        Some((word, rest)) => match COMMANDS.iter().find(|command| command.name == word) {
            Some(command) => Place::find().and_then(|place| (command.run)(&place, rest)),
            None => Err(usage(&format!("There is no command `{word}`."))),
        },
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            if !sentence.is_empty() {
                eprintln!("{sentence}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The list of commands under one heading.
fn usage(heading: &str) -> String {
    let mut text = heading.to_owned();
    for command in COMMANDS {
        text.push_str(&format!("\n  cargo xtask {} {}\n      {}", command.name, command.options, command.help));
        if command.name == "test" {
            text.push_str(&format!("\n      steps: {}", tests::step_names().join(", ")));
        }
    }
    text
}
