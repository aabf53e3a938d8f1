//! The program as its operators meet it: every command through the built binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is wrong, and hands its environment on"
)]

mod backups;
mod calendars;
mod checks;
mod commands;
mod guards;
mod house;
mod letters;
mod lives;
mod nodes;
mod press;
#[path = "../../../../lib/formats/tests/python/mod.rs"]
mod python;
mod settings;
mod upgrades;
