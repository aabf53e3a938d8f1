//! `geflecht serve`: an installation.

use std::process::ExitCode;

use kernel::Clock;

use super::{Context, house::House};
use crate::Outcome;

/// Serves until told to stop.
///
/// # Errors
/// A sentence; above all when the data directory or the database is the demo's, where anybody may be anybody.
pub fn run(context: Context) -> Outcome<ExitCode> {
    if context.place.is_demo() {
        return Err(format!(
            "{} holds the demo, where anybody can sign in as anybody; choose another directory with --data.",
            context.place
        ));
    }
    // Asked before the database is opened, which might bring its schema up to date.
    if context.holds_demo()? {
        return Err(format!(
            "{} holds the demo, where anybody can sign in as anybody; choose another database.",
            context.settings.database
        ));
    }
    // Told before anything is made, since nobody could use what was made.
    context.settings.address(context.settings.listen.port())?;
    House { context, clock: Clock::system(), demo: false }.serve(|_, _| Ok(()))
}
