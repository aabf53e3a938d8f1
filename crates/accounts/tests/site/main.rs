//! The slice through HTTP, on both databases: a house of nothing but accounts, a clock the test owns, browsers with
//! cookies of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod account;
mod address;
mod authenticator;
mod erasure;
mod factors;
mod guard;
mod house;
mod input;
mod invitation;
mod languages;
mod passkeys;
mod session;
mod shared;
mod sign_in;
mod support;
