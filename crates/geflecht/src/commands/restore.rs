//! `geflecht restore`: a backup, read back while nobody serves.

use std::{path::Path, process::ExitCode};

use super::{Context, print};
use crate::{
    Outcome,
    backup::{self, Rules},
    sentence,
};

/// Reads the backup into the database and says what it held.
///
/// # Errors
/// A sentence; then the database is as it was.
pub fn run(context: &Context, file: &Path, key: Option<&Path>, replace: bool) -> Outcome<ExitCode> {
    let db = context.alone()?;
    let rows = backup::read(&db, file, key, Rules { replace, demo: context.place.is_demo() })?;
    db.leave().map_err(|e| sentence(&e))?;
    print(&format!("{rows} rows were restored. Everybody has to sign in again; mail that was waiting is gone.\n"))
}
