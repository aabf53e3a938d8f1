//! `geflecht check`: whether the database is sound. Reads one snapshot and changes nothing.

mod findings;
mod store;

use std::process::ExitCode;

use db::Presence;
use kernel::{Clock, Day};
use serde_json::{Map, Value, json};

pub use findings::{Problem, find};
pub(crate) use store::references;

use super::{Context, demo, print};
use crate::{Outcome, sentence, site};

/// How many ids of one problem are shown.
const SHOWN: usize = 5;

/// Looks, tells, and fails when something is wrong.
///
/// # Errors
/// A sentence when there is no database or it cannot be read.
pub fn run(context: &Context, as_json: bool) -> Outcome<ExitCode> {
    // In the demo it is always the same day.
    let clock = if context.holds_demo()? { Clock::noon(Day::literal(demo::TODAY)) } else { Clock::system() };
    let open = context.open(Presence::Visit, clock);
    let looked = db::peek(&open, |conn| {
        store::admit(conn, &migrations::SCHEMA)?;
        Ok((store::counts(conn)?, find(conn, site::kinds())?))
    });
    let (counts, problems) =
        looked.map_err(|e| sentence(&e))?.ok_or_else(|| format!("There is no database at {}.", open.url))?;
    print(&if as_json { in_json(&counts, &problems) } else { in_words(&counts, &problems) })?;
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn in_json(counts: &[(&'static str, i64)], problems: &[Problem]) -> String {
    let mut answer: Map<String, Value> =
        counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
    // Ids exceed what a JSON number holds exactly (RFC 8259 6), so they are texts.
    let told = problems.iter().map(|p| json!({ "check": p.check, "text": p.text, "count": p.ids.len(), "ids": p.ids.iter().take(SHOWN).collect::<Vec<_>>() })).collect();
    answer.insert("problems".to_owned(), Value::Array(told));
    format!("{:#}\n", Value::Object(answer))
}

fn in_words(counts: &[(&'static str, i64)], problems: &[Problem]) -> String {
    let mut text = counts.iter().map(|(name, count)| format!("{count} {name}")).collect::<Vec<_>>().join(", ") + "\n";
    for problem in problems {
        let more = if problem.ids.len() > SHOWN { ", …" } else { "" };
        text.push_str(&format!(
            "{} ({}): {}{more}\n",
            problem.text,
            problem.ids.len(),
            problem.ids.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ")
        ));
    }
    text.push_str(if problems.is_empty() {
        "Everything is in order.\n"
    } else {
        "Something is wrong; nothing was changed.\n"
    });
    text
}
