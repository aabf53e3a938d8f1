//! The settings file and the variables.
#![no_main]

use geflecht::config::{Settings, from_environment, from_toml};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(written) = from_toml(text, "geflecht.toml") {
        sentence(Settings::read(&written).map(drop));
    }
    let variables = text.lines().filter_map(|line| line.split_once('='));
    if let Ok(written) = from_environment(variables.map(|(n, v)| (n.to_owned(), v.to_owned()))) {
        sentence(Settings::read(&written).map(drop));
    }
});

fn sentence(read: Result<(), String>) {
    if let Err(said) = read {
        assert!(!said.is_empty());
    }
}
