//! The product as its people meet it: stories over HTTP in the demo's world, every route for every persona, every page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where something is wrong")]

mod client;
mod crawl;
mod html;
mod permissions;
mod readers;
mod retention;
mod rows;
mod sittings;
mod speed;
mod stories;
mod tidy;
mod words;
mod world;
