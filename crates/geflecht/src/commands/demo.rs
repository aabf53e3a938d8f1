//! `geflecht demo`: the nine networks with invented persons, on this machine only.

use std::process::ExitCode;

use db::{Db, Presence, Url};
use kernel::{Clock, Day};

use super::{Context, house::House, print};
use crate::{Outcome, sentence, site};

/// The day it is in the demo unless another one is asked for, so that pages look the same every day.
pub const TODAY: &str = "2026-11-23";

/// Prints whom one can be: slug, tab, description.
///
/// # Errors
/// A sentence when the output cannot be written.
pub fn personas() -> Outcome<ExitCode> {
    print(&site::personas().iter().map(|(slug, words)| format!("{slug}\t{words}\n")).collect::<String>())
}

/// Serves the demo until told to stop; its world is written at the first start.
///
/// # Errors
/// A sentence; above all when others could reach it, or when the directory or database is not the demo's.
pub fn run(context: Context, today: &str) -> Outcome<ExitCode> {
    let clock = clock(today)?;
    if !context.settings.listen.ip().is_loopback() {
        return Err(format!(
            "In the demo anybody can sign in as anybody, so it listens on this machine only, such as --listen 127.0.0.1:8080, not on {}.",
            context.settings.listen
        ));
    }
    if !context.place.is_demo() && context.place.has_database() {
        return Err(format!(
            "{} holds an installation that is not the demo; choose another directory with --data.",
            context.place
        ));
    }
    let stands = admit(&context)?;
    context.place.make()?;
    context.place.mark_as_demo(stands)?;
    let place = context.place.clone();
    House { context, clock, demo: true }
        .serve(|db, base| if stands { Ok(()) } else { world(db, base).and_then(|()| place.mark_as_demo(true)) })
}

/// Whether the world stands already. Stops before a database that is somebody's own, and clears away a world that was
/// never finished.
fn admit(context: &Context) -> Outcome<bool> {
    let open = context.open(Presence::Visit, Clock::system());
    let found = db::peek(&open, |c| Ok((site::is_demo(c)?, db::is_unused(c)?))).map_err(|e| sentence(&e))?;
    let unfinished = context.place.is_demo() && !context.place.is_finished_demo();
    let own =
        matches!(&context.settings.database, Url::Sqlite(path) if *path == context.settings.data.join("geflecht.db"));
    match found {
        None => Ok(false),
        Some(_) if unfinished && own => {
            let _held = context.place.hold()?;
            context.place.clear_demo().map(|()| false)
        }
        Some((true, _)) if unfinished => Err(format!(
            "The demo's world in {} was never finished; please empty that database.",
            context.settings.database
        )),
        Some((true, _)) => Ok(true),
        Some((false, true)) => Ok(false),
        Some((false, false)) => Err(format!(
            "{} holds an installation that is not the demo; choose another database.",
            context.settings.database
        )),
    }
}

/// Writes the world.
fn world(db: &Db, base_url: &str) -> Outcome {
    eprintln!("Writing the demo's world; this takes a moment.");
    site::build_world_at(db, base_url).map_err(|e| format!("The demo's world could not be written: {}", sentence(&e)))
}

fn clock(today: &str) -> Outcome<Clock> {
    if today == "now" {
        return Ok(Clock::system());
    }
    let day: Result<Day, _> = today.parse();
    day.map(Clock::noon).map_err(|_| format!("--today: {today} is no day such as {TODAY}, and not the word now."))
}
