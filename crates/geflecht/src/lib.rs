//! The program: its commands, its settings, the list of its slices, the worker and the control socket.
//!
//! It is a library so that tests can build the same house ([`site::build`]) that the program serves.

pub mod backup;
pub mod cli;
pub mod commands;
pub mod config;
pub mod control;
pub mod inbox;
pub mod mailing;
pub mod place;
pub mod press;
pub mod retention;
pub mod site;
pub mod worker;

/// What a command ends with: nothing to say, or a sentence for whoever typed it.
pub type Outcome<T = ()> = Result<T, String>;

/// A refusal of the product as a sentence for the console.
#[must_use]
pub fn sentence(cause: &kernel::Error) -> String {
    match cause {
        kernel::Error::Rule(reason) | kernel::Error::Denied(Some(reason)) => reason.en.clone(),
        kernel::Error::Form(problems) => {
            problems.iter().map(|problem| problem.reason.en.as_str()).collect::<Vec<_>>().join(" ")
        }
        other => {
            // What the ground reports begins small and ends open; on the console it is a sentence.
            let text = other.to_string();
            let mut letters = text.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            let end = if text.ends_with(['.', '!', '?']) { "" } else { "." };
            format!("{first}{}{end}", letters.as_str())
        }
    }
}
