//! What becomes of seats when persons, posts, organisations and bodies come and go: each row of the table is one story, told
//! through the verbs of the product and read on three days through what it derives: who sits there, how the seat stands, who
//! may read the body's papers, what the public sees, and why what ended has ended.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../common/mod.rs"]
mod common;
#[rustfmt::skip] // a table: one line a day
mod mandates;
#[rustfmt::skip] // a table: one line a day
mod organisations;
#[rustfmt::skip] // a table: one line a day
mod posts;
mod row;
mod scene;

use row::{Row, tell};
use scene::Scene;
use testkit::{postgres, sqlite};

/// The day the world of the tests stands on.
const TODAY: &str = "2026-11-23";

#[test]
fn p6_every_story_of_succession_holds_on_its_three_days() {
    let rows: Vec<Row> = [posts::rows(), mandates::rows(), organisations::rows()].into_iter().flatten().collect();
    assert!(rows.len() >= 40, "{} stories", rows.len());
    let mut names: Vec<&str> = rows.iter().map(|r| r.story).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rows.len(), "each story is told once");
    let mut wrong = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        wrong.extend(tell(&Scene::new(&sqlite()), row));
        // Each story needs a database of its own, and a server takes seconds to make one: there every fifth is told.
        if let Some(fresh) = (n % 5 == 0).then(postgres).flatten() {
            wrong.extend(tell(&Scene::new(&fresh), row));
        }
    }
    assert!(wrong.is_empty(), "{} differences in {} stories:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
