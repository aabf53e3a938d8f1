//! The settings: one list of keys, from a TOML file, the environment and the command line; the later one wins.
//!
//! [`keys`] holds the keys with their words, [`sources`] reads them from where they are written, [`Settings`] is what
//! they mean once all of them are found to be right.

mod keys;
mod settings;
mod sources;

pub use keys::{KEYS, Key, Kind, Written, example};
pub use settings::{Answers, Mail, Settings, recipient};
pub use sources::{FILE, from_environment, from_file, from_toml};
