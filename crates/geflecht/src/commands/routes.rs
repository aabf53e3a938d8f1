//! `geflecht routes`: every address with its audience.

use std::process::ExitCode;

use serde_json::json;
use web::Routes;

use super::print;
use crate::{Outcome, sentence, site};

/// Lists the addresses, those of the demo only when asked for.
///
/// # Errors
/// A sentence when two slices claim the same address.
pub fn run(as_json: bool, demo: bool) -> Outcome<ExitCode> {
    let routes = Routes::join(site::slices(demo).iter().map(|slice| (slice.routes)())).map_err(|e| sentence(&e))?;
    let mut rows: Vec<_> = routes.list().iter().collect();
    rows.sort_unstable_by_key(|route| (route.pattern, route.method));
    if as_json {
        let list: Vec<_> = rows
            .iter()
            .map(
                |r| json!({ "method": r.method, "path": r.pattern, "audience": r.audience.word(), "strong": r.strong }),
            )
            .collect();
        return print(&format!("{:#}\n", serde_json::Value::Array(list)));
    }
    let wide = rows.iter().map(|route| route.pattern.len()).max().unwrap_or_default();
    print(
        &rows
            .iter()
            .map(|r| format!("{:<4}  {:<wide$}  {}\n", r.method, r.pattern, r.audience_words()))
            .collect::<String>(),
    )
}
