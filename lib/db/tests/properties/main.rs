//! What holds for every statement, every order of work and every way a connection can end.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test stops where something is wrong")]

mod collation;
mod commits;
mod connections;
mod orders;
mod statements;
mod store;
mod together;
