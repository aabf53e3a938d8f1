//! One module per command.

pub mod backup;
pub mod check;
pub mod demo;
mod house;
pub mod migrate;
pub mod paper;
pub mod restore;
pub mod routes;
pub mod serve;
pub mod user;

use std::{
    io::{ErrorKind, IsTerminal, Write},
    process::ExitCode,
};

use db::{Db, Open, Presence};
use kernel::Clock;

use crate::{Outcome, backup::UNHURRIED, config::Settings, control, place::Place, sentence};

/// What every command that touches an installation gets.
#[derive(Clone, Debug)]
pub struct Context {
    /// The settings.
    pub settings: Settings,
    /// The data directory.
    pub place: Place,
}

impl Context {
    /// Begins: the log is set up as the settings say. Servers log what they do, other commands only what goes wrong.
    ///
    /// # Errors
    /// A sentence when the setting `log` cannot be read.
    pub fn new(settings: Settings, serves: bool) -> Outcome<Self> {
        let words = if serves { settings.log.as_str() } else { "warn" };
        let filter = tracing_subscriber::EnvFilter::try_new(words)
            .map_err(|e| format!("log: {words} is no filter such as info or warn,geflecht=debug ({e})."))?;
        let ansi = std::io::stderr().is_terminal();
        // A second start within one process keeps the first log.
        let _ = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr)
            .with_ansi(ansi)
            .with_target(false)
            .try_init();
        let place = Place::new(&settings.data);
        Ok(Self { settings, place })
    }

    /// How the database is opened.
    #[must_use]
    pub fn open(&self, presence: Presence, clock: Clock) -> Open {
        let usual = Open::new(self.settings.database.clone(), clock);
        let patience = if presence == Presence::Serve { usual.patience } else { UNHURRIED };
        Open { node: self.settings.node, presence, patience, ..usual }
    }

    /// Opens the database for a command that wants it for itself.
    ///
    /// # Errors
    /// A sentence when a server runs or the database refuses.
    pub fn alone(&self) -> Outcome<Db> {
        if control::is_running(&self.place)? {
            return Err(format!("A server runs on {}; stop it first.", self.place));
        }
        self.place.make()?;
        Db::open(&self.open(Presence::Alone, Clock::system()), &migrations::SCHEMA).map_err(|e| sentence(&e))
    }

    /// Whether there is a database and it is the demo's.
    ///
    /// # Errors
    /// A sentence when it cannot be read.
    pub fn holds_demo(&self) -> Outcome<bool> {
        let found = db::peek(&self.open(Presence::Visit, Clock::system()), crate::site::is_demo);
        found.map(Option::unwrap_or_default).map_err(|e| sentence(&e))
    }
}

/// Prints to standard output; a reader that went away is no failure of ours.
///
/// # Errors
/// A sentence when it cannot be written for another reason.
pub fn print(text: &str) -> Outcome<ExitCode> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(format!("The output cannot be written: {e}")),
        _ => Ok(ExitCode::SUCCESS),
    }
}
