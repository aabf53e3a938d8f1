//! The command line.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use crate::{
    Outcome,
    commands::{self, Context},
    config::{Settings, Written, from_environment, from_file},
};

/// The system the networks of municipal equality officers run on.
#[derive(Parser, Debug)]
#[command(name = "geflecht", version, about, max_term_width = 100)]
pub struct Cli {
    /// Options every command understands.
    #[command(flatten)]
    pub options: Options,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options every command understands; each one wins over the environment and the settings file.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// Where to listen
    #[arg(long, global = true, value_name = "ADDR:PORT", help = "Where to listen [default: 127.0.0.1:8080]")]
    pub listen: Option<String>,
    /// The data directory
    #[arg(long, global = true, value_name = "DIR", help = "The data directory [default: ./geflecht-data]")]
    pub data: Option<String>,
    /// The database
    #[arg(
        long,
        global = true,
        value_name = "URL",
        help = "sqlite:PATH or postgres://USER@HOST/NAME [default: sqlite:DATA/geflecht.db]"
    )]
    pub database: Option<String>,
    /// The settings file
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help = "The settings file [default: geflecht.toml, if it is there]"
    )]
    pub config: Option<PathBuf>,
}

/// What the program can do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve an installation
    Serve,
    /// Serve the demo: nine real networks with invented persons, on this machine only
    Demo {
        /// The day it is in the demo, or `now` for the machine's clock
        #[arg(long, value_name = "DAY", default_value = commands::demo::TODAY)]
        today: String,
        /// Only list whom one can be: slug, tab, description
        #[arg(long)]
        personas: bool,
    },
    /// Bring the database's schema up to date; refuses while a server runs
    Migrate,
    /// List every address with its audience
    Routes {
        /// As a JSON array
        #[arg(long)]
        json: bool,
        /// With the addresses that exist in the demo only
        #[arg(long)]
        demo: bool,
    },
    /// Look whether the database is sound; changes nothing and may run beside a server
    Check {
        /// As JSON, with counts
        #[arg(long)]
        json: bool,
    },
    /// Write everything into one file; may run beside a server
    Backup {
        /// The file
        file: PathBuf,
        /// Encrypt it to this public key of age, instead of the one in the settings
        #[arg(long, value_name = "age1…")]
        to: Option<String>,
    },
    /// Read a backup back; refuses while a server runs. Afterwards everybody signs in again
    Restore {
        /// The file
        file: PathBuf,
        /// The file with the secret key of age, if the backup is encrypted
        #[arg(long, value_name = "KEYFILE")]
        key: Option<PathBuf>,
        /// Throw away what is in the database
        #[arg(long)]
        replace: bool,
    },
    /// Look after persons from the console
    #[command(subcommand)]
    User(User),
    /// Print the settings file with every key explained
    Config,
    /// Set one paper: JSON comes in, a PDF goes out. The server starts this for itself
    #[command(hide = true)]
    Paper,
}

/// What can be done about persons.
#[derive(Subcommand, Debug)]
pub enum User {
    /// Invite a person by mail and print the address the letter leads to
    Invite {
        /// Her mail address
        mail: String,
        /// Her given name
        #[arg(long)]
        given: String,
        /// Her family name
        #[arg(long)]
        family: String,
    },
    /// Take away the remembered devices, the app and the emergency codes of a person who lost them
    Reset {
        /// Her mail address
        mail: String,
        /// Her given name
        #[arg(long)]
        given: String,
        /// Her family name
        #[arg(long)]
        family: String,
    },
}

/// Reads the command line and does what it says.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Outcome<ExitCode> {
    // These say what the program is, whatever the settings are.
    match &cli.command {
        Command::Paper => return commands::paper::run(),
        Command::Config => return commands::print(&crate::config::example()),
        Command::Routes { json, demo } => return commands::routes::run(*json, *demo),
        Command::Demo { personas: true, .. } => return commands::demo::personas(),
        _ => {}
    }
    let settings = settings(&cli.options)?;
    let context = Context::new(settings, matches!(cli.command, Command::Serve | Command::Demo { .. }))?;
    match cli.command {
        Command::Serve => commands::serve::run(context),
        Command::Demo { today, .. } => commands::demo::run(context, &today),
        Command::Migrate => commands::migrate::run(&context),
        Command::Check { json } => commands::check::run(&context, json),
        Command::Backup { file, to } => commands::backup::run(&context, &file, to.as_deref()),
        Command::Restore { file, key, replace } => commands::restore::run(&context, &file, key.as_deref(), replace),
        Command::User(User::Invite { mail, given, family }) => {
            commands::user::invite(&context, crate::site::Guest { mail, given, family })
        }
        Command::User(User::Reset { mail, given, family }) => {
            commands::user::reset(&context, crate::site::Guest { mail, given, family })
        }
        Command::Config | Command::Paper | Command::Routes { .. } => Ok(ExitCode::SUCCESS),
    }
}

/// The command line over the environment over the file.
fn settings(options: &Options) -> Outcome<Settings> {
    let typed = Written {
        listen: options.listen.clone(),
        data: options.data.clone(),
        database: options.database.clone(),
        ..Written::default()
    };
    let written = typed.or(from_environment(variables())?).or(from_file(options.config.as_deref())?);
    Settings::read(&written)
}

/// The environment, as far as it is text.
fn variables() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
