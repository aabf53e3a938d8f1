//! The frame as a whole: a small house of its own, asked through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test stops where something is wrong")]

mod connections;
mod errors;
mod files;
mod forms;
mod headers;
mod house;
mod kept;
mod limits;
mod odd;
mod origin;
mod printing;
mod reply;
mod watching;
