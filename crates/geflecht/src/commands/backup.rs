//! `geflecht backup`: everything in one file, through the server if one runs.

use std::{path::Path, process::ExitCode};

use db::Presence;
use kernel::Clock;
use serde_json::{Value, json};

use super::{Context, print};
use crate::{Outcome, backup, config, control};

/// Writes the file and says what is in it.
///
/// # Errors
/// A sentence when the database or the file refuses.
pub fn run(context: &Context, file: &Path, to: Option<&str>) -> Outcome<ExitCode> {
    let asked = to.map(|key| config::recipient("--to", key)).transpose()?;
    let recipient = asked.as_ref().or(context.settings.recipient.as_ref());
    // The server has another working directory.
    let whole = std::path::absolute(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let request = json!({ "do": "backup", "file": whole, "to": recipient.map(ToString::to_string) });
    let (rows, sealed) = match control::ask(&context.place, &request)? {
        Some(answer) => (
            answer.get("rows").and_then(Value::as_u64).unwrap_or_default(),
            answer.get("encrypted") == Some(&Value::Bool(true)),
        ),
        None => {
            (backup::write(&context.open(Presence::Visit, Clock::system()), &whole, recipient)?, recipient.is_some())
        }
    };
    let how = if sealed { "encrypted" } else { "not encrypted: keep it where nobody else can read it" };
    print(&format!("{} holds {rows} rows ({how}).\n", file.display()))
}
