//! Running other programs, and saying which.

use crate::Outcome;
use crate::place::Place;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Cargo at the root of the checkout, as if typed there.
///
/// `cargo xtask` runs us with the variables of *this* package set. Some build scripts ask to be rerun when
/// those change, so handing them on would rebuild half the dependencies on each change between `cargo test` and
/// `cargo xtask test`.
pub fn cargo(place: &Place) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&place.root);
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Prints the command as one would type it, runs it in this terminal and waits.
///
/// # Errors
/// A sentence when it cannot be started or does not end well.
pub fn run(command: &mut Command) -> Outcome {
    let line = line_of(command);
    println!("$ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status}).")),
        Err(e) => Err(format!("`{line}` cannot be started: {e}")),
    }
}

/// Runs a command unseen and gives what it printed, or `None` when it cannot be started or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of these programs that `PATH` leads to.
pub fn on_path<N: AsRef<OsStr>>(names: &[N]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(Path::new(name))).find(|file| file.is_file())
    })
}

/// The program and its words, for people.
fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
