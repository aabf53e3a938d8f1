//! `geflecht migrate`: the schema, brought up to date while nobody serves.

use std::process::ExitCode;

use db::Presence;
use kernel::Clock;

use super::{Context, print};
use crate::{Outcome, sentence};

/// Brings the schema up to date and says from where to where.
///
/// # Errors
/// A sentence when a server runs, or when the database is newer than this program.
pub fn run(context: &Context) -> Outcome<ExitCode> {
    let before =
        db::peek(&context.open(Presence::Visit, Clock::system()), db::version).map_err(|e| sentence(&e))?.unwrap_or(0);
    let db = context.alone()?;
    let after = db.read_now(db::version).map_err(|e| sentence(&e))?;
    db.leave().map_err(|e| sentence(&e))?;
    let database = &context.settings.database;
    print(&match before {
        0 => format!("{database} was made with schema {after}.\n"),
        same if same == after => format!("{database} has schema {after} already.\n"),
        before => format!("{database} was brought from schema {before} to {after}.\n"),
    })
}
